"""The door for words that leave."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text as Words

from dateline.views.outward import HARMFUL, as_json, cell, link, on_a_line, one_line, styled, visible
from dateline.views.templating import environment

HOSTILE = "a\x1b[31mb\u202ec\x9bd\u2066e\x7ff\u200fg\U000e0041h\ud800i\r\nj"


@given(st.text())
def test_nothing_harmful_leaves(words: str) -> None:
    for found in (one_line(words), visible(words), on_a_line(words), cell(words), styled(Words(words)).plain):
        assert HARMFUL.search(found) is None
    assert len(visible(words)) == len(words)
    assert "\n" not in one_line(words) + on_a_line(words) + cell(words)


@given(st.dictionaries(st.text(), st.text(st.characters(exclude_categories=[]))))
def test_json_says_the_same(value: dict[str, str]) -> None:
    assert HARMFUL.search(as_json(value)) is None
    assert json.loads(as_json(value)) == value


def test_colours_stay_where_they_are() -> None:
    words = styled(Words.assemble("a\x1bb\n", ("red\u202e", "red"), "c"))
    assert words.plain == "a\ufffdb red\ufffdc"
    assert [(span.start, span.end, span.style) for span in words.spans] == [(4, 8, "red")]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", " https://e.org", "https://e.org/a b", "https://e.org/\x1b",
     "https://e.org/\u202e", 'https://e.org/"onclick="x', "https://e.org/>", "//e.org", "file:///etc/passwd", ""],
)  # fmt: skip
def test_no_addresses(url: str) -> None:
    assert link(url) is None


def test_addresses() -> None:
    assert link("https://e.org/a?b=c&d=(e)#f") == "https://e.org/a?b=c&d=(e)#f"
    assert link("HTTP://e.org/é") == "HTTP://e.org/é"


def test_templates() -> None:
    made = environment().from_string("{{ words }}|{{ number }}").render(words=HOSTILE, number=3)
    assert HARMFUL.search(made) is None
    assert made.endswith("j|3")

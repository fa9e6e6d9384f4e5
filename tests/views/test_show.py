"""A story in the colours of its marks."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.model.document import Text
from dateline.model.kept import Carried, Shown
from dateline.model.occasion import Report
from dateline.views.marks import LEGEND
from dateline.views.show import STYLES, show_lines
from tests.views.build import DENIAL, READING, TALKS, TEXT

DOCUMENT = Carried(
    id="0123456789abcdef", name="lyon.txt", text=TEXT.id, title=TEXT.title, source="Example Post", url="javascript:x", day=None,
    added_at=datetime(2022, 3, 1, tzinfo=UTC), rules=None, read_in=None, dating=READING.dating, others=("a", "b"),
    predecessor=None, problems=("a quotation is not closed",), events=(), statements=(DENIAL,),
    reports=(Report(meeting=TALKS, day=None, document="0123456789abcdef"),),
)  # fmt: skip
SHOWN = Shown(document=DOCUMENT, text=TEXT, names={party.id: party for party in READING.parties})


def coloured(shown: Shown, words: str, width: int = 200) -> str:
    """The styles under the first line that has these words, outer ones first."""
    line = next(line for line in show_lines(shown, width, coloured=True) if words in line.plain)
    start = line.plain.index(words)
    return " ".join(str(span.style) for span in line.spans if span.start <= start and start + len(words) <= span.end)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("will meet her", ["meeting"]),
        ("March 3", ["meeting", "time"]),
        ("denies", ["cue"]),
        ("it delayed", ["content"]),
        ("Portuguese", ["content", "party"]),
    ],
)
def test_words_in_colours(words: str, kinds: list[str]) -> None:
    assert coloured(SHOWN, words) == " ".join(STYLES[kind] for kind in kinds)  # type: ignore[index]


def test_the_legend_names_what_is_there() -> None:
    (legend,) = [line.plain for line in show_lines(SHOWN, coloured=True) if line.plain.startswith("Marks: ")]
    assert legend == "Marks: meeting  what is said  who says it  word of saying  time  party"
    assert set(STYLES) == set(LEGEND)
    assert not any(line.plain.startswith("Marks: ") for line in show_lines(SHOWN))


def test_lines_that_begin_with_empty_ones() -> None:
    moved = Text(TEXT.title, "\n\n" + TEXT.body)
    content = tuple(replace(span, start=span.start + 2, end=span.end + 2) for span in DENIAL.content)
    denial = replace(DENIAL, content=content)
    shown = replace(SHOWN, text=moved, document=replace(DOCUMENT, statements=(denial,), reports=()))
    assert coloured(shown, "claims that it delayed the visit") == STYLES["content"]


def test_who_carries_it_and_what_went_wrong() -> None:
    lines = [line.plain for line in show_lines(SHOWN)]
    assert "Example Post · Monday 28 February 2022 (inferred) · 2 more carry it · 0123456789abcdef" in lines
    assert "problem: a quotation is not closed" in lines
    assert not any("javascript" in line for line in lines)

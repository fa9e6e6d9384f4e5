"""Stories from JSON Lines."""

import json
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from dateline.intake.lines import LONGEST_LINE, from_lines
from dateline.model.document import Document
from dateline.model.problem import Refusal


def stories(*lines: bytes | str | dict[str, Any]) -> list[Document | Refusal]:
    data = [json.dumps(line) if isinstance(line, dict) else line for line in lines]
    return list(from_lines(BytesIO(b"\n".join(line.encode() if isinstance(line, str) else line for line in data))))


def test_all_keys() -> None:
    line = {
        "id": "a", "text": " They met.\u2028Twice. ", "title": "Talks", "published": "2022-01-04", "source": "Post",
        "url": "https://exa.mp", "language": "en", "more": {"x": 1},
    }  # fmt: skip
    (document,) = stories(line)
    assert isinstance(document, Document)
    assert (document.name, document.text.title, document.text.body) == ("a", "Talks", " They met.\u2028Twice. ")
    assert (document.published, document.source, document.url) == (date(2022, 1, 4), "Post", "https://exa.mp")


def test_only_id_and_text_are_required() -> None:
    (document,) = stories({"id": "a", "text": "They met.", "title": None, "published": None, "url": None})
    assert isinstance(document, Document)
    assert document.published is None
    assert document.text.title == ""


def test_a_time_keeps_its_zone() -> None:
    (document,) = stories({"id": "a", "text": "They met.", "published": "2022-01-04T23:30:00-05:00"})
    assert isinstance(document, Document)
    assert document.day == date(2022, 1, 4)


def test_trailing_origin_is_metadata_and_offsets_stay() -> None:
    text = "\n They met.\n\nfrom feed - Post https://exa.mp/1\n"
    (document,) = stories({"id": "a", "text": text})
    assert isinstance(document, Document)
    assert document.text.body == "\n They met."
    assert (document.source, document.url, document.origin) == ("Post", "https://exa.mp/1", "from feed - Post https://exa.mp/1")


GOOD = {"id": "good", "text": "They met."}


@pytest.mark.parametrize(
    ("line", "name", "reason"),
    [
        ('{"id": "x", "text": "They m', "x", "no JSON"),
        ("They met.", "line 2", "no JSON"),
        ("[1, 2]", "line 2", "a JSON object is wanted, not a list"),
        ("null", "line 2", "a JSON object is wanted, not null"),
        ({"text": "They met."}, "line 2", "no 'id'"),
        ({"id": "x"}, "x", "no 'text'"),
        ({"id": 7, "text": "They met."}, "line 2", "'id' must be a string, not a number"),
        ({"id": "", "text": "They met."}, "line 2", "'id' is empty"),
        ({"id": "x", "text": None}, "x", "'text' must be a string, not null"),
        ({"id": "x", "text": " \n"}, "x", "'text' is empty"),
        ({"id": "x", "text": "a", "title": ["b"]}, "x", "'title' must be a string or null, not a list"),
        ({"id": "x", "text": "a", "published": "soon"}, "x", "no date: 'soon'"),
        ({"id": "x", "text": "a", "published": 20220104}, "x", "'published' must be a string"),
        ({"id": "x", "text": "a\x00b"}, "x", "'text': NUL character at 1"),
        ({"id": "x", "text": "a\ud800b"}, "x", "'text': half of a surrogate pair"),
        ({"id": "x\udfff", "text": "a"}, "line 2", "'id': half of a surrogate pair"),
        ({"id": "x", "text": "a" * 1_000_001}, "x", "longer than 1,000,000"),
        (b'{"id": "x", "text": "M\xfcller"}', "x", "no UTF-8 at byte 22"),
        ("[" * 100_000, "line 2", "no JSON"),
        ('{"id": "x", "text": "a", "n": ' + "9" * 5000 + "}", "x", "no JSON that can be read"),
        (GOOD, "good", "the id 'good' is that of line 1"),
        (b'{"id": "x", "text": "' + b"a" * LONGEST_LINE + b'"}', "line 2", "longer than 13,000,000 bytes"),
    ],
)
def test_a_bad_line_is_refused_and_the_run_goes_on(line: bytes | str | dict[str, Any], name: str, reason: str) -> None:
    first, bad, last = stories(GOOD, line, {"id": "last", "text": "They met."})
    assert isinstance(first, Document)
    assert isinstance(bad, Refusal)
    assert bad.name == name
    assert reason in bad.problems[0].what
    assert isinstance(last, Document)
    assert last.name == "last"


def test_blank_lines_and_mark() -> None:
    names = [story.name for story in stories(b'\xef\xbb\xbf{"id": "a", "text": "x"}\r', "", "  ", {"id": "b", "text": "y"}, "")]
    assert names == ["a", "b"]


def test_utf_16_is_named() -> None:
    (only,) = stories('{"id": "a", "text": "x"}\n{"id": "b", "text": "x"}'.encode("utf-16"))
    assert isinstance(only, Refusal)
    assert "UTF-16" in only.problems[0].what

"""Marks nest whatever they cross, say what they stand on, and let no word of a story become markup."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.document import Document, Text
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.party import Mention, Party
from dateline.model.problem import Problem
from dateline.model.reading import Reading
from dateline.views.marks import LEGEND, Mark, marks_html, marks_of, pieces
from tests.views.build import BODY, READING, TEXT

KINDS = tuple(LEGEND)


class Seen(HTMLParser):
    """The text of a piece of HTML, and the titles that each of its letters lies under; what does not nest fails."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[tuple[str, str]] = []
        self.letters: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("div", "span"), tag
        values = dict(attrs)
        assert set(values) <= {"style", "title"}, values
        self.opened.append((tag, values.get("title") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.opened, tag
        assert self.opened.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.letters += [(letter, tuple(title for _, title in self.opened if title)) for letter in data]

    @property
    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)


def seen(html: str) -> Seen:
    parser = Seen()
    parser.feed(html)
    parser.close()
    assert not parser.opened
    return parser


def test_the_story_is_there_letter_by_letter() -> None:
    text = seen(marks_html(READING)).text
    assert BODY in text
    assert READING.document.text.title in text
    assert "Example Post · Monday 28 February 2022 (inferred)" in text
    assert "a quotation is not closed" in text


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("We expect an open", "assert: Ana Lopes (Portugal"),
        ("Lopes said", "speaker: Ana Lopes (Portugal"),
        ("denies", "word of saying: deny"),
        ("it delayed the visit", "accuse: "),
        ("A two-day summit", "summit: EU, 2022-03, proposed, confidence 0.20"),
        ("March 3", "date: 2022-03-03"),
        ("Lisbon", "state: "),
        ("Ana Lopes", "person of Portugal"),
    ],
)
def test_whoever_points_is_told(words: str, what: str) -> None:
    reading = replace(
        READING, parties=tuple(replace(party, name="Portugal") if party.id == "PRT" else party for party in READING.parties)
    )
    letters = seen(marks_html(reading)).letters
    start = "".join(letter for letter, _ in letters).index(BODY[:40])
    place = start + BODY.index(words)
    assert any(what in title for title in letters[place][1]), letters[place]


def test_the_innermost_tells_of_those_around_it() -> None:
    marks = [mark for mark in marks_of(READING) if mark.span.field == "text"]
    found = {
        mark.kind: what for piece in pieces(TEXT.body, marks) for mark, what in piece.starts if "Portuguese" in piece.words
    }
    assert found


def test_the_legend_has_what_is_there() -> None:
    text = seen(marks_html(replace(READING, meetings=(), statements=(), problems=()))).text
    assert text.rstrip().endswith("timeparty")
    assert "legend" not in marks_html(Reading(document=READING.document))


HOSTILE = (
    "<script>alert('1')</script> \"quoted\" & </div></span><img src=x onerror=alert(1)> \u202eesrever {{ 7 * 7 }} {% raw %}"
)


def test_hostile_words_come_out_as_words() -> None:
    text = Text(HOSTILE, f"{HOSTILE} met.")
    span, title = Span.of(text, 0, len(HOSTILE)), Span.of(text, 0, len(HOSTILE), "title")
    evidence = (Evidence(span, HOSTILE),)
    party = Party(HOSTILE, HOSTILE, "person", HOSTILE, office=HOSTILE, mentions=(Mention(span, "name"), Mention(title, "name")))
    meeting = replace(
        READING.meetings[0],
        spans=(span,),
        place=Sourced(HOSTILE, evidence),
        parties=(Sourced(HOSTILE, evidence),),
        kind=Sourced(HOSTILE, evidence),  # type: ignore[arg-type]
    )
    html = marks_html(
        Reading(
            document=Document(name=HOSTILE, text=text, source=HOSTILE),
            parties=(party,),
            meetings=(meeting,),
            problems=(Problem("reading", HOSTILE),),
        )
    )
    assert seen(html).text.count("<script>alert('1')</script>") >= 4
    assert "<script" not in html
    assert "<img" not in html
    assert "\u202e" not in html


def test_a_refused_story_shows_its_problem() -> None:
    html = marks_html(Reading(document=Document(name="x", text=Text("", "")), problems=(Problem("intake", "no <text>"),)))
    assert "no <text>" in seen(html).text


@st.composite
def crossed(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(alphabet="ab <&\n", max_size=20))
    places = st.integers(-1, len(text) + 1)
    ends = draw(st.lists(st.tuples(places, places), max_size=8))
    return text, [
        Mark(KINDS[number % len(KINDS)], Span("text", start, end, text[start:end]), f"m{number}")
        for number, (start, end) in enumerate(ends)
    ]


@given(crossed())
def test_each_letter_lies_under_its_marks_and_no_others(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    opened: list[str] = []
    letters: list[tuple[str, list[str]]] = []
    for piece in pieces(text, marks):
        opened += [mark.what for mark, _ in piece.starts]
        letters += [(letter, sorted(opened)) for letter in piece.words]
        assert piece.ends <= len(opened)
        del opened[len(opened) - piece.ends :]
    assert not opened
    valid = [mark for mark in marks if 0 <= mark.span.start < mark.span.end <= len(text)]
    assert letters == [
        (letter, sorted(mark.what for mark in valid if mark.span.start <= place < mark.span.end))
        for place, letter in enumerate(text)
    ]

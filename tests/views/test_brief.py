"""The brief: what it chooses, how it words it, and that every layout has it."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from dateline.model.document import Document, Text
from dateline.model.evidence import Sourced, Span
from dateline.model.reading import Reading
from dateline.model.sentence import sentence_around
from dateline.model.when import Dating, When
from dateline.views.brief import brief
from dateline.views.brief_markup import html, markdown
from dateline.views.brief_text import plain, show
from tests.views.build import CALL, CLAIM, DENIAL, HOPE, READING, TALKS, seen

EXPECTED = """\
Lopes to visit Lyon
Example Post · feed world · https://exa.mp/1
Monday 28 February 2022 – inferred, 75% sure: “Monday” [1] (weekday of saying); “March 3” [1] (near
  the story); most likely. Or else Monday 7 March 2022 (25%)

MEETINGS
  Monday 28 February 2022
  Call: Portugal, France – held [2]

  Thursday 3 March 2022
  LYON – Talks: Portugal (Ana Lopes), France – 09:30 UTC – scheduled [1]
      foreign ministers; after the call (28 February)

  Some time in March 2022
  EU summit – proposed (doubtful) [3]

WHO SAID WHAT
  Portugal
    Ana Lopes (foreign minister) says (through Portugal spokesperson): “We expect an open <word> & a
      *plan*” [4]
    accuses France (as France has it): it delayed the visit [5]

  France
    denies to Portugal: Portuguese claims that it delayed the visit [5]

PEOPLE
  Ana Lopes (foreign minister, Portugal)

PROBLEMS
  a quotation is not closed

SOURCES
  [1] Foreign Minister Ana Lopes will meet her French counterpart in Lyon on March 3, officials in
      Lisbon said on Monday. (text:0–115)
  [2] The talks follow a call on Feb. 28. (text:117–152)
  [3] A two-day summit of the EU may follow later in March. (text:284–337)
  [4] "We expect an open <word> & a *plan*," Lopes said through a spokesman. (text:153–223)
  [5] France denies Portuguese claims that it delayed the visit. (text:225–283)
"""


def test_plain() -> None:
    assert plain(brief(READING)) == EXPECTED


@pytest.mark.parametrize("width", [40, 60, 100, 250])
def test_no_line_is_too_wide(width: int) -> None:
    assert max(map(len, plain(brief(READING), width).splitlines())) <= width


def test_colours_change_no_word() -> None:
    console = Console(width=100, record=True, force_terminal=True, color_system="truecolor", file=StringIO())
    show(brief(READING), console)
    assert [line.rstrip() for line in console.export_text().splitlines()] == EXPECTED.splitlines()


def test_quotes_are_the_documents_words() -> None:
    for quote in brief(READING).quotes:
        assert quote.span.holds_in(READING.document.text)


def test_markdown_leaves_words_alone() -> None:
    page = markdown([brief(READING), brief(READING)])
    assert page.startswith(
        "# Lopes to visit Lyon\n\nExample Post · feed world · <https://exa.mp/1>\n\n**Monday 28 February 2022**"
    )
    assert (
        "- **LYON** – Talks: Portugal (Ana Lopes), France – 09:30 UTC – *scheduled* [1]  \n  foreign ministers; after" in page
    )
    assert r"“We expect an open \<word\> \& a \*plan\*” [4]" in page
    assert "\n3. A two-day summit" in page
    assert page.count("\n---\n") == 1
    assert "\n\n\n" not in page


def test_html_is_escaped_and_stands_alone() -> None:
    page = html([brief(READING)])
    assert "We expect an open &lt;word&gt; &amp; a *plan*" in page
    assert "<word>" not in page
    assert "<title>Lopes to visit Lyon</title>" in page
    assert '<li id="s1-5">' in page
    assert 'href="#s1-5"' in page
    assert "<script" not in page
    assert "src=" not in page


def test_an_address_that_is_none_is_no_link() -> None:
    hostile = replace(READING, document=replace(READING.document, url="javascript:alert(1)"))
    assert 'href="javascript' not in html([brief(hostile)])


def test_a_relay_is_told_as_what_it_relays() -> None:
    outer = replace(
        HOPE,
        content=(Span.of(READING.document.text, 153, 201),),
        speaker=Sourced("PRT:spokesperson", HOPE.evidence or HOPE.of[0].evidence),
    )
    inner = replace(HOPE, via=None, inside=outer.id)
    (side,) = brief(replace(READING, statements=(outer, inner))).sides
    (line,) = side.lines
    assert line.note == "through Portugal spokesperson"


def test_a_repetition_lends_its_source() -> None:
    again = replace(DENIAL, content=CLAIM.content, same_as=DENIAL.id)
    sides = brief(replace(READING, statements=(DENIAL, again))).sides
    assert [len(side.lines) for side in sides] == [1]


@pytest.mark.parametrize(
    ("dating", "words"),
    [
        (Dating(date(2022, 1, 4), given=True), "Tuesday 4 January 2022 – as given"),
        (Dating(None, given=False), "Date unknown – not given, and the words do not tell the day"),
        (
            Dating(None, given=False, earliest=date(2022, 1, 4), latest=date(2022, 1, 10)),
            "Some time in 4–10 January 2022 – not given, and the words do not tell the day",
        ),
        (Dating(date(2022, 1, 4), given=False), "Tuesday 4 January 2022 – inferred"),
    ],
)
def test_date_line(dating: Dating, words: str) -> None:
    assert words in plain(brief(replace(READING, dating=dating))).splitlines()


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        (
            When(date(2022, 1, 4), date(2022, 1, 5), "extent"),
            ["  Tuesday 4 January 2022", "  Call (to 5 January): Portugal, France – held [1]"],
        ),
        (When(date(2022, 1, 4), None, "since"), ["  Since Tuesday 4 January 2022", "  Call: Portugal, France – held [1]"]),
        (When(None, date(2022, 1, 4), "until"), ["  Until Tuesday 4 January 2022", "  Call: Portugal, France – held [1]"]),
        (When(date(2022, 1, 31), date(2022, 2, 6), "within"), ["  Some time in 31 January – 6 February 2022"]),
        (When(date(2021, 12, 27), date(2022, 1, 2), "within"), ["  Some time in 27 December 2021 – 2 January 2022"]),
        (When.year(2022), ["  Some time in 2022"]),
        (None, ["  No date given"]),
    ],
)
def test_diary_heading(when: When | None, lines: list[str]) -> None:
    call = replace(CALL, when=Sourced(when, (seen("Feb. 28"),)) if when else None)
    text = plain(brief(replace(READING, meetings=(call,), dating=Dating(None, given=False))))
    assert "\n".join(["MEETINGS", *lines]) + "\n" in text


def test_a_move_is_told() -> None:
    before = Sourced(When(date(2022, 3, 1), date(2022, 3, 2), "extent"), (seen("Monday"),))
    assert "moved from 1–2 March 2022" in plain(brief(replace(READING, meetings=(replace(TALKS, previously=before),))))


def test_an_office_is_told_once() -> None:
    again = replace(HOPE, content=CLAIM.content)
    assert plain(brief(replace(READING, statements=(HOPE, again)))).count("(foreign minister)") == 1


def test_without_doubtful_entries() -> None:
    talks = replace(TALKS, part_of=CALL.id)
    firm = replace(READING, meetings=(talks, replace(CALL, confidence=0.1))).without_doubtful()
    assert [(meeting.after, meeting.part_of) for meeting in firm.meetings] == [((), None)]
    assert replace(READING, meetings=(talks, CALL)).without_doubtful().meetings == (talks, CALL)


def test_a_story_cannot_steer_the_terminal() -> None:
    text = Text("Talks \x1b[31mdue\x9b0m \u202eyadot", READING.document.text.body)
    shown = plain(brief(replace(READING, document=replace(READING.document, text=text, source="\x1b]0;x\x07"))))
    assert shown.startswith("Talks [31mdue0m yadot\n]0;x · feed world")
    assert shown.replace("\n", "").isprintable()


def test_nothing_to_tell() -> None:
    empty = Reading(document=Document(name="x.txt", text=Text("", "Nothing.")))
    assert plain(brief(empty)) == "x.txt\nDate unknown – not given, and the words do not tell the day\n"
    assert markdown([brief(empty)]).startswith("# x.txt\n\n**Date unknown**")
    assert "<h2>" not in html([brief(empty)])


@pytest.mark.parametrize(
    ("words", "said", "sentence"),
    [
        ("One. On Jan. 3 U.S. envoys met. Two.", "envoys", "On Jan. 3 U.S. envoys met."),
        ('He said: "Go. Now." They went.', "Now", 'Now."'),
        ("One\n\nTwo is here\n\nThree", "is", "Two is here"),
        ("A" * 500 + " b. C.", "b", "b"),
        ("Only this", "this", "Only this"),
    ],
)
def test_sentence_around(words: str, said: str, sentence: str) -> None:
    text = Text("", words)
    found = sentence_around(text, Span.of(text, words.index(said), words.index(said) + len(said)))
    assert found.quote == sentence
    assert found.holds_in(text)

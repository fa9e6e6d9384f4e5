"""What the clock has to do with a reading: it bounds the day of a story that gives none, and touches nothing else."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model.document import Document, Text
from dateline.reading.dating.clues import clues_of
from dateline.reading.dating.read import find_day
from dateline.reading.desk.findings import Findings
from dateline.reading.parse import Parser
from dateline.reading.parties.read import find_parties
from dateline.reading.read import read
from dateline.reading.times.read import find_times

CLOCKS = st.dates(date(2020, 1, 1), date(2090, 12, 31))
DATED = "BRUSSELS (Wire) - The Turkish president met envoys in Oslo on Monday, years after the 2022 invasion of Ukraine."
UNDATED = "The mayor opened the bridge, which was begun in 2024 and stood still in 2025, before the midterm elections."


def found(parser: Parser, text: str, today: date, day: date | None = None) -> Findings:
    story = parser.parse(Document(name="story", text=Text("", text), published=day))
    return find_day(story, find_times(story, find_parties(story, Findings(today=today))))


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(CLOCKS, st.dates(date(1985, 1, 1), date(2090, 1, 1)))
def test_a_story_that_has_its_day_is_read_alike_whatever_the_clock(parser: Parser, today: date, day: date) -> None:
    def reading(clock: date) -> object:
        story = parser.parse(Document(name="story", text=Text("", DATED), published=day))
        return read(story, clock=lambda: 0.0, today=clock)

    assert reading(today) == reading(date(2026, 5, 1))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(CLOCKS)
def test_a_story_without_a_day_is_no_later_than_the_clocks_year(parser: Parser, today: date) -> None:
    dating = found(parser, UNDATED, today).dating
    assert dating.latest is not None
    assert dating.latest.year <= max(today.year, 2026)


@pytest.mark.parametrize(("today", "latest"), [(date(2025, 9, 1), 2025), (date(2026, 9, 1), 2026), (date(2031, 9, 1), 2028)])
def test_the_last_year_is_that_of_the_clock_or_what_the_words_make_likely(parser: Parser, today: date, latest: int) -> None:
    found_ = found(parser, UNDATED, today).dating
    assert found_.latest is not None
    assert found_.latest.year == latest


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("OSLO, May 14, 2031 (Wire) - The mayor opened the bridge.", date(2026, 1, 1), date(2031, 5, 14)),
        ("OSLO, May 14, 2031 (Wire) - The mayor opened the bridge.", date(2033, 1, 1), date(2031, 5, 14)),
        ("OSLO, May 14, 2099 (Wire) - The mayor opened the bridge.", date(2026, 1, 1), None),
        ("OSLO, May 14, 1984 (Wire) - The mayor spoke of the midterm elections.", date(1970, 1, 1), date(1984, 5, 14)),
    ],
)
def test_a_dateline_may_be_later_than_a_wrong_clock(parser: Parser, text: str, today: date, day: date | None) -> None:
    assert found(parser, text, today).dating.value == day


@pytest.mark.parametrize("today", [date(1970, 1, 1), date(1979, 12, 31)])
def test_a_clock_that_was_never_set(parser: Parser, today: date) -> None:
    dating = found(parser, UNDATED, today).dating
    assert dating.value is None
    assert dating.latest is not None


def test_what_comes_again_goes_on_until_the_year_of_a_later_dateline(parser: Parser) -> None:
    text = "OSLO, May 14, 2031 (Wire) - The mayor spoke of the World Economic Forum in Davos."
    story = parser.parse(Document(name="story", text=Text("", text), published=None))
    findings = find_times(story, find_parties(story, Findings(today=date(2026, 1, 1))))
    (again,) = (clue for clue in clues_of(story, findings) if clue.kind == "season")
    assert again.terms[-1][0].year == 2032


def test_the_clock_of_the_machine_where_none_is_given() -> None:
    assert Findings().today >= date(2026, 1, 1)

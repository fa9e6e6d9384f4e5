"""The time reader without a parse: finding, anchoring, year boundaries, hostile text."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.document import Document, Text
from dateline.model.when import Dating, TimeExpression
from dateline.reading.desk.findings import Findings
from dateline.reading.desk.story import Story
from dateline.reading.times.calendar import containing, easter, season_of, shifted, week_of
from dateline.reading.times.find import find_in
from dateline.reading.times.read import anchor_times, find_times


def read(text: str, day: date | None, title: str = "") -> tuple[TimeExpression, ...]:
    story = Story(Document(name="story", text=Text(title, text)), ())
    return anchor_times(story, find_times(story, Findings(dating=Dating(day, given=day is not None)))).times


@pytest.mark.parametrize(
    ("text", "day", "value", "earliest", "latest"),
    [
        ("It began last week.", date(2022, 1, 4), "2021-W52", date(2021, 12, 27), date(2022, 1, 2)),
        ("It began last week.", date(2021, 1, 5), "2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("It will begin next week.", date(2019, 12, 30), "2020-W02", date(2020, 1, 6), date(2020, 1, 12)),
        ("It will begin next month.", date(2021, 12, 31), "2022-01", date(2022, 1, 1), date(2022, 1, 31)),
        ("It began last month.", date(2020, 3, 31), "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("It began yesterday.", date(2020, 3, 1), "2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("It was said Friday.", date(2022, 1, 1), "2021-12-31", date(2021, 12, 31), date(2021, 12, 31)),
        ("It will be said on Jan. 2.", date(2021, 12, 30), "2022-01-02", date(2022, 1, 2), date(2022, 1, 2)),
        ("It was said on Dec. 30.", date(2022, 1, 2), "2021-12-30", date(2021, 12, 30), date(2021, 12, 30)),
        ("It was said on Feb. 29.", date(2021, 3, 1), "2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("They will meet later in January.", date(2022, 1, 4), "2022-01", date(2022, 1, 5), date(2022, 1, 31)),
        ("They will meet later this month.", date(2022, 1, 31), "2022-01", date(2022, 1, 31), date(2022, 1, 31)),
    ],
)
def test_year_boundaries(text: str, day: date, value: str, earliest: date, latest: date) -> None:
    (found,) = read(text, day)
    assert (found.value, found.earliest, found.latest) == (value, earliest, latest)


TALE = (
    "The republic was founded in 1975. In 1976 its army marched north. By 1980 the war was over. In 1985 a new king came. "
    "In 1991 the king left. "
)


@pytest.mark.parametrize(
    ("words", "value", "earliest", "latest"),
    [
        ("the last decade", "P10Y", date(2012, 5, 16), date(2022, 5, 16)),
        ("the past decade", "P10Y", date(2012, 5, 16), date(2022, 5, 16)),
        ("the last two decades", "P20Y", date(2002, 5, 16), date(2022, 5, 16)),
        ("the past three decades", "P30Y", date(1992, 5, 16), date(2022, 5, 16)),
        ("the last 10 years", "P10Y", date(2012, 5, 16), date(2022, 5, 16)),
        ("the past five years", "P5Y", date(2017, 5, 16), date(2022, 5, 16)),
        ("the eighties", "198", date(1980, 1, 1), date(1989, 12, 31)),
        ("the 1980s", "198", date(1980, 1, 1), date(1989, 12, 31)),
    ],
)
@pytest.mark.parametrize("before", ["", TALE], ids=["alone", "after a tale"])
def test_past_decades_are_counted_back_from_the_story(
    before: str, words: str, value: str, earliest: date, latest: date
) -> None:
    found = read(f"{before}The river towns have lost half their people in {words}.", date(2022, 5, 16))[-1]
    assert (found.value, found.earliest, found.latest) == (value, earliest, latest)


@pytest.mark.parametrize("words", ["the last decade of his rule", "a walk past decade-old oaks"])
def test_a_decade_of_something_else_is_not_the_last(words: str) -> None:
    assert [
        found.value
        for found in read(f"The king built it in {words}.", date(2022, 5, 16))
        if found.value == "P10Y" and found.earliest
    ] == []


@pytest.mark.parametrize(
    ("text", "day", "values"),
    [
        ("It sank two hours ago.", date(2019, 5, 16), ["2019-05-16"]),
        ("It sank 30 hours ago.", date(2019, 5, 16), ["2019-05-15"]),
        ("It sank thirty hours before May 2.", date(2019, 5, 16), ["2019-05-01"]),
        ("In 480 BC they won. The following year they left.", date(2019, 5, 16), ["BC0480", "BC0479"]),
        ("In 44 BC he fell. Two years later Rome burned.", date(2019, 5, 16), ["BC0044", "BC0042"]),
    ],
)
def test_hours_and_years_before_our_era(text: str, day: date, values: list[str]) -> None:
    assert [found.value for found in read(text, day)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met on Jan. 12.", "XXXX-01-12"),
        ("They met in October.", "XXXX-10"),
        ("They met last week.", "XXXX-WXX"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last year.", "XXXX"),
        ("They met in 2002.", "2002"),
        ("They met for two days.", "P2D"),
    ],
)
def test_without_a_day_values_stay_open(text: str, value: str) -> None:
    (found,) = read(text, None)
    assert found.value == value
    assert (found.earliest is None) == (value != "2002")


def test_offsets_quote_the_text_and_the_title_comes_first() -> None:
    text = "😀 The “talks” – due on Jan. 12 – won’t last two days."
    found = read(text, date(2022, 1, 4), title="Talks next week")
    assert [time.span.quote for time in found] == ["next week", "Jan. 12", "two days"]
    assert [time.span.field for time in found] == ["title", "text", "text"]
    assert all(time.span.holds_in(Text("Talks next week", text)) for time in found)


def test_every_assumption_is_named() -> None:
    (found,) = read("It will be on Jan. 12.", date(2022, 1, 4))
    assert [evidence.assumed for evidence in found.evidence] == [False, True, True]


def test_a_tale_of_the_past_keeps_its_own_year() -> None:
    text = (
        "In 1812 the army crossed the river. In June it took the town. The battle of 7 September 1812 decided nothing. "
        "By October snow fell. In 1813 it was beaten, in 1814 the capital fell, and in 1815 peace came."
    )
    assert [time.value for time in read(text, date(2019, 5, 16))] == [
        "1812", "1812-06", "1812-09-07", "1812-10", "1813", "1814", "1815",
    ]  # fmt: skip


@pytest.mark.parametrize(("year", "day"), [(2019, date(2019, 4, 21)), (2000, date(2000, 4, 23)), (1916, date(1916, 4, 23))])
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


def test_the_calendar() -> None:
    assert week_of(date(2021, 1, 3)).value == "2020-W53"
    assert season_of(2019, "WI").last == date(2020, 2, 29)
    assert shifted(date(2020, 2, 29), "Y", -1).value == "2019"
    assert shifted(date(2020, 3, 31), "M", -1, "D").first == date(2020, 2, 29)
    assert containing("E", date(2019, 5, 16)).value == "201"
    assert shifted(date(9999, 12, 31), "D", 5).first == date.max


WORDS = [
    "the",
    "last",
    "next",
    "two",
    "year",
    "years",
    "day",
    "of",
    "in",
    "May",
    "Tuesday",
    "12",
    "2019",
    "ago",
    "and",
    "a",
    "-",
    ",",
]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join),
        st.text("0123456789.,:/- ", max_size=300),
    )
)
def test_any_text_is_read_and_quotes_hold(text: str) -> None:
    found = read(text, date(2019, 5, 16))
    assert all(text[time.span.start : time.span.end] == time.span.quote for time in found)
    assert all(time.earliest is None or time.latest is None or time.earliest <= time.latest for time in found)


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "9:", "the last ", "two hundred and ", "-", "May ", "1,000,", "a.m.", "12/", "\n ", "twenty "]
)
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.perf_counter()
        find_in(text)
        return time.perf_counter() - start

    find_in("warm")
    small, large = min(seconds(2_000) for _ in range(3)), min(seconds(16_000) for _ in range(2))
    assert large < max(small, 0.005) * 8 * 5

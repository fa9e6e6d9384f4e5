"""Days in words, reckoned from a Thursday."""

from datetime import UTC, date, datetime

import pytest

from dateline.app import days
from dateline.model.errors import InputError

THURSDAY = date(2022, 1, 6)


@pytest.fixture(autouse=True)
def thursday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "today", lambda: THURSDAY)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2022-01-04", "2022-01-04", "2022-01-04"),
        ("20220104", "2022-01-04", "2022-01-04"),
        ("2022-01-04T23:30:00+01:00", "2022-01-04", "2022-01-04"),
        ("4 January 2022", "2022-01-04", "2022-01-04"),
        ("Jan. 4, 2022", "2022-01-04", "2022-01-04"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-W02", "2022-01-10", "2022-01-16"),
        (" Today ", "2022-01-06", "2022-01-06"),
        ("yesterday", "2022-01-05", "2022-01-05"),
        ("tomorrow", "2022-01-07", "2022-01-07"),
        ("Monday", "2022-01-03", "2022-01-03"),
        ("thu", "2022-01-06", "2022-01-06"),
        ("last thursday", "2021-12-30", "2021-12-30"),
        ("next thursday", "2022-01-13", "2022-01-13"),
        ("last monday", "2022-01-03", "2022-01-03"),
        ("this friday", "2022-01-07", "2022-01-07"),
        ("next  week", "2022-01-10", "2022-01-16"),
        ("this week", "2022-01-03", "2022-01-09"),
        ("last week", "2021-12-27", "2022-01-02"),
        ("last month", "2021-12-01", "2021-12-31"),
        ("next month", "2022-02-01", "2022-02-28"),
        ("last year", "2021-01-01", "2021-12-31"),
        ("3 days ago", "2022-01-03", "2022-01-03"),
        ("in 2 weeks", "2022-01-20", "2022-01-20"),
        ("in 999999 weeks", "9999-12-31", "9999-12-31"),
        ("999999 weeks ago", "0001-01-01", "0001-01-01"),
    ],
)
def test_spans(words: str, first: str, last: str) -> None:
    assert tuple(map(str, days.span(words))) == (first, last)


@pytest.mark.parametrize(("words", "day"), [("monday", "2022-01-10"), ("thursday", "2022-01-06"), ("wed", "2022-01-12")])
def test_a_weekday_to_come(words: str, day: str) -> None:
    assert str(days.day(words, ahead=True)) == day


@pytest.mark.parametrize(
    "words",
    ["soon", "", "next", "next meeting", "mo", "2022-13", "0000", "2022-W60", "31 February 2022", "days ago", "99999-01-01"],
)
def test_no_days(words: str) -> None:
    with pytest.raises(InputError, match=r"no date: .*; write 2022-01-04, 2022-01, today, monday"):
        days.span(words)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, (None, None)),
        ({"first": "2022-01-04"}, ("2022-01-04", None)),
        ({"last": "2022-01"}, (None, "2022-01-31")),
        ({"first": "next week", "last": "next week"}, ("2022-01-10", "2022-01-16")),
        ({"first": "last monday", "last": "friday"}, ("2022-01-03", "2022-01-07")),
        ({"first": "monday", "last": "friday", "ahead": True}, ("2022-01-10", "2022-01-14")),
        ({"following": "7d"}, ("2022-01-06", "2022-01-13")),
        ({"first": "2022-02-01", "following": "2 weeks"}, ("2022-02-01", "2022-02-15")),
        ({"past": "1w"}, ("2021-12-30", "2022-01-06")),
        ({"last": "2022-02-08", "past": "7 days"}, ("2022-02-01", "2022-02-08")),
    ],
    ids=str,
)
def test_periods(asked: dict[str, str], found: tuple[str | None, str | None]) -> None:
    assert tuple(end and str(end) for end in days.period(**asked)) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"following": "7d", "last": "today"}, "leave --to or --last out"),
        ({"following": "7d", "past": "7d"}, "leave --to or --last out"),
        ({"past": "7d", "first": "today"}, "leave --from or --last out"),
        ({"following": "soon"}, "write 7d, 2w"),
        ({"past": "-7d"}, "no length of time"),
    ],
    ids=str,
)
def test_periods_that_are_none(asked: dict[str, str], words: str) -> None:
    with pytest.raises(InputError, match=words):
        days.period(**asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2022-01-04T08:30:00", datetime(2022, 1, 4, 8, 30, tzinfo=UTC)),
        ("2022-01-04", datetime(2022, 1, 4, 23, 59, 59, 999999, UTC)),
        ("yesterday", datetime(2022, 1, 5, 23, 59, 59, 999999, UTC)),
        ("last month", datetime(2021, 12, 31, 23, 59, 59, 999999, UTC)),
    ],
)
def test_moments(words: str, moment: datetime) -> None:
    assert days.moment(words) == moment

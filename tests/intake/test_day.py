"""Days that a field or header line names."""

from datetime import UTC, date, datetime

import pytest

from dateline.intake.day import FIRST, LAST, day_in_words, iso, moment, published_on
from dateline.model.errors import InputError


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2022-01-04", date(2022, 1, 4)),
        ("4 January 2022", date(2022, 1, 4)),
        ("4th Jan. 2022", date(2022, 1, 4)),
        ("Jan 4, 2022", date(2022, 1, 4)),
        ("TUESDAY, JANUARY 4, 2022", date(2022, 1, 4)),
        ("Sept. 9, 1985, 10:15 a.m. EDT", date(1985, 9, 9)),
        ("May 1, 1986", date(1986, 5, 1)),
        ("2022-01-04T08:30:00+02:00", None),
        ("January 2022", False),
        ("31 February 2022", False),
        ("4 January 2022 in Vienna", False),
        ("1 June 9999", False),
        ("9999-06-01", False),
        ("today", False),
        ("", False),
    ],
)
def test_day_in_words(words: str, day: date | bool | None) -> None:
    found = day_in_words(words)
    if day is None:
        assert isinstance(found, datetime)
        assert found.utcoffset() is not None
    else:
        assert found == (day or None)


def test_published_on() -> None:
    assert published_on("2022-01-04T08:30:00Z") == datetime(2022, 1, 4, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("words", ["", "yesterday", "2022-13-01", "04/01/2022", "2022-01-04T99:00:00Z"])
def test_no_day(words: str) -> None:
    with pytest.raises(InputError, match="write 2022-01-04"):
        published_on(words)


@pytest.mark.parametrize("words", ["9999-06-01", "0001-01-01", "9999-12-31T23:59:59-12:00", "1599-12-31", "2200-01-01"])
def test_no_story_was_published_then(words: str) -> None:
    with pytest.raises(InputError, match=f"a day from {FIRST} to {LAST} is wanted"):
        published_on(words)
    assert moment(words) is None
    assert iso(words) is not None


@pytest.mark.parametrize("words", ["Fri, 31 Dec 9999 23:59:59 -1200", "31 December 9999"])
def test_no_moment_of_a_feed(words: str) -> None:
    assert moment(words) is None

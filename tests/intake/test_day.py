"""Days that a field or header line names."""

from datetime import UTC, date, datetime

import pytest

from dateline.intake.day import day_in_words, published_on
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

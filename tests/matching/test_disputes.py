"""What stories of one meeting disagree on."""

import pytest

from dateline.matching.disputes import disputes
from dateline.matching.overlay import overlay
from dateline.model.occasion import Report
from tests.ledger.build import Told, story


def report(day: str, source: str, date: str, status: str = "scheduled", place: str | None = None) -> Report:
    told = Told(f"{source} of {day}: talks, {status}, {place}, {date}.", ("RUS", "USA"), date, status=status, place=place)
    reading = story(day, told, source=source)
    (meeting,) = reading.meetings
    return Report(meeting=meeting, day=reading.dating.value, document=reading.document.id, source=source)


@pytest.mark.parametrize(
    ("reports", "found"),
    [
        ([("2022-01-04", "Wire", "2022-01-12"), ("2022-01-05", "Post", "2022-01-12")], []),
        (
            [("2022-01-04", "Wire", "2022-01-12"), ("2022-01-05", "Post", "2022-01-13")],
            [("date", ["2022-01-13", "2022-01-12"])],
        ),
        (
            [
                ("2022-01-04", "Wire", "2022-01-12", "scheduled", "Geneva"),
                ("2022-01-05", "Post", "2022-01-12", "scheduled", "Vienna"),
            ],
            [("place", ["Vienna", "Geneva"])],
        ),
        (
            [("2022-01-05", "Wire", "2022-01-12", "cancelled"), ("2022-01-06", "Post", "2022-01-12", "confirmed")],
            [("status", ["confirmed", "cancelled"])],
        ),
        ([("2022-01-04", "Post", "2022-01-12", "confirmed"), ("2022-01-05", "Wire", "2022-01-12", "cancelled")], []),
        ([("2022-01-04", "Wire", "2022-01-12", "cancelled"), ("2022-01-05", "Wire", "2022-01-12", "confirmed")], []),
    ],
    ids=str,
)
def test_disputes(reports: list[tuple[str, ...]], found: list[tuple[str, list[str]]]) -> None:
    made = [report(*each) for each in reports]
    given = disputes(overlay(made, ()), made)
    assert [(each.field, [value.value for value in each.values]) for each in given] == found

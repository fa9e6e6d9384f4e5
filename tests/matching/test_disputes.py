"""What stories of one meeting disagree on."""

from dataclasses import replace

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


def test_who_gives_a_value_is_as_the_claims_have_it() -> None:
    before, other = report("2022-01-04", "Wire", "2022-01-12"), report("2022-01-05", "Post", "2022-01-13")
    update = replace(report("2022-01-06", "Wire", "2022-01-12"), predecessor=before.document, story=before.told_in)
    told = [before, update, other]
    occasion = overlay(told, ())
    (dispute,) = disputes(occasion, told)
    assert {each.value: each.reports for each in dispute.values} == {"2022-01-12": (update.id,), "2022-01-13": (other.id,)}
    bare = replace(occasion, claims=tuple(replace(claim, reports=()) for claim in occasion.claims))
    assert {each.value for each in disputes(bare, told)[0].values} == {"2022-01-12", "2022-01-13"}


def test_a_version_that_was_updated_contradicts_nobody() -> None:
    off = report("2022-01-05", "Wire", "2022-01-12", "cancelled")
    on = replace(report("2022-01-05", "Wire, evening", "2022-01-12", "confirmed"), predecessor=off.document)
    assert disputes(overlay([off, on], ()), [off, on]) == []

"""Positions that moved since a day."""

from datetime import date

import pytest

from dateline.matching.moves import moves
from dateline.model.position import Saying
from tests.matching.sayings import said

FIRST = date(2022, 1, 10)
GRAIN = "exports of grain must be resumed"
BEFORE, SINCE = "2022-01-04", "2022-01-12"


@pytest.mark.parametrize(
    ("sayings", "found"),
    [
        ([said("RUS", "demand", GRAIN, SINCE)], ["demand"]),
        ([said("RUS", "demand", GRAIN, BEFORE)], []),
        ([said("RUS", "demand", GRAIN, BEFORE), said("RUS", "demand", GRAIN, SINCE)], []),
        ([said("UKR", "demand", GRAIN, BEFORE), said("RUS", "demand", GRAIN, SINCE)], ["demand"]),
        ([said("RUS", "assert", GRAIN, SINCE)], []),
        ([said("RUS", "threaten", "to close the ports", SINCE)], ["threaten"]),
        ([said("RUS", "demand", GRAIN, None)], []),
    ],
    ids=["new", "older", "repeated", "another side", "no move", "threat", "no day"],
)
def test_what_is_new(sayings: list[Saying], found: list[str]) -> None:
    stances, _ = moves(sayings, FIRST)
    assert [stance.saying.kind for stance in stances] == found


def test_a_side_that_goes_back_on_what_it_said() -> None:
    before = said("RUS", "reject", "a ceasefire in the northern valley", BEFORE)
    (stance,), _ = moves([before, said("RUS", "agree", "to a ceasefire in the northern valley", SINCE)], FIRST)
    assert stance.shift is not None
    assert stance.shift.before == before


@pytest.mark.parametrize(("day", "number"), [(SINCE, 1), (BEFORE, 0)])
def test_an_accusation_with_its_denial(day: str, number: int) -> None:
    claim = said("UKR", "accuse", "shelling the harbour town", BEFORE, to="RUS", text="one")
    denial = said("RUS", "deny", "shelling the harbour town", day, text="two")
    stances, answered = moves([claim, denial], FIRST)
    assert len(answered) == number
    assert stances == []

"""How far outlets can be relied on, and what that makes believed."""

import pytest

from dateline.app import outlets
from dateline.app.ask import agenda
from dateline.app.keep import keep
from dateline.ledger.database import Ledger
from dateline.model.errors import InputError
from dateline.model.occasion import Claim, Occasion
from tests.ledger.build import Told, story
from tests.ledger.chains import NRC

BRUSSELS = {**NRC, "place": "Brussels"}


def put(ledger: Ledger, *told: tuple[str, str, str, str]) -> None:
    """(outlet, day, date, status) of each story."""
    for number, (source, day, date, status) in enumerate(told):
        keep(ledger, story(day, Told(f"Council, number {number}.", **BRUSSELS, date=date, status=status), source=source), "1")


def believed(ledger: Ledger) -> Occasion:
    (row,) = agenda(ledger).rows
    return row.occasion


def claims(ledger: Ledger) -> dict[str, Claim]:
    return {claim.value: claim for claim in believed(ledger).claims if claim.field == "date"}


def test_a_better_source_is_believed(ledger: Ledger) -> None:
    put(ledger, ("Gazette", "2022-01-04", "2022-01-12", "scheduled"), ("Wire", "2022-01-05", "2022-01-13", "scheduled"))
    assert {value: claim.why for value, claim in claims(ledger).items()} == {"2022-01-12": "older", "2022-01-13": "newer"}
    rated = outlets.rate(ledger, " gazette ", "b", by="Ana", note="close to the talks")
    assert (rated.reports, rated.outlet.reliability, len(rated.meetings)) == (1, "B", 1)
    found = claims(ledger)
    assert (found["2022-01-12"].believed, found["2022-01-12"].why) == (True, "a better source, B over F")
    assert (found["2022-01-13"].rival, found["2022-01-13"].why) == (True, "a worse source")
    assert [(each.name, each.reliability, each.by) for each in outlets.known(ledger)] == [("gazette", "B", "Ana")]


def test_it_does_not_matter_when_the_letter_was_given(ledger: Ledger) -> None:
    outlets.rate(ledger, "Gazette", "A", by="Ana")
    put(ledger, ("Gazette", "2022-01-04", "2022-01-12", "scheduled"), ("Wire", "2022-01-05", "2022-01-13", "scheduled"))
    assert claims(ledger)["2022-01-12"].believed


def test_a_letter_taken_back(ledger: Ledger) -> None:
    put(ledger, ("Gazette", "2022-01-04", "2022-01-12", "scheduled"), ("Wire", "2022-01-05", "2022-01-13", "scheduled"))
    outlets.rate(ledger, "Gazette", "A", by="Ana")
    outlets.rate(ledger, "Gazette", "F", by="Ana")
    assert claims(ledger)["2022-01-13"].believed


def test_what_a_party_confirms_is_believed(ledger: Ledger) -> None:
    put(
        ledger, ("Gazette", "2022-01-04", "2022-01-12", "confirmed"), ("Wire", "2022-01-05", "2022-01-13", "scheduled"),
        ("Paper", "2022-01-05", "2022-01-13", "scheduled"),
    )  # fmt: skip
    found = claims(ledger)
    assert (found["2022-01-12"].why, found["2022-01-13"].why) == ("confirmed by a party", "not confirmed by a party")


def test_more_stories(ledger: Ledger) -> None:
    put(
        ledger, ("Gazette", "2022-01-04", "2022-01-12", "scheduled"), ("Paper", "2022-01-04", "2022-01-12", "scheduled"),
        ("Wire", "2022-01-05", "2022-01-13", "scheduled"),
    )  # fmt: skip
    assert claims(ledger)["2022-01-12"].why == "more stories, 2 against 1"


def test_credibility_is_apart_from_reliability(ledger: Ledger) -> None:
    put(ledger, ("Gazette", "2022-01-04", "2022-01-12", "scheduled"))
    assert believed(ledger).credibility == 2
    outlets.rate(ledger, "Gazette", "E", by="Ana")
    assert believed(ledger).credibility == 2
    put(ledger, ("Gazette", "2022-01-05", "2022-01-12", "scheduled"))
    assert believed(ledger).credibility == 2
    keep(ledger, story("2022-01-06", Told("Council in Brussels.", **BRUSSELS, date="2022-01-12"), source="Wire"), "1")
    assert believed(ledger).credibility == 1


@pytest.mark.parametrize(("name", "letter"), [("Wire", "G"), ("Wire", ""), (" ", "A")])
def test_letters(ledger: Ledger, name: str, letter: str) -> None:
    with pytest.raises(InputError):
        outlets.rate(ledger, name, letter, by="Ana")

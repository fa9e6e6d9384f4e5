"""Two reports compared: reasons, weights, and whether they are taken to be of one occasion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.matching.compare import ENOUGH, compare
from dateline.model.entry import Attendee
from dateline.model.occasion import Facts
from tests.ledger.build import COUNTRIES, day, feature, when


def facts(
    name: str,
    told: str | None = "2022-01-04",
    sides: str = "USA RUS",
    date: str | None = "2022-01-10",
    *,
    kind: str = "talks",
    status: str = "scheduled",
    forum: str | None = None,
    place: str | None = None,
    people: str = "",
    level: str | None = None,
    previously: str | None = None,
    text: str | None = None,
) -> Facts:
    """`people` as "Sergei Lavrov of RUS, …"."""
    named = [each.split(" of ") for each in people.split(", ") if each]
    return Facts(
        id=name,
        text=text or f"text of {name}",
        day=day(told),
        kind=kind,
        status=status,
        forum=forum,
        sides=frozenset(sides.split()),
        people=frozenset(Attendee(person, of) for person, of in named),
        level=level,
        place=place,
        country=COUNTRIES.get(place) if place else None,
        feature=feature(place) if place else None,
        when=when(date),
        previously=when(previously),
    )


PAIR = "Sergei Lavrov of RUS, Antony Blinken of USA"

ONE = {
    "the same parties and day": facts("b"),
    "the same parties and place, a week that holds the day": facts("b", date="~2022-01-10/2022-01-16", place="Kyiv"),
    "a plan told earlier in the month": facts("b", "2022-01-03", date="2022-01"),
    "an undated plan, a few days before": facts("b", date=None, told="2022-01-08", place="Kyiv", people=PAIR),
    "an undated report, a day after": facts("b", date=None, told="2022-01-11", status="held", place="Kyiv", people=PAIR),
    "the same forum": facts("b", sides="", forum="OSCE"),
    "moved from the day": facts("b", date="2022-01-17", previously="2022-01-10"),
    "a country and its city": facts("b", place="Ukraine"),
    "an outlet a day off, the same place and people": facts("b", date="2022-01-11", place="Kyiv", people=PAIR),
    "one side of two, the same person and place": facts("b", sides="RUS", place="Kyiv", people="Sergei Lavrov of RUS"),
}

TWO = {
    "another day": facts("b", date="2022-01-20"),
    "three days later": facts("b", date="2022-01-13"),
    "another month": facts("b", date="2022-02"),
    "some day of the year": facts("b", date="~2022-01-01/2022-12-31"),
    "a plan told later in the month": facts("b", "2022-01-20", date="2022-01"),
    "a report told earlier in the month": facts("b", "2022-01-08", date="2022-01", status="held"),
    "other parties": facts("b", sides="EGY ISR"),
    "one party in common": facts("b", sides="USA FRA"),
    "another forum": facts("b", forum="NATO-Russia Council"),
    "another city": facts("b", place="Geneva"),
    "a call, not a meeting": facts("b", kind="call", people="Joe Biden of USA, Vladimir Putin of RUS"),
    "other people": facts("b", people="Wendy Sherman of USA, Sergei Ryabkov of RUS"),
    "an undated plan, months before": facts("b", date=None, told="2021-10-01"),
    "an undated plan, afterwards": facts("b", date=None, told="2022-01-15"),
    "an undated report, before": facts("b", date=None, told="2022-01-08", status="held"),
    "nothing but a party": facts("b", sides="RUS", date=None),
    "a story of unknown day without a date": facts("b", told=None, date=None),
}

STANDING = facts("a", forum="OSCE", place="Kyiv", people=PAIR)


def test_a_call_and_a_visit_of_the_same_pair_in_one_week_are_two() -> None:
    pair = "Keir Starmer of GBR, Emmanuel Macron of FRA"
    call = facts("a", sides="GBR FRA", date="~2022-01-10/2022-01-16", kind="call", status="held", people=pair)
    visit = facts("b", sides="GBR FRA", date="~2022-01-10/2022-01-16", kind="visit", place="Kyiv", people=pair)
    assert compare(call, visit).score < ENOUGH


@pytest.mark.parametrize("name", ONE)
def test_one_occasion(name: str) -> None:
    match = compare(STANDING, ONE[name])
    assert match.score >= ENOUGH, match.reasons
    assert match.score == pytest.approx(sum(weight for _, weight in match.reasons))


@pytest.mark.parametrize("name", TWO)
def test_two_occasions(name: str) -> None:
    match = compare(STANDING, TWO[name])
    assert match.score < ENOUGH, match.reasons


def test_a_story_that_tells_them_apart() -> None:
    assert compare(facts("a"), facts("b", text="text of a")).score < ENOUGH
    same = {"forum": "OSCE", "place": "Vienna"}
    assert compare(facts("a", **same), facts("b", text="text of a", **same)).score >= ENOUGH


def test_two_undated_plans() -> None:
    plan = facts("a", date=None, people=PAIR)
    assert compare(plan, facts("b", date=None, told="2022-01-06", people=PAIR)).score >= ENOUGH
    assert compare(facts("a", date=None), facts("b", date=None, told="2022-01-14")).score < ENOUGH
    assert compare(plan, facts("b", date=None, told="2022-02-06", people=PAIR)).score < ENOUGH


def test_a_new_date_for_what_was_put_off() -> None:
    shelved = facts("a", date=None, status="postponed", previously="2022-01-03", forum="OSCE")
    assert compare(shelved, facts("b", "2022-02-01", date="2022-02-20", forum="OSCE")).score >= ENOUGH
    assert compare(shelved, facts("b", "2022-01-01", date="2022-02-20", forum="OSCE")).score < ENOUGH


SAMPLES = st.sampled_from([STANDING, *ONE.values(), *TWO.values()])


@given(SAMPLES, SAMPLES)
def test_the_order_does_not_matter(one: Facts, other: Facts) -> None:
    assert compare(one, other).score == compare(other, one).score

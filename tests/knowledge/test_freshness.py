"""How old what is known is, and what an open term of office is worth later than that."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge import parties
from dateline.knowledge.freshness import AGING, TRUSTED, as_of
from dateline.knowledge.load import package_tables
from dateline.knowledge.parties import Holder, Office, Term, bodies, holders, people, terms_of
from dateline.model.errors import KnowledgeError

HELD = as_of("parties/holders")


@pytest.mark.parametrize("topic", AGING)
def test_every_file_that_ages_says_as_of_which_day_it_holds(topic: str) -> None:
    assert date(2025, 1, 1) <= as_of(topic) <= date.today()  # noqa: DTZ011


def test_a_file_without_a_day_is_an_error() -> None:
    with pytest.raises(KnowledgeError, match=r"parties/titles\.toml, as_of: a day is wanted"):
        as_of("parties/titles")


def test_an_open_term_says_when_it_was_checked_and_an_ended_one_does_not() -> None:
    assert {term.checked is None for term in holders() if term.until} == {True}
    assert all(term.checked and term.checked >= HELD for term in holders() if term.until is None)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_an_open_term_holds_then_is_assumed_then_nobody_knows(day: date) -> None:
    term = Holder("Ida Example", (), "trade minister", "NOR", date(2020, 1, 1), None, checked=date(2025, 1, 1))
    assert term.holds(day) is (date(2020, 1, 1) <= day <= date(2025, 1, 1) + TRUSTED)
    assert term.is_assumed(day) is (day > date(2025, 1, 1))


def office(*given: str | Term, single: bool = True, checked: date | None = None) -> tuple[Holder, ...]:
    return terms_of(Office("NOR", "trade minister", given, single=single, checked=checked))


def test_who_came_into_an_office_for_one_ends_the_open_term_before() -> None:
    first, second = office("Ida Example 2020-01-01/", "Odd Example 2030-01-01/")
    assert (first.until, first.checked) == (date(2030, 1, 1), None)
    assert (second.until, second.checked) == (None, date(2030, 1, 1))
    both = office("Ida Example 2020-01-01/", "Odd Example 2030-01-01/", single=False)
    assert [term.until for term in both] == [None, None]


@pytest.mark.parametrize(
    ("given", "checked", "expected"),
    [
        ("Ida Example 2020-01-01/", None, HELD),
        ("Ida Example 2020-01-01/", HELD + timedelta(days=90), HELD + timedelta(days=90)),
        ("Ida Example 2020-01-01/", date(2020, 2, 1), HELD),
        (Term("Ida Example", date(2020, 1, 1), checked=HELD + timedelta(days=7)), None, HELD + timedelta(days=7)),
    ],
)
def test_a_term_was_checked_with_its_file_its_office_or_by_itself(
    given: str | Term, checked: date | None, expected: date
) -> None:
    [term] = office(given, checked=checked)
    assert term.checked == expected


def test_a_person_stands_once_under_a_wikidata_id(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the names under which two files list somebody."""
    raw = deepcopy(package_tables("parties/people"))
    raw["wikidata"] |= {"Anna Berg": "Q1", "Anna Maria Berg": "Q1"}
    raw["names"] |= {"Anna Maria Berg": ["A. M. Berg"]}
    raw["short"] |= {"Anna Maria Berg": "Berg"}
    monkeypatch.setattr(parties, "tables", lambda topic: raw)
    found = people.__wrapped__()
    assert found.same == {"Anna Maria Berg": "Anna Berg"}
    assert found.names["Anna Berg"] == ("A. M. Berg", "Anna Maria Berg")
    assert found.short["Anna Berg"] == "Berg"
    assert [name for name, id_ in found.wikidata.items() if id_ == "Q1"] == ["Anna Berg"]


@pytest.mark.parametrize(
    ("body", "day", "inside", "outside"),
    [
        ("NATO", date(1995, 1, 1), {"TUR", "USA"}, {"POL", "FIN", "SWE"}),
        ("NATO", date(2023, 4, 4), {"POL", "FIN"}, {"SWE"}),
        ("NATO", None, {"FIN", "SWE"}, set[str]()),
        ("EU", date(2010, 1, 1), {"GBR", "ROU"}, {"HRV"}),
        ("EU", date(2020, 1, 31), {"HRV"}, {"GBR"}),
        ("EU", None, {"HRV"}, {"GBR"}),
    ],
)
def test_members_on_a_day(body: str, day: date | None, inside: set[str], outside: set[str]) -> None:
    known = next(each for each in bodies() if each.id == body)
    members = set(known.members_on(day))
    assert inside <= members
    assert not outside & members


def test_members_came_after_the_founding_and_left_after_they_came() -> None:
    for body in (each for each in bodies() if each.joined or each.left):
        founded = parties.bound(body.founded, last=False) if body.founded else date.min
        assert all(founded < day for day in (*body.joined.values(), *body.left.values())), body.id
        assert all(body.joined.get(id_, founded) < day for id_, day in body.left.items()), body.id

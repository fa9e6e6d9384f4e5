"""Groups of reports: dates that make one occasion, and dates that do not."""

from itertools import combinations

import pytest

from dateline.matching.compare import compare
from dateline.matching.group import coherent, group
from dateline.model.occasion import Facts
from tests.ledger.build import day, when


def facts(date: str | None, status: str = "scheduled", told: str = "2022-01-04", previously: str | None = None) -> Facts:
    return Facts(
        id=f"{date} {status} {told}", text=told, day=day(told), kind="talks", status=status, when=when(date),
        previously=when(previously),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("members", "one"),
    [
        ([facts("2022-01-12"), facts("2022-01")], True),
        ([facts("2022-01-12"), facts("2022-03")], False),
        ([facts("2022-01-12"), facts(None, "postponed"), facts("2022-03")], True),
        ([facts("2022-01-12"), facts("2022-03", previously="2022-01-12")], True),
        ([facts("2022-01-12"), facts("2022-01-20")], False),
        ([facts("2022-01-12"), facts("2022-01-20", previously="2022-01-12")], True),
    ],
    ids=["in its month", "out of its month", "put off", "moved to a month", "another day", "moved to another day"],
)
def test_dates_of_one_occasion(members: list[Facts], one: bool) -> None:
    assert coherent(members) is one


def told(
    name: str, date: str | None, place: str | None = None, status: str = "held", day_: str = "2022-01-12", quote: str = ""
) -> Facts:
    return Facts(
        id=name, text=f"text of {name}", day=day(day_), kind="talks", status=status, sides=frozenset({"EGY", "ISR"}),
        when=when(date), place=place, quote=quote,
    )  # fmt: skip


VILLA = "The envoys spent hours in a harbour villa over prisoners, crossings and grain"
CAIRO, GENEVA = told("c", "2022-01-12", "Cairo", quote=VILLA), told("g", "2022-01-14", "Geneva", day_="2022-01-14", quote=VILLA)
BARE, OTHER = (told(name, None, day_="2022-01-14", quote=f"{VILLA} again, {name}") for name in ("x", "y"))


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([CAIRO, BARE], [("c", "x")]),
        ([CAIRO, GENEVA, BARE], [("c",), ("g",), ("x",)]),
        ([BARE, OTHER], [("x",), ("y",)]),
        ([CAIRO, BARE, OTHER], [("c", "x", "y")]),
    ],
    ids=["to the one that it fits", "to none of two", "founds nothing with another", "several to one"],
)
def test_bare_words_only_attach(reports: list[Facts], expected: list[tuple[str, ...]]) -> None:
    matches = [compare(one, other) for one, other in combinations(reports, 2)]
    assert list(group(reports, matches)) == expected


def test_bare_words_that_people_told_apart() -> None:
    reports = [CAIRO, BARE, OTHER]
    matches = [compare(one, other) for one, other in combinations(reports, 2)]
    assert list(group(reports, matches, apart=[("x", "y")])) == [("c", "x"), ("y",)]

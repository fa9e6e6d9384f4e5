"""Chains of stories across outlets, read by the real reader, in every order of arrival (or eight of them)."""

import random
from itertools import permutations
from math import factorial

import pytest

from dateline.app.keep import keep
from dateline.ledger.database import open_ledger
from dateline.model.reading import Reading
from dateline.reading.parse import Parser
from tests.chains.build import CHAINS, Chain, b_cubed, believed, chain, f1, grouped
from tests.store.test_keep import emptied

ORDERS = 8
GOOD = 0.95


@pytest.fixture(scope="session")
def chains(parser: Parser) -> dict[str, Chain]:
    return {given["name"]: chain(given, parser) for given in CHAINS}


def orders(readings: tuple[Reading, ...]) -> list[tuple[Reading, ...]]:
    """All orders, or eight of them."""
    if factorial(len(readings)) <= ORDERS:
        return list(permutations(readings))
    chance = random.Random(3)
    return [tuple(chance.sample(readings, len(readings))) for _ in range(ORDERS)]


def test_how_many_chains_there_are_and_of_how_many_stories() -> None:
    assert len(CHAINS) == 21
    assert all(3 <= len(given["stories"]) <= 6 for given in CHAINS)


@pytest.mark.parametrize("name", [given["name"] for given in CHAINS])
def test_status_and_date_in_the_end(chains: dict[str, Chain], name: str) -> None:
    given = chains[name]
    expected = {each: (value["status"], value.get("date")) for each, value in given.meetings.items()}
    groupings = set()
    ledger = open_ledger("sqlite://")
    for order in orders(given.readings):
        emptied(ledger)
        for reading in order:
            keep(ledger, reading, "1")
        assert believed(ledger, given) == expected, [reading.document.name for reading in order]
        homes = grouped(ledger)
        groupings.add(frozenset(frozenset(each for each in homes if homes[each] == home) for home in homes.values()))
    ledger.close()
    assert len(groupings) == 1


def test_matching(chains: dict[str, Chain]) -> None:
    scores = []
    for given in chains.values():
        ledger = open_ledger("sqlite://")
        for reading in given.readings:
            keep(ledger, reading, "1")
        scores.append(b_cubed(grouped(ledger), given.about))
        ledger.close()
    assert f1(scores) >= GOOD


def test_matching_of_all_chains_in_one_ledger(chains: dict[str, Chain]) -> None:
    ledger = open_ledger("sqlite://")
    for given in chains.values():
        for reading in given.readings:
            keep(ledger, reading, "1")
    gold = {report: f"{given.name} {name}" for given in chains.values() for report, name in given.about.items()}
    assert f1([b_cubed(grouped(ledger), gold)]) >= GOOD
    ledger.close()


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        ({"a": "1", "b": "1"}, {"a": "x", "b": "x"}, (1.0, 1.0)), ({"a": "1", "b": "2"}, {"a": "x", "b": "x"}, (1.0, 0.5)),
        ({"a": "1", "b": "1"}, {"a": "x", "b": "y"}, (0.5, 1.0)), ({}, {"a": "x"}, (1.0, 0.0)),
    ],
)  # fmt: skip
def test_b_cubed(found: dict[str, str], gold: dict[str, str], expected: tuple[float, float]) -> None:
    assert b_cubed(found, gold) == expected

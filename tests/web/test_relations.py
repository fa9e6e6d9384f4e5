"""The relations page, and the relations of a party on its page."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.app.keep import keep
from dateline.app.settings import Settings
from dateline.web.serve import desk_of
from dateline.web.site import site
from tests.store.test_relations import ONE


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[TestClient]:
    with desk_of(Settings(f"sqlite:///{tmp_path / 'ledger.db'}"), create=True) as made:
        keep(made.ledger, ONE, "1")
        yield TestClient(site(made), base_url="http://localhost:8765")


@pytest.mark.parametrize(
    ("asked", "shown", "hidden"),
    [
        ("", ["is a member of", "is trade minister of", "backs", "has its seat in"], []),
        ("?party=Kenya", ["backs"], ["is a member of"]),
        ("?kind=member", ["is a member of", "since 2004", "<mark>Latvia, a NATO member</mark> since 2004"], ["backs</span>"]),
        ("?from=2022-02-01", ["No such relation"], ["is a member of"]),
    ],
)
def test_relations_are_listed(ask: TestClient, asked: str, shown: list[str], hidden: list[str]) -> None:
    page = ask.get(f"/relations{asked}").text
    assert [each for each in shown if each not in page] == []
    assert [each for each in hidden if each in page] == []


def test_a_party_has_its_relations_and_offices(ask: TestClient) -> None:
    page = ask.get("/parties/LVA").text.partition('id="ties"')[2]
    assert "is a member of" in page
    assert 'href="/parties/NATO"' in page
    assert "backs" in page
    assert [row["kind"] for row in ask.get("/parties/KEN.json").json()["relations"]] == ["backs"]


def test_relations_for_programs(ask: TestClient) -> None:
    assert len(ask.get("/relations.json").json()["rows"]) == 4
    rows = list(csv.DictReader(io.StringIO(ask.get("/relations.csv?kind=seat").text, newline="")))
    assert [(row["source"], row["target"]) for row in rows] == [("NATO", "Oslo")]
    assert ask.get("/relations?kind=friend").status_code == 400

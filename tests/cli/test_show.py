"""`dateline show`: a story with its marks."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dateline.app.keep import keep
from dateline.cli.main import app
from dateline.ledger.database import open_ledger
from dateline.model.errors import InputError, UnknownEntryError
from tests.ledger.build import Told, story
from tests.store.test_events import reading as acts
from tests.store.test_relations import SEAT
from tests.store.test_relations import reading as ties

ADDRESS = "https://wire.example/envoys"
MET = story(
    "2022-01-04",
    Told("Envoys met in Vienna on Jan. 3.", ("RUS", "KOR"), "2022-01-03", status="held", place="Vienna"),
    Told("Ministers may follow.", ("RUS", "KOR"), confidence=0.2),
    said=(("RUS", "deny", "It plans nothing."),),
    url=ADDRESS,
    name="envoys.txt",
)
ACTS = acts()
TIES = ties()


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.db'}"
    monkeypatch.setenv("DATELINE_DATABASE", address)
    ledger = open_ledger(address)
    for reading in (MET, ACTS, TIES):
        keep(ledger, reading, "1")
    ledger.close()
    return address


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def value(*arguments: str) -> dict[str, Any]:
    return dict(json.loads(run("show", *arguments, "--json").stdout))


@pytest.mark.parametrize(
    "words",
    [MET.document.id, MET.document.id[:6], "envoys.txt", ADDRESS, MET.statements[0].id, MET.meetings[0].id[:8]],
    ids=["id", "beginning", "name", "address", "statement", "report"],
)
def test_ways_to_name_it(words: str) -> None:
    assert value(words)["id"] == MET.document.id


def test_by_a_relation_in_it() -> None:
    assert value(SEAT.id[:8])["id"] == TIES.document.id


def test_text() -> None:
    shown = run("show", ADDRESS).stdout
    lines = shown.splitlines()
    assert lines[0] == f"Wire · Tuesday 4 January 2022 · {MET.document.id}"
    assert lines[1:4] == [ADDRESS, "", MET.document.text.body]
    talks, denial = MET.meetings[0].id[:8], MET.statements[0].id[:8]
    assert f"  {talks}  talks: Russia and South Korea, 2022-01-03, Vienna, held, confidence 0.80" in lines
    assert f"  {denial}  deny: Russia denies, confidence" in shown
    assert "  Russia (RUS); South Korea (KOR)" in lines
    assert "Marks:" not in shown
    assert "\x1b" not in shown


def test_events() -> None:
    shown = run("show", ACTS.document.id).stdout
    accused = ACTS.events[0].id[:8]
    assert f"  {accused}  ACCUSE, CAMEO 112: Russia → Ukraine, happened, 2022-01-03, confidence 0.80" in shown.splitlines()


def test_doubtful_entries_when_asked_for() -> None:
    assert "Ministers may follow.”" not in run("show", ADDRESS).stdout
    assert "“Ministers may follow.”" in run("show", ADDRESS, "--all").stdout
    assert len(value(ADDRESS, "--all")["meetings"]) == 2


@pytest.mark.parametrize("reading", [MET, ACTS], ids=["meeting and statement", "events"])
def test_marks_are_words_of_the_text(reading: Any) -> None:
    found = value(reading.document.id)
    entries = {each["id"] for kind in ("meetings", "statements", "events") for each in found[kind]}
    assert {mark["entry"] for mark in found["marks"]} == entries
    for mark in found["marks"]:
        assert found["text"][mark["start"] : mark["end"]] == mark["quote"]


def test_what_people_decided() -> None:
    denial = MET.statements[0].id
    run("judge", denial, "correct", "kind", "threaten")
    assert f"{denial[:8]}  threaten: Russia threatens" in run("show", ADDRESS).stdout
    run("judge", denial, "reject")
    assert value(ADDRESS)["statements"] == []


def test_a_story_of_which_nothing_is_known(database: str) -> None:
    ledger = open_ledger(database)
    keep(ledger, replace(story("2022-01-05", body="It rained all day."), parties=()), "1")
    ledger.close()
    (row,) = [row for row in json.loads(run("stories", "--json").stdout)["rows"] if row["published"] == "2022-01-05"]
    assert "No meeting, statement or event was read in it." in run("show", row["id"]).stdout


def test_a_meeting_is_shown_or_names_its_documents(database: str) -> None:
    name = json.loads(run("agenda", "--json").stdout)["rows"][0]["id"]
    assert value(name)["id"] == MET.document.id
    told = Told("Envoys met in Vienna on Jan. 3, too.", ("RUS", "KOR"), "2022-01-03", status="held", place="Vienna")
    again = story("2022-01-05", told, source="Post")
    ledger = open_ledger(database)
    keep(ledger, again, "1")
    ledger.close()
    with pytest.raises(InputError, match=f"told by {MET.document.id[:8]}, {again.document.id[:8]}"):
        run("show", json.loads(run("agenda", "--json").stdout)["rows"][0]["id"])


@pytest.mark.parametrize("words", ["ffff0000", "https://wire.example/other"])
def test_unknown(words: str) -> None:
    with pytest.raises(UnknownEntryError):
        run("show", words)

"""`dateline explain`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.app.keep import keep
from dateline.cli.main import app
from dateline.ledger.database import open_ledger
from dateline.model.errors import UnknownEntryError
from tests.ledger.chains import CHAINS

STORY = CHAINS[1].stories[1]


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'ledger.db'}"
    monkeypatch.setenv("DATELINE_DATABASE", address)
    ledger = open_ledger(address)
    keep(ledger, STORY, "1")
    ledger.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["explain", *arguments])


@pytest.mark.parametrize("words", [STORY.document.id, STORY.document.name, STORY.meetings[0].id[:7]])
def test_a_tree(words: str) -> None:
    result = run(words)
    assert result.exit_code == 0
    assert "previous date: 2022-01-12\n" in result.stdout
    assert "“Moved from Jan. 12 to Jan. 14.” (text 0–30) by from <date>" in result.stdout
    assert "the year nearest to the story's day, assumed" in result.stdout
    assert "\x1b" not in result.stdout


def test_json() -> None:
    value = json.loads(run(STORY.meetings[0].id, "--json").stdout)
    assert value["ok"] is True
    assert value["label"] == f"report {STORY.meetings[0].id}"
    labels = [branch["label"] for branch in value["beneath"]]
    assert {"mention", "date", "previous date", "status", "parties", "meeting"} <= set(labels)


def test_the_ids_of_the_agenda_can_be_explained() -> None:
    agenda = CliRunner().invoke(app, ["agenda", "--json"])
    (row,) = json.loads(agenda.stdout)["rows"]
    assert run(row["id"]).stdout.startswith(f"meeting {row['id']}: ")
    assert run(row["sources"][0]["document"]).stdout.startswith("document ")


def test_unknown() -> None:
    assert isinstance(run("ffff0000").exception, UnknownEntryError)

"""`dateline agenda`."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar
from typer.testing import CliRunner, Result

from dateline.app.keep import keep
from dateline.cli.main import app
from dateline.ledger.database import open_ledger
from dateline.model.errors import DatelineError
from tests.ledger.chains import CHAINS


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.db'}"
    monkeypatch.setenv("DATELINE_DATABASE", address)
    ledger = open_ledger(address)
    for reading in (*CHAINS[1].stories, *CHAINS[6].stories[1:2]):
        keep(ledger, reading, "1")
    ledger.close()
    return address


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["agenda", *arguments])


def titles(*arguments: str) -> list[str]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [row["title"] for row in json.loads(result.stdout)["rows"]]


OSCE, COUNCIL = "OSCE talks", "NATO-Russia Council council"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], [OSCE, COUNCIL]),
        (["--from", "2022-01-14"], [COUNCIL]),
        (["--to", "2022-01-13"], [OSCE]),
        (["--from", "today"], []),
        (["--party", "NATO"], [COUNCIL]),
        (["--party", "russia"], [OSCE, COUNCIL]),
        (["--party", "Ukrainian"], [OSCE]),
        (["--party", "Portugal"], []),
        (["--as-of", "2022-01-04"], [COUNCIL]),
        (["--as-of", "2022-01-04", "--from", "2022-01-13"], []),
    ],
    ids=str,
)
def test_questions(arguments: list[str], found: list[str]) -> None:
    assert titles(*arguments) == found


def test_text() -> None:
    result = run("--as-of", "2022-01-09")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "Thursday 13 January 2022"
    assert "  ** NATO-Russia Council council – scheduled\n" in result.stdout
    assert "\x1b" not in result.stdout


def test_calendar() -> None:
    result = run("--ics")
    assert len(Calendar.from_ical(result.stdout_bytes).walk("VEVENT")) == 2
    assert result.stdout_bytes.count(b"\n") == result.stdout_bytes.count(b"\r\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "soon"], "no date"),
        (["--from", "2022-02-01", "--to", "2022-01-01"], "end before it starts"),
        (["--party", "Ruritania"], "no party is known"),
        (["--database", "sqlite:///absent/none.db"], "no ledger at"),
    ],
)
def test_troubles(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, DatelineError)
    assert words in str(result.exception)


def test_json_or_calendar() -> None:
    assert run("--json", "--ics").exit_code == 2
    assert run("--html", "--ics").exit_code == 2


def test_nothing_to_print() -> None:
    result = run("--from", "2030-01-01")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "holds 2, dated from 2022-01-13 to 2022-01-14" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--from", "2022-01-14", "--next", "7d"], [COUNCIL]),
        (["--to", "2022-01-13", "--last", "2w"], [OSCE]),
        (["--from", "2022-01", "--to", "2022-01"], [OSCE, COUNCIL]),
        (["--next", "7d"], []),
    ],
    ids=str,
)
def test_days_in_words(arguments: list[str], found: list[str]) -> None:
    assert titles(*arguments) == found

"""`dateline statements` and `dateline positions`."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.app.keep import keep
from dateline.cli.main import app
from dateline.ledger.database import open_ledger
from dateline.model.errors import DatelineError
from tests.ledger.build import Told, story

STORIES = (
    story(
        "2022-01-04",
        Told("Envoys meet in Vienna.", ("RUS", "UKR"), "2022-01-10", people=(("Anna Petrova", "RUS"),)),
        said=(
            ("Anna Petrova", "demand", "Exports of grain must be resumed."),
            ("UKR", "reject", "No grain export under fire."),
        ),
        source="Wire",
    ),
    story(
        "2022-02-01",
        Told("Envoys met.", ("RUS", "UKR")),
        said=(("RUS", "agree", "To let grain exports pass."),),
        source="Paper",
    ),
)


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.db'}"
    monkeypatch.setenv("DATELINE_DATABASE", address)
    ledger = open_ledger(address)
    for reading in STORIES:
        keep(ledger, reading, "1")
    ledger.close()
    return address


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


def quotes(*arguments: str) -> list[str]:
    result = run("statements", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return [row["quote"] for row in json.loads(result.stdout)["rows"]]


DEMAND, REFUSAL, CONSENT = "Exports of grain must be resumed.", "No grain export under fire.", "To let grain exports pass."


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], [CONSENT, DEMAND, REFUSAL]),
        (["--speaker", "Petrova"], [DEMAND]),
        (["--speaker", "Russia"], [CONSENT]),
        (["--of", "Russia"], [CONSENT, DEMAND]),
        (["--kind", "Reject"], [REFUSAL]),
        (["--about", "grain exports"], [CONSENT, DEMAND, REFUSAL]),
        (["--about", '"grain exports"'], [CONSENT, REFUSAL]),
        (["--from", "2022-01-05"], [CONSENT]),
        (["--to", "2022-01-05", "--limit", "1"], [DEMAND]),
        (["--as-of", "2022-01-05"], [DEMAND, REFUSAL]),
        (["--target", "Ukraine"], []),
    ],
    ids=str,
)
def test_questions(arguments: list[str], found: list[str]) -> None:
    assert quotes(*arguments) == found


def test_text() -> None:
    result = run("statements", "--of", "Russia")
    assert result.stdout.splitlines()[:2] == ["Tuesday 1 February 2022", "  Russia agrees: “To let grain exports pass.”"]
    assert "\x1b" not in result.stdout


def test_csv() -> None:
    result = run("statements", "--csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["of"] for row in rows] == ["Russia", "Anna Petrova", "Ukraine"]
    assert [row["source"] for row in rows] == ["Paper", "Wire", "Wire"]


def test_nothing_found() -> None:
    result = run("statements", "--about", "wheat")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no such statement among the 3" in result.stderr


def test_positions() -> None:
    result = run("positions", "--about", "grain exports")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Positions on grain exports\n")
    shown = " ".join(result.stdout.split())
    for words in ("Russia", "Ukraine", "1 February 2022 agrees: “To", "Paper", "Wire"):
        assert words in shown
    assert "fewer words find more" in result.stderr


def test_positions_of_a_party_as_of_a_day() -> None:
    result = run("positions", "--party", "Russia", "--as-of", "2022-01-05", "--json")
    value = json.loads(result.stdout)
    assert (value["party"], value["as_of"]) == ("RUS", "2022-01-05")
    assert CONSENT not in result.stdout
    assert DEMAND in result.stdout


@pytest.mark.parametrize("form", [[], ["--markdown"], ["--html"]], ids=str)
def test_positions_show_ids_that_other_commands_take(form: list[str]) -> None:
    shown = run("positions", "--about", "grain exports", *form).stdout
    for reading in STORIES:
        for statement in reading.statements:
            assert statement.id[:8] in shown
            assert run("explain", statement.id[:8]).stdout.startswith(f"statement {statement.id}: ")


@pytest.mark.parametrize("form", ["--markdown", "--html"])
def test_positions_as_a_page(form: str) -> None:
    result = run("positions", "--about", "grain", form)
    assert result.exit_code == 0
    assert "Ukraine" in result.stdout


def test_positions_on_nothing() -> None:
    result = run("positions", "--about", "wheat")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no statement" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["statements", "--kind", "shout"], "kinds are assert, announce"),
        (["statements", "--from", "soon"], "no date"),
        (["statements", "--from", "2022-02-01", "--to", "2022-01-01"], "end before they start"),
        (["statements", "--speaker", "Nobody Atall"], "nobody in the ledger"),
        (["statements", "--of", "Ruritania"], "no party is known"),
        (["statements", "--about", "the of"], "nothing to look for"),
        (["positions", "--about", "  "], "nothing to look for"),
        (["positions", "--about", "grain", "--as-of", "then"], "no date"),
        (["positions", "--party", "Ruritania"], "no party is known"),
    ],
    ids=str,
)
def test_what_cannot_be_asked(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, DatelineError)
    assert words in str(result.exception)


@pytest.mark.parametrize(
    "arguments",
    [["statements", "--json", "--csv"], ["positions"], ["positions", "--about", "grain", "--json", "--html"]],
    ids=str,
)
def test_usage(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2

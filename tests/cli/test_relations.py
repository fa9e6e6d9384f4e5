"""`dateline relations`, `export --relations`, and what people decide of relations."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.app.keep import keep
from dateline.cli.main import app
from dateline.ledger.database import open_ledger
from dateline.model.errors import DatelineError
from tests.store.test_relations import AT, MEMBER, OFFICE, SEAT, reading


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'ledger.db'}"
    monkeypatch.setenv("DATELINE_DATABASE", address)
    ledger = open_ledger(address)
    keep(ledger, reading(), "1", lambda: AT)
    ledger.close()
    return address


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


def kinds(*arguments: str) -> list[str]:
    result = run("relations", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return [row["kind"] for row in json.loads(result.stdout)["rows"]]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], ["member", "holds-office", "backs", "seat"]), (["NATO"], ["member", "seat"]),
        (["Lopes", "--kind", "Backs"], ["backs"]), (["--kind", "seat, member"], ["member", "seat"]),
        (["--from", "2022-01-05"], []), (["--to", "2022-01-04", "--limit", "1"], ["member"]), (["--as-of", "2022-01-03"], []),
    ],
    ids=str,
)  # fmt: skip
def test_questions(arguments: list[str], found: list[str]) -> None:
    assert kinds(*arguments) == found


def test_text() -> None:
    shown = run("relations", "--kind", "member").stdout
    assert shown.splitlines() == [
        "Tuesday 4 January 2022",
        "  Latvia is a member of NATO, since 2004: “Latvia, a NATO member since 2004, sent envoys.”",
        f"     Wire; member; {MEMBER.id[:8]}",
    ]


def test_nothing_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    result = run("relations", "--kind", "ally")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no such relation among the 4" in result.stderr
    monkeypatch.setenv("DATELINE_DATABASE", f"sqlite:///{tmp_path / 'empty.db'}")
    open_ledger(f"sqlite:///{tmp_path / 'empty.db'}").close()
    assert "no relations yet; `dateline add`" in run("relations").stderr


def test_judged_and_taken_back() -> None:
    assert (
        f"relation changed: {OFFICE.id[:8]}" in run("judge", OFFICE.id[:8], "correct", "office", "consul", "--by", "Ana").stdout
    )
    shown = run("relations", "Lopes", "--kind", "holds-office").stdout
    for words in ("Ana Lopes is consul of Latvia", "decided by Ana: correct office consul"):
        assert words in shown
    assert "correct office consul; relation “the Latvian trade minister”" in run("decisions", "list").stdout
    assert "document: " in (told := run("explain", OFFICE.id).stdout)
    for words in ("Wire, 2022-01-04", "sentence “Ana Lopes, the Latvian trade minister, backs Kenya.”", "office: consul"):
        assert words in told
    assert run("judge", OFFICE.id, "undo").exit_code == 0
    assert "trade minister of Latvia" in run("relations", "Lopes").stdout


def test_a_log_for_another_ledger(tmp_path: Path) -> None:
    assert run("judge", SEAT.id, "reject").exit_code == 0
    log = tmp_path / "log.jsonl"
    run("decisions", "export", "--out", str(log))
    assert run("decisions", "undo", json.loads(log.read_text())["id"]).exit_code == 0
    assert "seat" in kinds()
    other = f"sqlite:///{tmp_path / 'other.db'}"
    assert run("decisions", "import", str(log), "--database", other).stdout.startswith("1 new decisions")
    ledger = open_ledger(other)
    keep(ledger, reading(), "1", lambda: AT)
    ledger.close()
    assert kinds("--database", other) == ["member", "holds-office", "backs"]


def test_export(tmp_path: Path) -> None:
    run("judge", MEMBER.id, "confirm", "--by", "Ana")
    result = run("export", "--relations", "--as", "csv", "--type", "member,seat", "--out", str(tmp_path / "ties.csv"))
    assert (result.exit_code, "2 relations as csv" in result.stderr) == (0, True)
    with (tmp_path / "ties.csv").open(encoding="utf-8", newline="") as stream:
        member, seat = csv.DictReader(stream)
    assert (member["source_name"], member["from"], member["decided_by"], seat["target"]) == ("Latvia", "2004", "Ana", "Oslo")
    run("export", "--relations", "--party", "Kenya", "--out", str(tmp_path / "ties.jsonl"))
    (row,) = map(json.loads, (tmp_path / "ties.jsonl").read_text(encoding="utf-8").splitlines())
    assert (row["kind"], row["outlet"], row["sentence_text"]) == (
        "backs", "Wire", "Ana Lopes, the Latvian trade minister, backs Kenya.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["relations", "--kind", "friend"], "kinds are member, candidate"),
        (["relations", "Ruritania"], "no party is known"),
        (["relations", "--from", "2022-02-01", "--to", "2022-01-01"], "end before they start"),
        (["export", "--relations", "--as", "polecat"], "no format of relations"),
        (["export", "--relations", "--type", "SANCTION"], "no kind of relation"),
    ],
    ids=str,
)
def test_what_cannot_be_asked(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert isinstance(result.exception, DatelineError)
    assert words in str(result.exception)


@pytest.mark.parametrize("option", ["--told", "--collapse", "--all"])
def test_options_of_events_are_refused_for_relations(option: str) -> None:
    assert run("export", "--relations", option).exit_code == 2

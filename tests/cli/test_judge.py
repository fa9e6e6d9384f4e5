"""`dateline judge`, `meeting` and `decisions`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.app.keep import keep
from dateline.cli.main import app
from dateline.ledger.database import open_ledger
from tests.ledger.chains import CHAINS


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'ledger.db'}"
    monkeypatch.setenv("DATELINE_DATABASE", address)
    ledger = open_ledger(address)
    for reading in (*CHAINS[1].stories, *CHAINS[6].stories[1:2]):
        keep(ledger, reading, "1")
    ledger.close()


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def rows() -> list[dict[str, object]]:
    return list(json.loads(run("agenda", "--json").stdout)["rows"])


def test_a_correction_and_its_undoing() -> None:
    name = str(rows()[0]["id"])
    result = run("judge", name[:8], "correct", "place", "Vienna", "--by", "Ana", "--note", "she was there", "--json")
    made = json.loads(result.stdout)
    assert (made["ok"], made["meetings"]) == (True, [name])
    row = rows()[0]
    assert (row["place"], row["decisions"][0]["note"]) == ("Vienna", "she was there")  # type: ignore[index]
    assert "decided by Ana: correct place Vienna (she was there)" in run("agenda").stdout
    assert f"decision {made['decision']}: correct place Vienna" in run("explain", name).stdout
    assert "Ana: correct place Vienna (she was there)" in run("decisions", "list").stdout
    assert run("decisions", "undo", made["decision"][:8], "--by", "Ben").exit_code == 0
    assert rows()[0]["place"] is None
    assert "undone by Ben" in run("decisions", "list").stdout


def test_meetings(tmp_path: Path) -> None:
    assert (
        run("meeting", "add", "--party", "France", "--party", "DEU", "--date", "2022-05-01", "--place", "Lyon").exit_code == 0
    )
    (added,) = (row for row in rows() if row["place"] == "Lyon")
    assert (added["parties"], added["date"], added["status"]) == (["DEU", "FRA"], "2022-05-01", "not-reported-held")
    name = str(added["id"])
    for words, status, date in (
        (("confirm", name), "confirmed", "2022-05-01"), (("move", name, "2032-05-04"), "confirmed", "2032-05-04"),
        (("cancel", name), "cancelled", "2032-05-04"),
    ):  # fmt: skip
        assert run("meeting", *words, "--note", "so they say").exit_code == 0
        (row,) = (row for row in rows() if row["id"] == name)
        assert row["date"] == date
        assert row["status"] == status or row["date"] == "2022-05-01"
    log = tmp_path / "log.jsonl"
    assert run("decisions", "export", "--out", str(log)).exit_code == 0
    assert len(log.read_text().splitlines()) == 4
    assert run("decisions", "import", str(log)).stdout == "0 new decisions; 0 meetings changed\n"


def test_an_added_meeting_that_joins_a_known_one_says_how_to_part_them() -> None:
    (known,) = (row for row in rows() if "NATO" in row["parties"])  # type: ignore[operator]
    given = [word for party in known["parties"] for word in ("--party", party)]  # type: ignore[attr-defined]
    given += ["--date", str(known["date"]), "--kind", str(known["kind"]), "--by", "Ana"]
    said = run("meeting", "add", *given).stdout
    assert f"it joined meeting {str(known['id'])[:8]}, which the ledger had already" in said
    before = len(rows())
    parting = said.partition("if they are two: dateline ")[2].split()
    assert run(*parting).exit_code == 0
    assert len(rows()) == before + 1
    told = json.loads(run("meeting", "add", *given, "--note", "once more", "--json").stdout)
    assert (bool(told["report"]), told["joined"] in {row["id"] for row in rows()}) == (True, True)


@pytest.mark.parametrize(
    "words",
    [("judge", "x", "sing"), ("judge", "x", "correct", "place"), ("judge", "x", "confirm", "y"), ("meeting", "add")],
    ids=str,
)
def test_usage(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2

"""`dateline redate`, and `dateline add` of the same stories with their days; the readers are played."""

import json
import os
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from dateline.app import gather, pipeline
from dateline.cli.main import app
from dateline.ledger import tables
from dateline.ledger.database import open_ledger
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.reading import Reading
from tests.cli.test_add import played


@pytest.fixture(autouse=True)
def readers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gather, "readings", played)
    monkeypatch.setattr(pipeline, "open_parser", lambda model: None)
    monkeypatch.setattr(pipeline, "reread", reread)
    monkeypatch.setenv("DATELINE_DATABASE", f"sqlite:///{tmp_path / 'ledger.db'}")
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "The Council meets."}\n{"id": "b", "text": "A Council visit."}\n')
    run("add", tmp_path / "a.jsonl")


def reread(document: Document, settings: object, second: object) -> Reading:
    (reading,) = played([document], None)
    assert isinstance(reading, Reading)
    return reading


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def published() -> list[tuple[str, str | None]]:
    with open_ledger(os.environ["DATELINE_DATABASE"]).reading() as connection:
        columns = tables.documents.c.name, tables.documents.c.published
        return sorted((row.name, row.published) for row in connection.execute(select(*columns)))


def test_one_document() -> None:
    result = run("redate", "a", "2022-01-04")
    assert result.stdout == "a: published 2022-01-04 (no date before); 0 meetings new or changed\n"
    assert published() == [("a", "2022-01-04"), ("b", None)]
    assert run("redate", "a", "4 January 2022").stdout == "a: published 2022-01-04, as it was\n"
    told = json.loads(run("redate", "a", "2022-01-05", "--json").stdout)
    assert (told["before"], told["published"], told["name"]) == ("2022-01-04", "2022-01-05", "a")


@pytest.mark.parametrize("way", ["jsonl", "csv", "file"])
def test_a_file_of_the_same_stories(tmp_path: Path, way: str) -> None:
    path = tmp_path / ("c.csv" if way == "csv" else "c.jsonl")
    rows = [
        ("a", "The Council meets.", "07.01.2022"),
        ("c", "Other words of the Council.", "08.01.2022"),
        ("b", "A Council visit.", ""),
    ]
    lines = [json.dumps(dict(zip(("id", "text", "date"), row, strict=True))) for row in rows]
    path.write_text("\n".join(lines) if way != "csv" else "id,text,date\n" + "\n".join(map(",".join, rows)))
    result = run("redate", *([] if way == "file" else [f"--{way}"]), path, "--dates", "dmy")
    assert result.stdout.splitlines()[0] == "1 dated; 1 not in the ledger without a date; 1 given without one"
    assert published() == [("a", "2022-01-07"), ("b", None)]


def test_added_again_with_its_day(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text('{"id": "a", "text": "The Council meets.", "published": "2022-01-04"}\n')
    assert run("add", tmp_path / "d.jsonl", "--dry-run").stdout.startswith("1 story: 1 dated that had no date\n")
    assert run("add", tmp_path / "d.jsonl").stdout.startswith("1 story: 1 dated that had no date\n0 meetings new or changed")
    assert published() == [("a", "2022-01-04"), ("b", None)]
    assert json.loads(run("add", tmp_path / "a.jsonl", "--json").stdout)["known"] == 2


@pytest.mark.parametrize("arguments", [[], ["--jsonl", "a.jsonl", "a"], ["a", "2022-01-04", "--csv", "a.csv"]])
def test_usage(arguments: list[str]) -> None:
    assert run("redate", *arguments).exit_code == 2


@pytest.mark.parametrize("day", ["2022-01", "soon", "9999-01-01"])
def test_no_day(day: str) -> None:
    assert isinstance(run("redate", "a", day).exception, InputError)

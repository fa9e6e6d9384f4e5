"""Everything a user can name stands in docs/reference.md: commands, settings, tables, errors, rules."""

from pathlib import Path

import pytest
from typer.main import get_command

from dateline.app import settings
from dateline.cli.main import app
from dateline.knowledge.load import tables
from dateline.ledger.tables import metadata
from dateline.model import errors

REFERENCE = (Path(__file__).parents[2] / "docs" / "reference.md").read_text(encoding="utf-8")
NAMED = [
    row["name"]
    for path in sorted((Path(__file__).parents[2] / "src/dateline/knowledge/en").glob("*/rules.toml"))
    for table in tables(f"{path.parent.name}/rules").values()
    for row in table
    if isinstance(row, dict) and {"name", "examples"} <= row.keys()
]
GROUPED = [
    f"{name} {inner}" if inner else name
    for name, command in get_command(app).commands.items()  # type: ignore[attr-defined]
    for inner in (getattr(command, "commands", None) or [""])
]


@pytest.mark.parametrize("command", GROUPED)
def test_the_command_is_described_with_an_example(command: str) -> None:
    section = REFERENCE.partition(f"### dateline {command}\n")[2].partition("### dateline ")[0]
    assert f"dateline {command}" in section.split("Options", 1)[0]
    assert "Example" in section


@pytest.mark.parametrize("name", [value for name, value in vars(settings).items() if name.endswith("_VARIABLE")])
def test_the_setting_is_named(name: str) -> None:
    assert f"`{name}`" in REFERENCE


@pytest.mark.parametrize("table", [table.name for table in metadata.sorted_tables])
def test_the_table_is_named(table: str) -> None:
    assert f"| {table} |" in REFERENCE


@pytest.mark.parametrize("error", errors.__all__)
def test_the_error_is_named(error: str) -> None:
    assert error in REFERENCE


@pytest.mark.parametrize("rule", NAMED)
def test_the_rule_is_named(rule: str) -> None:
    assert f"| {rule.replace('<', '‹').replace('>', '›')} |" in REFERENCE

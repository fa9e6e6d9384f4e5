"""`dateline forget` and the refusal of what was forgotten."""

import json
from pathlib import Path

import pytest

from tests.cli.test_add import readers, run, stories  # noqa: F401


@pytest.fixture
def kept(stories: Path) -> Path:  # noqa: F811
    run("add", stories)
    return stories


def name(kept: Path) -> str:
    rows = json.loads(run("agenda", "--json").stdout)["rows"]
    return str(rows[0]["sources"][0]["document"])


def test_forgotten_and_let_in_again(kept: Path) -> None:
    result = run("forget", name(kept), "--note", "asked for", "--by", "Ana")
    assert (result.exit_code, result.stdout.startswith("forgotten: ")) == (0, True)
    result = run("add", kept)
    assert result.exit_code == 1
    assert result.stdout.startswith("2 stories: 1 already known, 1 could not be added\n")
    assert "by Ana: asked for; `dateline add --again` brings it back" in result.stderr
    result = run("add", kept, "--again")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "2 stories: 1 new, 1 already known")


def test_for_programs(kept: Path) -> None:
    value = json.loads(run("forget", name(kept), "--json").stdout)
    assert value["ok"]
    assert len(value["meetings"]) == 1


def test_sources(kept: Path) -> None:
    assert run("source", "Wire", "B", "--by", "Ana", "--note", "well placed").exit_code == 0
    result = run("source")
    assert result.stdout.startswith("B  Wire – usually reliable (Ana, ")
    assert json.loads(run("source", "--json").stdout)["outlets"][0]["reliability"] == "B"
    assert run("source", "Wire").exit_code == 2

"""docs/knowledge.md: its desk list is a pack that is sound, and what `check` and `diff` say of it is what the page shows."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.knowledge.facts import FACTS

PAGE = (Path(__file__).parents[2] / "docs/knowledge.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"`(desk/[\w/]+\.toml)`\n\n```toml\n(.*?)```", PAGE, re.DOTALL))


@pytest.mark.parametrize("command", ["check", "diff"])
def test_the_example_is_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["knowledge", command, "desk"])
    assert result.exit_code == 0, result.output
    assert f"$ dateline knowledge {command} desk\n{result.stdout}" in PAGE


def test_the_example_adds_a_party_a_holder_and_a_town() -> None:
    assert set(FILES) == {"desk/parties/groups.toml", "desk/parties/holders.toml", "desk/places/towns.toml"}


def test_every_file_of_facts_is_named() -> None:
    assert [topic for topic in FACTS if f"`{topic}.toml`" not in PAGE] == []

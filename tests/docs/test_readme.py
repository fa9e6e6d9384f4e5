"""What README says to type works, on the bundled stories."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)
COMMANDS = [
    line.split("  #")[0].strip()
    for block in BLOCKS
    for line in block.splitlines()
    if re.match(r"(?:\.venv/bin/)?dateline (?!serve|mcp)", line)
]
"""All but `serve` and `mcp`, which go on until they are stopped (tests/web, tests/browser, tests/assistants)."""

ASKING = ("agenda", "changes", "timeline", "statements", "positions", "relations", "review", "export", "dyads", "stories")


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bundled stories, made once."""
    path = tmp_path_factory.mktemp("added") / "ledger.db"
    made = CliRunner().invoke(app, ["add", str(ROOT / "examples" / "stories"), "--database", f"sqlite:///{path}"])
    assert made.exit_code == 0, made.output
    return path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that README speaks of, and a ledger of its own."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "examples" / "stories", tmp_path / "stories")
    story = ROOT / "examples" / "stories" / "1-geneva-1991.txt"
    shutil.copy(story, tmp_path / "story.txt")
    line = {"id": "1", "text": "Indian and Pakistani officials met in Delhi on Monday.", "published": "2019-05-16"}
    (tmp_path / "stories.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_DATABASE", f"sqlite:///{tmp_path / 'ledger.db'}")
    return tmp_path


def test_readme_shows_commands() -> None:
    assert len(COMMANDS) >= 7


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_works(command: str, desk: Path, added: Path) -> None:
    runner = CliRunner()
    words = shlex.split(command.split(">")[0])[1:]
    if "ID" in words or words[0] in ASKING:
        shutil.copyfile(added, desk / "ledger.db")
    if "--watch" in words:
        name = words[words.index("--watch") + 1]
        assert runner.invoke(app, ["watch", "add", name, "--party", "Turkey"]).exit_code == 0
    if "ID" in words:
        rows = json.loads(runner.invoke(app, ["agenda", "--from", "1990-01-01", "--to", "2023-01-01", "--json"]).stdout)["rows"]
        words[words.index("ID")] = rows[0]["id"]
    result = runner.invoke(app, words)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() or "--out" in words

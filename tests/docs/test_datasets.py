"""What docs/datasets.md says to type works, on the bundled stories."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "datasets.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the commands of the page were typed."""
    made = tmp_path_factory.mktemp("datasets")
    runner = CliRunner()
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(made)
        patched.setenv("DATELINE_DATABASE", f"sqlite:///{made / 'ledger.db'}")
        assert runner.invoke(app, ["add", str(ROOT / "examples" / "stories")]).exit_code == 0
        for line in (line for block in blocks("sh") for line in block.splitlines()):
            result = runner.invoke(app, shlex.split(line.split(">")[0])[1:])
            assert result.exit_code == 0, (line, result.output)
    return made


@pytest.mark.parametrize("block", blocks("python"), ids=["pandas", "duckdb"])
def test_the_examples_run(folder: Path, block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found: dict[str, object] = {}
    exec(compile(block, "docs/datasets.md", "exec"), found)
    for name in ("conflict", "by_month", "happened", "busiest", "pairs"):
        assert len(found.get(name, "-")) > 0, name  # type: ignore[arg-type]

"""The script of README and the example of a notebook do what they say."""

import re
import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_script_of_readme(capsys: pytest.CaptureFixture[str]) -> None:
    ((script, printed),) = re.findall(r"```python\n(import dateline.*?)```\n\n```text\n(.*?)```", README, flags=re.DOTALL)
    assert len([line for line in script.splitlines() if line.strip()]) <= 10
    exec(compile(script, "README.md", "exec"), {})
    assert capsys.readouterr().out == printed


def test_the_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    monkeypatch.setattr(sys, "argv", ["marks.py", str(page)])
    runpy.run_path(str(ROOT / "examples" / "marks.py"), run_name="__main__")
    assert "scheduled | " in capsys.readouterr().out
    assert page.read_text(encoding="utf-8").count("<span") > 20

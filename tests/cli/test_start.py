"""What commands load: those that read nothing load no reader, nor what only readers and keepers of stories need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.app.opening import open_ledger

READERS = {"spacy", "thinc", "onnxruntime", "tokenizers", "numpy", "dateline.reading"}
INTAKE = {"trafilatura", "lxml", "feedparser", "httpx", "py3langid", "pypdf", "fastwarc"}
OTHERS = {"sqlalchemy.dialects.postgresql", "sqlalchemy.orm", "alembic", "docx", "pyarrow", "mcp", "fastapi"}
SHOWN = {"jinja2", "icalendar", "rich.console", "rich.progress"}
"""What only pages, calendars and lines of text that there are want."""

CODE = """
import sys
from dateline.cli.main import app
try:
    app(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write(" ".join(sys.modules))
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"sqlite:///{tmp_path_factory.mktemp('start') / 'ledger.db'}"
    open_ledger(address).close()
    return address


def loaded(ledger: str, *arguments: str) -> set[str]:
    """The modules that a command loads."""
    environment = os.environ | {"DATELINE_DATABASE": ledger}
    command = [sys.executable, "-c", CODE, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments", [["agenda"], ["statements", "--json"], ["stories"], ["changes", "--since", "2022-01-01"], ["watch", "list"]]
)
def test_a_command_that_only_asks(ledger: str, arguments: list[str]) -> None:
    assert loaded(ledger, *arguments) & (READERS | INTAKE | OTHERS | SHOWN) == set()


def test_stories_that_are_known_load_no_reader(ledger: str, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"")
    found = loaded(ledger, "add", "--jsonl", str(tmp_path / "in.jsonl"))
    assert found & {"spacy", "onnxruntime", "dateline.reading.read", "multiprocessing.context"} == set()

"""The examples of README, docs and docstrings run as tests, through sybil; each page or module in a folder of its own."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent
OF_THEIR_OWN = ("docs/datasets.md",)
"""Pages whose examples rest on files that their commands write: tests/docs types those first."""


def enter(namespace: dict[str, Any]) -> None:
    """Go into a new folder that has the bundled stories and an empty ledger."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(ROOT / "examples" / "stories", folder / "stories")
    namespace["left"] = (Path.cwd(), folder, os.environ.get("DATELINE_DATABASE"))
    os.environ["DATELINE_DATABASE"] = f"sqlite:///{folder / 'default.db'}"
    os.chdir(folder)


def leave(namespace: dict[str, Any]) -> None:
    """Go back, and leave nothing behind."""
    before, folder, database = namespace["left"]
    os.chdir(before)
    shutil.rmtree(folder)
    if database is None:
        del os.environ["DATELINE_DATABASE"]
    else:
        os.environ["DATELINE_DATABASE"] = database


pages = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/*.md"],
    excludes=OF_THEIR_OWN,
    setup=enter,
    teardown=leave,
)
docstrings = Sybil(
    parsers=[DocTestParser()],
    pattern="src/dateline/**/*.py",
    document_types={".py": PythonDocStringDocument},
    setup=enter,
    teardown=leave,
)

pytest_collect_file = (pages + docstrings).pytest()

"""docs/sql.md: its tables are the columns of the views, in their order, and what it says to ask can be asked."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.app.opening import open_ledger

PAGE = (Path(__file__).parents[2] / "docs" / "sql.md").read_text(encoding="utf-8")
SECTIONS = {
    words.partition("\n")[0]: re.findall(r"^\| `(\w+)` \| (.+) \|$", words, flags=re.MULTILINE)
    for words in PAGE.split("\n## ")
    if words.startswith("v_")
}
QUESTIONS = [words for words in re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL) if words.startswith("SELECT")]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("sql") / "ledger.db"
    open_ledger(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def test_every_view_is_described(ledger: sqlite3.Connection) -> None:
    views = [name for (name,) in ledger.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]
    assert sorted(SECTIONS) == views
    assert re.findall(r"^\| `(v_\w+)` \|", PAGE, flags=re.MULTILINE) == list(SECTIONS)


@pytest.mark.parametrize("view", SECTIONS)
def test_every_column_is_described(ledger: sqlite3.Connection, view: str) -> None:
    assert [name for name, _ in SECTIONS[view]] == [row[0] for row in ledger.execute(f"SELECT * FROM {view}").description]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_it_asks_can_be_asked(ledger: sqlite3.Connection, question: str) -> None:
    assert ledger.execute(question).fetchall() == []


def test_there_are_questions() -> None:
    assert len(QUESTIONS) == 2

"""Opening a ledger, and what becomes of files that are none, of newer schemas, of full and read-only disks."""

import os
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, inspect, text

from dateline.app.keep import keep
from dateline.ledger.database import HEAD, REVISIONS, Ledger, mend, open_ledger
from dateline.ledger.migrate import configuration
from dateline.ledger.search import INDEX
from dateline.ledger.tables import metadata
from dateline.model.errors import LedgerError
from tests.ledger.chains import CHAINS


def is_ours(name: str | None, *about: object) -> bool:
    """Is it none of the tables and indexes in which the database keeps its full-text index?"""
    return not (name or "").startswith(INDEX)


def test_migrations_make_the_tables(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": is_ours})
        assert compare_metadata(context, metadata) == []
        made = {name for name in inspect(connection).get_table_names() if is_ours(name)}
        assert made == {*metadata.tables, "alembic_version"}


def test_revisions_are_those_of_the_scripts() -> None:
    scripts = ScriptDirectory.from_config(configuration())
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == REVISIONS
    assert scripts.get_current_head() == HEAD


def test_sqlite_is_durable(file_ledger: Ledger) -> None:
    with file_ledger.reading() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert pragmas == ["wal", 2, 1]


def test_open_twice(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'deep' / 'er' / 'ledger.db'}"
    open_ledger(address).close()
    open_ledger(address, create=False).close()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nonsense", "no database address"),
        ("mysql://host/name", "not in mysql"),
        ("sqlite:///{}/absent.db", "dateline add"),
    ],
)
def test_addresses(tmp_path: Path, address: str, words: str) -> None:
    with pytest.raises(LedgerError, match=words):
        open_ledger(address.format(tmp_path), create=False)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Envoys meet in Vienna. " * 200)
    with pytest.raises(LedgerError, match=r"no ledger.*--database"):
        open_ledger(f"sqlite:///{path}")
    assert path.read_text().startswith("Envoys")


def test_what_is_no_plain_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(LedgerError, match="is no plain file"):
            open_ledger(f"sqlite:///{tmp_path / name}")
    assert (tmp_path / "pipe").is_fifo()


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE recipes (id INTEGER)")
    raw.close()
    with pytest.raises(LedgerError, match="another program"):
        open_ledger(f"sqlite:///{path}")


def test_a_ledger_of_a_newer_dateline(ledger: Ledger, address: str) -> None:
    with ledger.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match=r"newer Dateline \(schema 9999"):
        open_ledger(address)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write what is read-only")
def test_a_read_only_file(file_ledger: Ledger, tmp_path: Path) -> None:
    file_ledger.close()
    (tmp_path / "file.db").chmod(0o444)
    tmp_path.chmod(0o555)
    opened = open_ledger(str(file_ledger.engine.url))
    try:
        with pytest.raises(LedgerError, match="may not be written"):
            keep(opened, CHAINS[0].stories[0], "1")
    finally:
        tmp_path.chmod(0o755)


def test_a_ledger_that_may_only_be_read(ledger: Ledger) -> None:
    @event.listens_for(ledger.engine, "begin")
    def forbid(connection: Connection) -> None:
        lite = connection.dialect.name == "sqlite"
        connection.exec_driver_sql("PRAGMA query_only=ON" if lite else "SET TRANSACTION READ ONLY")

    with pytest.raises(LedgerError, match="may not be written"):
        keep(ledger, CHAINS[0].stories[0], "1")


def test_a_full_disk_leaves_the_ledger_whole(file_ledger: Ledger) -> None:
    first, second = CHAINS[0].stories[:2]
    keep(file_ledger, first, "1")
    with file_ledger.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    big = "The envoys said a great deal. " * 20_000
    from tests.ledger.build import Told, story

    with pytest.raises(LedgerError, match="disk is full"):
        keep(file_ledger, story("2022-01-04", Told(big, ("USA", "RUS"), "2022-01-10")), "1")
    with file_ledger.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM documents")).scalar() == 1
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert keep(file_ledger, second, "1").new


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("database is locked", "another program"),
        ('connection to server at "localhost" failed: Connection refused\n\tIs the server running?', "start it"),
        ('could not extend file "base/1": No space left on device', "the disk is full"),
        ("something new", "something new"),
        ("", "unknown trouble"),
    ],
)
def test_mends(trouble: str, words: str) -> None:
    assert words in mend(trouble)

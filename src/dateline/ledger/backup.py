"""Copies of a ledger in a file, and the way back: by SQLite's own online backup, while others read and write.

A copy is looked through before it takes its place, so that no damaged one replaces a good one. What a copy is put in the
place of is kept beside it.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from time import monotonic

from dateline.ledger.database import PATIENCE, REVISIONS, mend
from dateline.model.errors import LedgerError

__all__ = ["back_up", "restore"]

BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a file that is in use."""

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)
"""What SQLite says of a file that it cannot read."""


def back_up(ledger: Path, copy: Path) -> int:
    """Write a copy of the ledger in this file; gives the number of its documents."""
    ledger, copy = plain_file(ledger), plain_file(copy)
    if copy.exists() and copy.samefile(ledger):
        raise LedgerError(f"{copy} is the ledger itself: name another file for the copy")
    if lies_open(copy):
        raise LedgerError(f"{copy} is in use as a ledger: name another file for the copy")
    with explained(ledger), closing(opened(ledger)) as raw:
        known_revision(raw, ledger)
    partial = copy.with_name(f".{copy.name}.{os.getpid()}.part")
    try:
        with explained(copy):
            copied(ledger, partial)
            documents = looked_through(partial, ledger)
            synced(partial)
            partial.replace(copy)
    finally:
        for ending in ("", "-journal"):
            partial.with_name(f"{partial.name}{ending}").unlink(missing_ok=True)
    return documents


def plain_file(path: Path) -> Path:
    """The file behind a name that may be a link; a device or pipe is none, and must not be replaced by one."""
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path} is no plain file: name another")
    return path.resolve()


def lies_open(path: Path) -> bool:
    """Is there something beside the file that belongs to it, since it is in use, or was when a program stopped?"""
    return any(path.with_name(f"{path.name}{ending}").exists() for ending in BESIDE)


def restore(copy: Path, ledger: Path, at: datetime) -> tuple[int, Path | None]:
    """Put a copy in the place of the ledger in this file; gives the number of its documents, and where the former one lies."""
    ledger = plain_file(ledger)
    if ledger.exists() and copy.exists() and copy.samefile(ledger):
        raise LedgerError(f"{copy} is the ledger itself: name the file of a copy")
    with explained(copy):
        documents = looked_through(copy, copy)
    with explained(ledger):
        ledger.parent.mkdir(parents=True, exist_ok=True)
        former = unused(ledger.with_name(f"{ledger.name}.{at:%Y%m%dT%H%M%S}")) if ledger.exists() else None
        if former is not None and is_damaged(ledger):
            moved(ledger, former)
        take_place(copy, ledger, former)
        durable(ledger)
    return documents, former


def unused(path: Path) -> Path:
    """This name, or the first one after it that no file has: what was set aside before stays."""
    numbered = (path.with_name(f"{path.name}-{number}") for number in count(2))
    return next(each for each in chain((path,), numbered) if not each.exists())


def is_damaged(ledger: Path) -> bool:
    """Is there a ledger that cannot be read? One that is only in use, or no ledger, is left as it is by an error."""
    try:
        with closing(opened(ledger)) as raw:
            if faults(raw):
                return True
            known_revision(raw, ledger)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in DAMAGE:
            raise
        return True
    return False


def moved(ledger: Path, former: Path) -> None:
    """Move a damaged file out of the way, with what lies beside it."""
    for ending in ("", *BESIDE):
        part = ledger.with_name(f"{ledger.name}{ending}")
        if part.exists():
            shutil.move(part, former.with_name(f"{former.name}{ending}"))


def take_place(copy: Path, ledger: Path, former: Path | None) -> None:
    """The state of the copy into the ledger; what is there is set aside once nobody else can write it any more."""
    is_aside = False

    def step(status: int, _left: int, _pages: int) -> None:
        nonlocal is_aside
        if status == sqlite3.SQLITE_OK and not is_aside:  # from its first page on, the ledger is locked until the last one
            set_aside(ledger, former)
            is_aside = True

    with closing(sqlite3.connect(ledger, timeout=PATIENCE)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")  # so that it can be read while it is written
    copied(copy, ledger, step)


def set_aside(ledger: Path, former: Path | None) -> None:
    """Copy what is there into a file of its own; where nothing was to be, another program may have made a ledger meanwhile."""
    with closing(opened(ledger)) as raw:
        if not raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return
    if former is None or former.exists():
        raise LedgerError(f"{ledger}: another program made a ledger there meanwhile; stop it, and restore once more")
    try:
        copied(ledger, former)
        synced(former)
    except sqlite3.Error:
        former.unlink(missing_ok=True)
        raise


def copied(source: Path, target: Path, step: Callable[[int, int, int], None] | None = None) -> None:
    """The state of one database into another, all of it in one transaction, with a `step` after each page."""
    went_on = monotonic()

    def patient(status: int, left: int, pages: int) -> None:
        nonlocal went_on
        if status not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            went_on = monotonic()
        elif monotonic() > went_on + PATIENCE:
            raise sqlite3.OperationalError("database is locked")  # SQLite itself would try for ever
        if step is not None:
            step(status, left, pages)

    with closing(opened(source)) as one, closing(sqlite3.connect(target, timeout=PATIENCE)) as other:
        one.backup(other, pages=-1 if step is None else 1, progress=patient)


def durable(ledger: Path) -> None:
    """Let the file be as a ledger is: whoever opens it next finds it so anyway, but not if the machine stops before."""
    with closing(sqlite3.connect(ledger, timeout=PATIENCE)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    synced(ledger)


def synced(path: Path) -> None:
    """See that the bytes are on the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def opened(path: Path) -> sqlite3.Connection:
    """A connection that makes no file."""
    if not path.is_file():
        raise LedgerError(f"no such file: {path}")
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)


def looked_through(path: Path, origin: Path) -> int:
    """The number of documents in a copy that is whole, and alone in its file; `origin` is what is to be blamed else."""
    with closing(opened(path)) as raw:
        found = faults(raw)
        if found:
            raise LedgerError(f"{origin} is damaged ({found[0]}): nothing was copied; `dateline doctor --full` says more")
        revision = known_revision(raw, origin)
        if revision not in REVISIONS:
            raise LedgerError(f"{origin}: written by a newer Dateline (schema {revision}); install the newer one")
        if path != origin:
            raw.execute("PRAGMA journal_mode=DELETE")
        return int(raw.execute("SELECT count(*) FROM documents").fetchone()[0])


def known_revision(raw: sqlite3.Connection, path: Path) -> str:
    """The state of the schema; a database that has none is no ledger."""
    if raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone() is None:
        raise LedgerError(f"{path}: a database of another program; name a ledger, or the copy of one")
    return str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def faults(raw: sqlite3.Connection) -> list[str]:
    """What is wrong with the file."""
    words = [str(row[0]) for row in raw.execute("PRAGMA quick_check(1)")]
    return [each.splitlines()[-1] for each in words if each != "ok"]


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Troubles of the database and of the disk in words."""
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {mend(str(error))}") from error
    except OSError as error:
        raise LedgerError(f"{path}: {error.strerror or error}") from error

"""A ledger copied into a file, and brought back from one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dateline.app.opening import now
from dateline.app.settings import Settings
from dateline.ledger import backup
from dateline.model.errors import InputError

__all__ = ["Copied", "back_up", "restore"]


@dataclass(frozen=True)
class Copied:
    """A copy that was made or brought back: its documents, and where the ledger lies whose place it took."""

    documents: int
    former: Path | None = None


def back_up(settings: Settings, copy: Path) -> Copied:
    """Copy the ledger into a file, while others may read and write it."""
    file = file_of(settings, f"pg_dump --format=custom --file {copy} ADDRESS")
    if not file.exists():
        raise InputError(f"no ledger at {file} yet; `dateline add` makes one")
    return Copied(backup.back_up(file, copy))


def restore(settings: Settings, copy: Path, clock: Callable[[], datetime] = now) -> Copied:
    """Put a copy in the place of the ledger, which is kept beside it."""
    file = file_of(settings, f"pg_restore --clean --if-exists --dbname ADDRESS {copy}")
    return Copied(*backup.restore(copy, file, clock()))


def file_of(settings: Settings, instead: str) -> Path:
    """The file of the ledger, where it is in one."""
    if settings.database_file is None:
        raise InputError(f"{settings.shown_database} is no file; PostgreSQL has a command of its own: {instead}")
    return settings.database_file

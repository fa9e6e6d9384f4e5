"""Is the database whole? Asked of the database itself: its pages and indexes, and rows that belong to others."""

from sqlalchemy import Connection

from dateline.ledger.database import Ledger

__all__ = ["faults"]

MOST = 20
"""So many faults are named."""


def faults(ledger: Ledger, *, full: bool = False) -> list[str]:
    """What is wrong with the database: nothing may be. `full` also holds every index against its table, which takes longer.

    PostgreSQL sees to foreign keys and checksums itself.
    """
    if ledger.engine.dialect.name != "sqlite":
        return []
    with ledger.reading() as connection:
        return [*damage(connection, full=full), *orphans(connection)]


def damage(connection: Connection, *, full: bool) -> list[str]:
    """Pages that are broken, and rows that are out of order."""
    name = "integrity_check" if full else "quick_check"
    found = connection.exec_driver_sql(f"PRAGMA {name}({MOST})").scalars().all()
    lines = (line.strip() for words in found for line in str(words).splitlines())
    return [line for line in lines if line and line != "ok" and not line.startswith("***")]


def orphans(connection: Connection) -> list[str]:
    """Rows that belong to rows that are not there."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST)
    return [f"row {row[1]} of {row[0]} belongs to one of {row[2]} that is not there" for row in rows]

"""How reliable people hold outlets to be: letters of the Admiralty scale, kept apart from what is believed of a claim."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from dateline.ledger.tables import documents, meeting_reports, outlets, readings, reports
from dateline.model.occasion import Reliability

__all__ = ["Outlet", "key_of", "outlets_known", "put_outlet", "ratings", "reports_from"]


@dataclass(frozen=True, kw_only=True)
class Outlet:
    """An outlet, its letter, and who gave it when."""

    name: str
    reliability: Reliability
    by: str
    at: datetime
    note: str = ""


def key_of(name: str) -> str:
    """An outlet whatever the case and white space of its name."""
    return " ".join(name.split()).casefold()


def put_outlet(connection: Connection, outlet: Outlet) -> None:
    """Set the letter of an outlet in place of what was set before."""
    key = key_of(outlet.name)
    connection.execute(delete(outlets).where(outlets.c.key == key))
    row = {
        "key": key, "name": " ".join(outlet.name.split()), "reliability": outlet.reliability, "by": outlet.by,
        "at": outlet.at, "note": outlet.note,
    }  # fmt: skip
    connection.execute(insert(outlets), [row])


def outlets_known(connection: Connection) -> list[Outlet]:
    """Every outlet that has a letter, by name."""
    rows = connection.execute(select(outlets).order_by(outlets.c.key)).mappings()
    return [
        Outlet(name=row["name"], reliability=row["reliability"], by=row["by"], at=row["at"], note=row["note"]) for row in rows
    ]


def ratings(connection: Connection) -> dict[str, Reliability]:
    """Key of an outlet -> its letter."""
    return {row.key: row.reliability for row in connection.execute(select(outlets.c.key, outlets.c.reliability))}


def reports_from(connection: Connection, name: str) -> list[str]:
    """The reports of meetings that rest on documents of an outlet and are part of a meeting."""
    query = (
        select(reports.c.id, documents.c.source)
        .join(readings, readings.c.text == reports.c.text)
        .join(documents, documents.c.id == readings.c.document)
        .join(meeting_reports, meeting_reports.c.report == reports.c.id)
        .where(documents.c.source.is_not(None))
    )
    return sorted(row.id for row in connection.execute(query) if key_of(row.source) == key_of(name))

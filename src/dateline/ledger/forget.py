"""Taking a document out again with all that rests on it. A tombstone without any of its words stays, so that it stays out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from dateline.ledger.meetings import days_row
from dateline.ledger.reports import rows_in
from dateline.ledger.search import wipe
from dateline.ledger.store import drop_reading
from dateline.ledger.tables import (
    changes,
    documents,
    entry_parties,
    meeting_parties,
    meeting_reports,
    meetings,
    parties,
    statements,
    steps,
    texts,
    tombstones,
)
from dateline.model.document import Document
from dateline.model.occasion import Occasion

__all__ = ["Forgotten", "Tombstone", "lift", "scrub", "take_out", "tombstone_of"]

WORDY = ("title", "topic", "outcome", "venue", "people", "claims")
"""Fields of a meeting's log that hold words of stories."""


@dataclass(frozen=True)
class Tombstone:
    """What is left of a document that was forgotten."""

    document: str
    at: datetime
    by: str
    note: str = ""


@dataclass(frozen=True)
class Forgotten:
    """What the taking out of a document touches: blocks of reports and meetings that rested on it."""

    blocks: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()


def tombstone_of(connection: Connection, document: Document) -> Tombstone | None:
    """The tombstone of this document, or of the same words from the same outlet."""
    row = connection.execute(select(tombstones).where(buried(document)).order_by(tombstones.c.at)).mappings().first()
    return None if row is None else Tombstone(row["document"], row["at"], row["by"], row["note"])


def buried(document: Document) -> Any:
    """Is a tombstone that of this document?"""
    outlet = tombstones.c.source.is_(None) if document.source is None else tombstones.c.source == document.source
    return or_(tombstones.c.document == document.id, (tombstones.c.text == document.text.id) & outlet)


def lift(connection: Connection, document: Document) -> None:
    """Let a document in again."""
    connection.execute(delete(tombstones).where(buried(document)))


def take_out(
    connection: Connection, document: str, by: str, note: str, at: datetime, *, copied: bool, stands: bool
) -> Forgotten:
    """Take out a document; its reading where it `stands` for its text, and the text where no other one carries it.

    A tombstone is left in its place.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
    row = connection.execute(select(documents).where(documents.c.id == document)).mappings().one()
    text = row["text"]
    blocks, shaken = drop_reading(connection, text) if stands else ((), ())
    connection.execute(delete(documents).where(documents.c.id == document))
    connection.execute(update(documents).where(documents.c.predecessor == document).values(predecessor=None))
    if not copied:
        connection.execute(delete(texts).where(texts.c.id == text))
    connection.execute(delete(tombstones).where(tombstones.c.document == document))
    grave = {"document": document, "text": text, "source": row["source"], "at": at, "by": by, "note": note}
    connection.execute(insert(tombstones), [grave])
    return Forgotten(blocks, shaken)


def scrub(connection: Connection, document: str, shaken: Iterable[str]) -> None:
    """Take the words of a forgotten document out of the log of meetings, and all that is known of those it alone told of."""
    ids = sorted(set(shaken))
    for meeting in ids:
        gone = connection.execute(
            select(changes).where(changes.c.meeting == meeting, changes.c.document == document)
        ).mappings()
        words = {each for row in gone for each in (row["value"], row["before"]) if each and row["field"] in WORDY}
        connection.execute(delete(changes).where(changes.c.meeting == meeting, changes.c.document == document))
        for column in (changes.c.before, changes.c.value):
            spoken = (changes.c.meeting == meeting, changes.c.field.in_(WORDY), column.in_(words))
            connection.execute(update(changes).where(*spoken).values({column.name: None}))
    held = {row["meeting"] for row in rows_in(connection, select(meeting_reports), meeting_reports.c.meeting, ids)}
    for meeting in sorted(set(ids) - held):
        empty(connection, meeting)
    sweep(connection)
    wipe(connection)


def empty(connection: Connection, meeting: str) -> None:
    """Leave of a meeting nothing but its name and revision, which calendars know."""
    for table in (meeting_parties, steps, changes):
        connection.execute(delete(table).where(table.c.meeting == meeting))
    nothing = dict.fromkeys(("forum", "level", "convener", "place", "country", "venue", "topic", "outcome", "newest"))
    days = days_row(Occasion(kind="other", status="cancelled"))
    clear = {f"{prefix}_{end}": None for prefix in ("held", "previous") for end in HELD}
    row = {**nothing, **days, **clear, "title": "", "claims": "[]", "kind": "other", "status": "cancelled", "withdrawn": True}
    connection.execute(update(meetings).where(meetings.c.id == meeting).values(row))


HELD = ("earliest", "latest", "bearing", "starts", "ends")


def sweep(connection: Connection) -> None:
    """Take persons and others whom no entry names any more out of the register."""
    named: set[str] = set()
    for column in (entry_parties.c.party, entry_parties.c.of, entry_parties.c.side, statements.c.speaker, statements.c.via):
        named |= set(connection.execute(select(column).distinct()).scalars())
    minor: Sequence[str] = ("person", "unnamed", "group", "other")
    known = connection.execute(select(parties.c.id).where(parties.c.kind.in_(minor))).scalars().all()
    for name in sorted(set(known) - named):
        connection.execute(delete(parties).where(parties.c.id == name))

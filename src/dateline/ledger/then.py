"""The two clocks: what stories had told by a moment, and what the ledger had learnt by it. It is asked here alone."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from dateline.ledger.tables import documents, readings, stories
from dateline.model.then import Then

__all__ = ["carried", "clocks", "known"]


def clocks(connection: Connection, as_of: datetime) -> Then:
    """A moment by both clocks: before it got its first document, the ledger's own tells nothing."""
    start = connection.execute(select(func.min(documents.c.added_at))).scalar()
    return Then(as_of.date(), as_of if start is not None and start <= as_of else None)


def known(then: Then | None) -> list[ColumnElement[bool]]:
    """Conditions on documents, and on the readings of the texts that they carry: those that were there at a moment."""
    if then is None:
        return []
    day = func.coalesce(documents.c.day, readings.c.day)
    told = or_(day.is_(None), day <= then.told)
    return [told] if then.learnt is None else [told, documents.c.added_at <= then.learnt]


def carried(then: Then, text: Any) -> ColumnElement[bool]:
    """Was a text, whose reading is asked for beside it, carried by a document that was there at a moment?"""
    return exists().where(stories.c.text == documents.c.text, stories.c.read_as == text, *known(then))

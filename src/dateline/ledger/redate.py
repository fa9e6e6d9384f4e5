"""Documents whose day of publication is learnt, or put right, later: the same carrying under another id."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from dateline.ledger.store import document_row, holds
from dateline.ledger.tables import changes, documents, problems, readings
from dateline.model.document import Document

__all__ = ["dated_as", "put_in_place", "undated_as"]


def undated_as(connection: Connection, document: Document) -> list[str]:
    """The documents that are this one without its day: of the same words, and of no other outlet or address."""
    if document.published is None:
        return []
    mine = documents.c.text == document.text.id, documents.c.published.is_(None), documents.c.id != document.id
    near = [or_(column.is_(None), column == value) for column, value in carried_by(document)]
    return list(connection.execute(select(documents.c.id).where(*mine, *near).order_by(documents.c.id)).scalars())


def dated_as(connection: Connection, document: Document) -> bool:
    """Is this a document of the ledger without the day that is known of it?"""
    if document.published is not None:
        return False
    mine = documents.c.text == document.text.id, documents.c.published.is_not(None)
    near = [column == value for column, value in carried_by(document) if value is not None]
    return connection.execute(select(documents.c.id).where(*mine, *near)).first() is not None


def carried_by(document: Document) -> tuple[tuple[ColumnElement[Any], str | None], ...]:
    """The columns that tell carryings of a text apart but for their days, with what this one has there."""
    return (documents.c.source, document.source), (documents.c.url, document.url)


def put_in_place(connection: Connection, former: str, document: Document) -> None:
    """Put a document in place of one that it is under another day; all that rests on the former rests on it."""
    row = connection.execute(select(documents).where(documents.c.id == former)).mappings().one()
    if not holds(connection, document.id):
        kept = document_row(document, row["added_at"]) | {"predecessor": row["predecessor"]}
        connection.execute(insert(documents), [kept])
    for table in (readings, changes):
        connection.execute(update(table).where(table.c.document == former).values(document=document.id))
    connection.execute(update(documents).where(documents.c.predecessor == former).values(predecessor=document.id))
    connection.execute(delete(problems).where(problems.c.document == former))
    connection.execute(delete(documents).where(documents.c.id == former))

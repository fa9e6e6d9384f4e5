"""What calendars were given: events that were published must be followed, also when the ledger would not show them any more."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dateline.ledger.columns import when_row
from dateline.ledger.reports import rows_in
from dateline.ledger.tables import meetings, published
from dateline.model.published import Former
from dateline.model.when import When

__all__ = ["ended_as", "note_published", "published_of", "published_within"]


def former(row: Mapping[str, Any]) -> Former:
    """An event out of its row; the hours are not needed to call it off."""
    first, last = row["first"], row["last"]
    return Former(row["sequence"], When(first, last, "extent" if first != last else None))


def published_of(connection: Connection, ids: Iterable[str]) -> dict[str, Former]:
    """Meeting -> the event that was published of it."""
    return {row["meeting"]: former(dict(row)) for row in rows_in(connection, select(published), published.c.meeting, ids)}


def published_within(connection: Connection, first: date | None, last: date | None) -> list[str]:
    """The meetings whose published events lie in these days."""
    query = select(published.c.meeting).order_by(published.c.meeting)
    if first:
        query = query.where(published.c.last >= first)
    if last:
        query = query.where(published.c.first <= last)
    return list(connection.execute(query).scalars())


def ended_as(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Meeting -> how it ended, `merged` or `withdrawn`; those that live are left out."""
    columns = select(meetings.c.id, meetings.c.merged_into, meetings.c.withdrawn)
    rows = rows_in(connection, columns, meetings.c.id, ids)
    return {
        row["id"]: "merged" if row["merged_into"] else "withdrawn" for row in rows if row["merged_into"] or row["withdrawn"]
    }


def note_published(connection: Connection, events: Mapping[str, Former]) -> None:
    """Remember what was given out, in place of what was given before."""
    for name in sorted(events):
        connection.execute(delete(published).where(published.c.meeting == name))
    rows = []
    for name, event in sorted(events.items()):
        hours = when_row("of", event.when)
        rows.append(
            {
                "meeting": name, "sequence": event.sequence, "first": event.when.earliest, "last": event.when.latest,
                "starts": hours["of_starts"], "ends": hours["of_ends"],
            }
        )  # fmt: skip
    if rows:
        connection.execute(insert(published), rows)

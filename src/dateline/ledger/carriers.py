"""The stories of a ledger, each with all the documents that carry it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, func, select

from dateline.ledger.reports import rows_in
from dateline.ledger.tables import documents, stories, texts
from dateline.model.story import Carrier, Story

__all__ = ["carriers_called", "followers", "newest_stories", "text_of"]


def newest_stories(connection: Connection, limit: int, without: str, among: Collection[str] | None = None) -> tuple[Story, ...]:
    """The stories that the ledger learnt of last, newest first; only those told by the texts `among`, if given.

    Documents of the origin `without` are none.
    """
    learnt = func.min(documents.c.added_at)
    counted = documents.c.origin.is_(None) | (documents.c.origin != without)
    query = (
        select(stories.c.story, learnt.label("learnt"))
        .join(documents, documents.c.text == stories.c.text)
        .where(counted)
        .group_by(stories.c.story)
        .order_by(learnt.desc(), stories.c.story)
    )
    if among is None:
        found = [row.story for row in connection.execute(query.limit(limit))]
    else:
        wanted = {row["story"] for row in rows_in(connection, select(stories), stories.c.text, among)}
        found = [row.story for row in connection.execute(query) if row.story in wanted][:limit]
    joined = (
        select(documents, stories.c.story, stories.c.read_as, texts.c.title, texts.c.body)
        .join(stories, stories.c.text == documents.c.text)
        .join(texts, texts.c.id == documents.c.text)
        .where(counted)
    )
    told: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in rows_in(connection, joined, stories.c.story, found):
        told[row["story"]].append(dict(row))
    return tuple(assembled(name, told[name]) for name in found if told[name])


def assembled(name: str, rows: list[dict[str, object]]) -> Story:
    """A story of its rows; the text that is read for it comes before the others."""
    rows = sorted(rows, key=by_day)
    shown = next((row for row in rows if row["text"] == row["read_as"]), rows[0])
    return Story(id=name, title=str(shown["title"]), body=str(shown["body"]), carriers=tuple(map(carrier, rows)))


def carrier(row: Mapping[str, object]) -> Carrier:
    """A document as one that carries a story."""
    added = row["added_at"]
    assert isinstance(added, datetime)
    return Carrier(
        document=str(row["id"]), name=str(row["name"]), source=optional(row["source"]), url=optional(row["url"]),
        published=optional(row["published"]), added_at=added,
    )  # fmt: skip


def by_day(row: Mapping[str, object]) -> tuple[bool, str, str]:
    """By publication; what has none comes last."""
    return row["published"] is None, str(row["published"]), str(row["id"])


def text_of(connection: Connection, document: str) -> str:
    """The id of the text that a document carries."""
    return str(connection.execute(select(documents.c.text).where(documents.c.id == document)).scalar_one())


def carriers_called(connection: Connection, ids: Iterable[str]) -> tuple[Carrier, ...]:
    """Documents by their ids, the first published first."""
    rows = rows_in(connection, select(documents), documents.c.id, ids)
    return tuple(carrier(row) for row in sorted(rows, key=by_day))


def followers(connection: Connection, document: str) -> tuple[Carrier, ...]:
    """The documents that update one, the first published first."""
    rows = connection.execute(select(documents).where(documents.c.predecessor == document)).mappings().all()
    return tuple(carrier(dict(row)) for row in sorted(map(dict, rows), key=by_day))


def optional(value: object) -> str | None:
    """A column that may be empty."""
    return None if value is None else str(value)

"""Which texts tell the same story, as kept: samples to find them by, what they share, and which text is read for which."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update

from dateline.ledger.reports import rows_in
from dateline.ledger.rows import Row
from dateline.ledger.store import document_from, rank
from dateline.ledger.tables import anchors, documents, meeting_reports, readings, reports, sketches, stories, texts, twins
from dateline.model.document import Document, Text
from dateline.model.twin import Member, Overlap, Share

__all__ = [
    "alike", "family", "is_sketched", "members", "name_predecessor", "put_links", "put_sketch", "put_story",
    "resting", "shares", "texts_of", "unread", "unsketched",
]  # fmt: skip

MOST = 64
"""So many texts that share most of a sample are compared with a new one."""


def is_sketched(connection: Connection, text: str) -> bool:
    """Was the text compared with the others?"""
    return connection.execute(select(stories.c.words).where(stories.c.text == text)).scalar() is not None


def put_sketch(connection: Connection, text: str, words: int, values: Sequence[int]) -> None:
    """Keep by what a text is to be found."""
    connection.execute(update(stories).where(stories.c.text == text).values(words=words))
    if values:
        connection.execute(insert(sketches), [{"text": text, "value": value} for value in values])


def alike(connection: Connection, values: Sequence[int]) -> list[tuple[str, int]]:
    """The texts that share most of these values, with how many."""
    if not values:
        return []
    often = func.count().label("often")
    query = select(sketches.c.text, often).where(sketches.c.value.in_(values)).group_by(sketches.c.text)
    found = connection.execute(query.order_by(often.desc(), sketches.c.text).limit(MOST)).all()
    return [(str(row[0]), int(row[1])) for row in found]


def texts_of(connection: Connection, ids: Iterable[str]) -> dict[str, Text]:
    """The words of texts."""
    return {row["id"]: Text(row["title"], row["body"]) for row in rows_in(connection, select(texts), texts.c.id, ids)}


def put_links(connection: Connection, found: Iterable[Share]) -> None:
    """Keep what texts share."""
    rows: list[Row] = []
    for share in found:
        one, other = sorted((share.one, share.other))
        overlap = share.overlap if one == share.one else share.overlap.turned
        newer = {1: other, -1: one}.get(overlap.newer)
        row = {"one": one, "other": other, "one_kept": overlap.one, "other_kept": overlap.other, "head": overlap.head}
        rows.append({**row, "newer": newer})
    if rows:
        connection.execute(insert(twins), rows)


def family(connection: Connection, text: str) -> list[Share]:
    """All that is kept of what this text shares with others, and they with further ones."""
    found: dict[tuple[str, str], Share] = {}
    known, new = {text}, {text}
    lengths: dict[str, int] = {}
    while new:
        rows = [*rows_in(connection, select(twins), twins.c.one, new), *rows_in(connection, select(twins), twins.c.other, new)]
        ends = {name for row in rows for name in (row["one"], row["other"])}
        sizes = select(stories.c.text, stories.c.words)
        lengths |= {row["text"]: row["words"] or 0 for row in rows_in(connection, sizes, stories.c.text, ends - set(lengths))}
        for row in rows:
            newer = 0 if row["newer"] is None else (1 if row["newer"] == row["other"] else -1)
            size = lengths[row["other"]] - lengths[row["one"]]
            overlap = Overlap(row["one_kept"], row["other_kept"], row["head"], newer, (size > 0) - (size < 0))
            found[row["one"], row["other"]] = Share(row["one"], row["other"], overlap)
        new = ends - known
        known |= ends
    return [found[pair] for pair in sorted(found)]


def shares(found: Iterable[Share]) -> dict[str, dict[str, Overlap]]:
    """Text -> the others that it shares words with, seen from it."""
    seen: dict[str, dict[str, Overlap]] = defaultdict(dict)
    for share in found:
        seen[share.one][share.other] = share.overlap
        seen[share.other][share.one] = share.overlap.turned
    return seen


def members(connection: Connection, ids: Iterable[str]) -> dict[str, Member]:
    """The texts, each with its first carrier."""
    wanted = sorted(set(ids))
    rows = {row["text"]: row for row in rows_in(connection, select(stories), stories.c.text, wanted)}
    first: dict[str, Any] = {}
    for row in rows_in(connection, select(documents), documents.c.text, wanted):
        known = first.get(row["text"])
        if known is None or rank(row["day"], row["id"]) < rank(known["day"], known["id"]):
            first[row["text"]] = row
    read = {row["text"] for row in rows_in(connection, select(readings.c.text), readings.c.text, wanted)}
    judged = {row["text"] for row in rows_in(connection, select(anchors.c.text), anchors.c.text, wanted)}
    return {
        name: Member(
            text=name,
            read_as=row["read_as"],
            story=row["story"],
            words=row["words"] or 0,
            day=first[name]["day"],
            document=first[name]["id"],
            source=first[name]["source"],
            is_read=name in read,
            judged=name in judged and name in read,
        )
        for name, row in rows.items()
        if name in first
    }


def put_story(connection: Connection, text: str, read_as: str, story: str) -> None:
    """Keep which text is read for this one, and the story that it tells."""
    connection.execute(update(stories).where(stories.c.text == text).values(read_as=read_as, story=story))


def name_predecessor(connection: Connection, text: str, predecessor: str | None, ours: Iterable[str]) -> None:
    """Let the documents of a text name the one that they update; what they were given as such from elsewhere stays."""
    mine = or_(documents.c.predecessor.is_(None), documents.c.predecessor.in_(sorted(ours)))
    connection.execute(update(documents).where(documents.c.text == text, mine).values(predecessor=predecessor))


def resting(connection: Connection, ids: Iterable[str]) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Text -> the blocks of its reports and the meetings that rest on them."""
    query = select(reports.c.text, reports.c.block, meeting_reports.c.meeting)
    joined = query.join(meeting_reports, meeting_reports.c.report == reports.c.id, isouter=True)
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for row in rows_in(connection, joined, reports.c.text, ids):
        found[row["text"]][0].add(row["block"])
        if row["meeting"]:
            found[row["text"]][1].add(row["meeting"])
    return {text: (frozenset(blocks), frozenset(held)) for text, (blocks, held) in found.items()}


def unread(connection: Connection, limit: int = 16) -> list[Document]:
    """Documents of texts that stand for themselves and are yet to be read."""
    query = (
        select(documents, texts.c.title, texts.c.body)
        .join(texts, texts.c.id == documents.c.text)
        .join(stories, stories.c.text == documents.c.text)
        .join(readings, readings.c.text == documents.c.text, isouter=True)
        .where(stories.c.read_as == stories.c.text, readings.c.text.is_(None))
    )
    first: dict[str, Document] = {}
    for row in connection.execute(query.order_by(documents.c.text)).mappings():
        found = document_from(row)
        known = first.get(row["text"])
        if known is None or rank(found.day, found.id) < rank(known.day, known.id):
            first[row["text"]] = found
    return list(first.values())[:limit]


def unsketched(connection: Connection, without: str, limit: int = 200) -> list[Document]:
    """Documents of texts that were never compared with the others, but for those of an origin."""
    query = (
        select(documents, texts.c.title, texts.c.body)
        .join(texts, texts.c.id == documents.c.text)
        .join(stories, stories.c.text == documents.c.text)
        .where(stories.c.words.is_(None), or_(documents.c.origin.is_(None), documents.c.origin != without))
    )
    rows = connection.execute(query.order_by(documents.c.text, documents.c.id).limit(limit)).mappings().all()
    return [document_from(row) for row in rows]

"""Reports of meetings out of the ledger: those that may speak of one occasion, and how they compare."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, insert, or_, select, update

from dateline.ledger.columns import when_from
from dateline.ledger.outlets import key_of, ratings
from dateline.ledger.rows import Trees, span_from, trees
from dateline.ledger.tables import documents, entry_parties, evidence, keys, matches, readings, reports, spans, stories, texts
from dateline.model.entry import Attendee, Meeting
from dateline.model.evidence import Evidence, Sourced
from dateline.model.occasion import Facts, Match, Report
from dateline.model.plan import LONGEST, Keys
from dateline.model.when import days_after

__all__ = [
    "block_matches", "block_members", "blocks_of", "chunks", "facts_of", "fellows", "full_reports", "join_blocks", "put_keys",
    "put_matches", "rows_in",
]  # fmt: skip

CHUNK = 500
"""Ids in one question; databases bound their number."""

BESIDE = 110
"""So many code points before and behind the words of a report are looked at with them."""

Wording = tuple[str, str, str]
"""The words that state a report, and what stands before and behind them."""

NO_WORDS: Wording = ("", "", "")


def chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    """Ids in portions, sorted, each once."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def rows_in(connection: Connection, query: Select[Any], column: Any, ids: Iterable[str]) -> list[Any]:
    """The rows of a query whose column is one of the ids."""
    found: list[Any] = []
    for portion in chunks(ids):
        found += connection.execute(query.where(column.in_(portion))).mappings().all()
    return found


def put_keys(connection: Connection, found: Mapping[str, Keys]) -> None:
    """Keep under which anchors and in which days new reports are to be found."""
    rows = [
        {"report": report, "ordinal": ordinal, "anchor": anchor, "first": first, "last": last}
        for report, sought in found.items()
        for ordinal, (anchor, (first, last)) in enumerate(product(sought.anchors, sought.reaches))
    ]
    if rows:
        connection.execute(insert(keys), rows)


def fellows(connection: Connection, report: str, sought: Keys) -> list[str]:
    """Other reports that share an anchor and a day with this one."""
    if not sought.anchors or not sought.reaches:
        return []
    windows: list[ColumnElement[bool]] = [
        and_(keys.c.first <= last, keys.c.first >= days_after(first, -LONGEST), keys.c.last >= first)
        for first, last in sought.reaches
    ]
    query = select(keys.c.report).where(keys.c.anchor.in_(sought.anchors), or_(*windows), keys.c.report != report).distinct()
    return sorted(connection.execute(query).scalars())


def facts_of(connection: Connection, ids: Iterable[str]) -> list[Facts]:
    """What decides whether reports belong together, by id."""
    wanted = sorted(set(ids))
    query = select(reports, readings.c.day.label("told")).join(readings, readings.c.text == reports.c.text)
    named = parties_of(connection, wanted)
    found = rows_in(connection, query, reports.c.id, wanted)
    said = wording_of(connection, wanted)
    return [
        facts(row, named.get(row["id"], []), said.get(row["id"], NO_WORDS))
        for row in sorted(found, key=lambda row: str(row["id"]))
    ]


def wording_of(connection: Connection, ids: Iterable[str]) -> dict[str, Wording]:
    """Report -> the words that best state it, and what stands before and behind them in the text."""
    first = case((spans.c.start > BESIDE, spans.c.start - BESIDE), else_=0)
    field = case((spans.c.field == "title", texts.c.title), else_=texts.c.body)
    query = (
        select(
            spans.c.entry,
            spans.c.quote,
            func.substr(field, first + 1, spans.c.start - first).label("before"),
            func.substr(field, spans.c.end + 1, BESIDE).label("behind"),
        )
        .join(texts, texts.c.id == spans.c.text)
        .where(spans.c.role == "mention", spans.c.ordinal == 0)
    )
    found = rows_in(connection, query, spans.c.entry, ids)
    return {row["entry"]: (row["quote"], row["before"], row["behind"]) for row in found}


def parties_of(connection: Connection, entries: Iterable[str]) -> dict[str, list[Any]]:
    """Entry -> its parties, in order."""
    grouped: dict[str, list[Any]] = defaultdict(list)
    query = select(entry_parties).order_by(entry_parties.c.entry, entry_parties.c.role, entry_parties.c.ordinal)
    for row in rows_in(connection, query, entry_parties.c.entry, entries):
        grouped[row["entry"]].append(row)
    return grouped


def facts(row: Any, named: Sequence[Any], said: Wording = NO_WORDS) -> Facts:
    """The facts of one row with its parties and words."""
    return Facts(
        id=row["id"],
        text=row["text"],
        day=row["told"],
        kind=row["kind"],
        status=row["status"],
        forum=row["forum"],
        sides=frozenset(each["side"] for each in named),
        people=frozenset(Attendee(each["party"], each["of"]) for each in named if each["role"] == "people"),
        level=row["level"],
        place=row["place"],
        country=row["country"],
        feature=row["feature"],
        when=when_from("held", row),
        previously=when_from("previous", row),
        quote=said[0],
        before=said[1],
        behind=said[2],
    )


def full_reports(connection: Connection, ids: Iterable[str]) -> list[Report]:
    """Reports with words and evidence, by id."""
    wanted = sorted(set(ids))
    query = (
        select(
            reports,
            readings.c.day.label("told"),
            documents.c.id.label("carrier"),
            documents.c.source,
            documents.c.wire,
            documents.c.predecessor,
            stories.c.story,
        )
        .join(readings, readings.c.text == reports.c.text)
        .join(documents, documents.c.id == readings.c.document)
        .join(stories, stories.c.text == reports.c.text)
    )
    rows = sorted(rows_in(connection, query, reports.c.id, wanted), key=lambda row: str(row["id"]))
    named = parties_of(connection, wanted)
    rated = ratings(connection)
    grounds = trees(rows_in(connection, select(evidence), evidence.c.entry, wanted))
    mentions: dict[str, list[Any]] = defaultdict(list)
    for row in rows_in(connection, select(spans).order_by(spans.c.ordinal), spans.c.entry, wanted):
        mentions[row["entry"]].append(row)
    return [
        replace(
            report(row, named.get(row["id"], []), mentions.get(row["id"], []), grounds),
            reliability=rated.get(key_of(row["source"] or "")),
        )
        for row in rows
    ]


def report(row: Any, named: Sequence[Any], mentions: Sequence[Any], grounds: Trees) -> Report:
    """One report put together again."""
    return Report(
        meeting=meeting(row, named, mentions, grounds),
        day=row["told"],
        document=row["carrier"],
        source=row["source"],
        country=row["country"],
        feature=row["feature"],
        sides=frozenset(each["side"] for each in named),
        story=row["story"],
        wire=row["wire"],
        predecessor=row["predecessor"],
    )


def meeting(row: Any, named: Sequence[Any], mentions: Sequence[Any], grounds: Trees) -> Meeting:
    """The entry of a row, value by value with its evidence."""

    def reasons(about: str, ordinal: int = 0) -> tuple[Evidence, ...]:
        return grounds[row["id"], about, ordinal]

    def single(about: str, value: Any) -> Any:
        return None if value is None else Sourced(value, reasons(about))

    people = [each for each in named if each["role"] == "people"]
    parties = [each for each in named if each["role"] == "parties"]
    texts = ("forum", "level", "convener", "place", "venue", "topic", "outcome")
    return Meeting(
        text=row["text"],
        spans=tuple(span_from(each) for each in mentions),
        kind=single("kind", row["kind"]),
        status=single("status", row["status"]),
        title=row["title"],
        parties=tuple(Sourced(each["party"], reasons("parties", each["ordinal"])) for each in parties),
        people=tuple(Sourced(Attendee(each["party"], each["of"]), reasons("people", each["ordinal"])) for each in people),
        when=single("when", when_from("held", row)),
        previously=single("previously", when_from("previous", row)),
        after=tuple(json.loads(row["after"])),
        part_of=row["part_of"],
        confidence=row["confidence"],
        sure=json.loads(row["sure"]),
        **{name: single(name, row[name]) for name in texts},
    )


def put_matches(connection: Connection, found: Iterable[Match]) -> None:
    """Keep comparisons: those that speak for one occasion, and those in which a veto alone speaks against it."""
    rows = [
        {"one": match.one, "other": match.other, "score": match.score, "reasons": json.dumps(match.reasons)} for match in found
    ]
    if rows:
        connection.execute(insert(matches), rows)


def match_from(row: Any) -> Match:
    """A comparison out of its row."""
    reasons = tuple((words, weight) for words, weight in json.loads(row["reasons"]))
    return Match(one=row["one"], other=row["other"], score=row["score"], reasons=reasons)


def block_matches(connection: Connection, members: Sequence[str]) -> list[Match]:
    """The comparisons within a block."""
    return [match_from(row) for row in rows_in(connection, select(matches), matches.c.one, members)]


def blocks_of(connection: Connection, ids: Iterable[str]) -> Mapping[str, str]:
    """Report -> its block: the reports that comparisons link, directly or through others."""
    rows = rows_in(connection, select(reports.c.id, reports.c.block), reports.c.id, ids)
    return {row["id"]: row["block"] for row in rows}


def join_blocks(connection: Connection, blocks: Sequence[str]) -> None:
    """Make one block of several, under the name of the first."""
    first, *others = blocks
    for portion in chunks(others):
        connection.execute(update(reports).where(reports.c.block.in_(portion)).values(block=first))


def block_members(connection: Connection, blocks: Iterable[str]) -> list[str]:
    """The reports of blocks."""
    return sorted(row["id"] for row in rows_in(connection, select(reports.c.id), reports.c.block, blocks))

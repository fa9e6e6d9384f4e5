"""Readings into the ledger: one transaction a document, the same document again changes nothing.

Copies of a text share one reading: that of the copy published first, whichever came first. So what the ledger holds does
not depend on the order in which stories arrive.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from dateline.ledger.events import event_evidence, event_parties, event_row, side_rows
from dateline.ledger.relations import relation_evidence, relation_parties, relation_row, relation_spans
from dateline.ledger.rows import (
    Row,
    evidence_rows,
    meeting_evidence,
    of_party,
    party_rows,
    report_row,
    span_rows,
    statement_evidence,
    statement_row,
)
from dateline.ledger.search import saying_rows
from dateline.ledger.tables import (
    documents,
    entry_parties,
    event_sides,
    events,
    evidence,
    meeting_reports,
    parties,
    problems,
    readings,
    relations,
    reports,
    sayings,
    spans,
    statements,
    stories,
    texts,
)
from dateline.model.document import Document, Text
from dateline.model.entry import Meeting, Statement
from dateline.model.event import Event
from dateline.model.evidence import Evidence, Sourced, Span, Stamp
from dateline.model.problem import Problem
from dateline.model.reading import Reading
from dateline.model.relation import Relation

__all__ = [
    "Stored", "carriers", "document_from", "drop_reading", "holds", "put_again", "put_document", "put_problems", "put_reading",
    "put_words",
    "rank", "read_otherwise", "reports_in", "standing",
]  # fmt: skip


@dataclass(frozen=True)
class Stored:
    """What became of a reading: was the document new, which reports of meetings came with it, and what did those that
    gave way to them belong to?"""

    new: bool
    came: tuple[str, ...] = ()
    statements: int = 0
    blocks: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()


def holds(connection: Connection, document: str) -> bool:
    """Is the document of this id in the ledger?"""
    return connection.execute(select(documents.c.id).where(documents.c.id == document)).first() is not None


def put_reading(connection: Connection, reading: Reading, rules: str, at: datetime) -> Stored:
    """Keep a document and what it says. `rules` names the version of the readers, `at` is the ledger's own clock."""
    if holds(connection, reading.document.id):
        return Stored(new=False)
    put_document(connection, reading.document, at, reading.problems)
    return put_words(connection, reading, rules, at)


def put_document(connection: Connection, document: Document, at: datetime, troubles: Iterable[Problem] = ()) -> None:
    """Keep a document, not what it says."""
    text = document.text.id
    put_missing(connection, texts, [text_row(document)])
    put_missing(connection, stories, [{"text": text, "read_as": text, "story": text}])
    connection.execute(insert(documents), [document_row(document, at)])
    put_problems(connection, document.id, troubles)


def put_problems(connection: Connection, document: str, troubles: Iterable[Problem]) -> None:
    """Keep what could not be read in a document, in place of what was kept before."""
    connection.execute(delete(problems).where(problems.c.document == document))
    put(connection, problems, [problem_row(document, ordinal, each) for ordinal, each in enumerate(troubles)])


def put_words(connection: Connection, reading: Reading, rules: str, at: datetime) -> Stored:
    """Keep what a document of the ledger says, unless a copy that was published before it stands for the text."""
    document = reading.document
    rival = standing(connection, document.text.id)
    if rival is not None and rank(rival["day"], rival["document"]) <= rank(document.day, document.id):
        return Stored(new=True)
    blocks, shaken = drop_reading(connection, document.text.id) if rival is not None else ((), ())
    if rival is not None:  # copies may differ in white space: offsets count in the copy that was read
        connection.execute(update(texts).where(texts.c.id == document.text.id).values(text_row(document)))
    put_entries(connection, reading, rules, at)
    said = len(unique(reading.statements))
    return Stored(
        new=True,
        came=tuple(meeting.id for meeting in unique(reading.meetings)),
        statements=said,
        blocks=blocks,
        meetings=shaken,
    )


def put_again(connection: Connection, reading: Reading, rules: str, at: datetime) -> Stored:
    """Put the reading of a text that the ledger carries in place of what was read in it before."""
    text = reading.document.text.id
    blocks, shaken = drop_reading(connection, text)
    connection.execute(update(texts).where(texts.c.id == text).values(text_row(reading.document)))
    put_entries(connection, reading, rules, at)
    came = tuple(meeting.id for meeting in unique(reading.meetings))
    return Stored(new=False, came=came, statements=len(unique(reading.statements)), blocks=blocks, meetings=shaken)


def carriers(connection: Connection, document: str) -> list[Document]:
    """A document of the ledger, and after it the others that carry its text."""
    mine = select(documents.c.text).where(documents.c.id == document).scalar_subquery()
    query = select(documents, texts.c.title, texts.c.body).join(texts, texts.c.id == documents.c.text)
    rows = connection.execute(query.where(documents.c.text == mine).order_by(documents.c.id)).mappings().all()
    return [document_from(row) for row in sorted(rows, key=lambda row: row["id"] != document)]


def reports_in(connection: Connection, text: str) -> list[str]:
    """The reports of meetings that were read in a text."""
    return sorted(connection.execute(select(reports.c.id).where(reports.c.text == text)).scalars())


def read_otherwise(connection: Connection, rules: str | None, without: str, *, modelled: bool = False) -> list[str]:
    """The documents in which texts were read by other rules than these (or by any), but for those of an origin; those that a
    model read, whose rules name it behind a blank, only where `modelled` are wanted."""
    joined = select(readings.c.document, documents.c.origin).join(documents, documents.c.id == readings.c.document)
    query = joined if rules is None else joined.where(readings.c.rules != rules)
    query = query if modelled else query.where(readings.c.rules.not_like("% %"))
    return [row.document for row in connection.execute(query.order_by(readings.c.document)) if row.origin != without]


def read_by_model(connection: Connection, text: str) -> bool:
    """Did a language model have a part in the reading of a text that stands?"""
    rules = connection.execute(select(readings.c.rules).where(readings.c.text == text)).scalar()
    return rules is not None and " " in rules


def document_from(row: Any) -> Document:
    """A document out of its row, with the words as they stand in the ledger."""
    given: str | None = row["published"]
    published: date | datetime | None = None
    if given is not None:
        published = date.fromisoformat(given) if len(given) == 10 else datetime.fromisoformat(given)
    return Document(
        name=row["name"],
        text=Text(row["title"], row["body"]),
        published=published,
        source=row["source"],
        url=row["url"],
        origin=row["origin"],
        language=row["language"],
        predecessor=row["predecessor"],
        wire=wire_from(row),
        dated_by=row["dated_by"],
    )


def wire_from(row: Any) -> Sourced[str] | None:
    """The agency that wrote a document, with the words of its text that say so, or the field that does."""
    if row["wire"] is None:
        return None
    quote, text = row["wire_quote"], Text(row["title"], row["body"])
    at = text.body.find(quote) if quote else -1
    ground = Span.of(text, at, at + len(quote)) if at >= 0 else Stamp("source", row["source"] or row["url"] or row["wire"])
    return Sourced(row["wire"], (Evidence(ground, row["wire_rule"]),))


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert all rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def put_missing(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows that are not there yet."""
    if not rows:
        return
    dialect = import_module(f"sqlalchemy.dialects.{connection.dialect.name}")  # the other one is not loaded
    connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def text_row(document: Document) -> Row:
    """The words as this document has them."""
    return {"id": document.text.id, "title": document.text.title, "body": document.text.body}


def document_row(document: Document, at: datetime) -> Row:
    """A carrying of a text."""
    wire = document.wire
    reason = wire.evidence[0] if wire else None
    ground = reason.ground if reason else None
    return {
        "wire": wire and wire.value, "wire_rule": reason and reason.rule,
        "wire_quote": ground.quote if isinstance(ground, Span) else None,
        "id": document.id, "text": document.text.id, "name": document.name, "source": document.source, "url": document.url,
        "origin": document.origin, "language": document.language, "predecessor": document.predecessor,
        "published": document.published.isoformat() if document.published else None, "day": document.day, "added_at": at,
        "dated_by": document.dated_by,
    }  # fmt: skip


def problem_row(document: str, ordinal: int, problem: Any) -> Row:
    """What could not be read."""
    where = problem.where
    return {
        "document": document, "ordinal": ordinal, "room": problem.room, "what": problem.what,
        "field": where and where.field, "start": where and where.start, "end": where and where.end,
        "quote": where and where.quote,
    }  # fmt: skip


def standing(connection: Connection, text: str) -> Any | None:
    """The document whose reading stands for its text now."""
    joined = select(readings.c.document, documents.c.day).join(documents, documents.c.id == readings.c.document)
    return connection.execute(joined.where(readings.c.text == text)).mappings().first()


def rank(day: date | None, document: str) -> tuple[date, str]:
    """Copies in order: the one published first stands for the text, those without a date come last."""
    return day or date.max, document


def drop_reading(connection: Connection, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take out what was read in a text; gives the blocks and meetings that its reports were part of."""
    mine = reports.c.text == text
    blocks = connection.execute(select(reports.c.block).where(mine).distinct()).scalars().all()
    held = select(meeting_reports.c.meeting).join(reports, reports.c.id == meeting_reports.c.report)
    shaken = connection.execute(held.where(mine).distinct()).scalars().all()
    for table in (evidence, spans, entry_parties, event_sides, events, relations, statements, reports, readings):
        connection.execute(delete(table).where(table.c.text == text))
    return tuple(sorted(blocks)), tuple(sorted(shaken))


def unique(entries: Iterable[Any]) -> list[Any]:
    """Entries of one reading, each id once."""
    return list({entry.id: entry for entry in reversed(tuple(entries))}.values())[::-1]


def put_entries(connection: Connection, reading: Reading, rules: str, at: datetime) -> None:
    """Keep the reading of a text: its day, parties, reports of meetings, statements, events and relations."""
    text, dating = reading.document.text.id, reading.dating
    meetings: list[Meeting] = unique(reading.meetings)
    said: list[Statement] = unique(reading.statements)
    acts: list[Event] = unique(reading.events)
    ties: list[Relation] = unique(reading.relations)
    rivals = [[rival.value.isoformat(), rival.weight] for rival in dating.rivals]
    row = {
        "text": text, "document": reading.document.id, "rules": rules, "read_at": at, "day": dating.value,
        "given": dating.given, "earliest": dating.earliest, "latest": dating.latest, "rivals": json.dumps(rivals),
    }  # fmt: skip
    connection.execute(insert(readings), [row])
    put_missing(connection, parties, [register_row(party) for party in reading.parties])
    put(connection, reports, [report_row(meeting, ordinal, reading) for ordinal, meeting in enumerate(meetings)])
    put(connection, statements, [statement_row(statement, ordinal) for ordinal, statement in enumerate(said)])
    put(connection, sayings, saying_rows(said, reading))
    put(connection, events, [event_row(event, ordinal, reading) for ordinal, event in enumerate(acts)])
    put(connection, event_sides, side_rows(acts, reading))
    put(connection, relations, [relation_row(relation, ordinal) for ordinal, relation in enumerate(ties)])
    triggers = [row for event in acts for row in span_rows(text, event.id, "trigger", (event.trigger,))]
    put(connection, spans, [*meeting_spans(meetings), *statement_spans(said), *triggers, *relation_spans(ties)])
    named = [*meeting_parties(meetings, reading), *statement_parties(said, reading), *event_parties(acts, reading)]
    put(connection, entry_parties, [*named, *relation_parties(ties, reading)])
    grounds = list(evidence_rows(text, text, iter([("published", 0, dating.because)])))
    for meeting in meetings:
        grounds += evidence_rows(text, meeting.id, meeting_evidence(meeting))
    for statement in said:
        grounds += evidence_rows(text, statement.id, statement_evidence(statement))
    for event in acts:
        grounds += evidence_rows(text, event.id, event_evidence(event))
    for relation in ties:
        grounds += evidence_rows(text, relation.id, relation_evidence(relation))
    put(connection, evidence, grounds)


def register_row(party: Any) -> Row:
    """A party for the ledger's register."""
    return {
        "id": party.id, "name": party.name, "kind": party.kind, "of": party.of, "wikidata": party.wikidata,
        "office": party.office,
    }  # fmt: skip


def meeting_spans(meetings: Iterable[Meeting]) -> list[Row]:
    """The mentions of meetings."""
    return [row for meeting in meetings for row in span_rows(meeting.text, meeting.id, "mention", meeting.spans)]


def statement_spans(said: Iterable[Statement]) -> list[Row]:
    """Words said, words that report them, and words that name the speaker."""
    return [
        row
        for statement in said
        for role, found in (("content", statement.content), ("cue", (statement.cue,)), ("source", (statement.source,)))
        for row in span_rows(statement.text, statement.id, role, found)
    ]


def meeting_parties(meetings: Iterable[Meeting], reading: Reading) -> list[Row]:
    """Who takes part."""
    sides = of_party(reading)
    rows: list[Row] = []
    for meeting in meetings:
        persons = [(each.value.id, each.value.of) for each in meeting.people]
        rows += party_rows(meeting.text, meeting.id, "parties", [(each.value, None) for each in meeting.parties], sides)
        rows += party_rows(meeting.text, meeting.id, "people", persons, sides)
    return rows


def statement_parties(said: Iterable[Statement], reading: Reading) -> list[Row]:
    """For whom it is said, to whom, about whom."""
    sides = of_party(reading)
    return [
        row
        for statement in said
        for role, found in (("of", statement.of), ("target", statement.target), ("addressee", statement.addressee))
        for row in party_rows(statement.text, statement.id, role, [(each.value, None) for each in found], sides)
    ]

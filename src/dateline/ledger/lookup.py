"""What lies under an id: a document, a report, statement, event, relation or meeting, with all that it rests on."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, or_, select

from dateline.knowledge.parties import states
from dateline.ledger.columns import when_from
from dateline.ledger.events import full_events
from dateline.ledger.judge import rulings
from dateline.ledger.query import row_of
from dateline.ledger.relations import full_relations
from dateline.ledger.reports import full_reports, rows_in
from dateline.ledger.rows import Trees, span_from, trees
from dateline.ledger.tables import (
    changes,
    documents,
    entry_parties,
    events,
    evidence,
    matches,
    meeting_reports,
    meetings,
    parties,
    problems,
    readings,
    relations,
    reports,
    spans,
    statements,
    steps,
    stories,
    texts,
)
from dateline.ledger.words import check, misplaced
from dateline.model.entry import Statement
from dateline.model.errors import UnknownEntryError
from dateline.model.event import Event
from dateline.model.evidence import Evidence, Sourced
from dateline.model.kept import Apart, Carried, Change, KeptMeeting, Link
from dateline.model.occasion import Report, Step
from dateline.model.party import Party
from dateline.model.relation import Relation
from dateline.model.when import Dating, Rival

__all__ = [
    "Found", "full_statements", "kept_document", "kept_event", "kept_meeting", "kept_relation", "kept_report",
    "kept_statement", "locate", "names_of", "reports_of",
]  # fmt: skip

Kind = Literal["document", "report", "statement", "event", "relation", "meeting"]
Found = tuple[Kind, str]

SHORTEST = 4
"""Fewer characters of an id are no abbreviation."""

MANY = 5

CODE = re.compile(r"[A-Z]{3}")
"""The form of a state's id."""


def locate(connection: Connection, words: str) -> Found:
    """What is meant: an id, an unambiguous beginning of one, or the name under which a document was given, or its address."""
    tables: tuple[tuple[Kind, Any], ...] = (
        ("meeting", meetings), ("report", reports), ("statement", statements), ("event", events),
        ("relation", relations), ("document", documents),
    )  # fmt: skip
    found: list[Found] = []
    if len(words) >= SHORTEST:
        for kind, table in tables:
            alike = table.c.id.startswith(words.lower(), autoescape=True)
            query = select(table.c.id).where(alike).order_by(table.c.id).limit(MANY)
            found += [(kind, name) for name in connection.execute(query).scalars()]
    if not found:
        given = or_(documents.c.name == words, documents.c.url == words)
        query = select(documents.c.id).where(given).order_by(documents.c.id).limit(MANY)
        found = [("document", name) for name in connection.execute(query).scalars()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownEntryError(f"nothing in the ledger is called {words!r}; `dateline agenda` shows the ids of meetings")
    raise UnknownEntryError(f"{words!r} may be {', '.join(f'{kind} {name}' for kind, name in found)}: give more of the id")


def names_of(connection: Connection, ids: Iterable[str]) -> dict[str, Party]:
    """The ledger's register: id -> party, with those that these are parts of; a state that it has no name of goes by the
    one that the readers know."""
    wanted = set(ids)
    wanted |= {party.partition(":")[0] for party in wanted}
    found = {row["id"]: Party(**row) for row in rows_in(connection, select(parties), parties.c.id, wanted)}
    bare = {party for party in wanted if CODE.fullmatch(party) and (party not in found or found[party].name == party)}
    return found | ({each.id: Party(each.id, each.name, "state") for each in states() if each.id in bare} if bare else {})


def full_statements(connection: Connection, ids: Iterable[str]) -> list[Statement]:
    """Statements with words and evidence, in the order of their texts."""
    wanted = sorted(set(ids))
    named: dict[str, list[Any]] = defaultdict(list)
    ordered = select(entry_parties).order_by(entry_parties.c.entry, entry_parties.c.role, entry_parties.c.ordinal)
    for row in rows_in(connection, ordered, entry_parties.c.entry, wanted):
        named[row["entry"]].append(row)
    said: dict[str, list[Any]] = defaultdict(list)
    for row in rows_in(connection, select(spans).order_by(spans.c.ordinal), spans.c.entry, wanted):
        said[row["entry"]].append(row)
    grounds = trees(rows_in(connection, select(evidence), evidence.c.entry, wanted))
    rows = rows_in(connection, select(statements), statements.c.id, wanted)
    return [
        statement(row, named.get(row["id"], []), said.get(row["id"], []), grounds)
        for row in sorted(rows, key=lambda row: (row["text"], row["ordinal"]))
    ]


def statement(row: Any, named: Sequence[Any], said: Sequence[Any], grounds: Trees) -> Statement:
    """One statement put together again."""

    def reasons(about: str, ordinal: int = 0) -> tuple[Evidence, ...]:
        return grounds[row["id"], about, ordinal]

    def single(about: str, value: Any) -> Any:
        return None if value is None else Sourced(value, reasons(about))

    def several(role: str) -> tuple[Sourced[str], ...]:
        return tuple(Sourced(each["party"], reasons(role, each["ordinal"])) for each in named if each["role"] == role)

    def words(role: str) -> list[Any]:
        return [span_from(each) for each in said if each["role"] == role]

    return Statement(
        text=row["text"],
        content=tuple(words("content")),
        speaker=single("speaker", row["speaker"]),
        kind=single("kind", row["kind"]),
        form=row["form"],
        of=several("of"),
        via=single("via", row["via"]),
        source=next(iter(words("source")), None),
        cue=next(iter(words("cue")), None),
        target=several("target"),
        addressee=several("addressee"),
        topic=single("topic", row["topic"]),
        said=single("said", when_from("said", row)),
        same_as=row["same_as"],
        inside=row["inside"],
        confidence=row["confidence"],
        sure=json.loads(row["sure"]),
        evidence=grounds.get((row["id"], "statement", 0), ()),
    )


def kept_document(connection: Connection, name: str) -> Carried:
    """A document, the day of its text and what it says."""
    query = (
        select(documents, texts.c.title, readings.c.rules, readings.c.document.label("read_in"))
        .join(texts, texts.c.id == documents.c.text)
        .join(stories, stories.c.text == documents.c.text)
        .join(readings, readings.c.text == stories.c.read_as, isouter=True)
        .add_columns(stories.c.read_as)
    )
    row = connection.execute(query.where(documents.c.id == name)).mappings().one()
    text = row["read_as"]
    beside = select(stories.c.text).where(stories.c.read_as == text).scalar_subquery()
    copies = select(documents.c.id).where(documents.c.text.in_(beside), documents.c.id != name).order_by(documents.c.id)
    reported = select(reports.c.id, reports.c.ordinal).where(reports.c.text == text)
    order = {each["id"]: each["ordinal"] for each in connection.execute(reported).mappings()}
    said = connection.execute(select(statements.c.id).where(statements.c.text == text)).scalars().all()
    done = connection.execute(select(events.c.id).where(events.c.text == text)).scalars().all()
    tied = connection.execute(select(relations.c.id).where(relations.c.text == text)).scalars().all()
    troubles = select(problems.c.what).where(problems.c.document == name).order_by(problems.c.ordinal)
    return Carried(
        id=name,
        name=row["name"],
        text=text,
        title=row["title"],
        source=row["source"],
        url=row["url"],
        day=row["day"],
        added_at=row["added_at"],
        rules=row["rules"],
        read_in=row["read_in"],
        dating=dating_of(connection, text),
        others=tuple(connection.execute(copies).scalars()),
        predecessor=row["predecessor"],
        problems=(*connection.execute(troubles).scalars(), *(each.what for each in misplaced(connection, text))),
        reports=tuple(sorted(full_reports(connection, order), key=lambda report: int(order[report.id]))),
        statements=tuple(full_statements(connection, said)),
        events=tuple(full_events(connection, done)),
        relations=tuple(full_relations(connection, tied)),
    )


def dating_of(connection: Connection, text: str) -> Dating:
    """The day of a text, as read."""
    row = connection.execute(select(readings).where(readings.c.text == text)).mappings().first()
    if row is None:
        return Dating(None, given=False)
    query = select(evidence).where(evidence.c.entry == text)
    grounds = trees(connection.execute(query).mappings().all())
    return Dating(
        row["day"],
        given=row["given"],
        earliest=row["earliest"],
        latest=row["latest"],
        rivals=tuple(Rival(date.fromisoformat(day), weight) for day, weight in json.loads(row["rivals"])),
        because=grounds.get((text, "published", 0), ()),
    )


def kept_report(connection: Connection, name: str) -> tuple[Report, str | None]:
    """A report of a meeting, and the meeting that it belongs to."""
    query = select(meeting_reports.c.meeting).where(meeting_reports.c.report == name)
    (report,) = full_reports(connection, [name])
    check(connection, report.meeting.text, [name])
    return report, connection.execute(query).scalar()


def kept_statement(connection: Connection, name: str) -> Statement:
    """A statement, its words seen to stand in its story."""
    (statement,) = full_statements(connection, [name])
    check(connection, statement.text, [name])
    return statement


def kept_event(connection: Connection, name: str) -> Event:
    """An event, its words seen to stand in its story."""
    (event,) = full_events(connection, [name])
    check(connection, event.text, [name])
    return event


def kept_relation(connection: Connection, name: str) -> Relation:
    """A relation, its words seen to stand in its story."""
    (relation,) = full_relations(connection, [name])
    check(connection, relation.text, [name])
    return relation


def kept_meeting(connection: Connection, name: str) -> KeptMeeting:
    """A meeting with its reports, the reasons that tie them together, its history and revisions."""
    row = row_of(connection, name)
    if row is None:
        raise UnknownEntryError(f"no meeting {name}")
    query = select(meeting_reports).where(meeting_reports.c.meeting == name).order_by(meeting_reports.c.ordinal)
    links = connection.execute(query).mappings().all()
    known = {report.id: report for report in full_reports(connection, [each["report"] for each in links])}
    for report in known.values():
        check(connection, report.meeting.text, [report.id])
    passed = connection.execute(select(steps).where(steps.c.meeting == name).order_by(steps.c.ordinal)).mappings().all()
    logged = select(changes).where(changes.c.meeting == name).order_by(changes.c.revision, changes.c.field)
    end = connection.execute(select(meetings.c.merged_into, meetings.c.withdrawn).where(meetings.c.id == name)).one()
    return KeptMeeting(
        row=row,
        merged_into=end[0],
        withdrawn=end[1],
        reports=tuple((known[each["report"]], link_of(each)) for each in links),
        steps=tuple(
            Step(
                day=each["day"], report=each["report"], field=each["field"], value=each["value"], before=each["before"],
                quote=each["quote"],
            )
            for each in passed
        ),
        changes=tuple(
            Change(
                revision=each["revision"], at=each["at"], field=each["field"], before=each["before"], value=each["value"],
                document=each["document"],
            )
            for each in connection.execute(logged).mappings()
        ),
        judgements=tuple(each.judgement for each in rulings(connection, [each["report"] for each in links])),
        apart=tuple(apart_from(connection, [each["report"] for each in links])),
    )  # fmt: skip


def apart_from(connection: Connection, ids: Sequence[str]) -> list[Apart]:
    """The reports that only a veto keeps apart from these, each once."""
    inside = set(ids)
    crossing = [
        *rows_in(connection, select(matches), matches.c.one, ids),
        *rows_in(connection, select(matches), matches.c.other, ids),
    ]
    found = {
        row["other"] if row["one"] in inside else row["one"]: json.loads(row["reasons"])
        for row in sorted(crossing, key=lambda row: (row["one"], row["other"]))
        if row["score"] < 0 and not {row["one"], row["other"]} <= inside
    }
    homes = {
        row["report"]: row["meeting"] for row in rows_in(connection, select(meeting_reports), meeting_reports.c.report, found)
    }
    return [
        Apart(report=name, meeting=homes.get(name), reasons=tuple((words, weight) for words, weight in reasons))
        for name, reasons in found.items()
    ]


def reports_of(connection: Connection, meeting: str) -> tuple[str, ...]:
    """The reports of a meeting; of one that was merged, those of the meeting that it is part of now."""
    into: str | None = meeting
    found: tuple[str, ...] = ()
    while into and not found:
        query = select(meeting_reports.c.report).where(meeting_reports.c.meeting == into)
        found = tuple(connection.execute(query.order_by(meeting_reports.c.report)).scalars().all())
        into = connection.execute(select(meetings.c.merged_into).where(meetings.c.id == into)).scalar()
    return found


def link_of(row: Any) -> Link:
    """What ties a report to its meeting."""
    return Link(score=row["score"], reasons=tuple((words, weight) for words, weight in json.loads(row["reasons"])))

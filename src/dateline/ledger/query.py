"""Questions to the ledger: its agenda, its parties, and what lies under an id."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from dateline.ledger.judge import any_decisions, rulings
from dateline.ledger.meetings import occasion_from
from dateline.ledger.outlets import key_of, ratings
from dateline.ledger.reports import rows_in
from dateline.ledger.tables import (
    documents,
    meeting_parties,
    meeting_reports,
    meetings,
    parties,
    readings,
    relations,
    reports,
    spans,
    statements,
    steps,
    stories,
    texts,
)
from dateline.ledger.then import carried, known
from dateline.model.agenda import AgendaRow, Question, SourceLine, Totals, agenda_order, is_for
from dateline.model.judgement import Judgement
from dateline.model.occasion import Step
from dateline.model.then import Then

__all__ = [
    "agenda", "agenda_then", "asked", "assembled", "changed_since", "ended_since", "find_party", "meetings_of", "party_names",
    "place_names",
    "reports_then", "reports_told", "row_of", "rows_of",
    "sources_of", "steps_of", "totals",
]  # fmt: skip


LIVE = and_(meetings.c.merged_into.is_(None), ~meetings.c.withdrawn)


def agenda(connection: Connection, question: Question) -> list[AgendaRow]:
    """The meetings asked for, by date; those without one last. A meeting put off is found under its former date."""
    rows = assembled(connection, connection.execute(select(meetings).where(*asked(question))).mappings().all())
    wanted = (row for row in rows if question.watch is None or is_for(row, question.watch))
    return [row for row in wanted if question.is_there(row.occasion)]


def held_there(question: Question) -> list[ColumnElement[bool]]:
    """What narrows meetings to a forum and a place; the database knows upper and lower case of ASCII alone."""
    conditions: list[ColumnElement[bool]] = []
    if question.forum and question.forum.isascii():
        conditions.append(func.lower(meetings.c.forum).contains(question.forum.lower(), autoescape=True))
    if question.place and question.place.isascii():
        named = [
            func.lower(column).contains(question.place.lower(), autoescape=True)
            for column in (meetings.c.place, meetings.c.venue)
        ]
        named += [meetings.c.country == question.country] if question.country else []
        conditions.append(or_(*named))
    return conditions


def asked(question: Question) -> list[ColumnElement[bool]]:
    """Conditions on living meetings: those asked for, as far as rows of meetings and parties decide it."""
    found: list[ColumnElement[bool]] = [LIVE, meetings.c.confidence >= question.confidence]
    if question.first:
        found.append(meetings.c.last_day >= question.first)
    if question.last:
        found.append(meetings.c.first_day <= question.last)
    if question.party:
        found.append(takes_part(question.party))
    if question.watch and question.watch.parties:
        found.append(or_(*(takes_part(party) for party in question.watch.parties)))
    return [*found, *held_there(question)]


def takes_part(party: str) -> ColumnElement[bool]:
    """Is the party, one of its organs or one of its people in it?"""
    mine = or_(meeting_parties.c.party == party, meeting_parties.c.side == party)
    return exists().where(meeting_parties.c.meeting == meetings.c.id, mine)


def assembled(connection: Connection, rows: Sequence[Any], then: Then | None = None) -> list[AgendaRow]:
    """Agenda rows of meeting rows, with parties and sources (those of a moment, if given), in the order of the agenda."""
    ids = [row["id"] for row in rows]
    named: dict[str, list[Any]] = defaultdict(list)
    order = (meeting_parties.c.meeting, meeting_parties.c.role, meeting_parties.c.ordinal)
    for each in rows_in(connection, select(meeting_parties).order_by(*order), meeting_parties.c.meeting, ids):
        named[each["meeting"]].append(each)
    told = sources_of(connection, ids, then)
    judged = judged_of(connection, told)
    found = [
        AgendaRow(
            id=row["id"],
            occasion=occasion_from(row, named.get(row["id"], [])),
            revision=row["revision"],
            first_seen=row["first_seen"],
            last_changed=row["last_changed"],
            sources=tuple(told.get(row["id"], ())),
            judgements=judged.get(row["id"], ()),
        )
        for row in rows
    ]
    return sorted(found, key=agenda_order)


def judged_of(connection: Connection, told: Mapping[str, Sequence[SourceLine]]) -> dict[str, tuple[Judgement, ...]]:
    """Meeting -> what people decided of it, of its reports, or of it and another one."""
    home = {line.report: meeting for meeting, lines in told.items() for line in lines}
    found: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for ruling in rulings(connection, sorted(home)) if any_decisions(connection) else ():
        for report in (*ruling.one, *ruling.other):
            if report in home:
                found[home[report]][ruling.judgement.id] = ruling.judgement
    return {meeting: tuple(each.values()) for meeting, each in found.items()}


def row_of(connection: Connection, id: str) -> AgendaRow | None:
    """One meeting, live or not, by its whole id."""
    found = connection.execute(select(meetings).where(meetings.c.id == id)).mappings().all()
    return next(iter(assembled(connection, found)), None)


def rows_of(connection: Connection, ids: Iterable[str]) -> list[AgendaRow]:
    """Meetings by their whole ids, in the order of the agenda."""
    return assembled(connection, rows_in(connection, select(meetings), meetings.c.id, ids))


def reports_told(connection: Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """Meeting -> its reports."""
    found: dict[str, list[str]] = defaultdict(list)
    query = select(meeting_reports.c.meeting, meeting_reports.c.report).order_by(meeting_reports.c.ordinal)
    for row in rows_in(connection, query, meeting_reports.c.meeting, ids):
        found[row["meeting"]].append(row["report"])
    return dict(found)


def meetings_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Report -> the meeting that it belongs to."""
    rows = rows_in(connection, select(meeting_reports), meeting_reports.c.report, ids)
    return {row["report"]: row["meeting"] for row in rows}


def steps_of(connection: Connection, ids: Iterable[str]) -> dict[str, list[Step]]:
    """Meeting -> its history."""
    found: dict[str, list[Step]] = defaultdict(list)
    columns = select(steps).order_by(steps.c.meeting, steps.c.ordinal)
    for row in rows_in(connection, columns, steps.c.meeting, ids):
        found[row["meeting"]].append(
            Step(
                day=row["day"], report=row["report"], field=row["field"], value=row["value"], before=row["before"],
                quote=row["quote"],
            )
        )  # fmt: skip
    return dict(found)


def changed_since(connection: Connection, since: Then) -> list[str]:
    """Living meetings that may have changed since: by the ledger's clock, or, before it was kept, by the days of stories."""
    if since.learnt is not None:
        query = select(meetings.c.id).where(LIVE, meetings.c.last_changed > since.learnt)
        return sorted(connection.execute(query).scalars())
    told = (
        select(meeting_reports.c.meeting)
        .join(reports, reports.c.id == meeting_reports.c.report)
        .join(readings, readings.c.text == reports.c.text)
        .join(meetings, meetings.c.id == meeting_reports.c.meeting)
        .where(LIVE, or_(readings.c.day.is_(None), readings.c.day > since.told))
    )
    return sorted(set(connection.execute(told).scalars()))


def ended_since(connection: Connection, since: datetime) -> list[tuple[AgendaRow, str | None]]:
    """Meetings that were there and ended since, each with the one that it is part of now."""
    query = select(meetings).where(~LIVE, meetings.c.last_changed > since, meetings.c.first_seen <= since)
    rows = connection.execute(query).mappings().all()
    into = {row["id"]: row["merged_into"] for row in rows}
    return [(row, into[row.id]) for row in assembled(connection, rows)]


def source_query(then: Then | None) -> Select[Any]:
    """Every document that carries (or carried by a moment) a text with a report of a meeting, and the report's main words."""
    words = and_(spans.c.entry == reports.c.id, spans.c.role == "mention", spans.c.ordinal == 0)
    return (
        select(
            meeting_reports.c.meeting, meeting_reports.c.report, documents.c.id, documents.c.name, reports.c.text,
            documents.c.text.label("copy"),
            documents.c.source, documents.c.url, documents.c.day, documents.c.added_at, readings.c.day.label("told"),
            spans.c.quote,
        )
        .join(reports, reports.c.id == meeting_reports.c.report)
        .join(stories, stories.c.read_as == reports.c.text)
        .join(documents, documents.c.text == stories.c.text)
        .join(readings, readings.c.text == reports.c.text)
        .join(spans, words, isouter=True)
        .where(*known(then))
    )  # fmt: skip


def sources_of(connection: Connection, ids: Iterable[str], then: Then | None = None) -> dict[str, list[SourceLine]]:
    """Meeting -> who told of it (by a moment, if given), oldest first, each document once."""
    found: dict[str, dict[str, SourceLine]] = defaultdict(dict)
    rated = ratings(connection)
    rows = rows_in(connection, source_query(then), meeting_reports.c.meeting, ids)
    others = {row["copy"] for row in rows if row["copy"] != row["text"]}
    bodies = {row["id"]: plain(row["body"]) for row in rows_in(connection, select(texts), texts.c.id, others)}
    for row in sorted(rows, key=lambda row: (row["day"] or row["told"] or date.min, row["id"], row["report"])):
        quote = row["quote"] or ""
        line = SourceLine(
            document=row["id"],
            name=row["name"],
            text=row["text"],
            report=row["report"],
            source=row["source"],
            url=row["url"],
            published=row["day"] or row["told"],
            added_at=row["added_at"],
            quote=quote if plain(quote) in bodies.get(row["copy"], plain(quote)) else "",
            reliability=rated.get(key_of(row["source"] or "")),
        )
        found[row["meeting"]].setdefault(row["id"], line)
    return {meeting: list(lines.values()) for meeting, lines in found.items()}


def plain(words: str) -> str:
    """Words without what a copy may set otherwise: white space and the shape of quotation marks."""
    return " ".join(words.translate(QUOTES).split())


QUOTES = str.maketrans("“”„‘’", '"""\'\'')


def agenda_then(connection: Connection, then: Then, question: Question) -> list[tuple[AgendaRow, tuple[str, ...]]]:
    """The meetings that were told of at a moment, with those who told of them then, and the reports known then.

    What is believed of them is yet to be made of these reports, and the question is yet to be asked of it: here it only
    narrows them, by the days that any report gives. Those that people have rejected since are among them.
    """
    query = told_then(then).where(meetings.c.merged_into.is_(None))
    if question.first or question.last:
        query = query.where(meeting_reports.c.meeting.in_(reported_in(question)))
    told: dict[str, list[str]] = defaultdict(list)
    for meeting, report in connection.execute(query):
        told[meeting].append(report)
    rows = rows_in(connection, select(meetings), meetings.c.id, told)
    return [(row, tuple(sorted(told[row.id]))) for row in assembled(connection, rows, then)]


def reports_then(connection: Connection, ids: Iterable[str], then: Then) -> set[str]:
    """The reports of meetings that were known at a moment."""
    return {row["report"] for row in rows_in(connection, told_then(then), meeting_reports.c.meeting, ids)}


def told_then(then: Then) -> Select[Any]:
    """Meetings with their reports, as far as these were known at a moment."""
    return (
        select(meeting_reports.c.meeting, meeting_reports.c.report)
        .join(reports, reports.c.id == meeting_reports.c.report)
        .join(readings, readings.c.text == reports.c.text)
        .join(meetings, meetings.c.id == meeting_reports.c.meeting)
        .where(carried(then, reports.c.text))
    )


def reported_in(question: Question) -> Select[Any]:
    """The meetings that some report sets in the days asked for, or moves from there."""
    belongs = select(meeting_reports.c.meeting).join(reports, reports.c.id == meeting_reports.c.report)
    return belongs.where(or_(window("held", question), window("previous", question)))


def window(prefix: str, question: Question) -> ColumnElement[bool]:
    """Does the interval of a report share a day with those asked for? An open end reaches to the other one."""
    earliest, latest = reports.c[f"{prefix}_earliest"], reports.c[f"{prefix}_latest"]
    conditions: list[ColumnElement[bool]] = [or_(earliest.is_not(None), latest.is_not(None))]
    if question.last:
        conditions.append(func.coalesce(earliest, latest) <= question.last)
    if question.first:
        conditions.append(func.coalesce(latest, earliest) >= question.first)
    return and_(*conditions)


def find_party(connection: Connection, words: str) -> str | None:
    """The id of the party that the ledger knows by this id or name, whatever the case."""
    wanted = words.casefold()
    by_id = connection.execute(select(parties.c.id).where(func.lower(parties.c.id) == wanted).order_by(parties.c.id)).scalar()
    if by_id:
        return str(by_id)
    query = select(parties.c.id).where(func.lower(parties.c.name) == wanted).order_by(parties.c.id)
    found = connection.execute(query).scalar()
    return str(found) if found else None


def party_names(connection: Connection) -> dict[str, str]:
    """Name -> id of the parties of the ledger."""
    return {row.name: row.id for row in connection.execute(select(parties.c.id, parties.c.name).order_by(parties.c.id))}


def place_names(connection: Connection) -> set[str]:
    """The places at which stories set meetings."""
    return set(connection.execute(select(reports.c.place).where(reports.c.place.is_not(None)).distinct()).scalars())


def totals(connection: Connection) -> Totals:
    """How much the ledger holds."""

    def count(table: Any, *conditions: ColumnElement[bool]) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())

    ends = connection.execute(select(func.min(meetings.c.first_day), func.max(meetings.c.last_day)).where(LIVE)).one()
    return Totals(
        stories=int(connection.execute(select(func.count(stories.c.story.distinct()))).scalar_one()),
        documents=count(documents),
        meetings=count(meetings, LIVE),
        statements=count(statements),
        relations=count(relations),
        first=ends[0],
        last=ends[1],
    )

"""What the review queue is made of, in portions: meetings outwards from a day, stories from the newest back. Each question is
bounded, however much the ledger holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, exists, func, select

from dateline.ledger.events import sentences_of
from dateline.ledger.lookup import link_of
from dateline.ledger.query import LIVE, asked, assembled, rows_of
from dateline.ledger.reports import match_from, rows_in
from dateline.ledger.tables import (
    events,
    evidence,
    matches,
    meeting_parties,
    meeting_reports,
    meetings,
    readings,
    reports,
    spans,
    statements,
)
from dateline.model.agenda import AgendaRow, Question, is_for
from dateline.model.entry import StatementKind
from dateline.model.kept import Link
from dateline.model.occasion import Match
from dateline.model.when import days_after

__all__ = [
    "apart", "differing", "doubtful_events", "doubtful_statements", "importances", "links_of", "living", "meetings_outwards",
    "sentences", "statuses_of", "texts_with_events", "texts_with_statements",
]  # fmt: skip

PORTION = 300
"""Meetings or stories looked at in one step."""

MAIN = ("mention", "content", "trigger")
"""The parts that the main words of entries have."""


def meetings_outwards(connection: Connection, question: Question, around: date) -> Iterator[list[AgendaRow]]:
    """The meetings asked for in portions of whole days, each with the days beside it: from a day forwards and backwards in
    turn; last those without a day, where no days are asked for."""
    ahead: date | None = around
    back: date | None = days_after(around, -1)
    while ahead or back:
        if ahead:
            last = far(connection, question, meetings.c.first_day >= ahead, meetings.c.first_day)
            yield between(connection, question, ahead, last or date.max)
            ahead = days_after(last, 1) if last else None
        if back:
            first = far(connection, question, meetings.c.first_day <= back, meetings.c.first_day.desc())
            yield between(connection, question, first or date.min, back)
            back = days_after(first, -1) if first else None
    if question.first is None and question.last is None:
        undated = select(meetings).where(*asked(question), meetings.c.first_day.is_(None))
        newest = undated.order_by(meetings.c.last_changed.desc(), meetings.c.id).limit(PORTION)
        yield found_for(connection, question, connection.execute(newest).mappings().all())


def far(connection: Connection, question: Question, from_there: ColumnElement[bool], order: Any) -> date | None:
    """The day at which a portion ends; None where fewer are left."""
    query = select(meetings.c.first_day).where(*asked(question), from_there).order_by(order)
    return connection.execute(query.limit(1).offset(PORTION)).scalar()


def between(connection: Connection, question: Question, first: date, last: date) -> list[AgendaRow]:
    """The meetings asked for that begin in these days, or the day after."""
    begun = meetings.c.first_day.between(first, days_after(last, 1))
    return found_for(connection, question, connection.execute(select(meetings).where(*asked(question), begun)).mappings().all())


def found_for(connection: Connection, question: Question, rows: Sequence[Any]) -> list[AgendaRow]:
    """The rows in full, as far as a watch is for them."""
    return [row for row in assembled(connection, rows) if question.watch is None or is_for(row, question.watch)]


def living(connection: Connection, ids: Iterable[str]) -> list[AgendaRow]:
    """Those of some meetings that stand on their own."""
    alive = {row["id"] for row in rows_in(connection, select(meetings.c.id).where(LIVE), meetings.c.id, ids)}
    return rows_of(connection, alive)


def links_of(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, Link]]:
    """Meeting -> what ties each of its reports to it."""
    found: dict[str, dict[str, Link]] = defaultdict(dict)
    for row in rows_in(connection, select(meeting_reports), meeting_reports.c.meeting, ids):
        found[row["meeting"]][row["report"]] = link_of(row)
    return dict(found)


def statuses_of(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """Report -> the status that it gives."""
    query = select(reports.c.id, reports.c.status)
    return {row["id"]: row["status"] for row in rows_in(connection, query, reports.c.id, names)}


def apart(connection: Connection, homes: Mapping[str, str]) -> Iterator[tuple[str, str, Match]]:
    """Comparisons that speak for one occasion between reports of two meetings, with the ids of both; `homes` are the meetings
    of the reports asked for."""
    other = meeting_reports.c.meeting.label("elsewhere")
    for mine, theirs in ((matches.c.one, matches.c.other), (matches.c.other, matches.c.one)):
        query = (
            select(matches, other)
            .join(meeting_reports, meeting_reports.c.report == theirs)
            .join(meetings, meetings.c.id == meeting_reports.c.meeting)
            .where(LIVE, matches.c.score > 0)
        )
        for row in rows_in(connection, query, mine, homes):
            home = homes[row[mine.name]]
            if home != row["elsewhere"]:
                yield home, row["elsewhere"], match_from(row)


def importances(connection: Connection) -> dict[str, int]:
    """Side -> how many entries in meetings it has: whom the ledger is mostly about."""
    query = select(meeting_parties.c.side, func.count()).where(meeting_parties.c.side.is_not(None))
    return {side: int(number) for side, number in connection.execute(query.group_by(meeting_parties.c.side))}


def texts_outwards(connection: Connection, table: Table, first: date | None, last: date | None) -> Iterator[list[str]]:
    """The texts of some days that hold entries of a table, in portions, the newest first."""
    held = exists().where(table.c.text == readings.c.text)
    query = select(readings.c.text).where(held).order_by(func.coalesce(readings.c.day, date.min).desc(), readings.c.text)
    if first:
        query = query.where(readings.c.day >= first)
    if last:
        query = query.where(readings.c.day <= last)
    found, start, size = list(connection.execute(query).scalars()), 0, PORTION
    while start < len(found):
        yield found[start : start + size]
        start, size = start + size, 2 * size


def texts_with_statements(connection: Connection, first: date | None, last: date | None) -> Iterator[list[str]]:
    """The texts of some days in which somebody says something."""
    return texts_outwards(connection, statements, first, last)


def texts_with_events(connection: Connection, first: date | None, last: date | None) -> Iterator[list[str]]:
    """The texts of some days in which something is done."""
    return texts_outwards(connection, events, first, last)


def differing(connection: Connection, entries: Iterable[str], rule: str) -> dict[str, list[tuple[str, str, str]]]:
    """Entry -> (field, reader, what it gives) where the evidence of that rule tells that two readers differ."""
    found: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    query = select(evidence).where(evidence.c.rule == rule).order_by(evidence.c.about, evidence.c.ordinal, evidence.c.number)
    for row in rows_in(connection, query, evidence.c.entry, entries):
        found[row["entry"]].append((row["about"], row["name"], row["words"]))
    return found


def doubtful_statements(
    connection: Connection, texts: Iterable[str], least: float, most: float, kinds: Iterable[StatementKind], rule: str
) -> list[str]:
    """The statements of some texts that are shown but not sure, those of some kinds, and those whose evidence has that rule."""
    parted = exists().where(evidence.c.entry == statements.c.id, evidence.c.rule == rule)
    wanted = statements.c.kind.in_(list(kinds)) | (statements.c.confidence < most) | parted
    query = select(statements.c.id).where(statements.c.confidence >= least, wanted)
    return [row["id"] for row in rows_in(connection, query, statements.c.text, texts)]


def doubtful_events(connection: Connection, texts: Iterable[str], least: float) -> list[str]:
    """The events of some texts that are not too unlikely to be looked at."""
    query = select(events.c.id).where(events.c.confidence >= least)
    return [row["id"] for row in rows_in(connection, query, events.c.text, texts)]


def sentences(connection: Connection, entries: Iterable[str]) -> dict[str, str]:
    """Entry -> the sentence that its main words stand in."""
    query = select(spans).where(spans.c.role.in_(MAIN), spans.c.ordinal == 0)
    return sentences_of(connection, rows_in(connection, query, spans.c.entry, entries))

"""Pairs of sides, counted in the database: in how many meetings of some days, and in how many statements of some kinds."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dateline.ledger.query import LIVE
from dateline.ledger.reports import chunks
from dateline.ledger.tables import entry_parties, meeting_parties, meetings, readings, statements

__all__ = ["meeting_pairs", "statement_pairs"]

MANY = 12
"""A meeting of more sides says little of any two of them, and is left out."""

Pairs = Counter[tuple[str, str]]


def meeting_pairs(connection: Connection, first: date | None, last: date | None, least: float) -> Pairs:
    """Side and side, in the order of their ids -> in how many meetings both are."""
    query = (
        select(meeting_parties.c.meeting, meeting_parties.c.side)
        .join(meetings, meetings.c.id == meeting_parties.c.meeting)
        .where(LIVE, meetings.c.confidence >= least, meeting_parties.c.side.is_not(None))
        .distinct()
    )
    if first:
        query = query.where(meetings.c.last_day >= first)
    if last:
        query = query.where(meetings.c.first_day <= last)
    mine, yours = query.subquery(), query.subquery()
    small = select(mine.c.meeting).group_by(mine.c.meeting).having(func.count() <= MANY)
    both = (
        select(mine.c.side, yours.c.side, func.count())
        .join(yours, yours.c.meeting == mine.c.meeting)
        .where(mine.c.side < yours.c.side, mine.c.meeting.in_(small))
        .group_by(mine.c.side, yours.c.side)
    )
    return counted(connection, both)


def statement_pairs(
    connection: Connection, kinds: Collection[str], first: date | None, last: date | None, least: float,
    without: Iterable[str] = (),
) -> Pairs:  # fmt: skip
    """Side that speaks and side that it speaks of -> in how many statements of these kinds, some left out."""
    mine, yours = entry_parties.alias("mine"), entry_parties.alias("yours")
    earliest = func.coalesce(statements.c.said_earliest, statements.c.said_latest, readings.c.day)
    latest = func.coalesce(statements.c.said_latest, statements.c.said_earliest, readings.c.day)
    query = (
        select(mine.c.side, yours.c.side, func.count(statements.c.id.distinct()))
        .select_from(statements)
        .join(readings, readings.c.text == statements.c.text)
        .join(mine, (mine.c.entry == statements.c.id) & (mine.c.role == "of"))
        .join(yours, (yours.c.entry == statements.c.id) & (yours.c.role == "target"))
        .where(statements.c.kind.in_(kinds), statements.c.confidence >= least, mine.c.side != yours.c.side)
        .group_by(mine.c.side, yours.c.side)
    )
    if first:
        query = query.where(latest >= first)
    if last:
        query = query.where(earliest <= last)
    found = counted(connection, query)
    for portion in chunks(without):
        found -= counted(connection, query.where(statements.c.id.in_(portion)))
    return found


def counted(connection: Connection, query: Select[Any]) -> Pairs:
    """The numbers of a question, by pair."""
    return Counter({(row[0], row[1]): int(row[2]) for row in connection.execute(query)})

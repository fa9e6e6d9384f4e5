"""What changed since a moment: what is believed now beside what was believed then, by the two clocks of `--as-of`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from dateline.app.ask import parties_in, watch_of
from dateline.app.opening import now
from dateline.ledger import judge, lookup, query, reports, watches
from dateline.ledger.database import Connection, Ledger
from dateline.ledger.then import clocks
from dateline.matching.rulings import assigned
from dateline.matching.turns import turned
from dateline.model.agenda import AgendaRow, agenda_order, is_for
from dateline.model.change import Changed, Changes, Ruled, Turn
from dateline.model.reading import LIKELY
from dateline.model.then import Then
from dateline.model.watch import Watch

__all__ = ["Changed", "Changes", "Turn", "changes", "last_look", "look"]

BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


def changes(
    ledger: Ledger, since: datetime | None, *, watch: str | None = None, doubtful: bool = False,
    until: datetime | None = None, clock: Callable[[], datetime] = now,
) -> Changes:  # fmt: skip
    """What is new, moved, confirmed, cancelled or contradicted since a moment, or since the beginning, as believed now or
    at a later moment (`until`)."""
    since = since or BEGINNING
    with ledger.reading() as connection:
        at = until or clock()
        watching = watch_of(connection, watch) if watch else None
        then = clocks(connection, since)
        rows = query.rows_of(connection, query.changed_since(connection, then))
        found = [
            each
            for each in compared(connection, rows, then, since, until)
            if each.turns
            and (doubtful or each.row.occasion.confidence >= LIKELY)
            and (watching is None or is_for(each.row, watching))
        ]
        found += [each for each in ended(connection, then, watching) if each.row.last_changed <= at]
        names = lookup.names_of(connection, parties_in(each.row.occasion for each in found))
        ruled = () if watching else tuple(ruled_between(connection, since, at))
    ordered = sorted(found, key=lambda each: agenda_order(each.row))
    return Changes(since=since, at=at, rows=tuple(ordered), names=names, watch=watching, ruled=ruled)


def compared(
    connection: Connection, rows: Sequence[AgendaRow], since: Then, at: datetime, until: datetime | None = None
) -> Iterable[Changed]:
    """The meetings, each with what changed in it, by the reports known now or until a moment."""
    ids = [row.id for row in rows]
    members = query.reports_told(connection, ids)
    if until is not None:
        end = clocks(connection, until)
        present, sources = query.reports_then(connection, ids, end), query.sources_of(connection, ids, end)
        members = {meeting: [name for name in told if name in present] for meeting, told in members.items()}
        rows = [replace(row, sources=tuple(sources.get(row.id, ()))) for row in rows]
    known = {each.id: each for each in reports.full_reports(connection, (name for ids in members.values() for name in ids))}
    then = query.reports_then(connection, ids, since)
    groups = {row.id: tuple(members.get(row.id, ())) for row in rows}
    judged = assigned([told for told in groups.values() if told], judge.rulings(connection, sorted(known)))
    for row in rows:
        if told := groups[row.id]:
            decided = [each for each in judged[told] if until is None or each.at <= until]
            yield turned(row, [known[name] for name in told], then, decided, at)


def ended(connection: Connection, then: Then, watch: Watch | None) -> Iterable[Changed]:
    """Meetings that the ledger had then and has no more: rejected, forgotten, or found to be another one."""
    if then.learnt is None:
        return
    for row, into in query.ended_since(connection, then.learnt):
        if watch is None or watch.holds(row.occasion):
            turn = Turn(kind="merged" if into else "withdrawn", field="status", before=row.occasion.status, value=into)
            yield Changed(row=row, turns=(turn,))


def ruled_between(connection: Connection, since: datetime, at: datetime) -> Iterable[Ruled]:
    """What people decided of statements and events, or took back, until a moment; a watch is for meetings alone."""
    found = [each for each in judge.since(connection, since) if each.at <= at]
    words = judge.words_about(connection, found)
    return (Ruled(judgement=each, words=words.get(each.id, "")) for each in found)


def look_name(what: str, watch: str | None) -> str:
    """Under what a look is remembered."""
    return f"{what} {watch}" if watch else what


def last_look(ledger: Ledger, what: str, watch: str | None = None) -> datetime | None:
    """When somebody last looked, at changes or for a digest."""
    with ledger.reading() as connection:
        return watches.last_look(connection, look_name(what, watch))


def look(ledger: Ledger, what: str, at: datetime, watch: str | None = None) -> None:
    """Remember a look."""
    with ledger.writing() as connection:
        watches.look(connection, look_name(what, watch), at)

"""What changed since a moment: what is believed now beside what was believed then, by the two clocks of `--as-of`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

from dateline.app.ask import is_known, parties_in, watch_of
from dateline.app.keep import now
from dateline.app.rulings import assigned
from dateline.ledger import judge, lookup, query, reports, watches
from dateline.ledger.database import Connection, Ledger
from dateline.ledger.query import AgendaRow
from dateline.ledger.turns import Changed, Changes, Kind, Turn
from dateline.matching.overlay import overlay
from dateline.model.judgement import Judgement
from dateline.model.occasion import Occasion, Report, Step
from dateline.model.reading import LIKELY
from dateline.model.watch import Watch

__all__ = ["Changed", "Changes", "Turn", "changes", "last_look", "look"]

BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


def changes(
    ledger: Ledger, since: datetime | None, *, watch: str | None = None, doubtful: bool = False,
    clock: Callable[[], datetime] = now,
) -> Changes:  # fmt: skip
    """What is new, moved, confirmed, cancelled or contradicted since a moment, or since the beginning."""
    since = since or BEGINNING
    with ledger.reading() as connection:
        at = clock()
        watching = watch_of(connection, watch) if watch else None
        start = query.first_learnt(connection)
        learnt = since if start is not None and start <= since else None
        rows = query.rows_of(connection, query.changed_since(connection, since, learnt))
        sure = [row for row in rows if doubtful or row.occasion.confidence >= LIKELY]
        wanted = [row for row in sure if watching is None or query.watched(row, watching)]
        found = [each for each in compared(connection, wanted, since, learnt) if each.turns]
        found += ended(connection, since, learnt, watching)
        names = lookup.names_of(connection, parties_in(each.row.occasion for each in found))
    ordered = sorted(found, key=lambda each: query.agenda_order(each.row))
    return Changes(since=since, at=at, rows=tuple(ordered), names=names, watch=watching)


def compared(connection: Connection, rows: Sequence[AgendaRow], since: datetime, learnt: datetime | None) -> Iterable[Changed]:
    """The meetings, each with what changed in it."""
    members = query.reports_told(connection, [row.id for row in rows])
    known = {each.id: each for each in reports.full_reports(connection, (name for ids in members.values() for name in ids))}
    said = judge.rulings(connection, sorted(known))
    groups = {row.id: tuple(members.get(row.id, ())) for row in rows}
    judged = assigned([ids for ids in groups.values() if ids], said)
    for row in rows:
        told = [known[name] for name in groups[row.id]]
        if told:
            yield turned(row, told, judged[groups[row.id]], since, learnt)


def turned(
    row: AgendaRow, told: Sequence[Report], judged: Sequence[Judgement], since: datetime, learnt: datetime | None
) -> Changed:
    """What changed in one meeting."""
    then = {line.report for line in row.sources if is_known(line, since, learnt)}
    earlier = [report for report in told if report.id in then]
    before = overlay(earlier, [each for each in judged if each.at <= since]) if earlier else None
    after = overlay(told, judged)
    row = replace(row, occasion=after)
    return Changed(row=row, turns=tuple(sourced(turn, row, judged) for turn in differences(before, after)))


def differences(before: Occasion | None, after: Occasion) -> Iterable[Turn]:
    """What a reader would call a change."""
    if before is None:
        yield Turn(kind="new", field="status", value=after.status)
    else:
        if before.status != after.status:
            yield Turn(kind=cast(Kind, after.status), field="status", before=before.status, value=after.status)
        yield from dates(before, after)
        if before.place != after.place and after.place is not None:
            yield Turn(kind="place", field="place", before=before.place, value=after.place)
        if before.parties != after.parties:
            yield Turn(kind="parties", field="parties", before=", ".join(before.parties), value=", ".join(after.parties))
    known = {(claim.field, claim.value) for claim in before.claims if claim.rival} if before else set()
    for claim in after.claims:
        if claim.rival and (claim.field, claim.value) not in known:
            believed = next((each.value for each in after.claims if each.field == claim.field and each.believed), None)
            yield Turn(kind="contradicted", field=claim.field, before=believed, value=claim.value)


def dates(before: Occasion, after: Occasion) -> Iterable[Turn]:
    """A date that came, went or was moved."""
    old, new = before.when, after.when
    if new is None or old == new:
        return
    exact = old is None or (old.contains(new) and not old.is_day)
    former = old or (before.previously if before.status == "postponed" else None)
    kind: Kind = "dated" if exact and before.status != "postponed" else "moved"
    yield Turn(kind=kind, field="date", before=former.edtf if former else None, value=new.edtf)


def sourced(turn: Turn, row: AgendaRow, judged: Sequence[Judgement]) -> Turn:
    """The turn with who brought it: the last step to this value, or the first story that gives it."""
    step = brought(turn, row.occasion)
    if step is None:
        line = next((each for each in reversed(row.sources) if each.quote), None) if turn.kind != "contradicted" else None
        return replace(turn, source=line, quote=line.quote if line else "")
    source = next((each for each in row.sources if each.report == step.report), None)
    decision = next((each for each in judged if each.id == step.report), None)
    return replace(turn, source=source, decision=decision, quote=step.quote)


def brought(turn: Turn, occasion: Occasion) -> Step | None:
    """The last step of the history that led to the value of a turn."""
    steps = [step for step in occasion.history if step.field == turn.field and step.value == turn.value]
    return steps[-1] if steps else None


def ended(connection: Connection, since: datetime, learnt: datetime | None, watch: Watch | None) -> Iterable[Changed]:
    """Meetings that the ledger had then and has no more: rejected, forgotten, or found to be another one."""
    if learnt is None:
        return
    for row, into in query.ended_since(connection, since):
        if watch is None or watch.holds(row.occasion):
            turn = Turn(kind="merged" if into else "withdrawn", field="status", before=row.occasion.status, value=into)
            yield Changed(row=row, turns=(turn,))


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

"""A brief of the ledger, gathered: changes, the diary ahead, positions that moved, what sources disagree on."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from dateline.app.ask import Agenda, agenda, watch_of
from dateline.app.changes import changes
from dateline.app.days import today
from dateline.app.judged import sayings_found
from dateline.app.positions import names_in
from dateline.app.positions import parties_in as parties_of_sayings
from dateline.ledger import lookup, reports, search
from dateline.ledger.database import Connection, Ledger
from dateline.ledger.then import clocks
from dateline.matching.disputes import disputes
from dateline.matching.moves import moves
from dateline.model.agenda import AgendaRow
from dateline.model.brief import Brief, Dispute
from dateline.model.change import Changes
from dateline.model.errors import InputError
from dateline.model.party import Party
from dateline.model.position import Pair, Saying, Sought, Stance
from dateline.model.reading import SAID
from dateline.model.watch import Watch
from dateline.model.when import days_after

__all__ = ["Brief", "brief"]

WEEK = 7
MEMORY = 90
"""Days before a brief in which a side may have said the same already."""

NO_LONGER = ("withdrawn", "merged")


def brief(
    ledger: Ledger, *, first: date | None = None, last: date | None = None, ahead: int = 14, watch: str | None = None
) -> Brief:
    """The brief of some days, both included: by default the last week until today. A past last day means what was known at
    its end."""
    last = last or today()
    first = first or days_after(last, 1 - WEEK)
    if first > last:
        raise InputError(f"the brief would end before it starts: {first} to {last}")
    horizon = days_after(last, ahead)
    end = end_of(last) if last < today() else None
    changed = changes(ledger, end_of(days_after(first, -1)), watch=watch, until=end)
    around = agenda(ledger, first=first, last=horizon, watch=watch, as_of=end)
    coming = agenda(ledger, first=last, last=horizon, watch=watch, as_of=end)
    with ledger.reading() as connection:
        stances, answered = moved(connection, first, last, end, watch_of(connection, watch) if watch else None)
        said = [each for stance in stances for each in (stance.saying, *shifted(stance))]
        said += [each for pair in answered for each in (pair.claim, pair.denial)]
        names = changed.names | around.names | lookup.names_of(connection, parties_of_sayings(said))
        return Brief(
            first=first,
            last=last,
            horizon=horizon,
            changed=changed.rows,
            ahead=coming.rows,
            moved=tuple(stances),
            answered=tuple(answered),
            disputes=tuple(disputed(connection, known_rows(changed, around))),
            names=well_known() | names,
            watch=watch,
        )


def end_of(day: date) -> datetime:
    """The end of a day."""
    return datetime.combine(day, time.max, UTC)


def known_rows(changed: Changes, around: Agenda) -> list[AgendaRow]:
    """The meetings of a brief that still stand, each once."""
    rows = {each.row.id: each.row for each in changed.rows if not any(turn.kind in NO_LONGER for turn in each.turns)}
    return list((rows | {row.id: row for row in around.rows}).values())


def disputed(connection: Connection, rows: Sequence[AgendaRow]) -> Iterable[tuple[AgendaRow, Dispute]]:
    """What the sources of each meeting disagree on."""
    ids = {row.id: {line.report for line in row.sources} for row in rows}
    known = {each.id: each for each in reports.full_reports(connection, set().union(*ids.values()))}
    for row in rows:
        for dispute in disputes(row.occasion, (known[name] for name in sorted(ids[row.id]) if name in known)):
            yield row, dispute


def moved(
    connection: Connection, first: date, last: date, end: datetime | None, watch: Watch | None
) -> tuple[list[Stance], list[Pair]]:
    """The positions that moved in these days, of those in a watch."""
    sought = Sought(first=days_after(first, -MEMORY), last=last, then=clocks(connection, end) if end else None, confidence=SAID)
    found = [each for each in sayings_found(connection, sought, end) if watch is None or watch.hears(each)]
    return moves(found, first, names_in(search.persons(connection)))


def shifted(stance: Stance) -> tuple[Saying, ...]:
    """What was said before, where the side goes back on it."""
    return (stance.shift.before,) if stance.shift else ()


def well_known() -> dict[str, Party]:
    """States and bodies by id, for those that the ledger's own register has no name of."""
    from dateline.knowledge.parties import bodies, states

    found = {state.id: Party(state.id, state.name, "state") for state in states()}
    return found | {body.id: Party(body.id, body.name, "organisation") for body in bodies()}

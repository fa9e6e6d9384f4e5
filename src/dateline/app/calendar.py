"""What a calendar file must hold: the meetings asked for, and what was published before and is to be followed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dateline.app.ask import Agenda, parties_in
from dateline.ledger import lookup, published, query
from dateline.ledger.database import Ledger
from dateline.model.agenda import agenda_order
from dateline.model.published import Former

__all__ = ["Ledger", "Published", "followed", "note"]


@dataclass(frozen=True)
class Published:
    """Agenda rows for a calendar, the events that were published of them before, and how those ended that did."""

    agenda: Agenda
    former: Mapping[str, Former]
    ended: Mapping[str, str]


def followed(ledger: Ledger, found: Agenda, first: date | None, last: date | None) -> Published:
    """The agenda with what was published in its days before: moved away, merged, withdrawn, put off or refused since."""
    with ledger.reading() as connection:
        shown = {row.id for row in found.rows}
        others = query.rows_of(connection, set(published.published_within(connection, first, last)) - shown)
        rows = sorted((*found.rows, *others), key=agenda_order)
        ids = [row.id for row in rows]
        names = found.names | lookup.names_of(connection, parties_in(row.occasion for row in others))
        return Published(
            replace(found, rows=tuple(rows), names=names),
            published.published_of(connection, ids),
            published.ended_as(connection, ids),
        )


def note(ledger: Ledger, before: Mapping[str, Former], events: Mapping[str, Former]) -> None:
    """Remember what was given out; nothing is written where nothing is new."""
    new = {name: event for name, event in events.items() if before.get(name) != event}
    if new:
        with ledger.writing() as connection:
            published.note_published(connection, new)

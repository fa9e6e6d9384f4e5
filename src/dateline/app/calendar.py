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
    """The agenda with what was published in its days before: moved away, merged, withdrawn, put off or refused since.

    What other calendars gave out of the same ledger is left to them: what lives must still be what is asked for.
    """
    with ledger.reading() as connection:
        shown = {row.id for row in found.rows}
        before = query.rows_of(connection, set(published.published_within(connection, first, last)) - shown)
        ended = published.ended_as(connection, [row.id for row in before])
        others = [row for row in before if (found.question.is_about(row) if row.id in ended else found.takes(row))]
        rows = sorted((*found.rows, *others), key=agenda_order)
        names = found.names | lookup.names_of(connection, parties_in(row.occasion for row in others))
        former = published.published_of(connection, [row.id for row in rows])
        return Published(replace(found, rows=tuple(rows), names=names), former, ended)


def note(ledger: Ledger, before: Mapping[str, Former], events: Mapping[str, Former]) -> None:
    """Remember what was given out; nothing is written where nothing is new."""
    new = {name: event for name, event in events.items() if before.get(name) != event}
    if new:
        with ledger.writing() as connection:
            published.note_published(connection, new)

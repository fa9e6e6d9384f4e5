"""Asking a ledger: its agenda, now or as of a moment, and what lies under an id."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from dateline.app.days import today
from dateline.app.judged import kept_entry, kept_tie, with_decisions
from dateline.app.parties import country_named, party_of
from dateline.ledger import judge, lookup, query, reports, watches
from dateline.ledger.database import Connection, Ledger
from dateline.ledger.then import clocks
from dateline.matching.rulings import believed
from dateline.model.agenda import AgendaRow, Question, Totals, agenda_order
from dateline.model.errors import InputError
from dateline.model.kept import Carried, KeptEntry, KeptMeeting
from dateline.model.occasion import Occasion, Report, Step
from dateline.model.party import Party
from dateline.model.reading import LIKELY
from dateline.model.watch import Watch, taking_part
from dateline.views.agenda import shown_status

__all__ = [
    "Agenda",
    "Subject",
    "Totals",
    "agenda",
    "explained",
    "history",
    "totals",
    "watch_of",
]


@dataclass(frozen=True)
class Agenda:
    """The rows asked for, the day on which the agenda is opened, the names of the parties in it, and what was asked."""

    rows: tuple[AgendaRow, ...]
    day: date
    names: dict[str, Party]
    question: Question = Question()
    status: str | None = None

    def takes(self, row: AgendaRow) -> bool:
        """Is it a meeting asked for, as it is now, whatever its days?"""
        sure = row.occasion.confidence >= self.question.confidence
        return sure and self.question.is_about(row) and has_status(row, self.status, self.day)


Subject = Carried | KeptMeeting | tuple[Report, str | None] | KeptEntry
"""What an id can stand for."""


def agenda(
    ledger: Ledger,
    *,
    first: date | None = None,
    last: date | None = None,
    party: str | None = None,
    watch: str | None = None,
    forum: str | None = None,
    place: str | None = None,
    status: str | None = None,
    as_of: datetime | None = None,
    doubtful: bool = False,
    confidence: float = LIKELY,
    day: date | None = None,
) -> Agenda:
    """The meetings of these days with this party and in this watch, as believed now or as of a moment; and of a forum, in a
    place (parts of their names, or a country), of a status as it is shown on the day (`day`, today if not given).

    As of a moment means: by the stories published until then, and, where the ledger was kept already, those that it had.
    """
    if first and last and first > last:
        raise InputError(f"the agenda would end before it starts: {first} to {last}")
    with ledger.reading() as connection:
        question = Question(
            first=first,
            last=last,
            party=party_of(connection, party) if party else None,
            watch=watch_of(connection, watch) if watch else None,
            forum=forum,
            place=place,
            country=country_named(place) if place else None,
            confidence=0.0 if doubtful else confidence,
        )
        opened = as_of.date() if as_of else day or today()
        rows = query.agenda(connection, question) if as_of is None else known_then(connection, question, as_of)
        rows = [row for row in rows if has_status(row, status, opened)]
        names = lookup.names_of(connection, parties_in(row.occasion for row in rows))
    return Agenda(tuple(rows), opened, names, question, status)


def has_status(row: AgendaRow, status: str | None, day: date) -> bool:
    """Is this its status as it is shown on a day? None asks for any."""
    return status is None or shown_status(row, day) == status


def known_then(connection: Connection, question: Question, as_of: datetime) -> list[AgendaRow]:
    """The agenda as it would have been at a moment: the same meetings, each by the reports known then alone."""
    told = query.agenda_then(connection, clocks(connection, as_of), question)
    known = {each.id: each for each in reports.full_reports(connection, (name for _, ids in told for name in ids))}
    said = [each for each in judge.rulings(connection, sorted(known)) if each.judgement.at <= as_of]
    occasions = believed([ids for _, ids in told], known, said)
    rows = (replace(row, occasion=occasions[ids]) for row, ids in told if ids in occasions)
    return sorted((row for row in rows if question.is_met_by(row)), key=agenda_order)


def parties_in(occasions: Iterable[Occasion]) -> set[str]:
    """The parties of meetings, the people, and the sides of both."""
    return {party for occasion in occasions for party in taking_part(occasion)}


def watch_of(connection: Connection, name: str) -> Watch:
    """The watch of this name."""
    found = watches.watch_named(connection, name)
    if found is None:
        names = ", ".join(each.name for each in watches.watches_known(connection)) or "none yet"
        raise InputError(f"no watch is called {name!r}; there are: {names} (`dateline watch add` makes one)")
    return found


def history(ledger: Ledger, found: Agenda) -> dict[str, list[Step]]:
    """Meeting -> how what is believed of it came about."""
    with ledger.reading() as connection:
        return query.steps_of(connection, [row.id for row in found.rows])


def explained(ledger: Ledger, words: str) -> Subject:
    """What an id, its beginning or a document's name stands for."""
    with ledger.reading() as connection:
        kind, name = lookup.locate(connection, words)
        subject: Subject
        if kind == "document":
            subject = with_decisions(connection, lookup.kept_document(connection, name))
        elif kind == "statement":
            subject = kept_entry(connection, "statement", lookup.kept_statement(connection, name))
        elif kind == "event":
            subject = kept_entry(connection, "event", lookup.kept_event(connection, name))
        elif kind == "relation":
            subject = kept_tie(connection, lookup.kept_relation(connection, name))
        elif kind == "report":
            subject = lookup.kept_report(connection, name)
        else:
            subject = lookup.kept_meeting(connection, name)
    return subject


def totals(ledger: Ledger) -> Totals:
    """How much the ledger holds."""
    with ledger.reading() as connection:
        return query.totals(connection)

"""The agenda: what is asked of it, and its rows, each a meeting with those who told of it."""

from dataclasses import dataclass
from datetime import date, datetime

from dateline.model.judgement import Judgement
from dateline.model.occasion import Occasion, Reliability
from dateline.model.watch import Watch, taking_part, within

__all__ = ["AgendaRow", "Question", "SourceLine", "Totals", "agenda_order", "is_for"]


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """One carrying of a story that reports the meeting, and the words that do."""

    document: str
    name: str
    text: str
    report: str
    source: str | None
    url: str | None
    published: date | None
    added_at: datetime
    quote: str
    reliability: Reliability | None = None


@dataclass(frozen=True, kw_only=True)
class AgendaRow:
    """A meeting as the agenda shows it."""

    id: str
    occasion: Occasion
    revision: int
    first_seen: datetime
    last_changed: datetime
    sources: tuple[SourceLine, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of the agenda: days (both included), a party, a watch, part of a forum's name, a place (by part of its
    name, or the code of its country), and the least confidence of a row."""

    first: date | None = None
    last: date | None = None
    party: str | None = None
    watch: Watch | None = None
    forum: str | None = None
    place: str | None = None
    country: str | None = None
    confidence: float = 0.0

    def is_met_by(self, row: AgendaRow) -> bool:
        """Is it one of the meetings asked for?"""
        return row.occasion.confidence >= self.confidence and self.is_in_its_days(row.occasion) and self.is_about(row)

    def is_about(self, row: AgendaRow) -> bool:
        """Is it with the party, for the watch, of the forum and in the place asked for, whatever its days?"""
        occasion = row.occasion
        with_it = self.party is None or self.party in taking_part(occasion)
        return with_it and (self.watch is None or is_for(row, self.watch)) and self.is_there(occasion)

    def is_there(self, occasion: Occasion) -> bool:
        """Is it of the forum and in the place asked for?"""
        there = any(within(self.place or "", each) for each in (occasion.place, occasion.venue))
        return (self.forum is None or within(self.forum, occasion.forum)) and (
            self.place is None or there or (self.country is not None and occasion.country == self.country)
        )

    def is_in_its_days(self, occasion: Occasion) -> bool:
        """Does it share a day with those asked for? What was put off is found under its former date."""
        if self.first is None and self.last is None:
            return True
        when = occasion.when or occasion.previously
        if when is None:
            return False
        first, last = when.earliest or when.latest or date.min, when.latest or when.earliest or date.max
        return (self.last is None or first <= self.last) and (self.first is None or last >= self.first)


@dataclass(frozen=True, kw_only=True)
class Totals:
    """How much the ledger holds, and the days that its meetings span."""

    stories: int
    documents: int
    meetings: int
    statements: int
    relations: int = 0
    first: date | None = None
    last: date | None = None


def agenda_order(row: AgendaRow) -> tuple[date, date, str]:
    """By first day and last, by the former date where there is none, then by title and id."""
    when = row.occasion.when or row.occasion.previously
    first = (when.earliest or when.latest) if when else None
    last = (when.latest or when.earliest) if when else None
    return first or date.max, last or date.max, f"{row.occasion.title} {row.id}"


def is_for(row: AgendaRow, watch: Watch) -> bool:
    """Is it a meeting that the watch is for?"""
    return watch.holds(row.occasion, (line.quote for line in row.sources))

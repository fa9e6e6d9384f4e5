"""A reading: all that one document says, in one value."""

from dataclasses import dataclass, replace
from typing import Self

from dateline.model.document import Document
from dateline.model.entry import Meeting, Statement
from dateline.model.event import Event
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.problem import Problem
from dateline.model.relation import Relation
from dateline.model.when import Dating, TimeExpression

__all__ = ["DOUBTFUL", "LIKELY", "SAID", "Reading"]

DOUBTFUL = 0.3
"""Entries of lower confidence are doubtful: they are kept, but shown only when asked for (`--all`)."""

SAID = 0.44
"""Statements of lower confidence stay out of the ledger's listings, and are laid beside no others. An audit of unseen stories
(November 2026) took 33 of 36 at .7 or above to be statements, and 11 of 33 below."""

LIKELY = 0.5
"""Events of lower confidence are doubtful, and meetings of lower confidence stay out of agendas: a reader plans by them."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the readers found in a document; every list is in text order."""

    document: Document
    dating: Dating = Dating(None, given=False)
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_unread(self) -> bool:
        """Was nothing found because of a problem?"""
        met = any(problem not in self.document.problems for problem in self.problems)
        return met and not (self.parties or self.places or self.times or self.meetings or self.statements)

    def without_doubtful(self) -> Self:
        """The same reading without its doubtful entries, and without what refers to them."""
        meetings = tuple(meeting for meeting in self.meetings if meeting.confidence >= DOUBTFUL)
        statements = tuple(statement for statement in self.statements if statement.confidence >= DOUBTFUL)
        events = tuple(event for event in self.events if event.confidence >= LIKELY)
        kept = {meeting.id for meeting in meetings} | {statement.id for statement in statements}
        return replace(
            self,
            meetings=tuple(
                replace(
                    entry,
                    after=tuple(other for other in entry.after if other in kept),
                    part_of=entry.part_of if entry.part_of in kept else None,
                )
                for entry in meetings
            ),
            statements=tuple(
                replace(
                    entry,
                    same_as=entry.same_as if entry.same_as in kept else None,
                    inside=entry.inside if entry.inside in kept else None,
                )
                for entry in statements
            ),
            events=tuple(
                replace(entry, reported_by=entry.reported_by if entry.reported_by in kept else None) for entry in events
            ),
        )

"""Entries of the ledger: what one text says of a meeting, or what somebody said in it. Every value is `Sourced`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.text import digest
from dateline.model.when import When

__all__ = ["Attendee", "Form", "Meeting", "MeetingKind", "Statement", "StatementKind", "Status"]

MeetingKind = Literal["talks", "summit", "council", "visit", "call", "negotiation", "conference", "other"]
Status = Literal["proposed", "scheduled", "confirmed", "ongoing", "held", "suspended", "postponed", "cancelled", "refused"]
Form = Literal["direct", "mixed", "indirect"]
StatementKind = Literal[
    "assert", "announce", "confirm", "deny", "accuse", "condemn", "praise", "demand", "propose",
    "promise", "threaten", "warn", "condition", "agree", "reject",
]  # fmt: skip


@dataclass(frozen=True, order=True)
class Attendee:
    """A named person who takes part, and the party he or she comes for."""

    id: str
    of: str | None = None


def entry_id(text: str, kind: str, spans: tuple[Span, ...], *more: str) -> str:
    """Id of an entry: a hash of text, kind and ground, so that it survives a change of rules."""
    return digest(text, kind, *(f"{span.field}:{span.start}-{span.end}" for span in spans), *more)


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A report of a meeting in one text; several mentions of the same occasion in that text are one report.

    `text` is the id of the text; `spans` the mentions, the one that best states it first; `after` the ids of meetings
    of the same text that it follows, `part_of` that of the one it is part of (talks held on a visit); `confidence` the
    share of such readings that are right; `sure` that of each field (parties, people, date, place, status), given that
    it is a meeting, as far as it is known.
    """

    text: str
    spans: tuple[Span, ...]
    kind: Sourced[MeetingKind]
    status: Sourced[Status]
    title: str = ""
    forum: Sourced[str] | None = None
    parties: tuple[Sourced[str], ...] = ()
    people: tuple[Sourced[Attendee], ...] = ()
    level: Sourced[str] | None = None
    convener: Sourced[str] | None = None
    place: Sourced[str] | None = None
    venue: Sourced[str] | None = None
    when: Sourced[When] | None = None
    previously: Sourced[When] | None = None
    topic: Sourced[str] | None = None
    outcome: Sourced[str] | None = None
    after: tuple[str, ...] = ()
    part_of: str | None = None
    confidence: float = 0.5
    sure: Mapping[str, float] = field(default_factory=dict, hash=False)

    @cached_property
    def id(self) -> str:
        """Hash of text, kind of entry and ground."""
        return entry_id(self.text, "meeting", self.spans[:1])


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What somebody says, thinks or does with words, as one text reports it.

    `content` are the words said (several pieces where the report interrupts them), `cue` the words that report,
    `source` the words that name the speaker, `via` who relayed it, `inside` the id of the statement it stands in,
    `same_as` that of an earlier statement of the text which says the same; `confidence` is the share of such readings that
    are right, `sure` that of each field (speaker, of, kind, target), given that it is a statement, as far as it is known.
    """

    text: str
    content: tuple[Span, ...]
    speaker: Sourced[str]
    kind: Sourced[StatementKind]
    form: Form = "indirect"
    of: tuple[Sourced[str], ...] = ()
    via: Sourced[str] | None = None
    source: Span | None = None
    cue: Span | None = None
    target: tuple[Sourced[str], ...] = ()
    addressee: tuple[Sourced[str], ...] = ()
    topic: Sourced[str] | None = None
    said: Sourced[When] | None = None
    same_as: str | None = None
    inside: str | None = None
    confidence: float = 0.5
    sure: Mapping[str, float] = field(default_factory=dict, hash=False)
    evidence: tuple[Evidence, ...] = ()

    @cached_property
    def id(self) -> str:
        """Hash of text, kind of entry, ground and speaker (two joint speakers of the same words are two statements)."""
        return entry_id(self.text, "statement", self.content, self.speaker.value)

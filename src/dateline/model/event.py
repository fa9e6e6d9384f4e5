"""Events: one act between parties, coded by PLOVER and, by its own rules, by CAMEO."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dateline.model.entry import entry_id
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import When

__all__ = ["Coding", "Event", "EventStatus", "PloverType"]

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventStatus = Literal["happened", "ongoing", "planned", "hypothetical", "denied", "historical"]


@dataclass(frozen=True, kw_only=True)
class Event:
    """One act with all its actors and recipients, as one text reports it.

    `trigger` are the words that name the act; `mode` and `contexts` are PLOVER's; `cameo` is a code of two to four digits
    (text: "043"); `when` the day of the act, never the day of publication by itself; `place` a name of the text's places;
    `reported_by` the id of the statement that tells of it; `sentence` counts the sentences of the text from 1 (the title
    is 0). Scores and quads follow from the codes
    (`dateline.knowledge.codes`).
    """

    text: str
    trigger: Span
    type: Sourced[PloverType]
    cameo: Sourced[str]
    status: Sourced[EventStatus]
    mode: Sourced[str] | None = None
    actors: tuple[Sourced[str], ...] = ()
    recipients: tuple[Sourced[str], ...] = ()
    contexts: tuple[Sourced[str], ...] = ()
    when: Sourced[When] | None = None
    place: Sourced[str] | None = None
    reported_by: str | None = None
    sentence: int | None = None
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()

    @cached_property
    def id(self) -> str:
        """Hash of text, kind of entry and ground."""
        return entry_id(self.text, "event", (self.trigger,))


@dataclass(frozen=True, kw_only=True)
class Coding:
    """What one side does to another in a text where both are marked: the answer of `dateline code`."""

    type: PloverType
    cameo: str
    status: EventStatus
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()

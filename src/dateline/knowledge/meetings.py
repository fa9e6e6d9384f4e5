"""What the meeting reader knows: nouns and verbs of meeting, and what a governing word says of the status."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dateline.knowledge.load import load
from dateline.model.entry import MeetingKind, Status

__all__ = ["Circle", "Governor", "MeetingNoun", "MeetingRule", "MeetingVerb", "Venue", "Wording", "wording"]

Subject = Literal["party", "convener", "none"]
"""What the subject of a governing verb is to the meeting: it takes part, it only convenes or speaks of it, neither."""

How = Literal["meets", "visits", "travels", "hosts", "calls", "speaks", "deliberates", "addresses", "attends", "invites"]
"""Which roles stand around a verb of meeting."""

Effect = Literal["tense", "begun", "scheduled", "proposed", "confirmed", "held", "suspended", "postponed", "cancelled",
                 "refused", "report", "none"]  # fmt: skip
"""What a governing word says of the status. `tense`: past is held, future scheduled, present ongoing; `begun`: past is
ongoing; `report`: look further up, its own time is that of saying; `none`: look further up."""


@dataclass(frozen=True)
class MeetingNoun:
    """Nouns of one kind of meeting. `strong` ones are meetings by themselves, others need named sides to be one.

    Before them a word of `never_with` makes them something else ("news conference").
    """

    kind: MeetingKind
    words: tuple[str, ...]
    strong: bool = True
    never_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeetingVerb:
    """Verbs that say that sides meet. `how`: the roles around it (see `reading/meeting_mentions.py`)."""

    kind: MeetingKind
    words: tuple[str, ...]
    how: How
    effect: Effect = "tense"


@dataclass(frozen=True)
class Governor:
    """Words that govern a meeting noun or verb, and what they say of its status and of their own subject.

    `dated`: a date beside the word is the meeting's own, not that of the act (for "for", "until", "to" it always is).
    """

    words: tuple[str, ...]
    effect: Effect
    subject: Subject = "none"
    dated: bool = False


@dataclass(frozen=True)
class Modifier:
    """Adjectives before a meeting noun that say its status ("stalled talks", "the upcoming summit")."""

    words: tuple[str, ...]
    status: Status


@dataclass(frozen=True)
class Venue:
    """A building or estate where people meet, and the city it stands in."""

    name: str
    city: str


@dataclass(frozen=True)
class Circle:
    """Nouns by whom they stand for: `delegate` for the side that sends them ("Russian diplomats"), `private` for nobody but
    themselves ("Russian tourists"), `ground` is land that a visitor goes to ("the Ukrainian capital"), a
    `rite` is what officials of other states come to ("the funeral")."""

    kind: Literal["delegate", "private", "ground", "rite"]
    words: tuple[str, ...]


@dataclass(frozen=True)
class MeetingRule:
    """A rule of the reader: its name, texts that it reads with the slots expected, and texts it leaves."""

    name: str
    examples: tuple[dict[str, Any], ...]
    leaves: tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """All of it, indexed by lemma."""

    nouns: dict[str, MeetingNoun]
    verbs: dict[str, MeetingVerb]
    governors: dict[str, Governor]
    modifiers: dict[str, Status]
    levels: tuple[str, ...]
    venues: dict[str, str]
    delegates: frozenset[str]
    private: frozenset[str]
    grounds: frozenset[str]
    rites: frozenset[str]
    rules: tuple[MeetingRule, ...]


@dataclass(frozen=True)
class Level:
    """Ranks at which sides meet, as plural nouns."""

    words: tuple[str, ...]


@cache
def wording() -> Wording:
    """The knowledge of `en/meetings/meetings.toml`."""
    circles = load("meetings/meetings", "circle", Circle)

    def circle(kind: str) -> frozenset[str]:
        return frozenset(word for each in circles if each.kind == kind for word in each.words)

    return Wording(
        nouns={word: noun for noun in load("meetings/meetings", "noun", MeetingNoun) for word in noun.words},
        verbs={word: verb for verb in load("meetings/meetings", "verb", MeetingVerb) for word in verb.words},
        governors={word: governor for governor in load("meetings/meetings", "governor", Governor) for word in governor.words},
        modifiers={
            word: modifier.status for modifier in load("meetings/meetings", "modifier", Modifier) for word in modifier.words
        },
        levels=tuple(word for level in load("meetings/meetings", "level", Level) for word in level.words),
        venues={venue.name: venue.city for venue in load("meetings/meetings", "venue", Venue)},
        delegates=circle("delegate"),
        private=circle("private"),
        grounds=circle("ground"),
        rites=circle("rite"),
        rules=load("meetings/meetings", "rule", MeetingRule),
    )

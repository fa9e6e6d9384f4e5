"""What the meeting reader knows: nouns and verbs of meeting, what a governing word says of the status, and who takes part."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dateline.knowledge.lists import listed
from dateline.knowledge.load import load
from dateline.model.entry import MeetingKind, Status
from dateline.model.errors import KnowledgeError

__all__ = [
    "Circle",
    "Effect",
    "Governor",
    "How",
    "MeetingNoun",
    "MeetingRule",
    "MeetingVerb",
    "Only",
    "Venue",
    "Wording",
    "meeting_rules",
    "wording",
    "words",
]

Subject = Literal["party", "convener", "none"]
"""What the subject of a governing verb is to the meeting: it takes part, it only convenes or speaks of it, neither."""

How = Literal["meets", "sees", "visits", "travels", "hosts", "greets", "calls", "speaks", "deliberates", "discusses",
              "addresses", "vetoes", "attends", "invites", "jointly"]  # fmt: skip
"""Which roles stand around a verb of meeting."""

Only = Literal["in the plural", "with somebody", "with somebody or by telephone", "not as a way of acting", "of talks",
               "of peace or named sides"]  # fmt: skip
"""What has to stand with a noun for it to be a meeting."""

Effect = Literal["tense", "begun", "scheduled", "proposed", "confirmed", "held", "suspended", "postponed", "cancelled",
                 "refused", "report", "none"]  # fmt: skip
"""What a governing word says of the status. `tense`: past is held, future scheduled, present ongoing; `begun`: past is
ongoing; `report`: look further up, its own time is that of saying; `none`: look further up."""


@dataclass(frozen=True)
class MeetingNoun:
    """Nouns of one kind of meeting. `strong` ones are meetings by themselves, others need named sides to be one.

    Before them a word of `never_with` makes them something else ("news conference"); a word of `only` is a meeting under its
    condition. The plural of those `one_in_plural` is one meeting. `journeys` are made by somebody, by these `ways`.
    """

    kind: MeetingKind
    words: tuple[str, ...]
    strong: bool = True
    never_with: tuple[str, ...] = ()
    only: dict[str, Only] | None = None
    one_in_plural: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    ways: tuple[str, ...] = ("to", "in", "around", "through")


@dataclass(frozen=True)
class MeetingVerb:
    """Verbs that say that sides meet, those with a particle as two words. `how`: the roles around it.

    `with_whom`: a meeting only where "with" says whom, or where several do it. `ways`: prepositions before the place one goes
    to; `departs`: it is of the setting out. `objects`: lemmas of what several do together ("shook hands").
    """

    kind: MeetingKind
    words: tuple[str, ...]
    how: How
    effect: Effect = "tense"
    with_whom: bool = False
    ways: tuple[str, ...] = ()
    departs: bool = False
    objects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Governor:
    """Words that govern a meeting noun or verb, and what they say of its status and of their own subject.

    `part`: meant as a verb or as anything else. `dated`: a date beside the word is the meeting's own, not that of the act.
    `firm`: the subject's own plan. `object_only_wished`: what it has as its object is only wished for.
    """

    words: tuple[str, ...]
    effect: Effect
    subject: Subject = "none"
    part: Literal["verb", "other"] | None = None
    dated: bool = False
    firm: bool = False
    object_only_wished: bool = False


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
class Level:
    """Ranks at which sides meet, as plural nouns."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class MeetingRule:
    """A rule of the reader: its id and name, what it `reads`, texts that it reads with their slots, and texts it leaves."""

    id: str
    name: str
    reads: Literal["meeting", "status", "date", "place", "sides", "forum", "level", "topic", "outcome"]
    examples: tuple[dict[str, Any], ...]
    leaves: tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """The lexicon, indexed by lemma; `verb_governors` are those that are meant as verbs, `governors` all others."""

    nouns: dict[str, MeetingNoun]
    verbs: dict[str, MeetingVerb]
    governors: dict[str, Governor]
    verb_governors: dict[str, Governor]
    modifiers: dict[str, Status]
    levels: tuple[str, ...]
    venues: dict[str, str]
    delegates: frozenset[str]
    private: frozenset[str]
    grounds: frozenset[str]
    rites: frozenset[str]


@cache
def wording() -> Wording:
    """The lexicon of `en/meetings/`: nouns, verbs, governors, people and venues."""
    circles = load("meetings/people", "circle", Circle)
    governors = load("meetings/governors", "governor", Governor)

    def circle(kind: str) -> frozenset[str]:
        return frozenset(word for each in circles if each.kind == kind for word in each.words)

    return Wording(
        nouns={word: noun for noun in load("meetings/nouns", "noun", MeetingNoun) for word in noun.words},
        verbs={word: verb for verb in load("meetings/verbs", "verb", MeetingVerb) for word in verb.words},
        governors=by_word(each for each in governors if each.part != "verb"),
        verb_governors=by_word(each for each in governors if each.part != "other"),
        modifiers={word: each.status for each in load("meetings/nouns", "modifier", Modifier) for word in each.words},
        levels=tuple(word for level in load("meetings/people", "level", Level) for word in level.words),
        venues={venue.name: venue.city for venue in load("meetings/venues", "venue", Venue)},
        delegates=circle("delegate"),
        private=circle("private"),
        grounds=circle("ground"),
        rites=circle("rite"),
    )


def by_word(governors: Iterable[Governor]) -> dict[str, Governor]:
    """Word -> what it says; a word may say only one thing."""
    found: dict[str, Governor] = {}
    for governor in governors:
        for word in governor.words:
            if word in found:
                raise KnowledgeError(f"knowledge/en/meetings/governors.toml: {word!r} stands in two entries")
            found[word] = governor
    return found


def words(id: str) -> frozenset[str]:
    """The words of a list of `en/meetings/words.toml`."""
    return listed("meetings/words", id)


@cache
def meeting_rules() -> tuple[MeetingRule, ...]:
    """The rules of `en/meetings/rules.toml`."""
    return load("meetings/rules", "rule", MeetingRule)

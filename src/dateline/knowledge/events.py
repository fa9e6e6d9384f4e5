"""What the event reader knows: frames of acts, words that govern an act, words of contexts, what other readers' finds tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from dateline.knowledge.codes import cameo_codes, contexts, modes
from dateline.knowledge.lists import WordList, word_lists
from dateline.knowledge.load import load
from dateline.model.entry import MeetingKind, StatementKind, Status
from dateline.model.errors import KnowledgeError
from dateline.model.event import PloverType

__all__ = [
    "Bare",
    "Effect",
    "EventExample",
    "EventFrame",
    "EventRule",
    "EventWords",
    "MeetingReport",
    "Operator",
    "Pattern",
    "Session",
    "Shift",
    "StatementReport",
    "class_of",
    "event_rules",
    "event_words",
    "listed_of",
    "meeting_reports",
    "operator_of",
    "sessions",
    "statement_reports",
]

Effect = Literal["promise", "threaten", "refuse", "request", "deny", "same"]
"""What a governing word makes of an act: `same` leaves it as it is, `deny` says that it did not happen."""

Bare = Literal["promise", "refuse", "must"]
"""What a word tells that governs no act which we know: its effect, or that another must do something."""

TOPICS = ("events/frames_cooperation", "events/frames_verbal", "events/frames_conflict", "events/frames_bare")


@dataclass(frozen=True)
class EventExample:
    """A text that a rule reads: who acts, on whom, with what status, when, where, in what contexts; None is open."""

    text: str
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    status: str | None = None
    day: str | None = None
    place: str | None = None
    contexts: tuple[str, ...] | None = None


@dataclass(frozen=True)
class EventFrame:
    """Words that name one kind of act, with its code in PLOVER and its code in CAMEO.

    `verbs` and `nouns` are lemmas ("hand over": with its particle). The verbs need one of `objects` as their object, or
    after one of the prepositions of `via` ("" is the object); `subjects` are words that must do it, `never` words beside
    the verb or its object with which it is something else, `beside` words one of which must stand beneath it, `apart` words
    that must not; `clause`: an infinitive or a clause says what is to be done. `actor`: the role of whoever acts ("from" in
    "drew criticism from"), `recipient`: roles of the other side, in order of choice. `alone`: nothing is said of the object
    by another clause or noun ("called him", not "called him a liar"). "@name" among the objects is any name,
    "@place" that of a place, "@state" that of a state or town, "@people" that of a people ("Afghans"), "@any" any object at
    all. `plv`: the type that the PLV set gives, where it is not that of the CAMEO root. `bare`: it has no
    words of its own, but is what a governing word tells by itself.
    """

    name: str
    type: PloverType
    cameo: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    via: tuple[str, ...] = ("",)
    subjects: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    actor: str = "subject"
    recipient: tuple[str, ...] = ("object", "owner")
    beside: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    clause: bool = False
    alone: bool = False
    mode: str | None = None
    plv: PloverType | None = None
    bare: Bare | None = None
    examples: tuple[EventExample, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class EventRule:
    """A rule that code asks for by its id."""

    id: str
    name: str
    examples: tuple[EventExample, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Operator:
    """Words that govern an act, their effect on it, and the prepositions `after` which the act may stand."""

    effect: Effect
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    name: str = ""
    after: tuple[str, ...] = ()
    examples: tuple[EventExample, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shift:
    """What an effect makes of the act beneath it: `to` by its type ("REQUEST yield"), `cameo` by how its code begins."""

    effect: Effect
    to: dict[str, str]
    cameo: dict[str, str]


@dataclass(frozen=True)
class ContextWords:
    """The words of one of PLOVER's contexts."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class StatementReport:
    """What a kind of statement does to its target. `lends`: an act told by the same words takes its other side from it.

    `sure`: it is shown by itself where the words tell of an act of conflict by the target.
    """

    kind: StatementKind
    name: str
    type: PloverType
    cameo: str
    mode: str | None = None
    lends: bool = False
    sure: bool = False
    examples: tuple[EventExample, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeetingReport:
    """What a meeting of some statuses is as an event; without `cameo` it is coded by its kind."""

    id: str
    name: str
    statuses: tuple[Status, ...]
    type: PloverType
    cameo: str | None = None
    mode: str | None = None
    examples: tuple[EventExample, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Session:
    """How a meeting that is held is coded, by its kind."""

    kind: MeetingKind
    cameo: str
    mode: str | None = None


@dataclass(frozen=True, eq=False)
class Pattern:
    """A frame as it is found: the words after its first, and its word lists with the classes filled in."""

    frame: EventFrame
    rest: tuple[str, ...]
    objects: frozenset[str]
    subjects: frozenset[str]
    never: frozenset[str]


@dataclass(frozen=True)
class EventWords:
    """All of it, indexed by the first word's lemma (nouns by their last)."""

    frames: tuple[EventFrame, ...]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    bare: Mapping[str, EventFrame]
    effects: Mapping[str, Operator]
    operators: Mapping[tuple[str, str], tuple[tuple[Effect, tuple[str, ...]], ...]]
    shifts: Mapping[str, Shift]
    lists: Mapping[str, WordList]
    classes: Mapping[str, frozenset[str]]
    contexts: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def event_words() -> EventWords:
    """The knowledge of the `en/events/*.toml` files."""
    frames = tuple(frame for topic in TOPICS for frame in load(topic, "frame", EventFrame))
    lists = word_lists("events/things", "events/words")
    classes = {each.id: frozenset(each.words) for each in lists.values()}
    operators = load("events/operators", "operator", Operator)
    check(frames)
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Pattern]] = {}
    for frame in frames:
        objects, subjects, never = (filled(words, classes, frame) for words in (frame.objects, frame.subjects, frame.never))
        for entry in frame.verbs:
            first, *rest = entry.split()
            verbs.setdefault(first, []).append(Pattern(frame, tuple(rest), objects, subjects, never))
        for entry in frame.nouns:
            *rest, last = entry.split()
            nouns.setdefault(last, []).append(Pattern(frame, tuple(rest), objects, subjects, never))
    found = load("events/contexts", "context", ContextWords)
    if unknown := [each.id for each in found if each.id not in contexts()]:
        raise KnowledgeError(f"knowledge/en/events/contexts.toml: no context of PLOVER: {', '.join(unknown)}")
    return EventWords(
        frames,
        {word: tuple(patterns) for word, patterns in verbs.items()},
        {word: tuple(patterns) for word, patterns in nouns.items()},
        {frame.bare: frame for frame in frames if frame.bare},
        {operator.effect: operator for operator in operators},
        governing(operators),
        {shift.effect: shift for shift in load("events/operators", "shift", Shift)},
        lists,
        classes,
        tuple((each.id, each.words) for each in found),
    )


@cache
def event_rules() -> tuple[EventRule, ...]:
    """The rules of `en/events/rules.toml`."""
    return load("events/rules", "rule", EventRule)


@cache
def statement_reports() -> dict[str, StatementReport]:
    """Kind of statement -> what it does to its target."""
    found = load("events/reports", "statement", StatementReport)
    check(found)
    return {each.kind: each for each in found}


@cache
def meeting_reports() -> dict[str, MeetingReport]:
    """Status -> what a meeting of this status is as an event."""
    reports = load("events/reports", "meeting", MeetingReport)
    check(reports)
    found: dict[str, MeetingReport] = {status: each for each in reports for status in each.statuses}
    if absent := [status for status in get_args(Status) if status not in found]:
        raise KnowledgeError(f"knowledge/en/events/reports.toml [[meeting]]: no entry for {', '.join(absent)}")
    return found


@cache
def sessions() -> dict[str, Session]:
    """Kind of meeting -> how it is coded."""
    found: dict[str, Session] = {each.kind: each for each in load("events/reports", "session", Session)}
    if absent := [kind for kind in get_args(MeetingKind) if kind not in found]:
        raise KnowledgeError(f"knowledge/en/events/reports.toml [[session]]: no entry for {', '.join(absent)}")
    return found


def operator_of(effect: Effect) -> Operator:
    """The words of an effect."""
    return event_words().effects[effect]


def listed_of(id: str) -> tuple[str, ...]:
    """The words of a class in the order of its list."""
    return event_words().lists[id].words


def class_of(id: str) -> frozenset[str]:
    """The words of a class."""
    return event_words().classes[id]


def governing(
    operators: tuple[Operator, ...],
) -> dict[tuple[str, str], tuple[tuple[Effect, tuple[str, ...]], ...]]:
    """(part of speech, first word) -> effects, each with the words that must follow; longer expressions first."""
    found: dict[tuple[str, str], list[tuple[Effect, tuple[str, ...]]]] = {}
    for operator in operators:
        for part, words in (("verb", operator.verbs), ("noun", operator.nouns), ("adjective", operator.adjectives)):
            for entry in words:
                first, *rest = entry.split()
                found.setdefault((part, first), []).append((operator.effect, tuple(rest)))
    return {key: tuple(sorted(value, key=lambda each: -len(each[1]))) for key, value in found.items()}


def filled(words: tuple[str, ...], classes: Mapping[str, frozenset[str]], frame: EventFrame) -> frozenset[str]:
    """The words, each class in its place."""
    found: set[str] = set()
    for word in words:
        if not word.startswith("#"):
            found.add(word)
        elif word[1:] in classes:
            found |= classes[word[1:]]
        else:
            raise KnowledgeError(f"knowledge/en/events/things.toml: no [[words]] {word[1:]!r}, asked for by {frame.name!r}")
    return frozenset(found)


def check(entries: Iterable[EventFrame | StatementReport | MeetingReport]) -> None:
    """Refuse codes that do not exist."""
    for entry in entries:
        if entry.mode is not None and entry.mode not in modes(entry.type):
            raise KnowledgeError(f"{entry.name!r}: {entry.type} has no mode {entry.mode!r}")
        if entry.cameo is not None and entry.cameo not in cameo_codes():
            raise KnowledgeError(f"{entry.name!r}: CAMEO has no code {entry.cameo!r}")

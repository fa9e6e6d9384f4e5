"""What the event reader knows: frames of acts with their codes, words that govern an act, and words of contexts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from dateline.knowledge.codes import cameo_codes, contexts, modes
from dateline.knowledge.load import load
from dateline.model.errors import KnowledgeError
from dateline.model.event import PloverType

__all__ = ["Effect", "EventExample", "EventFrame", "EventWords", "Operator", "Pattern", "Shift", "class_of", "event_words"]

Effect = Literal["promise", "threaten", "refuse", "request", "deny", "same"]
"""What a governing word makes of an act: `same` leaves it as it is, `deny` says that it did not happen."""

TOPICS = ("events/frames_cooperation", "events/frames_verbal", "events/frames_conflict")


@dataclass(frozen=True)
class EventExample:
    """A text that a frame reads: who acts, on whom, and with what status."""

    text: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: str | None = None


@dataclass(frozen=True)
class EventFrame:
    """Words that name one kind of act, with its code in PLOVER and its code in CAMEO.

    `verbs` and `nouns` are lemmas ("hand over": with its particle). The verbs need one of `objects` as their object, or
    after one of the prepositions of `via` ("" is the object); `subjects` are words that must do it, `never` words beside
    the verb or its object with which it is something else, `beside` words one of which must stand beneath it, `apart` words
    that must not; `clause`: an infinitive or a clause says what is to be done. `actor`: the role of whoever acts ("from" in
    "drew criticism from"), `recipient`: roles of the other side, in order of choice. `alone`: nothing is said of the object
    by another clause or noun ("called him", not "called him a liar"). "@name" among the objects is any name, "@any" any
    object at all. `plv`: the type that the PLV set gives, where it is not that of the CAMEO root.
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
    examples: tuple[EventExample, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True)
class Operator:
    """Words that govern an act, and their effect on it."""

    effect: Effect
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True)
class Shift:
    """What an effect makes of the act beneath it: `to` by its type ("REQUEST yield"), `cameo` by how its code begins."""

    effect: Effect
    to: dict[str, str]
    cameo: dict[str, str]


@dataclass(frozen=True)
class WordClass:
    """A class of nouns, or the words of a context."""

    id: str
    words: tuple[str, ...]


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
    operators: Mapping[tuple[str, str], tuple[tuple[Effect, tuple[str, ...]], ...]]
    shifts: Mapping[str, Shift]
    classes: Mapping[str, frozenset[str]]
    contexts: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def event_words() -> EventWords:
    """The knowledge of the `en/events/*.toml` files."""
    frames = tuple(frame for topic in TOPICS for frame in load(topic, "frame", EventFrame))
    classes = {each.id: frozenset(each.words) for each in load("events/words", "words", WordClass)}
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
    found = load("events/words", "contexts", WordClass)
    if unknown := [each.id for each in found if each.id not in contexts()]:
        raise KnowledgeError(f"knowledge/en/events/words.toml: no context of PLOVER: {', '.join(unknown)}")
    return EventWords(
        frames,
        {word: tuple(patterns) for word, patterns in verbs.items()},
        {word: tuple(patterns) for word, patterns in nouns.items()},
        governing(load("events/operators", "operator", Operator)),
        {shift.effect: shift for shift in load("events/operators", "shift", Shift)},
        classes,
        tuple((each.id, each.words) for each in found),
    )


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
            raise KnowledgeError(f"knowledge/en/events/words.toml: no [[words]] {word[1:]!r}, asked for by {frame.name!r}")
    return frozenset(found)


def check(frames: tuple[EventFrame, ...]) -> None:
    """Refuse codes that do not exist."""
    for frame in frames:
        if frame.mode is not None and frame.mode not in modes(frame.type):
            raise KnowledgeError(f"{frame.name!r}: {frame.type} has no mode {frame.mode!r}")
        if frame.cameo not in cameo_codes():
            raise KnowledgeError(f"{frame.name!r}: CAMEO has no code {frame.cameo!r}")
        if frame.plv is not None and frame.plv not in get_args(PloverType):
            raise KnowledgeError(f"{frame.name!r}: no type {frame.plv!r}")

"""A sentence as a scene: who stands in it, which dates hang on its words, which places it names."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.party import How, PartyKind
from dateline.model.place import Place
from dateline.model.when import TimeExpression
from dateline.reading.desk.cast import Cast
from dateline.reading.desk.findings import Findings
from dateline.reading.desk.story import Sentence, Story
from dateline.reading.desk.tree import Word, top_of

__all__ = ["End", "Hung", "Placed", "Scene", "reaches", "scenes"]

T = TypeVar("T")

COMPLETING = ("dobj", "pobj", "prep", "attr", "oprd", "appos", "compound", "prt")
"""Labels of what completes a word, so that a date beside it tells of that word too."""


@dataclass(frozen=True)
class End:
    """A party (or the words for what is none, then without kind) at one end of an act or relation, its words, and why.

    `word` is the head of the words, None where the end is not read from a phrase. `known`: it is, or belongs to, a state, a
    body or a known group. `direct`: the phrase stands for it, or for its people, not for a thing of its ("the Malian economy").
    """

    id: str
    kind: PartyKind | None
    side: str | None
    how: How
    span: Span
    evidence: Evidence
    word: Word | None = None
    known: bool = True
    direct: bool = True

    @property
    def camp(self) -> str:
        """The side it is of; itself where it is of none."""
        return self.side or self.id

    @property
    def sourced(self) -> Sourced[str]:
        """The party's id with its words."""
        return Sourced(self.id, (self.evidence,))


class Hung(NamedTuple):
    """A date, the preposition before it ("" for none), and the word that it hangs on."""

    time: TimeExpression
    preposition: str
    governor: Word


class Placed(NamedTuple):
    """A place and the words that name it here."""

    place: Place
    span: Span


@dataclass(frozen=True, eq=False)
class Scene:
    """A sentence with what was found in its story, its dates, and the places named in it."""

    sentence: Sentence
    cast: Cast
    findings: Findings
    dated: tuple[TimeExpression, ...] = ()
    named: tuple[Placed, ...] = field(default=())

    @cached_property
    def times(self) -> tuple[Hung, ...]:
        """The dates of the sentence, each with its preposition and the word that it hangs on."""
        return tuple(hung(self.sentence, time) for time in self.dated)

    @cached_property
    def places(self) -> dict[int, Placed]:
        """The places by the number of the last word that names them."""
        found: dict[int, Placed] = {}
        for each in self.named:
            words = self.sentence.words_in(each.span)
            if words and self.sentence.place(words[-1]) + len(words[-1]) == each.span.end:
                found[words[-1].i] = each
        return found

    def ends(self, word: Word) -> list[End]:
        """The parties that a word stands for, without those coordinated with it."""
        return [
            End(each.party.id, each.party.kind, each.side, each.how, each.span, each.evidence, word)
            for each in self.cast.actors(self.sentence, word, coordinated=False)
        ]

    def hanging(self, *words: Word) -> list[Hung]:
        """The dates that tell of one of these words, in text order."""
        return [each for each in self.times if any(reaches(each.governor, word) for word in words)]


def scenes(story: Story, cast: Cast, findings: Findings) -> tuple[Scene, ...]:
    """The sentences of a story as scenes, each with its own dates and places."""
    dates = by_sentence(story, ((time.span, time) for time in findings.times if is_date(time)))
    mentions = ((span, Placed(place, span)) for place in findings.places for span in place.mentions)
    places = by_sentence(story, mentions)
    return tuple(Scene(each, cast, findings, tuple(dates[each.number]), tuple(places[each.number])) for each in story.sentences)


def by_sentence(story: Story, found: Iterable[tuple[Span, T]]) -> defaultdict[int, list[T]]:
    """What was found, by the number of the sentence in which its words stand."""
    ordered = sorted(story.sentences, key=lambda sentence: (sentence.field, sentence.start))
    starts = [(sentence.field, sentence.start) for sentence in ordered]
    result: defaultdict[int, list[T]] = defaultdict(list)
    for span, each in found:
        place = bisect_right(starts, (span.field, span.start)) - 1
        if place >= 0 and span in ordered[place]:
            result[ordered[place].number].append(each)
    return result


def is_date(time: TimeExpression) -> bool:
    """Does it name days?"""
    return time.type in ("DATE", "TIME") and time.earliest is not None and time.latest is not None


def hung(sentence: Sentence, time: TimeExpression) -> Hung:
    """A date, its preposition, the word it hangs on."""
    words = sentence.words_in(time.span)
    first = words[0]
    top = top_of(words) or first
    at = first.i - sentence.tokens.start
    before = sentence.words[at - 1] if at else None
    if first.pos == "ADP" or first.lower == "since":
        return Hung(time, first.lower, first.head)
    if before is not None and before.dep in ("prep", "mark") and top.head is before:
        return Hung(time, before.lower, before.head)
    if top.head.pos == "ADP":
        return Hung(time, top.head.lower, top.head.head)
    return Hung(time, before.lower if before is not None and before.pos == "ADP" else "", top.head)


def reaches(governor: Word, word: Word) -> bool:
    """Does what a date hangs on belong to the word: the word itself, its object, or the verb that it completes?"""
    if governor is word or (word.dep in ("attr", "dobj", "prep", "appos") and governor is word.head):
        return True
    for _ in range(3):
        if governor.dep not in COMPLETING:
            return False
        governor = governor.head
        if governor is word:
            return governor.is_verb or word.dep in ("appos", "attr")
    return False

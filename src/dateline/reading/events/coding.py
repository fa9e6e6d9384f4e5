"""The event between two sides that are marked already: the act that best connects them in the tree."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.model.event import Coding, PloverType
from dateline.model.evidence import Evidence
from dateline.reading.desk import Sentence, Story, Word
from dateline.reading.events.acts import EFFECTS, Act, acts
from dateline.reading.events.contexts import contexts_of, words_around
from dateline.reading.events.scorer import score

__all__ = ["Scheme", "code"]

Scheme = Literal["plover", "plv"]
"""`plover`: as PLOVER's manual codes; `plv`: with the habits of the PLV set, which follows the roots of CAMEO."""

PLV_ROOTS: Mapping[str, PloverType] = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "09": "ACCUSE",
    "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION",
    "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip

WEIGHT = 1.0
"""What the logarithm of a learnt share counts against the connection of an act."""
SMALLEST = 0.002

ACTOR_IS_SOURCE = 2.5
OWNED_BY_SOURCE = 1.5
REACHES_TARGET = 1.5
ON_PATH = 1.5
MAIN = 0.7
WRONG_WAY = -2.0
APART = -0.25


@dataclass(frozen=True, eq=False)
class Coded:
    """The act chosen with the sentence it stands in, and how well it connects the sides."""

    sentence: Sentence
    act: Act
    type: PloverType
    connection: float


@dataclass(frozen=True, eq=False)
class Side:
    """The words of a marked side, with their head."""

    words: tuple[Word, ...]
    head: Word | None

    def holds(self, word: Word) -> bool:
        """Is the word one of the side's?"""
        return word in self.words


def plv_type(act: Act) -> PloverType:
    """The type that the PLV set gives."""
    if act.frame.plv is not None:
        return act.frame.plv
    if act.cameo.startswith("08"):
        return act.type if act.type in ("CONCEDE", "RETREAT") else "RETREAT"
    return PLV_ROOTS.get(act.cameo[:2], act.type)


CODES: Mapping[PloverType, str] = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "CONCEDE": "080", "COOPERATE": "060", "AID": "070", "RETREAT": "087",
    "REQUEST": "020", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140", "SANCTION": "160",
    "MOBILIZE": "150", "COERCE": "170", "ASSAULT": "180",
}  # fmt: skip
"""The CAMEO code of an act of which only the type is known."""


def code(story: Story, source: tuple[int, int] | None, target: tuple[int, int] | None, scheme: Scheme) -> Coding:
    """The one act that the text tells of the two sides, given as code points of the text; there is always an answer."""
    found = code_between(story, source, target, scheme)
    shares = learnt(story, source, target, scheme)
    totals = {kind: WEIGHT * math.log(share + SMALLEST) for kind, share in shares.items()}
    best: dict[PloverType, Coded] = {}
    for coded in found:
        best.setdefault(coded.type, coded)
    for kind, coded in best.items():
        totals[kind] = totals.get(kind, 0.0) + coded.connection
    if not totals:
        return Coding(type="CONSULT", cameo="040", status="happened", confidence=0.05)
    order = sorted(totals, key=lambda kind: (-totals[kind], kind))
    kind, rest = order[0], order[1:]
    margin = totals[kind] - (totals[rest[0]] if rest else 0.0)
    confidence = round(min(0.95, 0.45 + margin / 10), 2)
    told = about(story, kind)
    if (chosen := best.get(kind)) is None:
        return Coding(type=kind, cameo=CODES[kind], status="happened", confidence=min(confidence, 0.5), contexts=told)
    act, sentence = chosen.act, chosen.sentence
    first, last = sorted((act.trigger, act.top), key=lambda word: word.i)
    words = sentence.span(first, last)
    return Coding(
        type=kind,
        mode=act.mode if act.type == kind else None,
        cameo=act.cameo,
        status=act.status,
        contexts=contexts_of(words_around(sentence)),
        confidence=confidence,
        evidence=(Evidence(words, act.frame.name), *(Evidence(words, f"an act that is {EFFECTS[e]}") for e in act.effects)),
    )


def about(story: Story, kind: PloverType) -> tuple[str, ...]:
    """The contexts of the whole text."""
    return contexts_of(" ".join(words_around(sentence) for sentence in story.sentences))


def learnt(
    story: Story, source: tuple[int, int] | None, target: tuple[int, int] | None, scheme: Scheme
) -> Mapping[PloverType, float]:
    """What the learnt scorer gives for the sentence in which the sides stand."""
    if not story.sentences:
        return {}
    sentence = max(story.sentences, key=lambda each: sum(within(each, side) for side in (source, target)))
    return score(sentence.tokens, tokens_of(sentence, source), tokens_of(sentence, target), scheme)


def within(sentence: Sentence, side: tuple[int, int] | None) -> bool:
    """Does a side begin in the sentence?"""
    return side is not None and sentence.start <= side[0] < sentence.end


def tokens_of(sentence: Sentence, side: tuple[int, int] | None) -> tuple[int, int] | None:
    """The tokens of a side, as the numbers of the first and of the one after the last."""
    if side is None or not within(sentence, side):
        return None
    inside = sentence.tokens_in(sentence.cut(max(side[0], sentence.start), min(side[1], sentence.end)))
    return (inside[0].i, inside[-1].i + 1) if inside else None


def code_between(story: Story, source: tuple[int, int] | None, target: tuple[int, int] | None, scheme: Scheme) -> list[Coded]:
    """The acts of a text by how well they connect the two sides, the best first."""
    found: list[Coded] = []
    for sentence in story.sentences:
        sides = [side_of(sentence, each) for each in (source, target)]
        bonus = 1.5 * sum(bool(side.words) for side in sides)
        path = path_between(*(side.head for side in sides))
        for act in acts(sentence.words):
            connection = act.fit + bonus + connected(act, sides[0], sides[1], path)
            found.append(Coded(sentence, act, plv_type(act) if scheme == "plv" else act.type, connection))
    return sorted(found, key=lambda coded: -coded.connection)


def side_of(sentence: Sentence, marked: tuple[int, int] | None) -> Side:
    """The words between two code points of the text, without blanks."""
    if marked is None:
        return Side((), None)
    inside = tuple(
        word
        for word in sentence.words
        if marked[0] < sentence.place(word) + len(word) and sentence.place(word) < marked[1] and word.pos != "SPACE"
    )
    head = next((word for word in inside if word.is_top or word.head not in inside), None)
    return Side(inside, head)


def path_between(first: Word | None, second: Word | None) -> list[Word]:
    """The words on the way through the tree between two words."""
    if first is None or second is None:
        return [] if first is None and second is None else [first or second, *(first or second).ancestors()]  # type: ignore[union-attr,list-item]
    up = [first, *first.ancestors()]
    other = [second, *second.ancestors()]
    common = next((word for word in up if any(word is each for each in other)), None)
    if common is None:
        return up
    return up[: index(up, common) + 1] + other[: index(other, common)]


def index(words: Sequence[Word], word: Word) -> int:
    """Where a word stands in a list."""
    return next(number for number, each in enumerate(words) if each is word)


def connected(act: Act, source: Side, target: Side, path: list[Word]) -> float:
    """How well an act stands between the two sides."""
    total = 0.0
    actors = act.actors()
    if any(source.holds(word) for word in actors):
        total += ACTOR_IS_SOURCE
    elif any(source.holds(word) for actor in actors for word in actor.subtree()) or owns(act, source):
        total += OWNED_BY_SOURCE
    elif any(target.holds(word) for word in actors):
        total += WRONG_WAY
    beneath = [each for word in (act.trigger, *act.objects, *act.asked) for each in word.subtree()]
    if any(target.holds(word) for word in beneath):
        total += REACHES_TARGET
    on_path = {id(word) for word in path}
    if id(act.trigger) in on_path or id(act.top) in on_path:
        total += ON_PATH
        if any(id(word) in on_path for word in act.objects):
            total += MAIN / 2
    if act.top.is_top or act.top.dep == "ROOT":
        total += MAIN
    if source.holds(act.trigger) or target.holds(act.trigger):
        total += WRONG_WAY
    if path:
        total += APART * min(6, min(abs(act.trigger.i - word.i) for word in path))
    return total


def owns(act: Act, source: Side) -> bool:
    """Does the source stand before the act's noun, or after "by" or "of" beneath it?"""
    if act.trigger.is_verb:
        return any(source.holds(word) for by in act.trigger.below if by.dep == "agent" for word in by.subtree())
    return any(
        source.holds(word)
        for child in act.trigger.below
        if child.dep in ("poss", "compound", "amod", "nmod") or child.lower in ("by", "of", "between", "from")
        for word in child.subtree()
    )

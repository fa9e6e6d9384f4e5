"""The event between two sides that are marked already: the act that best connects them in the tree."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.knowledge.codes import cameo_of, plv_root
from dateline.knowledge.events import operator_of
from dateline.model.event import Coding, PloverType
from dateline.reading.desk import Sentence, Story
from dateline.reading.events.act import Act
from dateline.reading.events.acts import acts
from dateline.reading.events.connection import connected, path_between, side_of
from dateline.reading.events.contexts import contexts_of, words_around
from dateline.reading.events.scorer import score

__all__ = ["Scheme", "code"]

Scheme = Literal["plover", "plv"]
"""`plover`: as PLOVER's manual codes; `plv`: with the habits of the PLV set, which follows the roots of CAMEO."""

Marked = tuple[int, int] | None
"""Where a side stands, as code points of the text; None where it is not named."""

WEIGHT = 1.0
"""What the logarithm of a learnt share counts against the connection of an act."""
SMALLEST = 0.002
NAMED = 1.5
"""What an act counts for each side that its sentence names."""
LOWEST, EVEN, HIGHEST, GUESS = 0.05, 0.45, 0.95, 0.5
"""Confidence where nothing speaks for any type, where two types are as likely, at most, and at most without an act."""
STEP = 10.0


@dataclass(frozen=True, eq=False)
class Coded:
    """The act chosen with the sentence it stands in, and how well it connects the sides."""

    sentence: Sentence
    act: Act
    type: PloverType
    connection: float


def code(story: Story, source: Marked, target: Marked, scheme: Scheme) -> Coding:
    """The one act that the text tells of the two sides, given as code points of the text; there is always an answer."""
    best: dict[PloverType, Coded] = {}
    for coded in code_between(story, source, target, scheme):
        best.setdefault(coded.type, coded)
    totals = totals_of(best, learnt(story, source, target, scheme))
    if not totals:
        return Coding(type="CONSULT", cameo=cameo_of("CONSULT"), status="happened", confidence=LOWEST)
    kind, *rest = sorted(totals, key=lambda each: (-totals[each], each))
    margin = totals[kind] - (totals[rest[0]] if rest else 0.0)
    confidence = round(min(HIGHEST, EVEN + margin / STEP), 2)
    return of_act(best[kind], confidence) if kind in best else of_type(story, kind, min(confidence, GUESS))


def totals_of(best: Mapping[PloverType, Coded], shares: Mapping[PloverType, float]) -> dict[PloverType, float]:
    """What each type counts: the logarithm of its learnt share, and the connection of its best act."""
    totals = {kind: WEIGHT * math.log(share + SMALLEST) for kind, share in shares.items()}
    for kind, coded in best.items():
        totals[kind] = totals.get(kind, 0.0) + coded.connection
    return totals


def of_type(story: Story, kind: PloverType, confidence: float) -> Coding:
    """The answer of which only the type is known, with the contexts of the whole text."""
    told = contexts_of(" ".join(words_around(sentence) for sentence in story.sentences))
    return Coding(type=kind, cameo=cameo_of(kind), status="happened", confidence=confidence, contexts=told)


def of_act(chosen: Coded, confidence: float) -> Coding:
    """The answer that an act gives."""
    act, sentence = chosen.act, chosen.sentence
    first, last = sorted((act.trigger, act.top), key=lambda word: word.i)
    rules = (act.frame.name, *(operator_of(effect).name for effect in act.effects))
    return Coding(
        type=chosen.type,
        mode=act.mode if act.type == chosen.type else None,
        cameo=act.cameo,
        status=act.status,
        contexts=contexts_of(words_around(sentence)),
        confidence=confidence,
        evidence=tuple(sentence.evidence(rule, first, last) for rule in rules),
    )


def plv_type(act: Act) -> PloverType:
    """The type that the PLV set gives."""
    if act.frame.plv is not None:
        return act.frame.plv
    if act.cameo.startswith("08"):
        return act.type if act.type in ("CONCEDE", "RETREAT") else "RETREAT"
    return plv_root(act.cameo) or act.type


def learnt(story: Story, source: Marked, target: Marked, scheme: Scheme) -> Mapping[PloverType, float]:
    """What the learnt scorer gives for the sentence in which the sides stand."""
    if not story.sentences:
        return {}
    sentence = max(story.sentences, key=lambda each: sum(within(each, side) for side in (source, target)))
    return score(sentence.tokens, tokens_of(sentence, source), tokens_of(sentence, target), scheme)


def within(sentence: Sentence, side: Marked) -> bool:
    """Does a side begin in the sentence?"""
    return side is not None and sentence.start <= side[0] < sentence.end


def tokens_of(sentence: Sentence, side: Marked) -> tuple[int, int] | None:
    """The tokens of a side, as the numbers of the first and of the one after the last."""
    if side is None or not within(sentence, side):
        return None
    inside = sentence.tokens_in(sentence.cut(max(side[0], sentence.start), min(side[1], sentence.end)))
    return (inside[0].i, inside[-1].i + 1) if inside else None


def code_between(story: Story, source: Marked, target: Marked, scheme: Scheme) -> list[Coded]:
    """The acts of a text by how well they connect the two sides, the best first; of equals the one of which more is told."""
    found: list[Coded] = []
    for sentence in story.sentences:
        actor, other = side_of(sentence, source), side_of(sentence, target)
        bonus = NAMED * sum(bool(side.words) for side in (actor, other))
        path = path_between(actor.head, other.head)
        for act in acts(sentence.words):
            connection = act.fit + bonus + connected(act, actor, other, path)
            found.append(Coded(sentence, act, plv_type(act) if scheme == "plv" else act.type, connection))
    return sorted(found, key=lambda coded: (-coded.connection, -len(coded.act.effects)))

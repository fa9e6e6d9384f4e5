"""Is an act only a figure of speech: a game that is won, a target that is hit, a market or a storm that strikes?"""

import re
from collections.abc import Iterator, Sequence

from dateline.knowledge.events import class_of
from dateline.reading.desk import Word
from dateline.reading.events.act import CONFLICT, Act
from dateline.reading.events.objects import done_to

__all__ = ["is_figurative"]

HOSTILE = CONFLICT - {"PROTEST"} | {"THREATEN", "ACCUSE"}
SCORE = re.compile(r"(?<![\d-])\d{1,3} ?[-–] ?\d{1,3}(?![\d-])")
AGAINST = ("on", "against", "at", "with")


def is_figurative(act: Act, words: Sequence[Word]) -> bool:
    """Is it an act of conflict in words only?"""
    if act.type not in HOSTILE:
        return False
    if act.frame.type == "ASSAULT" and (any(map(is_no_enemy, struck(act))) or is_scored(words)):
        return True
    return is_played(words) or any(word.lemma in class_of("forces of no side") for word in act.actors())


def is_played(words: Sequence[Word]) -> bool:
    """Does the sentence tell of a game and of nobody under arms?"""
    return not is_bloody(words) and any(word.is_noun and word.lemma in class_of("games") for word in words)


def is_scored(words: Sequence[Word]) -> bool:
    """Does the sentence give the score of a game, not the figures of a vote?"""
    if is_bloody(words) or any(word.lemma in class_of("voting") for word in words):
        return False
    return SCORE.search(" ".join(word.text for word in words)) is not None


def is_bloody(words: Sequence[Word]) -> bool:
    """Does the sentence name forces, or what only happens where they fight?"""
    armed = class_of("troops") | class_of("militia") | class_of("blood")
    return any(word.lemma in armed and not word.any("prt") for word in words)


def struck(act: Act) -> Iterator[Word]:
    """The words for what it is done to."""
    yield from done_to(act.trigger) if act.trigger.is_verb else ()
    for base in (act.trigger, *act.objects):
        for preposition in base.below:
            if preposition.lower in AGAINST:
                yield from preposition.children("pobj")


def is_no_enemy(word: Word) -> bool:
    """Can what is struck be fought in words only ("its growth target", "poverty")?"""
    if word.lemma in class_of("fought in words"):
        return True
    measured = any(child.lower in class_of("measures") for child in word.below if child.dep in ("compound", "amod", "nmod"))
    return word.lemma in ("target", "goal") and measured

"""How well an act connects two marked sides of a sentence in its tree."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.events import class_of
from dateline.reading.desk import Sentence, Word, top_of
from dateline.reading.events.act import Act

__all__ = ["Side", "connected", "path_between", "side_of"]

ACTOR_IS_SOURCE = 2.5
OWNED_BY_SOURCE = 1.5
REACHES_TARGET = 1.5
ON_PATH = 1.5
MAIN = 0.7
WRONG_WAY = -2.0
APART = -0.25
FARTHEST = 6
"""Words apart that count at most."""
BESIDE = ("poss", "compound", "amod", "nmod")


@dataclass(frozen=True, eq=False)
class Side:
    """The words of a marked side, with their head."""

    words: tuple[Word, ...] = ()
    head: Word | None = None

    def holds(self, *words: Word) -> bool:
        """Is one of the words the side's?"""
        return any(word in self.words for word in words)


def side_of(sentence: Sentence, marked: tuple[int, int] | None) -> Side:
    """The words between two code points of the field, without blanks."""
    if marked is None:
        return Side()
    inside = tuple(
        word
        for word in sentence.words
        if marked[0] < sentence.place(word) + len(word) and sentence.place(word) < marked[1] and word.pos != "SPACE"
    )
    return Side(inside, top_of(inside))


def path_between(first: Word | None, second: Word | None) -> list[Word]:
    """The words on the way through the tree between two words; from one alone up to the top."""
    if first is None or second is None:
        alone = first or second
        return [alone, *alone.ancestors()] if alone is not None else []
    up, other = [first, *first.ancestors()], [second, *second.ancestors()]
    common = next((word for word in up if word in other), None)
    return up if common is None else up[: up.index(common) + 1] + other[: other.index(common)]


def connected(act: Act, source: Side, target: Side, path: Sequence[Word]) -> float:
    """How well an act stands between the two sides."""
    total = of_actors(act, source, target) + of_path(act, path)
    if target.holds(*(each for word in (act.trigger, *act.objects, *act.asked) for each in word.subtree())):
        total += REACHES_TARGET
    if act.top.is_top or act.top.dep == "ROOT":
        total += MAIN
    if source.holds(act.trigger) or target.holds(act.trigger):
        total += WRONG_WAY
    return total


def of_actors(act: Act, source: Side, target: Side) -> float:
    """What it counts that the source acts, that who acts is of the source, or that the target does."""
    actors = act.actors()
    if source.holds(*actors):
        return ACTOR_IS_SOURCE
    if source.holds(*(word for actor in actors for word in actor.subtree())) or owns(act, source):
        return OWNED_BY_SOURCE
    return WRONG_WAY if target.holds(*actors) else 0.0


def of_path(act: Act, path: Sequence[Word]) -> float:
    """What it counts that the act lies on the way between the sides, or near it."""
    if not path:
        return 0.0
    total = APART * min(FARTHEST, *(abs(act.trigger.i - word.i) for word in path))
    if act.trigger in path or act.top in path:
        total += ON_PATH
        if any(word in path for word in act.objects):
            total += MAIN / 2
    return total


def owns(act: Act, source: Side) -> bool:
    """Does the source stand before the act's noun, or after "by" or "of" beneath it?"""
    if act.trigger.is_verb:
        near = act.trigger.children("agent")
    else:
        near = [child for child in act.trigger.below if child.dep in BESIDE or child.lower in class_of("doing")]
    return source.holds(*(word for child in near for word in child.subtree()))

"""The parties of noun phrases: whom a word stands for, whose a thing is, who is listed."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.knowledge.events import class_of
from dateline.reading.desk import Cast, End, Scene, Word
from dateline.reading.parties import known

__all__ = ["FAR", "OWNERS", "ends_at", "ends_in", "listed"]

OWNERS = ("poss", "compound", "amod", "nmod", "appos")
"""Labels of what a thing belongs to, the surest first."""
FAR = 4
"""How deep in a noun phrase a party is sought."""


def ends_at(scene: Scene, word: Word) -> list[End]:
    """The parties that a word stands for."""
    return [
        replace(end, known=is_known(scene.cast, end))
        for end in scene.ends(word)
        if end.kind != "other" and (end.kind != "unnamed" or end.side)
    ]


def is_known(cast: Cast, end: End) -> bool:
    """Is it, or does it belong to, somebody who counts in politics, and is it no news medium?"""
    party = cast.party(end.id)
    if party is None or "JRN" in party.sectors:
        return False
    belongs = end.side is not None and (end.side != end.id or end.kind == "group")
    return end.kind in ("state", "organ") or belongs or party.wikidata is not None or end.id in known()


def ends_in(scene: Scene, word: Word, depth: int = FAR) -> list[End]:
    """The parties of a noun phrase: of its head, else of what it belongs to."""
    if found := ends_at(scene, word):
        return found
    if depth == 0 or word.is_verb:
        return []
    for child in sorted(word.below, key=lambda each: OWNERS.index(each.dep) if each.dep in OWNERS else len(OWNERS)):
        if child.dep in OWNERS and (found := ends_in(scene, child, depth - 1)):
            return found if is_agent(word) else [replace(end, direct=False) for end in found]
    for child in word.below:
        if child.dep in ("prep", "agent") and (child.lower in class_of("owning") or is_such_as(child)):
            for noun in child.children("pobj"):
                if found := listed(scene, [noun], depth - 1):
                    return found
    return []


def is_such_as(preposition: Word) -> bool:
    """Does it give examples: "allies such as Chad", "states including Chad"?"""
    return preposition.lower == "including" or (
        preposition.lower == "as" and any(word.lower == "such" for word in preposition.below)
    )


def is_agent(word: Word) -> bool:
    """Can the noun stand for people who act?"""
    return word.lemma in class_of("agents") or word.pos == "PROPN"


def listed(scene: Scene, words: Iterable[Word], depth: int = FAR) -> list[End]:
    """The parties of several noun phrases with those coordinated with them, each once."""
    found: dict[str, End] = {}
    for word in words:
        for each in word.conjuncts():
            ends = ends_in(scene, each, depth)
            if not ends and each is word:
                break  # what is coordinated with a thing of nobody's is no side either
            for end in ends:
                found.setdefault(end.id, end)
    return list(found.values())

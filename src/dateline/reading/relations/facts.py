"""Is what a verb says a fact, so that a relation can rest on it?"""

from dateline.knowledge.relations import words_for
from dateline.reading.desk import Word, clause_verb, helpers, is_conditional, is_negated, tense

__all__ = ["is_single_act", "is_under_way", "stated"]

GOVERNED = ("xcomp", "conj", "ccomp", "advcl")
"""Labels of a verb that is under the condition of the verb above it."""

UNREAL = ("infinitive", "modal", "future")


def stated(verb: Word) -> bool:
    """Is what the verb says a fact, not denied, wished, possible, to come or conditional?"""
    while not (is_doubted(verb) or is_negated(verb)) and verb.dep == "pcomp":
        above = clause_verb(verb.head)
        if above is None or verb.head.lower not in words_for("afterwards"):
            return False
        verb = above  # "after joining the bloc, Chad sent troops": said in passing, what came before a fact
    if is_doubted(verb) or is_negated(verb):
        return False
    if verb.dep in GOVERNED and verb.head.is_verb and not leaves_true(verb.head, verb):
        return False
    return tense(verb) not in UNREAL and (tense(verb) != "none" or verb.tag in ("VBN", "VBG", "VBD"))


def leaves_true(above: Word, verb: Word) -> bool:
    """Can what a verb says be a fact, as far as the verb above tells?"""
    if is_doubted(above):
        return False
    if verb.dep in ("xcomp", "ccomp") and (is_negated(above) or above.lemma in words_for("denying")):
        return False
    return verb.dep != "xcomp" or (tense(above) not in UNREAL and (verb.tag != "VBG" or above.lemma in words_for("doing")))


def is_doubted(verb: Word) -> bool:
    """Does "if", "unless", "whether" or "ever" stand before the clause?"""
    return is_conditional(verb) or any(child.lower == "ever" for child in verb.children("mark", "advmod"))


def is_single_act(verb: Word) -> bool:
    """Is it told as done once, in the past ("backed the motion"), not as what lasts ("backs", "has backed")?"""
    return tense(verb) == "past" and not any(helper.lemma == "have" for helper in helpers(verb))


def is_under_way(verb: Word) -> bool:
    """Is somebody only in the course of it ("is leaving the bloc")?"""
    return tense(verb) == "progressive"

"""Is what a verb says a fact, so that a relation can rest on it?"""

from dateline.reading.desk import Word, is_conditional, is_negated, word_tense

__all__ = ["is_under_way", "stated"]

GOVERNED = ("xcomp", "conj", "ccomp", "advcl")
"""Labels of a verb that is under the condition of the verb above it."""

UNREAL = ("infinitive", "modal", "future")


def stated(verb: Word) -> bool:
    """Is what the verb says a fact, not denied, wished, possible, to come or conditional?"""
    if verb.dep == "pcomp" or is_doubted(verb) or is_negated(verb):
        return False
    above = verb.head if verb.dep in GOVERNED and verb.head.is_verb else None
    if above is not None and (is_doubted(above) or (verb.dep in ("xcomp", "ccomp") and is_negated(above))):
        return False
    if above is not None and verb.dep == "xcomp" and word_tense(above) in UNREAL:
        return False
    return word_tense(verb) not in UNREAL and (word_tense(verb) != "none" or verb.tag in ("VBN", "VBG", "VBD"))


def is_doubted(verb: Word) -> bool:
    """Does "if", "unless", "whether" or "ever" stand before the clause?"""
    return is_conditional(verb) or any(child.lower == "ever" for child in verb.children("mark", "advmod"))


def is_under_way(verb: Word) -> bool:
    """Is somebody only in the course of it ("is leaving the bloc")?"""
    return word_tense(verb) == "progressive"

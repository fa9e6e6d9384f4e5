"""Is what a verb says denied? "Not", "never", nobody as the subject, "no" before a noun, a denial shared by coordination."""

from dateline.knowledge.clauses import words
from dateline.reading.desk.tree import Word
from dateline.reading.desk.voice import HELPERS, SURFACE

__all__ = ["denied_by_adverb", "is_negated"]

DENYING = ("neg", "advmod", "preconj", "cc", "det", "mark")


def is_negated(verb: Word) -> bool:
    """Is the verb denied: by "not", "never", "no longer", by nobody as its subject, by "no" before its subject or object?"""
    return denied_by_adverb(verb) or denied_by_noun(verb) or shares_denial(verb)


def denied_by_adverb(verb: Word) -> bool:
    """Does "not", "never", "neither", "no longer" or their like stand with the verb?"""
    for child in verb.below:
        if child.dep == "neg" or child.lower in words("hardly"):
            joins = child.dep == "cc" and child.i > verb.i
            if child.dep in DENYING and not joins and not child.precedes(*words("not alone")):
                return True
        if child.dep == "advmod" and child.lower == "longer" and any(each.lower == "no" for each in child.below):
            return True
    return False


def denied_by_noun(verb: Word) -> bool:
    """Is nobody the one who does it, or nothing what is done?"""
    for child in verb.children("nsubj", "nsubjpass", "dobj", "attr"):
        if child.lower in words("nobody"):
            return True
        if any(each.lower in ("no", "neither") and each.dep in ("det", "neg", "predet") for each in child.below):
            return True
        if any(each.lower == "neither" and each.i < child.i for each in child.children("preconj", "cc")):
            return True
    return False


def shares_denial(verb: Word) -> bool:
    """Does a coordinated verb stand after "nor", or under the "not" of the one before it ("did not confirm or deny")?"""
    while verb.dep == "conj" and verb.head.is_verb and not verb.is_top:
        head = verb.head
        before = [child for child in head.below if child.dep == "cc" and head.i < child.i < verb.i]
        if before and before[-1].lower == "nor":
            return True
        if before and before[-1].lower in ("but", "yet"):
            return False
        alike = verb.tag == head.tag and verb.tag in ("VB", "VBN", "VBG")
        if not alike or verb.any(*HELPERS, *SURFACE):
            return False
        if denied_by_adverb(head):
            return True
        verb = head
    return False

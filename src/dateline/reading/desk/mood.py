"""When and how a verb says that it happens: tense, aspect, modality, condition; helpers are shared by coordinated verbs."""

from typing import Literal

from dateline.reading.desk.tree import Word

__all__ = ["Tense", "clause_verb", "helpers", "is_conditional", "is_lasting", "tense"]

Tense = Literal["past", "present", "progressive", "future", "modal", "infinitive", "none"]

HELPERS = ("aux", "auxpass")
FUTURE = ("will", "shall", "'ll", "wo")
MODAL = ("would", "could", "may", "might", "should", "must", "can", "ca", "'d")
CONDITIONS = ("if", "unless", "whether")


def clause_verb(word: Word) -> Word | None:
    """The nearest verb above a word."""
    return next((above for above in word.ancestors() if above.is_verb), None)


def helpers(verb: Word) -> list[Word]:
    """The auxiliaries of a verb; a coordinated one without its own shares those before it ("will meet and discuss")."""
    while True:
        own = verb.children(*HELPERS)
        alike = verb.dep == "conj" and verb.is_verb and verb.head.is_verb and verb.head.tag == verb.tag
        if own or not alike or verb.tag not in ("VB", "VBN", "VBG") or verb.any("nsubj", "nsubjpass"):
            return own
        verb = verb.head


def is_conditional(verb: Word) -> bool:
    """Does "if", "unless" or "whether" stand before the clause, or its auxiliary before its subject ("had they met, …")?"""
    return any(child.dep in ("mark", "advmod") and child.lower in CONDITIONS for child in verb.below) or is_inverted(verb)


def is_inverted(verb: Word) -> bool:
    """Does "had", "were" or "should" stand before the subject of a clause that hangs on another?"""
    subject = verb.child("nsubj", "nsubjpass")
    if verb.dep not in ("advcl", "ccomp") or subject is None:
        return False
    return any(child.lower in ("had", "were", "should") and child.i < subject.i for child in verb.children(*HELPERS))


def tense(verb: Word) -> Tense:
    """When the verb says it happens, by its own form and its auxiliaries; `none` for a bare participle or noun."""
    words = [child.lower for child in helpers(verb)]
    if any(word in FUTURE for word in words):
        return "future"
    if any(word in MODAL for word in words):
        return "modal"
    if "to" in words:
        return "infinitive"
    if verb.tag == "VBD" or any(word in ("had", "did", "was", "were") for word in words):
        return "past"
    if any(word in ("has", "have", "'ve") for word in words):
        return "past"
    if verb.tag == "VBG" and any(word in ("is", "are", "am", "'s", "'re") for word in words):
        return "progressive"
    if verb.tag in ("VBZ", "VBP") or any(word in ("is", "are", "am", "do", "does") for word in words):
        return "present"
    return "none"


def is_lasting(verb: Word) -> bool:
    """ "Have been meeting", "has been under way": it began and goes on."""
    words = [child.lower for child in helpers(verb)]
    perfect = any(word in ("has", "have", "'ve") for word in words)
    if verb.tag == "VBG":
        return perfect and "been" in words
    said = {child.lower for child in verb.children("prep", "advmod", "acomp", "advcl")} | {
        noun.lower for noun in verb.behind("under")
    }
    return perfect and verb.lemma == "be" and bool(said & {"way", "underway", "ongoing"})

"""The voice of a verb, and by whom a passive says that it is done."""

from dateline.knowledge.clauses import words
from dateline.reading.desk.tree import Word

__all__ = ["HELPERS", "SURFACE", "agents", "can_act", "is_infinitive", "is_passive"]

SURFACE = ("nsubj", "nsubjpass", "csubj", "csubjpass")
HELPERS = ("aux", "auxpass")
PARTICIPIAL = ("advcl", "relcl", "pcomp", "oprd", "ccomp", "xcomp", "acomp")
NAMES = ("PERSON", "ORG", "GPE", "NORP")
NEAR = 3
"""How many words apart two coordinated participles share an agent."""


def is_passive(verb: Word) -> bool:
    """Is the verb in the passive voice: with "be" or "get", or as a bare participle beside a noun or at a clause's start?"""
    while (told := own_voice(verb)) is None:
        verb = verb.head
    return told


def own_voice(verb: Word) -> bool | None:
    """Is the verb in the passive voice, as far as it tells itself; None for a participle that shares the voice of its head."""
    if verb.any("auxpass", "nsubjpass", "csubjpass"):
        return True
    if verb.tag not in ("VBN", "VBD") or verb.lemma in words("intransitive"):
        return False
    helpers = verb.children("aux")
    if verb.tag == "VBN" and helpers:
        return helpers[-1].lemma == "be" and not verb.any("dobj")
    if not helpers and is_raised(verb):
        return True
    if helpers or verb.any("dobj", *SURFACE):
        return False
    if verb.any("agent"):
        return True
    if verb.dep == "conj" and verb.tag == "VBN":
        return None if verb.head.tag == "VBN" and not verb.is_top else False
    return verb.dep in ("acl", "amod") or (verb.tag == "VBN" and verb.dep in PARTICIPIAL)


def is_raised(verb: Word) -> bool:
    """Is it a bare participle like "believed to have", which the parser may have taken for the main verb?"""
    if verb.lemma not in words("raised in the passive") or not any("to" in marks(clause) for clause in verb.children("xcomp")):
        return False
    return not verb.any("dobj", *SURFACE) or any(child.text == "," and child.i == verb.i - 1 for child in before(verb))


def marks(verb: Word) -> list[str]:
    """The auxiliaries of a verb in lower case."""
    return [child.lower for child in verb.children(*HELPERS)]


def before(verb: Word) -> list[Word]:
    """The dependents of a verb that stand before it, and those of its subjects."""
    return [word for child in verb.below if child.i < verb.i for word in (child, *child.below)]


def agents(verb: Word) -> list[Word]:
    """Those by whom it is done, as the by-phrase of a passive says; coordinated participles share one."""
    sharer: Word | None = verb
    while sharer is not None and not (own := own_agents(sharer)):
        sharer = sharing(sharer)
    return [each for noun in own for each in noun.conjuncts()]


def own_agents(verb: Word) -> list[Word]:
    """Those whom a by-phrase names that hangs on the verb itself."""
    return [noun for by in verb.below if is_by(by) for noun in by.children("pobj")]


def sharing(verb: Word) -> Word | None:
    """The coordinated participle whose agent a verb without one shares: the one right after it, else the one before it."""
    after = next((word for word in verb.below if word.dep == "conj" and word.tag == "VBN" and word.i - verb.i <= NEAR), None)
    if after is not None and is_passive(after):
        return after
    shares = verb.dep == "conj" and is_passive(verb.head) and not verb.any(*SURFACE)
    return verb.head if shares and own_agents(verb.head) else None


def is_by(word: Word) -> bool:
    """Does the word bring in by whom it is done, and not by when or where?"""
    if word.dep == "agent":
        return True
    noun = word.child("pobj") if word.dep == "prep" and word.lower == "by" else None
    return noun is not None and can_act(noun)


def is_infinitive(verb: Word) -> bool:
    """Is it an infinitive with "to"?"""
    return verb.tag == "VB" and verb.has("aux", "to")


def can_act(noun: Word) -> bool:
    """Is the word a name, a pronoun or a noun for somebody who acts or speaks?"""
    if noun.ent in ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"):
        return False
    return noun.ent in NAMES or noun.pos in ("PROPN", "PRON") or noun.lemma in words("people")

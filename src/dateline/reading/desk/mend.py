"""Coordination mended: the parser hangs "accuses" on "planning" in "denies that it is planning an attack and accuses Oslo"."""

from dateline.knowledge.clauses import reporting, words
from dateline.reading.desk.tree import Word

__all__ = ["mend"]

SUBJECTS = ("nsubj", "nsubjpass")
COMPLEMENTS = ("ccomp", "xcomp", "acl", "advcl", "pcomp", "relcl", "conj", "dobj", "prep", "pobj")
FINITE = ("VBD", "VBZ", "VBP")


def mend(sentence: tuple[Word, ...]) -> None:
    """Hang coordinated finite verbs that report, and participles like ", saying", on the verb with which they agree."""
    for word in sentence:
        if word.lemma not in reporting():
            continue
        if word.dep == "conj" and word.tag in FINITE:
            mend_coordinated(word)
        elif word.dep == "advcl" and word.tag == "VBG":
            mend_participle(word, sentence)


def mend_coordinated(verb: Word) -> None:
    """Hang a coordinated verb on the verb it agrees with, where it hangs on one inside that verb's complement."""
    if verb.any(*SUBJECTS):
        return
    inner = verb.head
    reports = inner.lemma in reporting()
    reporting_clause = any(child.dep == "ccomp" and child.i > verb.i for child in verb.below) and not reports
    if agrees(verb, inner) and not has_dumb_subject(inner) and not reporting_clause and not has_pronoun(inner):
        return
    if has_pronoun(inner) and agrees(verb, inner) and verb.lemma in words("thought rather than said"):
        return
    fellow = agreeing(verb, inner)
    if fellow is None:
        return
    first = verb.subtree()[0].i
    joints = [word for word in inner.below if word.dep in ("cc", "punct") and inner.i < word.i < verb.i and word.i >= first - 2]
    verb.hang_on(fellow)
    for word in joints:
        word.hang_on(fellow)


def agreeing(verb: Word, inner: Word) -> Word | None:
    """The verb above `inner` that a coordinated verb agrees with; past one whose subject is a pronoun, to one that reports."""
    found, above = None, inner
    while not above.is_top and above.dep in COMPLEMENTS:
        above = above.head
        if above.pos == "VERB" and agrees(verb, above) and (found is None or above.lemma in reporting()):
            found = above
            if not has_pronoun(above):
                break
    return found


def has_dumb_subject(verb: Word) -> bool:
    """Is the verb's subject a thing that reports nothing ("this was wrong and called for …")?"""
    subject = verb.child(*SUBJECTS)
    return subject is not None and subject.lower in ("this", "that", "these", "those", "there")


def has_pronoun(verb: Word) -> bool:
    """Is the verb's subject a pronoun, which most often means the speaker himself ("denied that it …, and accused …")?"""
    return any(child.dep in SUBJECTS and child.lower in ("it", "he", "she", "they") for child in verb.below)


def mend_participle(verb: Word, sentence: tuple[Word, ...]) -> None:
    """Hang ", saying that" on the verb that reports, where it hangs on one inside that verb's complement which does not."""
    inner, place = verb.head, verb.i - sentence[0].i
    if inner.lemma in reporting() or not any(word.text == "," for word in sentence[max(place - 3, 0) : place]):
        return
    above = inner
    while not above.is_top:
        if above.dep not in COMPLEMENTS:
            return
        above = above.head
        if above.pos == "VERB" and above.lemma in reporting():
            verb.hang_on(above)
            return


def agrees(verb: Word, other: Word) -> bool:
    """Could the two share their subject and tense?"""
    tag = other.tag
    if tag in ("VBN", "VBG", "VB"):
        helpers = [child.tag for child in other.below if child.dep in ("aux", "auxpass")]
        if tag == "VBN" and not helpers:
            tag = "VBD"
        elif "VBZ" in helpers or "VBP" in helpers:
            tag = verb.tag if verb.tag in ("VBZ", "VBP") and other.dep == "ROOT" else tag
    return tag == verb.tag

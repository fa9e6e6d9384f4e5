"""Frames without an object of the cue: agreed to talk, ruled out talking, called for calm, the claim that, the threat to."""

from dateline.knowledge.statements import Cue, word_list
from dateline.reading.desk import Word, stated_subject
from dateline.reading.statements.cues import PLAIN_OBJECTS
from dateline.reading.statements.extents import Hold, has_to, held, infinitive_of, opening_to, with_rest, with_terms
from dateline.reading.statements.makers import giver_of

__all__ = ["about", "carried", "gerund", "infinitive", "noun_clause", "noun_frames", "noun_infinitive", "received"]


def infinitive(cue: Word, rule: Cue) -> Hold | None:
    """Agreed to talk; refused to sign."""
    verb = infinitive_of(cue)
    if verb is None or any(cue.i < child.i < verb.i for child in cue.children(*PLAIN_OBJECTS)):
        return None
    if rule.kind == "demand" and any(child.lower in ("for", "on", "in") for child in cue.until(verb)):
        return None
    if rule.kind == "reject" and verb.lemma in word_list("not refused"):
        return None
    return with_terms(cue, with_rest(cue, held(verb, (), opening_to(verb))))


def gerund(cue: Word, rule: Cue) -> Hold | None:
    """Ruled out talking; denied planning an attack."""
    for child in cue.children("xcomp", "ccomp", "dobj", "pcomp"):
        if child.tag == "VBG" and child.i > cue.i:
            return held(child)
    return None


def about(cue: Word, rule: Cue) -> Hold | None:
    """Called for calm; called for Oslo to talk; warned of a war; objects to the plan."""
    if "for" in rule.about and (hold := for_to(cue)) is not None:
        return hold
    near = [cue.after] if cue.pos == "NOUN" and cue.after is not None else []
    for preposition in (*cue.children("prep", "prt", "agent", "aux"), *near, *idiomatic(cue, rule)):
        if preposition.lower not in rule.about or preposition.i < cue.i:
            continue
        for noun in preposition.children("pobj", "pcomp", "advcl", "ccomp"):
            if noun.ent in ("TIME", "DATE") and preposition.lower in ("for", "on", "over"):
                continue
            hold = held(noun)
            verb = infinitive_of(cue)
            if verb is not None and preposition.lower == "for" and verb.i > noun.i:
                return Hold(hold.first, held(verb).last, verb, (noun,))
            return hold
    return None


def for_to(cue: Word) -> Hold | None:
    """Called for Oslo to talk: who is to act is the subject of the infinitive."""
    for child in cue.children("advcl", "xcomp", "ccomp"):
        subject = stated_subject(child)
        if has_to(child) and subject is not None and child.left_edge.lower == "for" and child.i > cue.i:
            return held(child, (subject,), subject.left_edge)
    return None


def idiomatic(cue: Word, rule: Cue) -> list[Word]:
    """The prepositions of the word with which a verb makes one expression ("cast doubt on", "backed away from")."""
    known = {word.split()[-1] for word in rule.words if " " in word}
    nouns = [child for child in cue.children(*PLAIN_OBJECTS, "advmod", "prt") if child.lemma in known]
    return [preposition for noun in nouns for preposition in noun.children("prep")]


# ---- nouns -------------------------------------------------------------------------------------


def noun_frames(noun: Word, rule: Cue) -> Hold | None:
    """What completes a noun that reports, in the first frame that the rule takes."""
    if "clause" in rule.takes and (hold := noun_clause(noun, rule)) is not None:
        return hold
    if "infinitive" in rule.takes and (hold := noun_infinitive(noun, rule)) is not None:
        return hold
    return about(noun, rule) if rule.about and not rule.held else None


def noun_clause(cue: Word, rule: Cue) -> Hold | None:
    """The claim that the talks had failed; its message is that they had."""
    for child in cue.children("acl", "ccomp", "relcl"):
        if child.i > cue.i and child.left_edge.lower == "that" and not is_relative(child):
            return held(child)
    carrier = cue.head
    if cue.dep == "nsubj" and carrier.lemma == "be":
        for child in carrier.children("ccomp"):
            if child.i > carrier.i and child.left_edge.lower == "that":
                return held(child)
    if cue.dep in PLAIN_OBJECTS and carrier.lemma in word_list("light verbs"):
        for child in carrier.children("ccomp", "acl", "advcl"):
            opening = child.left_edge
            if opening.i > cue.i and opening.lower == "that" and opening.dep == "mark":
                return held(child)
    return None


def is_relative(verb: Word) -> bool:
    """Is the clause a relative one, its "that" standing for the noun?"""
    opening = verb.left_edge
    return opening.tag == "WDT" or opening.dep in ("nsubj", "dobj", "nsubjpass")


def noun_infinitive(cue: Word, rule: Cue) -> Hold | None:
    """The threat to leave."""
    for child in cue.children("acl", "relcl", "xcomp"):
        if child.i > cue.i and has_to(child):
            return held(child, (), opening_to(child))
    return None


def carried(cue: Word, rule: Cue) -> Hold | None:
    """Presented the same demands: the noun itself, where a verb carries it and nothing completes it."""
    carrier = cue.head
    if cue.dep not in PLAIN_OBJECTS or carrier.lemma not in word_list("light verbs") or carrier.lemma == "have":
        return None
    return held(cue) if cue.i > carrier.i and cue.any("det", "amod", "poss") else None


def received(cue: Word, rule: Cue) -> Hold | None:
    """The move drew condemnation from Oslo: what meets with it is the content."""
    carrier = cue.head
    if cue.dep == "pobj" and carrier.lower in ("with", "to"):
        carrier = carrier.head
    elif cue.dep not in PLAIN_OBJECTS:
        return None
    if carrier.lemma not in word_list("receiving verbs") or giver_of(cue) is None:
        return None
    subject = stated_subject(carrier)
    return held(subject) if subject is not None and subject.tag not in ("WDT", "WP") else None

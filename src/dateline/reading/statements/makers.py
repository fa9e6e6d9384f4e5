"""Makers: who says what a verb reports, and whose claim, fear or demand a noun or adjective is."""

from dateline.knowledge.statements import word_list
from dateline.reading.desk import Word, is_infinitive, is_negated, is_passive, stated_subject, subject, surface_subjects
from dateline.reading.statements.cues import PLAIN_OBJECTS

__all__ = ["adjective_subject", "can_speak", "doer", "giver_of", "holder_of", "maker_of"]

SIDES = ("GPE", "NORP", "ORG", "PERSON")


def can_speak(noun: Word) -> bool:
    """Is the word a name, a pronoun or a noun for somebody who says things?"""
    return noun.ent in SIDES or noun.pos in ("PROPN", "PRON") or noun.lemma in word_list("speakers")


def doer(verb: Word) -> Word | None:
    """Whoever says it: the verb's actor, or where that is a thing which a participle describes, whoever made the thing.

    "The ministry published a plan saying that …": the plan says nothing.
    """
    nearest = found = actor(verb)
    while found is not None and (above := making(verb, found)) is not None:
        verb, found = above, actor(above)
    return found if found is not None and can_speak(found) else nearest


def making(verb: Word, thing: Word) -> Word | None:
    """The verb above a thing that the other verb, a participle, describes; None where it describes nothing or a speaker."""
    first = verb
    while first.dep == "conj" and first.head.is_verb and not first.is_top:
        first = first.head
    if thing is not first.head or first.dep not in ("acl", "relcl") or can_speak(thing):
        return None
    return next((word for word in thing.ancestors() if word.pos == "VERB"), None)


def actor(verb: Word) -> Word | None:
    """Whoever really does it: no clause, and nobody where somebody is only asked to, or blamed for it."""
    found = subject(verb)
    while found is not None and found.is_verb:
        if verb.dep != "advcl" or not verb.head.is_verb or verb.is_top:
            return None
        verb = verb.head
        found = subject(verb)
    return found if found is not None and not is_only_asked(verb, found) else None


def is_only_asked(verb: Word, who: Word) -> bool:
    """Is whoever is to do it the object of another's words ("urged Oslo to condemn", "accused Oslo of condemning")?"""
    if who.dep == "nsubj" and who.head is verb:
        return is_infinitive(verb)
    if who.dep not in ("dobj", "dative", "pobj") or is_passive(verb) or who.i > verb.i:
        return False
    return is_infinitive(verb) or (verb.tag == "VBG" and verb.dep == "pcomp")


def adjective_subject(word: Word) -> Word | None:
    """Who is worried, ready or opposed: the subject of the verb that carries the adjective, or of the clause it opens."""
    if word.dep in ("amod", "acl", "relcl"):
        return word.head
    own = word.pos == "VERB" and stated_subject(word) is not None
    carrier = word if own else word.head
    if not own and (word.is_top or not carrier.is_verb):
        return None
    who = next(iter(surface_subjects(carrier)), None)
    return who if who is not None and not is_only_asked(carrier, who) else None


def holder_of(noun: Word) -> tuple[Word | None, bool]:
    """Who is the critic or supporter that a noun names: whoever it describes."""
    above = noun.head
    if noun.dep == "appos":
        return above, False
    if noun.dep == "attr" and above.lemma in ("be", "become", "remain"):
        return actor(above), is_negated(above)
    if noun.dep == "pobj" and above.lower == "as" and (above.head.is_verb or above.head.pos in ("NOUN", "PROPN")):
        carrier = above.head
        return (actor(carrier) if carrier.is_verb else carrier), False
    return None, False


def giver_of(noun: Word) -> Word | None:
    """From whom a criticism or support comes that somebody meets with ("drew condemnation from Oslo")."""
    for carrier in (noun, noun.head):
        for child in carrier.children("prep", "agent"):
            if child.lower in ("from", "by", "among") and child.i > noun.i:
                return child.child("pobj")
    return None


def maker_of(noun: Word) -> tuple[Word | None, bool]:
    """Whose claim, demand or fear a noun is, and whether the verb that carries it is negated."""
    above = noun.head
    carries = above.pos == "VERB" and above.lemma in word_list("light verbs")
    owner = noun.child("poss")
    if owner is not None:
        carried = carries and noun.dep in PLAIN_OBJECTS and owner.tag == "PRP$"
        who = actor(above) if carried else None
        return (who, is_negated(above)) if who is not None else (owner, False)
    for child in noun.children("prep"):
        if child.lower in ("by", "from") and (owner := child.child("pobj")) is not None:
            return owner, False
    if carries and noun.dep in (*PLAIN_OBJECTS, "conj"):
        return actor(above), is_negated(above)
    for child in noun.children("compound", "amod", "nmod"):
        if child.ent in SIDES and child.pos in ("PROPN", "ADJ"):
            return child, False
    return maker_around(noun)


def maker_around(noun: Word) -> tuple[Word | None, bool]:
    """Who acts where the noun tells how ("in a call for", "with an assertion that", "came out in support of")."""
    verb = verb_around(noun)
    bare = not any(child.lower in ("the", "no", "any", "that", "this") for child in noun.children("det"))
    return (actor(verb), is_negated(verb)) if verb is not None and bare else (None, False)


def verb_around(noun: Word) -> Word | None:
    """The verb that a noun completes as its object or behind a preposition, unless it is one that only receives."""
    above, carrier = noun.head, noun.head.head
    if noun.dep in PLAIN_OBJECTS:
        return above if above.pos == "VERB" and above.lemma not in word_list("receiving verbs") else None
    if noun.dep != "pobj" or not carrier.is_verb:
        return None
    if above.dep == "prep" and above.lower in ("in", "with", "by"):
        return carrier
    if carrier.pos == "VERB" and above.lower in ("to", "into", "on", "about", "with"):
        return carrier if carrier.lemma not in word_list("receiving verbs") else None
    return None

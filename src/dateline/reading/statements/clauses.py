"""Clauses: where the clause that a word reports stands, also where the parser hung it elsewhere."""

from dateline.knowledge.statements import Cue, word_list
from dateline.reading.desk import Word, is_passive
from dateline.reading.statements.cues import PLAIN_OBJECTS, known, phrase_end
from dateline.reading.statements.extents import Hold, has_to, held, is_finite, with_rest

__all__ = ["clause", "is_that"]

QUESTIONS = ("whether", "how", "why")
PLACES = ("in", "at", "during", "to", "on", "after")
REACH, NEAR = 16, 12


def clause(cue: Word, rule: Cue) -> Hold | None:
    """Said (that) the talks had failed; asked whether they had; told reporters they had."""
    hearers = hearers_of(cue)
    end = phrase_end(cue)
    if end is not None:
        opening = end.after
        return held(opening.head, (), opening) if opening is not None and is_that(opening) else None
    return (
        clause_beneath(cue, hearers)
        or clause_of_hearer(hearers, deep=rule.target == "object" and rule.kind is None)
        or clause_of_adjunct(cue, hearers)
        or that_clause_after(cue, hearers)
        or (that_clause_later(cue, hearers) if rule.kind is None else None)
    )


def hearers_of(cue: Word) -> tuple[Word, ...]:
    """To whom it is said: the objects behind the cue, of a passive its subject."""
    if is_passive(cue):
        return tuple(cue.children("nsubjpass"))
    return tuple(child for child in cue.children(*PLAIN_OBJECTS, "dative") if child.i > cue.i)


def clause_beneath(cue: Word, hearers: tuple[Word, ...]) -> Hold | None:
    """A clause that hangs on the cue itself: as its complement, opened by a question word, or under a participle."""
    for child in cue.children("ccomp"):
        if child.i > cue.i and not only_predicate(child):
            start = cue.after if child.left_edge.i < cue.i else None
            return with_noun(with_rest(cue, held(child, hearers, start)))
    for child in cue.children("advcl", "dep", "acl", "relcl", "xcomp"):
        opening = child.left_edge
        if child.i > cue.i and opening.lower in ("that", *QUESTIONS) and opening.i - cue.i <= NEAR:
            return held(child, hearers)
    for child in cue.children("xcomp"):
        if child.tag == "VBG" and child.i > cue.i and any(is_finite(item) for item in child.children("ccomp")):
            return held(child, hearers)
    return None


def is_that(word: Word) -> bool:
    """Is it the conjunction "that"?"""
    return word.lower == "that" and word.tag == "IN"


def with_noun(hold: Hold) -> Hold:
    """The content with the noun that it completes ("demands guarantees that …"), which the parser took for a hearer."""
    noun = hold.objects[0] if hold.objects else None
    if noun is not None and noun.pos == "NOUN" and noun.i < hold.first.i and known(noun, "noun"):
        return Hold(noun.left_edge, hold.last, hold.head, hold.objects[1:])
    return hold


def clause_of_hearer(hearers: tuple[Word, ...], *, deep: bool) -> Hold | None:
    """A clause which the parser hung on the hearer ("told the crowd in Perth that …"); `deep`: or on a word beneath."""
    if not hearers or known(hearers[0], "noun"):
        return None
    for carrier in hearers[0].subtree() if deep else hearers:
        for child in carrier.children("acl", "relcl", "ccomp"):
            opening = child.left_edge
            if is_that(opening) or (deep and opening.lower in QUESTIONS):
                return held(child, hearers)
    return None


def clause_of_adjunct(cue: Word, hearers: tuple[Word, ...]) -> Hold | None:
    """A that-clause which the parser hung on an adjunct ("said in a statement that …")."""
    for carrier in cue.children("prep", "npadvmod", "dobj", "agent"):
        if carrier.dep == "dobj" and known(carrier, "noun"):
            continue
        if carrier.i < cue.i or (carrier.dep == "prep" and carrier.lower not in PLACES):
            continue
        for word in carrier.subtree():
            if word.pos == "NOUN" and word.lemma not in word_list("adjunct nouns") and word.ent != "DATE":
                continue
            for child in word.children("acl", "ccomp", "relcl"):
                opening = child.left_edge
                if is_that(opening) and opening.dep == "mark" and child.i > cue.i:
                    return with_rest(cue, held(child, hearers))
    return None


def that_clause_after(cue: Word, hearers: tuple[Word, ...]) -> Hold | None:
    """A that-clause right after the cue, which the parser hung elsewhere: the rest of the sentence."""
    opening = cue.after
    first = opening.after if opening is not None and is_that(opening) else None
    if first is None:
        return None
    last = first
    while last.after is not None:
        last = last.after
    while last.before is not None and last.i > first.i and last.is_mark and not last.is_quote:
        last = last.before
    return Hold(first, last, first, hearers)


def that_clause_later(cue: Word, hearers: tuple[Word, ...]) -> Hold | None:
    """A that-clause further on, which the parser hung elsewhere, with no other verb between."""
    word = cue.after
    while word is not None and word.i < cue.i + REACH:
        if is_that(word) and (word.dep == "mark" or (word.after is not None and word.after.tag == "PRP")):
            return held(word.head, hearers, word) if word.head.i > word.i else None
        if word.is_verb or word.text in (":", ";", ",") or word.is_quote or (word.pos == "NOUN" and known(word, "noun")):
            return None
        word = word.after
    return None


def only_predicate(verb: Word) -> bool:
    """Is it no clause but an infinitive or a small clause ("called it a sham")?"""
    if has_to(verb) and not any(item.tag == "MD" for item in verb.children("aux")):
        return verb.left_edge.lower not in ("whether", "how", "when", "where", "what", "that")
    return False

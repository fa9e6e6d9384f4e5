"""Makers: whose claim, fear or demand a noun or adjective reports."""

from spacy.tokens import Token

from dateline.knowledge.statements import words
from dateline.reading.statements.clauses import PLAIN_OBJECTS
from dateline.reading.statements.grammar import Grammar

__all__ = ["MAKING", "adjective_subject", "giver_of", "who_of"]

MAKING = "light verbs"


def adjective_subject(grammar: Grammar, token: Token) -> Token | None:
    """Who is worried, ready or opposed: the subject of the verb that carries the adjective, or of the clause it opens."""
    if token.dep_ in ("amod",):
        return grammar.head(token)
    if token.dep_ in ("acl", "relcl"):
        return grammar.head(token)
    if token.pos_ == "VERB" and (own := grammar.own_subject(token)):
        return grammar.antecedent(own, token)
    above = grammar.head(token)
    if above == token or above.pos_ not in ("VERB", "AUX"):
        return None
    passive = next(iter(grammar.children(above, "nsubjpass")), None)
    return passive or grammar.subject(above)


def who_of(grammar: Grammar, noun: Token, frame: str) -> tuple[Token | None, bool]:
    """Whose the noun is in this frame, and whether what carries it is negated."""
    if frame == "held":
        return holder_of(grammar, noun)
    if frame == "received":
        return giver_of(grammar, noun), grammar.is_negated(grammar.head(noun))
    return maker_of(grammar, noun)


def holder_of(grammar: Grammar, noun: Token) -> tuple[Token | None, bool]:
    """Who is the critic or supporter that a noun names: whoever it describes."""
    above = grammar.head(noun)
    if noun.dep_ == "appos":
        return above, False
    if noun.dep_ == "attr" and above.lemma_ in ("be", "become", "remain"):
        return grammar.subject(above), grammar.is_negated(above)
    if noun.dep_ == "pobj" and above.lower_ == "as" and grammar.head(above).pos_ in ("VERB", "AUX", "NOUN", "PROPN"):
        carrier = grammar.head(above)
        return (carrier if carrier.pos_ in ("NOUN", "PROPN") else grammar.subject(carrier)), False
    return None, False


def giver_of(grammar: Grammar, noun: Token) -> Token | None:
    """From whom a criticism or support comes that somebody meets with ("drew condemnation from Oslo")."""
    for carrier in (noun, grammar.head(noun)):
        for child in grammar.children(carrier, "prep", "agent"):
            if child.lower_ in ("from", "by", "among") and child.i > noun.i:
                return next(iter(grammar.children(child, "pobj")), None)
    return None


def maker_of(grammar: Grammar, noun: Token) -> tuple[Token | None, bool]:
    """Whose claim, demand or fear a noun is, and whether the verb that carries it is negated."""
    above = grammar.head(noun)
    carried_by = above if noun.dep_ in PLAIN_OBJECTS and above.lemma_.lower() in words(MAKING) else None
    for child in grammar.children(noun, "poss"):
        if child.tag_ == "PRP$" and carried_by is not None and (owner := grammar.subject(carried_by)) is not None:
            return owner, grammar.is_negated(carried_by)
        return child, False
    for child in grammar.children(noun, "prep"):
        if child.lower_ in ("by", "from"):
            for owner in grammar.children(child, "pobj"):
                return owner, False
    carrier = grammar.head(noun)
    if noun.dep_ in (*PLAIN_OBJECTS, "conj") and carrier.pos_ == "VERB" and carrier.lemma_.lower() in words(MAKING):
        return grammar.subject(carrier), grammar.is_negated(carrier)
    for child in grammar.children(noun, "compound", "amod", "nmod"):
        if child.ent_type_ in ("GPE", "NORP", "ORG", "PERSON") and child.pos_ in ("PROPN", "ADJ"):
            return child, False
    return maker_around(grammar, noun)


def maker_around(grammar: Grammar, noun: Token) -> tuple[Token | None, bool]:
    """Who acts where the noun tells how ("in a call for", "with an assertion that", "came out in support of")."""
    above = grammar.head(noun)
    carrier = grammar.head(above)
    bare = not any(child.lower_ in ("the", "no", "any", "that", "this") for child in grammar.children(noun, "det"))
    if (
        noun.dep_ == "pobj"
        and above.dep_ == "prep"
        and above.lower_ in ("in", "with", "by")
        and carrier.pos_ in ("VERB", "AUX")
        and bare
    ):
        return grammar.subject(carrier), grammar.is_negated(carrier)
    if bare and noun.dep_ in PLAIN_OBJECTS and above.pos_ == "VERB" and above.lemma_.lower() not in words("receiving verbs"):
        return grammar.subject(above), grammar.is_negated(above)
    if bare and noun.dep_ == "pobj" and carrier.pos_ == "VERB" and above.lower_ in ("to", "into", "on", "about", "with"):
        verb = next((item for item in (carrier, *grammar.ancestors(carrier)) if item.pos_ in ("VERB", "AUX")), None)
        if verb is not None and verb.lemma_.lower() not in words("receiving verbs"):
            return grammar.subject(verb), grammar.is_negated(verb)
    return None, False

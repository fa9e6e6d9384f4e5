"""Clauses: where the clause that a word reports stands, also where the parser hung it elsewhere."""

from spacy.tokens import Token

from dateline.knowledge.statements import Cue, cues_by_word, words
from dateline.reading.statements.extents import Hold, has_to, held, is_finite, with_rest
from dateline.reading.statements.grammar import Grammar

__all__ = ["PLAIN_OBJECTS", "clause"]

CLAUSES = ("ccomp",)
PLAIN_OBJECTS = ("dobj", "obj")


def clause(grammar: Grammar, cue: Token, rule: Cue) -> Hold | None:
    """Said (that) the talks had failed; asked whether they had; told reporters they had."""
    hearers = tuple(child for child in grammar.children(cue, *PLAIN_OBJECTS, "dative") if child.i > cue.i)
    if grammar.is_passive(cue):
        hearers = tuple(grammar.children(cue, "nsubjpass"))
    for child in grammar.children(cue, *CLAUSES):
        if child.i > cue.i and not only_predicate(grammar, child):
            start = cue.nbor(1) if grammar.subtree(child)[0].i < cue.i else None
            return with_noun(grammar, with_rest(grammar, cue, held(grammar, child, hearers, start)))
    for child in grammar.children(cue, "advcl", "dep", "acl", "relcl", "xcomp"):
        opening = grammar.subtree(child)[0]
        if child.i > cue.i and opening.lower_ in QUESTIONS and opening.i - cue.i <= 12:
            return held(grammar, child, hearers)
    for child in grammar.children(cue, "xcomp"):
        if (
            child.tag_ == "VBG"
            and child.i > cue.i
            and any(is_finite(grammar, item) for item in grammar.children(child, *CLAUSES))
        ):
            return held(grammar, child, hearers)
    told = clause_of_hearer(grammar, hearers, deep=rule.target == "object" and rule.kind is None)
    return (
        told
        or clause_of_adjunct(grammar, cue, hearers)
        or that_clause_after(grammar, cue, hearers)
        or (that_clause_later(grammar, cue, hearers) if rule.kind is None else None)
    )


QUESTIONS = ("that", "whether", "how", "why")


def with_noun(grammar: Grammar, hold: Hold) -> Hold:
    """The content with the noun that it completes ("demands guarantees that …"), which the parser took for a hearer."""
    noun = hold.objects[0] if hold.objects else None
    if noun is not None and noun.pos_ == "NOUN" and noun.i < hold.first.i and cues_by_word().get(("noun", noun.lemma_.lower())):
        return Hold(grammar.subtree(noun)[0], hold.last, hold.head, hold.objects[1:])
    return hold


def clause_of_hearer(grammar: Grammar, hearers: tuple[Token, ...], deep: bool) -> Hold | None:
    """A clause which the parser hung on the hearer ("told the crowd in Perth that …"); `deep`: or on a word beneath."""
    if not hearers or cues_by_word().get(("noun", hearers[0].lemma_.lower())):
        return None
    for carrier in grammar.subtree(hearers[0]) if deep else hearers:
        for child in grammar.children(carrier, "acl", "relcl", "ccomp"):
            opening = grammar.subtree(child)[0]
            if (opening.lower_ == "that" and opening.tag_ == "IN") or (deep and opening.lower_ in QUESTIONS[1:]):
                return held(grammar, child, hearers)
    return None


def clause_of_adjunct(grammar: Grammar, cue: Token, hearers: tuple[Token, ...]) -> Hold | None:
    """A that-clause which the parser hung on an adjunct ("said in a statement that …")."""
    for carrier in grammar.children(cue, "prep", "npadvmod", "dobj", "agent"):
        if carrier.dep_ == "dobj" and cues_by_word().get(("noun", carrier.lemma_.lower())):
            continue
        if carrier.i < cue.i or (carrier.dep_ == "prep" and carrier.lower_ not in ("in", "at", "during", "to", "on", "after")):
            continue
        for token in grammar.subtree(carrier):
            if token.pos_ == "NOUN" and token.lemma_.lower() not in words("adjunct nouns") and token.ent_type_ != "DATE":
                continue
            for child in grammar.children(token, "acl", "ccomp", "relcl"):
                opening = grammar.subtree(child)[0]
                if opening.lower_ == "that" and opening.tag_ == "IN" and opening.dep_ == "mark" and child.i > cue.i:
                    return with_rest(grammar, cue, held(grammar, child, hearers))
    return None


def that_clause_after(grammar: Grammar, cue: Token, hearers: tuple[Token, ...]) -> Hold | None:
    """A that-clause right after the cue, which the parser hung elsewhere."""
    end = grammar.sentence.tokens.end
    if cue.i + 2 < end and cue.nbor(1).lower_ == "that" and cue.nbor(1).tag_ == "IN":
        last = cue.doc[end - 1]
        while last.is_punct and last.i > cue.i + 2 and not last.is_quote:
            last = last.nbor(-1)
        return Hold(cue.nbor(2), last, cue.nbor(2), hearers)
    return None


REACH = 16


def that_clause_later(grammar: Grammar, cue: Token, hearers: tuple[Token, ...]) -> Hold | None:
    """A that-clause further on, which the parser hung elsewhere, with no other verb between."""
    for token in cue.doc[cue.i + 1 : min(cue.i + REACH, grammar.sentence.tokens.end)]:
        if token.lower_ == "that" and token.tag_ == "IN" and (token.dep_ == "mark" or token.nbor(1).tag_ == "PRP"):
            head = grammar.head(token)
            return held(grammar, head, hearers, token) if head.i > token.i else None
        if token.pos_ in ("VERB", "AUX") or token.text in (":", ";", ",") or token.is_quote:
            return None
        if token.pos_ == "NOUN" and cues_by_word().get(("noun", token.lemma_.lower())):
            return None
    return None


def only_predicate(grammar: Grammar, child: Token) -> bool:
    """Is it no clause but an infinitive or a small clause ("called it a sham")?"""
    if has_to(grammar, child) and not any(item.tag_ == "MD" for item in grammar.children(child, "aux")):
        opening = next(iter(grammar.subtree(child)))
        return opening.lower_ not in ("whether", "how", "when", "where", "what", "that")
    return False

"""Headlines in the body: every word is capitalised, so that the parser takes the word that reports for a name."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from dateline.knowledge.statements import Cue, cues_by_word
from dateline.reading.statements.extents import Hold
from dateline.reading.statements.frames import Match
from dateline.reading.statements.grammar import Grammar, lemma_of

__all__ = ["headlines"]

LONGEST, SHORTEST = 22, 4
CAPITALISED = 0.85
SPOKEN = ("clause", "quotation", "object", "object predicate")


def headlines(grammar: Grammar) -> Iterator[Match]:
    """What a headline says that somebody says ("Peru Endorses Plan"), where the parser saw no verb up to that word."""
    tokens = [token for token in grammar.sentence.tokens if not token.is_space]
    if not is_headline(tokens):
        return
    for before, token in pairwise(tokens[:-1]):
        if token.pos_ in ("VERB", "AUX"):
            return
        if before.pos_ not in ("PROPN", "NOUN") or token.pos_ not in ("PROPN", "NOUN"):
            continue
        lemma = lemma_of(token, lambda word: ("verb", word) in cues_by_word())
        if not inflected(token, lemma, before):
            continue
        for rule in cues_by_word().get(("verb", lemma), ()):
            hold = after(token, tokens[-1], rule)
            if hold is not None:
                yield Match(rule, token, token, token, hold, before, "object")
                return


def is_headline(tokens: list[Token]) -> bool:
    """Do nearly all longer words open with a capital?"""
    long = [token for token in tokens if token.is_alpha and len(token) > 3]
    if not SHORTEST <= len(tokens) <= LONGEST or len(long) < SHORTEST - 1:
        return False
    return sum(token.text[0].isupper() for token in long) >= CAPITALISED * len(long)


def inflected(token: Token, lemma: str, before: Token) -> bool:
    """Has the word a verb's ending for its subject ("Peru Endorses", "Envoys Endorse", "Peru Endorsed")?"""
    if token.lower_ == lemma:
        return before.tag_ in ("NNS", "NNPS")
    return token.lower_.endswith("ed") or (token.lower_.endswith("s") and not before.lower_.endswith("s"))


def after(token: Token, last: Token, rule: Cue) -> Hold | None:
    """The rest of the headline, as far as the rule takes it."""
    first = token.nbor(1)
    if first.lower_ in rule.about and first.i < last.i:
        first = first.nbor(1)
    elif not takes_rest(first, rule):
        return None
    while last.is_punct and not last.is_quote and last.i > first.i:
        last = last.nbor(-1)
    return Hold(first, last, first)


def takes_rest(first: Token, rule: Cue) -> bool:
    """May what follows the word be its content?"""
    if first.lower_ == "to":
        return "infinitive" in rule.takes
    return any(form in rule.takes for form in SPOKEN) and first.pos_ != "ADP" and not first.is_punct

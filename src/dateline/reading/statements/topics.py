"""Topics: what a statement is about, in a few words of the text."""

from spacy.tokens import Token

from dateline.model.evidence import Evidence, Sourced
from dateline.reading.statements.grammar import Grammar

__all__ = ["topic_of"]

LONGEST = 8
LIGHT = (
    "way",
    "thing",
    "part",
    "lot",
    "time",
    "day",
    "week",
    "month",
    "year",
    "number",
    "kind",
    "sort",
    "basis",
    "place",
    "side",
)
TRAIL = ("relcl", "acl", "appos", "cc", "conj", "punct", "advcl", "ccomp")


def topic_of(grammar: Grammar, head: Token | None, main: Token | None) -> Sourced[str] | None:
    """The noun phrase that names the issue: the content's own head, or what its main verb is about."""
    for noun, rule in candidates(grammar, head, main):
        tokens = phrase(grammar, noun)
        if noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() not in LIGHT and 2 <= len(tokens) <= LONGEST:
            span = grammar.sentence.span(tokens[0], tokens[-1])
            return Sourced(" ".join(span.quote.split()), (Evidence(span, rule),))
    return None


def candidates(grammar: Grammar, head: Token | None, main: Token | None) -> list[tuple[Token, str]]:
    """Nouns that may name the issue, the likeliest first."""
    found = [(head, "the head of the content")] if head is not None and head.pos_ in ("NOUN", "PROPN") else []
    verbs = [main] if main is not None else []
    verbs += [child for verb in verbs for child in grammar.children(verb, "xcomp")]
    for verb in verbs:
        found += [(noun, "the object of the content's verb") for noun in grammar.children(verb, "dobj", "attr", "nsubjpass")]
    for verb in verbs:
        for preposition in grammar.children(verb, "prep"):
            found += [(noun, "what the content's verb is about") for noun in grammar.children(preposition, "pobj")]
    found += [(noun, "the subject of the content's verb") for verb in verbs for noun in grammar.children(verb, "nsubj")]
    return [(noun, rule) for noun, rule in found if noun.ent_type_ not in ("DATE", "TIME", "PERSON", "CARDINAL", "MONEY")]


def phrase(grammar: Grammar, noun: Token) -> list[Token]:
    """The noun with what describes it, without article and clauses."""
    barred = {item.i for child in grammar.children(noun, *TRAIL) for item in grammar.subtree(child) if child.i > noun.i}
    tokens = [token for token in grammar.subtree(noun) if token.i not in barred]
    while len(tokens) > 1 and (tokens[0].dep_ == "det" or tokens[0].is_punct or tokens[0].tag_ == "PRP$"):
        tokens = tokens[1:]
    whole = tokens[-1].i - tokens[0].i + 1 == len(tokens)
    return tokens if whole else [noun]

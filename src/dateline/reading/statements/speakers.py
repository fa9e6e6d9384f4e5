"""Who speaks, and to or about whom: the words of speaker and hearer resolved to parties."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.statements import Cue, words
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import When
from dateline.reading.desk import Findings, Sentence
from dateline.reading.statements.grammar import Grammar

__all__ = ["AUTHOR", "Speaker", "is_speaker", "nobody", "others", "said_when", "source_span", "speakers"]

PERSONS = ("he", "she", "they", "who", "him", "her", "them", "his", "their")
AUTHOR, UNNAMED = "author", "unnamed"
PROPER = ("PERSON", "ORG", "GPE", "NORP")


@dataclass(frozen=True)
class Speaker:
    """A party as a text names it: its id, the side it speaks for, and the evidence; `known` if the cast knows it."""

    id: str
    side: str | None
    evidence: Evidence
    known: bool = True
    relays: bool = False


def speakers(findings: Findings, grammar: Grammar, token: Token, rule: Cue) -> tuple[Speaker, ...]:
    """Whoever the noun phrase stands for; its own words where the cast does not know it, nobody if it cannot speak."""
    sentence = grammar.sentence
    if any(item.lower_ in ("correspondent", "our", "nobody", "none", "no") for item in (token, *token.lefts)):
        return ()
    actors = findings.cast.actors(sentence, token) if findings.cast is not None else ()
    found = []
    for actor in actors:
        if actor.party.kind == "other":
            continue
        relays = actor.party.kind in ("unnamed", "organ") or ":" in actor.party.id
        found.append(Speaker(actor.party.id, actor.side or actor.party.of, actor.evidence, True, relays))
    if found:
        return tuple({item.id: item for item in found}.values())
    if token.lower_ in ("i", "we"):
        return (Speaker(AUTHOR, None, sentence.evidence("the author speaks", token), False),)
    if not is_speaker(token, rule):
        return ()
    name = phrase(grammar, token)
    return (Speaker(name, None, sentence.evidence("a noun phrase names itself", token), False),)


def nobody(grammar: Grammar, verb: Token) -> tuple[Speaker, ...]:
    """The speaker whom the words leave out ("was asked whether")."""
    return (Speaker(UNNAMED, None, grammar.sentence.evidence("nobody is named as the speaker", verb), False),)


def is_speaker(token: Token, rule: Cue) -> bool:
    """Can the word stand for somebody who says something?"""
    lower, lemma = token.lower_, token.lemma_.lower()
    if any(item.lower_ in ("our", "correspondent") for item in (token, *token.lefts)):
        return False
    if lower in ("we", "you", "me", "us", "my", "our", "your", "i"):
        return False
    if lower in PERSONS or token.ent_type_ in PROPER or lemma in words("speakers"):
        return True
    if lower in words("no speakers"):
        return lower == "it" and rule.anyone
    if rule.part == "phrase" and token.pos_ == "NOUN" and token.ent_type_ not in ("DATE", "TIME"):
        return any(child.dep_ in ("det", "poss", "amod", "compound") for child in token.children)
    if token.pos_ == "PROPN" or (
        token.tag_ in ("NN", "NNS") and lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ant"))
    ):
        return True
    common = token.tag_ in ("NN", "NNS") and token.dep_ in ("nsubj", "poss") and lemma not in words("no speakers")
    return rule.anyone or (common and rule.part == "verb")


def phrase(grammar: Grammar, token: Token) -> str:
    """The head word with what describes it before, without articles: "senior diplomatic source"."""
    kept = [token]
    for child in grammar.children(token, "compound", "amod", "nmod", "poss", "nummod"):
        if child.i < token.i:
            kept += [item for item in grammar.subtree(child) if item.dep_ not in ("det", "case")]
    return " ".join(item.text for item in sorted(kept, key=lambda each: each.i))


def source_span(grammar: Grammar, token: Token, relative: Token | None = None) -> Span:
    """The words that name the speaker: the noun phrase up to its first comma, or through the pronoun that stands for it."""
    nearby = [item for item in grammar.subtree(token) if not item.is_space]
    first = last = token
    allowed = {item.i for item in nearby}
    barred = {
        item.i
        for child in grammar.children(token, "relcl", "acl", "appos", "ccomp", "advcl")
        for item in grammar.subtree(child)
    }
    while first.i - 1 in allowed and not first.nbor(-1).is_quote:
        first = first.nbor(-1)
    while last.i + 1 in allowed and last.i + 1 not in barred and not last.nbor(1).is_punct:
        last = last.nbor(1)
    if last.dep_ == "case" and last.i > token.i:
        last = last.nbor(-1)
    while first.i < token.i and (first.is_punct or first.dep_ == "cc"):
        first = first.nbor(1)
    if relative is not None and 0 < relative.i - last.i <= 12 and relative.i < grammar.sentence.tokens.end:
        last = relative
    return grammar.sentence.span(first, last)


def others(findings: Findings, sentence: Sentence, span: Span, sides: set[str]) -> list[Speaker]:
    """The parties named in the span that are not of these sides."""
    if findings.cast is None:
        return []
    found = []
    for actor in findings.cast.within(sentence, span):
        side = actor.side or actor.party.of or actor.party.id
        if side not in sides and actor.party.id not in sides and actor.party.kind != "other":
            found.append(Speaker(actor.party.id, side, actor.evidence))
    return found


def said_when(findings: Findings, grammar: Grammar, verb: Token) -> Sourced[When] | None:
    """The day on which it was said, where a time hangs on the verb ("said on Tuesday")."""
    sentence = grammar.sentence
    for child in grammar.children(verb, "npadvmod", "prep", "tmod", "advmod"):
        tokens = grammar.subtree(child)
        if len(tokens) > 6:
            continue
        span = sentence.span(tokens[0], tokens[-1])
        for time in findings.times:
            if time.type in ("DATE", "TIME") and time.earliest and time.latest and span.overlaps(time.span):
                when = When(time.earliest, time.latest, None if time.earliest == time.latest else "within")
                return Sourced(when, (Evidence(time.span, "a time beside the cue", time.evidence),))
    return None

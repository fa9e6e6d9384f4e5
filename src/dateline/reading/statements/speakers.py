"""Who speaks, and to or about whom: the words of speaker and hearer resolved to parties."""

from dataclasses import dataclass

from dateline.knowledge.rules import rule
from dateline.knowledge.statements import Cue, word_list
from dateline.model.evidence import Evidence, Span
from dateline.model.party import How
from dateline.reading.desk import Findings, Sentence, Word

__all__ = [
    "AUTHOR",
    "Speaker",
    "author",
    "is_speaker",
    "nobody",
    "others",
    "phrase",
    "source_span",
    "speakers",
]

AUTHOR, UNNAMED = "author", "unnamed"
PROPER = ("PERSON", "ORG", "GPE", "NORP")
FARTHEST_RELATIVE = 12
"""How many words behind the speaker the pronoun may stand through which he is the subject."""


@dataclass(frozen=True)
class Speaker:
    """A party as a text names it: its id, the side it speaks for, and the evidence; `known` if the cast knows it, `named` if it
    is a person by his name; `how` says by which words it is meant."""

    id: str
    side: str | None
    evidence: Evidence
    known: bool = True
    relays: bool = False
    named: bool = False
    how: How | None = None


def speakers(findings: Findings, sentence: Sentence, word: Word, cue: Cue) -> tuple[Speaker, ...]:
    """Whoever the noun phrase stands for; its own words where the cast does not know it, nobody if it cannot speak."""
    if is_barred(word):
        return ()
    actors = findings.cast.actors(sentence, word) if findings.cast is not None else ()
    found: dict[str, Speaker] = {}
    for actor in actors:
        if actor.party.kind != "other":
            relays = actor.party.kind in ("unnamed", "organ") or ":" in actor.party.id
            side = actor.side or actor.party.of
            found[actor.party.id] = Speaker(actor.party.id, side, actor.evidence, relays=relays, how=actor.how)
    if found:
        return tuple(found.values())
    if word.lower in ("i", "we"):
        return author(sentence, word)
    if not is_speaker(word, cue):
        return ()
    return (Speaker(phrase(word), None, sentence.evidence(rule("statements", "own words"), word), False),)


def author(sentence: Sentence, word: Word | None = None) -> tuple[Speaker, ...]:
    """Whoever writes, or goes on speaking, in the first person or without a word for it."""
    return (Speaker(AUTHOR, None, sentence.evidence(rule("statements", "author"), word or sentence.words[0]), False),)


def nobody(sentence: Sentence, verb: Word) -> tuple[Speaker, ...]:
    """The speaker whom the words leave out ("was asked whether")."""
    return (Speaker(UNNAMED, None, sentence.evidence(rule("statements", "nobody named"), verb), False),)


def is_barred(word: Word) -> bool:
    """Is it nobody, or somebody of the outlet itself ("our correspondent")?"""
    before = [child for child in word.below if child.i < word.i]
    return any(item.lower in word_list("not heard") for item in (word, *before))


def is_speaker(word: Word, cue: Cue) -> bool:
    """Can the word stand for somebody who says something?"""
    if word.lower in word_list("present"):
        return False
    if word.lower in word_list("third persons") or word.ent in PROPER or word.lemma in word_list("speakers"):
        return True
    if word.lower in word_list("no speakers"):
        return word.lower == "it" and cue.anyone
    if cue.part == "phrase" and word.pos == "NOUN" and word.ent not in ("DATE", "TIME"):
        return word.any("det", "poss", "amod", "compound")
    if word.pos == "PROPN" or (word.tag in ("NN", "NNS") and word.lemma.endswith(tuple(word_list("endings of speakers")))):
        return True
    common = word.tag in ("NN", "NNS") and word.dep in ("nsubj", "poss") and word.lemma not in word_list("no speakers")
    return cue.anyone or (common and cue.part == "verb")


def phrase(word: Word) -> str:
    """The head word with what describes it before, without articles: "senior diplomatic source"."""
    kept = [word]
    for child in word.children("compound", "amod", "nmod", "poss", "nummod"):
        if child.i < word.i:
            kept += [item for item in child.subtree() if item.dep not in ("det", "case")]
    return " ".join(item.text for item in sorted(kept, key=lambda each: each.i))


def source_span(sentence: Sentence, word: Word, relative: Word | None = None) -> Span:
    """The words that name the speaker: the noun phrase up to its first comma, or through the pronoun that stands for it."""
    allowed = {item.i for item in word.subtree() if not item.is_blank}
    barred = {item.i for child in word.children("relcl", "acl", "appos", "ccomp", "advcl") for item in child.subtree()}
    first = last = word
    while (before := first.before) is not None and before.i in allowed and not before.is_quote:
        first = before
    while (after := last.after) is not None and after.i in allowed - barred and not after.is_mark:
        last = after
    if last.dep == "case" and last.i > word.i and last.before is not None:
        last = last.before
    while first.i < word.i and (first.is_mark or first.dep == "cc") and first.after is not None:
        first = first.after
    if relative is not None and 0 < relative.i - last.i <= FARTHEST_RELATIVE:
        last = relative
    return sentence.span(first, last)


def others(findings: Findings, sentence: Sentence, span: Span, sides: set[str]) -> list[Speaker]:
    """The parties named in the span that are not of these sides."""
    if findings.cast is None:
        return []
    found = []
    for actor in findings.cast.within(sentence, span):
        side = actor.side or actor.party.of or actor.party.id
        if side not in sides and actor.party.id not in sides and actor.party.kind != "other":
            named = actor.party.kind == "person" and actor.how == "name"
            found.append(Speaker(actor.party.id, side, actor.evidence, named=named))
    return found

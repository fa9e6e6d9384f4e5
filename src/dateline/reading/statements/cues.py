"""Cues: which words report, by which rules, and where the cue of a statement begins and ends."""

from collections.abc import Callable

from dateline.knowledge.statements import Cue, Part, cues_by_word, word_list
from dateline.reading.desk import Word

__all__ = ["PLAIN_OBJECTS", "cue_words", "known", "lemma_of", "part_of", "phrase_end", "rules_of"]

PARTS: dict[str, Part] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
PLAIN_OBJECTS = ("dobj", "obj")
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"))
NEAR_PARTICLE, NEAR_OBJECT = 3, 4
"""How far from its verb a particle or an object stands with which it makes one expression."""


def known(word: Word, part: Part) -> tuple[Cue, ...]:
    """The rules that know a word as this part of speech, whatever stands beside it."""
    return cues_by_word().get((part, word.lemma), ())


def part_of(word: Word) -> Part | None:
    """As what a word may report: a participle behind "is" as an adjective, an object taken for a verb as a noun."""
    if word.pos == "VERB" and word.tag == "VBN" and word.dep == "acomp":
        return "adjective"
    if word.tag == "VBZ" and word.dep in (*PLAIN_OBJECTS, "pobj"):
        return "noun"
    return PARTS.get(word.pos)


def rules_of(word: Word, part: Part) -> tuple[Cue, ...]:
    """The rules for a word; one with a particle is another word ("rule out" is not "rule")."""
    table = cues_by_word()
    lemma = lemma_of(word, lambda each: (part, each) in table)
    if part == "verb":
        rules = rules_of_expression(word, lemma)
        if rules is not None:
            return rules
    return table.get((part, lemma if part != "adjective" else word.lower), ()) or table.get((part, lemma), ())


def rules_of_expression(verb: Word, lemma: str) -> tuple[Cue, ...] | None:
    """The rules for a verb with its particle or object; none where these make it a word that is not known."""
    table = cues_by_word()
    for child in verb.children("prt", "advmod", "acomp", "oprd", "ccomp"):
        rules = table.get(("verb", f"{lemma} {child.lower}"))
        if rules and 0 < child.i - verb.i <= NEAR_PARTICLE:
            return rules
    for child in verb.children(*PLAIN_OBJECTS):
        rules = table.get(("verb", f"{lemma} {child.lemma}"))
        if rules and 0 < child.i - verb.i <= NEAR_OBJECT:
            return rules
    for phrase in word_list("word for word"):
        if end_of(verb, lemma, phrase.split()) is not None:
            return table.get(("verb", phrase), ())
    if verb.any("prt") and lemma not in word_list("keep their sense with a particle"):
        return ()
    return None


def end_of(verb: Word, lemma: str, phrase: list[str]) -> Word | None:
    """The last word of the phrase, if the verb and the words behind it make it."""
    word: Word | None = verb
    for wanted in phrase[1:]:
        word = word.after if word is not None else None
        if word is None or word.lower != wanted:
            return None
    return word if lemma == phrase[0] else None


def phrase_end(verb: Word) -> Word | None:
    """The last word of the expression that a verb makes word for word with those behind it ("made it clear")."""
    ends = (end_of(verb, verb.lemma, phrase.split()) for phrase in word_list("word for word"))
    return next((end for end in ends if end is not None), None)


def lemma_of(word: Word, is_known: Callable[[str], bool]) -> str:
    """The lemma of a word; where that is no known word (the parser gives "hop" for "hopes"), one cut off the word itself."""
    if is_known(word.lemma):
        return word.lemma
    for ending, instead in ENDINGS:
        stem = word.lower.removesuffix(ending) + instead
        if word.lower.endswith(ending) and is_known(stem):
            return stem
    return word.lemma


def cue_words(verb: Word) -> tuple[Word, Word]:
    """First and last word of a verb with its auxiliaries and particle, where these stand together."""
    helpers = {child.i: child for child in verb.children("aux", "auxpass", "neg", "advmod", "prt")}
    first, last = verb, phrase_end(verb) or verb
    while first.before is not None and first.before.i in helpers:
        first = first.before
    while first.dep == "advmod" and first.i < verb.i and first.after is not None:
        first = first.after
    while last.after is not None and last.after.i in helpers and last.after.dep == "prt":
        last = last.after
    return first, last

"""Headlines in the body: every word is capitalised, so that the parser takes the word that reports for a name."""

from collections.abc import Iterator
from itertools import pairwise

from dateline.knowledge.statements import Cue, cues_by_word
from dateline.reading.desk import Sentence, Word
from dateline.reading.statements.cues import lemma_of
from dateline.reading.statements.extents import Hold
from dateline.reading.statements.frames import Match

__all__ = ["headlines"]

LONGEST, SHORTEST = 22, 4
CAPITALISED = 0.85
SPOKEN = ("clause", "quotation", "object", "object predicate")


def headlines(sentence: Sentence) -> Iterator[Match]:
    """What a headline says that somebody says ("Peru Endorses Plan"), where the parser saw no verb up to that word."""
    words = [word for word in sentence.words if not word.is_blank]
    if not is_headline(words):
        return
    for before, word in pairwise(words[:-1]):
        if word.is_verb:
            return
        if before.pos not in ("PROPN", "NOUN") or word.pos not in ("PROPN", "NOUN"):
            continue
        lemma = lemma_of(word, lambda each: ("verb", each) in cues_by_word())
        if not inflected(word, lemma, before):
            continue
        for rule in cues_by_word().get(("verb", lemma), ()):
            hold = after(word, words[-1], rule)
            if hold is not None:
                yield Match(rule, word, word, word, hold, before, "object")
                return


def is_headline(words: list[Word]) -> bool:
    """Do nearly all longer words open with a capital?"""
    long = [word for word in words if word.text.isalpha() and len(word) > 3]
    if not SHORTEST <= len(words) <= LONGEST or len(long) < SHORTEST - 1:
        return False
    return sum(word.text[0].isupper() for word in long) >= CAPITALISED * len(long)


def inflected(word: Word, lemma: str, before: Word) -> bool:
    """Has the word a verb's ending for its subject ("Peru Endorses", "Envoys Endorse", "Peru Endorsed")?"""
    if word.lower == lemma:
        return before.tag in ("NNS", "NNPS")
    return word.lower.endswith("ed") or (word.lower.endswith("s") and not before.lower.endswith("s"))


def after(word: Word, last: Word, rule: Cue) -> Hold | None:
    """The rest of the headline, as far as the rule takes it."""
    first = word.after
    if first is None:
        return None
    if first.lower in rule.about and first.i < last.i and first.after is not None:
        first = first.after
    elif not takes_rest(first, rule):
        return None
    while last.is_mark and not last.is_quote and last.i > first.i and last.before is not None:
        last = last.before
    return Hold(first, last, first)


def takes_rest(first: Word, rule: Cue) -> bool:
    """May what follows the word be its content?"""
    if first.lower == "to":
        return "infinitive" in rule.takes
    return any(form in rule.takes for form in SPOKEN) and first.pos != "ADP" and not first.is_mark

"""Finding expressions of time in raw text: windows of tokens, and rounds of rules over them."""

import re
from collections.abc import Sequence

from dateline.knowledge.lists import listed
from dateline.model.document import Field
from dateline.reading.desk import Found, Sense
from dateline.reading.times.numbers import merge_numbers
from dateline.reading.times.pattern import Grammar, grammar
from dateline.reading.times.phrases import senses_of
from dateline.reading.times.tokens import OTHER, Token, composite_classes, windows

__all__ = ["find_in"]

WORD_BEFORE = re.compile(r"(?<![.!?] )(?<!\n)\b([A-Z][\w.]*) $")
PLURAL = re.compile(r" [a-z]{3,}s\b(?<!ss)")
MODERN = 1850


def find_in(text: str, field: Field = "text") -> list[Found]:
    """All expressions of a field, in its order."""
    rules = grammar()
    found: list[Found] = []
    for window in windows(text, rules.lexicon):
        found += find_in_window(window, rules, field)
    return [each for each in found if not is_part_of_name(text, each, rules) and not counts_things(text, each)]


def counts_things(text: str, found: Found) -> bool:
    """ "in 1500 trucks": a number no modern year has, before a plural."""
    year = found.sense.year
    return year is not None and 1000 <= year < MODERN and bool(PLURAL.match(text, found.end))


def is_part_of_name(text: str, found: Found, rules: Grammar) -> bool:
    """ "LA Weekly", "Johnnie Christmas": a capitalised word that no rule knows stands before it."""
    if not (found.sense.kind == "set" or found.sense.holiday) or not text[found.start].isupper():
        return False
    before = WORD_BEFORE.search(text, max(0, found.start - 24), found.start)
    return bool(
        before and before[1] not in rules.lexicon.chars and before[1].lower() not in listed("times/lists", "before a name")
    )


def find_in_window(window: Sequence[Token], rules: Grammar, field: Field) -> list[Found]:
    """The expressions of one window: each round replaces what it found by one token that the next can use."""
    tokens = merge_numbers(window, rules.lexicon)
    named: dict[tuple[int, int], str] = {}
    for level in range(len(rules.levels)):
        tokens = one_round(tokens, rules, level, named)
    return [
        Found(field, token.start, token.end, token.value, named[token.start, token.end])
        for token in tokens
        if isinstance(token.value, Sense)
    ]


def one_round(tokens: Sequence[Token], rules: Grammar, level: int, named: dict[tuple[int, int], str]) -> list[Token]:
    """The tokens after a round of rules; what a rule says is no time is hidden from later rounds."""
    result: list[Token] = []
    at = 0
    for match in rules.matches(level, tokens):
        for (start, end), sense in zip(match.spans, senses_of(match), strict=True):
            if start < at or (sense is None and match.rule.make != "nothing"):
                continue
            result += tokens[at:start]
            char = OTHER if sense is None else rules.lexicon.char(composite_classes(sense))
            words = " ".join(token.low for token in tokens[start:end])
            result.append(Token(tokens[start].start, tokens[end - 1].end, words, char, sense))
            named[tokens[start].start, tokens[end - 1].end] = match.rule.name
            at = end
    return result + list(tokens[at:])

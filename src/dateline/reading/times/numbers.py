"""Numbers in words: "twenty-five", "nineteen ninety-six", "two and a half", "1 1/2", as one token each."""

from collections.abc import Sequence
from functools import cache

from dateline.knowledge.times import numbers
from dateline.reading.desk import Sense
from dateline.reading.times.tokens import Lexicon, Token

__all__ = ["merge_numbers"]


@cache
def number_words() -> frozenset[str]:
    """The words that a number in words may begin with."""
    known = numbers()
    return frozenset({*known.ones, *known.tens, *known.fractions, *known.sizes})


def merge_numbers(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with each number in words made one token."""
    if not any(token.low in number_words() for token in tokens) and not any(token.low == "/" for token in tokens):
        return list(tokens)
    merged: list[Token] = []
    at = 0
    while at < len(tokens):
        taken = number_at(tokens, at, lexicon)
        if taken is None:
            merged.append(tokens[at])
            at += 1
        else:
            merged.append(taken[0])
            at = taken[1]
    return merged


def low(tokens: Sequence[Token], at: int) -> str:
    """The words of the token at that place, or nothing."""
    return tokens[at].low if at < len(tokens) else ""


def below_hundred(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A number from 0 to 99 in words, and where it ends."""
    word, ones, tens = low(tokens, at), numbers().ones, numbers().tens
    if word in ones:
        return ones[word], at + 1
    if word not in tens:
        return None
    step = 2 if low(tokens, at + 1) == "-" else 1
    one = ones.get(low(tokens, at + step), 0)
    return (tens[word] + one, at + step + 1) if 1 <= one <= 9 else (tens[word], at + 1)


def cardinal(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A cardinal number in words, and where it ends; "a hundred" too."""
    head = below_hundred(tokens, at)
    if head is None:
        after = at + 1 if low(tokens, at) == "a" else at
        head = (1, after) if low(tokens, after) in numbers().sizes else None
    if head is None:
        return None
    value, at = head
    for word, size in numbers().sizes.items():
        if low(tokens, at) == word:
            value, at = value * size, at + 1
            after = at + 1 if low(tokens, at) == "and" else at
            if (rest := below_hundred(tokens, after)) and rest[0] > 0:
                value, at = value + rest[0], rest[1]
    return value, at


def year_in_words(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "nineteen ninety-six", and where it ends."""
    first = numbers().ones.get(low(tokens, at)) or numbers().tens.get(low(tokens, at))
    if first not in (17, 18, 19, 20):
        return None
    rest = below_hundred(tokens, at + 1)
    return (first * 100 + rest[0], rest[1]) if rest and 10 <= rest[0] <= 99 else None


def number_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Token, int] | None:
    """The number that starts at that place as one token, and where it ends."""
    token = tokens[at]
    if token.low in number_words() or (token.low == "a" and low(tokens, at + 1) in numbers().sizes):
        if year := year_in_words(tokens, at):
            return join(tokens, at, year[1], float(year[0]), lexicon.char({"year4", "modern", "yearword"})), year[1]
        if ordinal := compound_ordinal(tokens, at):
            return join(tokens, at, ordinal[1], float(ordinal[0]), lexicon.char({"ord", "ordday"})), ordinal[1]
        number = cardinal(tokens, at)
        if number is None:
            return None
        value, end = halves(tokens, number[1], float(number[0]))
        classes = {"num", "numword", "hh"} if value <= 24 and value.is_integer() else {"num", "numword"}
        if 1900 <= value <= 2100 and value.is_integer():
            classes = {"num", "numword", "year4"}
        return join(tokens, at, end, value, lexicon.char(classes)), end
    if isinstance(token.value, float) and low(tokens, at + 2) == "/" and is_figure(low(tokens, at + 1)):
        value, end = halves(tokens, at + 1, token.value)
        if end > at + 1:
            return join(tokens, at, end, value, lexicon.char({"num", "numword"})), end
    if isinstance(token.value, float) and low(tokens, at + 1) in numbers().fractions:
        value, end = halves(tokens, at + 1, token.value)
        return join(tokens, at, end, value, lexicon.char({"num", "numword"})), end
    return None


def is_figure(word: str) -> bool:
    """One figure from 1 to 9?"""
    return len(word) == 1 and word.isdigit()


def compound_ordinal(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "twenty-first", and where it ends."""
    tens, one = numbers().tens.get(low(tokens, at)), numbers().ordinals.get(low(tokens, at + 2))
    return (tens + one, at + 3) if tens in (20, 30) and low(tokens, at + 1) == "-" and one else None


def halves(tokens: Sequence[Token], at: int, value: float) -> tuple[float, int]:
    """The number with "and a half" or "1/2" added, and where it ends."""
    words = [low(tokens, at + step) for step in range(3)]
    if words == ["and", "a", "half"]:
        return value + 0.5, at + 3
    if is_figure(words[0]) and words[1] == "/" and is_figure(words[2]) and words[2] != "0":
        return value + int(words[0]) / int(words[2]), at + 3
    if words[0] in numbers().fractions:
        return value + numbers().fractions[words[0]], at + 1
    return value, at


def join(tokens: Sequence[Token], at: int, end: int, value: float | Sense | str, char: str) -> Token:
    """The tokens from `at` up to `end` as one."""
    return Token(tokens[at].start, tokens[end - 1].end, " ".join(token.low for token in tokens[at:end]), char, value)

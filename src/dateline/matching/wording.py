"""What the words of a report tell beside its fields: the round, the day, whether it is one occasion, and whether it is real."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from dateline.knowledge.issues import names_of_states
from dateline.knowledge.occasions import numbers_of_months, ordinals, words
from dateline.matching.terms import idle, stem
from dateline.model.occasion import Facts

__all__ = ["Wording", "alike", "common", "is_copy", "wording"]

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:st|nd|rd|th)?")
COUNTED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\Z")
STOP = re.compile(r"[.!?;]['\"”’)]*\s|\n")
NEAR = 45
"""A word of a day so many code points from the words of the report still stands beside them."""

LONG = 3
"""Words that are longer than so many letters tell something."""

COPIED = 0.75
"""From this share of common words on two reports are one sentence, carried by two stories."""

FEWEST = 6
"""Of fewer words nobody can tell that they are a copy of others."""


@dataclass(frozen=True)
class Wording:
    """What the words of a report say of the occasion, with what stands before and behind them in the sentence; each thing is
    looked for when it is asked for."""

    lead: str
    quote: str
    trail: str

    @cached_property
    def own(self) -> list[str]:
        """The words of the report, in lower case."""
        return [each.casefold() for each in tokens(self.quote)]

    @cached_property
    def beside(self) -> list[str]:
        """They and those beside them."""
        return [*tokens(self.lead[-NEAR:]), *tokens(self.quote), *tokens(self.trail[:NEAR])]

    @cached_property
    def sentence(self) -> str:
        """The sentence, in lower case."""
        return f"{self.lead}{self.quote}{self.trail}".casefold()

    @cached_property
    def rounds(self) -> frozenset[int]:
        """Numbers of rounds that they name."""
        return rounds(self.own)

    @cached_property
    def yet(self) -> bool:
        """Is it another than the one before?"""
        return not words("yet another").isdisjoint(self.own)

    @cached_property
    def many(self) -> bool:
        """Are they several occasions?"""
        return is_many(self.own)

    @cached_property
    def unreal(self) -> bool:
        """Is it only thought of?"""
        return any(each in words("unreal") for each in (*tokens(self.lead[-NEAR:]), *tokens(self.quote)) if each != "May")

    @cached_property
    def day(self) -> bool:
        """Is a day named in or beside the words?"""
        return names_day(self.beside)

    @cached_property
    def states(self) -> bool:
        """Is it a council of one state?"""
        return any(name in self.sentence for name in words("councils of a state"))

    @cached_property
    def briefed(self) -> bool:
        """Is it told to those who write of it?"""
        return any(name in self.sentence for name in words("briefed"))

    @cached_property
    def months(self) -> frozenset[int]:
        """The months that are named."""
        return months(self.beside)

    @cached_property
    def content(self) -> frozenset[str]:
        """The longer words of the sentence, in their common form."""
        return content(f"{self.lead} {self.quote} {self.trail}")

    @cached_property
    def telling(self) -> frozenset[str]:
        """Those of them that are not in every story of a meeting, and are no name of a state."""
        return self.content - plain()


@cache
def plain() -> frozenset[str]:
    """The common forms of words that tell nothing of one meeting."""
    return idle() | frozenset(map(stem, names_of_states()))


def wording(facts: Facts) -> Wording:
    """What the words of a report say."""
    return told(facts.quote, facts.before, facts.behind)


@lru_cache(maxsize=8192)
def told(quote: str, before: str, behind: str) -> Wording:
    """What words say, with what stands before and behind them."""
    return Wording(STOP.split(before)[-1], quote, STOP.split(behind, maxsplit=1)[0]) if quote else Wording("", "", "")


def tokens(text: str) -> list[str]:
    """Words and numbers."""
    return TOKEN.findall(text)


def rounds(low: list[str]) -> frozenset[int]:
    """The numbers of rounds that are named: "the second round", "for the 37th time"."""
    found = set()
    for at, word in enumerate(low):
        behind = low[at + 1 : at + 4]
        if words("rounds").isdisjoint(behind):
            continue
        if match := COUNTED.match(word):
            found.add(int(match[1]))
        elif word in ordinals():
            found.add(ordinals().index(word) + 1)
    return frozenset(found)


def is_many(low: list[str]) -> bool:
    """Do they tell of several occasions: a plural of what is held one at a time, "37 times"?"""
    plural = not words("one by one").isdisjoint(low)
    counted = any(word.isdigit() and low[at + 1 : at + 2] == ["times"] for at, word in enumerate(low))
    return plural or counted or not words("several").isdisjoint(low)


def names_day(near: list[str]) -> bool:
    """Is a day named: a weekday, "yesterday", a number beside a month?"""
    low = [each.casefold().rstrip("’'s") if "'" in each or "’" in each else each.casefold() for each in near]
    if not words("day words").isdisjoint(low):
        return True
    pairs = [*pairwise(low), *pairwise(reversed(low))]
    return any(one in words("months") and other[:1].isdigit() and len(other) <= 4 for one, other in pairs)


def months(said: list[str]) -> frozenset[int]:
    """The months that are named, each as its number: "in late March", "April 3"."""
    found = set()
    for before, name, behind in zip(("", *said), said, (*said[1:], ""), strict=False):
        number = numbers_of_months().get(name.casefold()) if name[:1].isupper() else None
        if number is not None and (
            before.casefold() in words("before a month") or before[:1].isdigit() or behind[:1].isdigit()
        ):
            found.add(number)
    return frozenset(found)


def content(text: str) -> frozenset[str]:
    """The longer words, in their common form."""
    return frozenset(stem(each) for each in tokens(text) if len(each) > LONG)


def alike(one: Facts, other: Facts) -> float:
    """How much of their words two reports share, 0 where they are too few to tell."""
    mine, theirs = wording(one).content, wording(other).content
    if min(len(mine), len(theirs)) < FEWEST:
        return 0.0
    found = len(mine & theirs)
    return found / (len(mine) + len(theirs) - found)


def is_copy(one: Facts, other: Facts) -> bool:
    """Are the words of two stories one sentence?"""
    if one.text == other.text:
        return False
    mine, theirs = len(wording(one).content), len(wording(other).content)
    return min(mine, theirs) >= COPIED * max(mine, theirs) and alike(one, other) >= COPIED


def common(one: Facts, other: Facts) -> frozenset[str]:
    """The telling words that two reports share."""
    return wording(one).telling & wording(other).telling

"""What the words of a report tell beside its fields: the round, the day, whether it is one occasion, and whether it is real."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dateline.knowledge.occasions import numbers_of_months, ordinals, words
from dateline.matching.terms import stem
from dateline.model.occasion import Facts

__all__ = ["Wording", "alike", "wording"]

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:st|nd|rd|th)?")
COUNTED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\Z")
STOP = re.compile(r"[.!?;]['\"”’)]*\s|\n")
NEAR = 45
"""A word of a day so many code points from the words of the report still stands beside them."""

LONG = 3
"""Words that are longer than so many letters tell something."""

FEWEST = 6
"""Of fewer words nobody can tell that they are a copy of others."""


@dataclass(frozen=True)
class Wording:
    """What the words say of the occasion.

    `rounds` are numbers of rounds that they name, `yet` is set where it is another than the one before, `many` where they are
    several occasions, `unreal` where it is only thought of, `day` where a day is named in or beside the words, `states` where
    it is a council of one state, `briefed` where it is told to those who write of it; `months` are those that are named.
    """

    rounds: frozenset[int] = frozenset()
    yet: bool = False
    many: bool = False
    unreal: bool = False
    day: bool = False
    states: bool = False
    briefed: bool = False
    months: frozenset[int] = frozenset()
    content: frozenset[str] = frozenset()


def wording(facts: Facts) -> Wording:
    """What the words of a report say."""
    return told(facts.quote, facts.before, facts.behind)


@lru_cache(maxsize=8192)
def told(quote: str, before: str, behind: str) -> Wording:
    """What words say, with what stands before and behind them in the sentence."""
    if not quote:
        return Wording()
    lead, trail = STOP.split(before)[-1], STOP.split(behind, maxsplit=1)[0]
    own = tokens(quote)
    near = [*tokens(lead[-NEAR:]), *own, *tokens(trail[:NEAR])]
    low = [each.casefold() for each in own]
    sentence = f"{lead}{quote}{trail}".casefold()
    return Wording(
        rounds=rounds(low),
        yet=not words("yet another").isdisjoint(low),
        many=is_many(low),
        unreal=any(each in words("unreal") for each in (*tokens(lead[-NEAR:]), *own) if each != "May"),
        day=names_day(near),
        states=any(name in sentence for name in words("councils of a state")),
        briefed=any(name in sentence for name in words("briefed")),
        months=months(near),
        content=content(f"{lead} {quote} {trail}"),
    )


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
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / len(mine | theirs) if least >= FEWEST else 0.0

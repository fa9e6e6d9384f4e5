"""Do two reports speak of one occasion? Signs for and against, each with its points, added up, where no veto holds."""

from functools import cache

from dateline.knowledge.occasions import weights_of_pairs
from dateline.matching.traits import FIELDS, STANDING, WORDS, Pair, paired, signs
from dateline.matching.vetoes import veto
from dateline.matching.weighing import BIAS, Sign, weighed
from dateline.model.occasion import Facts, Match

__all__ = ["ENOUGH", "NEVER", "START", "compare", "contradict", "is_vetoed", "vetoed", "votes"]

ENOUGH = 1.0
"""The score, in logits, from which two reports are taken to speak of one occasion: of pairs that are hard to tell and were not
learnt from, 85 of 100 that come to so much do."""

NEVER = -9.0
"""The score of two reports that are kept apart whatever speaks for one occasion."""

CONTRARY = -0.4
"""Fields that come to less make two reports no part of one occasion, however it is dated; 97 of 100 pairs that are of one come
to more."""

UNTOLD, SHORT = 0.5, 30
"""So much of what common words are worth is taken for granted where one of the two has no words, or fewer
characters of them, as a meeting that people added."""

START = "before anything is compared"
NO_DAYS = Sign("", {})


def start(one: Facts, other: Facts) -> Sign:
    """Where the sum begins."""
    told = min(len(each.before) + len(each.quote) + len(each.behind) for each in (one, other)) >= SHORT
    return Sign(START, {BIAS: 1.0} if told else {BIAS: 1.0, "words shared": UNTOLD})


@cache
def most_of_words() -> float:
    """What words can add at most."""
    known = weights_of_pairs()
    shared = sum(max(0.0, weight) for name, weight in known.items() if "words" in name)
    return max(shared, known.get("copied", 0.0))


def contradict(one: Facts, other: Facts) -> bool:
    """Do the fields of two reports speak against one occasion, leaving aside the days, which may have been moved?"""
    return sum(worth for _, worth in weighed(signs(Pair(one, other, NO_DAYS), STANDING))) < CONTRARY


def vetoed(one: Facts, other: Facts) -> bool:
    """Is there anything that keeps the two apart within an occasion of many reports?"""
    return veto(one, other, staged=False) is not None


def compare(one: Facts, other: Facts) -> Match:
    """The match of two reports; the order in which they are given does not matter.

    Words are looked at where they can make the two one, a veto is looked for where all else does: else neither makes a
    difference.
    """
    one, other = (one, other) if one.id <= other.id else (other, one)
    pair = paired(one, other)
    if pair is None:
        return Match(one=one.id, other=other.id, score=NEVER, reasons=(("dates that exclude each other", NEVER),))
    reasons = weighed([*signs(pair, FIELDS), pair.days, start(one, other)])
    score = total(reasons)
    if score + most_of_words() >= ENOUGH:
        reasons = (*weighed(signs(pair, WORDS)), *reasons)
        score = total(reasons)
    if score >= ENOUGH and (against := veto(one, other)) is not None:
        return Match(one=one.id, other=other.id, score=NEVER, reasons=((f"veto: {against}", NEVER), *reasons))
    return Match(one=one.id, other=other.id, score=score, reasons=reasons)


def total(reasons: tuple[tuple[str, float], ...]) -> float:
    """What reasons come to."""
    return round(sum(worth for _, worth in reasons), 2)


def is_vetoed(match: Match) -> bool:
    """Is it a veto alone that keeps the two apart?"""
    return match.score == NEVER and len(match.reasons) > 1


def votes(match: Match) -> float:
    """What would speak for one occasion, were there no veto."""
    return sum(weight for _, weight in match.reasons if weight != NEVER)

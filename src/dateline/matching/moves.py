"""Positions that moved in some days: what a side demands, rejects, accepts or threatens anew, and what it denies."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.matching.answers import pairs
from dateline.matching.stances import stances_of
from dateline.matching.terms import terms_of
from dateline.model.position import Pair, Saying, Stance

__all__ = ["moves"]

MOVING = ("demand", "reject", "agree", "threaten")
"""Kinds of statement by which a position moves."""


def moves(sayings: Iterable[Saying], first: date, names: frozenset[str] = frozenset()) -> tuple[list[Stance], list[Pair]]:
    """The stances that no side took before the day `first`, or by which it goes back on an earlier one; and the accusations
    with their denials of which one is new. `sayings` reach further back, so that what is only repeated is known."""
    known = [each for each in sayings if each.sides]
    terms = {each.id: terms_of(each, names) for each in known}
    answered = [pair for pair in pairs(known, terms) if pair.claim.kind == "accuse" and is_new_pair(pair, first)]
    denials = {pair.denial.id for pair in answered}
    spoken: dict[str, list[Saying]] = defaultdict(list)
    for each in known:
        spoken[each.sides[0]].append(each)
    found = [
        stance
        for side in sorted(spoken)
        for stance in stances_of(spoken[side], terms, frozenset())
        if is_new(stance, first) and stance.saying.id not in denials
    ]
    return found, answered


def is_new(stance: Stance, first: date) -> bool:
    """Does the side say so since that day only, or otherwise than before?"""
    saying = stance.saying
    if saying.kind not in MOVING or saying.day is None or saying.day < first:
        return False
    return stance.shift is not None or not told_before(stance.again, first)


def told_before(sayings: Sequence[Saying], first: date) -> bool:
    """Was one of them told before that day?"""
    return any(each.day is not None and each.day < first for each in sayings)


def is_new_pair(pair: Pair, first: date) -> bool:
    """Was the claim or the denial told since that day?"""
    return any(each.day is not None and each.day >= first for each in (pair.claim, pair.denial))

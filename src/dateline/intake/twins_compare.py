"""Do two texts tell the same story, and what is the later one to the earlier one? Decided by the words that they share.

Two measures: how much of each stands in the other in runs of three telling words, and how many of the words that each has
once come in the same order in both. Stories that share background or quotations reach neither.
"""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from dateline.intake.twins_words import Imprint, Words, figures, runs
from dateline.model.twin import Overlap, TwinKind

__all__ = ["SHORT", "compare", "kind_of", "tell_the_same"]

SHORT = 8
"""Texts with fewer telling words are not compared."""

BRIEF = 20
"""Up to so many telling words a text may be a brief: nearly all of it must be shared."""

LIKE = 0.5
"""From this share of a text on it is a copy or a part of the other."""

ALMOST = 0.8
ORDERED = 0.37
"""Share of the words said once that come in the same order in a story that was edited heavily."""

WORTHWHILE = 0.08
"""Least share in runs for which the order of words is looked at."""

EDITED = 0.33
EDITED_ORDERED = 0.21
EDITED_THIRD = 0.07
"""A story edited to more than a half: what is left of it, its order, and least of each third, for shared background
stands in one place while what is left of a story lies all over it."""

WHOLE = 0.85
ADDED = 0.95
"""Less than this of another outlet's later story stands in the earlier one: it adds something."""

SAME = 0.9
WINDOW = 10
"""Days after which only nearly the same words are the same story."""

FIGURES = 6
"""So many numbers of which hardly any is the same make another day's table or report of a series."""


def compare(one: Imprint, other: Imprint) -> Overlap | None:
    """What two texts share, None where they tell different stories."""
    mine, theirs = one.words, other.words
    if min(len(mine), len(theirs)) < SHORT:
        return None
    head = bool(one.title and one.title == other.title) or bool(one.start and one.start == other.start)
    newer = int(np.sign(other.edition - one.edition))
    longer = int(np.sign(len(theirs) - len(mine)))
    if len(mine) == len(theirs) and bool((mine == theirs).all()):
        return Overlap(1.0, 1.0, head, newer, longer)
    found = Overlap(*kept(mine, theirs), head, newer, longer)
    return found if alike(found, mine, theirs) else None


def alike(found: Overlap, mine: Words, theirs: Words) -> bool:
    """Is so much shared that it is one story?"""
    shorter = found.one if found.longer >= 0 else found.other
    if min(len(mine), len(theirs)) < BRIEF:
        return shorter >= ALMOST
    if found.share < SAME and of_a_series(mine, theirs):
        return False
    if shorter >= LIKE or found.share >= LIKE:
        return True
    return found.share >= WORTHWHILE and in_step(found, mine, theirs)


def in_step(found: Overlap, mine: Words, theirs: Words) -> bool:
    """Do the words that are shared come in one order, more of them the less is shared in runs?"""
    order = ordered(mine, theirs)
    if order >= ORDERED:
        return True
    spread = found.one + found.other >= 2 * EDITED and order >= EDITED_ORDERED
    return spread and min(*thirds(mine, theirs), *thirds(theirs, mine)) >= EDITED_THIRD


def of_a_series(one: Words, other: Words) -> bool:
    """Have both many figures, and hardly one of them the same?"""
    mine, theirs = figures(one), figures(other)
    fewer = min(len(mine), len(theirs))
    return fewer >= FIGURES and 3 * len(np.intersect1d(mine, theirs, assume_unique=True)) < fewer


def kept(one: Words, other: Words) -> tuple[float, float]:
    """How much of each stands in the other, in runs of three words."""
    return float(shared(one, other).mean()), float(shared(other, one).mean())


def thirds(one: Words, other: Words) -> tuple[float, float, float]:
    """How much of each third of a text stands in the other."""
    first, second, third = (float(part.mean()) for part in np.array_split(shared(one, other), 3))
    return first, second, third


def shared(one: Words, other: Words) -> NDArray[np.bool_]:
    """Which words lie in a run that stands in the other text too."""
    found = np.isin(runs(one), runs(other))
    marked = np.zeros(len(one), np.bool_)
    marked[:-2] |= found
    marked[1:-1] |= found
    marked[2:] |= found
    return marked


def ordered(one: Words, other: Words) -> float:
    """The longest row of words, each said once in both texts, that comes in the same order; as a share of those said once
    in the text that has fewer."""
    mine, first, times = np.unique(one, return_index=True, return_counts=True)
    theirs, second, again = np.unique(other, return_index=True, return_counts=True)
    fewer = min(int((times == 1).sum()), int((again == 1).sum()))
    _, at, there = np.intersect1d(mine[times == 1], theirs[again == 1], assume_unique=True, return_indices=True)
    places = second[again == 1][there][np.argsort(first[times == 1][at], kind="stable")]
    tails: list[int] = []
    for place in places.tolist():
        position = bisect_left(tails, place)
        tails[position : position + 1] = [place]
    return len(tails) / fewer if fewer >= BRIEF // 2 else 0.0


def tell_the_same(found: Overlap, days: int | None) -> bool:
    """Can it be one story, with so many days between the two?"""
    return days is None or abs(days) <= WINDOW or min(found.one, found.other) >= SAME


def kind_of(found: Overlap, *, later: bool, elsewhere: bool) -> TwinKind:
    """What the other text of an overlap is to the one before it.

    `later` tells that it is known to have come later, `elsewhere` that another outlet carries it.

    >>> kind_of(Overlap(1.0, 0.6, head=True, longer=1), later=True, elsewhere=False)
    'update'
    >>> kind_of(Overlap(0.4, 1.0, head=True, longer=-1), later=True, elsewhere=True)
    'excerpt'
    """
    changed = min(found.one, found.other) < 1.0
    if found.newer > 0 and changed:
        return "update"
    if later and found.head and found.one >= ALMOST and found.other < (ADDED if elsewhere else 1.0):
        return "update"
    if found.one >= WHOLE and found.other >= WHOLE:
        return "copy"
    if found.longer < 0 and found.other >= ALMOST:
        return "excerpt"
    if found.longer > 0 and found.one >= ALMOST:
        return "update" if later and found.head else "excerpt"
    return "update" if later and found.head and not elsewhere else "copy"

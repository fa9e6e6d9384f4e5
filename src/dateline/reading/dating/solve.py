"""The solver: candidates are days, every clue weighs them, and what remains is a best day, bounds and rivals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from dateline.knowledge.dating import Preferences, preferences
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.span import days_of
from dateline.reading.dating.weighers import weighers

__all__ = ["Belief", "believe", "weigh"]

RIVALS = 4
LEAST = 1e-6


@dataclass(frozen=True)
class Belief:
    """The best day with its share of the belief, the shortest interval that holds most of it, rivals; may the day be named?"""

    best: date | None
    share: float
    earliest: date | None
    latest: date | None
    rivals: tuple[tuple[date, float], ...]
    sure: bool


def weigh(clues: Sequence[Clue], newest: int) -> dict[date, float]:
    """The share of belief of every candidate day, until the end of the newest year."""
    wishes = preferences()
    days = days_of(wishes.first_year, newest)
    score = days.none
    for kind, column in weighers(clues, days, wishes):
        score = score + wishes.weights.get(kind, 1.0) * column
    shares = np.exp(score - score.max())
    shares /= shares.sum()
    kept = np.flatnonzero(shares > LEAST * shares.max())
    total = shares[kept].sum()
    return {date.fromordinal(int(days.number[place])): float(shares[place] / total) for place in kept}


def believe(shares: Mapping[date, float], wishes: Preferences) -> Belief:
    """The best day, the shortest interval that holds the wanted share of belief, and whether the day may be named."""
    if not shares:
        return Belief(None, 0.0, None, None, (), sure=False)
    best = max(shares, key=lambda day: (shares[day], day))
    earliest, latest = shortest(shares, wishes.kept_share)
    others = sorted((day for day in shares if day != best), key=lambda day: (-shares[day], day))[:RIVALS]
    rivals = tuple((day, shares[day]) for day in others if shares[day] > 0.02)
    clear = not others or shares[best] >= wishes.ahead_of_rivals * shares[others[0]]
    if clear and shares[best] >= wishes.needed_share_of_day:
        return Belief(best, shares[best], min(earliest, best), max(latest, best), rivals, sure=True)
    return Belief(best, shares[best], earliest, latest, ((best, shares[best]), *rivals), sure=False)


def shortest(shares: Mapping[date, float], share: float) -> tuple[date, date]:
    """The first and last day of the shortest interval that holds that share of the belief."""
    days = sorted(shares)
    goal = share * sum(shares.values())
    best, low, total = (days[0], days[-1]), 0, 0.0
    for day in days:
        total += shares[day]
        while total - shares[days[low]] >= goal:
            total -= shares[days[low]]
            low += 1
        if total >= goal and day - days[low] < best[1] - best[0]:
            best = (days[low], day)
    return best

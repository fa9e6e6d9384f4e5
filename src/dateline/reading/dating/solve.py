"""The solver: candidates are days, every clue weighs them, and what remains is a best day, bounds and rivals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp

from dateline.knowledge.dating import Preferences, preferences
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.weighers import weighers
from dateline.reading.dating.years import year_fits, year_scores
from dateline.reading.times import later

__all__ = ["Belief", "believe", "weigh"]


@dataclass(frozen=True)
class Belief:
    """The days that the clues allow, each with its share; the best; the cluster around it; and rivals elsewhere."""

    best: date | None
    share: float
    earliest: date | None
    latest: date | None
    rivals: tuple[tuple[date, float], ...]
    sure: bool


def weigh(clues: Sequence[Clue], newest: int) -> dict[date, float]:
    """The share of belief of every candidate day, until the end of the newest year."""
    wishes = preferences()
    years = year_scores(clues, wishes, newest)
    if not years:
        return {}
    bounding = [clue for clue in clues if clue.kind in ("term", "thing", "counted")]
    likely = {year: score + sum(year_fits(clue, year, wishes) for clue in bounding) for year, score in years.items()}
    top = max(likely.values())
    kept = {year: score for year, score in years.items() if likely[year] > top - 9}
    daily = list(weighers(clues, wishes, newest))
    scores: dict[date, float] = {}
    for year, base in kept.items():
        day = date(year, 1, 1)
        while day.year == year:
            scores[day] = base + sum(weigher(day) for weigher in daily)
            day += timedelta(days=1)
    top = max(scores.values())
    shares = {day: exp(score - top) for day, score in scores.items() if score > top - 14}
    total = sum(shares.values())
    return {day: share / total for day, share in shares.items()}


def believe(shares: dict[date, float], wishes: Preferences) -> Belief:
    """The best day, the cluster around it, and whether it holds enough of the belief to answer."""
    if not shares:
        return Belief(None, 0.0, None, None, (), sure=False)
    best = max(shares, key=lambda day: (shares[day], day))
    cluster = cluster_around(shares, best, wishes.longest_cluster)
    mass = sum(shares[day] for day in cluster)
    kept = kept_days(shares, cluster, wishes.kept_share)
    others = [day for day in sorted(shares, key=lambda day: (-shares[day], day)) if day != best and shares[day] > 0.02]
    rivals = tuple((day, shares[day]) for day in others[:4])
    if mass >= wishes.needed_share and shares[best] >= wishes.needed_share_of_day:
        return Belief(best, mass, min(kept), max(kept), rivals, sure=True)
    wide = kept_days(shares, sorted(shares), 0.98)
    return Belief(best, mass, min(wide), max(wide), ((best, shares[best]), *rivals), sure=False)


def cluster_around(shares: dict[date, float], best: date, reach: int) -> list[date]:
    """The window of that many days with most belief that holds the best day."""
    days = [later(best, step) for step in range(-reach + 1, reach)]
    values = [shares.get(day, 0.0) for day in days]
    total = sum(values[:reach])
    top, start = total, 0
    for first in range(1, reach):
        total += values[first + reach - 1] - values[first - 1]
        if total > top + 1e-12:
            top, start = total, first
    return [day for day in days[start : start + reach] if day in shares]


def kept_days(shares: dict[date, float], days: Sequence[date], share: float) -> list[date]:
    """The shortest run of these days that holds that share of their belief."""
    values = [shares[day] for day in days]
    goal = share * sum(values)
    best: tuple[int, int] = (0, len(days))
    low, total = 0, 0.0
    for high, value in enumerate(values):
        total += value
        while total - values[low] >= goal:
            total -= values[low]
            low += 1
        if total >= goal and (days[high] - days[low]).days < (days[best[1] - 1] - days[best[0]]).days:
            best = (low, high + 1)
    return list(days[best[0] : best[1]])

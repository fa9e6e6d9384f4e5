"""How well each year fits the years that a story names, and the terms and things that bound it."""

from collections.abc import Sequence
from datetime import date
from math import exp, log

from dateline.knowledge.dating import Preferences
from dateline.reading.dating.clue import Clue

__all__ = ["past_years", "year_fits", "year_scores"]


def year_scores(clues: Sequence[Clue], wishes: Preferences, newest: int) -> dict[int, float]:
    """How well each year until the newest fits the years that the story names."""
    named = [clue for clue in clues if clue.kind in ("year", "dated month", "fact", "lead", "future year") and clue.year]
    cap = max((clue.year for clue in named if clue.kind == "lead" and clue.year), default=newest)
    past = past_years(named, cap)
    proved = any(clue.kind == "year" and clue.proved for clue in named)
    dated = [
        clue.year
        for clue in named
        if clue.year and (clue.kind == "lead" or (clue.kind in ("dated month", "fact") and clue.side <= 0))
    ]
    ahead = [clue.year for clue in named if clue.side > 0 and clue.strong and clue.year and clue.kind != "lead"]
    scores = {}
    for year in range(wishes.first_year, newest + 1):
        score = -log(2) * (newest - year) / wishes.years_to_halve
        if past:
            score += after_past_years(year, past, proved, wishes)
        if dated:
            score += after_year(year, max(dated), wishes.years_after_dated_month, wishes)
        score += sum(0.0 if year <= other else log(wishes.before_named_year) / 2 for other in set(ahead))
        if ahead:
            rate = wishes.year_ahead if past or dated else 0.35
            score -= rate * abs(min(ahead) - year)
        scores[year] = score
    return scores


def year_fits(clue: Clue, year: int, wishes: Preferences) -> float:
    """How ill a whole year fits a term of office or a thing of its time; days inside it are weighed later."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    if any(since <= last and (until is None or first <= until) for since, until in clue.terms):
        return 0.0
    after = clue.kind == "thing" and clue.terms[0][1] is not None and first > clue.terms[0][1]
    if clue.kind == "counted":
        return log(wishes.outside_counted if clue.strong else wishes.outside_loosely_counted)
    return log(wishes.after_ending if after else wishes.outside_term)


def past_years(clues: Sequence[Clue], cap: int) -> list[int]:
    """The newest year that tense puts in the past, and the newest that none does, where that is later."""
    named = [clue for clue in clues if clue.kind == "year" and clue.year and clue.year <= cap]
    sure = max((clue.year for clue in named if clue.year and clue.proved), default=None)
    ahead = {clue.year for clue in clues if clue.kind == "future year"}
    weak = max((clue.year for clue in named if clue.year and not clue.proved and clue.year not in ahead), default=None)
    return sorted({year for year in (sure, weak) if year is not None and (sure is None or year >= sure)})


def after_past_years(year: int, past: Sequence[int], proved: bool, wishes: Preferences) -> float:
    """The likelihood of a story of that year; where two are named, the later may be no past at all."""
    sure = after_year(year, past[0], wishes.years_after_named_year, wishes)
    if proved and len(past) == 1:
        return sure
    steps = past[-1] - year
    ahead = 0 < steps <= len(wishes.years_before_named_year)
    loose = (
        log(wishes.years_before_named_year[steps - 1])
        if ahead
        else after_year(year, past[-1], wishes.years_after_loose_year, wishes)
    )
    if len(past) == 1:
        return loose
    doubt = 0.25 if past[1] - past[0] <= 3 else 0.5
    return log(doubt * exp(sure) + (1 - doubt) * exp(loose))


def after_year(year: int, named: int, shares: Sequence[float], wishes: Preferences) -> float:
    """The likelihood of a story of that year which names that one as past."""
    if year < named:
        return log(wishes.before_named_year) * min(named - year, 3)
    steps = year - named
    return log(shares[steps]) if steps < len(shares) else log(shares[-1]) - wishes.further_year * (steps - len(shares) + 1)

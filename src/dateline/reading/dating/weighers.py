"""What each clue says of every day: columns that weigh the days, each by the kind of clue that it comes of."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from math import log

import numpy as np

from dateline.knowledge.dating import Preferences
from dateline.reading.dating.bounding import bounds
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.span import Column, Days
from dateline.reading.dating.years import newest_past, year_scores

__all__ = ["weighers"]

FAR = 400.0
ELSEWHERE = -15.0  # that a date standing as a dateline is no dateline, spread over all days there are
LOOSELY = 0.5  # that a running year is named in its first days, beside its middle, where no verb of the past governs it
Weighed = tuple[str, Column]


def weighers(clues: Sequence[Clue], days: Days, wishes: Preferences) -> Iterable[Weighed]:
    """A column of the days for every kind of clue, some for every clue."""
    yield "publication", np.log(np.asarray(wishes.weekdays_of_publication))[days.weekday]
    yield from by_year(clues, days, wishes)
    says_today = any(
        clue.kind == "relative" and clue.unit == "D" and clue.shift in (0, -1) and not clue.quoted for clue in clues
    )
    yield "weekday", by_weekday(clues, wishes, says_today)[days.weekday]
    yield "month", by_month(clues, wishes)[days.month - 1]
    facts = [clue for clue in clues if clue.kind in ("fact", "lead")]
    by_weekdays = any(clue.kind in ("weekday", "saying") for clue in clues)
    yield from dated_facts(
        [clue for clue in distinct(facts) if clue.kind == "fact" and not clue.day], days, wishes, by_weekdays
    )
    for clue in distinct(facts):
        if clue.kind == "lead":
            yield "lead", lead(clue, days)
        elif clue.day is not None:
            yield "full date", full_date(clue, days, wishes)
    for clue in clues:
        if clue.kind == "dated month" and clue.month and clue.year and clue.side <= 0:
            yield "full date", full_date(replace(clue, day=date(clue.year, clue.month, 1), side=-1), days, wishes)
    yield from bounds(clues, days, wishes)
    for gained in relatives(clues, facts, days, wishes):
        yield "relative", gained


def by_year(clues: Sequence[Clue], days: Days, wishes: Preferences) -> Iterable[Weighed]:
    """What the years that are named say of the year, and of how much of it has gone."""
    yield "common", np.where(days.year < wishes.common_from, log(wishes.older), 0.0)
    scores = year_scores(clues, wishes, int(days.year[-1]))
    yield "year", np.array(list(scores.values()))[days.year - wishes.first_year]
    proved, loose = newest_past(clues)
    if proved and (loose is None or proved >= loose):
        yield "running year", running_year(proved, 0.02, days)
    elif loose:
        yield "running year", running_year(loose, LOOSELY, days)


def running_year(newest: int, least: float, days: Days) -> Column:
    """A year is named as past in itself the more likely, the more of it is over; at its start hardly, unless loosely."""
    return np.where(days.year == newest, np.log(np.maximum(least, days.yearday / 183)), 0.0)


def distinct(facts: Sequence[Clue]) -> list[Clue]:
    """Each dated fact once."""
    return list({(clue.year, clue.month, clue.monthday, clue.side > 0): clue for clue in facts}.values())


def by_weekday(clues: Sequence[Clue], wishes: Preferences, says_today: bool) -> Column:
    """What the weekdays named without a date say of the weekday of the story: those that open it most."""
    after = wishes.days_after_weekday_if_today if says_today else wishes.days_after_weekday
    named: dict[tuple[int, bool, bool], bool] = {}
    for clue in clues:
        if clue.kind in ("weekday", "saying") and clue.weekday is not None:
            key = (clue.weekday, clue.side > 0, clue.kind == "saying")
            named[key] = named.get(key, False) or clue.opens
    opening = {weekday for (weekday, _, _), opens in named.items() if opens}
    # where weekdays stand beside their dates, bare ones are counted from those
    dated = any(clue.kind == "fact" and clue.weekday and clue.monthday and clue.side <= 0 for clue in clues)
    table = np.zeros(7)
    for weekday, ahead, saying in named:
        weight = 1.0 if weekday in opening or not (opening or dated) else wishes.weekday_further_down
        for day in range(1, 8):
            if ahead:
                share = wishes.days_before_weekday[(weekday - day) % 7]
            elif saying and not says_today:
                share = wishes.days_after_saying[(day - weekday) % 7]
            else:
                share = after[(day - weekday) % 7]
            table[day - 1] += weight * log(share)
    return table


def by_month(clues: Sequence[Clue], wishes: Preferences) -> Column:
    """What the months named without a year say of the month of the story."""
    table = np.zeros(12)
    for clue in {
        (clue.kind, clue.month, clue.side > 0): clue for clue in clues if clue.kind in ("month", "within month")
    }.values():
        if clue.month is None:
            continue
        for month in range(1, 13):
            if clue.kind == "within month":
                table[month - 1] += 0.0 if month == clue.month else -5.0
            elif clue.side > 0:
                table[month - 1] += 0.6 * log(wishes.months_before_month[(clue.month - month) % 12])
            else:
                table[month - 1] += 0.6 * log(wishes.months_after_month[(month - clue.month) % 12])
    return table


def away(clue: Clue, days: Days) -> Column:
    """How many days it is from each day to what a fact names: to the nearest occasion where it has no year."""
    if clue.day is not None:
        return (clue.day.toordinal() - days.number).astype(float)
    return days.away(clue.month or 1, clue.monthday or 1).astype(float)


def lead(clue: Clue, days: Days) -> Column:
    """A dateline is the day of the story, or the day before."""
    steps = {0: 0.0, 1: -3.5 if clue.day else -1.2, 2: -5.5 if clue.day else -3.0, -1: -6.0}
    late = -away(clue, days)
    found = np.full(len(late), ELSEWHERE)
    for step, cost in steps.items():
        found[late == step] = cost
    return found


def full_date(clue: Clue, days: Days, wishes: Preferences) -> Column:
    """A date with its year, named as past, has gone by; the year is named because it lies far off as often as near."""
    if clue.side > 0 or (clue.side == 0 and clue.weekday is None):
        return days.none
    return np.where(days.number < (clue.day or date.min).toordinal(), log(wishes.before_named_year), 0.0)


def dated_facts(facts: Sequence[Clue], days: Days, wishes: Preferences, by_weekdays: bool) -> Iterable[Weighed]:
    """Dated facts lie near the day of the story, on the side that grammar puts them; the nearest counts most."""
    if not facts:
        return
    too_near = log(wishes.within_week_beside_weekdays) if by_weekdays else 0.0
    near, against, weekdays = [], days.none, days.none
    for clue in facts:
        far = away(clue, days)
        half = np.where(far > 0, wishes.half_days_future, wishes.half_days_past)
        steep = 2.0 if (clue.opens or clue.weekday) and clue.side <= 0 else 1.25
        close = -np.log1p(np.minimum(np.abs(far), FAR) / half) * steep
        if clue.side < 0 and not clue.weekday and not clue.opens:
            close = close + np.where((far >= -6) & (far <= 0), too_near, 0.0)
        near.append(close)
        if clue.side:
            wrong = far * clue.side < 0
            weight = log(wishes.wrong_side) * (1.0 if clue.strong else 0.5)
            against = against + np.where(wrong, weight * np.minimum(1.0, np.abs(far) / 2), 0.0)
        if clue.weekday:
            named = (days.number + far.astype(int) - 1) % 7 + 1
            weekdays = weekdays + np.where(named != clue.weekday, log(wishes.wrong_weekday), 0.0)
    ordered = np.sort(np.stack(near), axis=0)[::-1]
    yield "fact", ordered[0] + wishes.further_fact * ordered[1:].sum(axis=0)
    yield "side of fact", against
    yield "weekday of fact", weekdays


def relatives(clues: Sequence[Clue], facts: Sequence[Clue], days: Days, wishes: Preferences) -> Iterable[Column]:
    """ "Next week", "tomorrow" and "last month" gain where a dated fact of the story lies in them."""
    gain = log(wishes.fits_relative)
    named = [(clue.unit, clue.shift, clue) for clue in clues if clue.kind == "relative" and clue.shift is not None]
    weeks: dict[int, frozenset[str]] = {}
    for unit, shift, clue in named:
        if unit == "W":
            weeks[shift] = weeks.get(shift, frozenset()) | clue.about
    months = {clue.month for clue in clues if clue.month}
    years = {clue.year for clue in clues if clue.year}
    for unit, shift in sorted({(unit, shift) for unit, shift, _ in named if unit}):
        if unit == "W" and facts:
            yield in_week(facts, shift, gain, weeks[shift], days)
        elif unit == "D" and facts and shift:
            on_day = np.any([away(clue, days) == shift for clue in facts], axis=0)
            yield np.where(on_day, gain / 2, 0.0)
        elif unit == "M" and months:
            yield np.where(np.isin((days.month - 1 + shift) % 12 + 1, list(months)), gain if shift else gain / 2, 0.0)
        elif unit == "Y" and years:
            yield np.where(np.isin(days.year + shift, list(years)), gain / 4, 0.0)


def in_week(facts: Sequence[Clue], shift: int, gain: float, about: frozenset[str], days: Days) -> Column:
    """Does a dated fact lie in that week as seen from the day? It tells twice as much where both are said of one thing."""
    first = 7 * shift - days.weekday
    best = days.none
    for clue in facts:
        far = away(clue, days)
        best = np.maximum(best, np.where((far >= first) & (far <= first + 6), gain * (2 if clue.about & about else 1), 0.0))
    return best

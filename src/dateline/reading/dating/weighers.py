"""What each clue says of a day: functions that weigh it, one for every clue or kind of clue."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from math import exp, log

from dateline.knowledge.dating import Preferences
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.years import past_years
from dateline.reading.times import later

__all__ = ["Weigher", "weighers"]

FAR = 400.0
ELSEWHERE = -15.0  # that a date standing as a dateline is no dateline, spread over all days there are
LOOSELY = 0.5  # that a running year is named in its first days, beside its middle, where no verb of the past governs it
Weigher = Callable[[date], float]


def weighers(clues: Sequence[Clue], wishes: Preferences, newest: int) -> Iterable[Weigher]:
    """A function of the day for every clue that looks at the day."""
    yield lambda day: log(wishes.weekdays_of_publication[day.weekday()])
    past = past_years(clues, newest)
    if past:
        proved = any(clue.kind == "year" and clue.proved and clue.year == max(past) for clue in clues)
        yield running_year(max(past), 0.02 if proved else LOOSELY)
    says_today = any(
        clue.kind == "relative" and clue.unit == "D" and clue.shift in (0, -1) and not clue.quoted for clue in clues
    )
    yield by_weekday(clues, wishes, says_today)
    yield by_month(clues, wishes)
    facts = [clue for clue in clues if clue.kind in ("fact", "lead")]
    by_weekdays = any(clue.kind in ("weekday", "saying") for clue in clues)
    yield dated_facts([clue for clue in distinct(facts) if clue.kind == "fact" and clue.day is None], wishes, by_weekdays)
    for clue in distinct(facts):
        if clue.kind == "lead":
            yield lead(clue)
        elif clue.day is not None:
            yield full_date(clue, wishes)
    for clue in clues:
        if clue.kind == "term":
            yield term(clue, wishes)
        elif clue.kind == "thing":
            yield thing(clue, wishes)
        elif clue.kind in ("counted", "season"):
            yield counted(clue, wishes)
        elif clue.kind == "person":
            yield near_office(clue, wishes)
        elif clue.kind == "dated month" and clue.month and clue.year and clue.side <= 0:
            yield full_date(replace(clue, day=date(clue.year, clue.month, 1), side=-1), wishes)
    yield newest_happening(clues)
    yield from relatives(clues, facts, wishes)


def running_year(newest: int, least: float) -> Weigher:
    """A year is named as past in itself the more likely, the more of it is over; at its start hardly, unless loosely."""

    def weigher(day: date) -> float:
        return log(max(least, day.timetuple().tm_yday / 183)) if day.year == newest else 0.0

    return weigher


def distinct(facts: Sequence[Clue]) -> list[Clue]:
    """Each dated fact once."""
    return list({(clue.year, clue.month, clue.monthday, clue.side > 0): clue for clue in facts}.values())


def by_weekday(clues: Sequence[Clue], wishes: Preferences, says_today: bool) -> Weigher:
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
    table = [0.0] * 7
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
    return lambda day: table[day.weekday()]


def by_month(clues: Sequence[Clue], wishes: Preferences) -> Weigher:
    """What the months named without a year say of the month of the story."""
    table = [0.0] * 12
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
    return lambda day: table[day.month - 1]


def lead(clue: Clue) -> Weigher:
    """A dateline is the day of the story, or the day before."""
    steps = {0: 0.0, 1: -3.5 if clue.day else -1.2, 2: -5.5 if clue.day else -3.0, -1: -6.0}

    def weigher(day: date) -> float:
        named = occurrence(clue, day)
        return steps.get((day - named).days, ELSEWHERE) if named else ELSEWHERE

    return weigher


def full_date(clue: Clue, wishes: Preferences) -> Weigher:
    """A date with its year, named as past, has gone by; the year is named because it lies far off as often as near."""
    named, cost = clue.day or date.min, log(wishes.before_named_year)
    if clue.side > 0 or (clue.side == 0 and clue.weekday is None):
        return lambda day: 0.0
    return lambda day: cost if day < named else 0.0


@cache
def occasions(month: int, monthday: int) -> tuple[int, ...]:
    """That day of every year, as numbers of days."""
    return tuple(
        date(year, month, monthday).toordinal() for year in range(1900, 2102) if monthday <= monthrange(year, month)[1]
    )


def occurrence(clue: Clue, day: date) -> date | None:
    """The occasion nearest to a day that a month and day without a year may mean."""
    if clue.day is not None:
        return clue.day
    days = occasions(clue.month or 1, clue.monthday or 1)
    number = day.toordinal()
    place = bisect_left(days, number)
    near = days[max(0, place - 1) : place + 1]
    return date.fromordinal(min(near, key=lambda other: abs(other - number))) if near else None


def dated_facts(facts: Sequence[Clue], wishes: Preferences, by_weekdays: bool) -> Weigher:
    """Dated facts lie near the day of the story, on the side that grammar puts them; the nearest counts most."""
    too_near = log(wishes.within_week_beside_weekdays) if by_weekdays else 0.0

    def weigher(day: date) -> float:
        near, against = [], 0.0
        for clue in facts:
            other = occurrence(clue, day)
            if other is None:
                continue
            away = (other - day).days
            half = wishes.half_days_future if away > 0 else wishes.half_days_past
            weekday_due = -6 <= away <= 0 and clue.side < 0 and not clue.weekday and not clue.opens
            near.append(
                -log(1 + min(abs(away), FAR) / half) * (2.0 if (clue.opens or clue.weekday) and clue.side <= 0 else 1.25)
                + (too_near if weekday_due else 0.0)
            )
            against += misfit(clue, other, away, wishes)
        near.sort(reverse=True)
        return sum(near[:1]) + wishes.further_fact * sum(near[1:]) + against

    return weigher


def misfit(clue: Clue, other: date, away: int, wishes: Preferences) -> float:
    """What speaks against that date of a fact: it lies on the wrong side, or on another weekday."""
    wrong = (away > 0 > clue.side) or (away < 0 < clue.side)
    side = log(wishes.wrong_side) * (1.0 if clue.strong else 0.5) * min(1.0, abs(away) / 2) if wrong else 0.0
    return side + (log(wishes.wrong_weekday) if clue.weekday and other.isoweekday() != clue.weekday else 0.0)


def term(clue: Clue, wishes: Preferences) -> Weigher:
    """A holder of an office is called so in the term."""
    cost = log(wishes.outside_term)

    def weigher(day: date) -> float:
        return 0.0 if any(first <= day and (last is None or day <= last) for first, last in clue.terms) else cost

    return weigher


def thing(clue: Clue, wishes: Preferences) -> Weigher:
    """What is named must have come up, and may be history."""
    early, late = log(wishes.before_founding), log(wishes.after_ending)
    (since, until) = clue.terms[0]
    return lambda day: early if day < since else late if until and day > until else 0.0


def counted(clue: Clue, wishes: Preferences) -> Weigher:
    """What is counted from a known day puts the story in a stretch of time, and near the day that it points at."""
    cost = log(wishes.outside_counted if clue.strong else wishes.outside_loosely_counted)
    windows = sorted((first.toordinal(), (last or date.max).toordinal()) for first, last in clue.terms)
    starts = [first for first, _ in windows]
    peak = clue.peak.toordinal() if clue.peak else None

    def weigher(day: date) -> float:
        number = day.toordinal()
        place = bisect_right(starts, number) - 1
        if place < 0 or number > windows[place][1]:
            return cost
        return log(1 + wishes.gain_on_day * exp(-abs(number - peak) / wishes.days_about_day)) if peak else 0.0

    return weigher


def newest_happening(clues: Sequence[Clue]) -> Weigher:
    """A story lies the nearer behind the newest happening that it names, the sooner that fades."""
    fading = [(clue.terms[0][0], clue.fades) for clue in clues if clue.kind == "thing" and clue.fades]
    if not fading:
        return lambda day: 0.0

    def weigher(day: date) -> float:
        return min(-min(3.0, max(0.0, (day - since).days / 365) * log(2) / fades) for since, fades in fading)

    return weigher


def near_office(clue: Clue, wishes: Preferences) -> Weigher:
    """Who holds an office now and then is named most in those years, and seldom in others."""

    def weigher(day: date) -> float:
        away = min(max((first - day).days, (day - (last or date.max)).days, 0) for first, last in clue.terms)
        return -min(wishes.furthest_from_office, max(0.0, away / 365 - 1) * wishes.year_from_office)

    return weigher


def relatives(clues: Sequence[Clue], facts: Sequence[Clue], wishes: Preferences) -> Iterable[Weigher]:
    """ "Next week", "tomorrow" and "last month" gain where a dated fact of the story lies in them."""
    gain = log(wishes.fits_relative)
    weeks = {
        clue.shift: frozenset[str]()
        for clue in clues
        if clue.kind == "relative" and clue.unit == "W" and clue.shift is not None
    }
    for clue in clues:
        if clue.kind == "relative" and clue.unit == "W" and clue.shift is not None:
            weeks[clue.shift] |= clue.about
    months = {clue.month for clue in clues if clue.month}
    years = {clue.year for clue in clues if clue.year}
    for unit, shift in sorted(
        {(clue.unit, clue.shift) for clue in clues if clue.kind == "relative" and clue.unit and clue.shift is not None}
    ):
        if unit == "W" and facts:
            yield in_week(facts, shift, gain, weeks[shift])
        elif unit == "D" and facts and shift:
            yield on_day(facts, shift, gain)
        elif unit == "M" and months:
            yield in_month(months, shift, gain if shift else gain / 2)
        elif unit == "Y" and years:
            yield in_year(years, shift, gain / 4)


def in_week(facts: Sequence[Clue], shift: int, gain: float, about: frozenset[str]) -> Weigher:
    """Does a dated fact lie in that week as seen from the day? It tells twice as much where both are said of one thing."""

    def weigher(day: date) -> float:
        first = later(day, 7 * shift - day.weekday())
        last = later(first, 6)
        best = 0.0
        for clue in facts:
            hit = occurrence(clue, day)
            if hit and first <= hit <= last:
                best = max(best, gain * (2 if clue.about & about else 1))
        return best

    return weigher


def on_day(facts: Sequence[Clue], shift: int, gain: float) -> Weigher:
    """Is a dated fact of the day before or after?"""
    return lambda day: gain / 2 if any(occurrence(clue, day) == later(day, shift) for clue in facts) else 0.0


def in_month(months: set[int], shift: int, gain: float) -> Weigher:
    """Is a month that is named the one before, this one or the next?"""
    return lambda day: gain if (day.month - 1 + shift) % 12 + 1 in months else 0.0


def in_year(years: set[int], shift: int, gain: float) -> Weigher:
    """Is a year that is named the one before, this one or the next?"""
    return lambda day: gain if day.year + shift in years else 0.0

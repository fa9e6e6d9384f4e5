"""Dates whose year, month or week the words leave open: the candidate that grammar and nearness choose."""

from collections.abc import Sequence
from datetime import date

from dateline.knowledge.rules import rule
from dateline.reading.desk import Sense
from dateline.reading.times.anchors import Anchors, Ask, side
from dateline.reading.times.calendar import Period, day_of, later, months_later, weekend_of, year_of
from dateline.reading.times.refine import refine, safe_day, underspecified

__all__ = ["open_period", "weekend"]


def open_period(sense: Sense, anchors: Anchors, direction: Ask, notes: list[str]) -> Period:
    """A date whose year (or week) the words leave open: the candidate that grammar and nearness choose."""
    tale = anchors.tale
    if anchors.history and tale and tale.value.startswith("BC") and tale.value[2:6].isdigit():
        return refine(year_of(1 - int(tale.value[2:6])), sense)
    anchor = anchors.of(sense.anchor)
    if anchor is None:
        return underspecified(sense)
    if sense.hour is not None and sense.grain == "T" and not (sense.weekday or sense.month or sense.holiday or sense.day):
        return day_of(anchor_of_time(anchors, anchor))
    if sense.part and not (sense.weekday or sense.month or sense.holiday or sense.day):
        return day_of(anchor_of_time(anchors, anchor))
    if sense.month or sense.season or sense.quarter or sense.half or sense.holiday:
        return yearly(sense, anchors, anchor, direction, notes)
    if sense.day:
        return monthly(sense, anchor, anchors, direction, notes)
    if sense.weekday:
        return weekly(sense, anchor, anchors, direction, notes)
    if sense.weekend:
        return weekend(sense, anchor, direction, notes)
    return underspecified(sense)


def anchor_of_time(anchors: Anchors, anchor: date) -> date:
    """The day that a bare time of day belongs to: the day spoken of."""
    ref = anchors.ref
    return ref.first if ref and ref.first and ref.grain == "D" else anchor


def yearly(sense: Sense, anchors: Anchors, anchor: date, direction: Ask, notes: list[str]) -> Period:
    """A month, season, quarter, holiday or day of a month without its year."""
    years = [year for year in range(anchor.year - 1, anchor.year + 2) if 1 <= year <= 9998]
    candidates = [refine(year_of(year), sense) for year in years]
    known = [period for period in candidates if period.first is not None]
    if not known:
        candidates = [refine(year_of(year), sense) for year in range(max(anchor.year - 8, 1), min(anchor.year + 8, 9998))]
        known = [period for period in candidates if period.first is not None]
    if not known:
        return underspecified(sense)
    if sense.step is not None:
        return stepped(known, anchor, sense)
    notes.append(rule("times", "open year"))
    if anchors.history and anchors.tale and anchors.tale.first:
        return in_history(sense, anchors.tale, known)
    if sense.weekday and sense.day:
        fitting = [period for period in known if period.first and period.first.isoweekday() == sense.weekday]
        known = fitting or known
    if sense.season and not sense.month:
        return nearest(known, anchor, side(direction, notes) or -1, cost=200)
    return nearest(known, anchor, side(direction, notes), cost=45 if sense.quarter or sense.half else 160)


def in_history(sense: Sense, tale: Period, known: Sequence[Period]) -> Period:
    """In a tale the year goes on: that of the time reached, or the next where the month would lie far back."""
    assert tale.first is not None
    year = tale.first.year
    same = refine(year_of(year), sense)
    if same.first is None:
        return min(known, key=lambda period: abs(period.first.year - year) if period.first else 9)
    if tale.grain in ("D", "M") and (tale.first - same.first).days > 240 and year < 9998:
        return refine(year_of(year + 1), sense)
    return same


def stepped(known: Sequence[Period], anchor: date, sense: Sense) -> Period:
    """The nearest before (-1), after (1), or in the year of (0) the anchor."""
    if sense.step == 0:
        return min(
            known,
            key=lambda period: (
                abs(((period.first or anchor) - anchor).days) + (200 if (period.first or anchor).year != anchor.year else 0)
            ),
        )
    if (sense.step or 0) < 0:
        before = [period for period in known if period.last and period.last < anchor]
        return before[-1] if before else known[0]
    after = [period for period in known if period.first and period.first > anchor]
    return after[0] if after else known[-1]


def distance(period: Period, anchor: date) -> int:
    """Days from the anchor to the period, negative when it lies before, 0 when it holds the anchor."""
    assert period.first is not None
    assert period.last is not None
    return (period.first - anchor).days if period.first > anchor else min((period.last - anchor).days, 0)


def nearest(known: Sequence[Period], anchor: date, direction: int, cost: int) -> Period:
    """The nearest candidate, where one on the wrong side of the anchor is `cost` days further away."""

    def far(period: Period) -> float:
        away = distance(period, anchor)
        wrong = (away > 0 > direction) or (away < 0 < direction)
        return abs(away) + (cost * abs(direction) if wrong else 0) + (0.5 if away > 0 else 0)

    return min(known, key=far)


def monthly(sense: Sense, anchor: date, anchors: Anchors, direction: Ask, notes: list[str]) -> Period:
    """A day without its month: "on the 15th"."""
    if anchors.ref and anchors.ref.first and anchors.ref.grain in ("D", "M"):
        anchor = anchors.ref.first
        return safe_day(anchor.year, anchor.month, sense.day or 1)
    notes.append(rule("times", "open month"))
    months = [months_later(anchor.replace(day=1), step) for step in (-1, 0, 1)]
    known = [period for first in months if (period := safe_day(first.year, first.month, sense.day or 1)).first]
    return nearest(known, anchor, side(direction, notes), 12)


def weekly(sense: Sense, anchor: date, anchors: Anchors, direction: Ask, notes: list[str]) -> Period:
    """A weekday without its week."""
    weekday = sense.weekday or 1
    ahead = (weekday - anchor.isoweekday()) % 7
    if sense.step == 1:
        return day_of(later(anchor, ahead or 7))
    if sense.step == -1:
        return day_of(later(anchor, ahead - 7))
    if sense.step == 0:
        return day_of(later(anchor, weekday - anchor.isoweekday()) if sense.anchor != "ref" else later(anchor, ahead))
    if ahead == 0:
        return day_of(anchor)
    if anchors.history:
        return day_of(later(anchor, ahead))
    notes.append(rule("times", "open week"))
    return day_of(later(anchor, ahead if side(direction, notes) > 0 else ahead - 7))


def weekend(sense: Sense, anchor: date, direction: Ask, notes: list[str], *, ahead: bool = False) -> Period:
    """The weekend: this one, or the last where grammar says so ("this weekend" is ahead where it is silent)."""
    if sense.step:
        return weekend_of(later(anchor, 7 * sense.step))
    if anchor.isoweekday() >= 6:
        return weekend_of(anchor)
    towards = side(direction, notes)
    return weekend_of(anchor if towards > 0 or (ahead and towards == 0) else later(anchor, -7))

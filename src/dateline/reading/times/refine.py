"""The part of a period that finer words name, and what can be written where no period is known."""

from datetime import date

from dateline.reading.desk import Sense
from dateline.reading.times.calendar import (
    Period,
    day_of,
    half_of,
    holiday,
    later,
    month_of,
    quarter_of,
    season_of,
    unknown_period,
    week_of,
    weekend_of,
)

__all__ = ["UNDER", "refine", "safe_day", "underspecified"]

UNDER = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX", "Y": "XXXX",
    "E": "XXX", "C": "XX", "S": "XXXX", "T": "XXXX-XX-XX", "FN": "XXXX-WXX",
}  # fmt: skip


def refine(base: Period, sense: Sense) -> Period:
    """The part of the base that the finer fields name."""
    if base.first is None:
        return bc_refined(base, sense)
    year = base.first.year
    period = base
    if sense.quarter:
        period = quarter_of(year, sense.quarter)
    elif sense.half and sense.half in (1, 2):
        period = half_of(year, sense.half)
    elif sense.season:
        period = season_of(year, sense.season)
    if sense.month:
        period = month_of(year, sense.month)
    if sense.holiday:
        period = holiday(sense.holiday, year)
    if sense.day and period.first:
        period = safe_day(period.first.year, period.first.month, sense.day)
    elif sense.weekday and period.first and period.last:
        period = weekday_in(period, sense)
    if sense.weekend and period.first:
        period = weekend_of(period.first)
    if sense.week is not None and period.first:
        period = nth_week(period, sense.week)
    return period


def bc_refined(base: Period, sense: Sense) -> Period:
    """A month or season of a year that has no days."""
    if sense.season:
        return unknown_period("S", f"{base.value}-{sense.season}")
    if sense.month:
        day = f"-{sense.day:02d}" if sense.day else ""
        return unknown_period("D" if sense.day else "M", f"{base.value}-{sense.month:02d}{day}")
    return base


def nth_week(period: Period, nth: int) -> Period:
    """The week of a day (0), or the nth or last (-1) week of a month."""
    assert period.first is not None
    assert period.last is not None
    if nth <= 0:
        return week_of(period.last if nth else period.first)
    return week_of(later(period.first, 7 * (nth - 1)))


def weekday_in(period: Period, sense: Sense) -> Period:
    """The first such weekday in a period, or the nth, or the last (-1)."""
    assert period.first is not None
    assert period.last is not None
    if sense.nth is not None and sense.nth < 0:
        return day_of(later(period.last, -((period.last.isoweekday() - (sense.weekday or 1)) % 7)))
    step = ((sense.weekday or 1) - period.first.isoweekday()) % 7
    return day_of(later(period.first, step + 7 * ((sense.nth or 1) - 1)))


def safe_day(year: int, month: int, day: int) -> Period:
    """That day, or an unknown one where the month has no such day."""
    try:
        return day_of(date(year, month, day))
    except ValueError:
        return unknown_period("D", f"{year:04d}-{month:02d}-{day:02d}")


def underspecified(sense: Sense) -> Period:
    """What can be written of a date whose anchor is not known."""
    if sense.month and sense.day:
        return unknown_period("D", f"XXXX-{sense.month:02d}-{sense.day:02d}")
    if sense.month:
        return unknown_period("M", f"XXXX-{sense.month:02d}")
    if sense.season:
        return unknown_period("S", f"XXXX-{sense.season}")
    if sense.quarter:
        return unknown_period("Q", f"XXXX-Q{sense.quarter}")
    if sense.half:
        return unknown_period("H", f"XXXX-H{sense.half}")
    if sense.weekday:
        return unknown_period("D", f"XXXX-WXX-{sense.weekday}")
    if sense.weekend:
        return unknown_period("WE", "XXXX-WXX-WE")
    grain = sense.grain
    return unknown_period(grain or "D", UNDER.get("D" if sense.day else grain, "XXXX-XX-XX"))

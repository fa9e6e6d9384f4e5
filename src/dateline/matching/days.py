"""Can two reports mean the same days? Dates with their grain, moves from one date to another, and plans without a date."""

from datetime import date

from dateline.matching.reach import REVIVAL, bounded, expected
from dateline.matching.weighing import Sign
from dateline.model.occasion import Facts
from dateline.model.when import When

__all__ = ["SAME", "days_agree", "gap", "moved", "revived", "settled", "together"]

SAME = "same day"
"""The trait of two dates that are one."""

EXACT = 3
"""An interval of so many days or fewer tells one occasion from another."""

GRAINS = ((EXACT, "days overlap"), (8, "weeks overlap"), (31, "months overlap"))
"""What two dates that overlap are, by the length of the longer one; "spans overlap" where it is longer still."""

NEAR = 3
"""Exact dates further apart than so many days are never those of one occasion, unless it was moved."""

TALK = 14
"""Two stories that date nothing speak of the same plan only within so many days of each other."""

FRESH = 4
"""And of the same occasion that took place only within so many."""

LONE = 10
"""A body that meets by itself meets often: an undated report of it reaches no more than so many days."""


def gap(one: When, other: When) -> int:
    """Days between two intervals, 0 where they overlap."""
    first, last = bounded(one)
    begin, end = bounded(other)
    return max(0, (begin - last).days, (first - end).days)


def length(when: When) -> int:
    """Days that it spans, an open end closed."""
    first, last = bounded(when)
    return (last - first).days + 1


def meant(facts: Facts, when: When) -> When:
    """The days that can be meant: of a span in which the story's own day lies, a plan looks ahead, a report back."""
    first, last = bounded(when)
    if when.bearing != "within" or facts.day is None or not first <= facts.day <= last:
        return when
    if facts.status in ("proposed", "scheduled", "confirmed"):
        return When(facts.day, last, "within")
    return When(first, facts.day, "within") if facts.status == "held" else when


def together(one: When, other: When) -> Sign | None:
    """Two dates compared by the longer one's grain; None where they exclude each other."""
    apart, longest = gap(one, other), max(length(one), length(other))
    if apart == 0:
        if bounded(one) == bounded(other) and longest <= EXACT:
            return Sign("the same day" if longest == 1 else "the same days", {SAME: 1.0})
        return Sign("dates that overlap", {next((name for most, name in GRAINS if longest <= most), "spans overlap"): 1.0})
    if apart == 1:
        return Sign("dates a day apart", {"a day apart": 1.0})
    return Sign(f"dates {apart} days apart", {"days apart": 1.0}) if apart <= NEAR and longest <= EXACT else None


def moved(one: Facts, other: Facts) -> Sign | None:
    """Does one of them move the occasion away from the other's date?"""
    for mover, standing in ((one, other), (other, one)):
        if mover.previously and standing.when and gap(mover.previously, standing.when) == 0:
            return Sign("one moves it from the date that the other gives", {"moved": 1.0})
    if one.previously and other.previously and gap(one.previously, other.previously) == 0:
        return Sign("both move it from the same date", {"moved": 1.0})
    return None


def revived(one: Facts, other: Facts) -> Sign | None:
    """Was the one put off without a date, and does the other, later told, give a new one?"""
    for shelved, standing in ((one, other), (other, one)):
        if shelved.status != "postponed" or shelved.when or not (shelved.day and standing.day and standing.when):
            continue
        wait = (bounded(standing.when)[0] - shelved.day).days
        if standing.day > shelved.day and 0 <= wait <= REVIVAL:
            return Sign("a new date for what was put off", {"revived": 1.0 - wait / REVIVAL})
    return None


def far(distance: int, limit: int) -> float:
    """How much of the reach of a presumption lies between, 0 at hand and 1 at its end."""
    return float(min(1.0, distance / max(limit, 1)) ** 1.5)


def presumed(undated: Facts, dated: When) -> Sign | None:
    """A report without a date against a date: is it the one that its day and status lead to expect?"""
    reach = expected(undated)
    if reach is None or undated.day is None:
        return None
    first, last = bounded(dated)
    if last < reach[0] or reach[1] < first or undated.previously is not None:
        return None
    if len(undated.sides) < 2 and max((first - undated.day).days, (undated.day - last).days) > LONE:
        return None
    return near(undated.day, first, last, reach)


def near(day: date, first: date, last: date, reach: tuple[date, date]) -> Sign:
    """A date by its distance from the story's day, in the direction that the status looks."""
    if first > day:
        between = far((first - day).days, (reach[1] - day).days)
        return Sign("the next date after an undated plan", {"one undated": 1.0, "far from the undated": between})
    if last < day:
        between = far((day - last).days, (day - reach[0]).days)
        return Sign("the last date before an undated report", {"one undated": 1.0, "far from the undated": between})
    return Sign("a date that holds the day of an undated report", {"one undated": 1.0})


OVER = ("held", "ongoing")


def undated(one: Facts, other: Facts) -> Sign | None:
    """Two reports without a date: told at about the same time?"""
    mine, theirs = expected(one), expected(other)
    if mine is None or theirs is None or one.day is None or other.day is None:
        return None
    distance = abs((one.day - other.day).days)
    over = one.status in OVER and other.status in OVER
    limit = FRESH if over else TALK if len(one.sides & other.sides) > 1 else LONE
    if distance > limit or mine[1] < theirs[0] or theirs[1] < mine[0]:
        return None
    return Sign(
        "no date in either, told at about the same time", {"both undated": 1.0, "far between undated": distance / limit}
    )


def days_agree(one: Facts, other: Facts) -> Sign | None:
    """The best sign of the same days, None where the two exclude each other."""
    if one.when and other.when:
        dates = together(meant(one, one.when), meant(other, other.when))
        if dates is not None and SAME in dates.traits:
            return dates
    elif one.when or other.when:
        plain, dated = (other, one.when) if one.when else (one, other.when)
        dates = presumed(plain, dated) if dated else None
    else:
        dates = undated(one, other)
    return moved(one, other) or revived(one, other) or dates


SETTLED = frozenset({SAME, "days overlap", "weeks overlap", "moved"})


def settled(days: Sign) -> bool:
    """Do both tell the same few days, or the one the other's move?"""
    return not SETTLED.isdisjoint(days.traits)

"""Can two reports mean the same days? Dates with their grain, moves from one date to another, and plans without a date."""

from datetime import date

from dateline.matching.reach import REVIVAL, bounded, expected
from dateline.model.occasion import Facts
from dateline.model.when import When

__all__ = ["Judged", "days_agree", "gap", "moved", "revived", "together"]

Judged = tuple[float, str]
"""How much it speaks for one occasion, and the reason in words."""

EXACT = 3
"""An interval of so many days or fewer tells one occasion from another."""

GRAINS = ((EXACT, 1.7), (8, 1.2), (31, 0.9), (120, 0.0), (400, -0.3))
"""The worth of two dates that overlap, by the length of the longer one."""

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


def together(one: When, other: When) -> Judged | None:
    """Two dates compared by the longer one's grain; None where they exclude each other."""
    apart, longest = gap(one, other), max(length(one), length(other))
    if apart == 0:
        if bounded(one) == bounded(other) and longest <= EXACT:
            return 2.0, "the same day" if longest == 1 else "the same days"
        return next((worth for most, worth in GRAINS if longest <= most), -0.3), "dates that overlap"
    if longest > EXACT:
        return (-0.8, "dates a day apart") if apart == 1 else None
    if apart <= NEAR:
        return (-0.5, "dates a day apart") if apart == 1 else (-2.0, f"dates {apart} days apart")
    return None


def moved(one: Facts, other: Facts) -> Judged | None:
    """Does one of them move the occasion away from the other's date?"""
    for mover, standing in ((one, other), (other, one)):
        if mover.previously and standing.when and gap(mover.previously, standing.when) == 0:
            return 1.8, "one moves it from the date that the other gives"
    if one.previously and other.previously and gap(one.previously, other.previously) == 0:
        return 1.5, "both move it from the same date"
    return None


def revived(one: Facts, other: Facts) -> Judged | None:
    """Was the one put off without a date, and does the other, later told, give a new one?"""
    for shelved, standing in ((one, other), (other, one)):
        if shelved.status != "postponed" or shelved.when or not (shelved.day and standing.day and standing.when):
            continue
        wait = (bounded(standing.when)[0] - shelved.day).days
        if standing.day > shelved.day and 0 <= wait <= REVIVAL:
            return 0.6 - wait / REVIVAL, "a new date for what was put off"
    return None


def fading(distance: int, limit: int) -> float:
    """A presumption is worth 0.8 at hand and costs 2.0 at the end of its reach."""
    return float(0.8 - 2.8 * (distance / max(limit, 1)) ** 1.5)


def presumed(undated: Facts, dated: When) -> Judged | None:
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


def near(day: date, first: date, last: date, reach: tuple[date, date]) -> Judged:
    """The worth of a date by its distance from the story's day, in the direction that the status looks."""
    if first > day:
        return fading((first - day).days, (reach[1] - day).days), "the next date after an undated plan"
    if last < day:
        return fading((day - last).days, (day - reach[0]).days), "the last date before an undated report"
    return 0.8, "a date that holds the day of an undated report"


OVER = ("held", "ongoing")


def undated(one: Facts, other: Facts) -> Judged | None:
    """Two reports without a date: told at about the same time?"""
    mine, theirs = expected(one), expected(other)
    if mine is None or theirs is None or one.day is None or other.day is None:
        return None
    distance = abs((one.day - other.day).days)
    over = one.status in OVER and other.status in OVER
    limit = FRESH if over else TALK if len(one.sides & other.sides) > 1 else LONE
    if distance > limit or mine[1] < theirs[0] or theirs[1] < mine[0]:
        return None
    return 0.5 - distance / limit, "no date in either, told at about the same time"


def days_agree(one: Facts, other: Facts) -> Judged | None:
    """The best reason for the same days, None where the two exclude each other."""
    reasons = [moved(one, other), revived(one, other)]
    if one.when and other.when:
        reasons.append(together(meant(one, one.when), meant(other, other.when)))
    elif one.when or other.when:
        plain, dated = (other, one.when) if one.when else (one, other.when)
        reasons.append(presumed(plain, dated) if dated else None)
    else:
        reasons.append(undated(one, other))
    return max((reason for reason in reasons if reason is not None), default=None)

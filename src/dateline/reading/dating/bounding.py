"""What bounds a story: terms of office, things of their time, happenings, and what is counted from a known day."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import log

import numpy as np

from dateline.knowledge.dating import Preferences
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.span import Column, Days, Mask, inside

__all__ = ["bounds"]


def bounds(clues: Sequence[Clue], days: Days, wishes: Preferences) -> Iterable[tuple[str, Column]]:
    """A column of the days for every clue that bounds them, and one for the newest happening."""
    for clue in clues:
        if clue.kind == "term":
            before, after = outside(clue, days)
            yield "before term", np.where(before, log(wishes.before_term), 0.0)
            yield "after term", np.where(after, log(wishes.after_term), 0.0)
        elif clue.kind == "thing":
            yield from thing(clue, days, wishes)
        elif clue.kind in ("counted", "season"):
            yield "counted", counted(clue, days, wishes)
        elif clue.kind == "person":
            yield "person", near_office(clue, days, wishes)
    yield "happening", newest_happening(clues, days)


def outside(clue: Clue, days: Days) -> tuple[Mask, Mask]:
    """The days before the first term of office, and those after one in which none runs."""
    within = inside(days, clue.terms)
    before = days.number < min(since for since, _ in clue.terms).toordinal()
    return before, ~within & ~before


def thing(clue: Clue, days: Days, wishes: Preferences) -> Iterable[tuple[str, Column]]:
    """What is named must have come up, and may be history."""
    since, until = clue.terms[0]
    yield "before thing", np.where(days.number < since.toordinal(), log(wishes.before_founding), 0.0)
    if until:
        yield "after thing", np.where(days.number > until.toordinal(), log(wishes.after_ending), 0.0)


def counted(clue: Clue, days: Days, wishes: Preferences) -> Column:
    """What is counted from a known day puts the story in a stretch of time, and near the day that it points at."""
    cost = log(wishes.outside_counted if clue.strong else wishes.outside_loosely_counted)
    within = days.none
    if clue.peak:
        far = np.abs(days.number - clue.peak.toordinal())
        within = np.log1p(wishes.gain_on_day * np.exp(-far / wishes.days_about_day))
    return np.where(inside(days, clue.terms), within, cost)


def newest_happening(clues: Sequence[Clue], days: Days) -> Column:
    """A story lies the nearer behind the newest happening that it names, the sooner that fades."""
    fading = [(clue.terms[0][0], clue.fades) for clue in clues if clue.kind == "thing" and clue.fades]
    if not fading:
        return days.none
    gone = [np.maximum(0.0, (days.number - since.toordinal()) / 365) * log(2) / fades for since, fades in fading]
    least: Column = np.min(gone, axis=0)
    return -np.minimum(3.0, least)


def near_office(clue: Clue, days: Days, wishes: Preferences) -> Column:
    """Who holds an office now and then is named most in those years, and seldom in others."""
    nearest = np.full(len(days.number), 1e6)
    for since, until in clue.terms:
        away = np.maximum(since.toordinal() - days.number, days.number - (until or date.max).toordinal())
        nearest = np.minimum(nearest, np.maximum(away, 0))
    return -np.minimum(wishes.furthest_from_office, np.maximum(0.0, nearest / 365 - 1) * wishes.year_from_office)

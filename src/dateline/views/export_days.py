"""The day that a data set gives an act, and which acts it has no row for: those without a day, and deeds of years before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model.coded import Coded
from dateline.model.when import When

__all__ = ["Choice", "Chosen", "chosen", "day_of", "is_background", "set_day", "told_day"]

LONG_AGO = timedelta(days=365)
"""What ended longer ago than this when its story was published is background, no news."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What goes into a set whose rows have one day each.

    `told`: an act whose day no words tell has that of its story; `untold`: it comes too, without a day; `background`: deeds
    of years before come too. `first` and `last` bound the days.
    """

    first: date | None = None
    last: date | None = None
    told: bool = False
    untold: bool = False
    background: bool = False

    def holds(self, day: date) -> bool:
        """Is it one of the days asked for?"""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Chosen:
    """The events that have rows, and how many have none: no words tell their day, or they are background."""

    events: tuple[Coded, ...]
    untold: int = 0
    background: int = 0


def told_day(event: Coded) -> date | None:
    """The day of an act as words tell it: the one, or the first of those that it fills. Of a month or year, no day is told."""
    when = event.when
    if (
        when is None
        or when.earliest is None
        or when.bearing == "within"
        or len(when.edtf.partition("/")[0]) < len("2022-01-04")
    ):
        return None
    return None if when.latest is None and when.earliest.day == 1 else when.earliest  # "since March", "since 2014"


def set_day(event: Coded, *, told: bool) -> date | None:
    """The told day; with `told`, else that of the story, unless words say that the act was at another time."""
    found = told_day(event)
    if found or not told or event.day is None:
        return found
    return event.day if event.when is None or event.when.contains(When.on(event.day)) else None


def day_of(event: Coded, *, told: bool) -> str | None:
    """The day that a set gives an act, in ISO 8601."""
    found = set_day(event, told=told)
    return found.isoformat() if found else None


def is_background(event: Coded) -> bool:
    """Is it a deed of years before that a story tells again: over for a year when it was published, or told by its year?"""
    when = event.when
    if event.status == "historical":
        return True
    if when is None:
        return False
    if when.bearing == "within" and (when.days or 0) >= LONG_AGO.days:
        return True
    ended = when.latest or (when.earliest if when.bearing != "since" else None)
    return bool(ended and event.day and event.day - ended > LONG_AGO)


def chosen(events: Iterable[Coded], choice: Choice) -> Chosen:
    """The events that have rows in a set."""
    kept: list[Coded] = []
    untold = background = 0
    for event in events:
        day = set_day(event, told=choice.told)
        if is_background(event) and not choice.background:
            background += 1
        elif day is None and not choice.untold:
            untold += 1
        elif day is None or choice.holds(day):
            kept.append(event)
    return Chosen(tuple(kept), untold, background)

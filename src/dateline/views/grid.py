"""Weeks and months as grids of days, each with the meetings that fill it; what has no days of its own stands beside."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from dateline.model.agenda import AgendaRow
from dateline.model.party import Party
from dateline.model.when import When, days_after
from dateline.views.clashes import clashes
from dateline.views.pages import Item, item_of
from dateline.views.wording import short_day

__all__ = ["Cell", "Grid", "grid", "month_days", "week_days"]

WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A day of a grid; `inside` tells the days asked for from those that only fill up a week."""

    day: date
    inside: bool
    today: bool
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """ "Wednesday 12 January"."""
        return f"{self.day:%A} {short_day(self.day)}"


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Whole weeks of days, and the meetings of these days of which no one day is known."""

    weeks: tuple[tuple[Cell, ...], ...]
    loose: tuple[Item, ...]


def week_days(day: date) -> tuple[date, date]:
    """Monday and Sunday around a day.

    >>> [str(each) for each in week_days(date(2022, 1, 5))]
    ['2022-01-03', '2022-01-09']
    """
    monday = days_after(day, -day.weekday())
    return monday, days_after(monday, WEEK - 1)


def month_days(day: date) -> tuple[date, date]:
    """The first and the last day of a month.

    >>> [str(each) for each in month_days(date(2024, 2, 5))]
    ['2024-02-01', '2024-02-29']
    """
    when = When.month(day.year, day.month)
    return when.earliest or day, when.latest or day


def grid(rows: Sequence[AgendaRow], first: date, last: date, opened: date, names: Mapping[str, Party], zone: tzinfo) -> Grid:
    """The weeks from the one of the first day to that of the last one."""
    clashing = clashes(rows)
    filled: dict[date, list[Item]] = defaultdict(list)
    loose: list[Item] = []
    for row in rows:
        item = item_of(row, opened, names, zone, clashing.get(row.id, ()))
        days = days_of(row, first, last)
        for day in days:
            filled[day].append(item)
        if not days:
            loose.append(item)
    monday, end = week_days(first)[0], week_days(last)[1]
    cells = [
        Cell(day=day, inside=first <= day <= last, today=day == opened, items=tuple(filled[day]))
        for day in map(date.fromordinal, range(monday.toordinal(), end.toordinal() + 1))
    ]
    weeks = tuple(tuple(cells[start : start + WEEK]) for start in range(0, len(cells), WEEK))
    return Grid(weeks=weeks, loose=tuple(loose))


def days_of(row: AgendaRow, first: date, last: date) -> list[date]:
    """The days among those asked for that a meeting fills; of one put off, those that it was to fill."""
    when = row.occasion.when or row.occasion.previously
    if when is None or when.earliest is None or when.latest is None or not (when.is_day or when.bearing == "extent"):
        return []
    start, end = max(when.earliest, first), min(when.latest, last)
    return [date.fromordinal(number) for number in range(start.toordinal(), end.toordinal() + 1)]

"""The days that a story may be of, as columns: every clue gives each of them a weight."""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

__all__ = ["Column", "Days", "Mask", "days_of", "inside", "occasions"]

Column = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Days:
    """Consecutive days: their numbers in the calendar, years, months, weekdays from Monday as 0, and places in the year."""

    number: Numbers
    year: Numbers
    month: Numbers
    weekday: Numbers
    yearday: Numbers

    @property
    def none(self) -> Column:
        """Nothing said of any day."""
        return np.zeros(len(self.number))

    def away(self, month: int, monthday: int) -> Numbers:
        """How many days it is to the nearest occasion of that day of a year, less than none where it has gone by."""
        known = np.asarray(occasions(month, monthday))
        after = np.clip(np.searchsorted(known, self.number), 1, len(known) - 1)
        ahead, behind = known[after] - self.number, known[after - 1] - self.number
        return np.where(ahead < -behind, ahead, behind)


@lru_cache(maxsize=4)
def days_of(first: int, last: int) -> Days:
    """All days of these years."""
    number = np.arange(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1)
    parts = [date.fromordinal(int(each)) for each in number]
    return Days(
        number,
        np.array([day.year for day in parts]),
        np.array([day.month for day in parts]),
        (number - 1) % 7,
        np.array([day.timetuple().tm_yday for day in parts]),
    )


@cache
def occasions(month: int, monthday: int) -> tuple[int, ...]:
    """That day of every year, as numbers of days."""
    return tuple(
        date(year, month, monthday).toordinal() for year in range(1900, 2102) if monthday <= monthrange(year, month)[1]
    )


def inside(days: Days, terms: Sequence[tuple[date, date | None]]) -> Mask:
    """Which days lie in one of the terms."""
    found = np.zeros(len(days.number), dtype=bool)
    for since, until in terms:
        first = bisect_left(days.number, since.toordinal())
        last = bisect_left(days.number, (until or date.max).toordinal() + 1)
        found[first:last] = True
    return found

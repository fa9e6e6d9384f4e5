"""The arithmetic of the calendar: periods by grain, their neighbours, what lies in them, and how TimeML writes them."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateline.knowledge.times import NamedDay, named_days

__all__ = [
    "Period", "century_of", "containing", "day_of", "decade_of", "easter", "half_of", "holiday", "month_of",
    "quarter_of", "season_of", "shifted", "unknown_period", "week_of", "weekend_of", "year_of",
]  # fmt: skip

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAYS = {"D": 1, "W": 7, "WE": 7, "FN": 14}
MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}


@dataclass(frozen=True)
class Period:
    """A stretch of the calendar: its grain, its first and last day (None where unknown), and its TIMEX3 value."""

    grain: str
    first: date | None
    last: date | None
    value: str


def unknown_period(grain: str, value: str) -> Period:
    """A period whose days nobody can tell."""
    return Period(grain, None, None, value)


def day_of(day: date) -> Period:
    """A single day."""
    return Period("D", day, day, day.isoformat())


def week_of(day: date) -> Period:
    """The ISO week of a day, Monday to Sunday."""
    first = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Period("W", first, later(first, 6), f"{year:04d}-W{week:02d}")


def weekend_of(day: date) -> Period:
    """Saturday and Sunday of the ISO week of a day."""
    week = week_of(day)
    assert week.first is not None
    saturday = later(week.first, 5)
    return Period("WE", saturday, later(saturday, 1), f"{week.value}-WE")


def month_of(year: int, month: int) -> Period:
    """A calendar month."""
    return Period("M", date(year, month, 1), date(year, month, monthrange(year, month)[1]), f"{year:04d}-{month:02d}")


def quarter_of(year: int, quarter: int) -> Period:
    """A calendar quarter."""
    last = month_of(year, 3 * quarter).last
    return Period("Q", date(year, 3 * quarter - 2, 1), last, f"{year:04d}-Q{quarter}")


def half_of(year: int, half: int) -> Period:
    """Half a calendar year."""
    return Period("H", date(year, 6 * half - 5, 1), month_of(year, 6 * half).last, f"{year:04d}-H{half}")


def season_of(year: int, season: str) -> Period:
    """A season of the north, in whole months; the winter of a year begins in its December."""
    start = SEASONS[season]
    end = month_of(year + 1, 2) if season == "WI" and year < MAXYEAR else month_of(year, min(start + 2, 12))
    return Period("S", date(year, start, 1), end.last, f"{year:04d}-{season}")


def year_of(year: int) -> Period:
    """A calendar year; years before our era carry no days."""
    if not MINYEAR <= year <= MAXYEAR:
        return unknown_period("Y", f"BC{1 - year:04d}" if year <= 0 else f"{year}")
    return Period("Y", date(year, 1, 1), date(year, 12, 31), f"{year:04d}")


def decade_of(decade: int) -> Period:
    """A decade by its first three figures: 198 is the 1980s."""
    return Period("E", date(max(decade * 10, 1), 1, 1), date(decade * 10 + 9, 12, 31), f"{decade:03d}")


def century_of(century: int) -> Period:
    """A century by its first two figures: 19 is the 1900s, the twentieth century."""
    return Period("C", date(max(century * 100, 1), 1, 1), date(century * 100 + 99, 12, 31), f"{century:02d}")


def containing(unit: str, day: date) -> Period:
    """The period of that unit in which a day lies."""
    simple: dict[str, Callable[[date], Period]] = {
        "D": day_of,
        "W": week_of,
        "FN": week_of,
        "WE": weekend_of,
        "M": lambda day: month_of(day.year, day.month),
        "Q": lambda day: quarter_of(day.year, (day.month + 2) // 3),
        "H": lambda day: half_of(day.year, 1 + (day.month > 6)),
        "Y": lambda day: year_of(day.year),
        "E": lambda day: decade_of(day.year // 10),
        "C": lambda day: century_of(day.year // 100),
    }
    return simple.get(unit, day_of)(day)


def later(day: date, days: int) -> date:
    """So many days later, at the ends of time the last possible day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def months_later(day: date, months: int) -> date:
    """So many months later, the last day of the month where the day does not exist (29 February)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, unit: str, steps: int, grain: str | None = None) -> Period:
    """The period `steps` units away from a day, named as coarsely as `grain` (the unit itself when left out)."""
    if abs(steps) > 100_000:
        return unknown_period(unit, "PAST_REF" if steps < 0 else "FUTURE_REF")
    moved = later(day, steps * DAYS[unit]) if unit in DAYS else months_later(day, steps * MONTHS.get(unit, 0))
    return containing(grain or unit, moved)


def easter(year: int) -> date:
    """Western Easter (Meeus's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 the rule's own letters
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month, -1 the last, 0 the Tuesday after the first Monday."""
    if nth == 0:
        return later(nth_weekday(year, month, 1, 1), 1)
    if nth < 0:
        last = month_of(year, month).last
        assert last is not None
        return later(last, -((last.isoweekday() - weekday) % 7))
    first = date(year, month, 1)
    return later(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def reckoned(day: NamedDay, year: int) -> date:
    """The date of a named day in a year."""
    if day.reckon == "once":
        return date(day.year or year, day.month, day.day)
    if day.reckon == "easter":
        return later(easter(year), day.offset)
    if day.reckon == "weekday":
        return later(nth_weekday(year, day.month, day.weekday, day.nth), day.offset)
    return date(year, day.month, day.day)


def holiday(name: str, year: int) -> Period:
    """The named day in that year."""
    return day_of(reckoned(next(day for day in named_days() if day.name == name), year))

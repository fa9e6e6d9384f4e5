"""Days as a person gives them, in figures or in words, reckoned from today. Every command that takes days asks here."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

from dateline.app.opening import now
from dateline.intake.day import check_day, day_in_words, iso
from dateline.model.errors import InputError
from dateline.model.when import When, days_after

__all__ = ["day", "interval", "length", "moment", "period", "published", "span", "today"]

Days = tuple[date, date]
"""A first day and a last one."""

NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TURNS = {"last": -1, "this": 0, "next": 1}

TURN = re.compile(r"(?P<turn>last|this|next) (?P<unit>\w+)")
COUNT = r"(?P<number>\d{1,6}) ?(?P<unit>d|days?|w|weeks?)"
AHEAD = re.compile(rf"in {COUNT}")
AGO = re.compile(rf"{COUNT} ago")
LENGTH = re.compile(COUNT)
VAGUE = re.compile(r"\d{4}(?:-\d{2})?")
WEEK = re.compile(r"\d{4}-w\d{2}")

KNOWN = '2022-01-04, 2022-01, today, monday, "last friday", "next week", "3 days ago" or "in 2 weeks"'


def today() -> date:
    """The day that the clock of this machine shows."""
    return now().astimezone().date()


def span(words: str, *, at: date | None = None, ahead: bool = False) -> Days:
    """The first and the last day of what the words name: a day, a week, a month, a year.

    A weekday alone is the latest one, or with `ahead` the one to come, today included.

    >>> thursday = date(2022, 1, 6)
    >>> for words in ("monday", "next week", "2022-02", "3 days ago"):
    ...     print(*span(words, at=thursday))
    2022-01-03 2022-01-03
    2022-01-10 2022-01-16
    2022-02-01 2022-02-28
    2022-01-03 2022-01-03
    >>> span("monday", at=thursday, ahead=True)[0]
    datetime.date(2022, 1, 10)
    """
    at, wanted = at or today(), " ".join(words.split()).lower()
    found = near(wanted, at, ahead=ahead) or turned(wanted, at) or in_figures(wanted)
    if found is None:
        raise InputError(f"no date: {words[:40]!r}; write {KNOWN}")
    return found


def near(wanted: str, at: date, *, ahead: bool) -> Days | None:
    """A day by its distance from today: "tomorrow", "friday", "3 days ago"."""
    if wanted in NEAR:
        return single(days_after(at, NEAR[wanted]))
    if (number := weekday(wanted)) is not None:
        return single(days_after(at, (number - at.weekday()) % 7 if ahead else -((at.weekday() - number) % 7)))
    if match := AHEAD.fullmatch(wanted):
        return single(days_after(at, counted(match)))
    if match := AGO.fullmatch(wanted):
        return single(days_after(at, -counted(match)))
    return None


def turned(wanted: str, at: date) -> Days | None:
    """The week, month, year or weekday before, now or after: "next week", "last friday"."""
    match = TURN.fullmatch(wanted)
    if match is None:
        return None
    turn, unit = TURNS[match["turn"]], match["unit"]
    monday = days_after(at, -at.weekday())
    if unit == "week":
        return days_after(monday, 7 * turn), days_after(monday, 7 * turn + 6)
    if unit == "month":
        return month(at.year + (at.month - 1 + turn) // 12, (at.month - 1 + turn) % 12 + 1)
    if unit == "year":
        return date(at.year + turn, 1, 1), date(at.year + turn, 12, 31)
    if (number := weekday(unit)) is None:
        return None
    if turn == 0:
        return single(days_after(monday, number))
    distance = (number - at.weekday()) % 7 or 7 if turn > 0 else -((at.weekday() - number) % 7 or 7)
    return single(days_after(at, distance))


def in_figures(wanted: str) -> Days | None:
    """A date in full ("2022-01-04", "4 January 2022"), or a week, month or year in figures."""
    try:
        if WEEK.fullmatch(wanted):
            monday = date.fromisoformat(wanted.upper())
            return monday, days_after(monday, 6)
        if VAGUE.fullmatch(wanted):
            when = When.parsed(wanted)
            return (when.earliest, when.latest) if when.earliest and when.latest else None
        given = iso(wanted.upper())
    except (ValueError, InputError):
        given_in_words = day_in_words(wanted)
        if given_in_words is None:
            return None
        given = given_in_words
    return single(given.date() if isinstance(given, datetime) else given)


def single(found: date) -> Days:
    """A day as a span."""
    return found, found


def month(year: int, number: int) -> Days:
    """A month."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def weekday(words: str) -> int | None:
    """Which day of the week it is, Monday being 0; three letters are enough."""
    return next((number for number, name in enumerate(WEEKDAYS) if len(words) > 2 and name.startswith(words)), None)


def counted(match: re.Match[str]) -> int:
    """So many days."""
    return int(match["number"]) * (7 if match["unit"].startswith("w") else 1)


def length(words: str) -> int:
    """How many days a length has.

    >>> length("7d"), length("2 weeks")
    (7, 14)
    """
    match = LENGTH.fullmatch(" ".join(words.split()).lower())
    if match is None:
        raise InputError(f"no length of time: {words[:40]!r}; write 7d, 2w or '10 days'")
    return counted(match)


INTERVAL = re.compile(r"(?P<number>\d{1,5}) ?(?P<unit>m|min|minutes?|h|hours?|d|days?)")
SHORTEST = timedelta(minutes=1)


def interval(words: str) -> timedelta:
    """How long to wait between two rounds: a minute at least, out of manners.

    >>> interval("15m"), interval("2 hours")
    (datetime.timedelta(seconds=900), datetime.timedelta(seconds=7200))
    """
    match = INTERVAL.fullmatch(" ".join(words.split()).lower())
    unit = {"m": "minutes", "h": "hours", "d": "days"}[match["unit"][0]] if match else ""
    found = timedelta(**{unit: int(match["number"])}) if match else timedelta()
    if found < SHORTEST:
        raise InputError(f"no interval: {words[:40]!r}; write 15m, 2h or 1d, a minute at least")
    return found


def day(words: str, *, ahead: bool = False) -> date:
    """A day, or the first one of a week, month or year."""
    return span(words, ahead=ahead)[0]


def published(words: str) -> date | datetime:
    """The day, or the moment with its zone, on which a story was published; a week or month is none."""
    try:
        given = iso(words)
    except InputError:
        first, last = span(words)
        if first != last:
            raise InputError(f"no day: {words[:40]!r} is longer than one") from None
        given = first
    check_day(given)
    return given


def moment(words: str, *, at: date | None = None) -> datetime:
    """A moment; a day or longer means its end, an hour without a zone that of UTC."""
    try:
        given = iso(words)
    except InputError:
        return datetime.combine(span(words, at=at)[1], time.max, UTC)
    if not isinstance(given, datetime):
        return datetime.combine(span(words, at=at)[1], time.max, UTC)
    return given if given.tzinfo else given.replace(tzinfo=UTC)


def period(
    first: str | None = None, last: str | None = None, *, following: str | None = None, past: str | None = None,
    ahead: bool = False, at: date | None = None,
) -> tuple[date | None, date | None]:  # fmt: skip
    """The days from the first of what `first` names to the last of what `last` names, either end open where nothing is said;
    or those `following` the first day (or today), or the `past` ones until the last day (or today).

    A weekday alone in `last` is the one that comes after the first day. Words are reckoned from `at`, today if not given.
    """
    if following and (last or past):
        raise InputError("the days that follow have an end of their own: leave --to or --last out, or --next")
    if past and first:
        raise InputError("the last days have a beginning of their own: leave --from or --last out")
    start = span(first, at=at, ahead=ahead)[0] if first else None
    if last and start and weekday(last.strip().lower()) is not None:
        return start, span(last, at=start, ahead=True)[1]
    end = span(last, at=at, ahead=ahead)[1] if last else None
    if following:
        start = start or at or today()
        return start, days_after(start, length(following))
    if past:
        end = end or at or today()
        return days_after(end, -length(past)), end
    return start, end

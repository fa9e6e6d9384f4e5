"""The day a story says it was published, where a field or header line names it in full."""

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from dateline.model.errors import InputError

__all__ = ["can_be", "check_day", "day_in_words", "iso", "moment", "published_on"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<month>(?:jan|febr?|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ch|il|e|y|ust|ember|tember|ober)?)\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
HOUR = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?|[+-]\d{4})?)?"
WORDS = tuple(
    re.compile(rf"{WEEKDAY}{order}{HOUR}", re.IGNORECASE)
    for order in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(?P<year>\d{{4}})",
        rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
    )
)

FIRST, LAST = date(1600, 1, 1), date(2199, 12, 31)
"""Between these days a story can have been published: there were no newspapers before, and what lies after is a slip."""

LONGEST_MOMENT = 100
ZONE_NAME = re.compile(r" ?(?:UTC|GMT)$")
ZONES = {
    "GMT": 0, "UTC": 0, "UT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PDT": -7,
}  # fmt: skip
"""Hours by which zones are ahead, of names that mean one zone only or nearly so."""
CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*+(?:(?P<half>[ap])\.?m\.?)?\s*+\(?(?P<zone>[A-Z]{2,4})\b", re.I
)
MAIL = re.compile(r"^((?:[A-Za-z]{3,9},?\s+)?)(\d{1,2}[ -][A-Za-z]{3}[a-z]*[ -])(\d{4}|\d{2})\b(.*)$")


def published_on(value: str) -> date | datetime:
    """The date or date-time of ISO 8601 / RFC 3339 on which a story was published, else an `InputError`.

    >>> published_on("2022-01-04"), published_on("2022-01-04T08:30:00Z").isoformat()
    (datetime.date(2022, 1, 4), '2022-01-04T08:30:00+00:00')
    """
    found = iso(value)
    check_day(found)
    return found


def check_day(value: date | datetime) -> None:
    """Refuse a day on which no story can have been published."""
    if not can_be(value):
        raise InputError(f"no story was published on {value.isoformat()}: a day from {FIRST} to {LAST} is wanted")


def can_be(value: date | datetime) -> bool:
    """Can a story have been published then?"""
    return FIRST <= (value.date() if isinstance(value, datetime) else value) <= LAST


def iso(value: str) -> date | datetime:
    """A date or date-time of ISO 8601 / RFC 3339, of any year, else an `InputError`."""
    value = value.strip()
    try:
        return date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"no date: {value[:40]!r}; write 2022-01-04, or 2022-01-04T08:30:00Z") from error


def day_in_words(value: str) -> date | datetime | None:
    """The full date that these words are and nothing else: "Tuesday, January 4, 2022", "4 Jan. 2022 10:15 GMT"."""
    value = value.strip()
    try:
        return published_on(value)
    except InputError:
        pass
    for pattern in WORDS:
        if match := pattern.fullmatch(value):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else MONTHS.index(parts["month"][:3].lower()) + 1
            try:
                found = date(int(parts["year"]), month, int(parts["day"]))
            except ValueError:
                return None
            return found if can_be(found) else None
    return None


def moment(value: str) -> date | datetime | None:
    """The day, or the moment with its zone, that a field of a feed or page gives: ISO 8601, RFC 822, or in words.

    >>> moment("Tue, 04 Jan 2022 08:30:00 GMT").isoformat(), moment("2022-01-04T08:30:00+0100").isoformat()
    ('2022-01-04T08:30:00+00:00', '2022-01-04T08:30:00+01:00')
    """
    value = " ".join(value.split())[:LONGEST_MOMENT]
    found = in_iso(value) or in_mail(value) or day_in_words(value)
    if found and not can_be(found):
        return None
    if isinstance(found, datetime):
        return found if found.tzinfo else found.date()
    return with_hour(found, value) if found else None


def in_iso(value: str) -> date | datetime | None:
    """A date or moment of ISO 8601, also where a zone follows it as a name."""
    try:
        return published_on(ZONE_NAME.sub("+00:00", value))
    except InputError:
        return None


def in_mail(value: str) -> datetime | None:
    """A moment as mails and RSS feeds write it."""
    if not (match := MAIL.search(value)):
        return None
    try:
        return parsedate_to_datetime(f"{match[1]}{expanded(match[2], match[3])}{match[4]}")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def with_hour(day: date, value: str) -> date | datetime:
    """The moment where hour and zone stand beside the day, else the day: an hour without a zone is none."""
    if not (match := CLOCK.search(value)) or (zone := ZONES.get(match["zone"].upper())) is None:
        return day
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0) if match["half"] else int(match["hour"])
    if hour > 23 or int(match["minute"]) > 59:
        return day
    return datetime(day.year, day.month, day.day, hour, int(match["minute"]), tzinfo=timezone(timedelta(hours=zone)))


def expanded(day_and_month: str, year: str) -> str:
    """A year of two figures in full, as mails and feeds of the last century have it."""
    return day_and_month + (year if len(year) == 4 else f"{'19' if year >= '69' else '20'}{year}")

"""The day a story says it was published, where a field or header line names it in full."""

import re
from datetime import date, datetime

from dateline.model.errors import InputError

__all__ = ["day_in_words", "published_on"]

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


def published_on(value: str) -> date | datetime:
    """A date or date-time of ISO 8601 / RFC 3339, else an `InputError`.

    >>> published_on("2022-01-04"), published_on("2022-01-04T08:30:00Z").isoformat()
    (datetime.date(2022, 1, 4), '2022-01-04T08:30:00+00:00')
    """
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
                return date(int(parts["year"]), month, int(parts["day"]))
            except ValueError:
                return None
    return None

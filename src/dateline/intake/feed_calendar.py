"""Calendars (iCalendar) to stories: an event is a text of its summary, its day and place in words, and its description."""

from datetime import date, datetime
from typing import Any

from dateline.intake.clean_html import address, legible, one_line
from dateline.intake.day import can_be
from dateline.intake.decode import LONGEST_STORY
from dateline.intake.feed import Feed, feed_of
from dateline.intake.feed_item import MOST_ENTRIES, Item, undated, unread
from dateline.model.errors import InputError
from dateline.model.problem import Problem

__all__ = ["is_calendar", "read_calendar"]

LARGEST = 5_000_000

MOST_LINES = 20_000
"""Lines of a calendar that are read, two seconds' work of the library; beyond them it ends with the last whole event."""

STAMPS = ("LAST-MODIFIED", "DTSTAMP")
BROKEN = (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)


def is_calendar(data: bytes) -> bool:
    """Does it begin as a calendar does?"""
    return data[:200].lstrip(b"\xef\xbb\xbf \r\n").upper().startswith((b"BEGIN:VCALENDAR", b"BEGIN:VEVENT"))


def read_calendar(data: bytes, name: str) -> Feed:
    """The calendar in these bytes as a feed of its events, else an `InputError` that says what is wrong with it."""
    from icalendar import Calendar

    if len(data) > LARGEST:
        raise InputError(f"longer than {LARGEST:,} bytes: no calendar that can be read")
    data, left = shortened(data)
    try:
        calendars = list(Calendar.from_ical(data, multiple=True))
        found = [event for calendar in calendars for event in calendar.walk("VEVENT")]
        items = [item_of(event, f"{name}#{number}") for number, event in enumerate(found[:MOST_ENTRIES], 1)]
        title = next((one_line(str(each.get("X-WR-CALNAME") or each.get("NAME") or "")) for each in calendars), "")
    except BROKEN as error:
        raise InputError(f"no calendar that can be read: {one_line(str(error))[:200] or type(error).__name__}") from error
    if not items:
        raise InputError("a calendar without events")
    return feed_of(title, None, items, unread(len(found) + left, len(items)))


def shortened(data: bytes) -> tuple[bytes, int]:
    """The calendar as far as `MOST_LINES` reach, to the end of an event; and how many events are beyond."""
    lines = data.splitlines(keepends=True)
    if len(lines) <= MOST_LINES:
        return data, 0
    ends = [n for n, line in enumerate(lines, 1) if line.strip().upper() == b"END:VEVENT"]
    last = max((n for n in ends if n <= MOST_LINES), default=MOST_LINES)
    return b"".join((*lines[:last], b"END:VCALENDAR\r\n")), sum(n > last for n in ends)


def item_of(event: Any, name: str) -> Item:
    """An event in words."""
    title, place = words(event, "SUMMARY"), words(event, "LOCATION")
    start = value_of(event, "DTSTART")
    when = f"{start:%A}, {start.day} {start:%B %Y}" if start and start.year >= 1000 else ""
    hour = f", {start:%H:%M} {start.tzname() or ''}".rstrip() if when and isinstance(start, datetime) else ""
    lead = ", ".join(part for part in (title, place and f"in {place}", when and f"on {when}{hour}") if part)
    status = words(event, "STATUS").lower()
    text = [lead and f"{lead}.", "This is cancelled." if status == "cancelled" else "", words(event, "DESCRIPTION")]
    published, dated_by, problems = date_of(event)
    if start is None and words(event, "DTSTART"):
        problems = (*problems, undated("DTSTART", words(event, "DTSTART")))
    return Item(
        name=one_line(words(event, "UID")) or name,
        title=one_line(title),
        text="\n\n".join(part for part in text if part)[:LONGEST_STORY],
        url=address(str(event.get("URL") or "")),
        published=published,
        dated_by=dated_by,
        problems=problems,
    )


def date_of(event: Any) -> tuple[date | datetime | None, str | None, tuple[Problem, ...]]:
    """When an event was written, and which of its properties says so."""
    problems: list[Problem] = []
    for key in STAMPS:
        found = value_of(event, key)
        if found is not None and can_be(found):
            return found, f"calendar: {key}", tuple(problems)
        if given := words(event, key):
            problems.append(undated(key, given))
    return None, None, tuple(problems)


def words(event: Any, key: str) -> str:
    """The words of a property; the first where it comes more than once."""
    value = event.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    return legible(str(value)).strip() if value is not None else ""


def value_of(event: Any, key: str) -> date | datetime | None:
    """The day or moment of a property."""
    value = event.get(key)
    try:
        found = getattr(value[0] if isinstance(value, list) and value else value, "dt", None)
    except BROKEN:  # the library reads a broken value only when it is asked for
        return None
    return found if isinstance(found, date) else None

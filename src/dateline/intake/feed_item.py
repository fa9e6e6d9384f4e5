"""One entry of a feed, whatever the format, and what is told of entries that are not read, or not in full."""

from dataclasses import dataclass
from datetime import date, datetime

from dateline.intake.clean_html import one_line
from dateline.model.problem import Problem

__all__ = ["MOST_ENTRIES", "Item", "undated", "unread"]

MOST_ENTRIES = 5_000


@dataclass(frozen=True, kw_only=True)
class Item:
    """What one entry of a feed says, as plain words."""

    name: str
    title: str = ""
    text: str = ""
    url: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None
    published: date | datetime | None = None
    dated_by: str | None = None
    problems: tuple[Problem, ...] = ()


def undated(field: str, words: str) -> Problem:
    """A field of a date that gives none."""
    return Problem("intake", f"no date that can be read in the feed's {field}: {one_line(words)[:60]!r}")


def unread(entries: int, most: int = MOST_ENTRIES) -> tuple[Problem, ...]:
    """What is told of a feed with so many entries, of which at most so many are read."""
    told = f"{entries:,} entries: the first {most:,} are read"
    return (Problem("intake", told),) if entries > most else ()

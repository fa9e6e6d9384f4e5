"""Facts that a file writes as one line: a term of office, a city, a province."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

__all__ = [
    "CITY",
    "PROVINCE",
    "REGION",
    "TERM",
    "bound",
    "city_of",
    "plain",
    "province_of",
    "region_of",
    "term_days",
    "term_of",
    "term_table",
]

TERM = re.compile(r"(?P<person>.+?) (?P<from_>\d{4}(?:-\d\d){0,2})/(?P<until>(?:\d{4}(?:-\d\d){0,2})?)")
CITY = re.compile(r"(?P<name>.+?) (?P<lat>-?\d+\.\d+) (?P<lon>-?\d+\.\d+)(?: = (?P<others>.+))?")
PROVINCE = re.compile(r"(?P<code>\w+) (?P<name>.+?) (?P<lat>-?\d+\.\d+) (?P<lon>-?\d+\.\d+) (?P<id>Q\d+)(?: = (?P<others>.+))?")
REGION = re.compile(r"(?P<name>.+?)(?: (?P<lat>-?\d+\.\d+) (?P<lon>-?\d+\.\d+))?")

Known = Callable[[Any], str | None]
"""What a line is known by; None where it is none of its kind."""


def bound(words: str, *, last: bool) -> date:
    """The first or last day of a day, month or year."""
    year, month, day = ([int(part) for part in words.split("-")] + [0, 0])[:3]
    if not month:
        return date(year, 12, 31) if last else date(year, 1, 1)
    if not day:
        return date(year, month, monthrange(year, month)[1] if last else 1)
    return date(year, month, day)


def term_of(item: Any) -> str | None:
    """The person and the year in which the term began, of "NAME FROM/UNTIL" or of a table with `name` and `from`."""
    if isinstance(item, Mapping):
        name, since = item.get("name"), item.get("from")
        if not isinstance(since, date) or not isinstance(item.get("until", since), date):
            return None
        return f"{name} {since.year}" if isinstance(name, str) else None
    if not isinstance(item, str) or not (match := TERM.fullmatch(item)):
        return None
    try:
        for day in (match["from_"], match["until"]):
            _ = day and bound(day, last=True)
    except ValueError:
        return None
    return f"{match['person']} {match['from_'][:4]}"


def term_table(line: Any) -> dict[str, Any]:
    """A term written as "NAME FROM/UNTIL" as the table that says the same; one that is a table already as it is."""
    match = TERM.fullmatch(line) if isinstance(line, str) else None
    if not match:
        return dict(line)
    until = {"until": bound(match["until"], last=True)} if match["until"] else {}
    return {"name": match["person"], "from": bound(match["from_"], last=False)} | until


def term_days(item: Any) -> tuple[date, date]:
    """The first and last day that a term may have covered."""
    table = term_table(item)
    return table["from"], table.get("until", date.max)


def city_of(item: Any) -> str | None:
    """The name of a city written as "NAME LATITUDE LONGITUDE"."""
    match = CITY.fullmatch(item) if isinstance(item, str) else None
    return match["name"] if match and abs(float(match["lat"])) <= 90 and abs(float(match["lon"])) <= 180 else None


def region_of(item: Any) -> str | None:
    """The name of a region, sea or river written as "NAME LATITUDE LONGITUDE" or as its name alone."""
    match = REGION.fullmatch(item) if isinstance(item, str) and item.strip() else None
    if match and match["lat"] and (abs(float(match["lat"])) > 90 or abs(float(match["lon"])) > 180):
        return None
    return match["name"] if match else None


def province_of(item: Any) -> str | None:
    """The code of a province written as "CODE NAME LATITUDE LONGITUDE QID"."""
    match = PROVINCE.fullmatch(item) if isinstance(item, str) else None
    return match["code"] if match else None


def plain(item: Any) -> str | None:
    """Words that are known by themselves."""
    return item if isinstance(item, str) and item.strip() else None

"""What happened, was born, founded or held when, as far as it is known for sure: what counted years tell the day by."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.knowledge.load import load, tables

__all__ = [
    "ClueExample",
    "ClueExamples",
    "Cycle",
    "Edition",
    "Held",
    "Known",
    "births",
    "clue_examples",
    "cycles",
    "editions",
    "extent",
    "happenings",
    "independence",
    "running",
    "words_of",
]

EXAMPLE = re.compile(r"(?P<day>\d{4}(?:-\d\d){0,2}) (?P<words>.+)")


@dataclass(frozen=True)
class Known:
    """Something dated: the first and last day on which it may have been or begun, and its words as a pattern."""

    first: date
    last: date
    words: str

    @property
    def exact(self) -> bool:
        """Is the day itself known?"""
        return self.first == self.last


@dataclass(frozen=True)
class Held:
    """One gathering of a kind: where it was held and its first day."""

    place: str
    day: date


@dataclass(frozen=True)
class Edition:
    """Gatherings of a kind known by their places: `words` hold {place}; in the news from `before` to
    `after` days around. A text that names one has one of the words `near`."""

    words: tuple[str, ...]
    near: tuple[str, ...]
    before: int
    after: int
    held: tuple[str, ...]

    @property
    def gatherings(self) -> tuple[Held, ...]:
        """Those held, in the order of the file."""
        return tuple(Held(place, date.fromisoformat(day)) for day, _, place in (each.partition(" ") for each in self.held))


@dataclass(frozen=True)
class Cycle:
    """What comes every `every` years around a day; `year` where its being named tells the year, not only the season."""

    words: str
    first: int
    month: int
    day: int
    before: int
    after: int
    every: int = 1
    year: bool = False


def extent(day: str) -> tuple[date, date]:
    """The first and last day of "1949", "1949-04" or "1949-04-04"."""
    year, month, number = (*map(int, day.split("-")), 0, 0)[:3]
    first = date(year, month or 1, number or 1)
    return first, date(year, month or 12, number or monthrange(year, month or 12)[1])


def words_of(pattern: str) -> str:
    """The regular expression of words in which `(a|b)` is either: no group of it is kept."""
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)


def known(name: str) -> tuple[Known, ...]:
    """The dated things of one list of `en/dating/known.toml`."""
    matches = (EXAMPLE.fullmatch(line) for line in tables("dating/known")[name])
    return tuple(Known(*extent(found["day"]), words_of(found["words"])) for found in matches if found)


@cache
def happenings() -> tuple[Known, ...]:
    """All happenings of `en/dating/known.toml`."""
    return known("events")


@cache
def running() -> tuple[Known, ...]:
    """Wars by the day on which they began."""
    return known("running")


@cache
def births() -> dict[str, date]:
    """The days of birth of persons."""
    return dict(tables("dating/births")["births"])


@cache
def editions() -> tuple[Edition, ...]:
    """All gatherings known by their places."""
    return load("dating/editions", "edition", Edition)


@cache
def cycles() -> tuple[Cycle, ...]:
    """All votes and gatherings known by their time."""
    return load("dating/editions", "cycle", Cycle)


@cache
def independence() -> dict[str, date]:
    """Since when states are independent, or are at all."""
    return dict(tables("dating/editions")["independence"])


@dataclass(frozen=True)
class ClueExample:
    """A text with the words of a clue in square brackets, a day it allows and one that it does not."""

    text: str
    day: date
    other: date


@dataclass(frozen=True)
class ClueExamples:
    """What the rule of that name reads, and texts in which it must read nothing."""

    name: str
    examples: tuple[ClueExample, ...]
    leaves: tuple[str, ...] = ()


@cache
def clue_examples() -> tuple[ClueExamples, ...]:
    """The examples and leaves of all rules that count from something known."""
    return load("dating/examples", "rule", ClueExamples)

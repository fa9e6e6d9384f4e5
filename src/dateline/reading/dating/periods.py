"""Stretches of time that news counts in: "five years", "nearly two decades", "a quarter of a century", and ordinals."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.knowledge.lists import either, listed
from dateline.knowledge.times import numbers

__all__ = ["CountWords", "Period", "count_words", "months_after", "near_words", "ordinal_of", "period_of"]

AROUND = 60
MONTHS = {"decade": 120, "year": 12, "month": 1}
DAYS = {"week": 7, "day": 1}


@dataclass(frozen=True)
class CountWords:
    """Patterns of a count, an ordinal and a length of time, and the groups of a length and of one that is counted."""

    count: str
    ordinal: str
    period: str
    parts: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def count_words() -> CountWords:
    """The patterns of the numbers that are known in words."""
    known = numbers()
    small = longest_first(word for word, value in known.ones.items() if value)
    tens = longest_first(known.tens)
    after_tens = "|".join(word for word, value in known.ones.items() if 1 <= value <= 9)
    nth = longest_first({**known.ordinals, **known.further_ordinals})
    count = rf"(?:\d{{1,4}}|(?:{tens})-(?:{after_tens})|{tens}|{small})"
    ordinal = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|(?:{tens})-(?:{'|'.join(known.ordinals)})|{nth})"
    roughly = either("dating/lists", "roughly")
    period = (
        rf"(?:{roughly} )?(?:(?:{count}|an?|one)[ -](?:full |long )?(?:decade|year|month|week|day)s?"
        r"|(?:a )?quarter[ -](?:of a )?century|half[ -]a[ -](?:century|decade)|(?:a )?half[ -]century|a century)"
    )
    parts = re.compile(rf"(?:(?P<about>{roughly}) )?(?P<rest>.+)", re.IGNORECASE)
    counted = re.compile(rf"(?P<count>{count}|an?)[ -](?:full |long )?(?P<unit>decade|year|month|week|day)s?", re.IGNORECASE)
    return CountWords(count, ordinal, period, parts, counted)


def longest_first(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


@dataclass(frozen=True)
class Period:
    """So many units; `slack` is how many more days it may be, `early` how many fewer."""

    count: int
    unit: str
    slack: int = 0
    early: int = 0

    @property
    def days(self) -> int:
        """How long it is, in days, roughly."""
        return self.count * (DAYS[self.unit] if self.unit in DAYS else 30 * MONTHS[self.unit] + MONTHS[self.unit] // 2)

    def after(self, day: date) -> date:
        """The day so long after one."""
        months = self.count * MONTHS.get(self.unit, 0)
        end = months_after(day, months) if months else later(day, self.count * DAYS.get(self.unit, 0))
        return later(end, self.slack - self.early)

    def less(self) -> "Period":
        """The least that the words allow."""
        return Period(self.count, self.unit, early=self.early)

    def more(self) -> "Period":
        """The most that the words allow."""
        return Period(self.count, self.unit, slack=self.slack)


def near_words(pattern: re.Pattern[str], landmark: str, text: str, around: int = AROUND) -> Iterator[re.Match[str]]:
    """The matches of a pattern around simpler words that it holds: searching for those first is many times faster."""
    last = -1
    for word in landmarks(landmark).finditer(text):
        match = pattern.search(text, max(last, word.start() - around, 0), word.end() + around)
        if match and match.start() >= last:
            last = match.end()
            yield match


@cache
def landmarks(words: str) -> re.Pattern[str]:
    """Words to look for first."""
    return re.compile(words, re.IGNORECASE)


def period_of(words: str) -> Period | None:
    """The stretch that words name, with how loosely they do."""
    found = count_words().parts.fullmatch(words)
    if not found:
        return None
    rest, about = found["rest"].lower(), (found["about"] or "").lower()
    plain = counted(rest)
    if plain is None:
        return None
    one = Period(1, plain.unit).days if plain.unit != "decade" or plain.count < 3 else 365 * 5
    tenth = plain.days // 8
    step = max(one, tenth) if plain.unit in ("year", "decade") else max(plain.days // 4, 7)
    if about in listed("dating/lists", "under"):
        return Period(plain.count, plain.unit, slack=20, early=step)
    if about in listed("dating/lists", "over"):
        return Period(plain.count, plain.unit, slack=2 * step, early=10)
    return Period(plain.count, plain.unit, slack=step, early=step // 4)


def counted(words: str) -> Period | None:
    """The plain stretch."""
    if "century" in words:
        years = 25 if "quarter" in words else 50 if "half" in words else 100
        return Period(years, "year")
    if words.startswith("half"):
        return Period(5, "year")
    match = count_words().counted.fullmatch(words)
    if not match:
        return None
    number = number_of(match["count"].lower())
    return Period(number, match["unit"].lower()) if number and number * MONTHS.get(match["unit"].lower(), 0) <= 1800 else None


def number_of(word: str) -> int | None:
    """The number that digits or words name."""
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    known = numbers()
    tens, _, ones = word.partition("-")
    return known.tens[tens] + known.ones[ones] if ones else known.tens.get(word) or known.ones.get(word)


def ordinal_of(words: str) -> int | None:
    """The number of an ordinal in digits or words."""
    words = words.lower()
    if figures := re.match(r"\d+", words):
        return int(figures[0])
    known = numbers()
    tens, _, ones = words.partition("-")
    if ones:
        return known.tens[tens] + known.ordinals[ones]
    return known.ordinals.get(words) or known.further_ordinals.get(words)


def months_after(day: date, months: int) -> date:
    """That day so many months later, the last of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = min(max(number // 12, 1), 9000), number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def later(day: date, days: int) -> date:
    """That day so many days later, within the calendar."""
    return day + timedelta(days=max(-100_000, min(days, 100_000)))

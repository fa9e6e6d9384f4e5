"""What comes again tells the day of a story: numbered gatherings, anniversaries, years counted from something known."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from dateline.knowledge.times import Series, Thing, series
from dateline.reading.timex_numbers import ONES, ORDINALS, TENS

__all__ = ["Recurrence", "recurrences"]

Recurrence = tuple[int, int, str, date, date | None, float]
"""Where the words start and end, the name of the rule, from and until when they can be said, and how fast they fade."""
NUMBER = r"\d{1,3}(?:st|nd|rd|th)?"
COUNT = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty"
WORDS = {**ONES, **TENS, **ORDINALS, "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}
ORDINAL = (
    r"\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|"
    r"thirtieth|fortieth|fiftieth"
)
ANNIVERSARY = re.compile(rf"\b({ORDINAL}) anniversary of\b")
YEARS_AFTER = re.compile(rf"\b({COUNT}) years (?:after|since)\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
REACH = 70


@cache
def pattern_of(each: Series) -> re.Pattern[str]:
    """The words of a series, its number a group."""
    return re.compile(r"\b" + re.escape(each.words).replace(r"\{n\}", f"({NUMBER})") + r"\b")


def recurrences(text: str, places: Sequence[tuple[int, Thing]]) -> Iterator[Recurrence]:
    """What a text says of things that come again; `places` are where known things stand in it."""
    for each in series():
        for match in pattern_of(each).finditer(text) if each.landmark in text else ():
            yield gathering(each, int(re.sub(r"\D", "", match[1])), match)
    for pattern, rule in ((ANNIVERSARY, "an anniversary of something known"), (YEARS_AFTER, "years after something known")):
        for match in pattern.finditer(text):
            yield from counted(text, match, rule, places)


def gathering(each: Series, number: int, match: re.Match[str]) -> Recurrence:
    """When a gathering of that number is in the news."""
    year = each.base + number * each.every + (1 if each.moved and number >= each.moved else 0)
    opens = date(min(max(year, 1), 9000), each.month, 1)
    return (
        match.start(), match.end(), "a numbered gathering", opens - timedelta(days=90),
        opens + timedelta(days=31 * each.months), 1.0,
    )  # fmt: skip


def counted(text: str, match: re.Match[str], rule: str, places: Sequence[tuple[int, Thing]]) -> Iterator[Recurrence]:
    """So many years after a year that is named, or after a known thing, within the same sentence."""
    figures = re.match(r"\d+", match[1])
    count = int(figures[0]) if figures else WORDS[match[1].lower()]
    if not 1 <= count <= 150:
        return
    end = text.find(". ", match.end(), match.end() + REACH)
    end = end if end > 0 else match.end() + REACH
    if year := YEAR.search(text, match.end(), end):
        at = int(year[0]) + count
        if at < 2100:
            yield match.start(), year.end(), rule, date(at, 1, 1), date(at, 12, 31), 1.0
        return
    for start, thing in places:
        since = thing.from_
        if match.end() <= start < end and thing.fades and since and since.year + count < 2100:
            first = since.replace(year=since.year + count, day=min(since.day, 28))
            yield match.start(), match.end(), rule, first - timedelta(days=75), first + timedelta(days=250), 0.3
            return

"""What comes again tells the day of a story: numbered gatherings, gatherings at a place, votes and seasons of their time."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from dateline.knowledge.dating import Cycle, Edition, Held, Series, cycles, editions, series, words_of
from dateline.knowledge.rules import rule
from dateline.model.document import Text
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue

__all__ = ["recurring_clues"]

NUMBER = r"\d{1,3}(?:st|nd|rd|th)?"


def recurring_clues(text: Text, newest: int) -> Iterator[Clue]:
    """All clues of what comes again, until the newest year that a story may be of."""
    yield from numbered(text)
    yield from at_places(text)
    yield from in_their_time(text, newest)


@cache
def pattern_of(each: Series) -> re.Pattern[str]:
    """The words of a series, its number a group."""
    return re.compile(r"\b" + re.escape(each.words).replace(r"\{n\}", f"({NUMBER})") + r"\b")


def numbered(text: Text) -> Iterator[Clue]:
    """ "COP28", "the 77th session of the UN General Assembly"."""
    for each in series():
        for match in pattern_of(each).finditer(text.body) if each.landmark in text.body else ():
            year = each.year_of(int(re.sub(r"\D", "", match[1])))
            if year is None:
                continue
            opens = date(year, each.month, 1)
            window = (opens - timedelta(days=90), opens + timedelta(days=31 * each.months))
            evidence = Evidence(Span.of(text, *match.span()), rule("dating", "numbered"))
            yield Clue("thing", evidence, terms=(window,), fades=1.0)


@cache
def pattern_at(each: Edition) -> re.Pattern[str]:
    """The words of a kind of gathering with all its places, each place a group of its own name."""
    places = "|".join(sorted({re.escape(held.place) for held in each.gatherings}, key=lambda place: (-len(place), place)))
    ways = (words_of(words).replace("{place}", f"({places})") for words in each.words)
    return re.compile(r"\b(?:" + "|".join(ways) + r")(?!\w)")


def at_places(text: Text) -> Iterator[Clue]:
    """ "The Biarritz G7 summit": when such a gathering is in the news."""
    for each in editions():
        if not any(word in text.body for word in each.near):
            continue
        found: dict[str, re.Match[str]] = {}
        for match in pattern_at(each).finditer(text.body):
            place = next(group for group in match.groups() if group)
            found.setdefault(place, match)
        for place, match in found.items():
            held = [one for one in each.gatherings if one.place == place]
            windows = tuple(window_of(one, each) for one in held)
            evidence = Evidence(Span.of(text, *match.span()), rule("dating", "at a place"))
            yield Clue("counted", evidence, strong=False, terms=windows)


def window_of(one: Held, each: Edition) -> tuple[date, date]:
    """When a gathering is in the news."""
    return one.day - timedelta(days=each.before), one.day + timedelta(days=each.after)


@cache
def pattern_in_time() -> re.Pattern[str]:
    """The words of all that has its time, a group for each."""
    return re.compile(r"\b(?:" + "|".join(f"({words_of(each.words)})" for each in cycles()) + r")(?!\w)")


def in_their_time(text: Text, newest: int) -> Iterator[Clue]:
    """ "Midterm elections", "the Davos forum": the years or the weeks in which they are in the news."""
    found: dict[Cycle, re.Match[str]] = {}
    for match in pattern_in_time().finditer(text.body):
        found.setdefault(cycles()[(match.lastindex or 1) - 1], match)
    for each, match in found.items():
        evidence = Evidence(Span.of(text, *match.span()), rule("dating", "in its time"))
        if windows := windows_of(each, newest):
            yield Clue("counted" if each.year else "season", evidence, strong=False, terms=windows)


@cache
def windows_of(each: Cycle, newest: int) -> tuple[tuple[date, date], ...]:
    """When it is in the news, year by year."""
    days = (date(year, each.month, each.day) for year in range(each.first, newest + 2, each.every))
    return tuple((day - timedelta(days=each.before), day + timedelta(days=each.after)) for day in days)

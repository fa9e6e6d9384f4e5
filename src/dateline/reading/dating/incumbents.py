"""Holders of offices by title, and governments called after their heads, date a story: who is called so is in office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.knowledge.dating import offices
from dateline.knowledge.lists import either, listed
from dateline.knowledge.parties import holders
from dateline.knowledge.rules import rule
from dateline.model.document import Text
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.offices import former, times_between

__all__ = ["incumbents_named"]

NAME = re.compile(r"(?<![\w'’-])(?:al-|el-)?[A-Z][\w'’-]+")
GOES_ON = re.compile(r"\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]\w")
GIVEN = re.compile(r"(?<![\w'’-])[A-Z][\w'’.-]*\s+$")
POSSESSIVE = re.compile(r"['’]s?$")
BEFORE, BEHIND, FORMER = 90, 80, 40
Term = tuple[date, date | None]


@dataclass(frozen=True)
class Bearer:
    """The given names of one who held an office, and the term."""

    given: tuple[str, ...]
    term: Term


@dataclass(frozen=True)
class Called:
    """The words for an office before and behind a name, and those who held it by their last names."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    bearers: dict[str, tuple[Bearer, ...]]


@cache
def called() -> tuple[Called, ...]:
    """All offices that are known for dating."""
    found = []
    for office in offices():
        titles = "|".join(
            re.escape(title).replace(r"\ ", r"\s+") for title in sorted(office.titles, key=lambda title: (-len(title), title))
        )
        bearers: dict[str, tuple[Bearer, ...]] = {}
        for name, since, until in office.terms:
            *given, last = name.split()
            bearers[last] = (*bearers.get(last, ()), Bearer(tuple(given), (since, until)))
        before = rf"(?<![\w-])(?P<title>{titles})\.?\s+(?P<given>(?:[\w.'’-]+\s+){{0,3}})$"
        behind = rf",\s+(?:the\s+)?(?:[\w.'’-]+\s+){{0,3}}(?:{titles})\b"
        found.append(Called(re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE), bearers))
    return tuple(found)


@cache
def by_last_name() -> dict[str, tuple[Called, ...]]:
    """Last name -> the offices that somebody of that name held."""
    found: dict[str, tuple[Called, ...]] = {}
    for each in called():
        for last in each.bearers:
            found[last] = (*found.get(last, ()), each)
    return found


def incumbents_named(text: Text) -> Iterator[Clue]:
    """Each holder whom the text gives the title, and each government that it calls after its head, once."""
    seen: set[str] = set()
    for match in NAME.finditer(text.body):
        last = POSSESSIVE.sub("", match[0])
        if last in seen:
            continue
        clue = next((clue for each in by_last_name().get(last, ()) if (clue := incumbent(text, match, last, each))), None)
        clue = clue or (government(text, match, last) if last in heads() else None)
        if clue:
            seen.add(last)
            yield clue


def incumbent(text: Text, match: re.Match[str], last: str, office: Called) -> Clue | None:
    """The terms of those of that name who held the office, where its title stands before the name or behind it."""
    body, start, end = text.body, match.start(), match.start() + len(last)
    if title := office.before.search(body, max(0, start - BEFORE), start):
        given = title["given"].split()
        if not given and GOES_ON.match(body, end):
            return None
        terms = fitting(office.bearers[last], given)
        if former().search(body, max(0, title.start() - FORMER), title.start()):
            terms = times_between(terms)
        where = Span.of(text, title.start(), end)
    elif (behind := office.behind.match(body, end, end + BEHIND)) and (first := GIVEN.search(body, max(0, start - 30), start)):
        if not listed("dating/lists", "past titles").isdisjoint(re.findall(r"\w+", behind[0].lower())):
            return None
        terms = fitting(office.bearers[last], [first[0].strip()])
        where = Span.of(text, first.start(), behind.end())
    else:
        return None
    return Clue("term", Evidence(where, rule("dating", "incumbent")), terms=terms) if terms else None


def fitting(bearers: tuple[Bearer, ...], given: list[str]) -> tuple[Term, ...]:
    """The terms of those whom the given names fit: none is given, or the first begins as one of theirs."""
    return tuple(
        each.term
        for each in bearers
        if not given or not each.given or any(given[0][:1].lower() == name[:1].lower() for name in each.given)
    )


@cache
def heads() -> dict[str, tuple[Term, ...]]:
    """Last name -> the terms of heads of government and state of that name."""
    found: dict[str, tuple[Term, ...]] = {}
    for holder in holders():
        if holder.office in listed("dating/lists", "heads"):
            last = holder.person.split()[-1]
            found[last] = (*found.get(last, ()), (holder.from_, holder.until))
    return found


@cache
def government_behind() -> re.Pattern[str]:
    """The words for a government, behind the name of its head."""
    return re.compile(rf"\s+{either('dating/lists', 'governments')}\b")


def government(text: Text, match: re.Match[str], last: str) -> Clue | None:
    """ "The Reagan administration"."""
    behind = government_behind().match(text.body, match.end())
    if match[0] != last or not behind or former().search(text.body, max(0, match.start() - FORMER), match.start()):
        return None
    where = Span.of(text, match.start(), behind.end())
    return Clue("term", Evidence(where, rule("dating", "government")), terms=heads()[last])

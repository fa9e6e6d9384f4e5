"""Holders of offices date a story: the terms of those whom it gives a title, and of those whom it names."""

import re
from datetime import date
from functools import cache

from dateline.knowledge.lists import either
from dateline.knowledge.parties import Holder, holders
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence
from dateline.reading.dating.clue import Clue
from dateline.reading.desk import Findings, Story

__all__ = ["persons_named", "terms_by_person", "terms_of_cast"]

Terms = tuple[tuple[date, date | None], ...]


@cache
def former() -> re.Pattern[str]:
    """The words before a title that is held no longer."""
    return re.compile(rf"(?:\b{either('dating/lists', 'former')}[ -]+(?:\w+ ){{0,3}})$")


@cache
def terms_by_person() -> dict[str, Terms]:
    """All terms of everybody who held an office."""
    found: dict[str, Terms] = {}
    for holder in holders():
        found[holder.person] = (*found.get(holder.person, ()), (holder.from_, holder.last))
    return found


def terms_of_cast(story: Story, findings: Findings) -> list[Clue]:
    """The terms of office of persons that the text gives a title."""
    found: dict[str, Clue] = {}
    for titled in findings.cast.titled if findings.cast else ():
        text = story.document.text.field(titled.span.field)
        terms = terms_allowed(titled.person, titled.side, titled.office)
        if former().search(text, max(0, titled.span.start - 40), titled.span.start) or "former" in titled.office:
            terms = times_between(terms)
        if terms and titled.person not in found:
            found[titled.person] = Clue("term", Evidence(titled.span, rule("dating", "term")), terms=terms)
    return list(found.values())


def terms_allowed(person: str, side: str | None, office: str) -> Terms:
    """The terms in which that person held that office of that side, or any office where the title fits none."""
    own = [holder for holder in terms_by_name().get(person, ()) if is_of(holder, side)]
    fitting = [holder for holder in own if holder.office == office.lower()]
    return tuple((holder.from_, holder.last) for holder in fitting or own)


def times_between(terms: Terms) -> Terms:
    """When the holder of these terms was a former one: after each, until the next."""
    ordered = sorted(terms)
    nexts = [*(first for first, _ in ordered[1:]), None]
    return tuple(
        (last, after) for (_, last), after in zip(ordered, nexts, strict=False) if last and (not after or last < after)
    )


def persons_named(findings: Findings) -> list[Clue]:
    """Holders of offices that the story names, with or without a title."""
    by_person = terms_by_person()
    named = findings.cast.parties if findings.cast else ()
    return [
        Clue("person", Evidence(party.mentions[0].span, rule("dating", "holder")), terms=by_person[party.id])
        for party in named
        if party.kind == "person" and party.mentions and party.id in by_person
    ]


@cache
def terms_by_name() -> dict[str, list[Holder]]:
    """Name or alias -> the terms of office of whoever bears it."""
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        for name in dict.fromkeys((holder.person, *holder.aliases)):
            found.setdefault(name, []).append(holder)
    return found


def is_of(holder: Holder, side: str | None) -> bool:
    """Is it a term for that side, where one is known?"""
    return side is None or holder.party.split(":")[0] == side.split(":")[0]

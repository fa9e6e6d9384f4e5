"""Persons date a story: their ages, their birthdays, and how long they have held an office."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.knowledge.parties import holders
from dateline.knowledge.times_known import births
from dateline.model.document import Text
from dateline.model.evidence import Evidence, Span
from dateline.model.party import Party
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.periods import ORDINAL, PERIOD, Period, months_after, near_words, ordinal_of, period_of
from dateline.reading.desk import Findings

__all__ = ["Mentions", "mentions_of", "persons_counted", "terms_by_person"]

AGE_AFTER = re.compile(
    r",? (?:\(|(?:who is |now )?(?:aged? )?)?(?P<age>[1-9]\d)(?= ?[,;)]| and | years old)|,? who is (?P<is>[1-9]\d)\b"
)
AGE_BEFORE = re.compile(r"\b(?P<age>[1-9]\d)-year-old (?:[\w.'’-]+ ){0,4}$")
AGE_ALONE = re.compile(
    r"\b[Tt]he (?P<age>[1-9]\d)-year-old(?: \w+)? (?:leader|president|prime minister|chancellor|premier|monarch|king|queen|pope"
    r"|pontiff|dictator|ruler|strongman|politician|statesman|incumbent|billionaire|general|diplomat|secretary)\b"
)
TURNS = re.compile(rf" (?:turn(?:s|ed) (?P<age>[1-9]\d)\b|(?:celebrat|mark)(?:es|ed) (?:his|her) (?P<nth>{ORDINAL}) birthday)")
OFFICE = "(?:taking|took|assuming|assumed|coming to|came to|entering|sworn into) "
POST = r"(?:office|power|charge|the job|the White House|the Kremlin|Downing Street)"
RULE = r"(?:presidency|premiership|chancellorship|tenure|papacy|pontificate|reign|rule|administration|term|time in office)"
IN_YEAR = re.compile(
    rf"\b(?:in|of|into|enter(?:s|ed|ing)|during) (?:his|her) (?P<nth>{ORDINAL}) (?P<unit>year|month|week) (?:in|as)\b"
)
INTO_RULE = re.compile(rf"\b(?P<period>{PERIOD}) into (?:his|her) (?:\w+ )?{RULE}\b", re.IGNORECASE)
TOOK_OFFICE = re.compile(
    rf"\b(?P<period>{PERIOD}) (?:after|since) (?:(?:he|she) )?(?:taking|took|assuming|assumed|coming to|came to|entering"
    rf"|being sworn into) (?:{POST})\b",
    re.IGNORECASE,
)
AGO = re.compile(
    rf"\b(?:took (?:office|power|over)|came to (?:office|power)|was sworn in|was inaugurated|was elected)"
    rf" (?P<period>{PERIOD}) ago\b"
)
NEAR = 220
OTHER_NAME = re.compile(r"[A-Z][\w'’.-]+ ")


@dataclass(frozen=True)
class Mentions:
    """Where the parties of a story stand in its text, in order."""

    starts: tuple[int, ...]
    spans: tuple[tuple[int, int, Party], ...]

    def before(self, place: int, reach: int, wanted: frozenset[str]) -> tuple[int, int, Party] | None:
        """The nearest mention of one of the wanted that ends before a place, within reach."""
        for start, end, party in reversed(self.spans[: bisect_right(self.starts, place)]):
            if end <= place and party.id in wanted:
                return (start, end, party) if end >= place - reach else None
        return None

    def after(self, place: int, reach: int, wanted: frozenset[str]) -> tuple[int, int, Party] | None:
        """The nearest mention of one of the wanted that starts at or after a place, within reach."""
        for start, end, party in self.spans[bisect_right(self.starts, place - 1) :]:
            if party.id in wanted:
                return (start, end, party) if start <= place + reach else None
        return None


def mentions_of(findings: Findings) -> Mentions:
    """All mentions by name in the body of a story."""
    found = sorted(
        (
            (mention.span.start, mention.span.end, party)
            for party in (findings.cast.parties if findings.cast else ())
            for mention in party.mentions
            if mention.span.field == "text" and not mention.span.quote.islower()
        ),
        key=lambda each: each[:2],
    )
    return Mentions(tuple(start for start, _, _ in found), tuple(found))


@cache
def terms_by_person() -> dict[str, tuple[tuple[date, date | None], ...]]:
    """All terms of everybody who held an office."""
    found: dict[str, tuple[tuple[date, date | None], ...]] = {}
    for holder in holders():
        found[holder.person] = (*found.get(holder.person, ()), (holder.from_, holder.until))
    return found


def persons_counted(text: Text, mentions: Mentions) -> Iterator[Clue]:
    """The clues of ages, birthdays and time in office."""
    yield from ages(text, mentions)
    yield from terms_counted(text, mentions)


def ages(text: Text, mentions: Mentions) -> Iterator[Clue]:
    """ "Putin, 69,", "the 69-year-old Putin", and "the 69-year-old leader" of the one named before."""
    body, known = text.body, births()
    for start, end, party in mentions.spans:
        if party.id not in known:
            continue
        if after := AGE_AFTER.match(body, end):
            yield age_clue(text, (start, after.end()), party.id, int(after["age"] or after["is"]))
        elif before := AGE_BEFORE.search(body, max(0, start - 60), start):
            if not OTHER_NAME.search(body, before.start("age") + 12, start):
                yield age_clue(text, (before.start(), end), party.id, int(before["age"]))
        elif turns := TURNS.match(body, end):
            years = int(turns["age"]) if turns["age"] else ordinal_of(turns["nth"]) or 0
            yield birthday_clue(text, (start, turns.end()), party.id, years)
    persons = frozenset(party.id for _, _, party in mentions.spans if party.kind == "person")
    for match in near_words(AGE_ALONE, "-year-old", body):
        near = mentions.before(match.start(), 2 * NEAR, persons)
        if near and near[2].id in known and not mentions.after(match.end(), 3, persons):
            yield age_clue(text, match.span(), near[2].id, int(match["age"]), firm=False)


def age_clue(text: Text, where: tuple[int, int], person: str, age: int, *, firm: bool = True) -> Clue:
    """The year in which that person is of that age."""
    born = births()[person]
    window = (months_after(born, 12 * age), months_after(born, 12 * (age + 1)) - timedelta(days=1))
    return Clue("counted", Evidence(Span.of(text, *where), "the age of a known person"), strong=firm, terms=(window,))


def birthday_clue(text: Text, where: tuple[int, int], person: str, age: int) -> Clue:
    """The weeks around a birthday."""
    day = months_after(births()[person], 12 * age)
    window = (day - timedelta(days=90), day + timedelta(days=200))
    return Clue("counted", Evidence(Span.of(text, *where), "a birthday of a known person"), terms=(window,), peak=day)


def terms_counted(text: Text, mentions: Mentions) -> Iterator[Clue]:
    """ "In his third year in office", "six months into her presidency", "took office two years ago"."""
    for match in near_words(IN_YEAR, "(?:year|month|week) (?:in|as)\\b", text.body):
        number = ordinal_of(match["nth"])
        if number:
            unit = match["unit"]
            yield from office_clues(text, match, mentions, Period(number - 1, unit), Period(number, unit))
    for pattern, landmark in ((INTO_RULE, "into h(?:is|er)"), (TOOK_OFFICE, OFFICE), (AGO, "ago\\b")):
        for match in near_words(pattern, landmark, text.body):
            period = period_of(match["period"])
            if period:
                yield from office_clues(text, match, mentions, period.less(), period.more())


def office_clues(text: Text, match: re.Match[str], mentions: Mentions, least: Period, most: Period) -> Iterator[Clue]:
    """The clue of a person who has been in office for at least and at most so long."""
    known = terms_by_person()
    persons = frozenset(party.id for _, _, party in mentions.spans if party.kind == "person")
    near = mentions.before(match.start(), NEAR, persons) or mentions.after(match.end(), 40, persons)
    if near is None or near[2].id not in known:
        return
    windows = []
    for since, until in known[near[2].id]:
        first, last = least.after(since), most.after(since)
        if until is None or first <= until:
            windows.append((first, min(last, until) if until else last))
    if windows:
        evidence = Evidence(Span.of(text, match.start(), match.end()), "time in office of a known holder")
        yield Clue("counted", evidence, terms=tuple(windows))

"""Persons date a story: their ages, their birthdays, and how long they have held an office."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from dateline.knowledge.dating import births
from dateline.knowledge.lists import either
from dateline.knowledge.rules import rule
from dateline.model.document import Text
from dateline.model.evidence import Evidence, Span
from dateline.model.party import Party
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.offices import terms_by_person
from dateline.reading.dating.periods import Period, count_words, months_after, near_words, ordinal_of, period_of
from dateline.reading.desk import Findings

__all__ = ["Mentions", "mentions_of", "persons_counted"]

AGE_AFTER = re.compile(
    r",? (?:\(|(?:who is |now )?(?:aged? )?)?(?P<age>[1-9]\d)(?= ?[,;)]| and | years old)|,? who is (?P<is>[1-9]\d)\b"
)
AGE_BEFORE = re.compile(r"\b(?P<age>[1-9]\d)-year-old (?:[\w.'’-]+ ){0,4}$")
NEAR = 220
OTHER_NAME = re.compile(r"(?<![\w'’.-])[A-Z][\w'’.-]++ ")


@cache
def age_alone() -> re.Pattern[str]:
    """ "The 69-year-old leader"."""
    return re.compile(rf"\b[Tt]he (?P<age>[1-9]\d)-year-old(?: \w+)? {either('dating/lists', 'rulers')}\b")


@cache
def turns_old() -> re.Pattern[str]:
    """ "Turned 90", "celebrated his 90th birthday"."""
    nth = count_words().ordinal
    return re.compile(rf" (?:turn(?:s|ed) (?P<age>[1-9]\d)\b|(?:celebrat|mark)(?:es|ed) (?:his|her) (?P<nth>{nth}) birthday)")


@cache
def in_year() -> re.Pattern[str]:
    """ "In his third year in"."""
    nth = count_words().ordinal
    return re.compile(
        rf"\b(?:in|of|into|enter(?:s|ed|ing)|during) (?:his|her) (?P<nth>{nth}) (?P<unit>year|month|week) (?:in|as)\b"
    )


@cache
def terms_so_long() -> tuple[tuple[re.Pattern[str], str], ...]:
    """ "Six months into her presidency", "two years after taking office", "came to power five years ago", with landmarks."""
    period = count_words().period
    into = rf"\b(?P<period>{period}) into (?:his|her) (?:\w+ )?{either('dating/lists', 'reigns')}\b"
    verb = either("dating/lists", "taking")
    taking = rf"\b(?P<period>{period}) (?:after|since) (?:(?:he|she) )?{verb} {either('dating/lists', 'posts')}\b"
    ago = rf"\b{either('dating/lists', 'took')} (?P<period>{period}) ago\b"
    return (
        (re.compile(into, re.IGNORECASE), "into h(?:is|er)"),
        (re.compile(taking, re.IGNORECASE), f"{verb} "),
        (re.compile(ago), "ago\\b"),
    )


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
        elif turns := turns_old().match(body, end):
            years = int(turns["age"]) if turns["age"] else ordinal_of(turns["nth"]) or 0
            yield birthday_clue(text, (start, turns.end()), party.id, years)
    persons = frozenset(party.id for _, _, party in mentions.spans if party.kind == "person")
    for match in near_words(age_alone(), "-year-old", body):
        near = mentions.before(match.start(), 2 * NEAR, persons)
        if near and near[2].id in known and not mentions.after(match.end(), 3, persons):
            yield age_clue(text, match.span(), near[2].id, int(match["age"]), firm=False)


def age_clue(text: Text, where: tuple[int, int], person: str, age: int, *, firm: bool = True) -> Clue:
    """The year in which that person is of that age."""
    born = births()[person]
    window = (months_after(born, 12 * age), months_after(born, 12 * (age + 1)) - timedelta(days=1))
    return Clue("counted", Evidence(Span.of(text, *where), rule("dating", "age")), strong=firm, terms=(window,))


def birthday_clue(text: Text, where: tuple[int, int], person: str, age: int) -> Clue:
    """The weeks around a birthday."""
    day = months_after(births()[person], 12 * age)
    window = (day - timedelta(days=90), day + timedelta(days=200))
    return Clue("counted", Evidence(Span.of(text, *where), rule("dating", "birthday")), terms=(window,), peak=day)


def terms_counted(text: Text, mentions: Mentions) -> Iterator[Clue]:
    """ "In his third year in office", "six months into her presidency", "took office two years ago"."""
    for match in near_words(in_year(), "(?:year|month|week) (?:in|as)\\b", text.body):
        number = ordinal_of(match["nth"])
        if number:
            unit = match["unit"]
            yield from office_clues(text, match, mentions, Period(number - 1, unit), Period(number, unit))
    for pattern, landmark in terms_so_long():
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
        evidence = Evidence(Span.of(text, match.start(), match.end()), rule("dating", "time in office"))
        yield Clue("counted", evidence, terms=tuple(windows))

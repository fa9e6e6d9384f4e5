"""Years counted from something known tell the day: anniversaries, "five years after", "two years into", foundings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.knowledge.dating import Known, Thing, extent, happenings, independence, running
from dateline.knowledge.lists import either
from dateline.knowledge.parties import bodies, states
from dateline.knowledge.rules import rule
from dateline.model.document import Text
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.periods import Period, count_words, months_after, near_words, ordinal_of, period_of
from dateline.reading.dating.persons import Mentions

__all__ = ["counted_clues"]

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OWN = re.compile(r"(?:\bits|['’]s?|\btheir) $")
REACH = 90
BEHIND = 110


@dataclass(frozen=True)
class Phrases:
    """The patterns of words that count from something known."""

    anniversary: re.Pattern[str]
    after: re.Pattern[str]
    nth_of: re.Pattern[str]
    now_in: re.Pattern[str]
    aged: re.Pattern[str]
    founded: re.Pattern[str]
    independence: re.Pattern[str]
    of_body: re.Pattern[str]
    ahead: re.Pattern[str]
    shortened: re.Pattern[str]


@cache
def phrases() -> Phrases:
    """The patterns, made of the numbers and lists of words that are known."""
    nth, period = count_words().ordinal, count_words().period
    anniversary = (
        rf"\b(?:(?P<nth>{nth})|(?P<period>{period})|(?P<hundred>centenary|centennial))[ -](?:\w+ )?"
        r"(?:(?<=centenary )|(?<=centennial )|anniversar(?:y|ies)\b)"
    )
    now_in = (
        rf"\b(?P<how>in|into|enter(?:s|ed|ing)|approach(?:es|ing)|near(?:s|ing)) (?:its|their|a|the) (?P<nth>{nth})"
        r" (?P<unit>year|month|week)\b"
    )
    independence = (
        rf"\b(?:(?P<nth>{nth}) (?:anniversary of|year of)|(?P<period>{period}) (?:after|since|of|from)) (?:(?:its|their|the"
        r"|[A-Z][\w'’-]+) ){0,3}(?:\w+['’]s )?independence\b"
    )
    return Phrases(
        anniversary=re.compile(anniversary, re.IGNORECASE),
        after=re.compile(rf"\b(?P<period>{period}) (?P<how>after|since|from|following|into|ago|before)\b", re.IGNORECASE),
        nth_of=re.compile(rf"\b(?P<nth>{nth}) (?P<unit>year|month|week|day) of\b", re.IGNORECASE),
        now_in=re.compile(now_in, re.IGNORECASE),
        aged=re.compile(rf"\b[Tt]he (?P<age>\d{{1,3}})-year-old (?:\w+[ -]){{0,2}}{either('dating/lists', 'bodies')}\b"),
        founded=re.compile(rf"\b{either('dating/lists', 'founded')} (?P<period>{period}) ago\b", re.IGNORECASE),
        independence=re.compile(independence, re.IGNORECASE),
        of_body=re.compile(rf" of (?:(?:the )?{either('dating/lists', 'foundings')} of (?:the )?|(?:the )?)$"),
        ahead=re.compile(rf"\b{either('dating/lists', 'ahead')}\b[^.!?\n]*$", re.IGNORECASE),
        shortened=re.compile(rf"(?:\b[A-Z]|\b{either('dating/lists', 'shortened')})$"),
    )


@dataclass(frozen=True)
class Sentence:
    """The stretch of text that a clue may draw on, by its bounds."""

    first: int
    last: int


def counted_clues(text: Text, mentions: Mentions, places: Sequence[tuple[int, Thing]]) -> Iterator[Clue]:
    """All clues that count years, months or days from something known; `places` are where known things stand."""
    body = text.body
    yield from newest(
        clue
        for match in near_words(phrases().anniversary, "anniversar|centen", body)
        if (number := anniversary_number(match))
        for clue in anniversary_clues(text, match, number, mentions, places)
    )
    for match in near_words(
        phrases().after, "(?:year|decade|month|week|day|century)s? (?:after|since|from|following|into|ago)", body
    ):
        period = period_of(match["period"])
        if period and match["how"].lower() != "before":
            yield from after_clues(text, match, period, places)
    yield from nth_clues(text)
    yield from foundings(text, mentions)
    yield from independences(text, mentions)


def newest(clues: Iterator[Clue]) -> Iterator[Clue]:
    """Of several anniversaries the last: those before it are history, as are years before the last one named."""
    found = list(clues)
    last = max((clue.terms[0][0] for clue in found if clue.strong), default=None)
    yield from (clue for clue in found if last is None or clue.terms[0][0] >= last)


def anniversary_number(match: re.Match[str]) -> int | None:
    """How many years an anniversary counts."""
    if match["hundred"]:
        return 100
    if match["nth"]:
        return ordinal_of(match["nth"])
    period = period_of(match["period"])
    return {"year": period.count, "decade": 10 * period.count}.get(period.unit) if period else None


def bounds_of(body: str, match: re.Match[str]) -> Sentence:
    """The sentence around a match, no further than known words may stand."""
    first = max(0, match.start() - BEHIND)
    for mark in (". ", "\n", "? ", "! "):
        first = max(first, body.rfind(mark, first, match.start()) + 1)
    last = min(len(body), match.end() + REACH)
    for mark in (". ", "\n", "? ", "! "):
        # "Sept. 11" and "U.S. embassy" end no sentence
        place = body.find(mark, match.end(), last)
        while place > 0 and mark == ". " and phrases().shortened.search(body[:place][-6:]):
            place = body.find(mark, place + 1, last)
        last = place if place > 0 else last
    return Sentence(first, last)


@cache
def pattern_of(topic: str) -> tuple[re.Pattern[str], tuple[Known, ...]]:
    """One pattern of all happenings, or of all running wars, a group for each."""
    known = happenings() if topic == "events" else running()
    return re.compile(r"\b(?:" + "|".join(f"({each.words})" for each in known) + r")(?!\w)", re.IGNORECASE), known


def known_after(body: str, first: int, last: int, topic: str = "events") -> tuple[Known, int, int] | None:
    """The first known happening between two places."""
    pattern, known = pattern_of(topic)
    match = pattern.search(body, first, last)
    return (known[(match.lastindex or 1) - 1], match.start(), match.end()) if match else None


def anniversary_clues(
    text: Text, match: re.Match[str], number: int, mentions: Mentions, places: Sequence[tuple[int, Thing]]
) -> Iterator[Clue]:
    """An anniversary of a happening named after or before it, of a year that is named, or of a body."""
    body, around = text.body, bounds_of(text.body, match)
    way = rule("dating", "anniversary")
    found = known_after(body, match.end(), around.last)
    year = YEAR.search(body, match.end(), around.last)
    if found:
        where, firm = (match.start(), found[2]), found[1] - match.end() < 45
        yield anniversary_clue(text, where, way, found[0].first, found[0].last, number, firm=firm)
    elif year and "," not in body[match.end() : year.start()]:
        yield anniversary_clue(text, (match.start(), year.end()), way, *extent(year[0]), number, firm=False)
    elif thing := next((each for start, each in places if match.end() <= start < around.last and dated(each)), None):
        since = thing.from_ or date.min
        yield anniversary_clue(text, match.span(), way, since, since, number)
    elif body_clue := founding_anniversary(text, match, number, mentions, around):
        yield body_clue
    elif found := known_after(body, around.first, match.start()):
        yield anniversary_clue(text, (found[1], match.end()), way, found[0].first, found[0].last, number)


def dated(thing: Thing) -> bool:
    """Does the name of a thing stand for what happened on one day?"""
    return bool(thing.fades and thing.from_)


def anniversary_clue(
    text: Text, where: tuple[int, int], way: str, first: date, last: date, number: int, *, firm: bool = True
) -> Clue:
    """The weeks around an anniversary; the year of it where no day is known."""
    first, last = months_after(first, 12 * number), months_after(last, 12 * number)
    exact = first == last
    evidence = Evidence(Span.of(text, *where), way)
    if phrases().ahead.search(text.body, max(0, where[0] - BEHIND), where[0]):
        # plans for it are in the news up to the day
        window = (first - timedelta(days=300), last + timedelta(days=7))
        return Clue("counted", evidence, strong=firm, terms=(window,))
    window = (first - timedelta(days=75 if exact else 20), last + timedelta(days=250 if exact else 60))
    return Clue("counted", evidence, strong=firm, terms=(window,), peak=first if exact else None)


def after_clues(text: Text, match: re.Match[str], period: Period, places: Sequence[tuple[int, Thing]]) -> Iterator[Clue]:
    """So long after, since, into or ago: what of, within the sentence."""
    how, body, around = match["how"].lower(), text.body, bounds_of(text.body, match)
    way = rule("dating", "years after")
    if how == "into":
        found = known_after(body, match.end(), around.last, "running")
        if found:
            yield period_clue(text, (match.start(), found[2]), rule("dating", "into a war"), found[0], period, firm=True)
        return
    if how == "ago":
        if period.unit in ("year", "decade"):
            found = known_after(body, match.end(), around.last) or known_after(body, around.first, match.start())
            gap = max(found[1] - match.end(), match.start() - found[2]) if found else BEHIND
            if found and gap < 25 and not YEAR.search(body, around.first, around.last):
                where = (min(match.start(), found[1]), max(match.end(), found[2]))
                yield period_clue(text, where, rule("dating", "years ago"), found[0], period, firm=False)
        return
    if period.unit not in ("year", "decade") and how != "since":
        return  # "two months after the invasion they left" tells of then, not of now
    found = known_after(body, match.end(), around.last)
    year = YEAR.search(body, match.end(), min(around.last, match.end() + 60))
    if found and (found[0].exact or period.unit in ("year", "decade")):
        firm = how == "since" and period.unit in ("year", "decade")
        yield period_clue(text, (match.start(), found[2]), way, found[0], period, firm=firm)
    elif year and period.unit in ("year", "decade"):
        named = Known(*extent(year[0]), "")
        yield period_clue(text, (match.start(), year.end()), way, named, period, firm=False)
    elif period.unit == "year" and (
        thing := next((each for start, each in places if match.end() <= start < around.last and dated(each)), None)
    ):
        since = thing.from_ or date.min
        yield period_clue(text, match.span(), way, Known(since, since, ""), period, firm=False)


def period_clue(text: Text, where: tuple[int, int], way: str, known: Known, period: Period, *, firm: bool) -> Clue:
    """The days that lie about so long after something known."""
    early = 60 if period.unit in ("year", "decade") else period.days // 6
    window = (period.less().after(known.first) - timedelta(days=early), period.more().after(known.last))
    return Clue("counted", Evidence(Span.of(text, *where), way), strong=firm, terms=(window,))


def nth_clues(text: Text) -> Iterator[Clue]:
    """ "The third year of the war in …", "the war in …, now in its third year"."""
    body = text.body
    for match in near_words(phrases().nth_of, "(?:year|month|week|day) of", body):
        around, number = bounds_of(body, match), ordinal_of(match["nth"])
        found = known_after(body, match.end(), around.last, "running")
        # the first days of a war are told of for years, its hundredth on the day
        far = number and (match["unit"].lower() == "year" or number >= 20)
        if found and number and far and found[1] - match.end() < 25:
            yield within_clue(text, (match.start(), found[2]), found[0], number, match["unit"].lower(), entering=False)
    for match in near_words(phrases().now_in, "(?:its|their|a|the) [\\w-]+ (?:year|month|week)", body):
        around, number = bounds_of(body, match), ordinal_of(match["nth"])
        found = known_after(body, around.first, match.start(), "running")
        if found and number:
            entering = match["how"].lower() not in ("in", "into")
            yield within_clue(text, (found[1], match.end()), found[0], number, match["unit"].lower(), entering=entering)


def within_clue(text: Text, where: tuple[int, int], known: Known, number: int, unit: str, *, entering: bool) -> Clue:
    """The n-th year, month or day of a war, or the time about its start."""
    first, last = Period(number - 1, unit).after(known.first), Period(number, unit).after(known.first)
    margin = {"year": 50, "month": 12, "week": 5, "day": 2}[unit]
    window = (
        first - timedelta(days=margin),
        first + timedelta(days=2 * margin) if entering else last + timedelta(days=margin // 3),
    )
    evidence = Evidence(Span.of(text, *where), rule("dating", "into a war"))
    return Clue("counted", evidence, strong=True, terms=(window,))


@cache
def founded() -> dict[str, tuple[date, date]]:
    """When bodies were founded: the first and last day it may have been."""
    return {body.id: extent(body.founded) for body in bodies() if body.founded}


@cache
def states_since() -> dict[str, date]:
    """Since when states are what they are, where it is known."""
    return {state.id: state.from_ for state in states() if state.from_} | independence()


def founding_anniversary(text: Text, match: re.Match[str], number: int, mentions: Mentions, around: Sentence) -> Clue | None:
    """ "NATO's 75th anniversary", "the 75th anniversary of the founding of NATO", "NATO marked its 75th anniversary"."""
    known = frozenset(founded())
    after = mentions.after(match.end(), 60, known)
    before = mentions.before(match.start(), BEHIND, known)
    if after and phrases().of_body.match(text.body[match.end() : after[0]]):
        near, where = after, (match.start(), after[1])
    elif before and before[0] >= around.first and OWN.search(text.body, around.first, match.start()):
        near, where = before, (before[0], match.end())
    else:
        return None
    first, last = founded()[near[2].id]
    return anniversary_clue(text, where, rule("dating", "body anniversary"), first, last, number)


def foundings(text: Text, mentions: Mentions) -> Iterator[Clue]:
    """ "The 75-year-old alliance", "founded 20 years ago"."""
    known = founded()
    organised = frozenset(party.id for _, _, party in mentions.spans if party.kind in ("organisation", "state", "organ"))
    since = {**{name: (day, day) for name, day in states_since().items()}, **known}
    for match in near_words(phrases().aged, "-year-old", text.body):
        near = mentions.before(match.start(), 300, organised)
        if near and near[2].id in since:
            first, last = since[near[2].id]
            age = int(match["age"])
            window = (months_after(first, 12 * age) - timedelta(days=60), months_after(last, 12 * age + 12))
            evidence = Evidence(Span.of(text, *match.span()), rule("dating", "body age"))
            yield Clue("counted", evidence, strong=False, terms=(window,))
    for match in near_words(phrases().founded, "ago", text.body):
        around, period = bounds_of(text.body, match), period_of(match["period"])
        near = mentions.before(match.start(), 60, organised)
        if period and near and near[0] >= around.first and near[2].id in since:
            span = Known(*since[near[2].id], "")
            yield period_clue(text, (near[0], match.end()), rule("dating", "body age"), span, period, firm=False)


def independences(text: Text, mentions: Mentions) -> Iterator[Clue]:
    """ "The 30th anniversary of its independence", "50 years after independence"."""
    since = states_since()
    known = frozenset(since)
    for match in near_words(phrases().independence, "independence", text.body):
        inside = mentions.after(match.start(), match.end() - match.start(), known)
        near = inside or mentions.before(match.start(), BEHIND, known)
        if not near:
            continue
        day = since[near[2].id]
        if match["nth"]:
            number = ordinal_of(match["nth"]) or 0
            where = (match.start(), match.end())
            yield anniversary_clue(text, where, rule("dating", "state anniversary"), day, day, number)
        elif (period := period_of(match["period"])) and period.unit in ("year", "decade"):
            yield period_clue(text, match.span(), rule("dating", "independence"), Known(day, day, ""), period, firm=False)

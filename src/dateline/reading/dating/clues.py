"""What a story says about its own day: every clue with the words that give it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from dateline.knowledge.parties import Holder, holders
from dateline.knowledge.times import lean
from dateline.model.document import Text
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue, ClueKind
from dateline.reading.dating.persons import terms_by_person
from dateline.reading.dating.things import things_named
from dateline.reading.desk import Findings, Found, Sense, Story
from dateline.reading.times import Direction, direction_of, month_of

__all__ = ["clues_of"]

LEAD = 160
OPENING = 420
PARTS = ("nsubj", "nsubjpass", "dobj", "obj", "attr")
FORMER = re.compile(r"(?:\b(?:[Ff]ormer|[Ee]x|[Ll]ate|then|[Oo]utgoing|[Oo]ne-time)[ -]+(?:\w+ ){0,3})$")
DATELINE_HEAD = re.compile(r"[A-Z][\w.'-]*(?:[ ,/]+[\w.'-]+){0,5},")
DATELINE_TAIL = re.compile(r"\s*(?:\([^)\n]{2,30}\)|--|[-–—_]|:)")
BOUND = re.compile(r"\b(?:by|until|till)\s+$", re.IGNORECASE)
BEGINS = re.compile(r"\b(?:from|starting|beginning|as of|on|in)\s+$", re.IGNORECASE)
COPYRIGHT = re.compile(r"(?:\b[Cc]opyright|©|\([Cc]\)) ?(?:©|\([Cc]\))? ?((?:19|20)\d\d)\b(?! ?[-–])")
STAMP = re.compile(
    r"\s*(?:[\w .,|-]{0,60}[|·•-] *)?(?:(?:last|first|originally) )?(?:updated|published|posted|modified|date)"
    r"(?: (?:on|at|online))?:?\s*[\d:. ,|@apmAPMGBECDSTU-]{0,30}(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?$",
    re.IGNORECASE,
)
BASELINE = re.compile(r"[ -](?:levels?|baselines?|figures?|prices|dollars)\b")
TARGET = re.compile(r"(?:-\d\d(?:\d\d)?)?[ -](?:[\w-]+ ){0,3}(?:targets?|goals?|deadlines?|objectives?|agenda)\b")
TARGET_BEFORE = re.compile(r"\b[Bb]y (?:the (?:end|middle|start) of )?(?:around |about |mid-|late |early )?$")
WILL = re.compile(r",? (?:(?:\w+ )?will|\w+['’]ll|shall)\b")


def clues_of(story: Story, findings: Findings) -> tuple[Clue, ...]:
    """All clues of a story, in its order."""
    found = [
        replace(
            clue,
            about=nouns_about(story, clue),
            quoted=(said := is_quoted(story, each)),
            opens=opens_story(story, each),
            proved=clue.side < 0 and clue.strong and not said and each.field == "text" and is_adverbial_of_past(story, each),
        )
        for each in findings.timex
        for clue in clues_of_time(story, each, findings)
    ]
    found = paired(found, story)
    named = things_named(story, findings)
    found = [clue for clue in found if not any(lies_in(clue, thing) for thing in named)]
    found += terms_of_cast(story, findings)
    found += persons_named(findings)
    return (*found, *named, *copyrights(story.document.text))


def copyrights(text: Text) -> Iterator[Clue]:
    """ "Copyright 2023 The Daily Example": the story is of that year."""
    for match in COPYRIGHT.finditer(text.body):
        year = int(match[1])
        terms = ((date(year, 1, 1), date(year, 12, 31)),)
        yield Clue("term", Evidence(Span.of(text, match.start(), match.end()), "the year of copyright"), terms=terms)


def lies_in(clue: Clue, thing: Clue) -> bool:
    """Is the time that of a happening that the story names, or part of its name ("the Oct. 7 attacks")?"""
    inner, outer = clue.evidence.ground, thing.evidence.ground
    since = thing.terms[0][0]
    if thing.fades and clue.kind == "fact" and clue.day is None and (clue.month, clue.monthday) == (since.month, since.day):
        return True
    return (
        isinstance(inner, Span)
        and isinstance(outer, Span)
        and inner.field == outer.field
        and any(start <= inner.start and inner.end <= end for start, end in thing.everywhere)
    )


def clues_of_time(story: Story, found: Found, findings: Findings) -> Iterator[Clue]:
    """The clues that one expression of time gives."""
    sense = found.sense
    if sense.kind != "date" or sense.other is not None or sense.plain:
        return
    span = Span.of(story.document.text, found.start, found.end, found.field)
    if sense.iso:
        yield from iso_clue(sense, span, found)
        return
    side = ahead_if_bound(direction_of(story, found), story, found)
    if sense.year is not None:
        yield from year_clues(sense, span, found, side, story)
    elif sense.shift is not None or sense.step is not None:
        yield from relative_clues(sense, span, found, side)
    elif sense.month and sense.day:
        lead = is_dateline(found, story) or is_stamp(found, story)
        rule = "dateline" if lead else "a month and day without a year lie near the day of the story"
        yield Clue(
            "lead" if lead else "fact", Evidence(span, rule), side.side, side.strong,
            month=sense.month, monthday=sense.day, weekday=sense.weekday,
        )  # fmt: skip
    elif sense.month:
        kind: ClueKind = "within month" if sense.mod in ("LATER", "EARLIER") else "month"
        yield Clue(
            kind,
            Evidence(
                span, f"{kind} without a year" if kind == "month" else "the story is of the month it speaks of as running"
            ),
            side.side,
            side.strong,
            month=sense.month,
        )
    elif sense.weekday:
        saying = side.side < 0 and said_then(story, found)
        name: ClueKind = "saying" if saying else "weekday"
        yield Clue(
            name,
            Evidence(span, "weekday of saying" if saying else "a weekday alone lies within a week"),
            side.side,
            side.strong,
            weekday=sense.weekday,
        )


def ahead_if_bound(side: Direction, story: Story, found: Found) -> Direction:
    """ "by May 10" and "from June 1 we'll" look ahead, whatever verb stands above."""
    text = story.document.text.field(found.field)
    before = text[max(0, found.start - 12) : found.start]
    after = text[found.end : found.end + 16]
    if found.sense.weekday is None and (BOUND.search(before) or (BEGINS.search(before) and WILL.match(after))):
        return Direction(1, "the words around it look ahead")
    if found.sense.year is not None and found.sense.month is None and BASELINE.match(text, found.end):
        return Direction(-1, "a year that others are measured by has gone")
    return side


def paired(clues: list[Clue], story: Story) -> list[Clue]:
    """ "On Thursday (Feb. 9)", "Thursday evening, July 21": the weekday is that of the date beside it."""
    result = list(clues)
    for number, (first, second) in enumerate(pairwise(clues), 1):
        left, right = first.evidence.ground, second.evidence.ground
        if (
            first.weekday is None
            or second.kind != "fact"
            or second.weekday
            or not isinstance(left, Span)
            or not isinstance(right, Span)
        ):
            continue
        between = story.document.text.field(left.field)[left.end : right.start]
        if left.field == right.field and first.monthday is None and between.strip(" ") in ("(", ",", "", "on"):
            result[number] = replace(second, weekday=first.weekday)
    return result


def is_quoted(story: Story, found: Found) -> bool:
    """Does the expression stand between quotation marks of its paragraph?"""
    text = story.document.text.field(found.field)
    before = text[text.rfind("\n", 0, found.start) + 1 : found.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”") or before.count("``") > before.count("''")


def opens_story(story: Story, found: Found) -> bool:
    """Does the expression stand in the first sentence or two, where news says what is new?"""
    return found.field == "text" and found.start - opening(story.document.text.body) < OPENING


@lru_cache(maxsize=4)
def opening(body: str) -> int:
    """Where the first sentence of some length starts: bylines and captions stand before it."""
    start = 0
    for line in body.split("\n"):
        if len(line) > 80:
            return start
        start += len(line) + 1
    return 0


def is_adverbial_of_past(story: Story, found: Found) -> bool:
    """ "was signed in 2022": does a finite verb of the past govern the expression itself, not a noun beside it?"""
    span = Span.of(story.document.text, found.start, found.end, found.field)
    sentence = story.sentence_at(span)
    tokens = sentence.tokens_in(span) if sentence else []
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.head.i not in inside), None)
    if head is None:
        return False
    if head.dep_ == "pobj" and head.head.lower_ in ("in", "on", "during", "since"):
        head = head.head
    elif head.dep_ != "npadvmod":
        return False
    verb = head.head
    forms = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.pos_ not in ("VERB", "AUX") or forms & lean().conditional:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(forms & {"was", "were", "had", "has", "have"}))


def nouns_about(story: Story, clue: Clue) -> frozenset[str]:
    """The nouns of what happens at that time: the one it belongs to, and subject and objects of its verb."""
    if clue.kind not in ("fact", "relative") or not isinstance(clue.evidence.ground, Span):
        return frozenset()
    sentence = story.sentence_at(clue.evidence.ground)
    tokens = sentence.tokens_in(clue.evidence.ground) if sentence else []
    if not tokens:
        return frozenset()
    inside = {token.i for token in tokens}
    current, found = tokens[-1], set()
    for _ in range(5):
        if current.i not in inside and current.pos_ == "NOUN":
            found.add(current.lemma_.lower())
        if current.i not in inside and current.pos_ in ("VERB", "AUX"):
            found |= {child.lemma_.lower() for child in current.children if child.dep_ in PARTS and child.pos_ == "NOUN"}
            break
        current = current.head
    return frozenset(found)


def iso_clue(sense: Sense, span: Span, found: Found) -> Iterator[Clue]:
    """A date in figures."""
    try:
        day = date.fromisoformat((sense.iso or "")[:10])
    except ValueError:
        return
    lead = is_lead(found)
    yield Clue(
        "lead" if lead else "fact",
        Evidence(span, "dateline" if lead else "full date"),
        day=day,
        year=day.year,
        month=day.month,
        monthday=day.day,
    )


def is_lead(found: Found) -> bool:
    """Does the expression stand where a dateline would?"""
    return found.field == "text" and found.start < LEAD


def year_clues(sense: Sense, span: Span, found: Found, side: Direction, story: Story) -> Iterator[Clue]:
    """A year, with month and day or without."""
    year = sense.year
    if year is None or not 1900 <= year <= 2100:
        return
    if sense.month and sense.day:
        day = month_of(year, sense.month).first
        if day is None or (sense.day > 28 and sense.day > (month_of(year, sense.month).last or day).day):
            return
        full = day.replace(day=sense.day)
        lead = stands_as_dateline(found, story) or is_dateline(found, story) or is_stamp(found, story)
        yield Clue(
            "lead" if lead else "fact", Evidence(span, "dateline" if lead else "full date"), side.side, side.strong,
            day=full, year=year, month=sense.month, monthday=sense.day, weekday=sense.weekday,
        )  # fmt: skip
    elif sense.month or sense.season or sense.quarter:
        yield Clue(
            "dated month", Evidence(span, "a month of a named year"), side.side, side.strong, year=year, month=sense.month
        )
    elif (side.side > 0 and side.strong) or is_target(found, story):
        yield Clue("future year", Evidence(span, "a year named as still to come"), 1, True, year=year)
    else:
        yield Clue(
            "year",
            Evidence(span, "a year named as past is most often last year or this one"),
            side.side,
            side.strong,
            year=year,
        )


def is_target(found: Found, story: Story) -> bool:
    """ "by 2030", "the 2030 target": a year that plans aim at."""
    text = story.document.text.field(found.field)
    before = text[max(0, found.start - 40) : found.start]
    return bool(TARGET_BEFORE.search(before) or TARGET.match(text, found.end))


def is_dateline(found: Found, story: Story) -> bool:
    """A month and day between a place and a dash or an agency: "BRUSSELS, Jan. 4 (Reuters) -"."""
    if found.field != "text" or found.start > LEAD:
        return False
    body = story.document.text.body
    head = body[body.rfind("\n", 0, found.start) + 1 : found.start]
    return bool(DATELINE_HEAD.fullmatch(head.strip())) and bool(DATELINE_TAIL.match(body, found.end))


def is_stamp(found: Found, story: Story) -> bool:
    """ "Updated 4:31 p.m. EDT, March 3, 2023": does the line say when the story was put out?"""
    body = story.document.text.body
    line_start = body.rfind("\n", 0, found.start) + 1
    return found.field == "text" and bool(STAMP.match(body, line_start, found.start))


def stands_as_dateline(found: Found, story: Story) -> bool:
    """A full date alone on its line near the top or the end, or between a place and a dash."""
    if found.field != "text":
        return False
    body = story.document.text.body
    line_start = body.rfind("\n", 0, found.start) + 1
    line_end = body.find("\n", found.end)
    line_end = len(body) if line_end < 0 else line_end
    rest = body[line_start : found.start] + body[found.end : line_end]
    alone = len(rest.strip(" \t.,:;-–—|()")) <= 24
    top = len(body[: found.start].strip()) < LEAD
    return alone and top


def relative_clues(sense: Sense, span: Span, found: Found, side: Direction) -> Iterator[Clue]:
    """Phrases reckoned from the day of the story."""
    if sense.anchor not in ("day", None, "now"):
        return
    if sense.month and sense.unit == "Y":
        yield Clue(
            "relative",
            Evidence(span, "a month of a year near the story's"),
            side.side,
            month=sense.month,
            unit="Y",
            shift=sense.shift,
        )
    elif sense.mod in ("LATER", "EARLIER") and sense.unit == "M":
        return
    elif sense.unit in ("D", "W", "M", "Y", "WE") and sense.shift is not None and abs(sense.shift) <= 1:
        yield Clue(
            "relative",
            Evidence(span, "a phrase reckoned from the day of the story"),
            side.side,
            unit=sense.unit,
            shift=sense.shift,
            weekday=sense.weekday,
        )
    elif sense.weekday and sense.step:
        yield Clue("weekday", Evidence(span, "a weekday alone lies within a week"), sense.step, True, weekday=sense.weekday)
    elif sense.month and sense.step:
        yield Clue("month", Evidence(span, "last or next month of that name"), sense.step, True, month=sense.month)


def said_then(story: Story, found: Found) -> bool:
    """Does the weekday say when somebody said something?"""
    span = Span.of(story.document.text, found.start, found.end, found.field)
    sentence = story.sentence_at(span)
    tokens = sentence.tokens_in(span) if sentence else []
    if not tokens:
        return False
    head = tokens[0].head
    for _ in range(2):
        if head.lemma_.lower() in lean().reporting:
            return True
        head = head.head
    return False


def terms_of_cast(story: Story, findings: Findings) -> list[Clue]:
    """The terms of office of persons that the text gives a title."""
    found: dict[str, Clue] = {}
    for titled in findings.cast.titled if findings.cast else ():
        text = story.document.text.field(titled.span.field)
        terms = terms_allowed(titled.person, titled.side, titled.office)
        if FORMER.search(text, max(0, titled.span.start - 40), titled.span.start) or "former" in titled.office:
            terms = times_between(terms)
        if terms and titled.person not in found:
            found[titled.person] = Clue("term", Evidence(titled.span, "terms of a holder of an office"), terms=terms)
    return list(found.values())


def terms_allowed(person: str, side: str | None, office: str) -> tuple[tuple[date, date | None], ...]:
    """The terms in which that person held that office of that side, or any office where the title fits none."""
    own = [holder for holder in holders() if is_term_of(holder, person, side)]
    fitting = [holder for holder in own if holder.office == office.lower()]
    return tuple((holder.from_, holder.until) for holder in fitting or own)


def times_between(terms: tuple[tuple[date, date | None], ...]) -> tuple[tuple[date, date | None], ...]:
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
        Clue("person", Evidence(party.mentions[0].span, "who holds an office is in the news then"), terms=by_person[party.id])
        for party in named
        if party.kind == "person" and party.mentions and party.id in by_person
    ]


def is_term_of(holder: Holder, person: str, side: str | None) -> bool:
    """Is it a term of that person, for that side where one is known?"""
    same_side = side is None or holder.party.split(":")[0] == side.split(":")[0]
    return same_side and (holder.person == person or person in holder.aliases)

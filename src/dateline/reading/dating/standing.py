"""Where an expression of time stands in its text, and what the words around it say: datelines, stamps, targets, bounds."""

import re
from bisect import bisect_right
from functools import cache, lru_cache

from dateline.knowledge.lists import either
from dateline.reading.desk import Found, Story
from dateline.reading.times import Direction

__all__ = ["ahead_if_bound", "is_lead", "is_quoted", "is_stamp", "is_target", "leads", "opens_story", "stands_as_dateline"]

LEAD = 160
OPENING = 420
DATELINE_HEAD = re.compile(r"[A-Z][\w.'-]*(?:[ ,/]+[\w.'-]+){0,5},")
DATELINE_TAIL = re.compile(r"\s*(?:\([^)\n]{2,30}\)|--|[-–—_]|:)")
BOUND = re.compile(r"\b(?:by|until|till)\s+$", re.IGNORECASE)
BEGINS = re.compile(r"\b(?:from|starting|beginning|as of|on|in)\s+$", re.IGNORECASE)
WILL = re.compile(r",? (?:(?:\w+ )?will|\w+['’]ll|shall)\b")
TARGET_BEFORE = re.compile(r"\b[Bb]y (?:the (?:end|middle|start) of )?(?:around |about |mid-|late |early )?$")


@cache
def stamp() -> re.Pattern[str]:
    """The words before the day on which a story was put out."""
    return re.compile(
        rf"\s*(?:[\w .,|-]{{0,60}}[|·•-] *)?(?:(?:last|first|originally) )?{either('dating/lists', 'put out')}"
        r"(?: (?:on|at|online))?:?\s*[\d:. ,|@apmAPMGBECDSTU-]{0,30}(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?$",
        re.IGNORECASE,
    )


@cache
def baseline() -> re.Pattern[str]:
    """The words behind a year that others are measured by."""
    return re.compile(rf"[ -]{either('dating/lists', 'baselines')}\b")


@cache
def target() -> re.Pattern[str]:
    """The words behind a year that plans aim at."""
    return re.compile(rf"(?:-\d\d(?:\d\d)?)?[ -](?:[\w-]+ ){{0,3}}{either('dating/lists', 'targets')}\b")


def ahead_if_bound(side: Direction, story: Story, found: Found) -> Direction:
    """ "by May 10" and "from June 1 we'll" look ahead, whatever verb stands above; a year as a measure has gone."""
    text = story.document.text.field(found.field)
    before = text[max(0, found.start - 12) : found.start]
    after = text[found.end : found.end + 16]
    if found.sense.weekday is None and (BOUND.search(before) or (BEGINS.search(before) and WILL.match(after))):
        return Direction(1)
    if found.sense.year is not None and found.sense.month is None and baseline().match(text, found.end):
        return Direction(-1)
    return side


def is_quoted(story: Story, found: Found) -> bool:
    """Does the expression stand between quotation marks of its paragraph?"""
    text = story.document.text.field(found.field)
    start = text.rfind("\n", 0, found.start) + 1
    before = {mark: bisect_right(ends, found.start) - bisect_right(ends, start) for mark, ends in marks_of(text).items()}
    return before['"'] % 2 == 1 or before["“"] > before["”"] or before["``"] > before["''"]


@lru_cache(maxsize=4)
def marks_of(text: str) -> dict[str, list[int]]:
    """Where the quotation marks of each kind end in a text."""
    return {mark: [match.end() for match in re.finditer(mark, text)] for mark in ('"', "“", "”", "``", "''")}


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


def leads(found: Found, story: Story) -> bool:
    """Is the date without a year a dateline, or the day on which the story was put out?"""
    return is_dateline(found, story) or is_stamp(found, story)


def is_lead(found: Found) -> bool:
    """Does the expression stand where a dateline would?"""
    return found.field == "text" and found.start < LEAD


def is_target(found: Found, story: Story) -> bool:
    """ "by 2030", "the 2030 target": a year that plans aim at."""
    text = story.document.text.field(found.field)
    before = text[max(0, found.start - 40) : found.start]
    return bool(TARGET_BEFORE.search(before) or target().match(text, found.end))


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
    return found.field == "text" and bool(stamp().match(body, line_start, found.start))


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

"""Time expressions (TIMEX3) of a story: found in its words, then reckoned from its day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial

from dateline.knowledge.lists import either
from dateline.model.document import Field
from dateline.model.evidence import Evidence, Span
from dateline.model.when import TimeExpression
from dateline.reading.desk import Findings, Found, Sense, Story
from dateline.reading.times.anchors import Anchors, Ask, Resolved
from dateline.reading.times.calendar import Period
from dateline.reading.times.direction import direction_of
from dateline.reading.times.find import find_in
from dateline.reading.times.resolve import resolve

__all__ = ["anchor_times", "find_times", "reckoned_from"]

FIELDS: tuple[Field, ...] = ("title", "text")
OPENING = re.compile(r"(?:^|[.!?]\"?\s|\n)\s*(?:(?:In|By|During|From|Throughout|Until)\s+(?:early |late |mid-?)?)?$")
"""What stands between the end of a sentence and a date that opens the next."""
LONG_REPORTS = (6, 9, 12)
"""Months of a report that is on no quarter any more."""
NEAR = 800
"""Code points for which a quarter named stays the one reported on."""


def find_times(story: Story, findings: Findings) -> Findings:
    """Fill `timex` with what the words mean, before the day of the story is known; `anchor_times` makes `times` of them."""
    return replace(findings, timex=tuple(found for field in FIELDS for found in find_in(story.text(field), field)))


def anchor_times(story: Story, findings: Findings) -> Findings:
    """Give every time its value and interval, reckoned from the day of the story where one is known."""
    times = tuple(expression(story, found, resolved) for found, resolved in reckoned_from(findings.day, story, findings.timex))
    return replace(findings, times=times)


def reckoned_from(day: date | None, story: Story, timex: Iterable[Found]) -> Iterator[tuple[Found, Resolved]]:
    """Every expression with its value and days, if the story is of that day."""
    for field in FIELDS:
        own = [found for found in timex if found.field == field]
        text = story.document.text.field(field)
        reported = 0
        anchors = Anchors(day, history=tells_history(own, day))
        for found in own:
            ask: Ask = partial(direction_of, story, found)
            if anchors.quarter and found.start - reported > NEAR:
                anchors = replace(anchors, quarter=None)
            if found.sense.kind == "duration" and found.sense.unit == "M" and found.sense.count in LONG_REPORTS:
                anchors = replace(anchors, quarter=None)
            sense = in_context(found.sense, anchors, ask)
            if sense is None:
                continue
            resolved = resolve(sense, anchors, ask)
            yield found, resolved
            anchors = spoken_of(anchors, found, resolved, text)
            if reports_on(sense, resolved, day, ask):
                anchors = replace(anchors, quarter=resolved.period)
                reported = found.start


def reports_on(sense: Sense, resolved: Resolved, day: date | None, ask: Ask) -> bool:
    """Is this a quarter whose results a story reports: over by its day, or spoken of as past?"""
    period = resolved.period
    if sense.quarter and period and period.first and period.last and day:
        return period.last <= day or (period.first <= day and ask().side < 0)
    return bool(sense.quarter and day is None) or (sense.unit == "Q" and sense.shift == 0 and sense.kind == "date")


def in_context(sense: Sense, anchors: Anchors, ask: Ask) -> Sense | None:
    """The sense that its surroundings make sure of; None where they say that it is no time.

    A bare "480" is a year where the time spoken of is before our era; "soon" in a tale of the past refers to no future,
    "the next year" to the one after that of which it speaks.
    """
    if sense.plain == "perhaps BC":
        before = anchors.ref is not None and anchors.ref.value.startswith("BC") and sense.year is not None
        return replace(sense, year=1 - sense.year, plain=None) if before and sense.year else None
    if sense.anchor == "now" and sense.shift == 1 and anchors.ref is not None and ask().side < 0:
        return replace(sense, anchor="ref")
    if sense.vague == "FUTURE_REF" and sense.loose and ask().side < 0:
        return None
    return sense


@cache
def saying() -> re.Pattern[str]:
    """What stands before the day on which something was said."""
    verbs = either("times/lists", "verbs of saying")
    return re.compile(rf"\b{verbs} (?:on |late |early )*$", re.IGNORECASE)


def spoken_of(anchors: Anchors, found: Found, resolved: Resolved, text: str) -> Anchors:
    """The anchors after an expression: a date moves the time spoken of.

    A comparison with a year before does not, nor the day on which something was said ("officials said on Friday"); nor, in a
    tale, what is reckoned from the teller's own day, or a bare year in passing ("declassified in 2005") unless a sentence opens
    with it.
    """
    sense, period = found.sense, resolved.period
    if period is None or resolved.type not in ("DATE", "TIME"):
        return anchors
    if saying().search(text, max(0, found.start - 40), found.start):
        return anchors
    if not anchors.history:
        return anchors if sense.plain == "year before" else replace(anchors, ref=period)
    if sense.anchor == "day":
        return anchors
    opens = OPENING.search(text, max(0, found.start - 24), found.start)
    if period.grain in ("D", "M", "S", "Q", "W") or anchors.tale is None or opens or goes_on(anchors.tale, period):
        return replace(anchors, ref=period, tale=period)
    return replace(anchors, ref=period)


def goes_on(tale: Period, period: Period) -> bool:
    """Is it the year that the tale has reached, or the next, or one before our era?"""
    if tale.first is None or period.first is None:
        return period.grain == "Y" and period.value.startswith("BC")
    return period.grain == "Y" and 0 <= period.first.year - tale.first.year <= 1


def tells_history(found: Sequence[Found], day: date | None) -> bool:
    """Is this a tale of the past rather than news? Years long gone outnumber what is reckoned from the day of the story."""
    dates = [each.sense for each in found if each.sense.kind == "date"]
    years = sum(1 for sense in dates if sense.year is not None and (day is None or sense.year < day.year - 1))
    news = sum(1 for sense in dates if sense.year is None and (sense.anchor == "day" or sense.weekday))
    return years >= 5 and years > 2 * news


def expression(story: Story, found: Found, resolved: Resolved) -> TimeExpression:
    """The expression with its evidence."""
    span = Span.of(story.document.text, found.start, found.end, found.field)
    period = resolved.period
    assumed = tuple(Evidence(span, rule, assumed=True) for rule in resolved.assumed)
    return TimeExpression(
        span=span, type=resolved.type, value=resolved.value, mod=resolved.mod, quant=resolved.quant, freq=resolved.freq,
        earliest=period.first if period else None, latest=period.last if period else None,
        evidence=(Evidence(span, found.rule), *assumed),
    )  # fmt: skip

"""The clues that expressions of time give: dates with and without their year, weekdays, months, years, relative phrases."""

from collections.abc import Iterator
from datetime import date

from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.governed import said_then
from dateline.reading.dating.standing import ahead_if_bound, is_lead, is_target, leads, stands_as_dateline
from dateline.reading.desk import Found, Sense, Story
from dateline.reading.times import Direction, direction_of, month_of

__all__ = ["clues_of_time"]


def clues_of_time(story: Story, found: Found) -> Iterator[Clue]:
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
        yield from relative_clues(sense, span, side)
    elif sense.month and sense.day:
        yield day_clue(sense, span, side, lead=leads(found, story))
    elif sense.month:
        yield month_clue(sense, span, side)
    elif sense.weekday:
        yield weekday_clue(sense, span, side, saying=side.side < 0 and said_then(story, found))


def day_clue(sense: Sense, span: Span, side: Direction, *, lead: bool) -> Clue:
    """A month and day without a year."""
    way = rule("dating", "dateline") if lead else rule("dating", "month and day")
    return Clue(
        "lead" if lead else "fact", Evidence(span, way), side.side, side.strong,
        month=sense.month, monthday=sense.day, weekday=sense.weekday,
    )  # fmt: skip


def month_clue(sense: Sense, span: Span, side: Direction) -> Clue:
    """A month alone, or what remains or has gone of the running one."""
    if sense.mod in ("LATER", "EARLIER"):
        return Clue("within month", Evidence(span, rule("dating", "running month")), side.side, side.strong, month=sense.month)
    return Clue("month", Evidence(span, rule("dating", "month")), side.side, side.strong, month=sense.month)


def weekday_clue(sense: Sense, span: Span, side: Direction, *, saying: bool) -> Clue:
    """A weekday alone: of saying something, or of anything else."""
    if saying:
        return Clue("saying", Evidence(span, rule("dating", "saying")), side.side, side.strong, weekday=sense.weekday)
    return Clue("weekday", Evidence(span, rule("dating", "weekday")), side.side, side.strong, weekday=sense.weekday)


def iso_clue(sense: Sense, span: Span, found: Found) -> Iterator[Clue]:
    """A date in figures."""
    try:
        day = date.fromisoformat((sense.iso or "")[:10])
    except ValueError:
        return
    yield full_clue(day, span, Direction(0), lead=is_lead(found))


def full_clue(day: date, span: Span, side: Direction, *, lead: bool, weekday: int | None = None) -> Clue:
    """A date with its year."""
    way = rule("dating", "dateline") if lead else rule("dating", "full date")
    return Clue(
        "lead" if lead else "fact", Evidence(span, way), side.side, side.strong,
        day=day, year=day.year, month=day.month, monthday=day.day, weekday=weekday,
    )  # fmt: skip


def year_clues(sense: Sense, span: Span, found: Found, side: Direction, story: Story) -> Iterator[Clue]:
    """A year, with month and day or without."""
    year = sense.year
    if year is None or not 1900 <= year <= 2100:
        return
    if sense.month and sense.day:
        day = month_of(year, sense.month).first
        if day is None or (sense.day > 28 and sense.day > (month_of(year, sense.month).last or day).day):
            return
        lead = stands_as_dateline(found, story) or leads(found, story)
        yield full_clue(day.replace(day=sense.day), span, side, lead=lead, weekday=sense.weekday)
    elif sense.month or sense.season or sense.quarter:
        evidence = Evidence(span, rule("dating", "dated month"))
        yield Clue("dated month", evidence, side.side, side.strong, year=year, month=sense.month)
    elif (side.side > 0 and side.strong) or is_target(found, story):
        yield Clue("future year", Evidence(span, rule("dating", "year to come")), 1, True, year=year)
    else:
        evidence = Evidence(span, rule("dating", "past year"), assumed=True)
        yield Clue("year", evidence, side.side, side.strong, year=year)


def relative_clues(sense: Sense, span: Span, side: Direction) -> Iterator[Clue]:
    """Phrases reckoned from the day of the story."""
    if sense.anchor not in ("day", None, "now"):
        return
    if sense.month and sense.unit == "Y":
        evidence = Evidence(span, rule("dating", "month of a near year"))
        yield Clue("relative", evidence, side.side, month=sense.month, unit="Y", shift=sense.shift)
    elif sense.mod in ("LATER", "EARLIER") and sense.unit == "M":
        return
    elif sense.unit in ("D", "W", "M", "Y", "WE") and sense.shift is not None and abs(sense.shift) <= 1:
        evidence = Evidence(span, rule("dating", "relative"))
        yield Clue("relative", evidence, side.side, unit=sense.unit, shift=sense.shift, weekday=sense.weekday)
    elif sense.weekday and sense.step:
        yield Clue("weekday", Evidence(span, rule("dating", "weekday")), sense.step, True, weekday=sense.weekday)
    elif sense.month and sense.step:
        yield Clue("month", Evidence(span, rule("dating", "stepped month")), sense.step, True, month=sense.month)

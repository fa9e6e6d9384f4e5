"""Time expressions (TIMEX3) of a story."""

from dataclasses import replace

from dateline.model.document import Field
from dateline.model.evidence import Evidence, Span, Stamp
from dateline.model.when import TimeExpression
from dateline.reading.story import Findings, Story
from dateline.reading.timex_direction import NONE, direction_of
from dateline.reading.timex_find import find_in
from dateline.reading.timex_resolve import Anchors, Resolved, resolve
from dateline.reading.timex_sense import Found

__all__ = ["anchor_times", "find_times"]

FIELDS: tuple[Field, ...] = ("title", "text")


def find_times(story: Story, findings: Findings) -> Findings:
    """Fill `times` with what the words alone say, before the day of the story is known."""
    times = tuple(
        expression(story, field, found, resolve(found.sense, Anchors(None), lambda: NONE))
        for field in FIELDS
        for found in find_in(story.document.text.field(field))
    )
    return replace(findings, times=times)


def anchor_times(story: Story, findings: Findings) -> Findings:
    """Give every time its value and interval, reckoned from the day of the story where one is known."""
    times: list[TimeExpression] = []
    for field in FIELDS:
        anchors = Anchors(findings.day)
        for found in find_in(story.document.text.field(field)):
            resolved = resolve(found.sense, anchors, lambda found=found, field=field: direction_of(story, field, found))  # type: ignore[misc]
            times.append(expression(story, field, found, resolved))
            if resolved.period and resolved.type in ("DATE", "TIME"):
                anchors = replace(anchors, ref=resolved.period)
    return replace(findings, times=tuple(times))


def expression(story: Story, field: Field, found: Found, resolved: Resolved) -> TimeExpression:
    """The expression with its evidence."""
    span = Span.of(story.document.text, found.start, found.end, field)
    period = resolved.period
    assumed = tuple(Evidence(span, rule, assumed=True) for rule in resolved.assumed)
    return TimeExpression(
        span=span, type=resolved.type, value=resolved.value, mod=resolved.mod, quant=resolved.quant, freq=resolved.freq,
        earliest=period.first if period else None, latest=period.last if period else None,
        evidence=(Evidence(span, found.rule), *assumed),
    )  # fmt: skip

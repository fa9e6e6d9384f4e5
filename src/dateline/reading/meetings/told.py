"""The days that times of one sentence tell of a meeting, where somebody else says that they are its days."""

import re
from collections.abc import Sequence

from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced
from dateline.model.when import TimeExpression, When
from dateline.reading.desk import Sentence
from dateline.reading.meetings.dates import (
    alternative,
    days_of,
    is_rough,
    joined,
    lengthened,
    narrowest,
    roughly,
    sourced,
    widened,
    width,
)  # fmt: skip

__all__ = ["days_told"]

BEFORE = re.compile(r"(?<![a-z])([a-z]+)\s+(?:the\s+)?$")
"""The word before an expression."""

Told = list[tuple[TimeExpression, str]]


def days_told(sentence: Sentence, times: Sequence[TimeExpression], *, ends: bool = False) -> Sourced[When] | None:
    """The days that times of a sentence tell together, with a length among them; `ends`: the day told is the last one."""
    dated = [
        (roughly(sentence, time), preposition_of(sentence, time))
        for time in times
        if time.type in ("DATE", "TIME") and (time.earliest or time.latest)
    ]
    best = narrowest(dated)
    if best is None:
        return None
    either = alternative(sentence, dated) or joined(sentence, dated) or first_to_last(dated)
    when = either or sourced(*best)
    if either is None and is_rough(best[0], when.value):
        return widened(when)
    length = next((found for time in times if time.type == "DURATION" and (found := days_of(time))), None)
    return lengthened(when, *length, ends=ends) if length and length[0] > 1 else when


def first_to_last(dated: Told) -> Sourced[When] | None:
    """From the first to the last of several days that are told apart."""
    days = sorted(
        ((time.earliest, time) for time, _ in dated if width(time) == 0 and time.earliest is not None), key=lambda pair: pair[0]
    )
    if not days or days[0][0] == days[-1][0]:
        return None
    evidence = tuple(Evidence(time.span, rule("meetings", "date-joined"), time.evidence) for _, time in (days[0], days[-1]))
    return Sourced(When(days[0][0], days[-1][0], "extent"), evidence)


def preposition_of(sentence: Sentence, time: TimeExpression) -> str:
    """The word before an expression ("since", "until"), nothing where none stands there."""
    text = sentence.document.text.field(time.span.field)
    before = BEFORE.search(text[max(0, time.span.start - 16) : time.span.start].lower())
    return before[1] if before else ""

"""The day on which something was said: told with the cue, in its sentence, or with what the speaker said just before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.knowledge.rules import rule
from dateline.model.entry import Statement
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import TimeExpression, When
from dateline.reading.desk import Findings, Sentence, Word

__all__ = ["carried", "said_around", "said_when"]

LONGEST_TIME = 6
"""Words of what may hang on the verb and hold a time."""

ASIDE = ("relcl", "acl", "appos", "parataxis")
"""Steps of the parse into what is only told beside: its times are of something else."""

FARTHEST = 400
"""Characters between two statements of one speaker that were made on one day, where nobody else speaks between them."""


def said_when(findings: Findings, sentence: Sentence, verb: Word) -> Sourced[When] | None:
    """The day on which it was said, where a time hangs on the verb ("said on Tuesday")."""
    for child in verb.children("npadvmod", "prep", "tmod", "advmod"):
        words = child.subtree()
        if len(words) > LONGEST_TIME:
            continue
        for time in findings.times_on.on(sentence.span(words[0], words[-1])):
            if time.type in ("DATE", "TIME") and (found := dated(time, rule("statements", "day of saying"))):
                return found
    return None


def said_around(findings: Findings, sentence: Sentence, content: Sequence[Span]) -> Sourced[When] | None:
    """The one day that the sentence tells outside of what is said and of its asides ("speaking on Monday, she said")."""
    times = [
        time
        for time in findings.times_on.on(sentence.whole)
        if is_one_day(time) and not any(span.overlaps(time.span) for span in content) and not is_aside(sentence, time.span)
    ]
    if len({time.earliest for time in times}) != 1:
        return None
    return dated(times[0], rule("statements", "day around saying"))


def is_one_day(time: TimeExpression) -> bool:
    """Does it name one day that we know?"""
    return time.type in ("DATE", "TIME") and time.earliest is not None and time.earliest == time.latest


def is_aside(sentence: Sentence, span: Span) -> bool:
    """Does it stand in what is only told beside ("the minister, who came on Monday, said")?"""
    inside = [word for word in sentence.words if span.start <= sentence.place(word) < span.end]
    return not inside or any(word.dep in ASIDE for word in (inside[-1], *inside[-1].ancestors()))


def carried(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The same statements in text order; one without a day has that of what its speaker said just before."""
    before: Statement | None = None
    for each in statements:
        known = each
        if before is not None and before.said is not None and each.said is None and goes_on(before, each):
            way = rule("statements", "day carried on")
            known = replace(each, said=Sourced(before.said.value, (Evidence(each.content[0], way, before.said.evidence),)))
        before = known
        yield known


def goes_on(before: Statement, each: Statement) -> bool:
    """Does the same one go on speaking, close by?"""
    one, other = before.content[-1], each.content[0]
    return before.speaker.value == each.speaker.value and one.field == other.field and other.start - one.end <= FARTHEST


def dated(time: TimeExpression, way: str) -> Sourced[When] | None:
    """The days of a time, with the rule that takes them for those of saying."""
    if time.earliest is None or time.latest is None:
        return None
    when = When(time.earliest, time.latest, None if time.earliest == time.latest else "within")
    return Sourced(when, (Evidence(time.span, way, time.evidence),))

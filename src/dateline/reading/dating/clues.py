"""What a story says about its own day: every clue with the words that give it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dateline.knowledge.dating import preferences
from dateline.knowledge.rules import rule
from dateline.model.document import Text
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.compared import compared_years
from dateline.reading.dating.governed import is_adverbial_of_past, nouns_about
from dateline.reading.dating.incumbents import incumbents_named
from dateline.reading.dating.named_times import clues_of_time
from dateline.reading.dating.offices import persons_named, terms_of_cast
from dateline.reading.dating.standing import is_quoted, opens_story
from dateline.reading.dating.things import things_named
from dateline.reading.desk import Findings, Story

__all__ = ["clues_of", "newest_year"]

WRONG_CLOCK = 20
"""A dateline may be so many years ahead of the clock, which then is wrong; further ahead it is no dateline."""

COPYRIGHT = re.compile(r"(?:\b[Cc]opyright|©|\([Cc]\)) ?(?:©|\([Cc]\))? ?((?:19|20)\d\d)\b(?! ?[-–])")


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
        for clue in clues_of_time(story, each)
    ]
    found = paired(found, story)
    named = things_named(story, findings, newest_year(found, findings.today))
    found = [clue for clue in found if not any(lies_in(clue, thing) for thing in named)]
    found += terms_of_cast(story, findings)
    found += persons_named(findings)
    found += incumbents_named(story.document.text)
    found += compared_years(story.document.text)
    return (*found, *named, *copyrights(story.document.text))


def newest_year(clues: Sequence[Clue], today: date) -> int:
    """The newest year that the story may be of: that of the clock, or of a dateline that is later."""
    leads = (clue.day.year for clue in clues if clue.kind == "lead" and clue.day)
    return max((preferences().first_year, today.year, *(year for year in leads if year - today.year <= WRONG_CLOCK)))


def copyrights(text: Text) -> Iterator[Clue]:
    """ "Copyright 2023 The Daily Example": the story is of that year."""
    for match in COPYRIGHT.finditer(text.body):
        year = int(match[1])
        terms = ((date(year, 1, 1), date(year, 12, 31)),)
        yield Clue("term", Evidence(Span.of(text, match.start(), match.end()), rule("dating", "copyright")), terms=terms)


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

"""The day of a story: as given and checked against its words, or inferred from them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.knowledge.dating import preferences
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Span, Stamp
from dateline.model.problem import Problem
from dateline.model.when import Dating, Rival
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.clues import clues_of, newest_year
from dateline.reading.dating.solve import Belief, believe, weigh
from dateline.reading.dating.told import without_outweighed
from dateline.reading.desk import Findings, Story

__all__ = ["find_day"]

MOST_REASONS = 12


def find_day(story: Story, findings: Findings) -> Findings:
    """Fill `dating`: the day that was given, with a problem where the words contradict it, or the best that they allow."""
    given = story.document.day
    clues = without_outweighed(clues_of(story, findings))
    if given is not None:
        stamp = Evidence(Stamp(story.document.dated_by or "published", given.isoformat()), rule("dating", "given"))
        problems = contradictions(clues, given)
        return replace(
            findings,
            dating=Dating(given, given=True, earliest=given, latest=given, because=(stamp,)),
            problems=(*findings.problems, *problems),
        )
    newest = newest_year(clues, findings.today)
    belief = believe(weigh(clues, newest) if clues else {}, preferences())
    return replace(findings, dating=inferred(clues, belief))


def inferred(clues: Sequence[Clue], belief: Belief) -> Dating:
    """The belief as a dating, with the clues that decided it."""
    reasons = tuple(dict.fromkeys(clue.evidence for clue in ranked(clues)))[:MOST_REASONS]
    rivals = tuple(Rival(day, share) for day, share in belief.rivals)
    return Dating(
        belief.best if belief.sure else None, given=False, earliest=belief.earliest, latest=belief.latest, rivals=rivals,
        because=reasons,
    )  # fmt: skip


RANK = (
    "lead",
    "fact",
    "within month",
    "saying",
    "relative",
    "counted",
    "term",
    "thing",
    "person",
    "dated month",
    "year",
    "future year",
    "month",
    "season",
    "weekday",
)


def ranked(clues: Sequence[Clue]) -> list[Clue]:
    """The clues, those that decide most first."""
    newest = max((clue.year for clue in clues if clue.kind == "year" and clue.year), default=None)
    useful = [clue for clue in clues if clue.kind != "year" or clue.year == newest]
    return sorted(useful, key=lambda clue: RANK.index(clue.kind) if clue.kind in RANK else len(RANK))


def contradictions(clues: Sequence[Clue], given: date) -> tuple[Problem, ...]:
    """What the words say against a given day."""
    found = []
    for clue in clues:
        span = clue.evidence.ground
        where = span if isinstance(span, Span) else None
        if clue.kind == "lead" and clue.day and abs((clue.day - given).days) > 3:
            what = f"the given day {given} contradicts the dateline {clue.day}: check the day of publication"
            found.append(Problem("reading", what, where))
        elif clue.kind == "fact" and clue.day and clue.proved and (clue.day - given).days > 1:
            what = f"the story speaks of {clue.day} as past, the given day is {given}: check the day of publication"
            found.append(Problem("reading", what, where))
        elif clue.kind == "fact" and clue.weekday and clue.day is None and not weekday_fits(clue, given):
            what = f"the weekday and the day of the month fit no year near the given day {given}: check the day of publication"
            found.append(Problem("reading", what, where))
        elif clue.kind == "year" and clue.year and clue.proved and clue.year > given.year:
            what = f"the story speaks of {clue.year} as past, the given day is {given}: check the day of publication"
            found.append(Problem("reading", what, where))
    return tuple(found)


def weekday_fits(clue: Clue, given: date) -> bool:
    """Is there a year beside the given day in which that day of the month is that weekday?"""
    for year in (given.year - 1, given.year, given.year + 1):
        try:
            if date(year, clue.month or 1, clue.monthday or 1).isoweekday() == clue.weekday:
                return True
        except ValueError:
            continue
    return False

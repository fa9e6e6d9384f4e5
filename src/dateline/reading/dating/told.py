"""A year that the text tells of its own day outweighs every name of a thing: what contradicts it has an older sense."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dateline.knowledge.rules import rule
from dateline.reading.dating.clue import Clue

__all__ = ["without_outweighed"]


def without_outweighed(clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """The clues without things that came up after the last day that years allow; no thing ends before the first."""
    return tuple(kept(clues, first_day(clues), last_day(clues)))


def kept(clues: Sequence[Clue], first: date, last: date) -> Iterator[Clue]:
    """The clues as they stand between those days."""
    for clue in clues:
        if clue.kind != "thing":
            yield clue
            continue
        [(since, until)] = clue.terms
        if since <= last:
            yield replace(clue, terms=((since, None),)) if until and until < first else clue


def first_day(clues: Iterable[Clue]) -> date:
    """The first day of the newest year that is told as past or as the story's own."""
    told = [clue.year for clue in clues if clue.year and (clue.kind == "lead" or clue.proved)]
    return date(max(told), 1, 1) if told else date.min


def last_day(clues: Sequence[Clue]) -> date:
    """The last day of the year of a dateline or copyright, or else of the first year that is still to come."""
    own = [clue.year for clue in clues if clue.kind == "lead" and clue.year]
    own += [
        until.year for clue in clues if clue.evidence.rule == rule("dating", "copyright") for _, until in clue.terms if until
    ]
    past = first_day(clues).year
    ahead = [clue.year for clue in clues if clue.year and clue.year >= past and is_ahead(clue)]
    year = max(own) if own else min(ahead, default=date.max.year)
    return date(year, 12, 31)


def is_ahead(clue: Clue) -> bool:
    """Does the story itself name a year as still to come?"""
    return clue.kind in ("future year", "dated month", "fact") and clue.side > 0 and clue.strong and not clue.quoted

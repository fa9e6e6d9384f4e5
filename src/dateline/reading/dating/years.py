"""How well each year fits the years that a story names."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.knowledge.dating import Preferences
from dateline.reading.dating.clue import Clue

__all__ = ["newest_past", "year_scores"]


def year_scores(clues: Sequence[Clue], wishes: Preferences, newest: int) -> dict[int, float]:
    """How well each year until the newest fits those that the story names: by how many years it lies after each kind."""
    steps = list(told_years(clues))
    return {
        year: sum(fit(name, year - named if after else named - year, wishes) for name, named, after in steps)
        for year in range(wishes.first_year, newest + 1)
    }


def fit(name: str, steps: int, wishes: Preferences) -> float:
    """What a year gains that lies so many years from one that is named so."""
    return wishes.years[name][max(0, bisect_right(wishes.year_steps, steps) - 1)]


def told_years(clues: Sequence[Clue]) -> Iterator[tuple[str, int, bool]]:
    """The table to ask for each year that tells the story's own, that year, and whether the story lies after it."""
    proved, loose = newest_past(clues)
    dated = max((clue.year for clue in clues if clue.year and is_dated(clue)), default=None)
    if proved:
        yield "proved", proved, True
    if loose and (proved is None or loose > proved):
        yield "loose", loose, True
    if dated:
        yield "dated", dated, True
    newest = max((year for year in (proved, loose, dated) if year), default=None)
    if newest:
        if any(clue.kind == "relative" and clue.unit == "Y" and clue.shift == -1 for clue in clues):
            yield "beside last year", newest, True
        if any(clue.year == newest - 1 and (clue.kind == "year" or is_dated(clue)) for clue in clues):
            yield "beside the year before", newest, True
    coming = [clue.year for clue in clues if clue.year and is_coming(clue) and (newest is None or clue.year >= newest)]
    if coming:
        yield "coming", min(coming), False


def newest_past(clues: Sequence[Clue]) -> tuple[int | None, int | None]:
    """The newest year that a verb of the past governs, and the newest that none does and that is not still to come."""
    ahead = {clue.year for clue in clues if clue.kind == "future year"}
    named = [clue for clue in clues if clue.kind == "year" and clue.year]
    proved = max((clue.year for clue in named if clue.year and clue.proved), default=None)
    loose = max((clue.year for clue in named if clue.year and not clue.proved and clue.year not in ahead), default=None)
    return proved, loose


def is_dated(clue: Clue) -> bool:
    """Is it a month or day of a named year that does not lie ahead?"""
    return clue.kind in ("dated month", "fact") and clue.side <= 0


def is_coming(clue: Clue) -> bool:
    """Is it a year named as still to come?"""
    return clue.kind == "future year" or (clue.side > 0 and clue.strong and clue.kind != "lead")

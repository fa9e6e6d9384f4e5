"""Who is to be in two places on one day: a person, or a party at the same level."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dateline.model.agenda import AgendaRow
from dateline.model.occasion import Occasion

__all__ = ["Clash", "clashes"]

ABSENT = ("cancelled", "refused", "postponed", "proposed")
"""A meeting of such a status binds nobody."""


@dataclass(frozen=True)
class Clash:
    """Somebody of one meeting who is to be elsewhere that day: where, and the id of that meeting."""

    who: str
    place: str
    meeting: str


def clashes(rows: Iterable[AgendaRow]) -> dict[str, list[Clash]]:
    """Meeting -> its clashes with other meetings among the rows. Only single days and places that differ for sure count."""
    days: dict[date, list[AgendaRow]] = defaultdict(list)
    for row in rows:
        if (day := bound(row.occasion)) is not None:
            days[day].append(row)
    found: dict[str, list[Clash]] = defaultdict(list)
    for day in sorted(days):
        for one, other in elsewhere(days[day]):
            for who in sorted(present(one.occasion) & present(other.occasion)):
                name = who.partition("\x1f")[0]
                found[one.id].append(Clash(name, str(other.occasion.place), other.id))
                found[other.id].append(Clash(name, str(one.occasion.place), one.id))
    return dict(found)


def bound(occasion: Occasion) -> date | None:
    """The one day on which a meeting binds people to a place."""
    if occasion.status in ABSENT or occasion.kind == "call" or not occasion.place:
        return None
    return occasion.when.earliest if occasion.when is not None and occasion.when.is_day else None


def elsewhere(rows: Sequence[AgendaRow]) -> Iterator[tuple[AgendaRow, AgendaRow]]:
    """Pairs of meetings of one day in two places; a country is no other place than a city in it."""
    for one, other in combinations(rows, 2):
        mine, theirs = str(one.occasion.place).casefold(), str(other.occasion.place).casefold()
        nested = one.occasion.country is not None and one.occasion.country == other.occasion.country
        if mine != theirs and not nested:
            yield one, other


def present(occasion: Occasion) -> set[str]:
    """Who is there in person: those named, and the parties by the level at which they meet."""
    named = {each.id for each in occasion.people}
    return named | ({f"{party}\x1f{occasion.level}" for party in occasion.parties} if occasion.level else set())

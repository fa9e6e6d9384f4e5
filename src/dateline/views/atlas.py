"""Meetings on a map of the world: a dot for each place that is known, drawn on an outline of the land."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.knowledge.atlas import City, cities_called
from dateline.model.agenda import AgendaRow

__all__ = ["Spot", "outline", "spots"]


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A place, its country where the name alone could mean another one, how many meetings are set there, and where it stands on
    the map; None where that is not known."""

    name: str
    country: str | None
    meetings: int
    x: float | None
    y: float | None
    size: float


@cache
def outline() -> str:
    """The land as a path of SVG, four units a degree."""
    return files("dateline.views").joinpath("outline.txt").read_text(encoding="utf-8").strip()


def spots(rows: Iterable[AgendaRow]) -> list[Spot]:
    """The places of some meetings, those with most meetings first."""
    places = [(row.occasion.place, row.occasion.country) for row in rows if row.occasion.place]
    known: dict[str, set[str]] = defaultdict(set)
    for name, country in places:
        known[name] |= {country} if country else set()
    found = Counter((name, country or (min(known[name]) if len(known[name]) == 1 else None)) for name, country in places)
    named = Counter(name for name, _ in found)
    ranked = sorted(found, key=lambda each: (-found[each], each[0], each[1] or ""))
    return [spot(name, country, found[name, country], shared=named[name] > 1) for name, country in ranked]


def spot(name: str, country: str | None, meetings: int, *, shared: bool) -> Spot:
    """One place; its country stands beside it where places of several are called so."""
    town = town_of(name, country)
    return Spot(
        name=name,
        country=country if shared else None,
        meetings=meetings,
        x=round((town.lon + 180) * 4, 1) if town else None,
        y=round((90 - town.lat) * 4, 1) if town else None,
        size=round(8 + 6 * min(meetings, 40) ** 0.5, 1),
    )


def town_of(name: str, country: str | None) -> City | None:
    """The largest town of this name, in its country where that is known."""
    known = cities_called(name)
    there = [each for each in known if country in (None, each.country)] or list(known)
    return max(there, key=lambda each: each.people, default=None)

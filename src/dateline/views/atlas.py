"""Meetings on a map of the world: a dot for each place that is known, drawn on an outline of the land."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.knowledge.atlas import City, cities_called
from dateline.model.agenda import AgendaRow

__all__ = ["Spot", "outline", "spots"]


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A place, how many meetings are set there, and where it stands on the map; None where that is not known."""

    name: str
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
    found: dict[str, list[AgendaRow]] = defaultdict(list)
    for row in rows:
        if row.occasion.place:
            found[row.occasion.place].append(row)
    ranked = sorted(found, key=lambda name: (-len(found[name]), name))
    return [spot(name, found[name]) for name in ranked]


def spot(name: str, rows: list[AgendaRow]) -> Spot:
    """One place."""
    town = town_of(name, next((row.occasion.country for row in rows if row.occasion.country), None))
    return Spot(
        name=name,
        meetings=len(rows),
        x=round((town.lon + 180) * 4, 1) if town else None,
        y=round((90 - town.lat) * 4, 1) if town else None,
        size=round(8 + 6 * min(len(rows), 40) ** 0.5, 1),
    )


def town_of(name: str, country: str | None) -> City | None:
    """The largest town of this name, in its country where that is known."""
    known = cities_called(name)
    there = [each for each in known if country in (None, each.country)] or list(known)
    return max(there, key=lambda each: each.people, default=None)

"""Events as POLECAT has them: tab-separated, one row an event with lists of its sides, missing values as "None"."""

from collections.abc import Iterable, Iterator, Sequence

from dateline import __version__
from dateline.knowledge import actors, codes
from dateline.model.coded import Coded, Side
from dateline.views.export_days import day_of
from dateline.views.export_sides import country_of, name_of, primary_sector, sectors_of
from dateline.views.outward import cell

__all__ = ["COLUMNS", "rows"]

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude",
    "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People",
    "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
MISSING = "None"
CITY = "PPL"
"""Feature codes of GeoNames for cities, towns and villages begin so."""


def rows(events: Iterable[Coded], *, told: bool) -> Iterator[list[str]]:
    """A row for each event; with `told`, an act without a day of its own has that of its story."""
    for event in events:
        carrier = event.carriers[0] if event.carriers else None
        cells = [
            event.id, day_of(event, told=told), event.type, event.mode, f"{codes.intensity(event.type, event.mode):g}",
            QUADS[codes.quad(event.type)], joined(event.contexts), *side_cells(event.actors), *side_cells(event.recipients),
            *place_cells(event), carrier and (carrier.source or carrier.name),
            carrier and carrier.published and carrier.published.isoformat(), joined(event.persons), joined(event.bodies),
            joined(event.places), event.language, f"dateline {__version__}",
        ]  # fmt: skip
        yield [cell(each) if each else MISSING for each in cells]


def side_cells(sides: Sequence[Side]) -> list[str | None]:
    """Eight columns of actors or recipients, each a list in the same order; Wikipedia's ids are not known."""
    countries = [country_of(side) for side in sides]
    return [
        joined(name_of(side) for side in sides),
        joined(countries),
        joined(country and actors.cow(country) for country in countries),
        joined(primary_sector(side) for side in sides),
        joined("; ".join(sectors_of(side)) for side in sides),
        joined(side.office for side in sides),
        joined(side.words.quote if side.words else None for side in sides),
        None,
    ]


def place_cells(event: Coded) -> list[str | None]:
    """Ten columns of the place."""
    place = event.place
    if place is None:
        return [None] * 10
    feature = place.feature or ""
    number = place.id.rpartition(":")[2] if place.id and place.id.startswith("geonames:") else None
    return [
        place.name, place.name if feature.startswith(CITY) else None, None, place.admin1, place.country,
        None if place.lat is None else f"{place.lat:.5f}", None if place.lon is None else f"{place.lon:.5f}",
        number, place.mentions[0].quote if place.mentions else None, feature or None,
    ]  # fmt: skip


def joined(values: Iterable[str | None]) -> str | None:
    """A list in one cell, each value once; None if nothing of it is known."""
    known = list(dict.fromkeys(value for value in values if value))
    return "; ".join(known) or None

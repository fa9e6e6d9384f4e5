"""Events as ICEWS has them: tab-separated, one row a pair of sides, CAMEO's code with its name and Goldstein's score."""

from collections.abc import Iterable, Iterator

from dateline.knowledge import actors, codes
from dateline.model.coded import Coded, Side
from dateline.views.export_sides import country_of, day_of, name_of, pairs, sectors_of
from dateline.views.outward import cell

__all__ = ["COLUMNS", "rows"]

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def rows(events: Iterable[Coded], *, told: bool) -> Iterator[list[str]]:
    """A row for each pair of sides; with `told`, an act without a day of its own has that of its story."""
    for event in events:
        for number, (code, source, target) in enumerate(pairs(event)):
            carrier = event.carriers[0] if event.carriers else None
            cells = [
                f"{event.id}-{number}", day_of(event, told=told), *side_cells(source), actors.cameo_label(code), code,
                f"{codes.goldstein(code):.1f}", *side_cells(target), event.text,
                None if event.sentence is None else str(event.sentence), carrier and (carrier.source or carrier.name),
                *place_cells(event),
            ]  # fmt: skip
            yield [cell(each) if each else "" for each in cells]


def side_cells(side: Side | None) -> list[str | None]:
    """Name, sectors and country of a side; the country is written out, as in the set."""
    if side is None:
        return [None] * 3
    sectors = ",".join(name for sector in sectors_of(side) if (name := actors.icews_sector(sector)))
    return [name_of(side), sectors or None, actors.country_name(country_of(side))]


def place_cells(event: Coded) -> list[str | None]:
    """Six columns of the place."""
    place = event.place
    if place is None:
        return [None] * 6
    city = place.name if (place.feature or "").startswith("PPL") else None
    return [
        city, None, place.admin1, actors.country_name(place.country),
        None if place.lat is None else f"{place.lat:.4f}", None if place.lon is None else f"{place.lon:.4f}",
    ]  # fmt: skip

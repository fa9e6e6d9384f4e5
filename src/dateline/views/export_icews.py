"""Events as ICEWS has them: tab-separated, one row a pair of sides, CAMEO's code with its name and Goldstein's score."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.knowledge import actors, codes
from dateline.model.coded import Coded, Side
from dateline.views.export_days import day_of
from dateline.views.export_sides import country_of, deeds, name_of, sectors_of
from dateline.views.outward import cell

__all__ = ["COLUMNS", "rows"]

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def rows(events: Iterable[Coded], *, told: bool, collapse: bool = False) -> Iterator[list[str]]:
    """A row for each pair of sides, or each act; with `told`, an act without a day of its own has that of its story."""
    for event in events:
        for number, (code, sources, targets) in enumerate(deeds(event, collapse=collapse)):
            carrier = event.carriers[0] if event.carriers else None
            cells = [
                f"{event.id}-{number}", day_of(event, told=told), *side_cells(sources), actors.cameo_label(code), code,
                f"{codes.goldstein(code):.1f}", *side_cells(targets), event.text,
                None if event.sentence is None else str(event.sentence), carrier and (carrier.source or carrier.name),
                *place_cells(event),
            ]  # fmt: skip
            yield [cell(each) if each else "" for each in cells]


def side_cells(sides: Sequence[Side]) -> list[str | None]:
    """Name, sectors and country of a side, or of several, each once; countries by the names of the set."""
    sectors = (name for side in sides for sector in sectors_of(side) if (name := actors.icews_sector(sector)))
    countries = (name for side in sides if (name := actors.icews_country(country_of(side))))
    cells = ("; ".join(map(name_of, sides)), ",".join(dict.fromkeys(sectors)), "; ".join(dict.fromkeys(countries)))
    return [cell or None for cell in cells]


def place_cells(event: Coded) -> list[str | None]:
    """Six columns of the place."""
    place = event.place
    if place is None:
        return [None] * 6
    city = place.name if (place.feature or "").startswith("PPL") else None
    return [
        city, None, place.admin1, actors.icews_country(place.country),
        None if place.lat is None else f"{place.lat:.4f}", None if place.lon is None else f"{place.lon:.4f}",
    ]  # fmt: skip

"""Places on the map."""

from dataclasses import dataclass

from dateline.model.evidence import Span

__all__ = ["Place"]


@dataclass(frozen=True)
class Place:
    """A place as the text names it: `country` is ISO 3166-1 alpha-3, `feature` a GeoNames feature code, degrees WGS 84."""

    name: str
    country: str | None = None
    id: str | None = None
    admin1: str | None = None
    feature: str | None = None
    lat: float | None = None
    lon: float | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()

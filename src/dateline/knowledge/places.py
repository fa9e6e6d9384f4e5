"""What is known of places: cities with country and coordinates, regions, waters, and names that only look like places."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.knowledge.atlas import Province, provinces
from dateline.knowledge.lines import CITY, REGION
from dateline.knowledge.load import load, tables
from dateline.knowledge.parties import states
from dateline.model.errors import KnowledgeError

__all__ = ["KnownPlace", "Town", "blockers", "careful", "places", "point_of", "towns"]


@dataclass(frozen=True)
class KnownPlace:
    """A place of knowledge; `feature` is a GeoNames feature code (PPLC capital, PPL city, RGN region, STM river, LK lake)."""

    key: str
    name: str
    names: tuple[str, ...]
    country: str | None
    feature: str
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True)
class Town:
    """A town that a table of its own gives, with what it was taken from."""

    name: str
    country: str
    lat: float
    lon: float
    names: tuple[str, ...] = ()
    wikidata: str | None = None
    source: str | None = None
    checked: date | None = None


@cache
def towns() -> tuple[Town, ...]:
    """The towns of `en/places/towns.toml`."""
    return load("places/towns", "town", Town)


@cache
def blockers() -> tuple[str, ...]:
    """Names that only look like those of states, bodies and places ("Paris Club", "Mars")."""
    return tuple(tables("places/places")["blockers"])


@cache
def careful() -> frozenset[str]:
    """Place names that are also plain words or names of persons."""
    return frozenset(tables("places/places")["careful"])


@cache
def capitals() -> frozenset[tuple[str, str]]:
    """Every (country, capital)."""
    return frozenset((state.id, city) for state in states() for city in state.capitals)


@cache
def places() -> tuple[KnownPlace, ...]:
    """All known places: cities first, then regions, then waters and continents."""
    cities = tables("places/cities")["cities"]
    raw = tables("places/places")
    found = [read_city(country, words) for country, rows in cities.items() for words in rows]
    found += [place_of(town) for town in towns()]
    found += [read_region(words, country, "RGN") for country, lines in raw["regions"].items() for words in lines]
    found += [place_of_province(province) for province in provinces()]
    waters = (("wide", "RGN"), ("rivers", "STM"), ("lakes", "LK"))
    found += [read_region(words, None, feature) for table, feature in waters for words in raw[table]]
    return tuple(found)


@cache
def point_of(state: str) -> tuple[float, float] | None:
    """The point in the middle of a state; None for one that nobody gave."""
    words = tables("places/points")["states"].get(state)
    if words is None:
        return None
    try:
        lat, lon = map(float, words.split())
    except ValueError:
        raise KnowledgeError(f"knowledge/en/places/points.toml: {words!r} of {state} is not 'LATITUDE LONGITUDE'") from None
    return lat, lon


def read_region(words: str, country: str | None, feature: str) -> KnownPlace:
    """A region, sea or river as the file writes it: a name, and degrees where it gives them."""
    if not (match := REGION.fullmatch(words)):
        raise KnowledgeError(f"knowledge/en/places/places.toml: {words!r} is neither 'NAME LATITUDE LONGITUDE' nor a name")
    name, where = match["name"], (float(match["lat"]), float(match["lon"])) if match["lat"] else (None, None)
    return KnownPlace(f"{name}, {country}" if country else name, name, (name,), country, feature, *where)


def place_of_province(province: Province) -> KnownPlace:
    """A province as a place; abbreviations mean it only after the name of a town."""
    names = tuple(name for name in province.names if "." not in name and not (len(name) < 4 and name.isupper()))
    where = province.lat, province.lon, province.code, province.wikidata
    key = f"{province.name} ({province.code}), {province.country}"
    return KnownPlace(key, province.name, names, province.country, "ADM1", *where)


def read_city(country: str, words: str) -> KnownPlace:
    """A city as the file writes it."""
    if not (match := CITY.fullmatch(words)):
        raise KnowledgeError(f"knowledge/en/places/cities.toml: {words!r} of {country} is not 'NAME LATITUDE LONGITUDE'")
    names = (match["name"], *(match["others"] or "").split("|")) if match["others"] else (match["name"],)
    seat = any((country, name) in capitals() for name in names)
    key, feature = f"{names[0]}, {country}", "PPLC" if seat else "PPL"
    where = float(match["lat"]), float(match["lon"]), None, tables_of_ids().get(key)
    return KnownPlace(key, names[0], names, country, feature, *where)


def place_of(town: Town) -> KnownPlace:
    """A town of a table of its own as a place."""
    feature = "PPLC" if (town.country, town.name) in capitals() else "PPL"
    where = town.lat, town.lon, None, town.wikidata
    return KnownPlace(f"{town.name}, {town.country}", town.name, (town.name, *town.names), town.country, feature, *where)


@cache
def tables_of_ids() -> dict[str, str]:
    """Wikidata ids of cities whose name alone is not enough, by key."""
    return dict(tables("places/places")["wikidata"])

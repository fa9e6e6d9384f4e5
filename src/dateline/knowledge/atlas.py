"""Where the towns of the world are: a table of some 85,000 places, provinces with their abbreviations, cues of country.

The table is made by `scripts/make_cities.py` from GeoNames and read only once a name asks for it.
"""

import gzip
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.knowledge.lines import PROVINCE
from dateline.knowledge.load import tables
from dateline.knowledge.packs import TABLE, Pack, packs
from dateline.model.errors import KnowledgeError

__all__ = [
    "City",
    "County",
    "Province",
    "cities_called",
    "counties_called",
    "cues",
    "endings",
    "lines_of",
    "plain_name",
    "provinces",
]

SHORTENED = {"st": "saint", "ft": "fort", "mt": "mount"}


@dataclass(frozen=True)
class City:
    """A town of the table: GeoNames id, name, country, first-level division, people, degrees."""

    id: str
    name: str
    country: str
    admin1: str
    people: int
    lat: float
    lon: float


@dataclass(frozen=True)
class County:
    """An American county: its state, and the degrees of its middle, where they are known."""

    admin1: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True)
class Province:
    """A province or federal state: the code of its country, name, other names and abbreviations."""

    country: str
    code: str
    name: str
    names: tuple[str, ...]
    lat: float
    lon: float
    wikidata: str


@cache
def provinces() -> tuple[Province, ...]:
    """All known provinces."""
    raw = tables("places/provinces")
    return tuple(read_province(country, words) for country, rows in raw.items() if country.isupper() for words in rows)


def read_province(country: str, words: str) -> Province:
    """A province as the file writes it."""
    if not (match := PROVINCE.fullmatch(words)):
        raise KnowledgeError(
            f"knowledge/en/places/provinces.toml: {words!r} of {country} is not 'CODE NAME LATITUDE LONGITUDE QID'"
        )
    others = tuple((match["others"] or "").split("|")) if match["others"] else ()
    names = (match["name"], *others)
    return Province(country, match["code"], match["name"], names, float(match["lat"]), float(match["lon"]), match["id"])


@cache
def cues() -> dict[str, str]:
    """Words of one country's news -> the country."""
    return {word: country for country, words in tables("places/provinces")["cues"].items() for word in words}


@cache
def endings() -> dict[str, str]:
    """Last parts of addresses -> the country of the papers that have them."""
    return {end: country for country, ends in tables("places/provinces")["endings"].items() for end in ends}


def plain_name(words: str) -> str:
    """A name as the table is searched: lower case, without accents, "St." and the like written out."""
    if not words.isascii():
        words = "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))
    parts = words.casefold().replace("’", "'").replace("-", " ").split()
    return " ".join(SHORTENED.get(part.rstrip("."), part) for part in parts)


@cache
def table() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The lines of the table by plain name: cities, and counties."""
    cities: dict[str, list[str]] = {}
    counties: dict[str, list[str]] = {}
    try:
        lines = gzip.decompress(files("dateline.knowledge").joinpath("cities.tsv.gz").read_bytes()).decode().splitlines()
    except (OSError, EOFError) as error:
        raise KnowledgeError(f"knowledge/cities.tsv.gz: {error}") from error
    for line in lines:
        name, _, rest = line.partition("\t")
        (counties if rest[0] == "\t" else cities).setdefault(name, []).append(rest)
    for pack in packs():
        for name, rest in lines_of(pack):
            others = [line for line in cities.get(name, ()) if line.partition("\t")[0] != rest.partition("\t")[0]]
            added = [] if rest.endswith("\tremove") else [rest]
            cities[name] = sorted([*others, *added], key=lambda line: -read_city(line).people)
    return cities, counties


def lines_of(pack: Pack) -> Iterator[tuple[str, str]]:
    """The lines of the table of towns of a pack, each checked: its plain name, and the rest.

    A line of plain name, id and the word "remove" takes a town out.
    """
    for number, line in enumerate(pack.towns, 1):
        where = f"{pack.folder / TABLE}, line {number}"
        name, _, rest = line.partition("\t")
        parts = rest.split("\t")
        if not line.strip():
            continue
        if not name or name != plain_name(name):
            raise KnowledgeError(f"{where}, plain name: {name!r} is not as the table is searched; write {plain_name(name)!r}")
        if len(parts) == 2 and parts[0] and parts[1] == "remove":
            yield name, rest
            continue
        if len(parts) != 7:
            wanted = "plain name, id, name, country, division, people, latitude, longitude"
            raise KnowledgeError(f"{where} ({name}): {wanted} are wanted, with tabs between, not {len(parts) + 1} fields")
        for key, place, kind in (("people", 4, int), ("latitude", 5, float), ("longitude", 6, float)):
            try:
                kind(parts[place])
            except ValueError:
                raise KnowledgeError(f"{where} ({name}), {key}: {parts[place]!r} is no number") from None
        yield name, rest


@cache
def cities_called(words: str) -> tuple[City, ...]:
    """The towns of that name, the largest first."""
    cities, _ = table()
    return tuple(map(read_city, cities.get(plain_name(words), ())))


@cache
def counties_called(words: str) -> tuple[County, ...]:
    """The American counties (or parishes) of that name."""
    _, counties = table()
    rows = (line.split("\t") for line in counties.get(plain_name(words), ()))
    return tuple(County(row[3], float(row[5]) if row[5] else None, float(row[6]) if row[6] else None) for row in rows)


def read_city(line: str) -> City:
    """A line of the table."""
    id_, name, country, admin1, people, lat, lon = line.split("\t")
    return City(id_ if ":" in id_ else f"geonames:{id_}", name, country, admin1, int(people), float(lat), float(lon))

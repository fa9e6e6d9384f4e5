"""Which of the places of a name is meant: what stands behind it, what else the story names, prominence."""

from collections import Counter

import pytest

from dateline.model.document import Document, Text
from dateline.reading.desk import Findings
from dateline.reading.parse import Parser
from dateline.reading.parties import find_parties
from dateline.reading.places import find_places
from dateline.reading.places.choose import Setting, apart, areas_of_outlet
from tests.conftest import EXAMPLE_DAY
from tests.reading.places.reading import places_of

CHOSEN = [
    ("Fire struck the town of Alton (Ill.).", "Alton", "USA", "IL"),
    ("Moscow, Idaho, is cold.", "Moscow", "USA", "ID"),
    ("They met in Moscow.", "Moscow", "RUS", "48"),
    ("Birmingham, Ala., is hot. Rain fell on Birmingham.", "Birmingham", "USA", "AL"),
    ("Birmingham is wet. Britain is wet.", "Birmingham", "GBR", "ENG"),
    ("They flew to Tbilisi in Georgia.", "Georgia", "GEO", None),
    ("Rain fell on Suffolk County, N.Y.", "Suffolk County", "USA", "NY"),
    ("Crimea is cold.", "Crimea", "UKR", None),
    ("Rain fell in Scotland.", "Scotland", "GBR", "SCT"),
    ("Rain fell in Nowheresville.", "Nowheresville", None, None),
    ("Peru is wet. Rain fell in Nowheresville. Peru waits.", "Nowheresville", "PER", None),
    ("Rain fell in Toulouse.", "Toulouse", "FRA", "76"),
    ("Ohio is cold. Ohio is wet. Rain fell in Springfield.", "Springfield", "USA", "OH"),
    ("Rain fell in Springfield. Athens County is wet. Licking County is wet.", "Springfield", "USA", "OH"),
    ("Toulouse is wet. Rain fell in Nowheresville.", "Nowheresville", "FRA", None),
    ("Houston is wet. Rain fell in Huntsville and in Conroe.", "Huntsville", "USA", "TX"),
    ("Ontario is cold. Ontario is wet. Rain fell in London and in Woodstock.", "London", "CAN", "08"),
    ("Rain fell in Bath. Dorset, Somerset and Wiltshire are wet. Britain is wet.", "Bath", "GBR", "ENG"),
]


@pytest.mark.parametrize(("text", "name", "country", "admin1"), CHOSEN)
def test_the_place_that_is_meant(parser: Parser, text: str, name: str, country: str | None, admin1: str | None) -> None:
    found = [(place.country, place.admin1) for place in places_of(parser, text) if place.name == name]
    assert found == [(country, admin1)]


POINTS = [
    ("They met in Kenya.", "Kenya", (1, 38)),
    ("They met in Bavaria.", "Bavaria", (49, 11.5)),
    ("They met in Darfur.", "Darfur", (13.5, 24.5)),
    ("Ohio is cold.", "Ohio", (40.2, -83)),
    ("Ships crossed the Black Sea.", "Black Sea", (43, 35)),
    ("Troops crossed the Euphrates.", "Euphrates", (34.5, 41)),
    ("They fish on Lake Chad.", "Lake Chad", (13.1, 14.4)),
    ("Rain fell on Suffolk County, N.Y.", "Suffolk County", (40.9, -72.8)),
    ("Rain fell in Devon.", "Devon", (50.8, -3.8)),
]


@pytest.mark.parametrize(("text", "name", "where"), POINTS)
def test_states_regions_counties_and_waters_lie_somewhere(
    parser: Parser, text: str, name: str, where: tuple[float, float]
) -> None:
    found = [(place.lat, place.lon) for place in places_of(parser, text) if place.name == name]
    assert found == [(pytest.approx(where[0], abs=0.5), pytest.approx(where[1], abs=0.5))]


@pytest.mark.parametrize(
    ("source", "url", "admin1"),
    [("Indiana Daily", None, "IN"), ("Texas Tribune", None, "TX"), ("The Daily", "https://daily.example.co.uk/a", "ENG")],
)
def test_a_bare_town_is_one_where_the_paper_is(parser: Parser, source: str, url: str | None, admin1: str) -> None:
    document = Document(name="example", text=Text("", "Rain fell in Richmond."), published=EXAMPLE_DAY, source=source, url=url)
    story = parser.parse(document)
    assert [place.admin1 for place in find_places(story, find_parties(story, Findings())).places] == [admin1]


@pytest.mark.parametrize("url", ["", "no address", "http://[bad", "https://example.org/a.uk", "https://example"])
def test_an_address_of_no_country_tells_none(url: str) -> None:
    assert list(areas_of_outlet("The Daily", url)) == []


@pytest.mark.parametrize(
    ("countries", "home"),
    [({}, None), ({"PER": 1}, "PER"), ({"PER": 3, "CHL": 2}, "PER"), ({"PER": 4, "CHL": 3}, None), ({"PER": 0}, None)],
)
def test_the_country_that_a_story_is_mostly_about(countries: dict[str, int], home: str | None) -> None:
    assert Setting(Counter(countries), Counter()).home == home


@pytest.mark.parametrize(
    ("a", "b", "kilometres"),
    [((0.0, 0.0), (0.0, 0.0), 0), ((0.0, 0.0), (0.0, 180.0), 20015), ((48.85, 2.35), (51.5, -0.12), 343)],
)
def test_kilometres_between_two_points(a: tuple[float, float], b: tuple[float, float], kilometres: int) -> None:
    assert round(apart(a, b)) == pytest.approx(kilometres, abs=2)

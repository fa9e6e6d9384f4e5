"""Places of a story, and names that are places in one sentence and governments in another."""

import pytest

from dateline.model.document import Document, Text
from dateline.reading.desk.findings import Findings
from dateline.reading.desk.story import Story
from dateline.reading.parse import Parser
from dateline.reading.parties.read import find_parties
from dateline.reading.places.read import find_places
from tests.conftest import EXAMPLE_DAY


def read(parser: Parser, text: str) -> tuple[Story, Findings]:
    story = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))
    return story, find_places(story, find_parties(story, Findings()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks opened in Vienna.", [("Vienna", "AUT", "PPLC")]),
        ("The summit was held at Camp David.", [("Camp David", "USA", "PPL")]),
        ("Fighting raged in Donbas.", [("Donbas", "UKR", "RGN")]),
        ("He flew to Kenya from Bombay.", [("Kenya", "KEN", "PCLI"), ("Mumbai", "IND", "PPL")]),
        ("Ships crossed the Red Sea.", [("Red Sea", None, "RGN")]),
        ("Ankara denied the report.", []),
        ("Kenya denied the report.", []),
        ("Paris Hilton sang.", []),
        ("In Libya, shells fell on Tripoli.", [("Libya", "LBY", "PCLI"), ("Tripoli", "LBY", "PPLC")]),
        ("In Lebanon, shells fell on Tripoli.", [("Lebanon", "LBN", "PCLI"), ("Tripoli", "LBN", "PPL")]),
    ],
)
def test_places(parser: Parser, text: str, expected: list[tuple[str, str | None, str]]) -> None:
    _, findings = read(parser, text)
    assert [(place.name, place.country, place.feature) for place in findings.places] == expected


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("The fire began in Bellingham, Wash., on Monday.", "Bellingham", "USA", "WA"),
        ("The fire began in Nowhereville, Ohio.", "Nowhereville", "USA", "OH"),
        ("The mayor of Paris, Texas, resigned.", "Paris", "USA", "TX"),
        ("The mayor spoke in Paris.", "Paris", "FRA", "11"),
        ("SASKATOON, Sask. — Snow fell.", "Saskatoon", "CAN", "11"),
        ("Ohio is cold. In Ohio, snow fell on Athens County and in Springfield.", "Springfield", "USA", "OH"),
        ("Tasmania is cold. Snow fell on Hobart.", "Hobart", "AUS", "06"),
        ("Gainesville Police Department officers closed a road in Gainesville, Fla.", "Gainesville", "USA", "FL"),
        ("Peru is shaken. The Peruvian village of Qarawasi lies in ruins. Peru sent troops.", "Qarawasi", "PER", None),
    ],
)
def test_which_town_of_that_name(parser: Parser, text: str, name: str, country: str, admin1: str | None) -> None:
    _, findings = read(parser, text)
    assert [(place.country, place.admin1) for place in findings.places if place.name == name] == [(country, admin1)]


def test_a_town_of_the_table_has_its_geonames_id_and_degrees(parser: Parser) -> None:
    _, findings = read(parser, "It rained in Toulouse.")
    (place,) = findings.places
    assert (place.id, place.lat, place.lon) == ("geonames:2972315", 43.6, 1.44)


def test_abbreviations_of_states_are_places_of_their_full_name(parser: Parser) -> None:
    _, findings = read(parser, "The plant is near Decatur, Ga., and the road.")
    assert [(place.name, span.quote) for place in findings.places for span in place.mentions] == [
        ("Decatur", "Decatur"),
        ("Georgia", "Ga."),
    ]


@pytest.mark.parametrize("text", ["The Austin American-Statesman reported it.", "Shares fell on the Boston Stock Exchange."])
def test_a_place_in_the_name_of_a_company_or_paper_is_none(parser: Parser, text: str) -> None:
    assert read(parser, text)[1].places == ()


def test_a_place_is_listed_once_with_all_its_mentions(parser: Parser) -> None:
    story, findings = read(parser, "They met in Geneva. Rain fell on Geneva.")
    assert [[span.quote for span in place.mentions] for place in findings.places] == [["Geneva", "Geneva"]]
    assert all(span.holds_in(story.document.text) for place in findings.places for span in place.mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sen. Anna Berg, D-Springfield, voted against the bill.", "Springfield"),
        ("Rep. Anna Berg (R-Texas) voted against the bill.", "Texas"),
        ("The Licking County Victims' Association met on Monday.", "Licking County"),
    ],
)
def test_a_constituency_or_county_is_a_place_wherever_it_stands(parser: Parser, text: str, name: str) -> None:
    places = read(parser, text)[1].places
    assert name in [mention.quote for place in places for mention in place.mentions]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Sheriff Tom Hale spoke at Lebanon High School. The Republican won in Lebanon.", "USA"),
        ("Paris police held three men. The sheriff and two Democrats praised the work done in Paris.", "USA"),
        ("Lebanon closed its border with Syria. Shops in Lebanon were shut.", "LBN"),
    ],
)
def test_a_name_with_local_services_is_a_town_of_the_story_s_country(parser: Parser, text: str, country: str) -> None:
    places = read(parser, text)[1].places
    assert {place.country for place in places if place.name in ("Lebanon", "Paris")} == {country}


@pytest.mark.parametrize("text", ["She studied at the University of Kansas.", "Two rovers on Mars sent pictures."])
def test_a_university_of_a_state_and_another_planet_are_no_places(parser: Parser, text: str) -> None:
    assert read(parser, text)[1].places == ()


def test_where_somebody_is_from_is_a_place_whatever_the_model_says(parser: Parser) -> None:
    places = read(parser, "Tom Hale, 34, of Irvine, was held. An Irvine woman saw it.")[1].places
    assert [mention.quote for place in places for mention in place.mentions] == ["Irvine", "Irvine"]

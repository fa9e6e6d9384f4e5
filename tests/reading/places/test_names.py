"""Which words name a place: known names, towns behind prepositions, datelines, counties, constituencies."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.places.names import is_name
from tests.reading.places.reading import places_of

NAMED = [
    ("Fire struck Gainesville, Fla.", ["Gainesville", "Florida"]),
    ("Fire struck the town of Alton (Ill.).", ["Alton", "Illinois"]),
    ("Alton police closed a road.", ["Alton"]),
    ("Both of Alton, the two men left.", ["Alton"]),
    ("Anna Berg, 34, of Alton, was held.", ["Alton"]),
    ("The Town of Alton voted.", ["Alton"]),
    ("The Toulouse Police Department met.", ["Toulouse"]),
    ("TOULOUSE (Wire) - The mayor left.", ["Toulouse"]),
    ("TOULOUSE, France (Wire) - The mayor left.", ["Toulouse"]),
    ("Rep. Anna Berg, D-N.Y., left.", ["New York"]),
    ("Rain fell on Suffolk County, N.Y.", ["Suffolk County", "New York"]),
    ("He fled across the Iran border.", ["Iran"]),
    ("Iran's coast is long.", ["Iran"]),
    ("Ships crossed the Gulf of Aden.", ["Gulf of Aden"]),
    ("She lives near Split in Croatia.", ["Split", "Croatia"]),
    ("He walked down Wall Street.", ["Wall Street"]),
    ("Crowds stood near the Kremlin.", ["Kremlin"]),
    ("Rain fell in Nowheresville.", ["Nowheresville"]),
    ("They met in New York City.", ["New York"]),
    ("They met in Iowa City.", ["Iowa City"]),
    ("They met in New London.", ["New London"]),
    ("They met in Lake and Cook counties.", ["Lake County", "Cook County"]),
    ("Rain fell in Hutchinson, Great Bend and Dodge City.", ["Hutchinson", "Great Bend", "Dodge City"]),
    ("Board votes on tax. TOULOUSE - The mayor left.", ["Toulouse"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_words_that_name_a_place(parser: Parser, text: str, expected: list[str]) -> None:
    assert [place.name for place in places_of(parser, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "French wine is rare.",
        "Split the bill.",
        "Wall Street fell.",
        "Shares on Wall Street fell.",
        "Kuwait-based clerks left.",
        "Orange County waited.",
        "Iran denied it.",
        "The Iran talks failed.",
    ],
)
def test_words_that_name_none(parser: Parser, text: str) -> None:
    assert places_of(parser, text) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Qarawasi", True),
        ("Xy", False),
        ("qarawasi", False),
        ("QRX", False),
        ("TOULOUSE", True),
        ("QARAWASI", True),
        ("Q.A.R.A.W.A.S.I", False),
        ("Qarawasi.", False),
        ("Sector 9", False),
    ],
)
def test_what_can_be_a_name(words: str, expected: bool) -> None:
    assert is_name(words) == expected


def test_a_name_again_is_a_place_wherever_it_stands(parser: Parser) -> None:
    (place,) = places_of(parser, "Rain fell in Alton. Alton is wet. Many love Alton.")
    assert len(place.mentions) == 3


def test_teams_are_no_places(parser: Parser) -> None:
    text = "Dallas beat Boston 3-1 in the semifinal as the striker scored after a goalless half in Toulouse."
    assert [place.name for place in places_of(parser, text)] == ["Toulouse"]

"""Places inside longer names: those of persons and companies take them, those of a town's own services leave them."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.places.reading import places_of


@pytest.mark.parametrize(
    "text",
    [
        "The Bank of Peru opened.",
        "The University of Oxford opened.",
        "Oxford University opened.",
        "Toulouse Airways sold two planes.",
        "Anna London left. London smiled.",
        "The Toulouse Times reported it.",
        "Toulouse Bakery sold bread.",
        "The Toulouse Tigers won.",
        "A bus stopped on Vienna Street.",
        "The Lincoln Academy closed.",
    ],
)
def test_a_longer_name_takes_the_place(parser: Parser, text: str) -> None:
    assert places_of(parser, text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Toulouse Police Department met.", "Toulouse"),
        ("The Toulouse Public Library opened.", "Toulouse"),
        ("The City of Toulouse voted.", "Toulouse"),
        ("The mayor of Toulouse spoke.", "Toulouse"),
    ],
)
def test_a_service_of_the_town_leaves_it(parser: Parser, text: str, name: str) -> None:
    assert [place.name for place in places_of(parser, text)] == [name]


def test_a_company_called_by_its_first_word_is_no_place(parser: Parser) -> None:
    found = places_of(parser, "Rain fell in Alton. Officials at Alton Motors smiled. Many love Alton shares.")
    assert [len(place.mentions) for place in found] == [1]
    found = places_of(parser, "Rain fell in Alton. Many love Alton shares.")
    assert [len(place.mentions) for place in found] == [2]

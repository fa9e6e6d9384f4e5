"""Places of a story, and names that are places in one sentence and governments in another."""

import pytest

from dateline.model.document import Document, Text
from dateline.reading.parse import Parser
from dateline.reading.parties import find_parties
from dateline.reading.places import find_places, place_of, places_within
from dateline.reading.story import Findings, Story
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


def test_a_place_is_listed_once_with_all_its_mentions(parser: Parser) -> None:
    story, findings = read(parser, "They met in Geneva. Rain fell on Geneva.")
    assert [[span.quote for span in place.mentions] for place in findings.places] == [["Geneva", "Geneva"]]
    assert all(span.holds_in(story.document.text) for place in findings.places for span in place.mentions)


def test_the_place_at_a_token_and_inside_a_span(parser: Parser) -> None:
    story, findings = read(parser, "They flew from Oslo to Lima.")
    sentence = story.sentences[0]
    oslo = next(token for token in sentence.tokens if token.text == "Oslo")
    place = place_of(findings, sentence, oslo)
    assert place is not None
    assert place.country == "NOR"
    assert place_of(findings, sentence, sentence.tokens[0]) is None
    whole = sentence.span(sentence.tokens[0], sentence.tokens[-1])
    assert [place.name for place in places_within(findings, whole)] == ["Oslo", "Lima"]

"""What refers back: pronouns, pairs, descriptions, organs and offices of what the story named before."""

from datetime import date

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.resolve import leading, normal
from tests.reading.parties.reading import cast_of, sides

BACK = [
    ("Kenya shut the border. It gave no reason.", "It", ["KEN"]),
    ("Kenya shut the border. It is cold there.", "It", []),
    ("Kenya said it seemed late.", "it", []),
    ("Kenya recalled its envoy.", "its", ["KEN"]),
    ("Chad accused Kenya of breaking its word.", "its", ["KEN"]),
    ("Anna Berg left. She smiled.", "She", ["Anna Berg"]),
    ("Anna Berg met Paul Otieno. She left. He stayed.", "He", ["Paul Otieno"]),
    ("Minister Anna Berg met Vladimir Putin. Putin must go, she said.", "she", ["Anna Berg"]),
    ('Envoy Boris Tal said aid had come. "I trust Ivan Petrov and his men," he said.', "he", ["Boris Tal"]),
    ("Envoy Boris Tal said that Ivan Petrov had lied. He said it was late.", "He", ["Boris Tal"]),
    ('Envoy Boris Tal met reporters. "We know that Ivan Petrov lies." He left at noon.', "He", ["Boris Tal"]),
    ("Envoy Boris Tal greeted Ivan Petrov. He said it was late.", "He", ["Boris Tal"]),
    ("Kenyan envoys left. They smiled.", "They", ["KEN"]),
    ("Kenyan envoys recalled their aides.", "their", ["KEN"]),
    ("Kenya shut the border. They smiled.", "They", []),
    ("Kenya and Chad met. Both sides smiled.", "sides", ["KEN", "TCD"]),
    ("Kenya and Chad met. The two neighbors signed.", "neighbors", ["KEN", "TCD"]),
    ("Peru and Chile met as Kenya watched. Both countries smiled.", "countries", ["PER", "CHL"]),
    ("Anna Berg met Paul Otieno as Kenya watched. The two leaders smiled.", "leaders", ["Anna Berg", "Paul Otieno"]),
    ("Peru told Chile of Kenya. Both countries smiled.", "countries", ["CHL", "KEN"]),
    ("Anna Berg met Paul Otieno. The pair smiled.", "pair", ["Anna Berg", "Paul Otieno"]),
    ("The EU met. The bloc agreed.", "bloc", ["EU"]),
    ("Kenya met Chad. The bloc agreed.", "bloc", []),
    ("South Korea protested. The South wants talks.", "South", ["KOR"]),
    ("South Korea protested in the south.", "south", []),
    ("Kenya's foreign ministry spoke. The ministry was brief.", "ministry", ["KEN:Foreign Ministry"]),
    ("Kenya spoke. The foreign ministry was brief.", "ministry", ["KEN:Foreign Ministry"]),
    ("Kenya met Chad. The foreign ministry was brief.", "ministry", []),
    ("Kenyan Trade Minister Paul Otieno left. The minister smiled.", "minister", ["Paul Otieno"]),
    ("Kenyan Trade Minister Paul Otieno left. The president smiled.", "president", ["Uhuru Kenyatta"]),
    ("German envoy Anna Berg left. The chancellor smiled.", "chancellor", ["Angela Merkel"]),
    ("Kenya shut the border. The country is calm.", "country", ["KEN"]),
    ("The EU met. The country is calm.", "country", []),
    ("Kenyan envoy Paul Otieno left. The government smiled.", "government", ["KEN"]),
    ("The AU met. The delegates agreed.", "delegates", ["AU"]),
    ("Kenyan officials met. The officials agreed.", "officials", ["KEN"]),
    ("Kenyan experts met. The experts agreed.", "experts", ["KEN:experts"]),
    ("Kenya recalled its negotiators.", "negotiators", ["KEN"]),
    ("The Institute for Peace in Oslo spoke. The institute was brief.", "institute", ["Institute for Peace"]),
    ("The Italian leader smiled.", "leader", ["Giuseppe Conte"]),
    ("The Austrian leader smiled.", "leader", ["Sebastian Kurz"]),
    ("The Chinese leader smiled.", "leader", ["Xi Jinping"]),
    ("The emirate of Qatar spoke.", "emirate", ["QAT"]),
    ("Kenya shut the border. Kenya sent troops. Kenya waited. Officials smiled.", "Officials", ["KEN"]),
]


@pytest.mark.parametrize(("text", "word", "expected"), BACK)
def test_words_refer_back(parser: Parser, text: str, word: str, expected: list[str]) -> None:
    assert sides(cast_of(parser, text), word) == expected


@pytest.mark.parametrize(("day", "expected"), [(date(1999, 3, 1), "Gerhard Schröder"), (date(2010, 3, 1), "Angela Merkel")])
def test_an_office_is_held_on_the_day(parser: Parser, day: date, expected: str) -> None:
    assert sides(cast_of(parser, "The German leader smiled.", day), "leader") == [expected]


def test_far_back_is_forgotten(parser: Parser) -> None:
    filler = "It rained. " * 4
    assert sides(cast_of(parser, f"Anna Berg left. {filler}She smiled."), "She") == []


@pytest.mark.parametrize(
    ("side", "office"), [("GBR", "prime minister"), ("DEU", "chancellor"), ("AUT", "chancellor"), ("FRA", "president")]
)
def test_who_leads_a_state(side: str, office: str) -> None:
    assert leading(side) == {office}


@pytest.mark.parametrize(
    ("office", "expected"), [("Premier", "prime minister"), ("Defense Minister", "defence minister"), ("king", "king")]
)
def test_offices_have_one_spelling(office: str, expected: str) -> None:
    assert normal(office) == expected

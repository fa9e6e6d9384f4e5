"""The cast sentence by sentence: who a story is mostly about, people without a side, nouns that a name explains."""

from collections import Counter

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.casting import home_of
from tests.reading.parties.reading import cast_of, sides


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ({"KEN": 3}, "KEN"),
        ({"KEN": 2}, None),
        ({"KEN": 3, "TCD": 2}, "KEN"),
        ({"KEN": 4, "TCD": 3}, None),
        ({"KEN": 3, "NATO": 9}, "KEN"),
        ({"KEN": 3, "GEO": -1}, "KEN"),
        ({"NATO": 9}, None),
        ({}, None),
    ],
)
def test_the_state_that_a_story_is_mostly_about(present: dict[str, int], expected: str | None) -> None:
    assert home_of(Counter(present)) == expected


UNSIDED = [
    ("Independent experts doubt it.", "experts", ["independent experts"]),
    ("Senior experts doubt it.", "experts", ["experts"]),
    ("It is late, according to analysts.", "analysts", ["analysts"]),
    ("They spoke to analysts.", "analysts", []),
    ("People left.", "People", []),
    ("The crowd grew.", "crowd", []),
    ("It is late, an administration official said after U.S. envoy Anna Berg left.", "official", ["USA:official"]),
    ("It is late, an administration official said.", "official", ["administration official"]),
]


@pytest.mark.parametrize(("text", "word", "expected"), UNSIDED)
def test_people_without_a_side(parser: Parser, text: str, word: str, expected: list[str]) -> None:
    assert sides(cast_of(parser, text), word) == expected


OF_OTHERS = [
    ("Anna Berg, the chairwoman, left.", "chairwoman", ["Anna Berg"]),
    ("The EU met. An alliance official left.", "official", ["alliance official"]),
    ("NATO met. An alliance official left.", "official", ["NATO:official"]),
    ("Kenya met Chad. Envoys from both sides left.", "Envoys", ["KEN", "TCD"]),
    ("Kenya met Chad. Envoys from both farms left.", "Envoys", ["envoys"]),
    ("Kenya sent troops. Kenya called up men. Kenya waited. Top officials left.", "officials", ["KEN"]),
    ("Kenya sent troops. Kenya called up men. Kenya waited. County officials left.", "officials", ["county officials"]),
    ("Kenya sent troops. Chad called up men. Mali waited. Officials left.", "Officials", ["officials"]),
    ("Kenya sent troops. Kenya called up men. Kenya waited. An official left.", "official", ["KEN:official"]),
    ("Kenya sent troops on Monday. Local officials left.", "officials", ["KEN"]),
    ("The mayor of Nakuru in Kenya left.", "mayor", ["KEN:mayor"]),
    ("NATO members agreed. Kenya waited.", "members", ["NATO"]),
    ("NATO members left. Kenya waited.", "members", []),
    ("The head of German diplomacy left.", "head", ["Heiko Maas"]),
    ("The deputy head of Kenyan diplomacy left.", "head", ["KEN:head"]),
    ("The top German diplomat left.", "diplomat", ["Heiko Maas"]),
    ("A Kenyan diplomat left.", "diplomat", ["KEN:diplomat"]),
]


@pytest.mark.parametrize(("text", "word", "expected"), OF_OTHERS)
def test_nouns_that_others_explain(parser: Parser, text: str, word: str, expected: list[str]) -> None:
    assert sides(cast_of(parser, text), word) == expected


def test_parties_are_listed_as_the_text_names_them(parser: Parser) -> None:
    cast = cast_of(parser, "Peru met Chile as Kenyan envoys left.")
    assert [party.id for party in cast.parties] == ["PER", "CHL", "KEN"]


def test_the_unnamed_holder_of_an_office_is_named_where_known(parser: Parser) -> None:
    assert sides(cast_of(parser, "The Kenyan president left."), "president") == ["Uhuru Kenyatta"]
    assert sides(cast_of(parser, "The Kenyan president left.", None), "president") == ["KEN:president"]

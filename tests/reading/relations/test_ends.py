"""Who stands at the ends: relative clauses, coordination, possessives."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    ("Chad, Mali and Niger, which was admitted to the African Union in 2002, sent monitors.", ["NER member AU, from 2002"]),
    (
        "Chad, Mali and Niger, which were admitted to the African Union in 2002, sent monitors.",
        ["TCD member AU, from 2002", "MLI member AU, from 2002", "NER member AU, from 2002"],
    ),
    ("The leader of Hezbollah, which is backed by Iran, gave a speech.", ["IRN backs Hezbollah"]),
    ("ASEAN, which was founded in 1967, and APEC met.", ["ASEAN founded, from 1967"]),
    ("The bloc, founded in 1967, met.", []),
    ("Mali and Niger's ally Chad sent a note.", ["TCD ally MLI", "TCD ally NER"]),
    ("U.S. and British allies Japan and Fiji sent a note.", ["JPN ally USA", "FJI ally USA", "JPN ally GBR", "FJI ally GBR"]),
    ("India-China border dispute flared again.", ["IND dispute CHN"]),
    ("Non-NATO ally Kuwait sent a note.", []),
    ("Turkey, a member of NATO, and Qatar met.", ["TUR member NATO"]),
    ("Kuwait, Gabon, an OPEC member, and Oman objected.", ["GAB member OPEC"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted

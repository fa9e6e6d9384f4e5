"""The name of a capital: does it act (a government), or does something happen there (a place)?"""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.lexicon import find_hits
from dateline.reading.parties.metonymy import acts, describes
from tests.reading.parties.reading import sentence_of

ACTS = [
    ("Lima rejected the offer.", True),
    ("Lima is ready for talks.", True),
    ("Lima is the capital of Peru.", False),
    ("Lima is close to the sea.", False),
    ("Lima is in Peru.", False),
    ("Lima lies on the coast.", False),
    ("Lima was accused of delay.", True),
    ("Lima was shelled.", False),
    ("The envoy accused Lima of delay.", True),
    ("They gave Lima a warning.", True),
    ("The envoy left Lima.", False),
    ("They reached Lima.", False),
    ("Talks with Lima collapsed.", True),
    ("A road between Quito and Lima was shut.", False),
    ("A demand from Lima was read out.", True),
    ("The flight from Lima was late.", False),
    ("A message to Lima was lost.", True),
    ("The envoy flew to Lima.", False),
    ("Hostility towards Lima grew.", True),
    ("Pressure on Lima grew.", True),
    ("The houses on Lima were old.", False),
    ("The weather in Lima was bad.", False),
    ("Lima's demands were met.", True),
    ("Lima's streets were empty.", False),
    ("The Lima road was shut.", False),
    ("Quito and Lima rejected the offer.", True),
    ("They met in Quito and Lima.", False),
    ("Lima at night.", False),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_a_capital_acts(parser: Parser, text: str, expected: bool) -> None:
    (token,) = (token for token in sentence_of(parser, text).tokens if token.text == "Lima")
    assert acts(token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French wine is cheap.", True),
        ("Peru tariffs rose.", True),
        ("An Iran-made engine failed.", True),
        ("Peru signed the text.", False),
        ("They met in Peru.", False),
        ("Hamas rockets fell.", False),
        ("Peru President Rosa Lim spoke.", False),
    ],
)
def test_a_state_only_describes(parser: Parser, text: str, expected: bool) -> None:
    sentence = sentence_of(parser, text)
    hit = find_hits(sentence)[0]
    assert describes(hit, sentence.tokens.doc[hit.last]) == expected

"""Headlines in the body, where the parser takes the word that reports for a name."""

import pytest

from dateline.knowledge.statements import cues_by_word
from dateline.reading.parse import Parser
from dateline.reading.statements.headlines import after, inflected, is_headline
from tests.reading.statements.build import Row, rows, sentence_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile Rejects Border Plan", [("CHL", "reject", "Border Plan")]),
        ("Chile Refuses To Sign Treaty", [("CHL", "reject", "To Sign Treaty")]),
        ("Chile Says Border Plan Failed In Senate", [("CHL", "assert", "Border Plan Failed In Senate")]),
        ("Peru Endorses Plan For Northern Canal", [("PER", "praise", "Plan For Northern Canal")]),
        ("Chile Border Plan Stalls Again", []),
        ("Chile Wins", []),
    ],
)
def test_headline(parser: Parser, text: str, expected: list[Row]) -> None:
    assert rows(parser, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile Rejects Border Plan", True),
        ("Chile rejects border plan", False),
        ("Chile Rejects Plan For The Long Border", True),
        ("Chile Wins", False),
        (" ".join(["Border"] * 23), False),
    ],
)
def test_is_headline(parser: Parser, text: str, expected: bool) -> None:
    assert is_headline(list(sentence_of(parser, text).words)) is expected


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Peru Endorses", "endorse", True),
        ("Peru Endorsed", "endorse", True),
        ("Peru Endorse", "endorse", False),
        ("Peru Plan", "endorse", False),
    ],
)
def test_inflected(parser: Parser, text: str, lemma: str, expected: bool) -> None:
    before, word = sentence_of(parser, text).words[:2]
    assert inflected(word, lemma, before) is expected


@pytest.mark.parametrize(("text", "expected"), [("Peru Calls For Truce !", "Truce"), ("Peru Calls", None)])
def test_rest_of_a_headline(parser: Parser, text: str, expected: str | None) -> None:
    words = sentence_of(parser, text).words
    rule = next(rule for rule in cues_by_word()["verb", "call"] if "for" in rule.about)
    found = after(words[1], words[-1], rule)
    assert (f"{found.first.text}" if found is not None else None) == expected
    if found is not None:
        assert found.last.text == expected

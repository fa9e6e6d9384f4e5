"""Speakers: who can speak, how they are called, and which words name them."""

import pytest

from dateline.knowledge.statements import cue_rules
from dateline.reading.parse import Parser
from dateline.reading.statements.speakers import is_barred, is_speaker, phrase, source_span
from tests.reading.statements.build import Row, rows, sentence_of, statements_of, word_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our correspondent said the road was closed.", []),
        ("No minister denied the report of a coup.", []),
        ("The invasion said that the road was closed.", []),
        ("The wind said it all.", []),
        ("I believe the road is closed.", [("author", "assert", "the road is closed")]),
        ('"I believe the road is closed," the guide said.', [("guide", "assert", "I believe the road is closed")]),
        ("The senior harbour pilot said the tide was low.", [("senior harbour pilot", "assert", "the tide was low")]),
        ("It said the road was closed.", [("It", "assert", "the road was closed")]),
        ("Ecuador repeated its demand for the return of the boat.", [("ECU", "demand", "the return of the boat")]),
        ("The report says the road was closed.", [("report", "assert", "the road was closed")]),
        ("They said the road was closed.", [("They", "assert", "the road was closed")]),
        ("A survey found that the road was safe.", [("survey", "assert", "the road was safe")]),
    ],
)
def test_speaker(parser: Parser, text: str, expected: list[Row]) -> None:
    assert rows(parser, text) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The spokesman, who spoke for Peru, said the road was closed.", "The spokesman"),
        ("Analysts at the bank said the road was closed.", "Analysts at the bank"),
        ("Ecuador repeated its demand for the return of the boat.", "Ecuador"),
        ("The envoy who said the road was closed left.", "The envoy who"),
        ("Peru's envoy said the road was closed.", "Peru's envoy"),
        ("Peru's claim that the road was closed was false.", "Peru"),
    ],
)
def test_words_that_name_the_speaker(parser: Parser, text: str, source: str) -> None:
    found = statements_of(parser, text)[0].source
    assert found is not None
    assert found.quote == source


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The minister said on Tuesday that the road was closed.", "2019-05-14"),
        ("The minister said that the road was closed on Tuesday.", None),
        ("The minister said the road was closed.", None),
    ],
)
def test_day_of_saying(parser: Parser, text: str, said: str | None) -> None:
    when = statements_of(parser, text)[0].said
    assert (str(when.value.earliest) if when is not None else None) == said


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The senior harbour pilot of Lima left.", "pilot", "senior harbour pilot"),
        ("Two pilots left.", "pilots", "Two pilots"),
        ("The mayor's wife left.", "wife", "mayor wife"),
    ],
)
def test_name_from_its_own_words(parser: Parser, text: str, head: str, expected: str) -> None:
    assert phrase(word_of(parser, text, head)) == expected


SAYS = next(rule for rule in cue_rules() if rule.part == "verb" and "say" in rule.words)
NOUN = next(rule for rule in cue_rules() if rule.part == "noun" and "claim" in rule.words)


@pytest.mark.parametrize(
    ("text", "word", "anyone", "expected"),
    [
        ("She left.", "She", False, True),
        ("We left.", "We", True, False),
        ("It left.", "It", True, True),
        ("It left.", "It", False, False),
        ("The invasion failed.", "invasion", True, False),
        ("The miller left.", "miller", False, True),
        ("The blue left.", "blue", False, False),
        ("Lima left.", "Lima", False, True),
    ],
)
def test_who_is_a_speaker(parser: Parser, text: str, word: str, anyone: bool, expected: bool) -> None:
    assert is_speaker(word_of(parser, text, word), SAYS if anyone else NOUN) is expected


def test_nobody_and_the_outlet_are_barred(parser: Parser) -> None:
    assert is_barred(word_of(parser, "No envoy left.", "envoy"))
    assert is_barred(word_of(parser, "Our envoy left.", "envoy"))
    assert not is_barred(word_of(parser, "The envoy left.", "envoy"))


def test_source_stops_before_a_clause(parser: Parser) -> None:
    text = "The envoy sent by Lima said no."
    assert source_span(sentence_of(parser, text), word_of(parser, text, "envoy")).quote == "The envoy"

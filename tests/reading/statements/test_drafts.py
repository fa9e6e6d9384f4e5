"""Drafts: contents that cut through quotations, marks and stops around speech, and bare words."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.statements.drafts import phrase_rule, split, stripped, without_stop
from dateline.reading.statements.frames import match
from tests.reading.statements.build import contents, sentence_of, statements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru called the pact “a step on” in its search for calm.",
            ["the pact “a step on” in its search for calm"],
        ),
        ("Peru condemned the raid as “a stain” on the region.", ["the raid as “a stain” on the region"]),
        ("Peru called the pact “a step on” and Chile praised it.", ["the pact “a step on”"]),
        ("Peru called the pact “a step on” after the talks.", ["the pact “a step on”"]),
        ("Peru said the pact was “a step on” when asked.", ["the pact was “a step on”"]),
        ("Peru condemned the “cruel raid” on the port.", ["the “cruel raid” on the port"]),
        ("Peru condemned the “cruel raid” and left.", ["the “cruel raid”"]),
        ("Peru said the toll was “high,” as ships left the port.", ["the toll was “high,”"]),
        ("Peru praised it.", []),
        ("Peru condemned Chile.", ["Chile"]),
        ("Peru condemned violence.", ["violence"]),
        ("Peru voiced support for Chile.", ["Chile"]),
        ("Peru voiced support for peace.", []),
    ],
)
def test_content(parser: Parser, text: str, expected: list[str]) -> None:
    assert contents(parser, text) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('"The road is open," Peru said.', "direct"),
        ("Peru said the road was “wide open”.", "mixed"),
        ("Peru said the road was open.", "indirect"),
        ('Peru said, "The road is open."', "direct"),
    ],
)
def test_form(parser: Parser, text: str, form: str) -> None:
    assert [each.form for each in statements_of(parser, text)] == [form]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (", the road. ", "the road"),
        ("the U.S.", "the U.S."),
        ("well ...", "well ..."),
        ("— so;", "so"),
        ("the road:", "the road"),
    ],
)
def test_blanks_and_joining_marks_are_stripped(text: str, expected: str) -> None:
    start, end = stripped(text, 0, len(text))
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So be it.", "So be it"),
        ("So be it,", "So be it"),
        ("Well ..", "Well .."),
        ("the U.S.", "the U.S."),
        ("Why? ", "Why?"),
    ],
)
def test_speech_without_its_last_stop(text: str, expected: str) -> None:
    start, end = without_stop(text, 0, len(text))
    assert text[start:end] == expected


def test_rules_of_phrases() -> None:
    assert phrase_rule(":").part == "phrase"
    assert phrase_rule("according to").sure != phrase_rule(":").sure


def test_what_is_said_in_a_quotation_is_not_read_again(parser: Parser) -> None:
    assert contents(parser, '"Oslo says the pact is dead," the envoy said.') == ["Oslo says the pact is dead"]


def test_a_content_around_its_cue_is_what_stands_behind_it(parser: Parser) -> None:
    text = "Fiji warned of a war"
    sentence = sentence_of(parser, text)
    fiji, warned, *_, war = sentence.words
    found = match(warned)
    assert found is not None
    assert [text[start:end] for start, end in split(sentence, fiji, war, found)] == ["of a war"]
    assert [text[start:end].strip() for start, end in split(sentence, fiji, warned, found)] == ["Fiji"]

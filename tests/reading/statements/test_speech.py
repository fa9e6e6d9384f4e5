"""Speech: whose a quotation is, pieces that are one speech, and what a reporting clause takes in."""

import pytest

from dateline.reading.desk import Quotation
from dateline.reading.parse import Parser
from dateline.reading.statements.speech import block, is_sentence, opens, speech_rule
from tests.reading.statements.build import Row, rows, statements_of, word_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The reef is ours," Fiji\'s envoy told reporters on Monday.', [("FJI:envoy", "assert", "The reef is ours")]),
        ('Fiji\'s envoy told reporters: "The reef is ours."', [("FJI:envoy", "assert", "The reef is ours")]),
        ('Fiji\'s envoy said, "The reef is ours."', [("FJI:envoy", "assert", "The reef is ours")]),
        ("Fiji's envoy said the reef was “ours” and left.", [("FJI:envoy", "assert", "the reef was “ours” and left")]),
        ("“The reef is ours.” Fiji said. “The sea is too.”", [("FJI", "assert", "The reef is ours … The sea is too")]),
        ('"If you come," Fiji\'s envoy warned, "we will fire."', [("FJI:envoy", "warn", "If you come … we will fire")]),
        ('"The reef," Fiji said on Friday, "is ours."', [("FJI", "assert", "The reef … is ours")]),
        ('"The reef is ours." Tonga said the sea was rough.', [("TON", "assert", "the sea was rough")]),
        ("The premier wrote in a letter: “Give us back the reef.”", [("premier", "demand", "Give us back the reef")]),
        ('If Fiji says "no" to the plan, the reef will die.', []),
        ('The reef is "ours". Fiji left.', []),
        (
            '"The reef is ours," the envoy said. The crowd cheered. "We will never leave it."',
            [("envoy", "assert", "The reef is ours … We will never leave it")],
        ),
        (
            '"The reef is ours," Fiji said.\n\n"We will guard it by day and by night."',
            [("FJI", "assert", "The reef is ours"), ("FJI", "assert", "We will guard it by day and by night")],
        ),
        ('Fiji said: "The reef is ours."\n\nThe book was called "The Reef".', [("FJI", "assert", "The reef is ours")]),
        (
            '"The reef is ours," Fiji said.\n\nBehind it hung a flag: "We will never leave it."',
            [("FJI", "assert", "The reef is ours")],
        ),
        ('"The reef is ours," Fiji said.\n\n"Reef Life" is a film.', [("FJI", "assert", "The reef is ours")]),
        (
            '"The reef is ours," Fiji said. "The sea is rough," Tonga said.',
            [("FJI", "assert", "The reef is ours"), ("TON", "assert", "The sea is rough")],
        ),
        (
            '"The reef is ours and always was.\n\n"The sea is ours too," Fiji said.',
            [("FJI", "assert", "The reef is ours and always was … The sea is ours too")],
        ),
    ],
)
def test_quotation(parser: Parser, text: str, expected: list[Row]) -> None:
    assert rows(parser, text) == expected


def test_a_free_quotation_is_less_sure(parser: Parser) -> None:
    first, second = statements_of(parser, '"The reef is ours," Fiji said.\n\n"We will guard it by day and by night."')
    assert first.confidence > second.confidence
    assert second.cue is None


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Fiji's envoy told reporters on Monday that it rained.", "told", ("Fiji", "Monday")),
        ("It rained, said the envoy of Fiji.", "said", ("said", "Fiji")),
        ("It rained, Fiji has not said.", "said", ("Fiji", "said")),
        ("Fiji said nothing.", "said", ("Fiji", "said")),
        ("Saying nothing, they left.", "Saying", None),
    ],
)
def test_reporting_clause(parser: Parser, text: str, verb: str, expected: tuple[str, str] | None) -> None:
    found = block(word_of(parser, text, verb))
    assert (found and (found[0].text, found[1].text)) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Fiji said so.", "said", True),
        ("Fiji chimed in.", "chimed", True),
        ("Fiji slept.", "slept", False),
        ("Fiji is said to sleep.", "said", False),
        ("They left because Fiji said so.", "said", False),
    ],
)
def test_verbs_of_direct_speech(parser: Parser, text: str, verb: str, expected: bool) -> None:
    assert (speech_rule(word_of(parser, text, verb)) is not None) is expected


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [('"No"', 0, True), ('Out. "No"', 5, True), ('The "No"', 4, False), ('So: "No"', 4, True)],
)
def test_a_quotation_that_stands_free(text: str, start: int, expected: bool) -> None:
    assert opens(text, start, 0) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We will never leave it.", True),
        ("We will never leave it", False),
        ("we will never leave it.", False),
        ("We will leave.", False),
    ],
)
def test_a_quotation_that_is_a_sentence(words: str, expected: bool) -> None:
    quotation = Quotation("text", 0, len(words) + 2, 1, len(words) + 1, 0)
    assert is_sentence(f'"{words}"', quotation) is expected

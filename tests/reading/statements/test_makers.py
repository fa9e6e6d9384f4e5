"""Makers: who says it, and that nobody does what he is only asked to do or blamed for."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.statements.makers import actor, adjective_subject, can_speak, doer, giver_of, holder_of, maker_of
from tests.reading.statements.build import Row, rows, word_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry published a plan saying that the dam was safe.", [("ministry", "assert", "the dam was safe")]),
        (
            "The envoy, angered by the vote, left, saying that the dam was unsafe.",
            [("envoy", "assert", "the dam was unsafe"), ("envoy", "condemn", "the vote")],
        ),
        ("Chad urged Sudan to condemn the raid.", [("TCD", "demand", "to condemn the raid")]),
        ("Chad accused Sudan of condemning the truce.", [("TCD", "accuse", "condemning the truce")]),
        (
            "Chad called on Sudan to clearly deny that it had armed the rebels.",
            [("TCD", "demand", "to clearly deny that it had armed the rebels")],
        ),
        ("Nobody condemned the raid on the port.", []),
        ("Chad wants Sudan to promise that it will pay.", [("TCD", "demand", "Sudan to promise that it will pay")]),
        ("Chad pressed Sudan to agree to pay.", [("TCD", "demand", "to agree to pay")]),
        ("The rebels agreed with the army to free the crew.", [("rebels", "agree", "to free the crew")]),
        ("Refusing to talk shows that the junta is weak.", []),
        ("Sweden's envoy took the stage to condemn the raid.", [("SWE:envoy", "condemn", "the raid")]),
        ("The raid was condemned by Peru and Chile.", [("CHL", "condemn", "The raid"), ("PER", "condemn", "The raid")]),
    ],
)
def test_speaker(parser: Parser, text: str, expected: list[Row]) -> None:
    assert rows(parser, text) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The ministry published a plan saying that the dam was safe.", "saying", "ministry"),
        ("The ministry published a report saying that the dam was safe.", "saying", "report"),
        ("The envoy saying that the dam was safe left.", "saying", "envoy"),
        ("Oslo said that the dam was safe.", "said", "Oslo"),
        ("It rained, saying nothing.", "rained", "It"),
        ("Chad urged Sudan to condemn the raid.", "condemn", None),
    ],
)
def test_doer(parser: Parser, text: str, verb: str, expected: str | None) -> None:
    found = doer(word_of(parser, text, verb))
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Chad urged Sudan to condemn the raid.", "condemn", None),
        ("Chad accused Sudan of condemning the truce.", "condemning", None),
        ("Chad agreed to condemn the raid.", "condemn", "Chad"),
        ("Chad left after condemning the raid.", "condemning", "Chad"),
        ("The raid was condemned by Chad.", "condemned", "Chad"),
        ("Refusing to talk shows weakness.", "shows", None),
    ],
)
def test_actor(parser: Parser, text: str, verb: str, expected: str | None) -> None:
    found = actor(word_of(parser, text, verb))
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The worried envoy left.", "worried", "envoy"),
        ("Estonia is worried.", "worried", "Estonia"),
        ("Estonia was alarmed at the cut.", "alarmed", "Estonia"),
        ("Worried.", "Worried", None),
    ],
)
def test_adjective_subject(parser: Parser, text: str, word: str, expected: str | None) -> None:
    found = adjective_subject(word_of(parser, text, word))
    assert (found.text if found is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Chile's demand for ships was heard.", "demand", ("Chile", False)),
        ("Chile repeated its demand for ships.", "demand", ("Chile", False)),
        ("Chile did not repeat its demand for ships.", "demand", ("Chile", True)),
        ("A demand by Chile for ships was heard.", "demand", ("Chile", False)),
        ("Chile voiced fears of a war.", "fears", ("Chile", False)),
        ("The Chilean demand for ships was heard.", "demand", ("Chilean", False)),
        ("Chile left with a warning of war.", "warning", ("Chile", False)),
        ("Chile left with the warning of war.", "warning", (None, False)),
        ("The demand for ships fell.", "demand", (None, False)),
    ],
)
def test_maker_of_a_noun(parser: Parser, text: str, noun: str, expected: tuple[str | None, bool]) -> None:
    who, negated = maker_of(word_of(parser, text, noun))
    assert (who.text if who is not None else None, negated) == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Bhutan is a supporter of the dam.", "supporter", ("Bhutan", False)),
        ("Bhutan is not a supporter of the dam.", "supporter", ("Bhutan", True)),
        ("Bhutan, a supporter of the dam, voted.", "supporter", ("Bhutan", False)),
        ("Bhutan spoke as a supporter of the dam.", "supporter", ("Bhutan", False)),
        ("A supporter of the dam left.", "supporter", (None, False)),
    ],
)
def test_holder(parser: Parser, text: str, noun: str, expected: tuple[str | None, bool]) -> None:
    who, negated = holder_of(word_of(parser, text, noun))
    assert (who.text if who is not None else None, negated) == expected


def test_giver(parser: Parser) -> None:
    found = giver_of(word_of(parser, "The raid drew criticism from Peru.", "criticism"))
    assert found is not None
    assert found.text == "Peru"
    assert giver_of(word_of(parser, "The raid drew criticism in Peru.", "criticism")) is None


@pytest.mark.parametrize(
    ("word", "expected"), [("minister", True), ("Peru", True), ("she", True), ("plan", False), ("survey", True)]
)
def test_who_can_speak(parser: Parser, word: str, expected: bool) -> None:
    assert can_speak(word_of(parser, f"We saw that {word} fail.", word)) is expected

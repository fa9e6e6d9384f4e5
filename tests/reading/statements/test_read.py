"""Statements through the real reader: extents, forms, nesting, relays, joint speakers, quotations over sentences."""

from datetime import date
from functools import cache

import pytest

from dateline.model.document import Document, Text
from dateline.model.entry import Statement
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY


@cache
def statements_of(parser: Parser, text: str) -> tuple[Statement, ...]:
    return read(parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))).statements


def words_of(statement: Statement) -> str:
    return " … ".join(span.quote for span in statement.content)


def summary(statement: Statement) -> tuple[str, str, str, str]:
    return statement.speaker.value, statement.kind.value, statement.form, words_of(statement)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad denies French assertions that it is arming the rebels and accuses Sudan of shelling a camp.",
            [
                ("TCD", "deny", "indirect", "French assertions that it is arming the rebels"),
                ("FRA", "accuse", "indirect", "it is arming the rebels"),
                ("TCD", "accuse", "indirect", "shelling a camp"),
            ],
        ),
        (
            "Norway sees Sweden as a “close partner”, a Norwegian spokesperson said.",
            [("NOR", "praise", "mixed", "Sweden as a “close partner”")],
        ),
        (
            '"The road is open," Peru said. "The port is closed."',
            [("PER", "assert", "direct", "The road is open … The port is closed")],
        ),
        (
            "The road, Peru said on Monday, was open.",
            [("PER", "assert", "indirect", "The road … was open")],
        ),
        (
            "Both Kenya and Ghana urged Togo to free the crew.",
            [("GHA", "demand", "indirect", "to free the crew"), ("KEN", "demand", "indirect", "to free the crew")],
        ),
        (
            "Togo was urged by Ghana to free the crew.",
            [("GHA", "demand", "indirect", "to free the crew")],
        ),
        (
            "Iran said the strait was open, while Qatar said it was closed.",
            [("IRN", "assert", "indirect", "the strait was open"), ("QAT", "assert", "indirect", "it was closed")],
        ),
        (
            "Cuba did not say when the ship would leave. The minister declined to comment.",
            [],
        ),
        (
            "Japan said it was ready to resume talks, adding that the islands were Japanese.",
            [
                ("JPN", "propose", "indirect", "it was ready to resume talks"),
                ("JPN", "assert", "indirect", "the islands were Japanese"),
            ],
        ),
        (
            "Peru Endorses Plan For Northern Canal",
            [("PER", "praise", "indirect", "Plan For Northern Canal")],
        ),
        (
            "Chile says Peru kept its word, but that there is more to do.",
            [("CHL", "assert", "indirect", "Peru kept its word, but that there is more to do")],
        ),
        (
            "Nobody in the hall denied the charge.",
            [],
        ),
        (
            "Poland did not accept the offer of a summit.",
            [("POL", "reject", "indirect", "the offer of a summit")],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_reading(parser: Parser, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert sorted(summary(each) for each in statements_of(parser, text)) == sorted(expected)


def test_speech_over_paragraphs(parser: Parser) -> None:
    text = '"The road is open to all of our friends.\n\n"The port is closed to none of them," Peru said.'
    found = [(each.speaker.value, words_of(each)) for each in statements_of(parser, text)]
    assert found == [("PER", "The road is open to all of our friends … The port is closed to none of them")]


def test_inner_statement_names_the_outer(parser: Parser) -> None:
    found = statements_of(parser, "Chad denies French assertions that it is arming the rebels.")
    outer, inner = sorted(found, key=lambda each: each.content[0].start)
    assert inner.inside == outer.id
    assert [each.value for each in outer.target] == ["FRA"]


def test_relayed_position(parser: Parser) -> None:
    (found,) = statements_of(parser, "Norway believes the pact is safe, according to a Norwegian spokesperson.")
    assert found.speaker.value == "NOR"
    assert found.via is not None


def test_day_of_saying(parser: Parser) -> None:
    (found,) = statements_of(parser, "Peru said on Tuesday that the road was open.")
    assert found.said is not None
    assert found.said.value.earliest == date(2019, 5, 14)


def test_later_words_name_the_earlier(parser: Parser) -> None:
    text = (
        'Peru said the northern railway to Bolivia would reopen.\n\n"The northern railway to Bolivia will reopen," Peru said.'
    )
    first, second = statements_of(parser, text)
    assert second.same_as == first.id


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"',
        '" " "',
        "He said:",
        "Said: that.",
        "“”",
        "said said said",
        "According to",
        ": :",
        "Peru said",
        '"Peru," said "Peru',
        "— said he —",
        "that that that said that",
    ],
)
def test_odd_input_is_read(parser: Parser, text: str) -> None:
    for statement in statements_of(parser, text):
        for span in (*statement.content, statement.cue, statement.source):
            assert span is None or span.quote == text[span.start : span.end]


def test_every_value_has_its_words(parser: Parser) -> None:
    text = "“We will not yield,” Sudan’s minister told Chad’s envoy on Friday. He accused N’Djamena of arming rebels."
    for statement in statements_of(parser, text):
        for item in (statement.speaker, statement.kind, *statement.of, *statement.target):
            assert item.evidence


@pytest.mark.xfail(reason="'tell off' is not known as a rebuke", strict=True)
def test_known_weakness(parser: Parser) -> None:
    found = statements_of(parser, "Ankara told Athens off over the drilling ship.")
    assert [each.kind.value for each in found] == ["condemn"]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("As the Kenyan envoy noted, the port had been closed for a year.", "KEN", "the port had been closed for a year"),
        (
            "Peru called the accord “a step forward” in the search for calm.",
            "PER",
            "the accord “a step forward” in the search for calm",
        ),
        ("Ghana's premier used her speech to call for the return of the crew.", "GHA", "the return of the crew"),
        ("Oslo said the vote was fair in an interview on Monday.", "NOR", "the vote was fair"),
        ("Poland: Our border is safe. Nobody will cross it.", "POL", "Our border is safe. Nobody will cross it"),
    ],
)
def test_extents(parser: Parser, text: str, speaker: str, content: str) -> None:
    found = [words_of(each) for each in statements_of(parser, text) if {speaker} & {each.speaker.value, *sides(each)}]
    assert content in found


def sides(statement: Statement) -> set[str]:
    return {side.value for side in statement.of}


def test_nested_statements_are_less_sure(parser: Parser) -> None:
    outer, inner = statements_of(parser, "Kenya said Ghana had condemned the raid.")
    assert inner.inside == outer.id
    (plain,) = statements_of(parser, "Ghana had condemned the raid.")
    assert inner.confidence < plain.confidence

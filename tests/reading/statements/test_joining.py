"""Joining: doubles, echoes, relays, what stands in another statement and what says it again."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.statements.joining import alike
from tests.reading.statements.build import Row, rows, statements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman said it had offered help to the crew.", [("OMN", "assert", "it had offered help to the crew")]),
        (
            "Norway believes the pact is safe, Chad said.",
            [("NOR", "assert", "the pact is safe"), ("TCD", "assert", "Norway believes the pact is safe")],
        ),
        (
            "Oman says Yemen says the crew is dead.",
            [("OMN", "assert", "Yemen says the crew is dead"), ("YEM", "assert", "the crew is dead")],
        ),
        ("Oman condemned the raid, calling it a crime.", [("OMN", "assert", "it a crime"), ("OMN", "condemn", "the raid")]),
    ],
)
def test_which_are_kept(parser: Parser, text: str, expected: list[Row]) -> None:
    assert rows(parser, text) == expected


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Norway believes the pact is safe, a Norwegian spokesman said.", "NOR:spokesperson"),
        ("Norway believes the pact is safe, the news agency said.", "news agency"),
        ("Norway believes the pact is safe, according to a spokesman.", "spokesman"),
        ("Norway believes the pact is safe.", None),
    ],
)
def test_relay(parser: Parser, text: str, via: str | None) -> None:
    (found,) = statements_of(parser, text)
    assert found.speaker.value == "NOR"
    assert (found.via.value if found.via is not None else None) == via


def test_the_principal_speaks_through_the_spokesman(parser: Parser) -> None:
    (found,) = statements_of(parser, "A Norwegian spokesman said Erna Solberg believes the pact is safe.")
    assert (found.speaker.value, found.via.value if found.via else None) == ("Erna Solberg", "NOR:spokesperson")


@pytest.mark.parametrize(
    ("second", "same"),
    [
        ('"The northern fisheries treaty with Yemen is dead," Oman said.', True),
        ('"The northern fisheries treaty with Yemen is dead," Qatar said.', False),
        ('"Nobody swims in winter near Muscat," Oman said.', False),
    ],
)
def test_what_says_it_again(parser: Parser, second: str, same: bool) -> None:
    first, other = statements_of(parser, f"Oman said the northern fisheries treaty with Yemen was dead.\n\n{second}")
    assert (other.same_as == first.id) is same
    assert first.same_as is None


def test_the_nearest_outer_statement_is_named(parser: Parser) -> None:
    found = sorted(statements_of(parser, "Oman says Qatar says Yemen denied the raid."), key=lambda each: each.content[0].start)
    assert [each.inside for each in found] == [None, found[0].id, found[1].id]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("treaty dead yemen", "treaty dead yemen oman", True),
        ("treaty dead", "treaty dead", False),
        ("treaty dead yemen", "treaty alive oman", False),
    ],
)
def test_alike(mine: str, theirs: str, expected: bool) -> None:
    assert alike(frozenset(mine.split()), frozenset(theirs.split())) is expected

"""Offices below the state: their state is that of the town or region they are of."""

import pytest

from dateline.reading.parse import Parser
from dateline.reading.parties.local import is_local, names_in, states_of
from tests.reading.parties.reading import cast_of, sentence_of

SIDES = [
    ("Governor Anna Berg of Nakuru in Kenya left.", "KEN"),
    ("Mombasa's mayor Anna Berg left.", "KEN"),
    ("Anna Berg, the mayor of Gdansk, left.", "POL"),
    ("The mayor of Springfield, Anna Berg, left.", "USA"),
    ("The mayor of the town, Anna Berg, left.", None),
    ("Fighting went on around Gdansk. The governor of the region, Anna Berg, left.", "POL"),
    ("The Nakuru military administration head, Anna Berg, left for Kenya.", "KEN"),
    ("Governor Anna Berg left.", None),
    ("Engineer Anna Berg of Mombasa left.", None),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_the_state_of_a_person_with_a_local_office(parser: Parser, text: str, side: str | None) -> None:
    [person] = [party for party in cast_of(parser, text).parties if party.kind == "person"]
    assert person.of == side


@pytest.mark.parametrize(
    ("office", "expected"), [("regional governor", True), ("mayor", True), ("foreign minister", False), ("", False)]
)
def test_which_offices_are_local(office: str, expected: bool) -> None:
    assert is_local(office) is expected


def test_names_end_where_the_clause_ends(parser: Parser) -> None:
    tokens = [*sentence_of(parser, "The mayor of New Haven left; London waited.").tokens]
    assert [*names_in(tokens)] == ["New Haven", "New", "Haven"]


def test_states_of_towns_and_provinces() -> None:
    assert states_of("Gdansk") == ["POL"]
    assert states_of("Ontario")[0] == "CAN"
    assert states_of("Nosuchtown") == []

"""What titles and the words around a name give a person: office and side."""

from datetime import date

import pytest

from dateline.reading.parse import Parser
from tests.reading.parties.reading import cast_of

TITLED = [
    ("Kenyan Trade Minister Paul Otieno and Defence Minister Rosa Lim left.", "Rosa Lim", "defence minister", "KEN"),
    ("Kenya's negotiators, Trade Minister Paul Otieno and Rosa Lim, left.", "Paul Otieno", "trade minister", "KEN"),
    ("Kenya sent Trade Minister Paul Otieno.", "Paul Otieno", "trade minister", None),
    ("Hamas, led by General Omar Rashidi, agreed.", "Omar Rashidi", "general", "Hamas"),
    ("Malaysia's Harvest Party leader Rosa Lim left.", "Rosa Lim", "harvest party leader", "MYS:Harvest Party"),
    ("A Kenyan lawmaker has spoken. Rosa Lim told reporters that she was glad.", "Rosa Lim", "lawmaker", "KEN"),
    ("The Kenyan lawmaker has spoken. Rosa Lim told reporters that she was glad.", "Rosa Lim", None, None),
    ("Kenya's Rosa Lim left.", "Rosa Lim", None, "KEN"),
    ("Rosa Lim left.", "Rosa Lim", None, None),
    ("Peru waited. Peru hoped. Peru prayed. President Rosa Lim left.", "Rosa Lim", "president", "PER"),
    ("Peru waited. Peru hoped. Peru prayed. Professor Rosa Lim left.", "Rosa Lim", None, None),
    ("The United States waited. Congressman Paul Otieno left.", "Paul Otieno", "congressman", "USA"),
]


@pytest.mark.parametrize(("text", "name", "office", "side"), TITLED)
def test_office_and_side_of_a_person(parser: Parser, text: str, name: str, office: str | None, side: str | None) -> None:
    party = cast_of(parser, text).party(name)
    assert party is not None
    assert (party.kind, party.office, party.of) == ("person", office, side)


@pytest.mark.parametrize(
    ("day", "side", "office"),
    [
        (date(1997, 3, 1), "NATO", "secretary general"),
        (date(2003, 3, 1), "EU", None),
        (date(1960, 3, 1), None, None),
    ],
)
def test_a_known_person_speaks_for_the_office_of_the_day(
    parser: Parser, day: date, side: str | None, office: str | None
) -> None:
    party = cast_of(parser, "Javier Solana left.", day).party("Javier Solana")
    assert party is not None
    assert side in (None, party.of)
    assert office in (None, party.office)


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Swedish envoy Javier Solana left.", "Javier Solana", "EU"),
        ("Swedish envoy Anna Berg left.", "Anna Berg", "SWE"),
        ("Kenya's Rosa Lim left. Ugandan envoy Rosa Lim returned.", "Rosa Lim", "UGA"),
        ("Ugandan envoy Rosa Lim left. Kenyan envoy Rosa Lim returned.", "Rosa Lim", "UGA"),
        ("Ugandan envoy Rosa Lim left. Kenya's Rosa Lim returned.", "Rosa Lim", "UGA"),
    ],
)
def test_a_side_that_goes_with_an_office_wins_then_the_first_title(parser: Parser, text: str, name: str, side: str) -> None:
    party = cast_of(parser, text, date(2003, 3, 1)).party(name)
    assert party is not None
    assert party.of == side


def test_the_office_is_that_of_the_first_title_that_is_one(parser: Parser) -> None:
    party = cast_of(parser, "Ugandan colleague Rosa Lim left. Minister Rosa Lim returned. Envoy Rosa Lim smiled.").party(
        "Rosa Lim"
    )
    assert party is not None
    assert party.office == "minister"


def test_the_nouns_of_a_title_stand_for_the_person(parser: Parser) -> None:
    cast = cast_of(parser, "Kenyan Trade Minister Paul Otieno left.")
    sentence = cast.story.sentences[0]
    found = {token.text: [actor.party.id for actor in cast.actors(sentence, token)] for token in sentence.tokens}
    assert found["Minister"] == found["Otieno"] == ["Paul Otieno"]
    assert found["Kenyan"] == ["KEN"]

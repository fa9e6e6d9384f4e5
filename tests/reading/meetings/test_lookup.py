"""What the lexicon says of a word where it stands."""

import pytest

from dateline.reading.meetings.lookup import (
    effect_of,
    governor_of,
    is_ahead,
    is_departure,
    is_journey,
    meeting_noun,
    meeting_verb,
)
from dateline.reading.parse import Parser
from tests.reading.meetings.tables import word_in


@pytest.mark.parametrize(
    ("text", "word", "effect"),
    [
        ("Kenya called off the summit.", "called", "cancelled"),
        ("Kenya called for a summit.", "called", "proposed"),
        ("Kenya called the summit.", "called", "scheduled"),
        ("Kenya called the summit on Monday.", "called", "scheduled"),
        ("Kenya put off the summit.", "put", "postponed"),
        ("Kenya put the summit first.", "put", None),
        ("Kenya ruled out a summit.", "ruled", "refused"),
        ("Kenya ruled the sea.", "ruled", None),
        ("Kenya opened the summit.", "opened", "begun"),
        ("Kenya is open to a summit.", "open", "proposed"),
        ("The call for a summit came from Kenya.", "call", "proposed"),
        ("Kenya broke off the talks.", "broke", "suspended"),
        ("The meeting broke up.", "broke", "held"),
        ("Kenya ate bread.", "ate", None),
    ],
)
def test_effect_of_a_governing_word(parser: Parser, text: str, word: str, effect: str | None) -> None:
    found = word_in(parser, text, word)
    assert effect_of(found) == effect
    assert (governor_of(found) is None) == (effect is None)


@pytest.mark.parametrize(
    ("text", "word", "how"),
    [
        ("The premiers sat down with the envoy.", "sat", "meets"),
        ("The premiers sat still.", "sat", None),
        ("The premiers got together with the envoy.", "got", "meets"),
        ("The premiers set out for Lima.", "set", "travels"),
        ("The premiers dined with the envoy.", "dined", "meets"),
        ("The premiers meet up with the envoy.", "meet", "meets"),
        ("The premiers mended a pact.", "mended", None),
    ],
)
def test_a_verb_of_meeting_with_its_particle(parser: Parser, text: str, word: str, how: str | None) -> None:
    found = meeting_verb(word_in(parser, text, word))
    assert (found.how if found else None) == how


def test_journeys_and_departures(parser: Parser) -> None:
    text = "The premier left after a trip, a stopover and a summit, and went home."
    assert [is_journey(word_in(parser, text, noun)) for noun in ("trip", "stopover", "summit", "premier")] == [
        True, False, False, False,
    ]  # fmt: skip
    assert [is_departure(word_in(parser, text, verb)) for verb in ("left", "went")] == [True, False]
    assert meeting_noun(word_in(parser, text, "premier")) is None


def test_adverbs_that_are_half_prepositions(parser: Parser) -> None:
    assert is_ahead(word_in(parser, "Ahead of the summit, Kenya was calm.", "Ahead"))
    assert not is_ahead(word_in(parser, "Kenya went ahead.", "ahead"))
    assert not is_ahead(word_in(parser, "Kenya was calm before the summit.", "before"))

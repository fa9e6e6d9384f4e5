"""Organisations that nobody listed: organs of a state by the state in their name, others by their own name."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.parties.reading import cast_of


@pytest.mark.parametrize(
    ("text", "id_", "kind", "of"),
    [
        ("The Supreme Council of Yemen met.", "YEM:Supreme Council", "organ", "YEM"),
        ("The Kenyan Foreign Ministry met.", "KEN:Foreign Ministry", "organ", "KEN"),
        ("Officials at Acme Shipping smiled.", "Acme Shipping", "organisation", "Acme Shipping"),
        ("Air Kenya sold two planes.", "Air Kenya", "organisation", "Air Kenya"),
        ("The Kenyan Times reported it.", "Kenyan Times", "organisation", "Kenyan Times"),
        ("The mayor spoke after the Kilifi Council met.", "Kilifi Council", "organisation", "Kilifi Council"),
    ],
)
def test_an_organisation_by_name(parser: Parser, text: str, id_: str, kind: str, of: str) -> None:
    party = cast_of(parser, text).party(id_)
    assert party is not None
    assert party.mentions
    assert (party.kind, party.of) == (kind, of)


@pytest.mark.parametrize(
    ("text", "council"),
    [
        ("Kenya waited. Kenya hoped. Kenya prayed. Kenya sang. Chad left.", "KEN:Supreme Council"),
        ("Kenya waited. Kenya hoped.", "KEN:Supreme Council"),
        ("Kenya waited. Kenya hoped. Chad left. Chad sang.", "Supreme Council"),
        ("Kenya waited.", "Supreme Council"),
    ],
)
def test_an_organ_without_a_state_is_of_the_one_named_most(parser: Parser, text: str, council: str) -> None:
    assert cast_of(parser, f"{text} The Supreme Council met.").parties[-1].id == council


@pytest.mark.parametrize("text", ["NAIROBI (Wire) - The mayor left.", "Nairobi is tense.", "Officials sat in the hall."])
def test_what_is_no_organisation(parser: Parser, text: str) -> None:
    assert [party.id for party in cast_of(parser, text).parties if party.kind in ("organisation", "organ", "state")] == []

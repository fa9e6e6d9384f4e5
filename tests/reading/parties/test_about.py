"""Whom a person speaks for by what is told around the name."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.parties.reading import cast_of

TOLD = [
    ("The deputy head of Kenyan diplomacy, Peter Mwangi, left.", "KEN"),
    ("Peter Mwangi, an adviser to the Kenyan presidential administration, left.", "KEN"),
    ("Secretary of the National Security Council of Kenya Peter Mwangi left.", "KEN"),
    ("Peter Mwangi, who heads the Kenyan delegation, left.", "KEN"),
    ("Peter Mwangi, from the Kenyan foreign ministry, left.", "KEN"),
    ("Rear Admiral Peter Mwangi of the Kenyan navy left.", "KEN"),
    ("One young Kenyan soldier, Peter Mwangi, left.", "KEN"),
    ("Peter Mwangi, the Kenyan-installed head of Kismayo, left.", "KEN"),
    ("Peter Mwangi, a member of the Political Bureau of the Communist Party of China, left.", "CHN"),
    ("Peter Mwangi, Kenya's ambassador to Uganda, left.", "KEN"),
    ("Kengas spokesman Peter Mwangi left.", "Kengas"),
    ("The regional governor of Mombasa, Peter Mwangi, left.", "KEN"),
    ("Kenya has a treaty with the United States. Republican Peter Fuller left.", "USA"),
]
LONE = [
    "Peter Mwangi, a Kenyan analyst, left.",
    "Peter Mwangi, a former Kenyan minister, left.",
    "Kenyan-born writer Peter Mwangi left.",
    "Peter Mwangi, an envoy to Kenya, left.",
    "Peter Mwangi, an expert on Kenya's army, left.",
    "Peter Mwangi, who visited the Kenyan delegation, left.",
    "Trade Minister Peter Mwangi left.",
]


def side(parser: Parser, text: str) -> str | None:
    """Whom the one person of a text speaks for."""
    [person] = [party for party in cast_of(parser, text).parties if party.kind == "person"]
    return person.of


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_whom_a_person_speaks_for(parser: Parser, text: str, expected: str) -> None:
    assert side(parser, text) == expected


@pytest.mark.parametrize("text", LONE)
def test_who_speaks_for_himself(parser: Parser, text: str) -> None:
    assert side(parser, text) is None

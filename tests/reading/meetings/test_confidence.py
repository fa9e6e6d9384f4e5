"""How sure a report is: each trait holds where it should, and weighs what it weighs."""

import pytest

from dateline.reading.meetings.confidence import WEIGHTS, confidence_of, traits
from dateline.reading.parse import Parser
from tests.reading.meetings.tables import occasions

CASES = [
    ("Kenya and Somalia held talks.", {"any"}),
    ("Kenya and Somalia held talks on Monday.", {"any", "dated", "exact"}),
    ("Kenya and Somalia held talks last week.", {"any", "dated"}),
    ("Kenya and Somalia held talks in 2017.", {"any", "dated", "year"}),
    ("Kenya and Somalia held talks in April.", {"any", "dated"}),
    ("Kenya and Somalia held talks in Nairobi.", {"any", "placed"}),
    ("Kenya, Chad and Somalia held talks.", {"any", "many"}),
    ("The West and Somalia held talks.", {"any", "vague"}),
    ("Kenya and Somalia held negotiations.", {"any", "negotiation"}),
    ("Kenya proposed talks with Somalia.", {"any", "proposed"}),
    ("Kenya cancelled talks with Somalia.", {"any", "undone"}),
    ("Kenya rejected talks with Somalia.", {"any", "undone"}),
    ("Kenya suspended talks with Somalia.", {"any", "undone"}),
    ("Kenya postponed talks with Somalia.", {"any", "undone"}),
    ("Kenya and Somalia hold regular talks.", {"any", "often"}),
    ("Kenya and Somalia will hold regular talks.", {"any"}),
    ("Kenyan President Uhuru Kenyatta met Somali ministers.", {"any", "person"}),
    ("Kenyan President Uhuru Kenyatta phoned the Somali minister.", {"any", "person", "call"}),
    ("EU leaders met in Riga.", {"any", "placed", "council"}),
    ("Kenya and Somalia held a summit.", {"any", "council"}),
    ("Kenya relies on talks with Somalia.", {"any", "open", "open and undated"}),
    ("Kenya relies on talks with Somalia. The talks ended.", {"any", "again"}),
    ("Kenya said ahead of a summit with Somalia that it was calm.", {"any", "before what was", "council"}),
    ("The UN Security Council met on Monday.", {"any", "dated", "exact", "forum", "council"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_traits(parser: Parser, text: str, expected: set[str]) -> None:
    [occasion], _ = occasions(parser, text)
    assert {name for name, holds in traits(occasion).items() if holds} == expected


def test_every_trait_weighs_something(parser: Parser) -> None:
    [occasion], _ = occasions(parser, CASES[0][0])
    assert set(traits(occasion)) == set(WEIGHTS)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Kenya and Somalia held talks.", 0.57),
        ("Kenya and Somalia held talks on Monday.", 0.75),
        ("Kenya and Somalia hold regular talks.", 0.15),
        ("Kenyan President Uhuru Kenyatta met Somali ministers.", 0.75),
    ],
)
def test_the_share_of_being_right(parser: Parser, text: str, share: float) -> None:
    [occasion], _ = occasions(parser, text)
    assert confidence_of(occasion) == share

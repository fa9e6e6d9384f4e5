"""How sure a report is: each trait holds where it should, and weighs what it weighs."""

import pytest

from dateline.reading.meetings.confidence import WEIGHTS, confidence_of, traits
from dateline.reading.parse import Parser
from tests.reading.meetings.tables import occasions

CASES = [
    ("Kenya and Somalia held talks.", {"any"}, 0.57),
    ("Kenya and Somalia held talks on Monday.", {"any", "dated", "exact"}, 0.75),
    ("Kenya and Somalia held talks last week.", {"any", "dated"}, 0.69),
    ("Kenya and Somalia held talks in 2017.", {"any", "dated", "year"}, 0.55),
    ("Kenya and Somalia held talks in April.", {"any", "dated"}, 0.69),
    ("Kenya and Somalia held talks in Nairobi.", {"any", "placed"}, 0.67),
    ("Kenya, Chad and Somalia held talks.", {"any", "many"}, 0.5),
    ("The West and Somalia held talks.", {"any", "vague"}, 0.33),
    ("Kenya and Somalia held negotiations.", {"any", "negotiation"}, 0.29),
    ("Kenya proposed talks with Somalia.", {"any", "proposed"}, 0.48),
    ("Kenya cancelled talks with Somalia.", {"any", "undone"}, 0.43),
    ("Kenya rejected talks with Somalia.", {"any", "undone"}, 0.43),
    ("Kenya suspended talks with Somalia.", {"any", "undone"}, 0.43),
    ("Kenya postponed talks with Somalia.", {"any", "undone"}, 0.43),
    ("Kenya and Somalia hold regular talks.", {"any", "often"}, 0.15),
    ("Kenya and Somalia will hold regular talks.", {"any"}, 0.57),
    ("Kenyan President Uhuru Kenyatta met Somali ministers.", {"any", "person"}, 0.75),
    ("Kenyan President Uhuru Kenyatta phoned the Somali minister.", {"any", "person", "call"}, 0.83),
    ("EU leaders met in Riga.", {"any", "placed", "council"}, 0.77),
    ("Kenya and Somalia held a summit.", {"any", "council"}, 0.69),
    ("Kenya relies on talks with Somalia.", {"any", "open", "open and undated"}, 0.17),
    ("Kenya relies on talks with Somalia. The talks ended.", {"any", "again"}, 0.65),
    ("Kenya said ahead of a summit with Somalia that it was calm.", {"any", "before what was", "council"}, 0.31),
    ("The UN Security Council met on Monday.", {"any", "dated", "exact", "forum", "council"}, 0.89),
]


@pytest.mark.parametrize(("text", "expected", "share"), CASES, ids=[text for text, _, _ in CASES])
def test_traits_and_the_share_of_being_right(parser: Parser, text: str, expected: set[str], share: float) -> None:
    [occasion], _ = occasions(parser, text)
    assert {name for name, holds in traits(occasion).items() if holds} == expected
    assert confidence_of(occasion) == share


def test_every_trait_weighs_something(parser: Parser) -> None:
    [occasion], _ = occasions(parser, CASES[0][0])
    assert set(traits(occasion)) == set(WEIGHTS)

"""From ends to relations: kinds of party checked, the same said twice is one."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    ("Fiji is an ally of Samoa. Samoa is an ally of Fiji.", ["FJI ally WSM"]),
    ("Samoa joined the Commonwealth. Samoa joined the Commonwealth in 1970.", ["WSM member Commonwealth, from 1970"]),
    ("The EU is a member of the EU.", []),
    ("Shell joined OPEC in 2015.", []),
    (
        "The U.N. Security Council includes Peru and Ghana.",
        ["PER member UN:Security Council", "GHA member UN:Security Council"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted

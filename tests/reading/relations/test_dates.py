"""When a relation began or ended."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.relations.build import told

CASES: list[tuple[str, list[str]]] = [
    ("Latvia has been a member of NATO since 2004.", ["LVA member NATO, from 2004"]),
    ("Croatia, a member of the EU since July 2013, objected.", ["HRV member EU, from 2013-07"]),
    ("Qatar was a member of OPEC until 2019.", ["QAT member OPEC, until 2019"]),
    ("On Monday Latvia, a member of NATO, objected.", ["LVA member NATO"]),
    ("Latvia joined NATO in 2004 and the EU in the same year.", ["LVA member NATO, from 2004"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_the_text_tells(parser: Parser, text: str, wanted: list[str]) -> None:
    assert told(parser, text) == wanted

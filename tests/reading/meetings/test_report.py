"""Which occasions are reported, under which title."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("title", "parties")
CASES = [
    ("Chad held talks.", []),
    ("Chad held talks on Monday.", []),
    ("The EU held a summit in Brussels on Monday.", [("Summit: European Union, Brussels", "EU")]),
    ("The EU held a summit.", []),
    ("The EU met on Monday.", [("Council: European Union", "EU")]),
    ("Chad hosted a summit in Ndjamena on Monday.", [("Summit: Chad, N'Djamena", "TCD")]),
    ("The Labour Party held talks with Britain on Monday.", []),
    ("Chadian tourists visited Bamako.", []),
    ("The Chadians visited Bamako on Monday.", []),
    ("A delegation of the African Union visited Bamako on Monday.", [("Visit: African Union, Mali, Bamako", "AU MLI")]),
    ("The African Union visited Bamako on Monday.", []),
    ("Chadian President Idriss Deby visited Ndjamena on Monday.", []),
    ("Idriss Deby visited Bamako on Monday.", [("Visit: Idriss Deby, Bamako", "TCD MLI")]),
    ("John Smith visited Bamako on Monday.", []),
    ("Chad and Exxon held talks on Monday.", []),
    ("Chad met the Taliban on Monday.", [("Talks: Chad, Taliban", "TCD Taliban")]),
    ("Kenyan officials visited Mogadishu on Monday.", [("Visit: Kenya, Somalia, Mogadishu", "KEN SOM")]),
    ("The Taliban visited Mogadishu on Monday.", [("Visit: Taliban, Somalia, Mogadishu", "Taliban SOM")]),
    ("NATO visited Brussels on Monday.", []),
    ("A mission of the African Union to Mali was sent on Monday.", [("Visit: African Union, Mali, Mali", "AU MLI")]),
    ("Kenyans visited Mogadishu on Monday.", []),
    ("Monica Juma visited Mogadishu on Monday.", []),
    ("The Kenyan capital was visited by Somali officials on Monday.", [("Visit: Somalia, Kenya", "SOM KEN")]),
    ("Chad held a summit in Ndjamena.", []),
    ("Chad held a summit on Monday.", []),
    ("NATO's Chad talks were held.", [("Council: North Atlantic Treaty Organization, Chad", "NATO TCD")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

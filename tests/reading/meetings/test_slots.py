"""Rank, topic and outcome of a meeting."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("level", "topic", "outcome")
CASES = [
    ("The foreign ministers of Angola and Zambia met in Lusaka.", [("foreign ministers", None, None)]),
    ("Angolan and Zambian ambassadors met in Lusaka.", [("ambassadors", None, None)]),
    ("Angola and Zambia held talks on fishing rights.", [(None, "fishing rights", None)]),
    ("Angola and Zambia held talks about fishing rights.", [(None, "fishing rights", None)]),
    ("Angola and Zambia held talks over fishing rights on Monday.", [(None, "fishing rights", None)]),
    ("Angola and Zambia held talks on Monday.", [(None, None, None)]),
    ("Angola and Zambia met to discuss fishing rights.", [(None, "fishing rights", None)]),
    ("EU foreign ministers discussed fishing rights on Monday.", [("foreign ministers", "fishing rights", None)]),
    ("Angolan President Joao Lourenco visited Lusaka to open a bridge.", [(None, "to open a bridge", None)]),
    ("Angolan President Joao Lourenco visited Lusaka to meet Zambian President Edgar Lungu.", [(None, None, None)]),
    ("Talks between Angola and Zambia ended without agreement.", [(None, None, "without agreement")]),
    ("Talks between Angola and Zambia ended with a pact.", [(None, None, "with a pact")]),
    ("Talks between Angola and Zambia ended on Monday.", [(None, None, None)]),
    ("Talks between Angola and Zambia produced a pact.", [(None, None, "a pact")]),
    ("Talks between Angola and Zambia will produce a pact.", [(None, None, None)]),
    ("Talks between Angola and Zambia collapsed without a deal.", [(None, None, "without a deal")]),
    ("Angola and Zambia held ministerial talks.", [(None, None, None)]),
    ("Talks between Angola and Zambia on a 300-mile road began.", [(None, "a 300-mile road", None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

"""Where a meeting is."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("place", "venue")
CASES = [
    ("Angola and Zambia held talks in Lusaka.", [("Lusaka", None)]),
    ("Angola and Zambia met in Lusaka.", [("Lusaka", None)]),
    ("Angola and Zambia held talks near Ndola.", [("Ndola", None)]),
    ("Talks between Angola and Zambia held in Lusaka ended.", [("Lusaka", None)]),
    ("Talks between Angola and Zambia in Lusaka ended.", [("Lusaka", None)]),
    ("Angolan President Joao Lourenco met with Zambian officials in Lusaka.", [("Lusaka", None)]),
    ("Angolan President Joao Lourenco met Zambian officials at talks in Lusaka.", [("Lusaka", None)]),
    ("Angolan President Joao Lourenco was in Lusaka for talks with Zambia.", [("Lusaka", None)]),
    ("The Vienna-based agency said Angola and Zambia held talks.", [(None, None)]),
    ("Angola and Zambia held talks in Zambia.", [("Zambia", None)]),
    ("Angolan President Joao Lourenco spoke by telephone with Zambian President Edgar Lungu in Lusaka.", [(None, None)]),
    (
        "Angolan President Joao Lourenco met Zambian President Edgar Lungu at the White House on Monday.",
        [("Washington", "White House")],
    ),
    ("Angolan President Joao Lourenco met Zambian President Edgar Lungu at the Kremlin.", [("Moscow", "Kremlin")]),
    (
        "Angolan President Joao Lourenco met Zambian President Edgar Lungu at NATO headquarters in Brussels.",
        [("Brussels", "NATO headquarters")],
    ),
    ("Angolan President Joao Lourenco visited the Zambian capital.", [(None, "Zambian capital")]),
    ("Angolan President Joao Lourenco visited Lusaka.", [("Lusaka", None)]),
    ("Angolan President Joao Lourenco went on a Lusaka trip.", [("Lusaka", None)]),
    ("Angolan President Joao Lourenco will travel to Lusaka and Harare.", [("Lusaka", None), ("Harare", None)]),
    ("Angolan President Joao Lourenco arrived here on Monday.", []),
    ("Angolan President Joao Lourenco began a visit to Zambia in Ndola.", [("Zambia", None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

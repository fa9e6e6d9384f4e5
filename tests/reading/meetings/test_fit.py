"""Which mentions of a story are one occasion and which are not."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("kind", "status", "date", "place", "parties")
CASES = [
    (
        "Angola and Zambia will meet in Lusaka on May 20. The talks will be about tariffs.",
        [("talks", "scheduled", "2019-05-20", "Lusaka", "AGO ZMB")],
    ),
    (
        "Angola and Zambia will meet in Lusaka on May 20. Angola met Malawi in Luanda.",
        [("talks", "scheduled", "2019-05-20", "Lusaka", "AGO ZMB"), ("talks", "held", None, "Luanda", "AGO MWI")],
    ),
    (
        "Angola and Zambia will meet on May 20. Angola and Zambia will meet on May 27.",
        [("talks", "scheduled", "2019-05-20", None, "AGO ZMB"), ("talks", "scheduled", "2019-05-27", None, "AGO ZMB")],
    ),
    (
        "Angola and Zambia met in Lusaka. Angola and Zambia met in Luanda.",
        [("talks", "held", None, "Lusaka", "AGO ZMB"), ("talks", "held", None, "Luanda", "AGO ZMB")],
    ),
    ("Angola and Zambia held talks in Zambia. The talks in Lusaka ended.", [("talks", "held", None, "Lusaka", "AGO ZMB")]),
    (
        "Joao Lourenco spoke by telephone with Edgar Lungu on Monday. Joao Lourenco visited Zambia on Tuesday.",
        [("visit", "held", "2019-05-14", "Zambia", "AGO ZMB")],
    ),
    (
        "Angola and Zambia will hold talks on May 20. Angola and Zambia held talks.",
        [("talks", "scheduled", "2019-05-20", None, "AGO ZMB"), ("talks", "held", None, None, "AGO ZMB")],
    ),
    (
        "Angola and Zambia suspended talks. Angolan President Joao Lourenco met Zambian President Edgar Lungu.",
        [("talks", "suspended", None, None, "AGO ZMB"), ("talks", "held", None, None, "AGO ZMB")],
    ),
    (
        "Angolan President Joao Lourenco met Zambian President Edgar Lungu for talks on Monday.",
        [("talks", "held", "2019-05-13", None, "AGO ZMB")],
    ),
    (
        "Angola and Zambia held talks on Monday. The weather was fine. Trade grew. Prices fell. The talks ended.",
        [("talks", "held", "2019-05-13", None, "AGO ZMB")],
    ),
    (
        "Angola and Zambia will hold a summit in Lusaka on May 20. Angola and Zambia hope that the summit will bring peace.",
        [("summit", "scheduled", "2019-05-20", "Lusaka", "AGO ZMB")],
    ),
    (
        "Angolan President Joao Lourenco talked to Zambian President Edgar Lungu on Monday. The call lasted an hour.",
        [("talks", "held", "2019-05-13", None, "AGO ZMB")],
    ),
    (
        "The UN Security Council met on Monday. The UN General Assembly met on Monday.",
        [("council", "held", "2019-05-13", None, "UN"), ("council", "held", "2019-05-13", None, "UN")],
    ),
    (
        "The Angolan premier met Zambian and Malawian ministers on Monday. Angola and Zambia met on Monday.",
        [("talks", "held", "2019-05-13", None, "AGO ZMB MWI")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

"""Verbs of meeting: which roles they ask for, and where they tell of none."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("kind", "status", "parties", "place")
CASES = [
    ("Angolan President Joao Lourenco would have met Zambian President Edgar Lungu in Lusaka.", []),
    ("Angolan President Joao Lourenco failed to meet Zambian President Edgar Lungu in Lusaka.", []),
    ("Angolan President Joao Lourenco avoided meeting Zambian President Edgar Lungu in Lusaka.", []),
    ("Angolan President Joao Lourenco did not meet Zambian President Edgar Lungu in Lusaka.", []),
    (
        "Angolan President Joao Lourenco will not meet Zambian President Edgar Lungu in Lusaka.",
        [("talks", "refused", "AGO ZMB", "Lusaka")],
    ),
    ("Angolan President Joao Lourenco had no plan to meet Zambian President Edgar Lungu in Lusaka.", []),
    ("Angolan President Joao Lourenco flew to Lusaka for surgery.", []),
    ("Angolan President Joao Lourenco flew to Lusaka on holiday.", []),
    ("Angolan President Joao Lourenco flew to Lusaka on Monday.", [("visit", "held", "AGO ZMB", "Lusaka")]),
    ("Angolan President Joao Lourenco left Lusaka on Monday.", []),
    (
        "Angolan President Joao Lourenco is due to see Zambian President Edgar Lungu in Lusaka.",
        [("talks", "scheduled", "AGO ZMB", "Lusaka")],
    ),
    ("Angolan President Joao Lourenco saw Zambian President Edgar Lungu as a friend.", []),
    ("Angolan President Joao Lourenco will see Zambia as a friend.", []),
    (
        "Angolan President Joao Lourenco talked with Zambian President Edgar Lungu on Monday.",
        [("talks", "held", "AGO ZMB", None)],
    ),
    (
        "Angolan President Joao Lourenco spoke with Zambian President Edgar Lungu on Monday.",
        [("call", "held", "AGO ZMB", None)],
    ),
    (
        "Angolan President Joao Lourenco talked with Zambian President Edgar Lungu by telephone on Monday.",
        [("call", "held", "AGO ZMB", None)],
    ),
    ("Angolan President Joao Lourenco phoned Zambian President Edgar Lungu on Monday.", [("call", "held", "AGO ZMB", None)]),
    ("Angolan President Joao Lourenco rang up Zambian President Edgar Lungu on Monday.", [("call", "held", "AGO ZMB", None)]),
    (
        "Angolan President Joao Lourenco met Zambian President Edgar Lungu via video link on Monday.",
        [("call", "held", "AGO ZMB", None)],
    ),
    (
        "Angolan President Joao Lourenco and Zambian President Edgar Lungu spoke by telephone on Monday.",
        [("call", "held", "AGO ZMB", None)],
    ),
    ("Angolan President Joao Lourenco spoke to reporters on Monday.", []),
    ("Angola hosted Zambian President Edgar Lungu on Monday.", [("talks", "held", "AGO ZMB", None)]),
    ("Angola welcomed Zambian President Edgar Lungu on Monday.", []),
    ("Angolan President Joao Lourenco welcomed Zambian President Edgar Lungu on Monday.", [("talks", "held", "AGO ZMB", None)]),
    ("Angolan President Joao Lourenco greeted Zambian President Edgar Lungu on Monday.", [("talks", "held", "AGO ZMB", None)]),
    ("EU foreign ministers gathered in Brussels on Monday.", [("council", "held", "EU", "Brussels")]),
    ("EU foreign ministers discussed Angola on Monday.", [("council", "held", "EU", None)]),
    ("Angola and Zambia discussed the border on Monday.", []),
    ("Angola and Zambia gathered in Lusaka on Monday.", [("council", "held", "AGO ZMB", "Lusaka")]),
    ("NATO gathered troops on Monday.", []),
    (
        "China vetoed a draft on Syria at the UN Security Council on Monday.",
        [("council", "held", "CHN UN:Security Council", None)],
    ),
    (
        "The Angolan ambassador addressed the UN General Assembly on Monday.",
        [("council", "held", "AGO UN:General Assembly", None)],
    ),
    ("The Angolan ambassador addressed parliament on Monday.", []),
    ("The UN Security Council was told on Monday.", []),
    ("Angolan President Joao Lourenco was in Lusaka on Monday.", [("visit", "held", "AGO ZMB", "Lusaka")]),
    ("Angolan President Joao Lourenco was not in Lusaka on Monday.", []),
    ("Angolan President Joao Lourenco is popular in Zambia.", []),
    ("An Angolan delegation is in Lusaka.", [("visit", "ongoing", "AGO ZMB", "Lusaka")]),
    ("The Angolan people are in Zambia.", []),
    ("Angolan President Joao Lourenco attended the inauguration in Lusaka.", [("visit", "held", "AGO ZMB", "Lusaka")]),
    ("Angolan President Joao Lourenco attended the concert in Lusaka.", []),
    (
        "Angolan President Joao Lourenco invited Zambian President Edgar Lungu to Luanda.",
        [("visit", "proposed", "AGO ZMB", "Luanda")],
    ),
    (
        "Zambian President Edgar Lungu was invited to Luanda by the Angolan president.",
        [("visit", "proposed", "AGO ZMB", "Luanda")],
    ),
    ("Angola invited Zambia to invest in Luanda.", []),
    (
        "The Angolan president invited Zambian President Edgar Lungu to visit Luanda.",
        [("visit", "proposed", "ZMB AGO", "Luanda")],
    ),
    ("It flew to Zambia on Monday, the Angolan president said.", []),
    ("The Angolan president flew soldiers to Zambia.", []),
    ("Angolan ships arrived in Zambia on Monday.", []),
    ("Angolan envoys arrived in Zambia on Monday.", [("visit", "held", "AGO ZMB", "Zambia")]),
    ("Zambian President Edgar Lungu visited Pope Francis in Rome on Monday.", [("visit", "held", "ZMB VAT ITA", "Rome")]),
    ("Zambian President Edgar Lungu visited the museum on Monday.", []),
    ("Angolan President Joao Lourenco often meets Zambian President Edgar Lungu.", [("talks", "ongoing", "AGO ZMB", None)]),
    ("Angolan President Joao Lourenco met Zambian President Edgar Lungu several times.", [("talks", "held", "AGO ZMB", None)]),
    ("Angolan officials got together with Zambian officials on Monday.", [("talks", "held", "AGO ZMB", None)]),
    ("Angolan officials sat down in Luanda on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

"""Nouns of meeting: where they are one, and where something else."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("kind", "status", "parties", "place")
CASES = [
    ("Angola held a press conference with Zambia.", []),
    ("Angola held a conference with Zambia in Luanda.", [("conference", "held", "AGO ZMB", "Luanda")]),
    ("There was talk of Zambia in Angola.", []),
    ("The pope gave an audience to Angola.", []),
    ("Angolan President Joao Lourenco had an audience with Pope Francis.", [("talks", "held", "AGO VAT", None)]),
    ("In consultation with Zambia, Angola closed the border.", []),
    ("Angola held consultations with Zambia.", [("negotiation", "held", "AGO ZMB", None)]),
    ("A round of talks between Angola and Zambia began in Luanda.", [("talks", "ongoing", "AGO ZMB", "Luanda")]),
    ("A round of sanctions between Angola and Zambia began.", []),
    ("The peace process between Angola and Zambia resumed in Luanda.", [("negotiation", "ongoing", "AGO ZMB", "Luanda")]),
    ("The legal process between Angola and Zambia resumed in Luanda.", []),
    ("Angola made a call for Zambia to withdraw.", []),
    (
        "Angolan President Joao Lourenco had a phone call with Zambian President Edgar Lungu on Monday.",
        [("call", "held", "AGO ZMB", None)],
    ),
    (
        "Angolan President Joao Lourenco had a call with Zambian President Edgar Lungu on Monday.",
        [("call", "held", "AGO ZMB", None)],
    ),
    ("Angola and Zambia held telephone talks on Monday.", [("call", "held", "AGO ZMB", None)]),
    ("The Security Council held a session on Angola on Monday.", [("council", "held", "UN:Security Council", None)]),
    ("A UN mission to Angola was sent on Monday.", [("visit", "held", "UN AGO", "Angola")]),
    ("Angolan President Joao Lourenco went on a fishing trip to Zambia.", []),
    ("Angolan President Joao Lourenco went on a trip to Zambia.", [("visit", "held", "AGO ZMB", "Zambia")]),
    ("It was the first visit by Angolan President Joao Lourenco to Zambia.", []),
    ("Angolan President Joao Lourenco attended summits in Zambia.", []),
    ("Angola and Zambia held dozens of meetings in Luanda.", []),
    ("Angola and Zambia hold regular talks in Luanda.", [("talks", "ongoing", "AGO ZMB", "Luanda")]),
    (
        "Angolan President Joao Lourenco paid a visit to Chad and Niger on Monday.",
        [("visit", "held", "AGO TCD", "Chad"), ("visit", "held", "AGO NER", "Niger")],
    ),
    ("Angolan President Joao Lourenco made a stop in Lusaka on Monday.", [("visit", "held", "AGO ZMB", "Lusaka")]),
    (
        "The Angolan president met the Zambian president on the first day of his visit to Lusaka.",
        [("talks", "held", "AGO ZMB", "Lusaka")],
    ),
    ("The prospect of talks with Zambia and Malawi pleased the Angolan press.", []),
    ("Angola and Zambia held a lunch in Luanda on Monday.", [("talks", "held", "AGO ZMB", "Luanda")]),
    ("A powwow between Angola and Zambia took place in Luanda on Monday.", [("talks", "held", "AGO ZMB", "Luanda")]),
    ("ASEAN leaders agreed on it at their summit in Bangkok.", [("summit", "held", "ASEAN", "Bangkok")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

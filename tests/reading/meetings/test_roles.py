"""Who takes part in a meeting, and who only speaks of it or convenes it."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("parties", "convener")
CASES = [
    ("Angola met Zambia in Lusaka.", [("AGO ZMB", None)]),
    ("Angola met with Zambia and Malawi in Lusaka.", [("AGO ZMB MWI", None)]),
    ("Angola, Zambia and Malawi met in Lusaka.", [("AGO ZMB MWI", None)]),
    ("Zambian officials were met by the Angolan minister in Luanda.", [("AGO ZMB", None)]),
    (
        "The Angolan president, accompanied by the Malawian minister, met the Zambian president in Lusaka.",
        [("AGO MWI ZMB", None)],
    ),
    ("Angola invited Zambia and Malawi to talks in Luanda.", [("AGO ZMB MWI", None)]),
    ("Angola sent an envoy to talks with Zambia.", [("AGO ZMB", None)]),
    ("Norway offered Angola and Zambia to host talks in Oslo.", [("NOR AGO ZMB", None)]),
    ("Norwegian-mediated talks between Angola and Zambia resumed in Oslo.", [("AGO ZMB", None)]),
    ("Norway hosted talks between Angola and Zambia in Oslo.", [("AGO ZMB", None)]),
    ("Norway hosted talks with Angola in Oslo.", [("NOR AGO", None)]),
    ("Talks involving Angola, Zambia and Malawi began in Luanda.", [("AGO ZMB MWI", None)]),
    ("A summit of the leaders of Angola and Zambia will be held in Luanda.", [("AGO ZMB", None)]),
    ("A meeting of NATO defence ministers was held in Brussels.", [("NATO", None)]),
    ("NATO's meeting with Georgia was held in Brussels.", [("NATO GEO", None)]),
    ("The Angola-Zambia talks resumed in Luanda.", [("AGO ZMB", None)]),
    ("Angolan Foreign Minister Manuel Augusto said his talks with Zambia had gone well.", [("AGO ZMB", None)]),
    ("During his visit to Lusaka, Angolan President Joao Lourenco praised the hosts.", [("AGO ZMB", None)]),
    ("The summit, which Angola and Zambia will attend, will be held in Luanda.", [("AGO ZMB", None)]),
    ("Talks held between Angola and Zambia in Luanda ended.", [("AGO ZMB", None)]),
    ("Angola chaired a meeting of Zambia and Malawi in Luanda.", [("ZMB MWI", None)]),
    ("Angola announced talks between Zambia and Malawi in Luanda.", [("ZMB MWI", "AGO")]),
    ("Angola cancelled its talks with Zambia.", [("AGO ZMB", None)]),
    ("The Angolan boycott of the summit with Zambia angered Malawi.", []),
    ("Angola met Zambia within the framework of the African Union in Luanda.", [("AGO ZMB", None)]),
    ("Angola held talks with fishermen in Luanda.", []),
    ("Angola held talks with Exxon in Luanda.", []),
    ("Zambian tourists met Angolan soldiers in Luanda.", []),
    ("Angolan diplomats met Zambian diplomats in Luanda.", [("AGO ZMB", None)]),
    ("Leaders of Angola and Zambia met in Luanda.", [("AGO ZMB", None)]),
    ("Angola welcomed reports that Zambia held talks with Malawi.", [("ZMB MWI", None)]),
    ("Angolan officials at the talks with Zambia were hopeful.", [("AGO ZMB", None)]),
    ("The African Union held a summit in Luanda on Monday.", [("AU", None)]),
    ("The Angolan minister met Reuters reporters in Luanda.", []),
    ("Angola will hold a series of meetings with Zambia.", [("AGO ZMB", None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

"""Which mentions of a story are one occasion and which are not."""

import pytest

from dateline.reading.meetings.gather import fill, likely_one
from dateline.reading.meetings.occasion import Occasion
from dateline.reading.meetings.read import all_mentions
from dateline.reading.parse import Parser
from tests.reading.meetings.tables import read_before, rows

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
        [
            ("council", "held", "2019-05-13", None, "UN:Security Council"),
            ("council", "held", "2019-05-13", None, "UN:General Assembly"),
        ],
    ),
    (
        "The Angolan premier met Zambian and Malawian ministers on Monday. Angola and Zambia met on Monday.",
        [("talks", "held", "2019-05-13", None, "AGO ZMB MWI")],
    ),
    (
        "Chad and Mali suspended talks in April. The summit due on May 20 will be held in Bamako.",
        [("talks", "suspended", None, None, "TCD MLI"), ("summit", "scheduled", "2019-05-20", "Bamako", "TCD MLI")],
    ),
    (
        "Chad and Mali will hold talks on May 6. The talks due on May 20 will be held in Bamako.",
        [("talks", "held", "2019-05-06", None, "TCD MLI"), ("talks", "scheduled", "2019-05-20", "Bamako", "TCD MLI")],
    ),
    (
        "The Chadian president visited Mali on May 6. The talks due on May 20 will be held in Bamako.",
        [("visit", "held", "2019-05-06", "Mali", "TCD MLI"), ("talks", "scheduled", "2019-05-20", "Bamako", "TCD MLI")],
    ),
    (
        "Chad and Mali held talks on May 6. The visit due on May 20 will be held in Bamako.",
        [("talks", "held", "2019-05-06", None, "TCD MLI")],
    ),
    (
        "Chad and Mali held talks. It rained. It rained. It rained. The talks pleased Niger.",
        [("talks", "held", None, None, "TCD MLI")],
    ),
    ("Chad and Mali held talks in Bamako. The talks in Mali pleased Niger.", [("talks", "held", None, "Bamako", "TCD MLI")]),
    ("Chad and Mali held talks in Bamako. The talks in Niger pleased Benin.", [("talks", "held", None, "Bamako", "TCD MLI")]),
    ("Chad and Mali held a meeting. In keeping with the meetings, it rained.", [("talks", "held", None, None, "TCD MLI")]),
    (
        "Chad and Mali held negotiations in Bamako on May 6. Chad and Mali held a summit in Bamako on May 6.",
        [("summit", "held", "2019-05-06", "Bamako", "TCD MLI")],
    ),
    (
        "Chad and Mali held talks on May 6. The visit by the Chadian president to Mali ended on May 6.",
        [("talks", "held", "2019-05-06", None, "TCD MLI"), ("visit", "held", "2019-05-06", "Mali", "TCD MLI")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected


@pytest.mark.parametrize(
    ("text", "surely"),
    [
        ("Joao Lourenco will meet Edgar Lungu on May 20. On May 20 Joao Lourenco will hold talks with Edgar Lungu.", True),
        ("Joao Lourenco will meet Edgar Lungu on May 20. On May 27 Joao Lourenco will hold talks with Edgar Lungu.", False),
        ("Joao Lourenco will meet Edgar Lungu in May. In May Joao Lourenco will hold talks with Edgar Lungu.", False),
        ("Joao Lourenco will meet Edgar Lungu on May 20. On May 20 Joao Lourenco will hold talks with Ana Dias.", False),
    ],
)
def test_two_people_who_meet_on_one_day_meet_once(parser: Parser, text: str, surely: bool) -> None:
    story, findings = read_before(parser, text)
    assert findings.cast is not None
    first, second = (fill(mention, findings, None) for mention in all_mentions(story, findings, findings.cast))
    assert (likely_one(second, Occasion().add(first)) == 1) is surely

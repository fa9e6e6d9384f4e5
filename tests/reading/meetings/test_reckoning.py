"""The status held against the date, and the days that only the status tells."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("status", "date", "dates")
CASES = [
    ("Chad and Mali held talks on May 20.", [("scheduled", "2019-05-20", None)]),
    ("Chad and Mali are holding talks on May 20.", [("scheduled", "2019-05-20", None)]),
    ("Chad and Mali will hold talks on May 13.", [("held", "2019-05-13", None)]),
    ("Chadian President Idriss Deby arrived in Bamako on Tuesday.", [("ongoing", "2019-05-14/2019-05-16", "extent")]),
    ("Chadian President Idriss Deby arrived in Bamako on May 3.", [("held", "2019-05-03", None)]),
    ("Chadian President Idriss Deby is in Bamako.", [("ongoing", None, None)]),
    (
        "Chadian President Idriss Deby made a four-day visit to Bamako on May 14.",
        [("ongoing", "2019-05-14/2019-05-17", "extent")],
    ),
    ("Chadian President Idriss Deby made a two-day visit to Bamako on May 13.", [("held", "2019-05-13/2019-05-14", "extent")]),
    ("Chad and Mali postponed talks until May 27.", [("scheduled", "2019-05-27", None)]),
    ("Chad and Mali postponed talks from May 20 to May 27.", [("scheduled", "2019-05-27", None)]),
    ("Chad and Mali postponed talks.", [("postponed", None, None)]),
    ("Chad and Mali agreed to hold talks on May 13.", [("held", "2019-05-13", None)]),
    ("The summit of Chad and Mali next week was praised.", [("scheduled", "2019-05-20/2019-05-26", "within")]),
    ("The summit of Chad and Mali last week was praised.", [("held", "2019-05-06/2019-05-12", "within")]),
    ("The summit of Chad and Mali on May 20 was praised.", [("scheduled", "2019-05-20", None)]),
    (
        "Chadian President Idriss Deby is visiting Bamako from Wednesday to Friday.",
        [("ongoing", "2019-05-15/2019-05-17", "extent")],
    ),
    (
        "Chadian President Idriss Deby will visit Bamako from Wednesday to Friday.",
        [("scheduled", "2019-05-22/2019-05-24", "extent")],
    ),
    ("Chad and Mali will hold talks on Monday. Chad and Mali may hold talks.", [("scheduled", "2019-05-20", None)]),
    ("Chad and Mali cancelled the summit. Chad and Mali had planned the summit.", [("cancelled", None, None)]),
    ("Chadian President Idriss Deby meets Nigerian President Muhammadu Buhari on May 20.", [("scheduled", "2019-05-20", None)]),
    ("Chadian President Idriss Deby is meeting Nigerian President Muhammadu Buhari on May 13.", [("held", "2019-05-13", None)]),
    ("Chad and Mali held talks on May 16.", [("held", "2019-05-16", None)]),
    ("Chad and Mali proposed talks on May 13.", [("proposed", "2019-05-13", None)]),
    ("Chadian President Idriss Deby arrived in Bamako on Wednesday.", [("ongoing", "2019-05-15/2019-05-16", "extent")]),
    ("Chadian President Idriss Deby arrived in Bamako on May 12.", [("held", "2019-05-12", None)]),
    ("Chadian President Idriss Deby visited Bamako from May 14 to May 16.", [("ongoing", "2019-05-14/2019-05-16", "extent")]),
    ("Chadian President Idriss Deby visited Bamako from May 13 to May 15.", [("held", "2019-05-13/2019-05-15", "extent")]),
    ("Chad and Mali held talks from May 14 to May 17.", [("held", "2019-05-14/2019-05-17", "extent")]),
    ("Chad and Mali are holding talks from Wednesday to Friday.", [("ongoing", "2019-05-15/2019-05-17", "extent")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

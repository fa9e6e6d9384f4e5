"""When a meeting is: which of the times in a sentence are its own."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("date", "dates", "previous_date")
CASES = [
    ("Angola and Zambia held talks on Monday.", [("2019-05-13", None, None)]),
    ("Angola and Zambia will hold talks on Monday.", [("2019-05-20", None, None)]),
    ("Angola and Zambia will hold talks next week.", [("2019-05-20/2019-05-26", "within", None)]),
    ("Angola and Zambia held talks last week.", [("2019-05-06/2019-05-12", "within", None)]),
    ("Angola and Zambia held talks in April.", [("2019-04", "within", None)]),
    ("Angola and Zambia will hold talks later this month.", [("2019-05-17/2019-05-31", "within", None)]),
    ("Angola and Zambia have held talks since April.", [("2019-04-01/..", "since", None)]),
    ("Angola and Zambia will hold talks by Friday.", [("../2019-05-17", "until", None)]),
    ("Angola and Zambia held talks from Monday to Wednesday.", [("2019-05-13/2019-05-15", "extent", None)]),
    ("Angola and Zambia will hold talks on May 20-22.", [("2019-05-20/2019-05-22", "extent", None)]),
    ("Angola and Zambia will hold talks between May 20 and May 22.", [("2019-05-20/2019-05-22", "extent", None)]),
    ("Angola and Zambia will hold talks on May 20 and May 24.", [("2019-05-20/2019-05-24", "extent", None)]),
    ("Angola and Zambia will hold talks in late May or early June.", [("2019-05/2019-06", "within", None)]),
    ("Angola and Zambia will hold talks on May 22 or May 20.", [("2019-05-20/2019-05-22", "within", None)]),
    ("Angola and Zambia held two-day talks on May 13.", [("2019-05-13/2019-05-14", "extent", None)]),
    ("Angola and Zambia ended two-day talks on May 14.", [("2019-05-13/2019-05-14", "extent", None)]),
    ("Angola and Zambia opened week-long talks on May 13.", [("2019-05-13/2019-05-19", "extent", None)]),
    ("Angola and Zambia wound up three days of talks on Tuesday.", [("2019-05-12/2019-05-14", "extent", None)]),
    (
        "The Angolan minister left Lusaka on Tuesday at the end of a three-day visit to Zambia.",
        [("2019-05-12/2019-05-14", "extent", None)],
    ),
    ("The Angolan minister flew home on Tuesday after a two-day visit to Zambia.", [("2019-05-13/2019-05-14", "extent", None)]),
    ("Angola and Zambia will meet for two days from May 20.", [("2019-05-20/2019-05-21", "extent", None)]),
    (
        "A two-day meeting of Angola and Zambia will be held in Lusaka starting on May 20.",
        [("2019-05-20/2019-05-21", "extent", None)],
    ),
    (
        "Three-day talks of Angola and Zambia will be held in Lusaka, ending on May 22.",
        [("2019-05-20/2019-05-22", "extent", None)],
    ),
    ("The ministers of Angola and Zambia met over the weekend.", [("2019-05-11/2019-05-12", "within", None)]),
    ("Angola put off a trip to Zambia that was planned for Monday.", [("2019-05-20", None, None)]),
    ("Angola and Zambia held talks about a week ago.", [("2019-05", "within", None)]),
    ("Angola and Zambia held talks in 2017.", [("2017", "within", None)]),
    ("The 2017 talks between Angola and Zambia ended badly.", [("2017", "within", None)]),
    ("Angola and Zambia held talks on the 2018 budget.", [(None, None, None)]),
    ("Angola and Zambia postponed talks from Monday to Friday.", [("2019-05-17", None, "2019-05-13")]),
    ("Angola and Zambia postponed a summit until June 3.", [("2019-06-03", None, None)]),
    ("Angola and Zambia cancelled a summit on Monday.", [(None, None, None)]),
    ("Angola said on Monday it would hold talks with Zambia.", [(None, None, None)]),
    ("Angola said it would hold talks with Zambia on Monday.", [("2019-05-20", None, None)]),
    ("Angola agreed on Monday to hold talks with Zambia.", [(None, None, None)]),
    ("The talks between Angola and Zambia are due to restart on May 27.", [("2019-05-27", None, None)]),
    ("Angola wants a meeting with Zambia as early as next week.", [("2019-05-20/2019-05-26", "within", None)]),
    ("Angola scheduled talks with Zambia for May 27.", [("2019-05-27", None, None)]),
    ("Angola planned talks with Zambia for May 27.", [("2019-05-27", None, None)]),
    ("A summit of Angola and Zambia is planned on May 27.", [("2019-05-27", None, None)]),
    ("Angola and Zambia suspended talks until May 27.", [("../2019-05-27", "until", None)]),
    ("Angola and Zambia suspended talks on Monday.", [(None, None, None)]),
    ("Talks between Angola and Zambia suspended on Monday were about tariffs.", [(None, None, None)]),
    ("Talks between Angola and Zambia suspended until May 27 were about tariffs.", [("../2019-05-27", "until", None)]),
    ("Talks between Angola and Zambia held on Monday were about tariffs.", [("2019-05-13", None, None)]),
    ("The Angolan minister left for talks with Zambia on Monday.", [(None, None, None)]),
    ("The Angolan minister flew in for talks with Zambia on Monday.", [("2019-05-13", None, None)]),
    ("It was the first meeting of Angola and Zambia since March.", []),
    ("Angola and Zambia held talks two days after the vote.", [(None, None, None)]),
    ("Angola and Zambia held talks for three days.", [(None, None, None)]),
    ("LUANDA, May 14 (AN) - Angola and Zambia will hold talks.", [(None, None, None)]),
    ("LUANDA, May 14 - Angola and Zambia held talks in Luanda on May 13.", [("2019-05-13", None, None)]),
    ("Angola will meet Zambia on Tuesday.", [("2019-05-21", None, None)]),
    ("Angola proposed talks with Zambia on May 27.", [("2019-05-27", None, None)]),
    ("Angola proposed on Monday to meet Zambia.", [(None, None, None)]),
    ("Angola and Zambia will hold talks on May 27 at 10 a.m.", [("2019-05-27", None, None)]),
    ("Angola and Zambia will meet early next year.", [("2020", "within", None)]),
    ("A meeting between Angola and Zambia on Monday was called off on Tuesday.", [("2019-05-20", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

"""What a visit lends to the meetings held on it."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("kind", "date", "dates", "place")
CASES = [
    (
        "Chinese President Xi Jinping will visit Belgrade from May 20 to May 22. Xi Jinping will meet Serbian President Aleksandar Vucic.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Belgrade"), ("talks", "2019-05-20/2019-05-22", "within", "Belgrade")],
    ),
    (
        "Chinese President Xi Jinping will visit Belgrade from May 20 to May 22. Xi Jinping will meet Serbian President Aleksandar Vucic in Nis on May 21.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Belgrade"), ("talks", "2019-05-21", None, "Nis")],
    ),
    (
        "Chinese President Xi Jinping will visit Belgrade from May 20 to May 22. Xi Jinping will meet Hungarian President Janos Ader.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Belgrade"), ("talks", None, None, None)],
    ),
    (
        "Chinese President Xi Jinping will visit Serbia from May 20 to May 22. Xi Jinping will meet Serbian President Aleksandar Vucic.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Serbia"), ("talks", "2019-05-20/2019-05-22", "within", None)],
    ),
    (
        "Chinese President Xi Jinping will visit Belgrade on May 20. Xi Jinping spoke by telephone with Serbian President Aleksandar Vucic.",
        [("visit", "2019-05-20", None, "Belgrade"), ("call", None, None, None)],
    ),
    (
        "Chinese President Xi Jinping will visit Belgrade from May 20 to May 22. Chinese Foreign Minister Wang Yi will meet Serbian President Aleksandar Vucic.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Belgrade"), ("talks", None, None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

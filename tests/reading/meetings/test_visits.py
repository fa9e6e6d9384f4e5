"""What a visit lends to the meetings held on it."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("kind", "date", "dates", "place")
CASES = [
    (
        "Xi Jinping will visit Belgrade from May 20 to May 22. Xi Jinping will meet Aleksandar Vucic.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Belgrade"), ("talks", "2019-05-20/2019-05-22", "within", "Belgrade")],
    ),
    (
        "Xi Jinping will visit Belgrade from May 20 to May 22. Xi Jinping will meet Aleksandar Vucic in Nis on May 21.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Belgrade"), ("talks", "2019-05-21", None, "Nis")],
    ),
    (
        "Xi Jinping will visit Belgrade from May 20 to May 22. Xi Jinping will meet Janos Ader.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Belgrade")],
    ),
    (
        "Xi Jinping will visit Serbia from May 20 to May 22. Xi Jinping will meet Aleksandar Vucic.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Serbia"), ("talks", "2019-05-20/2019-05-22", "within", None)],
    ),
    (
        "Xi Jinping will visit Belgrade on May 20. Xi Jinping spoke by telephone with Aleksandar Vucic.",
        [("visit", "2019-05-20", None, "Belgrade"), ("call", None, None, None)],
    ),
    (
        "Xi Jinping will visit Belgrade from May 20 to May 22. Wang Yi will meet Aleksandar Vucic.",
        [("visit", "2019-05-20/2019-05-22", "extent", "Belgrade"), ("talks", None, None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

"""The meetings held on a visit (by number of the row), and what it lends to them."""

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


PARTS = [
    (
        "Xi Jinping will visit Belgrade from May 20 to May 22. Xi Jinping will meet Aleksandar Vucic.",
        [("visit", None), ("talks", 0)],
    ),
    (
        "Xi Jinping will meet Aleksandar Vucic on May 21. Xi Jinping will visit Belgrade from May 20 to May 22.",
        [("talks", 1), ("visit", None)],
    ),
    (
        "Xi Jinping will visit Belgrade on May 20. Xi Jinping will meet Aleksandar Vucic on May 21.",
        [("visit", None), ("talks", 0)],
    ),
    (
        "Xi Jinping will visit Belgrade on May 20. Xi Jinping will meet Aleksandar Vucic on June 3.",
        [("visit", None), ("talks", None)],
    ),
    (
        "Xi Jinping will visit Belgrade on May 20. Xi Jinping met Aleksandar Vucic on May 13.",
        [("visit", None), ("talks", None)],
    ),
    (
        "Xi Jinping will visit Belgrade from May 20 to May 22. Xi Jinping will meet Aleksandar Vucic in Vienna.",
        [("visit", None), ("talks", None)],
    ),
    (
        "Xi Jinping will visit Belgrade from May 20 to May 22. Wang Yi will meet Aleksandar Vucic.",
        [("visit", None), ("talks", None)],
    ),
    (
        "Xi Jinping will visit Belgrade on May 20. Xi Jinping spoke by telephone with Aleksandar Vucic.",
        [("visit", None), ("call", None)],
    ),
    (
        (
            "Xi Jinping visited Belgrade on May 6. Xi Jinping will visit Belgrade on June 3. "
            "Xi Jinping will meet Aleksandar Vucic on June 4."
        ),
        [("visit", None), ("visit", None), ("talks", 1)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[text for text, _ in PARTS])
def test_part(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, "kind", "part_of") == expected


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

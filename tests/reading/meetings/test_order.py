"""Which meeting comes after which (by number of the row), and the dates that follow."""

import pytest

from dateline.reading.parse import Parser
from tests.reading.meetings.tables import rows

SLOTS = ("date", "place", "after")
CASES = [
    (
        "Chad and Mali held talks on May 6. Chad and Mali will resume talks on May 20.",
        [("2019-05-06", None, []), ("2019-05-20", None, [0])],
    ),
    (
        "Chad and Mali held talks on May 6. Chad and Mali will hold talks on May 20.",
        [("2019-05-06", None, []), ("2019-05-20", None, [])],
    ),
    (
        "Chad and Mali held talks on May 6. Niger and Benin will resume talks on May 20.",
        [("2019-05-06", None, []), ("2019-05-20", None, [])],
    ),
    (
        "Chad and Mali held talks on May 6. Chad and Mali held talks on May 9. Chad and Mali will resume talks on May 20.",
        [("2019-05-06", None, []), ("2019-05-09", None, []), ("2019-05-20", None, [1])],
    ),
    (
        "Chad and Mali will hold talks on May 20, two days after Niger and Benin meet in Lome.",
        [("2019-05-20", None, [1]), ("2019-05-18", "Lome", [])],
    ),
    (
        "Chad and Mali held talks on May 10, two days before Niger and Benin met.",
        [("2019-05-10", None, []), ("2019-05-12", None, [0])],
    ),
    ("Chad and Mali met following talks between Niger and Benin.", [(None, None, [1]), (None, None, [])]),
    ("Chad and Mali met ahead of talks between Niger and Benin.", [(None, None, []), (None, None, [0])]),
    ("Chad and Mali met while Niger and Benin held talks.", [(None, None, []), (None, None, [])]),
    (
        "Chad and Mali will continue talks on May 20. Chad and Mali held talks on May 6.",
        [("2019-05-20", None, [1]), ("2019-05-06", None, [])],
    ),
    (
        "Chad and Mali held talks on May 27. Chad and Mali will resume talks on May 20.",
        [("2019-05-27", None, []), ("2019-05-20", None, [])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

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
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_row(parser: Parser, text: str, expected: list[object]) -> None:
    assert rows(parser, text, *SLOTS) == expected

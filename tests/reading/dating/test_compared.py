"""Years set against each other, and seasons over two years."""

import pytest

from dateline.model.document import Text
from dateline.reading.dating.compared import compared_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Sales rose last year to 6.4 mln tonnes from 5.2 mln in 1985.", [(1987, 1987)]),
        ("They hope to sell more this year than in 2011.", [(2012, 2012)]),
        ("The crop of 1986/87 is small, that of 1985/86 was not.", [(1986, 1987)]),
        ("The 1999/2000 budget was passed.", [(1999, 2000)]),
        ("The 1999-00 season was short.", [(1999, 2000)]),
        ("Sales rose last year. They fell from 1985 on.", []),
        ("The war of 1914-18 was long.", []),
        ("He moved on 1987/88/3.", []),
        ("Call 1234/35.", []),
    ],
)
def test_compared_years(text: str, years: list[tuple[int, int]]) -> None:
    found = [clue.terms[0] for clue in compared_years(Text("", text))]
    assert [(first.year, last.year if last else 0) for first, last in found] == years

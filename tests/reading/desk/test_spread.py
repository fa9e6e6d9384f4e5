"""What lies spread over a text is found by where it lies, and costs what lies near."""

import pytest

from dateline.model.evidence import Span
from dateline.reading.desk import Spread

LAID = [
    ("text", 0, 5, "a"),
    ("text", 5, 2_000, "b"),
    ("text", 1_990, 1_995, "c"),
    ("title", 0, 5, "d"),
    ("text", 3, 3, ""),
]


@pytest.mark.parametrize(
    ("stretch", "expected"),
    [
        (("text", 0, 5), ["a"]),
        (("text", 4, 6), ["a", "b"]),
        (("text", 5, 6), ["b"]),
        (("text", 1_800, 1_991), ["b", "c"]),
        (("text", 2_000, 9_000), []),
        (("title", 4, 9), ["d"]),
        (("text", 4, 4), []),
    ],
)
def test_what_shares_a_character(stretch: tuple[str, int, int], expected: list[str]) -> None:
    field, start, end = stretch
    spread = Spread(LAID)  # type: ignore[arg-type]
    assert spread.over(field, start, end) == expected  # type: ignore[arg-type]
    assert spread.on(Span(field, start, end, "")) == expected  # type: ignore[arg-type]


class Place(int):
    """A code point that counts how often it is compared."""

    compared = 0

    def __lt__(self, other: int) -> bool:
        Place.compared += 1
        return int(self) < other


def test_what_lies_elsewhere_is_not_looked_at() -> None:
    spread = Spread(("text", Place(start), Place(start + 5), start) for start in range(0, 100_000, 10))
    Place.compared = 0
    assert spread.over("text", 50_000, 50_020) == [50_000, 50_010]
    assert Place.compared < 200

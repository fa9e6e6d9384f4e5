"""Reports of one occasion are found under a common key and day."""

from datetime import date

import pytest

from dateline.matching.compare import ENOUGH, compare
from dateline.matching.reach import anchors, reaches
from dateline.model.plan import LONGEST
from tests.matching.test_compare import ONE, STANDING, TWO, facts


@pytest.mark.parametrize("name", [*ONE, *TWO])
def test_whatever_matches_is_found(name: str) -> None:
    other = (ONE | TWO)[name]
    if compare(STANDING, other).score < ENOUGH:
        return
    assert set(anchors(STANDING)) & set(anchors(other))
    assert any(a <= d and c <= b for a, b in reaches(STANDING) for c, d in reaches(other))


@pytest.mark.parametrize(
    ("told", "keys"),
    [
        (facts("a"), {"RUS|USA"}),
        (facts("a", sides="EU", place="Brussels"), {"EU", "EU@brussels"}),
        (facts("a", sides="", place="Brussels"), {"@brussels"}),
        (facts("a", sides="", forum="OSCE"), {"#osce"}),
        (facts("a", sides=" ".join(f"S{number}" for number in range(20))), None),
    ],
)
def test_anchors(told: object, keys: set[str] | None) -> None:
    found = anchors(told)
    assert len(found) == 28 if keys is None else set(found) == keys


@pytest.mark.parametrize(
    ("date_", "told", "length"),
    [("2022-01-10", "2022-01-04", 7), ("1990-01-01/2022-01-01", "2022-01-04", LONGEST + 1), (None, None, None)],
)
def test_reaches_are_bounded(date_: str | None, told: str | None, length: int | None) -> None:
    found = reaches(facts("a", told, date=date_))
    assert ([(last - first).days + 1 for first, last in found] or [None]) == [length]


def test_open_intervals_have_a_reach() -> None:
    from dataclasses import replace

    from dateline.model.when import When

    since = replace(facts("a"), when=When(date(2022, 1, 10), None, "since"))
    until = replace(facts("a"), when=When(None, date(2022, 1, 10), "until"))
    assert reaches(since) == reaches(until)

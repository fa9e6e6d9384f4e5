"""The weights of what two reports have in common: learnt from the table of pairs as it is, and plain in their sense."""

from pathlib import Path

import pytest

from dateline.knowledge.load import tables
from dateline.matching import days, traits
from dateline.matching.compare import ENOUGH
from training.matching.fit import (
    AGAINST,
    BEFORE,
    BIAS,
    FREE,
    TABLE,
    Row,
    digest,
    fit,
    held_out,
    score,
    shares,
    table,
    toml,
    written,
)  # fmt: skip

ROWS = table(TABLE.read_text(encoding="utf-8"))


def test_weights_were_learnt_from_the_table_as_it_is() -> None:
    assert tables("matching/weights")["learnt"]["from"] == digest()


def test_what_plainly_speaks_for_one_occasion_never_weighs_against_it() -> None:
    for name, weight in tables("matching/weights")["pair"].items():
        assert name in FREE or (weight <= 0) is (name in AGAINST), name


def test_the_table_has_names_of_traits_and_numbers_alone() -> None:
    source = "".join(Path(module.__file__).read_text(encoding="utf-8") for module in (days, traits))
    names = {name for row in ROWS for name in row.traits}
    assert [name for name in sorted(names) if f'"{name}"' not in source] == []
    assert {story.strip("0123456789.") for row in ROWS for story in row.stories} == {"s", "c"}
    assert len([row for row in ROWS if not row.ours]) >= 600
    assert written(ROWS) == TABLE.read_text(encoding="utf-8")


def pair(number: int, label: str, **traits: float) -> Row:
    told = {name.replace("_", " "): value for name, value in traits.items()}
    return Row(label, (f"s{number}", f"s{number + 1}"), True, False, told)


LEARNT = [
    *(pair(2 * number, "y", same_kind=1.0) for number in range(20)),
    *(pair(2 * number, "n", two_levels=1.0) for number in range(20, 40)),
]


def test_fitting() -> None:
    weights = fit(LEARNT)
    assert weights["same kind"] > 1 > 0 > weights["two levels"]
    assert score(LEARNT[0], weights) > 0 > score(LEARNT[-1], weights)
    turned = fit([pair(0, "n", same_kind=1.0), pair(2, "y", two_levels=1.0)])
    assert turned["same kind"] == turned["two levels"] == 0
    assert fit([pair(0, "y"), pair(2, "n")])["no side shared"] == BEFORE["no side shared"]


def test_stories_are_held_out() -> None:
    one, other = pair(0, "y", same_kind=1.0), pair(0, "n", same_place=1.0)
    assert held_out([one, other], LEARNT) == [score(row, fit(LEARNT)) for row in (one, other)]


def test_shares() -> None:
    rows = [pair(0, "y"), pair(2, "n"), pair(4, "y"), Row("n", ("s7", "s8"), True, True)]
    assert shares(rows, [2.0, 2.0, 0.0, 2.0], 1.0) == (0.5, 0.5)
    assert shares(rows, [2.0, 2.0, 0.0, 2.0], 1.0, vetoes=False) == (pytest.approx(1 / 3), 0.5)


def test_the_file_of_weights() -> None:
    assert toml({BIAS: -1.0, "same kind": 0.5, "same level": 0.0}, "abc").splitlines()[2:] == [
        "[learnt]", 'from = "abc"', "", "[pair]", '"bias" = -1.00', '"same kind" = 0.50',
    ]  # fmt: skip


def test_stored_weights_part_the_labelled_pairs() -> None:
    weights = tables("matching/weights")["pair"]
    rows = [row for row in ROWS if not row.ours]
    precision, recall = shares(rows, [score(row, weights) for row in rows], ENOUGH)
    assert precision >= 0.85
    assert recall >= 0.45

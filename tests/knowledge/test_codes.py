"""The published scores, where they are known to be misprinted or easily mixed up."""

from typing import get_args

import pytest

from dateline.knowledge.codes import cameo_codes, cameo_quad, contexts, goldstein, intensity, modes, quad
from dateline.model.event import PloverType


@pytest.mark.parametrize(
    ("type_", "mode", "score", "quad_"),
    [
        ("ACCUSE", None, -3.0, 3), ("ACCUSE", "allege", -3.5, 3), ("SANCTION", "expel", -5.5, 4), ("CONSULT", "visit", 4.0, 1),
        ("RETREAT", "disarm", 10.0, 2), ("AGREE", "no such mode", 2.5, 1), ("CONCEDE", None, 4.5, 1),
    ],
)  # fmt: skip
def test_plover(type_: PloverType, mode: str | None, score: float, quad_: int) -> None:
    assert (intensity(type_, mode), quad(type_)) == (score, quad_)


@pytest.mark.parametrize(("code", "score", "quad_"), [("112", -2.0, 3), ("043", 2.8, 1), ("190", -10.0, 4), ("0199", 3.4, 1)])
def test_cameo(code: str, score: float, quad_: int) -> None:
    assert (goldstein(code), cameo_quad(code)) == (score, quad_)


def test_the_lists_are_whole() -> None:
    assert len(cameo_codes()) == 311
    assert len(contexts()) == 35
    assert sum(len(modes(type_)) for type_ in get_args(PloverType)) == 66

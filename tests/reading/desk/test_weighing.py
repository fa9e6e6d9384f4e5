"""Weights that are learnt: traits come to points, points to shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.desk import Scale, logit

TRAITS = st.dictionaries(st.sampled_from(["heard", "ruled", "no such trait"]), st.floats(-50, 50))


@pytest.fixture
def scale() -> Scale:
    made = Scale("nowhere")
    made.weights = {"side": {"bias": -1.0, "heard": 0.5, "ruled": 2.0}}
    return made


def test_traits_come_to_points(scale: Scale) -> None:
    assert scale.points("side", {}) == -1
    assert scale.points("side", {"heard": 2, "ruled": 1, "no such trait": 9}) == 2
    assert scale.share("side", {"heard": 2}) == 0.5


@given(traits=TRAITS)
def test_shares_are_shares(traits: dict[str, float]) -> None:
    made = Scale("nowhere")
    made.weights = {"side": {"heard": 0.5, "ruled": 2.0}}
    assert 0 <= made.share("side", traits) <= 1
    both = made.shares("side", {"yes": traits, "no": {}})
    assert sum(both.values()) == pytest.approx(1)
    assert both["yes"] >= both["no"] or made.points("side", traits) < 0


def test_weights_are_read_from_knowledge() -> None:
    assert Scale("meetings/weights").weights["side"]["heard"] > 0


def test_likelihoods_in_logits_are_bounded() -> None:
    assert (logit(0.5), logit(0.0), logit(1.0)) == (0, -6, 6)

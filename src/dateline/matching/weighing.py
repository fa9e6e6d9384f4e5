"""What a sign of one occasion, or of two, is worth: weights of traits, learnt on pairs of reports (`training/matching`)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.knowledge.occasions import weights_of_pairs

__all__ = ["BIAS", "Sign", "Traits", "weighed"]

BIAS = "bias"
"""What two reports that share a key and a day come to before anything is compared."""

Traits = Mapping[str, float]
"""Trait -> how much of it there is."""


class Sign(NamedTuple):
    """One thing that two reports have in common, or not: in words, and as traits."""

    words: str
    traits: Traits


def weighed(signs: Iterable[Sign]) -> tuple[tuple[str, float], ...]:
    """Signs in words, each with what its traits come to in logits; those that make no difference are left out."""
    known = weights_of_pairs()
    found = []
    for words, traits in signs:
        worth = 0.0
        for name, value in traits.items():
            if value and name in known:
                worth += known[name] * value
        if worth:
            found.append((words, round(worth, 2)))
    return tuple(found)

"""A small network that is learnt: hashed traits and word vectors go to hidden units, and these to classes; numpy runs it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

__all__ = ["BUCKETS", "WIDTH", "Features", "Floats", "Network", "bucket", "learnt_network", "mean_vector"]

Floats = NDArray[np.float32]

WIDTH = 300
"""Numbers of a word vector."""

BUCKETS = 1 << 13
"""Numbers of hashed traits."""


@dataclass(frozen=True, eq=False)
class Features:
    """What a network knows of one case: numbers of hashed traits with their weights, and the vectors of its zones."""

    traits: NDArray[np.int64]
    weights: Floats
    zones: Floats

    @classmethod
    def of(cls, traits: Mapping[int, float], zones: Floats) -> "Features":
        """The features of these traits, by bucket, and zones."""
        numbers, weights = np.fromiter(traits, np.int64, len(traits)), np.fromiter(traits.values(), np.float32, len(traits))
        return cls(numbers, weights, zones)


@dataclass(frozen=True, eq=False)
class Network:
    """What was learnt: a layer from traits and vectors to hidden units, and one from these to the classes."""

    classes: tuple[str, ...]
    traits: Floats
    zones: Floats
    hidden_bias: Floats
    output: Floats
    bias: Floats

    def shares(self, seen: Features) -> Floats:
        """The share of each class."""
        hidden = self.hidden_bias + seen.weights @ self.traits[seen.traits] + seen.zones.ravel() @ self.zones
        logits = self.bias + np.maximum(hidden, 0.0) @ self.output
        odds = np.exp(logits - logits.max())
        return cast(Floats, odds / odds.sum())


@cache
def learnt_network(name: str) -> Network:
    """A network of the package (`knowledge/NAME.npz`), read once a process; stored in eight bits with one step a column."""
    with files("dateline.knowledge").joinpath(f"{name}.npz").open("rb") as source:
        stored: Any = np.load(source, allow_pickle=False)
        tables = {each: stored[each].astype(np.float32) * stored[f"{each}_step"] for each in ("traits", "zones", "output")}
        return Network(
            classes=tuple(str(each) for each in stored["classes"]),
            hidden_bias=stored["hidden_bias"],
            bias=stored["bias"],
            **tables,
        )


def bucket(kind: int, words: int) -> int:
    """The bucket of a trait: a kind of trait and the number of a string, mixed."""
    mixed = (words ^ (kind * 0x9E3779B97F4A7C15)) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    return (mixed >> 40) % BUCKETS


def mean_vector(vocab: Vocab, words: Iterable[tuple[tuple[int, ...], float]]) -> Floats:
    """The weighted mean vector of words, of length one; zeros where none is known.

    A word is the numbers of its spellings, the first of which that has a vector counts, and a weight.
    """
    data, rows = vocab.vectors.data, vocab.vectors.key2row
    known = [
        (row, weight)
        for spellings, weight in words
        if (row := next((rows[each] for each in spellings if each in rows), None)) is not None
    ]
    if not known or data.shape[1] != WIDTH:
        return np.zeros(WIDTH, np.float32)
    found, weights = zip(*known, strict=True)
    mean = np.asarray(weights, np.float32) @ data[list(found)]
    return cast(Floats, mean / (float(np.sqrt(mean @ mean)) or 1.0))

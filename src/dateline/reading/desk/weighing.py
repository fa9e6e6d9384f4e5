"""Witnesses weighed: what traits come to for a question, by weights learnt on stories (`training/encoder`)."""

from collections.abc import Mapping
from functools import cached_property
from math import exp, log
from typing import TypeVar

from dateline.knowledge.load import tables

__all__ = ["Scale", "Traits", "logit"]

Traits = dict[str, float]
"""What speaks for an answer, by name."""

T = TypeVar("T")
FARTHEST = 30.0
"""Logits beyond which nothing gets surer."""


class Scale:
    """The weights of a reader's questions, in logits, as the table `en/TOPIC.toml` gives them."""

    def __init__(self, topic: str) -> None:
        self.topic = topic

    @cached_property
    def weights(self) -> dict[str, dict[str, float]]:
        """Question -> trait -> weight."""
        return {what: dict(row) for what, row in tables(self.topic).items()}

    def points(self, what: str, traits: Mapping[str, float]) -> float:
        """What the traits come to."""
        known = self.weights[what]
        return known.get("bias", 0.0) + sum(known.get(name, 0.0) * value for name, value in traits.items())

    def share(self, what: str, traits: Mapping[str, float]) -> float:
        """How likely the answer to a question of yes or no is yes."""
        return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, self.points(what, traits)))))

    def shares(self, what: str, answers: Mapping[T, Mapping[str, float]]) -> dict[T, float]:
        """How likely each of several answers is, of which one is right."""
        raised = {answer: exp(self.points(what, traits)) for answer, traits in answers.items()}
        return {answer: value / sum(raised.values()) for answer, value in raised.items()}


def logit(likely: float) -> float:
    """A likelihood as logits, within bounds."""
    return max(-6.0, min(6.0, log(max(likely, 1e-6) / max(1 - likely, 1e-6))))

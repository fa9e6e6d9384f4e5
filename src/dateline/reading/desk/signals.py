"""What the encoder says of a story: shares and likelihoods by word, and between words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from dateline.model.entry import MeetingKind, StatementKind, Status
from dateline.reading.desk.story import Sentence

__all__ = ["Around", "Key", "Role", "Signals", "Tag", "softmax", "statuses"]

Role = Literal["party", "person", "time", "place", "same"]
ROLES: tuple[Role, ...] = get_args(Role)
Relation = Literal["target", "speaker"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
Tag = Literal["content", "cue", "source", "target"]
TAGS: tuple[Tag, ...] = get_args(Tag)
MEETINGS: tuple[MeetingKind, ...] = ("talks", "summit", "council", "visit", "call", "negotiation", "conference", "other")
STATUSES: tuple[Status, ...] = (
    "proposed", "scheduled", "confirmed", "ongoing", "held", "suspended", "postponed", "cancelled", "refused",
)  # fmt: skip
KINDS: tuple[StatementKind, ...] = (
    "assert", "announce", "confirm", "deny", "accuse", "condemn", "praise", "demand", "propose", "promise", "threaten", "warn",
    "condition", "agree", "reject",
)  # fmt: skip


def statuses(shares: "Numbers") -> dict[Status, float]:
    """Shares by status."""
    return dict(zip(STATUSES, map(float, shares), strict=True))


Numbers = NDArray[np.float32]
Key = tuple[int, int]
"""The number of a sentence in its story and the index of a token in its paragraph."""


@dataclass(frozen=True, eq=False)
class Around:
    """What is around a mention of a meeting: how likely each word near it stands in each role, and shares of its statuses."""

    roles: dict[Key, Numbers] = field(default_factory=dict)
    statuses: dict[Status, float] = field(default_factory=dict)

    def likely(self, role: Role, key: Key) -> float:
        """How likely a word names one of its parties or persons, its time or place, or the same meeting."""
        found = self.roles.get(key)
        return 0.0 if found is None else float(found[ROLES.index(role)])


@dataclass(frozen=True, eq=False)
class Signals:
    """What one pass over a story says.

    `mentions[key]` is how likely each kind of meeting is mentioned at a word, "none" first; `kinds` are points of the kinds of
    statement, `tags` how likely a word is of content, cue, source or target of one; `asks` and `answers` are vectors of each
    relation, whose product says how likely two words stand in it. `again` reads once more around mentions.
    """

    mentions: dict[Key, Numbers] = field(default_factory=dict)
    kinds: dict[Key, Numbers] = field(default_factory=dict)
    tags: dict[Key, Numbers] = field(default_factory=dict)
    asks: dict[Key, Numbers] = field(default_factory=dict)
    answers: dict[Key, Numbers] = field(default_factory=dict)
    again: Callable[[Sequence[Key]], list["Around"]] = field(default=lambda keys: [Around() for _ in keys])
    bias: Numbers = field(default_factory=lambda: np.zeros(len(RELATIONS), np.float32))

    def mentioned(self, sentence: Sentence, least: float) -> Iterator[tuple[int, float]]:
        """(token, likelihood) of the words of a sentence that mention a meeting with at least that likelihood."""
        for token in sentence.tokens:
            found = self.mentions.get((sentence.number, token.i))
            if found is not None and 1 - float(found[0]) >= least:
                yield token.i, 1 - float(found[0])

    def likelihood(self, sentence: Sentence, token: int) -> float:
        """How likely a word mentions a meeting."""
        found = self.mentions.get((sentence.number, token))
        return 0.0 if found is None else 1 - float(found[0])

    def kind(self, sentence: Sentence, token: int) -> MeetingKind:
        """The likeliest kind of the meeting mentioned at a word."""
        return MEETINGS[int(np.argmax(self.mentions[sentence.number, token][1:]))]

    def around(self, keys: Sequence[Key]) -> list["Around"]:
        """What a second pass says of each of these mentions, by their words."""
        return self.again(keys) if keys else []

    def statement(self, words: list[Key]) -> dict[StatementKind, float]:
        """Shares of the kinds of a statement with these words of content and cue."""
        found = [self.kinds[key] for key in words if key in self.kinds]
        return dict(zip(KINDS, map(float, softmax(np.mean(found, axis=0))), strict=True)) if found else {}

    def tagged(self, tag: Tag, key: Key) -> float:
        """How likely a word is of the content, cue, source or target of a statement."""
        found = self.tags.get(key)
        return 0.0 if found is None else float(found[TAGS.index(tag)])

    def related(self, relation: Relation, one: Key, other: Key) -> float:
        """How likely the word `other` stands in the relation to the word `one`."""
        if one not in self.asks or other not in self.answers:
            return 0.0
        number = RELATIONS.index(relation)
        width = len(self.asks[one]) // len(RELATIONS)
        cut = slice(number * width, (number + 1) * width)
        points = float(self.asks[one][cut] @ self.answers[other][cut]) / width**0.5 + float(self.bias[number])
        return float(1 / (1 + np.exp(-points)))


def softmax(logits: Numbers) -> Numbers:
    """Shares that sum to one."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Numbers = raised / raised.sum(axis=-1, keepdims=True)
    return shares

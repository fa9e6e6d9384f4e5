"""The same story told twice: what two texts share, and what the later one is to the earlier one."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = ["Member", "Overlap", "Share", "Twin", "TwinKind"]

TwinKind = Literal["copy", "excerpt", "update"]
"""A carrying of the same words (edited or not), a part of them, or a later version that adds or corrects."""


@dataclass(frozen=True)
class Overlap:
    """What two texts that tell one story share.

    `one` and `other` are the shares of each one's words that stand in the other; `head` tells that they have one title or
    beginning; `newer` which of them calls itself the newer version: -1 the one, 1 the other, 0 neither. `longer` is
    positive where the other has more words.
    """

    one: float
    other: float
    head: bool = False
    newer: int = 0
    longer: int = 0

    @property
    def share(self) -> float:
        """How much of the one that is more part of the other stands there."""
        return max(self.one, self.other)

    @property
    def turned(self) -> "Overlap":
        """The same, seen from the other text."""
        return Overlap(self.other, self.one, self.head, -self.newer, -self.longer)


@dataclass(frozen=True)
class Twin:
    """A story among others: the first of those that tell the same (None for that one itself), and what it is to it."""

    id: str
    twin_of: str | None = None
    kind: TwinKind | None = None
    overlap: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Member:
    """A text among those of one story: who carried it first, which text is read for it, did people judge what it says?"""

    text: str
    read_as: str
    story: str
    words: int
    day: date | None
    document: str
    source: str | None
    is_read: bool
    judged: bool

    @property
    def rank(self) -> tuple[bool, date, int, str]:
        """The one to be read first: what people have judged stays, then the first published, of one day the longest."""
        return not self.judged, self.day or date.max, -self.words, self.text


@dataclass(frozen=True)
class Share:
    """Two texts and what they share."""

    one: str
    other: str
    overlap: Overlap

"""What there is to reckon from, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dateline.model.when import TimexType
from dateline.reading.times.calendar import Period
from dateline.reading.times.direction import Direction

__all__ = ["Anchors", "Ask", "Resolved", "side"]

Ask = Callable[[], Direction]
"""Asks grammar on which side of the anchor an expression lies."""


@dataclass(frozen=True)
class Anchors:
    """What there is to reckon from: the day of the story, the time last spoken of, whether the text tells history, and then
    the time that the tale has reached; and the quarter reported on, if a report on one is near."""

    day: date | None
    ref: Period | None = None
    history: bool = False
    tale: Period | None = None
    quarter: Period | None = None

    def of(self, kind: str | None) -> date | None:
        """The day that an expression of that anchor is reckoned from."""
        if kind == "ref" or (kind != "day" and self.history) or (kind == "now" and self.history):
            return self.ref.first if self.ref and self.ref.first else self.day
        return self.day


@dataclass(frozen=True)
class Resolved:
    """A sense resolved: type, value, modifiers, its period, and the assumptions that were needed."""

    type: TimexType
    value: str
    period: Period | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    assumed: tuple[str, ...] = ()


def side(direction: Ask, notes: list[str]) -> int:
    """The side that grammar puts an expression on, twice as much where tense says so plainly; its rule is noted."""
    found = direction()
    if found.side:
        notes.append(found.rule)
    return found.side * (2 if found.strong else 1)

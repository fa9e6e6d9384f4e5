"""One clue to the day of a story."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dateline.model.evidence import Evidence

__all__ = ["Clue", "ClueKind"]

ClueKind = Literal[
    "lead", "fact", "weekday", "saying", "month", "year", "future year", "dated month", "relative", "within month",
    "term", "thing", "person", "counted", "season",
]  # fmt: skip


@dataclass(frozen=True)
class Clue:
    """One clue: its kind, the side grammar puts it on, the fields of the date it names, and its evidence.

    `day` is a full date, `month`/`monthday`/`weekday`/`year` what is named of it, `unit` and `shift` a relative phrase,
    `terms` the terms of office that hold, `about` the nouns of what happens then, `quoted` that somebody else's words say it,
    `proved` that a finite verb of the past governs it outside of quotations, `opens` that the story opens with it. A happening
    `fades`; `everywhere` are the places where a thing stands. `peak` is the day that something counted points at.
    """

    kind: ClueKind
    evidence: Evidence
    side: int = 0
    strong: bool = False
    day: date | None = None
    year: int | None = None
    month: int | None = None
    monthday: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int | None = None
    terms: tuple[tuple[date, date | None], ...] = field(default=())
    about: frozenset[str] = frozenset()
    quoted: bool = False
    proved: bool = False
    opens: bool = False
    fades: float | None = None
    everywhere: tuple[tuple[int, int], ...] = ()
    peak: date | None = None

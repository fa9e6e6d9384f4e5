"""What people decide of entries: confirmed, rejected, corrected, the same or not the same, and what they know themselves.

A `Judgement` is fastened to reports by `Anchor`s that name the words it is about, so that it holds when the same text is
read again by newer rules. It is never rewritten; undoing it leaves it in the log.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.model.evidence import Span
from dateline.model.text import digest

__all__ = ["FIELDS", "Anchor", "Judgement", "Ruling", "Verb"]

Verb = Literal[
    "confirm", "reject", "correct", "same-as", "not-same", "meeting add", "meeting confirm", "meeting move", "meeting cancel"
]

FIELDS = (
    "status", "date", "place", "kind", "forum", "parties", "people", "level", "convener", "venue", "topic", "outcome",
    "title",
)  # fmt: skip
"""What of a meeting can be corrected."""


@dataclass(frozen=True)
class Anchor:
    """A report that a judgement is about: its id, its text, and its main words there."""

    report: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """A person's decision on a meeting or report (`one`), or on two of them (`one` and `other`)."""

    verb: Verb
    by: str
    at: datetime
    one: tuple[Anchor, ...]
    other: tuple[Anchor, ...] = ()
    field: str | None = None
    value: str | None = None
    note: str = ""
    undone_at: datetime | None = None
    undone_by: str | None = None

    @property
    def id(self) -> str:
        """Hash of what was decided, by whom and when."""
        reports = (anchor.report for anchor in (*self.one, *self.other))
        return digest("judgement", self.verb, self.field, self.value, self.by, self.at.isoformat(), self.note, *reports)

    @property
    def stands(self) -> bool:
        """Was it not undone?"""
        return self.undone_at is None


@dataclass(frozen=True)
class Ruling:
    """A judgement with the reports that it is about now; those may have been read anew since."""

    judgement: Judgement
    one: frozenset[str]
    other: frozenset[str]

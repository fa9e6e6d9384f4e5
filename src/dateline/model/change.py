"""What changed in the ledger between two moments, as values for views."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.model.agenda import AgendaRow, SourceLine
from dateline.model.judgement import Judgement
from dateline.model.party import Party
from dateline.model.watch import Watch

__all__ = ["Changed", "Changes", "Kind", "Ruled", "Turn"]

Kind = Literal[
    "new", "dated", "moved", "proposed", "scheduled", "confirmed", "ongoing", "held", "suspended", "postponed", "cancelled",
    "refused", "place", "parties", "contradicted", "withdrawn", "merged",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One thing that changed: from what to what, and the story or decision that brought it."""

    kind: Kind
    field: str
    before: str | None = None
    value: str | None = None
    quote: str = ""
    source: SourceLine | None = None
    decision: Judgement | None = None


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A meeting that changed, as it is now, with what changed."""

    row: AgendaRow
    turns: tuple[Turn, ...]


@dataclass(frozen=True, kw_only=True)
class Ruled:
    """A decision on a statement or event that was made or undone, and the main words of what it is about."""

    judgement: Judgement
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Changes:
    """All that changed between two moments, by the day of the meetings; what people decided of other entries is `ruled`."""

    since: datetime
    at: datetime
    rows: tuple[Changed, ...]
    names: dict[str, Party]
    watch: Watch | None = None
    ruled: tuple[Ruled, ...] = ()

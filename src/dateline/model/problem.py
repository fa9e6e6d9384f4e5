"""What could not be read, as a value: a document never stops a run, a run never hides a document."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.evidence import Span

__all__ = ["Problem", "Refusal", "Room", "UndecidedDate"]

Room = Literal["intake", "reading", "matching", "ledger", "app"]


@dataclass(frozen=True)
class Problem:
    """One trouble of one document: the room that met it, what it was and how to mend it, and where in the text."""

    room: Room
    what: str
    where: Span | None = None


@dataclass(frozen=True, kw_only=True)
class UndecidedDate(Problem):
    """A date in figures that can be read in several ways, as it stands in `words`: no date until its order is declared."""

    words: str


@dataclass(frozen=True)
class Refusal:
    """A story that never became a document: what the giver calls it (a file, a line's id, "line 7"), and why."""

    name: str
    problems: tuple[Problem, ...]

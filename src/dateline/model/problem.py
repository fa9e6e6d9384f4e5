"""What could not be read, as a value: a document never stops a run, a run never hides a document."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.evidence import Span

__all__ = ["Problem", "Room"]

Room = Literal["intake", "reading", "matching", "ledger", "app"]


@dataclass(frozen=True)
class Problem:
    """One trouble of one document: the room that met it, what it was and how to mend it, and where in the text."""

    room: Room
    what: str
    where: Span | None = None

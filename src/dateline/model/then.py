"""The two clocks by which the ledger is asked as of a moment."""

from dataclasses import dataclass
from datetime import date, datetime

__all__ = ["Then"]


@dataclass(frozen=True)
class Then:
    """A moment by both clocks: the last day whose stories are known, and when the ledger learnt of them at the latest; None
    where the ledger was not kept yet."""

    told: date
    learnt: datetime | None = None

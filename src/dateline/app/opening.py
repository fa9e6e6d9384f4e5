"""Opening a ledger, and its clock: all that is needed of keeping by those who only ask."""

from datetime import UTC, datetime

from dateline.ledger.database import open_ledger

__all__ = ["now", "open_ledger"]


def now() -> datetime:
    """The ledger's own clock."""
    return datetime.now(UTC)

"""A story, told once, and all the documents that carry it."""

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Carrier", "Story"]


@dataclass(frozen=True, kw_only=True)
class Carrier:
    """A document that carries a story; `published` is a day or a moment, as it was given."""

    document: str
    name: str
    source: str | None
    url: str | None
    published: str | None
    added_at: datetime


@dataclass(frozen=True, kw_only=True)
class Story:
    """A story: the words that were read for it, and its carriers, the first published first."""

    id: str
    title: str
    body: str
    carriers: tuple[Carrier, ...]

    @property
    def first_seen(self) -> datetime:
        """When the ledger learnt of it."""
        return min(carrier.added_at for carrier in self.carriers)

    @property
    def last_seen(self) -> datetime:
        """When the ledger learnt of its latest carrier."""
        return max(carrier.added_at for carrier in self.carriers)

"""A text, and one carrying of it.

A `Text` is known by the hash of its words; a `Document` is one carrying of a text by an outlet, at an address, on a day.
Neither ever changes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from dateline.model.evidence import Sourced
from dateline.model.problem import Problem
from dateline.model.text import Field, Text, digest

__all__ = ["Document", "Field", "Text", "digest"]


@dataclass(frozen=True, kw_only=True)
class Document:
    """One carrying of a text. `name` is what the giver calls it (a file, a line's id); `id` is ours.

    `dated_by` names the field that `published` was taken from ("feed: published", "page: JSON-LD"), None where the giver
    said it; `problems` are what was odd about the story when it was taken in; `wire` is the agency that wrote it.
    """

    name: str
    text: Text
    published: date | datetime | None = None
    source: str | None = None
    url: str | None = None
    origin: str | None = None
    language: str | None = None
    predecessor: str | None = None
    dated_by: str | None = None
    problems: tuple[Problem, ...] = ()
    wire: Sourced[str] | None = None

    @cached_property
    def id(self) -> str:
        """Hash of the text and of who carried it, where and when: the same carrying twice is one document."""
        published = self.published.isoformat() if self.published else None
        return digest(self.text.id, self.source, self.url, published)

    @property
    def day(self) -> date | None:
        """The calendar day of publication as given, in the zone it was given in."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

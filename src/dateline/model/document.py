"""A text, and one carrying of it.

A `Text` is known by the hash of its words; a `Document` is one carrying of a text by an outlet, at an address, on a day.
Neither ever changes. Offsets everywhere count code points in `Text.title` or `Text.body` as they were received.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dateline.model.evidence import Sourced
    from dateline.model.problem import Problem

__all__ = ["Document", "Field", "Text", "digest"]

Field = Literal["text", "title"]


def digest(*parts: str | None, length: int = 16) -> str:
    """A short stable name for what the parts say: hexadecimal, `length` digits of SHA-256 over the joined parts."""
    return sha256("\x1f".join("" if part is None else part for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[
        :length
    ]


@dataclass(frozen=True)
class Text:
    """The words of a story: a title (may be empty) and a body.

    >>> Text("Talks due", "Envoys meet.").field("title")
    'Talks due'
    """

    title: str
    body: str

    @cached_property
    def id(self) -> str:
        """Hash of the words; white space between them does not count."""
        return digest(" ".join(self.title.split()), " ".join(self.body.split()))

    def field(self, name: Field) -> str:
        """The whole of one field, as received."""
        return self.title if name == "title" else self.body


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
    problems: "tuple[Problem, ...]" = ()
    wire: "Sourced[str] | None" = None

    @cached_property
    def id(self) -> str:
        """Hash of the text and of who carried it, where and when: the same carrying twice is one document."""
        published = self.published.isoformat() if self.published else None
        return digest(self.text.id, self.source, self.url, published)

    @property
    def day(self) -> date | None:
        """The calendar day of publication as given, in the zone it was given in."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

"""The words of a story, and the names that are made of words.

A `Text` is known by the hash of its words and never changes. Offsets everywhere count code points in `Text.title` or
`Text.body` as they were received.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Literal

__all__ = ["Field", "Text", "digest"]

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

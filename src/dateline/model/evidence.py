"""Why we say what we say: grounds, evidence, and values that cannot be had without it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from dateline.model.text import Field, Text

__all__ = ["Decision", "Evidence", "Ground", "Sourced", "Span", "Stamp"]

T = TypeVar("T")


@dataclass(frozen=True, order=True)
class Span:
    """Words of a document: code points `[start, end)` of a field, and the words themselves."""

    field: Field
    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: Text, start: int, end: int, field: Field = "text") -> "Span":
        """The span of `text` at these offsets, quoting itself."""
        return cls(field, start, end, text.field(field)[start:end])

    def holds_in(self, text: Text) -> bool:
        """Does the text still say these words at this place?"""
        return 0 <= self.start <= self.end and text.field(self.field)[self.start : self.end] == self.quote

    def overlaps(self, other: "Span") -> bool:
        """Do the two share a character of the same field?"""
        return self.field == other.field and self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Does the other lie wholly inside this one?"""
        return self.field == other.field and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, order=True)
class Stamp:
    """A field of the document that is not its words, such as the publication date."""

    name: str
    value: str


@dataclass(frozen=True)
class Decision:
    """A person's word."""

    by: str
    at: datetime
    note: str = ""


Ground = Span | Stamp | Decision


@dataclass(frozen=True)
class Evidence:
    """A ground, the rule that read it, and the evidence that the rule itself rested on.

    `assumed` is true for a rule that supplies what the words leave open (the year of a bare "Jan. 12").
    """

    ground: Ground
    rule: str
    because: tuple["Evidence", ...] = ()
    assumed: bool = False

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "Evidence"]]:
        """This evidence and all beneath it, outermost first, each with its depth."""
        open_ = [(depth, self)]
        while open_:
            depth, evidence = open_.pop()
            yield depth, evidence
            open_ += [(depth + 1, reason) for reason in reversed(evidence.because)]


@dataclass(frozen=True)
class Sourced(Generic[T]):
    """A value and what it rests on. There is no value without evidence.

    >>> Sourced("RUS", ())
    Traceback (most recent call last):
    ValueError: a sourced value needs evidence: 'RUS'
    """

    value: T
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a sourced value needs evidence: {self.value!r}")

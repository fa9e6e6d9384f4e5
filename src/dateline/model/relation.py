"""Relations between parties: who belongs to what, stands with or against whom, holds which office, sits where, since when."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dateline.model.evidence import Decision, Sourced, Span
from dateline.model.text import digest
from dateline.model.when import When

__all__ = ["MUTUAL", "Relation", "RelationKind"]

RelationKind = Literal[
    "member", "candidate", "aspires", "ally", "dispute", "backs", "holds-office", "speaks-for", "seat", "founded"
]  # fmt: skip

MUTUAL: tuple[RelationKind, ...] = ("ally", "dispute")
"""Kinds of relation that are so from both sides."""


@dataclass(frozen=True, kw_only=True)
class Relation:
    """A lasting relation as one text states it, once, with all words that do; `text` is the id of the text.

    `source` is the party that has it, `target` the other one: the body joined, the ally, the side of an office, the city
    of a seat, the founder (None where nobody is named). `office` are the text's words for it. `from_` and `until` are
    the days in which it began and ended; an `until` that is open at its beginning says that it is over.
    """

    kind: Sourced[RelationKind]
    source: Sourced[str]
    text: str = ""
    target: Sourced[str] | None = None
    office: Sourced[str] | None = None
    from_: Sourced[When] | None = None
    until: Sourced[When] | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two statements of a relation the same one; an ally and a dispute are so from both sides."""
        source, target = self.source.value, self.target.value if self.target else ""
        if self.kind.value in MUTUAL:
            source, target = sorted((source, target))
        return self.kind.value, source, target, self.office.value if self.office else ""

    @cached_property
    def id(self) -> str:
        """Hash of text, kind of entry, and what makes the relation one: a text states each once."""
        return digest(self.text, "relation", *self.key)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that state it; of a kind that people corrected, those from which it was read."""
        given = self.kind.evidence
        read = (each for top in given for each in (top.because if isinstance(top.ground, Decision) else (top,)))
        return tuple(dict.fromkeys(each.ground for each in read if isinstance(each.ground, Span)))

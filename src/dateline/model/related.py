"""Relations as the ledger has them: each telling of one, with the words, the story and those who carry it."""

from dataclasses import dataclass
from datetime import date

from dateline.model.evidence import Span
from dateline.model.judgement import Judgement
from dateline.model.position import Carrier
from dateline.model.relation import RelationKind
from dateline.model.then import Then
from dateline.model.when import When

__all__ = ["Related", "RelationQuestion"]


@dataclass(frozen=True, kw_only=True)
class Related:
    """A relation that a story states.

    `source_side` and `target_side` are the states or bodies that its parties stand for, `from_` and `until` the days in which
    it began and ended, `words` those that state it, `sentence` the sentence in which they stand; `day` is that of the story,
    `carriers` come oldest first, `judgements` are what people decided of it.
    """

    id: str
    text: str
    ordinal: int
    kind: RelationKind
    source: str
    target: str | None = None
    source_side: str | None = None
    target_side: str | None = None
    office: str | None = None
    from_: When | None = None
    until: When | None = None
    words: Span | None = None
    sentence: str = ""
    day: date | None = None
    carriers: tuple[Carrier, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RelationQuestion:
    """What is asked of relations, now or as of a moment. Several parties: any of them. `first` and `last` bound the days of the
    stories that state them."""

    parties: tuple[str, ...] = ()
    kinds: tuple[RelationKind, ...] = ()
    first: date | None = None
    last: date | None = None
    then: Then | None = None

    def is_met_by(self, row: Related) -> bool:
        """Is it one of the relations asked for, as far as its values decide that (not when it was known)?"""
        if self.parties and not {row.source, row.target, row.source_side, row.target_side}.intersection(self.parties):
            return False
        if self.kinds and row.kind not in self.kinds:
            return False
        if row.day is None:
            return self.first is None and self.last is None
        return (self.first is None or row.day >= self.first) and (self.last is None or row.day <= self.last)

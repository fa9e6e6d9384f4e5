"""What people decide of entries: confirmed, rejected, corrected, the same or not the same, and what they know themselves.

A `Judgement` is fastened to entries (reports of meetings, statements, events, relations) by `Anchor`s that name the words it
is about, so that it holds when the same text is read again by newer rules. It is never rewritten; undoing it leaves it in the
log.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.model.evidence import Span
from dateline.model.relation import MUTUAL
from dateline.model.text import digest

__all__ = [
    "FIELDS", "FIELDS_OF", "ORIGIN", "Anchor", "AnchorKind", "Judgement", "Ruling", "Verb", "corrected_marks", "is_rejected",
    "named_speaker", "relation_mark", "speaker_mark", "succeeds",
]  # fmt: skip

ORIGIN = "a decision"
"""Origin of the documents that hold what people add; they are compared with no others."""

Verb = Literal[
    "confirm", "reject", "correct", "same-as", "not-same", "meeting add", "meeting confirm", "meeting move", "meeting cancel"
]

FIELDS = (
    "status", "date", "place", "kind", "forum", "parties", "people", "level", "convener", "venue", "topic", "outcome",
    "title",
)  # fmt: skip
"""What of a meeting can be corrected."""

AnchorKind = Literal["report", "statement", "event", "relation"]

FIELDS_OF: Mapping[AnchorKind, tuple[str, ...]] = {
    "report": FIELDS,
    "statement": ("speaker", "of", "kind", "target", "said"),
    "event": ("actors", "recipients", "type", "mode", "cameo", "date", "status"),
    "relation": ("kind", "source", "target", "office", "from", "until"),
}
"""What of an entry can be corrected."""


@dataclass(frozen=True)
class Anchor:
    """An entry that a judgement is about: its id (`report`, whatever its kind), its text, and its main words there.

    `speaker` is the mark of who makes a statement, since two may say the same words; `relation` that of a relation, since
    the same words may state several.
    """

    report: str
    text: str
    span: Span | None = None
    kind: AnchorKind = "report"
    speaker: str | None = None
    relation: str | None = None


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """A person's decision on a meeting or report (`one`), or on two of them (`one` and `other`)."""

    verb: Verb
    by: str
    at: datetime
    one: tuple[Anchor, ...]
    other: tuple[Anchor, ...] = ()
    field: str | None = None
    value: str | None = None
    note: str = ""
    undone_at: datetime | None = None
    undone_by: str | None = None

    @property
    def id(self) -> str:
        """Hash of what was decided, by whom and when."""
        reports = (anchor.report for anchor in (*self.one, *self.other))
        return digest("judgement", self.verb, self.field, self.value, self.by, self.at.isoformat(), self.note, *reports)

    @property
    def kind(self) -> AnchorKind:
        """What it is about; a judgement on meetings is one on their reports."""
        return self.one[0].kind if self.one else "report"

    @property
    def stands(self) -> bool:
        """Was it not undone?"""
        return self.undone_at is None


@dataclass(frozen=True)
class Ruling:
    """A judgement with the entries that it is about now; those may have been read anew since."""

    judgement: Judgement
    one: frozenset[str]
    other: frozenset[str]


def is_rejected(judgements: Sequence[Judgement]) -> bool:
    """Did people reject an entry, and stand by it at no later time? What they decided comes oldest first."""
    return bool(judgements) and judgements[-1].verb == "reject"


def speaker_mark(speaker: str) -> str:
    """What a log without words of stories has of a speaker."""
    return digest("speaker", speaker)


def named_speaker(value: str) -> tuple[str, str | None]:
    """A speaker as a judgement names one: an id, or a person with whom he or she speaks for.

    >>> named_speaker("Ana Lopes (PRT)"), named_speaker("RUS:Foreign Ministry")
    (('Ana Lopes', 'PRT'), ('RUS:Foreign Ministry', None))
    """
    name, _, of = value.partition("(")
    return name.strip(), of.rstrip(") ").strip() or None


def relation_mark(kind: str, source: str, target: str | None) -> str:
    """What a log without words of stories has of a relation: its kind, and the marks of those between whom it is."""
    return " ".join((kind, speaker_mark(source), speaker_mark(target or "")))


def corrected_marks(judgements: Sequence[Judgement]) -> tuple[frozenset[str], ...]:
    """What people made of the kind, the source and the target of a relation, as its mark has them."""
    found: dict[str, set[str]] = {"kind": set(), "source": set(), "target": set()}
    for each in judgements:
        if each.verb == "correct" and each.field in found:
            value = each.value or ""
            found[each.field].add(value if each.field == "kind" else speaker_mark(named_speaker(value)[0]))
    return tuple(frozenset(values) for values in found.values())


def succeeds(mark: str, former: str, corrected: Sequence[frozenset[str]] = ()) -> bool:
    """Is a relation of this mark the former one, or what people made of it?"""
    kind, *ends = mark.split()
    given = corrected or (frozenset(),) * 3
    known = [{was} | more for was, more in zip(former.split(), given, strict=True)]
    orders = (ends, ends[::-1]) if kind in MUTUAL else (ends,)
    return any(all(now in each for now, each in zip((kind, *order), known, strict=True)) for order in orders)

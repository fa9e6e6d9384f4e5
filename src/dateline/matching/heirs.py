"""A text that is read again: which new report takes the place of an older one."""

from collections.abc import Collection, Sequence

from dateline.model.entry import Meeting, Statement
from dateline.model.event import Event
from dateline.model.judgement import Judgement, corrected_marks, relation_mark, succeeds
from dateline.model.relation import Relation

__all__ = ["has_heir", "heir_of", "is_told_again"]


def heir_of(meeting: Meeting, new: Sequence[Meeting]) -> str | None:
    """The report that has the same words, or shares some of its main ones."""
    if any(other.id == meeting.id for other in new):
        return meeting.id
    main = meeting.spans[0]
    return next((other.id for other in new if any(span.overlaps(main) for span in other.spans)), None)


def has_heir(entry: Statement | Event, new: Sequence[Statement | Event], speakers: Collection[str] = ()) -> bool:
    """Is it read again, or something of its words: a statement by the same speaker, or by one whom people named in place of
    it?"""
    if isinstance(entry, Event):
        return any(isinstance(other, Event) and other.trigger.overlaps(entry.trigger) for other in new)
    said = [other for other in new if isinstance(other, Statement) and other.content[0].overlaps(entry.content[0])]
    return any(other.speaker.value in {entry.speaker.value, *speakers} for other in said)


def is_told_again(relation: Relation, new: Sequence[Relation], judgements: Sequence[Judgement]) -> bool:
    """Is it read again anywhere in its text, or in the same words that which people made of it?"""
    former, corrected = mark(relation), corrected_marks(judgements)
    return any(
        other.id == relation.id
        or (
            succeeds(mark(other), former, corrected) and any(one.overlaps(two) for one in other.spans for two in relation.spans)
        )
        for other in new
    )


def mark(relation: Relation) -> str:
    """The mark of a relation."""
    target = relation.target.value if relation.target else None
    return relation_mark(relation.kind.value, relation.source.value, target)

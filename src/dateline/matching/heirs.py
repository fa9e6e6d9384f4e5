"""A text that is read again: which new report takes the place of an older one."""

from collections.abc import Collection, Sequence

from dateline.model.entry import Meeting, Statement
from dateline.model.event import Event

__all__ = ["has_heir", "heir_of"]


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

"""A text that is read again: which new report takes the place of an older one."""

from collections.abc import Sequence

from dateline.model.entry import Meeting

__all__ = ["heir_of"]


def heir_of(meeting: Meeting, new: Sequence[Meeting]) -> str | None:
    """The report that has the same words, or shares some of its main ones."""
    if any(other.id == meeting.id for other in new):
        return meeting.id
    main = meeting.spans[0]
    return next((other.id for other in new if any(span.overlaps(main) for span in other.spans)), None)

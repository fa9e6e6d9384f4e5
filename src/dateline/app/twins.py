"""Stories side by side: which of them tell the same."""

from collections.abc import Iterable, Iterator
from contextlib import closing

from dateline.intake.twins import Shelf, place, twins
from dateline.model.document import Document
from dateline.model.problem import Refusal
from dateline.model.twin import Twin

__all__ = ["same_stories"]


def same_stories(stories: Iterable[Document | Refusal]) -> Iterator[Twin | Refusal]:
    """Each story in its order, with the first of those that tell the same; what is none comes through as it is.

    All are looked at before the first is given, since the one that was published first may come last.
    """
    refused: dict[int, list[Refusal]] = {}
    count = 0
    with closing(Shelf()) as shelf:
        for story in stories:
            if isinstance(story, Refusal):
                refused.setdefault(count, []).append(story)
            else:
                place(shelf, story)
                count += 1
        for number, twin in enumerate(twins(shelf)):
            yield from refused.pop(number, ())
            yield twin
        yield from refused.pop(count, ())

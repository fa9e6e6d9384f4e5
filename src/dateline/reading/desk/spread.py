"""What lies spread over a text, each value on its own stretch: found again by the stretch it shares characters with."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from dateline.model.evidence import Span
from dateline.model.text import Field

__all__ = ["Spread"]

T = TypeVar("T")

STRIP = 512
"""Characters of the strips into which the text is divided."""


class Spread(Generic[T]):
    """Values on stretches of a document. To look one up costs what lies near it, however much lies elsewhere."""

    def __init__(self, laid: Iterable[tuple[Field, int, int, T]] = ()) -> None:
        self._laid: list[tuple[int, int, T]] = []
        self._strips: defaultdict[tuple[Field, int], list[int]] = defaultdict(list)
        for field, start, end, value in laid:
            self.lay(field, start, end, value)

    def lay(self, field: Field, start: int, end: int, value: T) -> None:
        """Put a value on the code points `[start, end)` of a field."""
        for strip in strips(start, end):
            self._strips[field, strip].append(len(self._laid))
        self._laid.append((start, end, value))

    def over(self, field: Field, start: int, end: int) -> list[T]:
        """The values that share a character with these code points, in the order in which they were laid."""
        near = sorted({number for strip in strips(start, end) for number in self._strips.get((field, strip), ())})
        found = (self._laid[number] for number in near)
        return [value for begin, stop, value in found if begin < end and start < stop]

    def on(self, span: Span) -> list[T]:
        """The values that share a character with the span, in the order in which they were laid."""
        return self.over(span.field, span.start, span.end)


def strips(start: int, end: int) -> range:
    """The numbers of the strips that a stretch touches."""
    return range(start // STRIP, (end - 1) // STRIP + 1) if start < end else range(0)

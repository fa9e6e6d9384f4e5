"""The numbered quotes of a brief: every sentence that something rests on, quoted once."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.document import Text
from dateline.model.evidence import Span
from dateline.model.sentence import sentence_around

__all__ = ["Quote", "Sources"]


@dataclass(frozen=True)
class Quote:
    """A numbered source: the words and where they stand."""

    number: int
    span: Span


class Sources:
    """Numbers the sentences that are cited, in the order in which they are."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.cited: dict[Span, int] = {}

    def cite(self, span: Span) -> int:
        """The number of the sentence that a span stands in, new or as cited before."""
        whole = sentence_around(self.text, span)
        return self.cited.setdefault(whole, len(self.cited) + 1)

    def cite_all(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """The numbers of several spans, each once."""
        return tuple(dict.fromkeys(self.cite(span) for span in spans))

    def quotes(self) -> tuple[Quote, ...]:
        """All that was cited, by number."""
        return tuple(Quote(number, span) for span, number in self.cited.items())

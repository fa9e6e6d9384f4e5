"""Words in their sentences, marked: what a reader needs to see beside a value."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dateline.model.document import Field, Text
from dateline.model.evidence import Span
from dateline.model.sentence import sentence_around
from dateline.views.outward import on_a_line

__all__ = ["Words", "excerpts", "highlighted"]


@dataclass(frozen=True)
class Words:
    """A piece of a sentence, and whether it is what the sentence is shown for."""

    words: str
    marked: bool


def excerpts(text: Text, spans: Iterable[Span]) -> list[list[Words]]:
    """The sentences that some words stand in, in the order of the text, each once, cut into pieces.

    >>> story = Text("", "It rained. They met in Oslo on Monday. So it was.")
    >>> [[piece.words for piece in each] for each in excerpts(story, [Span.of(story, 16, 19)])]
    [['They ', 'met', ' in Oslo on Monday.']]
    """
    known = [span for span in spans if span.holds_in(text)]
    sentences = {sentence_around(text, span) for span in known}
    joined: list[Span] = []
    for each in sorted(sentences, key=lambda each: (each.field != "title", each.start, each.end)):
        if joined and joined[-1].overlaps(each):
            last = joined.pop()
            joined.append(Span.of(text, last.start, max(last.end, each.end), last.field))
        else:
            joined.append(each)
    return [cut(text, each.field, each.start, each.end, [span for span in known if each.covers(span)]) for each in joined]


def cut(text: Text, field: Field, start: int, end: int, spans: list[Span]) -> list[Words]:
    """The words between two places, cut where marked ones begin and end."""
    edges = sorted({start, end, *(edge for span in spans for edge in (span.start, span.end))})
    return [
        Words(on_a_line(text.field(field)[low:high]), any(span.start <= low and high <= span.end for span in spans))
        for low, high in pairwise(edges)
    ]


def highlighted(words: str, found: Iterable[tuple[int, int]]) -> list[Words]:
    """A line with some stretches of it marked.

    >>> [(each.words, each.marked) for each in highlighted("grain exports", [(0, 5)])]
    [('grain', True), (' exports', False)]
    """
    marks = list(found)
    edges = sorted({0, len(words), *(edge for mark in marks for edge in mark)})
    return [
        Words(on_a_line(words[low:high]), any(start <= low and high <= end for start, end in marks))
        for low, high in pairwise(edges)
    ]

"""The sentence that some words stand in, found by stops and capitals alone."""

import re

from dateline.model.evidence import Span
from dateline.model.text import Text

__all__ = ["sentence_around"]

LONGEST = 400
"""Code points up to which a whole sentence is quoted; of a longer one only the words themselves."""

STOP = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*\n")
ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mrs?|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Adm|Amb|St|No|vs))\.$"
)


def sentence_around(text: Text, span: Span) -> Span:
    """The sentence, or the sentences, that a span stands in; the span itself where that is too much to quote.

    >>> story = Text("", "It is so. On Jan. 12 they met. So he said.")
    >>> sentence_around(story, Span.of(story, 13, 20)).quote
    'On Jan. 12 they met.'
    """
    words = text.field(span.field)
    start, end = edges(words, span.start, span.end)
    return Span.of(text, start, end, span.field) if end - start <= LONGEST else span


def edges(words: str, first: int, last: int) -> tuple[int, int]:
    """Where the sentence starts that holds `first`, and where that ends which holds the code point before `last`."""
    low, high = max(0, first - 2 * LONGEST), min(len(words), last + 2 * LONGEST)
    start, end = low, high
    for match in STOP.finditer(words, low, high):
        if ABBREVIATION.search(words, max(low, match.start() - 6), match.start()):
            continue
        if match.end() <= first:
            start = match.end()
        elif match.start() >= last - 1:
            end = match.end()
            break
    piece = words[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())

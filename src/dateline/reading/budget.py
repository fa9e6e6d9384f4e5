"""How much is read of a story, far beyond what news has; what lies beyond is cut or left unread, and a problem says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from dateline.model.document import Document, Field
from dateline.model.evidence import Span
from dateline.model.problem import Problem

__all__ = ["BUDGET", "Budget", "in_pieces", "runs", "too_long", "unread_readers", "unread_rest", "was_cut"]

LONGEST_RUN = re.compile(r"\S{200}(?=\S)")
"""The tokenizer takes the square of the signs that stand without a blank between them."""


@dataclass(frozen=True)
class Budget:
    """The tokens of a sentence beyond which it is cut, the sentences and tokens of a story that are read, and the seconds of
    processor time after which no further reader of a story starts.

    The longest sentences of news have 150 tokens; its longest stories 2,000 sentences of 25,000 tokens, read in 15 seconds.
    """

    sentence: int = 400
    sentences: int = 10_000
    tokens: int = 80_000
    seconds: float = 600.0


BUDGET = Budget()
SHOWN = 80
"""Characters of what is left unread that its problem quotes."""


def runs(text: str) -> list[str]:
    """The text in pieces, cut only where more signs follow each other without a blank than in any word."""
    ends = [match.end() for match in LONGEST_RUN.finditer(text)]
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def too_long(doc: Doc, most: int) -> list[TokenSpan]:
    """The sentences of a paragraph that have more tokens."""
    return [sentence for sentence in doc.sents if len(sentence) > most] if len(doc) > most else []


def in_pieces(doc: Doc, sentences: Sequence[TokenSpan], most: int) -> Doc:
    """The same paragraph, to be parsed again, with these sentences cut into pieces that have no more tokens."""
    starts = {sentence.start for sentence in doc.sents}.union(*(cuts(sentence, most) for sentence in sentences))
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        sent_starts=[True if token.i in starts else None for token in doc],
    )


def cuts(sentence: TokenSpan, most: int) -> Iterator[int]:
    """Where the pieces of a sentence start: behind the last mark in the second half of so many tokens, else behind them."""
    start, doc = sentence.start, sentence.doc
    while sentence.end - start > most:
        end = start + most
        start = next((number + 1 for number in range(end - 1, end - most // 2 - 1, -1) if doc[number].is_punct), end)
        yield start


# ---- what is said about it ---------------------------------------------------------------------


def was_cut(document: Document, field: Field, offset: int, sentence: TokenSpan, most: int) -> Problem:
    """That a sentence was read in pieces; the paragraph starts at `offset` of the field."""
    last = sentence[min(most, len(sentence)) - 1]
    where = Span.of(document.text, offset + sentence.start_char, offset + last.idx + len(last), field)
    return Problem("reading", f"a sentence of {len(sentence):,} words: read in pieces of {most:,} at most", where)


def unread_rest(document: Document, field: Field, start: int, most: int, what: str) -> Problem:
    """That a story is not read from that code point on, for it has more than so many sentences or tokens before."""
    told = f"more than {most:,} {what}: nothing is read from character {start:,} of the {field} on"
    return Problem("reading", told, Span.of(document.text, start, start + SHOWN, field))


def unread_readers(names: Sequence[str], seconds: float) -> Problem:
    """That the time was up before these readers had started."""
    return Problem("reading", f"not read in {seconds:,g} seconds (DATELINE_SECONDS): {', '.join(names)}")

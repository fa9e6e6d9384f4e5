"""A document as the readers see it: parsed sentences that know where they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.model.document import Document, Field
from dateline.model.evidence import Evidence, Span
from dateline.model.problem import Problem
from dateline.reading.desk.mend import mend
from dateline.reading.desk.tree import Word, linked, settle

__all__ = ["Entity", "Sentence", "Story"]


@dataclass(frozen=True)
class Entity:
    """What the model calls by a name: its first and last token, and its label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, eq=False)
class Sentence:
    """A parsed sentence: `tokens` of the paragraph's own spaCy Doc, which starts at `offset` of the field.

    `number` counts sentences and `paragraph` paragraphs through the story, title first. `tokens.doc` is the paragraph
    (quotations may run over its sentences); token indices are those of that Doc.
    """

    document: Document
    field: Field
    offset: int
    tokens: TokenSpan
    number: int
    paragraph: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence as one mended tree, made when a reader first asks for it."""
        words = linked(self.tokens)
        mend(words)
        settle(words)
        return words

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """What the model calls by a name (spaCy's own `ents` walks the whole paragraph each time)."""
        found: list[Entity] = []
        for token in self.tokens:
            if token.ent_iob_ == "I" and found and found[-1].last == token.i - 1:
                found[-1] = Entity(found[-1].first, token.i, found[-1].label)
            elif token.ent_type_:
                found.append(Entity(token.i, token.i, token.ent_type_))
        return tuple(found)

    def word(self, token: Token) -> Word:
        """The word of a token of this sentence."""
        return self.words[token.i - self.tokens.start]

    @property
    def start(self) -> int:
        """Code point where the sentence starts in its field."""
        return self.offset + int(self.tokens.start_char)

    @property
    def end(self) -> int:
        """Code point after the sentence in its field."""
        return self.offset + int(self.tokens.end_char)

    def place(self, token: Token | Word) -> int:
        """Code point where a token of this paragraph starts in the field."""
        return self.offset + int(token.idx)

    def span(self, first: Token | Word, last: Token | Word | None = None) -> Span:
        """The words from `first` through `last` (inclusive; `first` alone when left out)."""
        last = first if last is None else last
        return self.cut(self.place(first), self.place(last) + len(last))

    def cut(self, start: int, end: int) -> Span:
        """The words at these code points of the field."""
        return Span.of(self.document.text, start, end, self.field)

    def evidence(self, rule: str, first: Token | Word, last: Token | Word | None = None, *because: Evidence) -> Evidence:
        """Evidence that `rule` read these words."""
        return Evidence(self.span(first, last), rule, because)

    def tokens_in(self, span: Span) -> list[Token]:
        """The sentence's tokens that share a character with the span."""
        if span.field != self.field:
            return []
        doc, numbers = self.tokens.doc, range(self.tokens.start, self.tokens.end)
        low, high = span.start - self.offset, span.end - self.offset
        first = max(0, bisect_right(numbers, low, key=lambda number: doc[number].idx) - 1)
        last = bisect_left(numbers, high, key=lambda number: doc[number].idx)
        return [doc[number] for number in numbers[first:last] if low < doc[number].idx + len(doc[number])]

    def words_in(self, span: Span) -> list[Word]:
        """The sentence's words that share a character with the span."""
        return [self.word(token) for token in self.tokens_in(span)]

    @property
    def whole(self) -> Span:
        """All its words."""
        return self.cut(self.start, self.end)

    def __contains__(self, span: object) -> bool:
        return isinstance(span, Span) and span.field == self.field and self.start <= span.start and span.end <= self.end


@dataclass(frozen=True, eq=False)
class Story:
    """A document and its sentences, the title's first, and what was in the way of reading them; is it read to its end?"""

    document: Document
    sentences: tuple[Sentence, ...]
    problems: tuple[Problem, ...] = ()
    whole: bool = True

    def text(self, field: Field) -> str:
        """The words of a field as far as they are read."""
        text = self.document.text.field(field)
        return text if self.whole else text[: max((each.end for each in self.sentences if each.field == field), default=0)]

    @property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences that entries are read from: those of the text, or of the title where there is no text."""
        return tuple(sentence for sentence in self.sentences if sentence.field == "text") or self.sentences

    def paragraphs(self) -> Iterator[tuple[Sentence, ...]]:
        """The sentences, paragraph by paragraph."""
        for _, sentences in groupby(self.sentences, key=lambda sentence: sentence.paragraph):
            yield tuple(sentences)

    def sentence_at(self, span: Span) -> Sentence | None:
        """The sentence that the span starts in."""
        starts = self._starts
        place = bisect_right(starts, (span.field == "text", span.start), key=itemgetter(0)) - 1
        sentence = starts[place][1] if place >= 0 else None
        return sentence if sentence and sentence.field == span.field and span.start < sentence.end else None

    @cached_property
    def _starts(self) -> list[tuple[tuple[bool, int], Sentence]]:
        """Where each sentence starts, in text order."""
        return [((sentence.field == "text", sentence.start), sentence) for sentence in self.sentences]

"""The words of a sentence, linked: plain values read from the parse once, heads mended, walked by all readers."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import cast
from unicodedata import category

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, POS, TAG  # type: ignore[import-not-found]
from spacy.tokens import Span as TokenSpan

__all__ = ["Word", "linked", "settle", "top_of"]

COLUMNS: list[int | str] = [LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE, HEAD]
QUOTES = frozenset("\"'`«»‘’‚‛“”„‟‹›❮❯") | {"''", "``"}


class Word:
    """A token with its place `i` in the paragraph's Doc, and the words that depend on it.

    `lemma` is in lower case; `head` of the topmost word is the word itself; `idx` counts characters in the Doc; `before` and
    `after` are the words beside it in the sentence. `left_edge` and `right_edge` are the first and the last word of its
    phrase, `depth` counts the words above it: `settle` finds them, once the tree is mended.
    """

    __slots__ = (
        "after", "before", "below", "dep", "depth", "ent", "head", "i", "idx", "left_edge", "lemma", "lower", "pos",
        "right_edge", "tag", "text",
    )  # fmt: skip

    def __init__(self, i: int, idx: int, text: str, lower: str, lemma: str, pos: str, tag: str, dep: str, ent: str) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.lower = lower
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.ent = ent
        self.head: Word = self
        self.below: list[Word] = []
        self.before: Word | None = None
        self.after: Word | None = None
        self.left_edge: Word = self
        self.right_edge: Word = self
        self.depth = 0

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def children(self, *labels: str) -> list["Word"]:
        """The direct dependents, those with one of these labels where labels are given, in text order."""
        return [child for child in self.below if child.dep in labels] if labels else list(self.below)

    def child(self, *labels: str) -> "Word | None":
        """The first dependent with one of these labels."""
        return next((child for child in self.below if child.dep in labels), None)

    def any(self, *labels: str) -> bool:
        """Has it a dependent with one of these labels?"""
        return any(child.dep in labels for child in self.below)

    def has(self, dep: str, *words: str) -> bool:
        """Is one of these words (in lower case) a dependent with this label?"""
        return any(child.dep == dep and child.lower in words for child in self.below)

    def behind(self, *prepositions: str) -> list["Word"]:
        """The nouns behind its prepositional phrases, only behind these prepositions where some are given."""
        phrases = [child for child in self.below if child.dep == "prep" and (not prepositions or child.lower in prepositions)]
        return [noun for phrase in phrases for noun in phrase.below if noun.dep == "pobj"]

    def follows(self, *words: str) -> bool:
        """Does one of these words (in lower case) stand right before it?"""
        return self.before is not None and self.before.lower in words

    def precedes(self, *words: str) -> bool:
        """Does one of these words (in lower case) stand right after it?"""
        return self.after is not None and self.after.lower in words

    @property
    def is_verb(self) -> bool:
        """Is it a verb, or a participle that is used as an adjective?"""
        return self.pos in ("VERB", "AUX")

    @property
    def is_noun(self) -> bool:
        """Can it head a noun phrase?"""
        return self.pos in ("NOUN", "PROPN", "PRON")

    @property
    def is_mark(self) -> bool:
        """Is it punctuation?"""
        return is_punctuation(self.text)

    @property
    def is_quote(self) -> bool:
        """Is it a quotation mark?"""
        return self.text in QUOTES

    @property
    def is_blank(self) -> bool:
        """Is it only white space?"""
        return self.text.isspace()

    @property
    def is_top(self) -> bool:
        """Does nothing govern it?"""
        return self.head is self

    def ancestors(self) -> Iterator["Word"]:
        """The words above, nearest first."""
        word = self
        while not word.is_top:
            word = word.head
            yield word

    def until(self, other: "Word") -> list["Word"]:
        """The words between this one and a later one, both left out."""
        found, word = [], self.after
        while word is not None and word.i < other.i:
            found.append(word)
            word = word.after
        return found

    def subtree(self, *, without: tuple[str, ...] = ()) -> list["Word"]:
        """The word and all beneath it in text order; dependents with a label in `without` are left out whole."""
        found: list[Word] = []
        open_ = [self]
        while open_:
            word = open_.pop()
            found.append(word)
            open_ += [child for child in word.below if child.dep not in without]
        return sorted(found, key=lambda each: each.i)

    def conjuncts(self) -> list["Word"]:
        """The word and what is coordinated after it, in text order."""
        found: list[Word] = []
        open_ = [self]
        while open_:
            word = open_.pop()
            found.append(word)
            open_ += [child for child in reversed(word.below) if child.dep == "conj" and child.i > word.i]
        return found

    def fellows(self) -> list["Word"]:
        """What is coordinated with the word and stands after it, also where both hang on a first one."""
        first = self
        while first.dep == "conj" and not first.is_top:
            first = first.head
        return [word for word in first.conjuncts() if word.i > self.i]

    def hang_on(self, head: "Word") -> None:
        """Let another word govern this one."""
        self.head.below.remove(self)
        self.head = head
        place = next((number for number, child in enumerate(head.below) if child.i > self.i), len(head.below))
        head.below.insert(place, self)


def top_of(words: Sequence[Word]) -> Word | None:
    """The first of some words that hangs on none of them; None for no words."""
    return next((word for word in words if word.is_top or word.head not in words), None)


@cache
def is_punctuation(text: str) -> bool:
    """Are all characters punctuation?"""
    return all(category(character).startswith("P") for character in text)


def linked(tokens: TokenSpan) -> tuple[Word, ...]:
    """The words of a sentence as the parser links them."""
    strings = tokens.doc.vocab.strings
    rows = cast("list[list[int]]", tokens.to_array(COLUMNS).tolist())  # type: ignore[attr-defined]
    words = tuple(
        Word(
            token.i, token.idx, token.text, strings[lower], strings[lemma].lower(), strings[pos], strings[tag], strings[dep],
            strings[ent],
        )
        for token, (lower, lemma, pos, tag, dep, ent, _) in zip(tokens, rows, strict=True)
    )  # fmt: skip
    for word in words:
        if word.dep == "prep" and word.pos == "VERB":
            word.pos = "ADP"  # "following the talks"
    for left, right in pairwise(words):
        left.after, right.before = right, left
    for number, row in enumerate(rows):
        offset = row[6] - (1 << 64) if row[6] >= (1 << 63) else row[6]
        word, head = words[number], words[number + offset]
        word.head = head
        if head is not word:
            head.below.append(word)
    return words


def settle(words: tuple[Word, ...]) -> None:
    """Find the edges and the depth of all words of a tree that changes no more: each word is looked at once, whatever hangs
    on what."""
    order = [word for word in words if word.is_top]
    for word in order:
        word.left_edge = word.right_edge = word
        for child in word.below:
            child.depth = word.depth + 1
        order += word.below
    for word in reversed(order):
        head = word.head
        head.left_edge = min(head.left_edge, word.left_edge, key=place)
        head.right_edge = max(head.right_edge, word.right_edge, key=place)


def place(word: Word) -> int:
    """Where in the paragraph it stands."""
    return word.i

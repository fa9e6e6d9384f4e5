"""A story as the encoder reads it: windows of whole sentences, each with some of what came before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from dateline.reading.desk import Sentence

__all__ = ["Piece", "Window", "marks_of", "pieces_of", "window_around", "windows"]

LONGEST = 254
"""Pieces of words a window holds, besides its two marks."""

BEFORE = 80
"""Pieces of the sentences before that a window begins with."""


AROUND, REACH = 144, 4
"""Pieces of words, and sentences on each side, that are read again around a mention."""


@dataclass(frozen=True, eq=False)
class Piece:
    """A sentence as pieces of words: `ids`, and for each of its tokens the number of its first piece (None for a blank)."""

    sentence: Sentence
    ids: tuple[int, ...]
    firsts: tuple[int | None, ...]


@dataclass(frozen=True, eq=False)
class Window:
    """Sentences that are read together: `ids` with the marks at both ends; `read` are those that are asked about.

    `starts` gives the place of the first piece of each of `pieces`; those before `read` are only context.
    """

    ids: tuple[int, ...]
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    read: range

    def tokens(self) -> Iterator[tuple[Sentence, int, int]]:
        """(sentence, index of a token in its paragraph, place of its first piece in the window) of all that is read."""
        yield from self.tokens_of(self.read)

    def tokens_of(self, numbers: range) -> Iterator[tuple[Sentence, int, int]]:
        """The same of these sentences of the window."""
        for number in numbers:
            piece, start = self.pieces[number], self.starts[number]
            for token, first in zip(piece.sentence.tokens, piece.firsts, strict=True):
                if first is not None and start + first < len(self.ids) - 1:
                    yield piece.sentence, token.i, start + first


def piece(sentence: Sentence, tokenizer: Tokenizer) -> Piece:
    """The pieces of a sentence."""
    text = sentence.document.text.field(sentence.field)[sentence.start : sentence.end]
    encoded = tokenizer.encode(text, add_special_tokens=False)
    firsts: list[int | None] = []
    at = 0
    for token in sentence.tokens:
        start = sentence.place(token) - sentence.start
        end = start + len(token)
        while at < len(encoded.offsets) and encoded.offsets[at][1] <= start:
            at += 1
        firsts.append(at if at < len(encoded.offsets) and encoded.offsets[at][0] < end else None)
    return Piece(sentence, tuple(encoded.ids), tuple(firsts))


def pieces_of(sentences: Sequence[Sentence], tokenizer: Tokenizer) -> list[Piece]:
    """All sentences as pieces of words."""
    return [piece(sentence, tokenizer) for sentence in sentences]


def windows(pieces: Sequence[Piece], tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of a story, each sentence asked about in one of them; what is beyond a window's length is cut off."""
    at = 0
    while at < len(pieces):
        begin, room = at, min(BEFORE, LONGEST - len(pieces[at].ids))
        while begin > 0 and len(pieces[begin - 1].ids) <= room:
            begin -= 1
            room -= len(pieces[begin].ids)
        length = sum(len(each.ids) for each in pieces[begin:at]) + len(pieces[at].ids)
        end = at + 1
        while end < len(pieces) and length + len(pieces[end].ids) <= LONGEST:
            length += len(pieces[end].ids)
            end += 1
        yield window(pieces[begin:end], range(at - begin, end - begin), tokenizer)
        at = end


def window_around(pieces: Sequence[Piece], number: int, tokenizer: Tokenizer) -> Window:
    """The sentence of that number with those around it: first one before it, then one after, then more of both."""
    begin, end, room = number, number + 1, AROUND - len(pieces[number].ids)
    for step in range(REACH):
        if begin > 0 and begin == number - step and len(pieces[begin - 1].ids) <= room:
            begin -= 1
            room -= len(pieces[begin].ids)
        if end < len(pieces) and end == number + 1 + step and len(pieces[end].ids) <= room:
            room -= len(pieces[end].ids)
            end += 1
    return window(pieces[begin:end], range(number - begin, number - begin + 1), tokenizer)


def window(pieces: Sequence[Piece], read: range, tokenizer: Tokenizer) -> Window:
    """These sentences as one window."""
    first, last = int(tokenizer.token_to_id("[CLS]") or 0), int(tokenizer.token_to_id("[SEP]") or 0)
    ids, starts = [first], list[int]()
    for each in pieces:
        starts.append(len(ids))
        ids += each.ids
    return Window((*ids[: LONGEST + 1], last), tuple(pieces), tuple(starts), read)


def marks_of(window: Window, token: int) -> list[int]:
    """The places of the pieces of a word of the sentence that is asked about, by its index in the paragraph."""
    piece, start = window.pieces[window.read[0]], window.starts[window.read[0]]
    own = piece.firsts[token - piece.sentence.tokens.start]
    if own is None:
        return []
    end = next((first for first in piece.firsts if first is not None and first > own), len(piece.ids))
    return [place for place in range(start + own, start + end) if place < len(window.ids) - 1]

"""Statements that only the trained reader hears: words that it takes for what somebody says, where no rule finds a cue."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.knowledge.rules import rule
from dateline.knowledge.statements import Cue, cues_by_word
from dateline.reading.desk import Sentence, Signals, Spread, Tag, Word
from dateline.reading.statements.drafts import Draft

__all__ = ["heard_drafts"]

LIKELY = 0.5
"""From here on a word is taken for one of content, cue or source."""

GAP = 2
"""Words inside a content that may be less likely."""

FEWEST = 4
"""Words of a content; shorter ones say nothing without a cue."""

WHOLE = 0.8
"""The share of a sentence's words from which on all of it is said."""

KNOWN = 0.3
"""The share of a content from which on a rule has found it."""


def heard_drafts(sentences: Sequence[Sentence], signals: Signals, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What somebody says in each sentence as far as no draft has it, with a cue, or in all of it; whole sentences are one."""
    laid = Spread((draft.sentence.field, *piece, piece) for draft in drafts for piece in draft.pieces)
    going: Draft | None = None
    for sentence in sentences:
        drafted_here = (drafted(sentence, signals, run) for run in runs(sentence, signals))
        found = [draft for draft in drafted_here if not is_found(draft, laid) and (draft.first or is_whole(sentence, draft))]
        follows = going is not None and sentence.paragraph == going.sentence.paragraph and bool(found)
        if going is not None and follows and found[0].subject is None and found[0].first is None:
            (start, _), end = going.pieces[0], found[0].pieces[0][1]
            going = replace(going, pieces=((start, end),))
            found = found[1:]
            if not found:
                continue
        if going is not None:
            yield going
        going = found.pop() if found and is_whole(sentence, found[-1]) else None
        yield from found
    if going is not None:
        yield going


def runs(sentence: Sentence, signals: Signals) -> Iterator[list[Word]]:
    """The longest rows of words that are content, with small gaps."""
    row: list[Word] = []
    for word in sentence.words:
        if is_likely(signals, "content", sentence, word):
            if row and word.i - row[-1].i > GAP + 1:
                yield from whole(sentence, row)
                row = []
            row.append(word)
    yield from whole(sentence, row)


def whole(sentence: Sentence, row: list[Word]) -> Iterator[list[Word]]:
    """The row, from the first to the last word; all of the sentence where it is most of it."""
    if len(row) < FEWEST:
        return
    words = [word for word in sentence.words if not word.is_blank]
    if len(row) >= WHOLE * sum(not word.is_mark for word in words):
        yield words
    else:
        yield [word for word in words if row[0].i <= word.i <= row[-1].i]


def is_likely(signals: Signals, tag: Tag, sentence: Sentence, word: Word) -> bool:
    """Is the word more likely of that kind than not?"""
    return signals.tagged(tag, (sentence.number, word.i)) >= LIKELY


def drafted(sentence: Sentence, signals: Signals, run: list[Word]) -> Draft:
    """The draft of a content, with the cue and the source that are nearest to it in its sentence."""
    cue, source = (nearest(sentence, signals, tag, run) for tag in ("cue", "source"))
    head = max(source, key=lambda word: -word.depth) if source else None
    piece = sentence.place(run[0]), sentence.place(run[-1]) + len(run[-1])
    return Draft(
        sentence, neutral(), None, cue[0] if cue else None, cue[-1] if cue else None, head, (piece,), "heard",
        rule("statements", "heard"),
    )  # fmt: skip


def nearest(sentence: Sentence, signals: Signals, tag: Tag, run: list[Word]) -> list[Word]:
    """The row of words of that kind outside a content that stands nearest to it."""
    rows: list[list[Word]] = []
    for word in sentence.words:
        if run[0].i <= word.i <= run[-1].i or not is_likely(signals, tag, sentence, word):
            continue
        if rows and word.i - rows[-1][-1].i == 1:
            rows[-1].append(word)
        else:
            rows.append([word])
    return min(rows, key=lambda row: min(abs(row[0].i - run[-1].i), abs(run[0].i - row[-1].i)), default=[])


def neutral() -> Cue:
    """The rule of "say", which leaves the kind to the content."""
    return cues_by_word()["verb", "say"][0]


def is_found(draft: Draft, laid: Spread[tuple[int, int]]) -> bool:
    """Does a rule's draft have the content already?"""
    (start, end) = draft.pieces[0]
    shared = sum(min(end, stop) - max(start, begin) for begin, stop in laid.over(draft.sentence.field, start, end))
    return shared >= KNOWN * (end - start)


def is_whole(sentence: Sentence, draft: Draft) -> bool:
    """Is all of the sentence said?"""
    start, end = draft.pieces[0]
    return end - start >= WHOLE * (sentence.end - sentence.start)

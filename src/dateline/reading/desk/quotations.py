"""Quotations: the words between marks, whatever the marks; an odd one never loses the rest of the story."""

import re
from dataclasses import dataclass

from dateline.model.document import Field
from dateline.reading.desk.story import Sentence, Story

__all__ = ["Quotation", "find_quotations"]

PAIRS = {"“": "”", "„": "“”", "«": "»", "‟": "”", "``": "''", "″": "″"}
SINGLE = {"‘": "’", "‚": "‘’", "‹": "›"}
MARKS = re.compile(r"``|''|[\"“”„‟«»″]")
SINGLE_OPEN = re.compile(r"(?<![\w’'])['‘‚‹](?=[\w\[(])")
SINGLE_CLOSE = re.compile(r"(?<=[\w.,?!…)\]])['’›](?!\w)")
SENTENCE_END = re.compile(r"[.?!…][\s]+(?=[A-Z])")


@dataclass(frozen=True, order=True)
class Quotation:
    """Words between marks: `[start, end)` with the marks, `[first, last)` without, in code points of the field.

    `closed` is false where the closing mark is missing: because the speaker goes on in the next paragraph (`goes_on`), or
    because it was forgotten.
    """

    field: Field
    start: int
    end: int
    first: int
    last: int
    paragraph: int
    closed: bool = True
    goes_on: bool = False


def find_quotations(story: Story) -> tuple[Quotation, ...]:
    """All quotations of the story, in text order; those inside others are left out."""
    found: list[Quotation] = []
    paragraphs = [sentences for sentences in story.paragraphs() if sentences]
    for number, sentences in enumerate(paragraphs):
        follower = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        opens = follower is not None and starts_with_mark(follower[0])
        found += quotations_of(sentences, opens)
    return tuple(found)


def starts_with_mark(sentence: Sentence) -> bool:
    """Does the sentence open with a quotation mark?"""
    return bool(re.match(r"\s*(?:``|[\"“„«‘])", sentence.document.text.field(sentence.field)[sentence.start : sentence.end]))


def quotations_of(sentences: tuple[Sentence, ...], next_opens: bool) -> list[Quotation]:
    """The quotations of one paragraph; `next_opens`: the paragraph after it starts with a mark."""
    first, last = sentences[0], sentences[-1]
    text = first.document.text.field(first.field)[: last.end]
    pairs = double_pairs(text, first.start) or single_pairs(text, first.start)
    found = []
    for number, (start, opened, closing, end) in enumerate(pairs):
        limit = pairs[number + 1][0] if number + 1 < len(pairs) else len(text)
        if end is None or closing is None:
            goes_on = next_opens and start <= first.start + 400
            stop = len(text) if goes_on or start == first.start else sentence_stop(text, start)
            stop = min(stop, limit)
            found.append(Quotation(first.field, start, stop, opened, stop, first.paragraph, False, goes_on))
        else:
            found.append(Quotation(first.field, start, end, opened, closing, first.paragraph))
    return [item for item in found if item.last > item.first]


def sentence_stop(text: str, start: int) -> int:
    """Where the sentence of a quotation without a closing mark ends."""
    match = SENTENCE_END.search(text, start)
    return match.start() + 1 if match else len(text.rstrip())


def double_pairs(text: str, start: int) -> list[tuple[int, int, int | None, int | None]]:
    """(mark, words, end of words, end) of the stretches between double marks; a missing end is None."""
    pairs: list[tuple[int, int, int | None, int | None]] = []
    opened: tuple[int, int] | None = None
    nested_until = -1
    for match in MARKS.finditer(text, start):
        mark = match[0]
        if opened is None:
            if mark in PAIRS or (mark in '"”″' and is_opening(text, match)):
                opened = match.start(), match.end()
            continue
        if match.start() < nested_until or (mark in PAIRS and mark not in ("“", "″") and is_opening(text, match)):
            continue
        inner_end = text.find("”", match.end())
        outer = text[opened[0] : opened[1]]
        if mark == "“" and outer == '"' and 0 <= inner_end < (text.find('"', match.end()) + 1 or len(text) + 1):
            nested_until = inner_end + 1
            continue
        if mark == "“" and is_opening(text, match):
            # a second opening mark: the first was never closed
            pairs.append((*opened, None, None))
            opened = match.start(), match.end()
            continue
        if mark == '"' and is_opening(text, match) and not is_closing(text, match):
            pairs.append((*opened, None, None))
            opened = match.start(), match.end()
            continue
        pairs.append((*opened, match.start(), match.end()))
        opened = None
    if opened is not None:
        pairs.append((*opened, None, None))
    return pairs


def is_opening(text: str, match: re.Match[str]) -> bool:
    """Does the mark stand before a word and after none?"""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return (not before or before.isspace() or before in "([{—–-‘'/:,") and bool(after) and not after.isspace()


def is_closing(text: str, match: re.Match[str]) -> bool:
    """Does the mark stand after a word and before none?"""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(before) and not before.isspace() and (not after or not after.isalnum())


def single_pairs(text: str, start: int) -> list[tuple[int, int, int | None, int | None]]:
    """The same for single marks; apostrophes are none."""
    pairs: list[tuple[int, int, int | None, int | None]] = []
    position = start
    while match := SINGLE_OPEN.search(text, position):
        closing = SINGLE_CLOSE.search(text, match.end())
        if closing is None:
            break
        pairs.append((match.start(), match.end(), closing.start(), closing.end()))
        position = closing.end()
    return pairs

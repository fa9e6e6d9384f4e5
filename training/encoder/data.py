"""Windows of the corpus' stories with what each word and each pair of words is to be read as.

python -m training.encoder.data corpus OUT.pkl TOKENIZER.json
"""

import argparse
import json
import pickle
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from dateline.model.document import Document, Text
from dateline.model.evidence import Span
from dateline.model.when import TimeExpression, When
from dateline.reading.desk import Findings, Sentence, Story, Word
from dateline.reading.encoder import listen
from dateline.reading.encoder.windows import Piece, Window, marks_of, pieces_of, window_around, windows
from dateline.reading.meetings.lookup import governor_of, meeting_noun, meeting_verb
from dateline.reading.parse import Parser
from dateline.reading.read import ORDER
from training.encoder.labels import KINDS, MEETINGS, STATUSES, TAGS, Example
from training.encoder.lessons import lessons

Key = tuple[int, int]
"""The number of a sentence and the index of a word in its paragraph."""

CONTENT = ("NOUN", "PROPN", "VERB")

Candidates = list[tuple[str, int, Any]]
"""(relation, place in the window, value) of what our readers found."""


def occasion_word(sentence: Sentence, start: int, end: int, apart: Iterable[tuple[int, int]] = ()) -> Word | None:
    """The word of a span that names the occasion itself, the same whatever the span begins with.

    Of the words next to the span's root first one that the lexicon knows for a meeting ("agreed to hold talks": talks), then
    one of content that governs none, then any. What lies in `apart`, inside marks of other meetings, is none of it.
    """
    inside = [
        word
        for word in sentence.words
        if sentence.place(word) < end
        and start < sentence.place(word) + len(word.text)
        and word.pos not in ("PUNCT", "SPACE")
        and not any(first <= sentence.place(word) < last for first, last in apart)
    ]
    numbers = {word.i for word in inside}
    ordered = sorted(inside, key=lambda word: (steps_up(word, numbers), word.i))
    named = (word for word in ordered if (meeting_verb(word) if word.is_verb else meeting_noun(word)))
    content = (word for word in ordered if word.pos in CONTENT and governor_of(word) is None)
    return next((word for each in (named, content, ordered) for word in each), None)


def steps_up(word: Word, numbers: set[int]) -> int:
    """How many steps of the parse lead from a word out of those of these numbers."""
    steps = 0
    while word.i in numbers and not word.is_top:
        word, steps = word.head, steps + 1
    return steps + word.is_top


def sentence_at(story: Story, position: int) -> Sentence | None:
    """The sentence of the text at a character."""
    return next((sentence for sentence in story.body if sentence.start <= position < sentence.end), None)


def findings_of(story: Story) -> Findings:
    """What the readers before the encoder find."""
    findings = Findings(problems=())
    for reader in ORDER:
        if reader is listen:
            break
        findings = reader(story, findings)
    return findings


def document_of(marked: dict[str, Any]) -> Document:
    """A story of the corpus as the program takes it in."""
    return Document(
        name=marked["id"],
        text=Text(marked["title"] or "", marked["text"]),
        published=date.fromisoformat(marked["published"][:10]),
        source=marked["source"],
    )


def examples(marked: dict[str, Any], parser: Parser, tokenizer: Tokenizer) -> Iterator[Example]:
    """The windows of one story of the corpus: one around each mention of a meeting, and those of the first pass."""
    story = parser.parse(document_of(marked))
    findings = findings_of(story)
    anchors = anchors_of(story, marked) if marked["meetings"] is not None else None
    pieces = pieces_of(story.body, tokenizer)
    numbers = {piece.sentence.number: number for number, piece in enumerate(pieces)}
    for key in anchors or ():
        yield marked_example(marked, window_around(pieces, numbers[key[0]], tokenizer), key, anchors or {}, findings)
    for window in windows(pieces, tokenizer):
        yield plain_example(marked, window, anchors, findings)


def anchors_of(story: Story, marked: dict[str, Any]) -> dict[Key, int]:
    """The head of each mention of a meeting, and the number of that meeting."""
    anchors: dict[Key, int] = {}
    marks = [[(start, end) for start, end, _ in (entry["span"], *entry["mentions"])] for entry in marked["meetings"]]
    apart = [[mark for m, others in enumerate(marks) if m != n for mark in others] for n in range(len(marks))]
    for n, entry in enumerate(marked["meetings"]):
        for start, end, _ in (entry["span"], *entry["mentions"]):
            sentence = sentence_at(story, start)
            inner = [other for other in apart[n] if start <= other[0] and other[1] <= end and other != (start, end)]
            word = occasion_word(sentence, start, min(end, sentence.end), inner) if sentence else None
            if sentence is not None and word is not None:
                anchors.setdefault((sentence.number, word.i), n)
    return anchors


def plain_example(marked: dict[str, Any], window: Window, anchors: dict[Key, int] | None, findings: Findings) -> Example:
    """A window of the first pass: which words mention a meeting of which kind, and the statements in it."""
    example, place = Example(marked["id"], list(window.ids)), places_in(window)
    read = {window.pieces[number].sentence.number for number in window.read}
    example.places = sorted(at for (sentence, _), at in place.items() if sentence in read)
    if anchors is None:
        example.anchors = None
    else:
        for key, n in anchors.items():
            if key in place and key[0] in read:
                example.anchors[place[key]] = MEETINGS.index(marked["meetings"][n]["kind"]) + 1
    parties = [(at, value) for relation, at, value in candidates_of(window, findings, place) if relation == "party"]
    if marked["statements"] is None:
        example.tags = None
    for entry in marked["statements"] or ():
        add_statement(example, entry, window, place, parties)
    return example


def add_statement(
    example: Example, entry: dict[str, Any], window: Window, place: dict[Key, int], parties: list[tuple[int, set[str]]]
) -> None:
    """A statement of a window: its kind, what its words are, and which party is its target or speaker."""
    inside = inside_of(window, place, entry["content"])
    if not any(at in example.places for at in inside):
        return
    cue, source, target = (inside_of(window, place, entry[name]) for name in ("cue", "source", "target_words"))
    example.statements.append((KINDS.index(entry["kind"]), sorted({*inside, *cue})))
    for name, places in zip(TAGS, (inside, cue, source, target), strict=True):
        if example.tags is not None:
            example.tags.setdefault(name, set()).update(at for at in places if at in example.places)
    anchor = (cue or inside)[0]
    targets = {name for side in entry["target"] for name in (side, side.split(":")[0])}
    for at, value in parties:
        example.pairs.append(("target", anchor, at, int(bool(value & targets))))
        if source:
            example.pairs.append(("speaker", anchor, at, int(at in source)))


def marked_example(marked: dict[str, Any], window: Window, key: Key, anchors: dict[Key, int], findings: Findings) -> Example:
    """The window around one mention, marked, with what belongs to it."""
    example, place = Example(marked["id"], list(window.ids)), places_in(window)
    at, number = place.get(key), anchors[key]
    if at is None:
        return example
    entry = marked["meetings"][number]
    example.mark = marks_of(window, key[1])
    example.statuses[at] = STATUSES.index(entry["status"])
    for relation, other, value in candidates_of(window, findings, place):
        example.pairs.append((relation, at, other, int(belongs(relation, value, entry))))
    others = ((place[other], n) for other, n in anchors.items() if other in place and other != key)
    example.pairs += [("same", at, other, int(n == number)) for other, n in others]
    return example


def belongs(relation: str, value: Any, entry: dict[str, Any]) -> bool:
    """Is what our readers found a party, person, time or place of the meeting?"""
    if relation == "time":
        span, days = value
        words = entry["date_words"]
        told = bool(words and words[0] < span.end and span.start < words[1])
        return told or (entry["date"] is not None and days == entry["date"])
    if relation == "place":
        return bool(value == entry["place"])
    if relation == "party":
        return bool(value & {side["id"].split(":")[0] for side in entry["parties"]})
    return bool(value & {side["id"] for side in entry["people"]})


def places_in(window: Window) -> dict[Key, int]:
    """The place of the first piece of each word of a window."""
    return {(sentence.number, token): at for sentence, token, at in window.tokens_of(range(len(window.pieces)))}


def inside_of(window: Window, place: dict[Key, int], span: list[Any] | None) -> list[int]:
    """Places of the words inside a span of the corpus, none where it is not marked."""
    if not span:
        return []
    start, end = span[:2]
    found = []
    for sentence in (piece.sentence for piece in window.pieces):
        for token in sentence.tokens:
            at, key = sentence.place(token), (sentence.number, token.i)
            if at < end and start < at + len(token) and key in place and not token.is_punct:
                found.append(place[key])
    return found


def candidates_of(window: Window, findings: Findings, place: dict[Key, int]) -> Candidates:
    """All that our readers found in a window, at the last word of each."""
    found: Candidates = []
    for piece in window.pieces:
        for relation, span, value in candidates_in(piece, findings):
            keys = [(piece.sentence.number, token.i) for token in piece.sentence.tokens_in(span)]
            if known := [key for key in keys if key in place]:
                found.append((relation, place[known[-1]], value))
    return found


def candidates_in(piece: Piece, findings: Findings) -> Iterator[tuple[str, Span, Any]]:
    """(relation, words, value) of the parties, persons, times and places that our readers found in a sentence."""
    sentence = piece.sentence
    for actor in findings.cast.mentions_in(sentence) if findings.cast else ():
        if actor.party.kind == "person":
            yield "person", actor.span, {actor.party.id}
        yield "party", actor.span, {(actor.side or actor.party.id).split(":")[0], actor.party.id}
    for time in findings.times:
        if time.span in sentence and (time.earliest or time.latest) and time.type in ("DATE", "TIME"):
            yield "time", time.span, (time.span, edtf(time))
    for named in findings.places:
        for span in named.mentions:
            if span in sentence:
                yield "place", span, named.name


def edtf(time: TimeExpression) -> str:
    """The days of a time expression."""
    return When(time.earliest, time.latest, "within" if time.earliest != time.latest else None).edtf


def main() -> None:
    """Write the windows of every story that was annotated, by split."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, help="the corpus, with its stories and lessons")
    options.add_argument("out", type=Path, help="the windows, pickled")
    options.add_argument("tokenizer", help="tokenizer.json of the start weights")
    given = options.parse_args()
    tokenizer = Tokenizer.from_file(given.tokenizer)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    parser = Parser()
    data: dict[str, list[Example]] = {"train": [], "dev": [], "test": [], "lessons": []}
    for path in sorted((given.folder / "stories").glob("*.json")):
        marked = json.loads(path.read_text(encoding="utf-8"))
        if marked["readers"]:
            data[marked["split"]] += examples(marked, parser, tokenizer)
    for path in sorted((given.folder / "lessons").glob("*.txt")):
        for marked in lessons(path):
            data["lessons"] += examples(marked, parser, tokenizer)
    for path in sorted((given.folder / "sentences").glob("*.txt")):
        for marked in lessons(path):
            data["lessons"] += examples(marked, parser, tokenizer)
    given.out.write_bytes(pickle.dumps(data))
    print({split: len(made) for split, made in data.items()})


if __name__ == "__main__":
    main()

"""Windows of the corpus' stories with what each token and each pair of tokens is to be read as."""

import pickle
import sys
from pathlib import Path

from tokenizers import Tokenizer

from dateline.model.document import Document, Text
from dateline.reading.desk import Findings, Sentence, Story
from dateline.reading.encoder.windows import marks_of, pieces_of, window_around, windows
from dateline.reading.parse import Parser
from dateline.reading.read import ORDER
from training.encoder.labels import KINDS, MEETINGS, STATUSES, TAGS, Example


def head_of(sentence: Sentence, start: int, end: int):
    """The word that governs the rest of a span."""
    inside = [
        word
        for word in sentence.words
        if sentence.place(word) < end and start < sentence.place(word) + len(word.text) and word.pos != "PUNCT"
    ]
    if not inside:
        return None
    numbers = {word.i for word in inside}
    roots = [word for word in inside if word.head.i not in numbers or word.head == word]
    verbs = [word for word in roots if word.is_verb]
    return (verbs or roots or inside)[0]


def sentence_at(story: Story, position: int) -> Sentence | None:
    """The sentence of the text at a character."""
    for sentence in story.body:
        if sentence.start <= position < sentence.end:
            return sentence
    return None


def findings_of(story: Story) -> Findings:
    """What the readers before the encoder find."""
    findings = Findings(problems=())
    for reader in ORDER:
        if reader.__name__ in ("listen", "find_statements", "find_meetings", "find_relations", "find_events"):
            break
        findings = reader(story, findings)
    return findings


def examples(marked: dict, parser: Parser, tokenizer: Tokenizer) -> list[Example]:
    """The windows of one story of the corpus."""
    from datetime import date

    document = Document(
        name=marked["id"],
        text=Text(marked["title"] or "", marked["text"]),
        published=date.fromisoformat(marked["published"][:10]),
        source=marked["source"],
    )
    story = parser.parse(document)
    findings = findings_of(story)
    anchors = {}  # (sentence number, token) -> (meeting, kind)
    for n, entry in enumerate(marked["meetings"]):
        for start, end, _ in (entry["span"], *entry["mentions"]):
            sentence = sentence_at(story, start)
            word = head_of(sentence, start, min(end, sentence.end)) if sentence else None
            if word is not None:
                anchors.setdefault((sentence.number, word.i), n)
    out = []
    pieces = pieces_of(story.body, tokenizer)
    numbers = {piece.sentence.number: number for number, piece in enumerate(pieces)}
    for (number, token), n in anchors.items():
        out.append(
            marked_example(marked, window_around(pieces, numbers[number], tokenizer), (number, token), n, anchors, findings)
        )
    for window in windows(pieces, tokenizer):
        ex = Example(marked["id"], list(window.ids))
        place = places_in(window)
        read = {window.pieces[number].sentence.number for number in window.read}
        ex.places = sorted(p for (s, _), p in place.items() if s in read)
        candidates = candidates_of(window, findings, place)
        for key, n in anchors.items():
            if key not in place or key[0] not in read:
                continue
            entry = marked["meetings"][n]
            ex.anchors[place[key]] = MEETINGS.index(entry["kind"]) + 1
        for entry in marked["statements"]:
            start, end, _ = entry["content"]
            inside = inside_of(window, place, start, end)
            if not inside or not any(p in ex.places for p in inside):
                continue
            cue = inside_of(window, place, *entry["cue"][:2]) if entry["cue"] else []
            source = inside_of(window, place, *entry["source"][:2]) if entry["source"] else []
            target = inside_of(window, place, *entry["target_words"][:2]) if entry["target_words"] else []
            ex.statements.append((KINDS.index(entry["kind"]), sorted(set(inside + cue))))
            for name, places in zip(TAGS, (inside, cue, source, target), strict=True):
                ex.tags.setdefault(name, set()).update(p for p in places if p in ex.places)
            anchor = (cue or inside)[0]
            targets = set(entry["target"]) | {t.split(":")[0] for t in entry["target"]}
            for relation, c, value in candidates:
                if relation == "party":
                    ex.pairs.append(("target", anchor, c, int(bool(value & {t.split(":")[0] for t in targets}))))
                    if source:
                        ex.pairs.append(("speaker", anchor, c, int(c in source)))
        out.append(ex)
    return out


def places_in(window) -> dict[tuple[int, int], int]:
    """The place of the first piece of each word of a window."""
    return {(sentence.number, token): at for sentence, token, at in window.tokens_of(range(len(window.pieces)))}


def marked_example(marked: dict, window, key, n: int, anchors: dict, findings: Findings) -> Example:
    """The window around one mention, marked, with what belongs to it."""
    ex, place = Example(marked["id"], list(window.ids)), places_in(window)
    at, entry = place.get(key), marked["meetings"][n]
    if at is None:
        return ex
    ex.mark = marks_of(window, key[1])
    ex.statuses[at] = STATUSES.index(entry["status"])
    sides = {side["id"].split(":")[0] for side in entry["parties"]}
    people = {side["id"] for side in entry["people"]}
    for relation, c, value in candidates_of(window, findings, place):
        if relation == "time":
            span, edtf = value
            words = entry["date_words"]
            right = bool(words and words[0] < span[1] and span[0] < words[1]) or (
                entry["date"] is not None and edtf == entry["date"]
            )
        elif relation == "place":
            right = entry["place"] is not None and value == entry["place"]
        else:
            right = bool(value & (sides if relation == "party" else people))
        ex.pairs.append((relation, at, c, int(right)))
    ex.pairs += [("same", at, place[other], int(n == m)) for other, m in anchors.items() if other in place and other != key]
    return ex


def inside_of(window, place, start, end):
    """Places of the tokens inside a span."""
    found = []
    for piece in window.pieces:
        sentence = piece.sentence
        if sentence.start >= end or sentence.end <= start:
            continue
        for token in sentence.tokens:
            at = sentence.place(token)
            if at < end and start < at + len(token) and (sentence.number, token.i) in place and not token.is_punct:
                found.append(place[sentence.number, token.i])
    return found


def candidates_of(window, findings: Findings, place):
    """(relation, place, value) of all that our readers found in a window."""
    out = []
    for piece in window.pieces:
        sentence = piece.sentence
        for actor in findings.cast.mentions_in(sentence):
            tokens = sentence.tokens_in(actor.span)
            keys = [(sentence.number, token.i) for token in tokens if (sentence.number, token.i) in place]
            if not keys:
                continue
            at = place[keys[-1]]
            if actor.party.kind == "person":
                out.append(("person", at, {actor.party.id}))
            side = (actor.side or actor.party.id).split(":")[0]
            out.append(("party", at, {side}))
        for time in findings.times:
            if time.span in sentence and (time.earliest or time.latest) and time.type in ("DATE", "TIME"):
                keys = [
                    (sentence.number, token.i) for token in sentence.tokens_in(time.span) if (sentence.number, token.i) in place
                ]
                if keys:
                    out.append(("time", place[keys[-1]], ((time.span.start, time.span.end), edtf(time))))
        for found in findings.places:
            for mention in found.mentions:
                if mention in sentence:
                    keys = [
                        (sentence.number, token.i)
                        for token in sentence.tokens_in(mention)
                        if (sentence.number, token.i) in place
                    ]
                    if keys:
                        out.append(("place", place[keys[-1]], found.name))
    return out


def edtf(time):
    """The days of a time expression."""
    from dateline.model.when import When

    return When(time.earliest, time.latest, "within" if time.earliest != time.latest else None).edtf


if __name__ == "__main__":
    import json

    folder, out, vocabulary = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    tokenizer = Tokenizer.from_file(vocabulary)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    parser = Parser()
    data = {"train": [], "dev": [], "test": []}
    for path in sorted(folder.glob("*.json")):
        marked = json.loads(path.read_text())
        if not marked["readers"]:
            continue
        data[marked["split"]] += examples(marked, parser, tokenizer)
    out.write_bytes(pickle.dumps(data))
    print({key: len(value) for key, value in data.items()})

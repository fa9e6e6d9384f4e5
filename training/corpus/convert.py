"""The corpus in forms that other programs read: columns, spaCy's DocBin, brat, JSON lines, and the scorer's folders."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from spacy.tokens import Doc, DocBin
from spacy.tokens import Span as TokenSpan

from dateline.model.document import Document, Text
from dateline.reading.desk import Story
from dateline.reading.parse import Parser
from training.corpus import brat
from training.corpus.form import LAYERS, SPLITS, Json, Span, spans

COLUMNS: Final = ("ID", "FORM", "LEMMA", "UPOS", "HEAD", "DEPREL", *(f"DATELINE:{name.upper()}" for name in LAYERS), "MISC")


def parsed(story: Json, parser: Parser) -> Story:
    """The text of a story, parsed."""
    return parser.parse(Document(name=story["id"], text=Text("", story["text"])))


# ---- columns -----------------------------------------------------------------------------------


def columns(story: Json, parser: Parser) -> str:
    """CoNLL-U Plus: a token a line, a column a layer with the spans the token is in (`B-0.span|I-0.date_words`).

    Syntax is the parser's; the offsets of each token stand in MISC.
    """
    marks = [(where.split("[")[0], where[where.index("[") + 1 :].replace("]", ""), span) for where, span in spans(story)]
    lines = [f"# newdoc id = {story['id']}"]
    for sentence in parsed(story, parser).sentences:
        lines.append(f"# sent_id = {story['id']}-{sentence.number}")
        lines.append(f"# text = {' '.join(story['text'][sentence.start : sentence.end].split())}")
        first = sentence.tokens.start
        for token in sentence.tokens:
            start = sentence.offset + token.idx
            end = start + len(token)
            layers = []
            for layer in LAYERS:
                inside = [
                    f"{'B' if start <= a else 'I'}-{label}"
                    for name, label, (a, b, _) in marks
                    if name == layer and a < end and start < b
                ]
                layers.append("|".join(inside).replace(" ", "_") or "_")
            head = 0 if token.head == token else token.head.i - first + 1
            form = token.text if token.text.strip() else "_"
            lemma = token.lemma_ if token.lemma_.strip() else "_"
            syntax = (lemma, token.pos_, head, "root" if not head else token.dep_)
            lines.append("\t".join(map(str, (token.i - first + 1, form, *syntax, *layers, f"TokenRange={start}:{end}"))))
        lines.append("")
    return "\n".join(lines) + "\n"


# ---- spaCy -------------------------------------------------------------------------------------


def doc(story: Json, parser: Parser) -> Doc:
    """One Doc of the whole text with a span group a layer; a span's label is its role, its `span_id` the number of its entry.

    The annotations themselves stand in `user_data["dateline"]`; a span that cuts a token takes the whole token.
    """
    pieces: list[tuple[str, int, bool]] = []
    for sentence in parsed(story, parser).sentences:
        for n, token in enumerate(sentence.tokens):
            start = sentence.offset + token.idx
            if not token.is_space:
                pieces.append((token.text, start, n == 0))
    words, blanks, starts = [], [], []
    for n, (word, start, first) in enumerate(pieces):
        following = pieces[n + 1][1] if n + 1 < len(pieces) else start + len(word)
        words.append(word)
        blanks.append(following > start + len(word))
        starts.append(first)
    vocab = parser.nlp.vocab
    made = Doc(vocab, words=words, spaces=blanks, sent_starts=starts)
    offsets = [(start, start + len(word)) for word, start, _ in pieces]
    for layer in LAYERS:
        made.spans[layer] = []
    for where, (a, b, _) in spans(story):
        layer, _, rest = where.partition("[")
        number, _, role = rest.partition("]")
        inside = [n for n, (start, end) in enumerate(offsets) if a < end and start < b]
        if inside:
            label = role.lstrip(".") or "mention"
            made.spans[layer].append(TokenSpan(made, inside[0], inside[-1] + 1, label=label, span_id=number))
    made.user_data["dateline"] = json.dumps(story, ensure_ascii=False)
    return made


def docbin(stories: list[Json], folder: Path, parser: Parser) -> None:
    """One `SPLIT.spacy` a split."""
    for split in SPLITS:
        docs = [doc(story, parser) for story in stories if story["split"] == split]
        DocBin(docs=docs, store_user_data=True).to_disk(folder / f"{split}.spacy")


# ---- JSON lines --------------------------------------------------------------------------------


def line(story: Json) -> Json:
    """A story whose every field has one type, as tables want it: spans as {start, end, text}, no nulls within lists."""

    def flat(span: Span | None) -> Json | None:
        return None if span is None else dict(zip(("start", "end", "text"), span, strict=True))

    def sides(entries: list[Json]) -> list[Json]:
        return [{"id": side["id"], "words": [flat(span) for span in side["words"]]} for side in entries]

    meetings = [
        {
            **entry,
            **{key: flat(entry[key]) for key in ("span", "date_words", "status_words")},
            "mentions": [flat(span) for span in entry["mentions"]],
            "parties": sides(entry["parties"]),
            "people": sides(entry["people"]),
        }
        for entry in story["meetings"]
    ]
    words = ("source", "cue", "content", "target_words")
    return {
        **story,
        "meetings": meetings,
        "statements": [{**entry, **{key: flat(entry[key]) for key in words}} for entry in story["statements"]],
        "chains": [{**chain, "mentions": [flat(span) for span in chain["mentions"]]} for chain in story["chains"]],
        "lookalikes": [{**entry, "span": flat(entry["span"])} for entry in story["lookalikes"]],
    }


# ---- the scorer's folders ----------------------------------------------------------------------


def ledger(story: Json) -> tuple[Json, Json]:
    """(document, annotations) with spans by their words alone."""

    def words(span: Span | None) -> str | None:
        return None if span is None else str(span[2])

    document = {key: story[key] for key in ("id", "source", "published", "title", "url", "text")}
    meetings = [
        {
            **{key: entry[key] for key in ("kind", "forum", "place", "date", "status")},
            **{key: words(entry[key]) for key in ("span", "date_words", "status_words")},
            "mentions": [words(span) for span in entry["mentions"]],
            "parties": [side["id"] for side in entry["parties"]],
            "people": [side["id"] for side in entry["people"]],
        }
        for entry in story["meetings"]
    ]
    statements = [
        {**entry, **{key: words(entry[key]) for key in ("source", "cue", "content", "target_words")}}
        for entry in story["statements"]
    ]
    return document, {"id": story["id"], "published": story["published"], "meetings": meetings, "statements": statements}


# ---- writing -----------------------------------------------------------------------------------


def write_columns(stories: list[Json], folder: Path) -> None:
    """One `SPLIT.conllup` a split."""
    parser = Parser()
    for split in SPLITS:
        body = "".join(columns(story, parser) for story in stories if story["split"] == split)
        (folder / f"{split}.conllup").write_text(f"# global.columns = {' '.join(COLUMNS)}\n{body}", encoding="utf-8")


def write_docbin(stories: list[Json], folder: Path) -> None:
    """One `SPLIT.spacy` a split."""
    docbin(stories, folder, Parser())


def write_brat(stories: list[Json], folder: Path) -> None:
    """`ID.txt` and `ID.ann` in a folder a split, and the configuration that shows them."""
    for story in stories:
        into = folder / story["split"]
        into.mkdir(exist_ok=True)
        (into / f"{story['id']}.txt").write_text(story["text"], encoding="utf-8", newline="")
        (into / f"{story['id']}.ann").write_text(brat.standoff(story), encoding="utf-8")
    (folder / "annotation.conf").write_text(brat.CONFIGURATION, encoding="utf-8")


def write_lines(stories: list[Json], folder: Path) -> None:
    """One `SPLIT.jsonl` a split."""
    for split in SPLITS:
        lines = [json.dumps(line(story), ensure_ascii=False) for story in stories if story["split"] == split]
        (folder / f"{split}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_ledger(stories: list[Json], folder: Path) -> None:
    """`docs/ID.json` and `annotations/ID.json` in a folder a split."""
    for story in stories:
        for name, body in zip(("docs", "annotations"), ledger(story), strict=True):
            into = folder / story["split"] / name
            into.mkdir(parents=True, exist_ok=True)
            (into / f"{story['id']}.json").write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")


FORMS: Final[dict[str, Callable[[list[Json], Path], Any]]] = {
    "conllup": write_columns,
    "docbin": write_docbin,
    "brat": write_brat,
    "jsonl": write_lines,
    "ledger": write_ledger,
}
"""Name of a form -> what writes the stories in it into a folder."""

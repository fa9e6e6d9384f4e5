"""What other programs get of a story is what the story says."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from dateline.reading.parse import Parser
from tests.corpus.test_form import STORY
from training.corpus import brat
from training.corpus.agreement import answer
from training.corpus.convert import FORMS, columns, doc, ledger, line
from training.corpus.form import Json, spans


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def story() -> Json:
    meeting = {**STORY["meetings"][0], "span": [0, 38, "Norway and Chile\nmet in Oslo on Monday"]}
    text = STORY["text"].replace("Chile met", "Chile\nmet")
    return {**STORY, "text": text, "meetings": [meeting], "lookalikes": [{"span": [29, 38, "on Monday"], "what": "idiom"}]}


def test_columns_stand_on_the_words_of_each_span(story: Json, parser: Parser) -> None:
    rows = [row.split("\t") for row in columns(story, parser).splitlines() if row and not row.startswith("#")]
    assert {len(row) for row in rows} == {11}
    of_meetings = {row[1]: row[6] for row in rows}
    assert of_meetings["Norway"] == "B-0.span|B-0.NOR"
    assert of_meetings["met"] == "I-0.span|B-0.status_words"
    assert of_meetings["talks"] == "I-0.mentions"
    assert "B-0.cue" in next(row[7] for row in rows if row[1] == "praised")
    for row in rows:
        start, end = map(int, row[-1].removeprefix("TokenRange=").split(":"))
        assert row[1] in ("_", story["text"][start:end])


def test_a_doc_has_a_group_a_layer(story: Json, parser: Parser) -> None:
    made = doc(story, parser)
    assert " ".join(made.text.split()) == " ".join(story["text"].split())
    (span, *_) = [span for span in made.spans["meetings"] if span.label_ == "span"]
    assert (span.start, span.end, span.id_) == (0, 8, "0")
    assert {span.text for span in made.spans["chains"]} == {"Chile"}
    assert json.loads(made.user_data["dateline"]) == story


def test_brat_gives_every_span_at_its_place(story: Json) -> None:
    bound = {}
    for row in brat.standoff(story).splitlines():
        name, middle, *rest = row.split("\t")
        if name.startswith("T"):
            label, _, places = middle.partition(" ")
            pieces = [tuple(map(int, piece.split())) for piece in places.split(";")]
            assert " ".join(story["text"][start:end] for start, end in pieces) == rest[0]
            bound[name] = label
        elif name.startswith("R"):
            label, *arguments = middle.split()
            assert {argument.split(":")[1] for argument in arguments} <= set(bound)
            assert label in brat.CONFIGURATION
    assert len(bound) == len(list(spans(story)))
    assert all(f"\n{label}\n" in brat.CONFIGURATION for label in bound.values())


def test_lines_have_one_type_a_field(story: Json) -> None:
    flat = line(story)
    assert flat["meetings"][0]["parties"][0] == {"id": "NOR", "words": [{"start": 0, "end": 6, "text": "Norway"}]}
    assert flat["statements"][0]["target_words"] is None
    assert flat["statements"][0]["cue"] == {"start": 46, "end": 53, "text": "praised"}


def test_the_scorer_gets_words_and_names(story: Json) -> None:
    document, annotations = ledger(story)
    assert document["text"] == story["text"]
    assert annotations["meetings"][0]["parties"] == ["NOR", "CHL"]
    assert annotations["statements"][0]["content"] == "the talks"
    assert answer(story)["statements"][0]["content"] == {"field": "text", "start": 54, "end": 63, "quote": "the talks"}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_split_by_split(form: str, story: Json, tmp_path: Path) -> None:
    FORMS[form]([story], tmp_path)
    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    expected = {
        "conllup": {"train.conllup", "dev.conllup", "test.conllup"},
        "docbin": {"train.spacy", "dev.spacy", "test.spacy"},
        "brat": {"train/x1.txt", "train/x1.ann", "annotation.conf"},
        "jsonl": {"train.jsonl", "dev.jsonl", "test.jsonl"},
        "ledger": {"train/docs/x1.json", "train/annotations/x1.json"},
    }
    assert written == expected[form]


def test_a_docbin_is_read_back(story: Json, tmp_path: Path) -> None:
    FORMS["docbin"]([story], tmp_path)
    (back,) = DocBin().from_disk(tmp_path / "train.spacy").get_docs(spacy.blank("en").vocab)
    assert isinstance(back, Doc)
    assert len(back.spans["meetings"]) == 6

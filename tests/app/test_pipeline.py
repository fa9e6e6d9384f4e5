"""From stories to readings: in order, nothing dropped, one document's trouble its own."""

import logging
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest

from dateline.app import pipeline
from dateline.intake.lines import from_lines
from dateline.model.document import Document, Text
from dateline.model.errors import InputError, KnowledgeError
from dateline.model.problem import Problem, Refusal
from dateline.model.reading import Reading
from dateline.reading.budget import BUDGET
from dateline.reading.parse import Parser


class Stub:
    """A parser that gives the document itself as its story, and may fail on some."""

    budget = BUDGET

    def __init__(self, *, broken: str = "") -> None:
        self.broken = broken
        self.batches: list[int] = []

    def parse(self, document: Document) -> Any:
        if document.name == self.broken:
            raise ZeroDivisionError("no such word")
        return document

    def parse_all(self, documents: Iterable[Document]) -> Iterator[Any]:
        group = list(documents)
        self.batches.append(len(group))
        return iter([self.parse(document) for document in group])


def story(name: str, language: str | None = "en", words: str = "They met.") -> Document:
    return Document(name=name, text=Text("", words), language=language)


def read_as_is(document: Document, seconds: float) -> Reading:
    assert seconds == BUDGET.seconds
    if document.name == "bug":
        raise IndexError("out of range")
    if document.name == "knowledge":
        raise KnowledgeError("unknown key")
    return Reading(document=document)


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    monkeypatch.setattr("dateline.reading.read.read", read_as_is)
    return Stub()


def run(stories: Iterable[Document | Refusal], stub: Stub) -> list[tuple[str, str]]:
    found = []
    for outcome in pipeline.readings(stories, cast(Parser, stub)):
        name = outcome.name if isinstance(outcome, Refusal) else outcome.document.name
        found.append((name, "; ".join(problem.what for problem in outcome.problems)))
    return found


def test_order_holds_and_nothing_is_dropped(stub: Stub) -> None:
    refusal = Refusal("r", (Problem("intake", "empty"),))
    assert run([story("a"), refusal, story("f", "fr"), story("bug"), story("b", None)], stub) == [
        ("a", ""),
        ("r", "empty"),
        ("f", "language not read yet: fr"),
        ("bug", "could not be read: IndexError: out of range; please report this"),
        ("b", ""),
    ]


def test_a_parser_that_fails_on_one_reads_the_others(stub: Stub) -> None:
    stub.broken = "b"
    assert [name for name, what in run([story("a"), story("b"), story("c")], stub) if not what] == ["a", "c"]


def test_what_is_wrong_with_the_installation_stops_the_run(stub: Stub) -> None:
    with pytest.raises(KnowledgeError):
        run([story("knowledge")], stub)


def test_the_traceback_is_logged(stub: Stub, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="dateline"):
        run([story("bug")], stub)
    assert "IndexError" in caplog.text
    assert "Traceback" in caplog.text


def test_groups_are_bounded(stub: Stub) -> None:
    run([story(str(number)) for number in range(40)], stub)
    assert stub.batches == [16, 16, 8]
    stub.batches.clear()
    run([story(str(number), words="a" * 90_000) for number in range(5)], stub)
    assert stub.batches == [2, 2, 1]


def test_an_unread_story_keeps_its_day(stub: Stub) -> None:
    document = Document(name="f", text=Text("", "Ils se voient."), published=date(2022, 1, 4), language="fr")
    (reading,) = pipeline.readings([document], cast(Parser, stub))
    assert isinstance(reading, Reading)
    assert reading.is_unread
    assert (reading.dating.value, reading.dating.given) == (date(2022, 1, 4), True)


def test_published_overrides() -> None:
    refusal = Refusal("r", (Problem("intake", "empty"),))
    first, second = pipeline.published([story("a"), refusal], date(2022, 1, 4))
    assert isinstance(first, Document)
    assert first.published == date(2022, 1, 4)
    assert second is refusal


def test_paths(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met.", encoding="utf-8")
    found = pipeline.path_stories([str(tmp_path / "a.txt"), "-"], BytesIO(b"They will meet."))
    assert [each.name for each in found] == ["a.txt", "-"]
    with pytest.raises(InputError, match=r"no such file or folder: .*b\.txt"):
        pipeline.path_stories([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], BytesIO())


def test_lines(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "a", "text": "They met."}\n{"id": "b", "text": "They met."}\n', encoding="utf-8")
    assert [each.name for each in pipeline.line_stories(str(path), BytesIO())] == ["a", "b"]
    assert [each.name for each in pipeline.line_stories("-", BytesIO(path.read_bytes()))] == ["a", "b"]
    assert (pipeline.count_lines(str(path)), pipeline.count_lines("-")) == (2, None)
    with pytest.raises(InputError, match="no such file"):
        pipeline.line_stories(str(tmp_path), BytesIO())


def test_the_same_input_gives_the_same_readings(parser: Parser) -> None:
    lines = b"\n".join(b'{"id": "%d", "text": "Russia met NATO in Vienna, Moscow said."}' % number for number in range(20))
    together = list(pipeline.readings(from_lines(BytesIO(lines)), parser))
    alone = [next(pipeline.readings([story], parser)) for story in from_lines(BytesIO(lines))]
    assert together == alone

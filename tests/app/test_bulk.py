"""Which stories are read by this process, and which by workers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, cast

import pytest

from dateline.app import bulk, pipeline
from dateline.model.document import Document, Text
from dateline.model.problem import Problem, Refusal
from dateline.model.reading import Reading
from dateline.reading.parse import Parser


class Noted:
    """What was read where, each group by the names of its stories."""

    def __init__(self) -> None:
        self.here: list[str] = []
        self.away: list[list[str]] = []

    def read(self, stories: Iterable[Document | Refusal], *others: object) -> Iterator[Reading | Refusal]:
        for story in stories:
            self.here.append(story.name)
            yield Reading(document=story) if isinstance(story, Document) else story

    def crew(self, task: object, size: int, lost: object) -> "Noted":
        return self

    def __enter__(self) -> "Noted":
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def done(self, pieces: Iterator[Sequence[Any]], waits: Callable[[], bool]) -> Iterator[Any]:
        for piece in pieces:
            self.away.append([story.name for story in piece])
            yield from piece


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Noted:
    made = Noted()
    monkeypatch.setattr(pipeline, "readings", made.read)
    monkeypatch.setattr("dateline.app.workers.Crew", made.crew)
    return made


def stories(number: int, words: str = "They met.") -> list[Document | Refusal]:
    return [Document(name=str(n), text=Text("", words)) for n in range(number)]


def run(given: list[Document | Refusal], waits: Callable[[], bool] = pipeline.never, jobs: int = 2) -> int:
    return len(list(bulk.readings(given, cast(Parser, None), waits, jobs)))


@pytest.mark.parametrize(("number", "jobs"), [(0, 2), (1, 2), (bulk.FEW - 1, 2), (40, 1)])
def test_by_this_process(noted: Noted, number: int, jobs: int) -> None:
    assert run(stories(number), jobs=jobs) == number
    assert (len(noted.here), noted.away) == (number, [])


def test_by_workers(noted: Noted) -> None:
    assert run(stories(10)) == 10
    assert noted.here == [""], "what the readers make of their knowledge is made before workers are engaged"
    assert noted.away == [["0", "1", "2", "3"], ["4", "5", "6", "7"], ["8", "9"]]


def test_few_long_ones_by_workers(noted: Noted) -> None:
    assert run(stories(3, "They met. " * 3000)) == 3
    assert noted.away == [["0"], ["1"], ["2"]]


def test_lines_one_by_one_by_this_process(noted: Noted) -> None:
    assert run(stories(20), lambda: True) == 20
    assert noted.away == []


def test_a_story_over_which_workers_end() -> None:
    (story,) = stories(1)
    outcome = bulk.lost(story)
    assert isinstance(outcome, Reading)
    assert outcome.is_unread
    assert outcome.document is story
    refusal = Refusal("r", (Problem("intake", "empty"),))
    assert bulk.lost(refusal) is refusal

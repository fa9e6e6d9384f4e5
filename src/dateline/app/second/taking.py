"""Answers of a batch are taken: kept beside their questions, their quotes counted against the words of the stories."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from dateline.app import pipeline
from dateline.app.second.answers import answered, batch_answers
from dateline.app.second.asking import Bill
from dateline.app.second.kept import Given, KeptAnswers
from dateline.app.second.questions import all_questions, questions_of
from dateline.app.second.reader import Second
from dateline.app.settings import Server, Settings
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.problem import Refusal
from dateline.model.quoted import Answer, Question, ReadBy
from dateline.model.reading import Reading

__all__ = ["Taken", "expect", "held", "lines_of", "read_taken", "take"]


@dataclass
class Taken:
    """What came of the answers so far; `troubles` are (question, why not) of those that could not be taken."""

    answers: int = 0
    meetings: int = 0
    statements: int = 0
    exact: int = 0
    near: int = 0
    dropped: int = 0
    left_out: int = 0
    tokens: tuple[int, int] = (0, 0)
    stories: dict[str, Document] = field(default_factory=dict)
    troubles: list[tuple[str, str]] = field(default_factory=list)


def lines_of(path: str, stdin: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, or of standard input for `-`."""
    if path == "-":
        yield from stdin
        return
    try:
        with Path(path).open("rb") as stream:
            yield from stream
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def expect(kept: KeptAnswers, stories: Iterable[Document | Refusal], model: str) -> None:
    """Keep the questions about stories, as if they were asked now: answers to them can be taken then."""
    for each in all_questions(stories):
        if not isinstance(each, Refusal):
            kept.ask(each, model)


def take(kept: KeptAnswers, lines: Iterable[bytes]) -> Taken:
    """Take the answers in the lines of a batch; each is kept as it came, if its question is known and it has the form."""
    from dateline.reading.quoted import tally_of

    taken = Taken()
    for given in batch_answers(lines):
        if isinstance(given, Refusal):
            taken.troubles.append((given.name, "; ".join(problem.what for problem in given.problems)))
            continue
        found = held(kept, given)
        if isinstance(found, str):
            taken.troubles.append((given.id, found))
            continue
        question, answer = found
        kept.take(given)
        tally = tally_of(question.document.text, answer)
        taken.answers += 1
        taken.meetings += len(answer.meetings)
        taken.statements += len(answer.statements)
        taken.exact += tally.exact
        taken.near += tally.near
        taken.dropped += len(tally.dropped)
        taken.left_out += answer.left_out
        taken.tokens = (taken.tokens[0] + given.tokens[0], taken.tokens[1] + given.tokens[1])
        taken.stories.setdefault(question.document.id, question.document)
    return taken


def held(kept: KeptAnswers, given: Given) -> tuple[Question, Answer] | str:
    """The question that an answer is to, with its story, and the answer in its form; or why there is none."""
    document = kept.story(given.id)
    if document is None:
        return "no such question was asked here: give its stories with --stories"
    question = next((each for each in questions_of(document) if each.id == given.id), None)
    if question is None:
        return "it was asked in other words than this version asks: ask again"
    answer = answered(question, given)
    return f"the answer has not the form that was asked for: {answer}" if isinstance(answer, str) else (question, answer)


def read_taken(kept: KeptAnswers, taken: Taken, settings: Settings, by: ReadBy) -> Iterator[Reading | Refusal]:
    """What the stories say whose answers were taken; nothing is asked."""
    second = Second(by, Server(), kept, None, Bill()) if by != "rules" else None
    return pipeline.readings(taken.stories.values(), pipeline.open_parser(settings), second=second)

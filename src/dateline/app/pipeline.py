"""From what was given to readings: stories are taken in, parsed and read, in order, and nothing is dropped.

A story that cannot be taken in comes through as a `Refusal`; one in another language, or one that a reader fails on,
as a reading with a `Problem` and nothing else. The parser is loaded when the first reading is asked for.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from dateline.app.settings import Settings
from dateline.intake.day import published_on
from dateline.intake.file import MANY, from_path, from_stream
from dateline.intake.formats import NOTHING, Declared
from dateline.intake.lines import from_lines
from dateline.intake.origin import credited
from dateline.intake.pipe import Pipe, piped
from dateline.model.document import Document
from dateline.model.errors import DatelineError, InputError, SettingsError, UnkeptError
from dateline.model.problem import Problem, Refusal, Room
from dateline.model.quoted import ReadBy
from dateline.model.reading import Reading
from dateline.model.when import Dating

if TYPE_CHECKING:
    from dateline.app.second.reader import Second
    from dateline.reading.parse import Parser

T = TypeVar("T")

__all__ = [
    "LANGUAGES", "LETTERS", "Pipe", "attempt", "count_lines", "day_of", "foreign", "group_readings", "groups", "is_many",
    "is_readable", "line_stories",
    "never", "open_parser", "open_second", "path_stories", "piped", "published", "readings", "reread", "unread",
]  # fmt: skip

LANGUAGES = ("en",)
"""Languages that can be read."""

STORIES = 16  # parsed together at most
LETTERS = 200_000  # code points parsed together at most: what is parsed at once is held at once

log = logging.getLogger(__name__)


def open_parser(settings: Settings) -> "Parser":
    """The language model, loaded (this takes a second or two); what is wrong with packs or trained reader is said now, too."""
    from dateline.knowledge.check import check
    from dateline.knowledge.packs import packs
    from dateline.reading.budget import Budget
    from dateline.reading.encoder import ready
    from dateline.reading.parse import Parser

    check(packs())
    ready()
    return Parser(settings.model, Budget(seconds=settings.seconds))


def open_second(by: ReadBy, max_cost: float | None = None) -> "Second | None":
    """The second reader, None where the rules read without one."""
    if by == "rules":
        if max_cost is not None:
            raise SettingsError("--max-cost is for --reader model or both: the rules cost nothing")
        return None
    from dateline.app.second.reader import open_second

    return open_second(by, max_cost=max_cost)


def path_stories(paths: Sequence[str], stdin: BinaryIO, told: Declared = NOTHING) -> Iterator[Document | Refusal]:
    """The stories of files and folders, `-` being standard input. All must exist before any is read.

    `told` is what the giver says of their form.
    """
    for path in paths:
        if path != "-" and not Path(path).exists():
            raise InputError(f"no such file or folder: {path}")
    return (
        story for path in paths for story in (from_stream(stdin, "-", told) if path == "-" else from_path(Path(path), told))
    )


def line_stories(
    path: str, stdin: BinaryIO, pipe: Pipe | None = None, told: Declared = NOTHING
) -> Iterator[Document | Refusal]:
    """The stories of JSON Lines by the reading contract; `-` is standard input, read through `pipe` where one is given."""
    if path == "-":
        return from_lines(pipe or stdin, told)
    if not Path(path).is_file():
        raise InputError(f"no such file: {path}; --jsonl takes a file of JSON Lines, or - for standard input")
    return opened_lines(Path(path), told)


def opened_lines(path: Path, told: Declared) -> Iterator[Document | Refusal]:
    """The stories of a file of lines, which is closed at their end."""
    try:
        with path.open("rb") as stream:
            yield from from_lines(stream, told)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


def count_lines(path: str) -> int | None:
    """How many lines a file has, None for standard input."""
    if path == "-":
        return None
    with Path(path).open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))


def is_many(path: str) -> bool:
    """Can more than one story come of it?"""
    return path != "-" and (Path(path).is_dir() or path.lower().endswith(MANY))


def day_of(value: str) -> date | datetime:
    """A publication date as a person or a field gives it."""
    return published_on(value)


def published(stories: Iterable[Document | Refusal], day: date | datetime | None) -> Iterator[Document | Refusal]:
    """The same stories with clean addresses and the agency that wrote them, all published on `day` where one is given."""
    for story in stories:
        if isinstance(story, Document):
            yield credited(replace(story, published=day, dated_by=None) if day else story)
        else:
            yield story


def never() -> bool:
    """No story is waited for: all are there."""
    return False


def readings(
    stories: Iterable[Document | Refusal],
    parser: "Parser",
    waits: Callable[[], bool] = never,
    second: "Second | None" = None,
) -> Iterator[Reading | Refusal]:
    """What each story says, in order. `waits` tells whether the next story is still to be waited for: those before it are
    read meanwhile. `second` reads with a language model; a story that it gives no answer about is not read."""
    from dateline.reading.read import read

    for group in groups(stories, waits):
        yield from group_readings(group, parser, read, second)


def reread(document: Document, settings: Settings, second: "Second | None" = None) -> Reading:
    """One document of the ledger, read again."""
    outcome = next(readings([document], open_parser(settings), second=second))
    if isinstance(outcome, Refusal) or outcome.is_unread:
        raise InputError(f"{document.name}: {'; '.join(problem.what for problem in outcome.problems)}")
    return outcome


def groups(
    stories: Iterable[Document | Refusal], waits: Callable[[], bool] = never, most: int = STORIES, most_letters: int = LETTERS
) -> Iterator[list[Document | Refusal]]:
    """Stories in groups that are parsed together, bounded in number and letters; a group ends before one that is waited for."""
    group: list[Document | Refusal] = []
    letters = 0
    for story in stories:
        size = len(story.text.body) if isinstance(story, Document) else 0
        if group and (len(group) >= most or letters + size > most_letters):
            yield group
            group, letters = [], 0
        group.append(story)
        letters += size
        if waits():
            yield group
            group, letters = [], 0
    if group:
        yield group


def group_readings(
    group: list[Document | Refusal], parser: "Parser", read: Callable[..., Reading], second: "Second | None" = None
) -> Iterator[Reading | Refusal]:
    """The readings of one group."""
    documents = [story for story in group if isinstance(story, Document) and is_readable(story)]
    answers = second.answers(documents) if second is not None else {}
    documents = [story for story in documents if not isinstance(answers.get(id(story)), Problem)]
    parsed = attempt(lambda: list(parser.parse_all(documents)), "parsing together")
    seconds = parser.budget.seconds
    together = {} if isinstance(parsed, Problem) else dict(zip(map(id, documents), parsed, strict=True))
    for story in group:
        if isinstance(story, Refusal):
            yield story
        elif not is_readable(story):
            yield unread(story, foreign(story))
        elif isinstance(answer := answers.get(id(story), ()), Problem):
            yield unread(story, answer)
        else:
            told = {"by": second.by, "answers": answer} if second is not None else {}
            yield reading_of(story, partial(whole, together, parser, partial(read, seconds=seconds, **told)))


def whole(together: Mapping[int, Any], parser: "Parser", read: Callable[..., Reading], document: Document) -> Reading:
    """The reading of a document that was parsed together with others, or is parsed now."""
    return read(together.get(id(document)) or parser.parse(document))


def reading_of(document: Document, read: Callable[[Document], Reading]) -> Reading:
    """The reading of one document, or an empty one with the problem that its reader ran into."""
    outcome = attempt(lambda: read(document), document.name)
    return unread(document, outcome) if isinstance(outcome, Problem) else outcome


def attempt(task: Callable[[], T], name: str, room: Room = "reading", wanted: str = "read") -> T | Problem:
    """What the task gives, or the problem it ran into.

    The one place where any exception is caught: a bug in a reader, or values of one story that the ledger cannot take, must
    not hide the other documents of a run. It is named in the document's record, and logged with its traceback
    (`dateline --debug`). What is wrong with the installation is no trouble of a document, and raises.
    """
    try:
        return task()
    except Exception as error:
        if isinstance(error, DatelineError) and not isinstance(error, UnkeptError):
            raise
        log.debug("%s: %s", name, error, exc_info=True)
        return Problem(room, f"could not be {wanted}: {type(error).__name__}: {error}; please report this")


def is_readable(document: Document) -> bool:
    """Is it in a language that can be read, as far as one can tell?"""
    return document.language is None or document.language in LANGUAGES


def foreign(document: Document) -> Problem:
    """What is told of one that is in another language."""
    return Problem("intake", f"language not read yet: {document.language}")


def unread(document: Document, problem: Problem) -> Reading:
    """A reading that has nothing but the day the document gives, and the problem."""
    day = document.day
    return Reading(
        document=document,
        dating=Dating(day, given=day is not None, earliest=day, latest=day),
        problems=(*document.problems, problem),
    )

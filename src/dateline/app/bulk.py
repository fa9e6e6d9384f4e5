"""Readings of many stories by several processes: the same ones in the same order as by this one alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from dateline.app import pipeline
from dateline.app.engine import Engine, cores, crew_of
from dateline.app.pipeline import LETTERS, never, unread
from dateline.model.document import Document, Text
from dateline.model.problem import Problem, Refusal
from dateline.model.reading import Reading

if TYPE_CHECKING:
    from dateline.app.second.reader import Second
    from dateline.reading.parse import Parser

__all__ = ["FEW", "readings"]

FEW = 8
"""Stories for which no workers are engaged."""

FEW_LETTERS = 20_000
"""Nor for stories of so many code points together."""

STORIES = 4  # a worker has in hand at most: what is lost with it is little, and none waits long for its turn

FIRST = Document(name="", text=Text("", "Envoys of Norway and Chile will meet in Oslo on Monday, a spokesman said."))
"""Read before workers are forked: what the readers make of their knowledge when they first need it is then there for all."""


def readings(
    stories: Iterable[Document | Refusal],
    parser: "Parser",
    waits: Callable[[], bool] = never,
    jobs: int | None = 1,
    second: "Second | None" = None,
    engine: Engine = "local",
) -> Iterator[Reading | Refusal]:
    """What each story says, in order, read by so many processes (None: one a processor core) of this machine or of a
    cluster; a few stories, and those that a model reads too, are read by this process. `waits` tells whether the next story
    is still to be waited for: those before it are read meanwhile."""
    source = iter(stories)
    if second is not None or (engine == "local" and (jobs or cores()) == 1):
        yield from pipeline.readings(source, parser, waits, second)
        return
    while early := list(first_of(source, waits)):
        if not is_few(early):
            yield from by_workers(chain(early, source), parser, waits, jobs, engine)
            return
        yield from pipeline.readings(early, parser)


def first_of(stories: Iterator[Document | Refusal], waits: Callable[[], bool]) -> Iterator[Document | Refusal]:
    """The next stories, those that are more than a few left; none that would have to be waited for."""
    letters = 0
    for story in islice(stories, FEW):
        yield story
        letters += letters_of(story)
        if letters >= FEW_LETTERS or waits():
            return


def is_few(stories: Sequence[Document | Refusal]) -> bool:
    """Is reading them less than it takes to engage workers?"""
    return len(stories) < FEW and sum(map(letters_of, stories)) < FEW_LETTERS


def letters_of(story: Document | Refusal) -> int:
    """How many code points there are to be read."""
    return len(story.text.body) if isinstance(story, Document) else 0


def by_workers(
    stories: Iterable[Document | Refusal], parser: "Parser", waits: Callable[[], bool], jobs: int | None, engine: Engine
) -> Iterator[Reading | Refusal]:
    """The same readings by workers."""
    if engine == "local":
        list(pipeline.readings([FIRST], parser))
    with crew_of(engine, partial(read_group, parser), jobs, lost) as crew:
        yield from crew.done(pipeline.groups(stories, waits, STORIES, LETTERS // 4), waits)


def read_group(parser: "Parser", group: Sequence[Document | Refusal]) -> list[Reading | Refusal]:
    """What a worker does with some stories."""
    from dateline.reading.read import read

    return list(pipeline.group_readings(list(group), parser, read))


def lost(story: Document | Refusal) -> Reading | Refusal:
    """What comes of a story over which workers have ended."""
    what = "could not be read: its reader was ended twice while reading it, perhaps for want of memory; please report this"
    return unread(story, Problem("reading", what)) if isinstance(story, Document) else story

"""Stories into a ledger: read those that it does not have, keep each, and count what came of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline import __version__
from dateline.app.keep import keep
from dateline.app.pipeline import readings
from dateline.ledger import store
from dateline.ledger.database import Ledger
from dateline.model.document import Document
from dateline.model.problem import Refusal
from dateline.model.reading import Reading

if TYPE_CHECKING:
    from dateline.reading.parse import Parser

__all__ = ["Gathered", "gather"]


@dataclass
class Gathered:
    """What came of the stories so far; `troubles` are (story, what was wrong) of those that could not be read."""

    given: int = 0
    new: int = 0
    known: int = 0
    meetings: set[str] = field(default_factory=set)
    reports: int = 0
    statements: int = 0
    problems: int = 0
    troubles: list[tuple[str, str]] = field(default_factory=list)


def gather(
    ledger: Ledger, stories: Iterable[Document | Refusal], parser: Callable[[], "Parser"], gathered: Gathered
) -> Iterator[str]:
    """Add stories, each acknowledged by its name once it is safely kept. What could not be read leaves the ledger alone.

    The parser is asked for when the first story is to be read: stories that the ledger has are not read again.
    """
    outstanding = unknown(ledger, stories, gathered)
    first = next(outstanding, None)
    if first is None:
        return
    for outcome in readings(chained(first, outstanding), parser()):
        if isinstance(outcome, Refusal):
            gathered.troubles.append((outcome.name, "; ".join(problem.what for problem in outcome.problems)))
            continue
        if outcome.is_unread:
            gathered.troubles.append((outcome.document.name, "; ".join(problem.what for problem in outcome.problems)))
            continue
        count(ledger, outcome, gathered)
        yield outcome.document.name


def unknown(ledger: Ledger, stories: Iterable[Document | Refusal], gathered: Gathered) -> Iterator[Document | Refusal]:
    """The stories that the ledger does not have."""
    for story in stories:
        gathered.given += 1
        if isinstance(story, Document):
            with ledger.reading() as connection:
                if store.holds(connection, story.id):
                    gathered.known += 1
                    continue
        yield story


def chained(first: Document | Refusal, others: Iterable[Document | Refusal]) -> Iterator[Document | Refusal]:
    """The first story, then the others."""
    yield first
    yield from others


def count(ledger: Ledger, reading: Reading, gathered: Gathered) -> None:
    """Keep one reading and count it."""
    kept = keep(ledger, reading, __version__)
    if not kept.new:
        gathered.known += 1
        return
    gathered.new += 1
    gathered.meetings |= set(kept.meetings)
    gathered.reports += kept.reports
    gathered.statements += kept.statements
    gathered.problems += len(reading.problems)

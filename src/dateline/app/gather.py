"""Stories into a ledger: read those that it does not have, keep each, and count what came of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from dateline.app.bulk import readings
from dateline.app.carry import ORIGIN, catch_up
from dateline.app.engine import Engine
from dateline.app.keep import Kept, carry, keep, read_again, read_late
from dateline.app.pipeline import attempt, is_readable, unread
from dateline.app.version import reading_version
from dateline.intake.twins_compare import compare
from dateline.intake.twins_words import Imprint, imprint
from dateline.ledger import forget, redate, store, twins
from dateline.ledger.database import Ledger
from dateline.model.document import Document
from dateline.model.problem import Problem, Refusal
from dateline.model.reading import Reading

if TYPE_CHECKING:
    from dateline.app.second.reader import Second
    from dateline.reading.parse import Parser

__all__ = ["Gathered", "gather", "reread"]


@dataclass
class Gathered:
    """What came of the stories so far; `mended` were known without their date, `troubles` are (story, what was wrong) of those
    that could not be read."""

    given: int = 0
    new: int = 0
    known: int = 0
    copies: int = 0
    mended: int = 0
    meetings: set[str] = field(default_factory=set)
    reports: int = 0
    statements: int = 0
    problems: int = 0
    troubles: list[tuple[str, str]] = field(default_factory=list)


def gather(
    ledger: Ledger,
    stories: Iterable[Document | Refusal],
    parser: Callable[[], "Parser"],
    gathered: Gathered,
    *,
    again: bool = False,
    second: "Second | None" = None,
    jobs: int | None = 1,
    engine: Engine = "local",
) -> Iterator[str]:
    """Add stories, each acknowledged by its name once it is safely kept. What could not be read leaves the ledger alone; what
    is in a language that is not read yet is kept with that problem, for a version that reads it.

    The parser is asked for when the first story is to be read: stories that the ledger has are not read again. What was
    forgotten stays out, unless it is to come in `again`. So many processes read, `jobs`, here or on a cluster; this one keeps.
    """
    while catch_up(ledger):
        pass
    way, outstanding = Way(parser, second, jobs, engine), stories
    while outstanding:
        desk = Desk()
        yield from read_all(ledger, unknown(ledger, outstanding, gathered, desk, again=again), way, gathered, desk, again=again)
        outstanding = desk.waiting
        gathered.given -= len(desk.waiting)
    read_unread(ledger, way, gathered)


@dataclass(frozen=True)
class Way:
    """How stories are read: the parser, opened when the first is read, the model that reads too, if one does, and by how many
    processes where none does (None: one a processor core), and whose."""

    parser: Callable[[], "Parser"]
    second: "Second | None" = None
    jobs: int | None = 1
    engine: Engine = "local"

    @property
    def rules(self) -> str:
        """What the ledger notes of it: the version of the rules, and the model."""
        return f"{reading_version()} {self.second.rules}" if self.second is not None else reading_version()

    def read(self, stories: Iterable[Document | Refusal]) -> Iterator[Reading | Refusal]:
        """What each story says."""
        if self.second is not None:
            return readings(stories, self.parser(), second=self.second)
        return readings(stories, self.parser(), jobs=self.jobs, engine=self.engine)


@dataclass
class Desk:
    """Stories that are being read, and copies of them that wait until that is done; names of those only carried."""

    reading: dict[str, Imprint] = field(default_factory=dict)
    waiting: list[Document] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)


def read_all(
    ledger: Ledger,
    outstanding: Iterator[Document | Refusal],
    way: Way,
    gathered: Gathered,
    desk: Desk,
    *,
    again: bool,
) -> Iterator[str]:
    """Read stories and keep them."""
    first = next(outstanding, None)
    if first is None:
        yield from desk.carried
        return
    for outcome in way.read(chained(first, outstanding)):
        yield from done(desk, outcome)
        if isinstance(outcome, Refusal):
            gathered.troubles.append((outcome.name, "; ".join(problem.what for problem in outcome.problems)))
            continue
        if outcome.is_unread and is_readable(outcome.document):
            gathered.troubles.append((outcome.document.name, "; ".join(problem.what for problem in outcome.problems)))
            continue
        if count(ledger, outcome, way.rules, gathered, again=again):
            yield outcome.document.name
    yield from desk.carried


def done(desk: Desk, outcome: Reading | Refusal) -> list[str]:
    """Clear the desk of a story; gives the names of those that were carried meanwhile."""
    if isinstance(outcome, Reading):
        desk.reading.pop(outcome.document.id, None)
    names, desk.carried = desk.carried, []
    return names


def unknown(
    ledger: Ledger, stories: Iterable[Document | Refusal], gathered: Gathered, desk: Desk, *, again: bool
) -> Iterator[Document | Refusal]:
    """The stories that are to be read: not those that the ledger has or was told to forget, nor copies of what it has."""
    for story in stories:
        gathered.given += 1
        if isinstance(story, Document):
            with ledger.reading() as connection:
                held = store.holds(connection, story.id) or redate.dated_as(connection, story)
                mends = bool(redate.undated_as(connection, story))
                grave = None if again or held else forget.tombstone_of(connection, story)
            if held:
                gathered.known += 1
                continue
            if grave is not None:
                gathered.troubles.append((story.name, refusal(grave)))
                continue
            made = imprint(story.text)
            if is_twin(made, story, desk):
                desk.waiting.append(story)
                continue
            if not again and not mends and is_readable(story) and is_carried(ledger, story, gathered, desk):
                continue
            desk.reading[story.id] = made
        yield story


def is_twin(made: Imprint, story: Document, desk: Desk) -> bool:
    """Does a story that is being read tell the same?"""
    return story.id in desk.reading or any(compare(other, made) is not None for other in desk.reading.values())


def is_carried(ledger: Ledger, story: Document, gathered: Gathered, desk: Desk) -> bool:
    """Was the story kept, or refused, without being read, since its words are read already?"""
    outcome = attempt(lambda: carry(ledger, story), story.name, "ledger", "kept")
    if outcome is None:
        return False
    if isinstance(outcome, Problem):
        gathered.troubles.append((story.name, outcome.what))
        return True
    gathered.copies += outcome.new
    if tally(story, outcome, gathered):
        desk.carried.append(story.name)
    return True


def read_unread(ledger: Ledger, way: Way, gathered: Gathered) -> None:
    """Read what came to stand for its story only now, since what stood for it is carried by another or gone."""
    tried: set[str] = set()
    while True:
        with ledger.reading() as connection:
            waiting = [each for each in twins.unread(connection) if each.id not in tried]
        if not waiting:
            return
        tried |= {each.id for each in waiting}
        for outcome in way.read(waiting):
            if isinstance(outcome, Reading) and not outcome.is_unread:
                kept = kept_of(outcome, lambda reading: read_late(ledger, reading, way.rules), gathered)
                gathered.meetings |= set(kept.meetings) if kept else set()


def refusal(grave: forget.Tombstone) -> str:
    """Why a document stays out."""
    why = f": {grave.note}" if grave.note else ""
    return f"forgotten on {grave.at:%Y-%m-%d} by {grave.by}{why}; `dateline add --again` brings it back"


def chained(first: Document | Refusal, others: Iterable[Document | Refusal]) -> Iterator[Document | Refusal]:
    """The first story, then the others."""
    yield first
    yield from others


def count(ledger: Ledger, reading: Reading, rules: str, gathered: Gathered, *, again: bool) -> bool:
    """Keep one reading and count it; is it in the ledger now?"""
    kept = kept_of(reading, lambda each: keep(ledger, each, rules, again=again), gathered)
    if kept is None:
        return False
    gathered.problems += len(reading.problems) if kept.new else 0
    return tally(reading.document, kept, gathered)


def kept_of(reading: Reading, put: Callable[[Reading], Kept], gathered: Gathered) -> Kept | None:
    """Put a reading into the ledger. Where that fails on what it says, the document is kept with that problem and nothing else,
    so that it stops no run, neither this nor the next, until newer rules read it again; None then."""
    document = reading.document
    outcome = attempt(lambda: put(reading), document.name, "ledger", "kept")
    if not isinstance(outcome, Problem):
        return outcome
    gathered.troubles.append((document.name, outcome.what))
    attempt(lambda: put(unread(document, outcome)), document.name, "ledger", "kept")
    return None


def tally(document: Document, kept: Kept, gathered: Gathered) -> bool:
    """Count what became of a document; is it in the ledger now?"""
    if kept.forgotten is not None:
        gathered.troubles.append((document.name, refusal(kept.forgotten)))
        return False
    gathered.meetings |= set(kept.meetings)
    if not kept.new:
        gathered.mended += kept.mended
        gathered.known += not kept.mended
        return True
    gathered.new += 1
    gathered.reports += kept.reports
    gathered.statements += kept.statements
    return True


def reread(
    ledger: Ledger,
    parser: Callable[[], "Parser"],
    gathered: Gathered,
    *,
    everything: bool = False,
    second: "Second | None" = None,
    jobs: int | None = 1,
) -> Iterator[str]:
    """Read the stories of the ledger again that were read by other rules than these, each acknowledged by its name. What a
    model read is read again only with a model, or where everything is."""
    way = Way(parser, second, jobs)
    with ledger.reading() as connection:
        outdated = store.read_otherwise(
            connection, None if everything else way.rules, without=ORIGIN, modelled=everything or second is not None
        )
    stories = (story for name in outdated for story in carried(ledger, name))
    first = next(stories, None)
    if first is None:
        return
    for outcome in way.read(chained(first, stories)):
        gathered.given += 1
        if isinstance(outcome, Reading) and not is_readable(outcome.document):
            continue
        if isinstance(outcome, Refusal) or outcome.is_unread:
            name = outcome.name if isinstance(outcome, Refusal) else outcome.document.name
            gathered.troubles.append((name, "; ".join(problem.what for problem in outcome.problems)))
            continue
        kept = attempt(partial(read_again, ledger, outcome, way.rules), outcome.document.name, "ledger", "kept")
        if isinstance(kept, Problem):
            gathered.troubles.append((outcome.document.name, kept.what))
        if kept is None or isinstance(kept, Problem):  # None: it is carried by another one meanwhile, or gone
            continue
        gathered.new += 1
        gathered.meetings |= set(kept.meetings)
        gathered.reports += kept.reports
        gathered.statements += kept.statements
        yield outcome.document.name


def carried(ledger: Ledger, document: str) -> Iterator[Document]:
    """A document out of the ledger, unless it was taken out meanwhile."""
    with ledger.reading() as connection:
        yield from store.carriers(connection, document)[:1]

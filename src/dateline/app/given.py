"""Stories that are handed in one by one, from a form or a program: read without being kept, or read and kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.app.door.given import one_story
from dateline.app.door.reader import Reader
from dateline.app.door.rows import Counts, Reading
from dateline.app.gather import Gathered, gather
from dateline.app.missing import Missing
from dateline.ledger.database import Ledger
from dateline.model.document import Document

__all__ = ["Added", "add_story", "read_story", "story_given"]


@dataclass(frozen=True)
class Added:
    """A story that was kept: its document, and what came of it."""

    document: Document
    counts: Counts


def story_given(story: Mapping[str, Any]) -> Document:
    """The document of a story given by its fields; what is empty counts as not given."""
    return one_story({name: value for name, value in story.items() if value not in (None, "")})


def read_story(document: Document, reader: Reader, *, doubtful: bool = False) -> Reading:
    """What a story says, without keeping anything."""
    return next(reader.outcomes([document], doubtful=doubtful))


def add_story(ledger: Ledger, document: Document, reader: Callable[[], Reader]) -> Added:
    """Read a story and keep what it says; the same story again changes nothing."""
    gathered, missing = Gathered(), Missing()
    for _ in gather(ledger, missing.count([document]), lambda: reader().parser, gathered):
        pass
    return Added(document, Counts.of(gathered, missing))

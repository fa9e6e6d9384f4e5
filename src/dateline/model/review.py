"""What is doubtful in the ledger: entries that a person should look at, why, and the words that they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import prod
from typing import Literal

from dateline.model.agenda import AgendaRow
from dateline.model.coded import Coded
from dateline.model.party import Party
from dateline.model.position import Saying
from dateline.model.watch import Watch

__all__ = ["Asked", "Cause", "DoubtKind", "Doubtful", "Passage", "Queue", "Reason", "Subject"]

DoubtKind = Literal["meeting", "statement", "event"]
Cause = Literal["contested", "one-sided", "unlikely", "double", "join", "contradiction", "readers"]

Subject = AgendaRow | Saying | Coded
"""An entry as the ledger has it."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why an entry is doubtful, in words, and how much so (0 to 1).

    `other` is the entry that this is about beside it: the meeting that may be the same one, the report that may not belong
    to it, what contradicts it.
    """

    cause: Cause
    words: str
    doubt: float
    other: str | None = None


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A sentence that an entry rests on, and the story that it stands in; `entry` is the report, statement or event.

    `beside` is the meeting that it tells of, where that is the possible double; `document` is what the story is called, `story`
    the id of its document.
    """

    entry: str
    sentence: str
    document: str
    story: str
    outlet: str | None = None
    day: date | None = None
    url: str | None = None
    beside: str | None = None


@dataclass(frozen=True, kw_only=True)
class Doubtful:
    """An entry to decide of; `importance` is that of its parties, `nearness` that of its day, each 0 to 1.

    `day` is that of the entry, or of the newest story on it; `beside` are the entries that its reasons name, by id.
    """

    kind: DoubtKind
    subject: Subject
    reasons: tuple[Reason, ...]
    parties: tuple[str, ...] = ()
    day: date | None = None
    importance: float = 0.0
    nearness: float = 0.0
    passages: tuple[Passage, ...] = ()
    beside: Mapping[str, Subject] = field(default_factory=dict, hash=False)

    @property
    def id(self) -> str:
        """That of the entry."""
        return self.subject.id

    @property
    def doubt(self) -> float:
        """That of all reasons together."""
        return 1 - prod(1 - reason.doubt for reason in self.reasons)

    @property
    def weight(self) -> float:
        """How much a decision matters: by its parties, its day and the doubt."""
        return (0.2 + self.importance) * (0.2 + self.nearness) * self.doubt

    def others(self, cause: Cause) -> tuple[str, ...]:
        """The entries that its reasons of one cause are about."""
        return tuple(reason.other for reason in self.reasons if reason.cause == cause and reason.other)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of the queue: days (both included), a party, a watch; `today` is the day that entries are near to."""

    today: date
    first: date | None = None
    last: date | None = None
    party: str | None = None
    watch: Watch | None = None

    @property
    def around(self) -> date:
        """The day from which the ledger is searched outwards: today, or the day asked for that is next to it."""
        return max(min(self.today, self.last or self.today), self.first or date.min)


@dataclass(frozen=True)
class Queue:
    """Entries to decide of, the weightiest first, and the names of the parties in them."""

    entries: tuple[Doubtful, ...]
    names: Mapping[str, Party]

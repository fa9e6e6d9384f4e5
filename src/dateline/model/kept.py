"""What the ledger keeps under an id: a document with what it says, a meeting with all that it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date, datetime

from dateline.model.agenda import AgendaRow
from dateline.model.entry import Statement
from dateline.model.event import Event
from dateline.model.judgement import Judgement
from dateline.model.occasion import Report, Step
from dateline.model.party import Party
from dateline.model.position import Carrier
from dateline.model.relation import Relation
from dateline.model.text import Text
from dateline.model.when import Dating

__all__ = ["Apart", "Carried", "Change", "KeptEntry", "KeptMeeting", "Link", "Shown"]


@dataclass(frozen=True, kw_only=True)
class Carried:
    """A document with what its text says; `judged` are those of its entries of which people decided."""

    id: str
    name: str
    text: str
    title: str
    source: str | None
    url: str | None
    day: date | None
    added_at: datetime
    rules: str | None
    read_in: str | None
    dating: Dating
    others: tuple[str, ...]
    predecessor: str | None
    problems: tuple[str, ...]
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...] = ()
    judged: Mapping[str, "KeptEntry"] = made(default_factory=dict, hash=False)


@dataclass(frozen=True, kw_only=True)
class KeptEntry:
    """A statement, event or relation under the id that it was read by, as people have it, with what they decided of it, and the
    documents that carry its story, oldest first; of a relation asked for by itself, `sentence` is where its words stand."""

    id: str
    entry: Statement | Event | Relation
    judgements: tuple[Judgement, ...] = ()
    sentence: str | None = None
    carriers: tuple[Carrier, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Link:
    """How a report came to a meeting: the score of the comparison that tied it to another one, and the reasons."""

    score: float | None
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True)
class Apart:
    """A report that is near to a meeting but not of it: the meeting that it belongs to, and what keeps the two apart."""

    report: str
    meeting: str | None
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True)
class Change:
    """A change in what the ledger believed, by the ledger's own clock."""

    revision: int
    at: datetime
    field: str
    before: str | None
    value: str | None
    document: str


@dataclass(frozen=True, kw_only=True)
class KeptMeeting:
    """A meeting in the ledger with its reports, what ties them together, and how it changed."""

    row: AgendaRow
    merged_into: str | None
    withdrawn: bool
    reports: tuple[tuple[Report, Link], ...]
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    judgements: tuple[Judgement, ...] = ()
    apart: tuple[Apart, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A document as it can be shown: what it says, the words that were read for it, and the names of the parties."""

    document: Carried
    text: Text
    names: Mapping[str, Party]

"""Positions: what sides say on an issue, story by story, laid beside each other.

A `Saying` is a statement as the ledger has it, with who carried it. An `Issue` gathers the sayings that speak of one
matter; in it each side has `Stance`s, newest first, and an accusation stands beside its denial (`Pair`).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateline.model.entry import Form, StatementKind
from dateline.model.judgement import Judgement
from dateline.model.then import Then
from dateline.model.when import When

__all__ = ["Board", "Carrier", "Issue", "Pair", "Saying", "Shift", "Sought", "Stance", "said_on"]


@dataclass(frozen=True, kw_only=True)
class Carrier:
    """A document that carries the text of a statement: `name` is what its giver called it."""

    id: str
    name: str
    source: str | None
    url: str | None
    published: date | None
    added_at: datetime


@dataclass(frozen=True, kw_only=True)
class Saying:
    """A statement with what is needed to lay it beside others.

    `sides` are the states and bodies that it is said for, `targets` those it is aimed at, `partners` the sides of
    those; `day` is the day on which it was said, or else that of its story; `carriers` come oldest first.
    """

    id: str
    text: str
    ordinal: int
    kind: StatementKind
    form: Form
    speaker: str
    quote: tuple[str, ...]
    via: str | None = None
    of: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    cue: str | None = None
    topic: str | None = None
    said: str | None = None
    day: date | None = None
    same_as: str | None = None
    inside: str | None = None
    confidence: float = 0.5
    carriers: tuple[Carrier, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def words(self) -> str:
        """What is said, the pieces of an interrupted quotation joined."""
        return " […] ".join(self.quote)


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What is asked of the statements, now or as of a moment. Several parties: any of them."""

    speakers: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    party: str | None = None
    kind: StatementKind | None = None
    about: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    then: Then | None = None
    confidence: float = 0.0

    def is_met_by(self, saying: Saying) -> bool:
        """Is it one of the statements asked for, as far as its values decide that (not its words, nor when it was known)?"""
        for_whom, at_whom = {*saying.of, *saying.sides}, {*saying.targets, *saying.partners}
        asked = (
            not self.speakers or saying.speaker in self.speakers or saying.speaker.partition(":")[0] in self.speakers,
            not self.sides or bool(for_whom.intersection(self.sides)),
            not self.targets or bool(at_whom.intersection(self.targets)),
            self.party is None or self.party in {saying.speaker, *for_whom, *at_whom},
            self.kind in (None, saying.kind),
            saying.confidence >= self.confidence,
        )
        return all(asked) and self.is_in_its_days(saying)

    def is_in_its_days(self, saying: Saying) -> bool:
        """Was it said on one of the days asked for?"""
        if self.first is None and self.last is None:
            return True
        said = When.parsed(saying.said) if saying.said else When(saying.day, saying.day)
        first, last = said.earliest or said.latest, said.latest or said.earliest
        if first is None or last is None:
            return False
        return (self.first is None or last >= self.first) and (self.last is None or first <= self.last)


LONGEST_SAID = timedelta(days=31)
"""A statement said within so many days is dated by them, any vaguer one by its story."""


def said_on(said: When | None, told: date | None) -> date | None:
    """The day on which it was said, never after that of its story; the latter where the words leave it open."""
    if said is None or said.earliest is None or said.latest is None or said.latest - said.earliest > LONGEST_SAID:
        return told
    return min(said.latest, told) if told else said.latest


@dataclass(frozen=True)
class Pair:
    """An accusation (or claim) and its denial, with the reasons why they belong together."""

    claim: Saying
    denial: Saying
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Shift:
    """A side said otherwise before: the earlier saying, and what both speak of."""

    before: Saying
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Stance:
    """What a side says on an issue at one time; `again` are earlier or other tellings of the same, newest first."""

    saying: Saying
    again: tuple[Saying, ...] = ()
    shift: Shift | None = None


@dataclass(frozen=True)
class Issue:
    """A matter on which sides speak: side -> its stances, newest first; `because` says what ties the sayings together,
    `aimed` the party at which they are all aimed."""

    name: str
    sides: tuple[tuple[str, tuple[Stance, ...]], ...]
    pairs: tuple[Pair, ...] = ()
    because: tuple[str, ...] = ()
    aimed: str | None = None

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances of all sides."""
        return tuple(stance for _, stances in self.sides for stance in stances)

    @property
    def newest(self) -> date | None:
        """The day of the newest saying."""
        return max((stance.saying.day for stance in self.stances if stance.saying.day), default=None)


@dataclass(frozen=True)
class Board:
    """Issues in rows and sides in columns, the most important first."""

    sides: tuple[str, ...]
    issues: tuple[Issue, ...]
    hidden: int = 0

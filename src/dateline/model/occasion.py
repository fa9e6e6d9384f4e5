"""A meeting in the ledger: what many reports say of one occasion, laid over each other without rewriting any of them.

A `Report` is a `Meeting` read in one text together with the day and carrier of that text. `Facts` is the part of it by
which two reports are compared, a `Match` the outcome of such a comparison. An `Occasion` is what is believed of the
reports put together; `Step` and `Claim` keep how it came to be believed and what else was said.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.entry import Attendee, Meeting, MeetingKind, Status
from dateline.model.when import When

__all__ = ["Claim", "Facts", "Match", "Occasion", "OccasionStatus", "Reliability", "Report", "Step", "side_of"]

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""How far an outlet can be relied on, by the Admiralty scale: A completely, E not at all, F cannot be judged."""

OccasionStatus = Literal[
    "proposed", "scheduled", "confirmed", "ongoing", "held", "suspended", "postponed", "cancelled", "refused",
    "not-reported-held",
]  # fmt: skip


def side_of(party: str, of: str | None = None) -> str:
    """The state or body that a party stands for: itself where it is nobody's part.

    >>> side_of("UN:Security Council"), side_of("Sergei Lavrov", "RUS:Foreign Ministry"), side_of("Taliban")
    ('UN', 'RUS', 'Taliban')
    """
    return (of or party).split(":", 1)[0]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What of a report decides whether it speaks of the same occasion as another one.

    `day` is the document's; `sides` the states and bodies behind parties and people; `country` that of `place`, `feature`
    the GeoNames code of what sort of place it is; `quote` the words that best state it, `before` and `behind` what stands
    around them.
    """

    id: str
    text: str
    day: date | None
    kind: MeetingKind
    status: Status
    forum: str | None = None
    sides: frozenset[str] = frozenset()
    people: frozenset[Attendee] = frozenset()
    level: str | None = None
    place: str | None = None
    country: str | None = None
    feature: str | None = None
    when: When | None = None
    previously: When | None = None
    quote: str = ""
    before: str = ""
    behind: str = ""

    @property
    def is_country(self) -> bool:
        """Is the place a whole country?"""
        return bool(self.feature) and str(self.feature).startswith("PCL")


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report of a meeting and who carried it: `day` and `source` are those of the document it was read from.

    `reliability` is what people hold of that source, None where nobody has said; `wire` the agency whose text it carries,
    `predecessor` the document that this one updates.
    """

    meeting: Meeting
    day: date | None
    document: str
    source: str | None = None
    reliability: Reliability | None = None
    country: str | None = None
    feature: str | None = None
    sides: frozenset[str] = frozenset()
    story: str | None = None
    wire: str | None = None
    predecessor: str | None = None

    @property
    def told_in(self) -> str:
        """The story that it is part of: texts that copy or update each other tell one story."""
        return self.story or self.meeting.text

    @property
    def id(self) -> str:
        """That of the entry."""
        return self.meeting.id

    @property
    def facts(self) -> Facts:
        """The part by which it is compared with others."""
        meeting = self.meeting
        return Facts(
            id=meeting.id,
            text=meeting.text,
            day=self.day,
            kind=meeting.kind.value,
            status=meeting.status.value,
            forum=meeting.forum.value if meeting.forum else None,
            sides=self.sides,
            people=frozenset(each.value for each in meeting.people),
            level=meeting.level.value if meeting.level else None,
            place=meeting.place.value if meeting.place else None,
            country=self.country,
            feature=self.feature,
            when=meeting.when.value if meeting.when else None,
            previously=meeting.previously.value if meeting.previously else None,
            quote=meeting.spans[0].quote if meeting.spans else "",
        )


@dataclass(frozen=True, kw_only=True)
class Match:
    """Two reports compared: the score, and the reasons with what each of them added or took."""

    one: str
    other: str
    score: float
    reasons: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """One change in what is believed of an occasion: the report that brought it, its day and words, and both values."""

    day: date | None
    report: str
    field: str
    value: str | None
    before: str | None = None
    quote: str = ""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A value that reports give for a field on which they differ; exactly one of them is believed, and `why` says so.

    `rival` tells a value that contradicts the believed one from one that is less exact or was given up. `reliability` is
    the best of the outlets that give it, `credibility` that of the claim itself: 1 confirmed by others, 2 probably true,
    3 possibly true, 4 doubtful, 5 improbable, 6 not to be judged. `reports` are those that give it.
    """

    field: str
    value: str
    stories: int
    believed: bool
    why: str = ""
    rival: bool = False
    reliability: Reliability | None = None
    credibility: int = 6
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """What the reports of one occasion say together. `newest` is the day of the last story that changed it."""

    kind: MeetingKind
    status: Status
    title: str = ""
    forum: str | None = None
    parties: tuple[str, ...] = ()
    people: tuple[Attendee, ...] = ()
    level: str | None = None
    convener: str | None = None
    place: str | None = None
    country: str | None = None
    venue: str | None = None
    when: When | None = None
    previously: When | None = None
    topic: str | None = None
    outcome: str | None = None
    confidence: float = 0.5
    credibility: int = 6
    stories: int = 1
    newest: date | None = None
    reports: tuple[str, ...] = ()
    history: tuple[Step, ...] = ()
    claims: tuple[Claim, ...] = ()

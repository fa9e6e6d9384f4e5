"""Mentions judged to be of one occasion, and the sides that can be of one."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dateline.knowledge.parties import Body, State, bodies, groups, states
from dateline.model.entry import MeetingKind
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.place import Place
from dateline.model.when import When
from dateline.reading.desk import Actor
from dateline.reading.meetings.dates import Length, stretched
from dateline.reading.meetings.heard import Heard
from dateline.reading.meetings.roles import Mention

__all__ = ["VAGUE", "Occasion", "Slots", "formats", "is_known", "members_of", "richness", "state_then"]

FEW = 6
"""A forum of at most so many members is named by them: the Normandy format, not the G20."""

SIDES = ("state", "organisation", "organ", "group")
"""Kinds of party that can be a side of a meeting by themselves."""

VAGUE = ("talks", "council", "summit", "negotiation", "conference", "other")
"""Kinds that a later "talks" or "meeting" may refer back to."""


@dataclass(eq=False)
class Slots:
    """A mention with its slots filled; where `guessed`, by what the trained reader has `heard`, `sure` by field.

    `lent`: rules name one side, the reader another.
    """

    mention: Mention
    span: Span
    parties: dict[str, Evidence]
    people: dict[str, tuple[str | None, Evidence]]
    when: Sourced[When] | None
    rough: bool
    before: Sourced[When] | None
    place: Sourced[str] | None
    city: Place | None
    venue: Sourced[str] | None
    forum: Sourced[str] | None
    level: Sourced[str] | None
    topic: Sourced[str] | None
    outcome: Sourced[str] | None
    length: Length | None
    direction: str | None
    heard: Heard | None = None
    guessed: bool = False
    lent: bool = False
    sure: dict[str, float] = field(default_factory=dict)


@dataclass(eq=False)
class Occasion:
    """Mentions judged to be of one occasion, in text order; sides and people each with the first words that name them.

    `double` is how likely it is another one that says more, told again; `within`: are its sides and people among those of one
    that says more? `rank` counts those that do.
    """

    slots: list[Slots] = field(default_factory=list)
    parties: dict[str, Evidence] = field(default_factory=dict)
    people: dict[str, tuple[str | None, Evidence]] = field(default_factory=dict)
    double: float = 0.0
    within: bool = False
    rank: int = 0

    def add(self, slots: Slots) -> "Occasion":
        """The occasion with one mention more; whom only the trained reader names is not added to those whom rules name."""
        self.slots.append(slots)
        if slots.guessed and self.ruled:
            return self
        for side, evidence in slots.parties.items():
            self.parties.setdefault(side, evidence)
        for name, each in slots.people.items():
            self.people.setdefault(name, each)
        return self

    @property
    def ruled(self) -> list[Slots]:
        """The mentions whose slots rules fill."""
        return [slots for slots in self.slots if not slots.guessed]

    @property
    def told(self) -> bool:
        """Do rules alone name its sides at any mention?"""
        return any(not slots.lent for slots in self.ruled)

    @property
    def telling(self) -> list[Slots]:
        """The mentions whose slots rules fill; where there are none all."""
        return self.ruled or self.slots

    @property
    def kind(self) -> MeetingKind:
        """The most telling kind of its mentions: a summit is not just talks; else that of the mention that says most."""
        kinds = [slots.mention.kind for slots in sorted(self.telling, key=lambda slots: -richness(slots))]
        telling: tuple[MeetingKind, ...] = ("visit", "summit", "council", "call", "conference")
        return next((kind for kind in telling if kind in kinds), kinds[0])

    @property
    def when(self) -> Sourced[When] | None:
        """The finest date given; of equally fine ones the first."""
        dated = [slots for slots in self.telling if slots.when] or [slots for slots in self.slots if slots.when]
        best = min(dated, key=lambda each: (each.when and each.when.value.days) or 100_000, default=None)
        length = next((slots.length for slots in self.slots if slots.length and slots.length[0] > 1), None)
        if best is None or best.when is None or length is None:
            return best.when if best else None
        return stretched(best.mention, best.when, *length)

    @property
    def rough(self) -> bool:
        """Is the date given only roughly?"""
        return any(slots.rough and slots.when is self.when for slots in self.slots)

    @property
    def before(self) -> Sourced[When] | None:
        """The date it was moved from."""
        return next((slots.before for slots in self.slots if slots.before), None)

    @property
    def place(self) -> Sourced[str] | None:
        """The place, a city before a country."""
        cities = [
            slots.place for slots in self.telling if slots.place and slots.city and str(slots.city.feature).startswith("PPL")
        ]
        told = (*self.telling, *self.slots)
        return next(iter(cities), None) or next((slots.place for slots in told if slots.place), None)

    @property
    def forum(self) -> Sourced[str] | None:
        """The standing format."""
        return next((slots.forum for slots in self.slots if slots.forum), None)


def richness(slots: Slots) -> float:
    """How much a mention says: date, place, sides; a finite clause before a bare noun."""
    named = bool(slots.when) + bool(slots.place) + bool(slots.forum) + min(len(slots.parties), 2)
    return named - 0.5 * slots.mention.definite


def members_of(actor: Actor, day: date | None = None) -> tuple[str, ...]:
    """The sides an actor stands for in a meeting: its state or body, the members that a forum of few had on the day."""
    known = formats().get(actor.party.id)
    if known is not None and 1 < len(members := known.members_on(day)) <= FEW:
        return members
    side = actor.side or (actor.party.id if actor.party.kind in SIDES else None)
    return (side.split(":")[0],) if side else ()


@cache
def forerunners() -> dict[str, tuple[State, ...]]:
    """Former states by the heir that has their capital: what was the Soviet Union's Moscow is Russia's."""
    known = {state.id: state for state in states()}
    former = [(heir, state) for state in states() for heir in state.heirs if heir in known]
    kept = [(heir, state) for heir, state in former if state.until and set(state.capitals) & set(known[heir].capitals)]
    return {heir: tuple(state for other, state in kept if other == heir) for heir, _ in kept}


def state_then(state: str, day: date | None) -> str:
    """The state that a place of today's state belonged to on a day."""
    for former in forerunners().get(state, ()):
        if day is not None and former.until is not None and (former.from_ or date.min) <= day < former.until:
            return former.id
    return state


@cache
def formats() -> dict[str, Body]:
    """The standing formats in which sides meet, by id; an organ of one state is none."""
    international = {body.id for body in bodies() if body.kind == "organisation"}
    return {body.id: body for body in bodies() if body.forum or (body.kind == "organ" and body.of in international)}


@cache
def known_sides() -> frozenset[str]:
    """Ids of the states, bodies and groups of our knowledge."""
    return frozenset((*(each.id for each in states()), *(each.id for each in bodies()), *(each.id for each in groups())))


def is_known(side: str) -> bool:
    """Is it a state, body or group that we know, or a part of one?"""
    return side.split(":")[0] in known_sides()

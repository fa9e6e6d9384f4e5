"""Coded events as data sets want them: an event with its sides spelt out, where it happened and who carried the story."""

from dataclasses import dataclass
from datetime import date

from dateline.model.event import EventStatus, PloverType
from dateline.model.evidence import Span
from dateline.model.judgement import Judgement
from dateline.model.party import PartyKind
from dateline.model.place import Place
from dateline.model.position import Carrier
from dateline.model.when import When

__all__ = ["Coded", "Side", "Wanted"]


@dataclass(frozen=True, kw_only=True)
class Side:
    """A party in an event: `side` is the state or body that it stands for, `words` what the text calls it there."""

    party: str
    name: str
    kind: PartyKind
    side: str
    wikidata: str | None = None
    office: str | None = None
    sectors: tuple[str, ...] = ()
    words: Span | None = None


@dataclass(frozen=True, kw_only=True)
class Coded:
    """An event of a story.

    `day` is that of the story, `when` that of the act where the text tells it; `sentence` counts from 1 (the title is 0),
    `words` are those of that sentence, `lead` says whether it stands in the first paragraph, `letters` how many code points
    the story has. `carriers` come oldest first. `persons`, `bodies` and `places` are those in the story's entries,
    `judgements` what people decided of it.
    """

    id: str
    text: str
    trigger: Span
    type: PloverType
    mode: str | None
    cameo: str
    status: EventStatus
    contexts: tuple[str, ...] = ()
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    when: When | None = None
    place: Place | None = None
    reported_by: str | None = None
    confidence: float = 0.5
    sentence: int | None = None
    words: str = ""
    lead: bool = False
    letters: int = 0
    day: date | None = None
    title: str = ""
    language: str | None = None
    carriers: tuple[Carrier, ...] = ()
    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and last day of the act, or the day of its story."""
        first = (self.when.earliest or self.when.latest if self.when else None) or self.day
        last = (self.when.latest or self.when.earliest if self.when else None) or self.day
        return (first, last) if first and last else None


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked of the events. `first` and `last` bound the day of the act, or of its story where it tells none."""

    first: date | None = None
    last: date | None = None
    party: str | None = None
    types: tuple[PloverType, ...] = ()
    statuses: tuple[EventStatus, ...] = ()
    confidence: float = 0.0

    def is_met_by(self, event: Coded) -> bool:
        """Is it one of the events asked for?"""
        named = {name for each in (*event.actors, *event.recipients) for name in (each.party, each.side)}
        asked = (
            self.party is None or self.party in named,
            not self.types or event.type in self.types,
            not self.statuses or event.status in self.statuses,
            event.confidence >= self.confidence,
        )
        if not all(asked) or (self.first is None and self.last is None):
            return all(asked)
        if event.span is None:
            return False
        return (self.first is None or event.span[1] >= self.first) and (self.last is None or event.span[0] <= self.last)

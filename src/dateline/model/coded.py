"""Coded events as data sets want them: an event with its sides spelt out, where it happened and who carried the story."""

from dataclasses import dataclass
from datetime import date

from dateline.model.event import EventStatus, PloverType
from dateline.model.evidence import Span
from dateline.model.party import PartyKind
from dateline.model.place import Place
from dateline.model.position import Carrier
from dateline.model.when import When

__all__ = ["Coded", "Side"]


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
    the story has. `carriers` come oldest first. `persons`, `bodies` and `places` are those in the story's entries.
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

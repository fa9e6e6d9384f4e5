"""Events and their mentions as GDELT 2.0 has them: tab-separated, no header, pairs of sides, FIPS countries.

An event of GDELT is what all stories say of the same two sides, act, day and place; each carrying of such a story is a
mention. Columns that we do not know stay empty: tone, ethnicity, religion, regions of FIPS, ids of GNS.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from dateline.knowledge import actors, codes
from dateline.model.coded import Coded, Side
from dateline.model.position import Carrier
from dateline.views.export_days import day_of
from dateline.views.export_sides import cameo_actor, country_of, deeds, name_of, place_words, roles
from dateline.views.outward import cell

__all__ = ["EVENTS", "MENTIONS", "event_rows", "mention_rows"]

ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
    "Type3Code",
)  # fmt: skip
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENTS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", *(f"Actor1{name}" for name in ACTOR),
    *(f"Actor2{name}" for name in ACTOR), "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
    "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone", *(f"Actor1Geo_{name}" for name in GEO),
    *(f"Actor2Geo_{name}" for name in GEO), *(f"ActionGeo_{name}" for name in GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip

WEB, CITATION = "1", "2"
"""GDELT's types of mentions: the identifier is an address, or only names the document."""

Sides = tuple[Side, ...]

COUNTRY, CITY, REGION = "1", "4", "5"
GROUP = slice(-3, None)


@dataclass
class Record:
    """One event of GDELT: the coded events that tell of it, each with the sides meant, one each or all of a collapsed act."""

    number: int
    code: str
    day: str | None
    told: list[tuple[Coded, Sides, Sides]] = field(default_factory=list)

    @property
    def mentions(self) -> list[tuple[Coded, Sides, Sides, Carrier]]:
        """Each carrying of each telling."""
        return [(event, sources, targets, carrier) for event, sources, targets in self.told for carrier in event.carriers]


def records(events: Iterable[Coded], *, told: bool, collapse: bool) -> list[Record]:
    """Events of GDELT in the order of their first telling."""
    found: dict[tuple[str | None, ...], Record] = {}
    for event in events:
        day = day_of(event, told=told)
        for code, sources, targets in deeds(event, collapse=collapse):
            day_or_story = day or f"? {event.text}"
            key = (day_or_story, parties(sources), parties(targets), code, place_words(event))
            if key not in found:
                found[key] = Record(number_of(key), code, day)
            found[key].told.append((event, sources, targets))
    return list(found.values())


def parties(sides: Sides) -> str | None:
    """Who stands on one side."""
    return "; ".join(side.party for side in sides) or None


def number_of(key: tuple[str | None, ...]) -> int:
    """A stable number of at most 15 digits for an event."""
    return int(sha256("\x1f".join(part or "" for part in key).encode()).hexdigest()[:12], 16)


def event_rows(events: Iterable[Coded], *, told: bool, collapse: bool = False) -> Iterator[list[str]]:
    """The rows of the events table."""
    for record in records(events, told=told, collapse=collapse):
        event, sources, targets = record.told[0]
        carriers = [carrier for *_, carrier in record.mentions]
        action = geo_cells(event)
        cells = [
            str(record.number), *day_cells(record.day), *actor_cells(sources), *actor_cells(targets),
            "1" if any(each.lead for each, *_ in record.told) else "0", record.code, base(record.code), record.code[:2],
            str(codes.cameo_quad(record.code)), f"{codes.goldstein(record.code):.1f}", str(len(carriers)),
            str(len({carrier.source or carrier.name for carrier in carriers})),
            str(len({carrier.id for carrier in carriers})), None, *[None] * len(GEO), *[None] * len(GEO), *action,
            max(carriers, key=lambda carrier: carrier.added_at).added_at.strftime("%Y%m%d%H%M%S") if carriers else None,
            address(carriers[0]) if carriers else None,
        ]  # fmt: skip
        yield [cell(each) if each else "" for each in cells]


def mention_rows(events: Iterable[Coded], *, told: bool, collapse: bool = False) -> Iterator[list[str]]:
    """The rows of the mentions table; offsets are code points in the text, sentences count from 1."""
    for record in records(events, told=told, collapse=collapse):
        for event, sources, targets, carrier in record.mentions:
            in_text = event.trigger.field == "text"
            cells = [
                str(record.number), stamp(record.day), stamp(carrier.published), WEB if carrier.url else CITATION,
                carrier.source, address(carrier), number(event.sentence), offset(sources), offset(targets),
                str(event.trigger.start) if in_text else None, None, str(round(event.confidence * 100)), str(event.letters),
                None, None, None,
            ]  # fmt: skip
            yield [cell(each) if each else "" for each in cells]


def day_cells(day: str | None) -> list[str | None]:
    """SQLDATE, MonthYear, Year, FractionDate."""
    if day is None:
        return [None] * 4
    at = date.fromisoformat(day)
    fraction = at.year + (at.month * 30 + at.day) / 365
    return [f"{at:%Y%m%d}", f"{at:%Y%m}", str(at.year), f"{fraction:.4f}"]


def actor_cells(sides: Sides) -> list[str | None]:
    """Ten columns of a side; of several, all names and the codes of the first."""
    if not sides:
        return [None] * len(ACTOR)
    side = sides[0]
    state, body = country_of(side), actors.body_code(side.side)
    types = list(roles(side))
    if state is None and body:
        types = list(dict.fromkeys((body[:3], *types)))[:3]
    return [
        cameo_actor(side), "; ".join(map(name_of, sides)).upper(), actors.cameo_state(state) if state else None,
        body[GROUP] if body and len(body) > len("IGO") else None, None, None, None,
        *(types + [None] * 3)[:3],
    ]  # fmt: skip


def geo_cells(event: Coded) -> list[str | None]:
    """Eight columns of the place of an act."""
    place = event.place
    if place is None:
        return [None] * len(GEO)
    feature = place.feature or ""
    sort = CITY if feature.startswith("PPL") else REGION if feature.startswith("ADM") else COUNTRY
    return [
        sort, place_words(event), actors.fips(place.country) if place.country else None, None, None,
        None if place.lat is None else f"{place.lat:.4f}", None if place.lon is None else f"{place.lon:.4f}", None,
    ]  # fmt: skip


def base(code: str) -> str:
    """The code of three digits over one of four."""
    return code[:3]


def stamp(day: str | date | None) -> str | None:
    """A day as GDELT writes a moment; the hour is not known."""
    return None if day is None else f"{str(day).replace('-', '')}000000"


def number(value: int | None) -> str | None:
    """A number as text."""
    return None if value is None else str(value)


def offset(sides: Sides) -> str | None:
    """Where the words for a side start in the text, for the first of several."""
    side = sides[0] if sides else None
    return str(side.words.start) if side and side.words and side.words.field == "text" else None


def address(carrier: Carrier) -> str:
    """The address of a document, or its name."""
    return carrier.url or carrier.name

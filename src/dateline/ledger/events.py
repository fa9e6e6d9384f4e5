"""Coded events in the ledger: rows that come and go with the reading of their text, and questions to them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, exists, func, or_, select

from dateline.ledger.columns import when_from, when_row
from dateline.ledger.reports import chunks, rows_in
from dateline.ledger.rows import Fields, Row, Trees, of_party, party_rows, sourced_fields, span_from, trees, value
from dateline.ledger.search import carriers_of
from dateline.ledger.tables import (
    documents,
    entry_parties,
    event_sides,
    events,
    evidence,
    parties,
    readings,
    reports,
    spans,
    texts,
)
from dateline.model.coded import Coded, Side, Wanted
from dateline.model.event import Event
from dateline.model.evidence import Sourced, Span
from dateline.model.place import Place
from dateline.model.position import Carrier
from dateline.model.reading import Reading
from dateline.model.sentence import sentence_around
from dateline.model.text import Text

__all__ = [
    "among",
    "coded",
    "day_order",
    "event_evidence",
    "event_parties",
    "event_row",
    "full_events",
    "sentences_of",
    "side_rows",
]


def event_row(event: Event, ordinal: int, reading: Reading) -> Row:
    """An event without its sides, words and evidence."""
    found = site(event, reading)
    return {
        "id": event.id, "text": event.text, "ordinal": ordinal, "type": event.type.value, "mode": value(event.mode),
        "cameo": event.cameo.value, "status": event.status.value,
        "contexts": " ".join(each.value for each in event.contexts), **when_row("done", value(event.when)),
        "place": value(event.place), "place_id": found and found.id, "country": found and found.country,
        "admin1": found and found.admin1, "feature": found and found.feature, "lat": found and found.lat,
        "lon": found and found.lon, "reported_by": event.reported_by, "sentence": event.sentence,
        "lead": "\n" not in reading.document.text.field(event.trigger.field)[: event.trigger.start].strip(),
        "confidence": event.confidence,
    }  # fmt: skip


def site(event: Event, reading: Reading) -> Place | None:
    """The place of an event as the reading has it."""
    if event.place is None:
        return None
    return next((place for place in reading.places if place.name == event.place.value), None)


def event_parties(found: Iterable[Event], reading: Reading) -> list[Row]:
    """Who acts, and on whom."""
    sides = of_party(reading)
    return [
        row
        for event in found
        for role in ("actors", "recipients")
        for row in party_rows(event.text, event.id, role, [(each.value, None) for each in getattr(event, role)], sides)
    ]


def side_rows(found: Iterable[Event], reading: Reading) -> list[Row]:
    """What of the sides depends on the text: words, office, sectors."""
    known = {party.id: party for party in reading.parties}
    rows: list[Row] = []
    for event in found:
        for role in ("actors", "recipients"):
            each: Sourced[str]
            for ordinal, each in enumerate(getattr(event, role)):
                party, words = known.get(each.value), words_of(each)
                rows.append(
                    {
                        "text": event.text, "entry": event.id, "role": role, "ordinal": ordinal,
                        "office": party and party.office, "sectors": " ".join(party.sectors) if party else "",
                        "field": words and words.field, "start": words and words.start, "end": words and words.end,
                        "quote": words and words.quote,
                    }
                )  # fmt: skip
    return rows


def words_of(side: Sourced[str]) -> Span | None:
    """The words that name a side."""
    return next((reason.ground for reason in side.evidence if isinstance(reason.ground, Span)), None)


def event_evidence(event: Event) -> Fields:
    """Every sourced value of an event with its field and place in it."""
    yield from sourced_fields(event, ("type", "mode", "cameo", "status", "when", "place"), ("actors", "recipients", "contexts"))
    if event.evidence:
        yield "event", 0, event.evidence


def coded(connection: Connection, wanted: Wanted) -> list[Coded]:
    """The events asked for, by day, then in the order of their texts."""
    query = event_query().where(events.c.confidence >= wanted.confidence)
    return assembled(connection, connection.execute(narrowed(query, wanted)).mappings().all())


def among(connection: Connection, ids: Iterable[str]) -> list[Coded]:
    """Some events, by day, then in the order of their texts."""
    return assembled(connection, rows_in(connection, event_query(), events.c.id, ids))


def event_query() -> Select[Any]:
    """Events with what is told of their story."""
    columns = select(
        events, readings.c.day.label("told"), readings.c.document.label("read_in"), texts.c.title,
        func.length(texts.c.body).label("letters"), documents.c.language,
    )  # fmt: skip
    return (
        columns.join(readings, readings.c.text == events.c.text)
        .join(texts, texts.c.id == events.c.text)
        .join(documents, documents.c.id == readings.c.document)
    )


def assembled(connection: Connection, rows: Sequence[Any]) -> list[Coded]:
    """Events of rows, with sides, words and carriers."""
    ids, told = [row["id"] for row in rows], {row["text"] for row in rows}
    sides = sides_of(connection, ids)
    triggers = {row["entry"]: row for row in rows_in(connection, trigger_query(), spans.c.entry, ids)}
    carriers = carriers_of(connection, told)
    cast = cast_of(connection, told)
    sites = places_of(connection, told)
    words = sentences_of(connection, triggers.values())
    found = [
        coded_event(row, sides.get(row["id"], []), triggers[row["id"]], carriers.get(row["text"], []), cast, sites, words)
        for row in rows
    ]
    return sorted(found, key=day_order)


def day_order(event: Coded) -> tuple[date, str, str, int]:
    """By the first day of the act, then in the order of the texts."""
    return event.span[0] if event.span else date.max, event.text, event.trigger.field, event.trigger.start


def narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    """Only what is asked for."""
    earliest = func.coalesce(events.c.done_earliest, events.c.done_latest, readings.c.day)
    latest = func.coalesce(events.c.done_latest, events.c.done_earliest, readings.c.day)
    if wanted.first:
        query = query.where(latest >= wanted.first)
    if wanted.last:
        query = query.where(earliest <= wanted.last)
    if wanted.types:
        query = query.where(events.c.type.in_(wanted.types))
    if wanted.statuses:
        query = query.where(events.c.status.in_(wanted.statuses))
    if wanted.party:
        mine = or_(entry_parties.c.party == wanted.party, entry_parties.c.side == wanted.party)
        query = query.where(exists().where(entry_parties.c.entry == events.c.id, mine))
    return query


def trigger_query() -> Select[Any]:
    """The words that name events."""
    return select(spans).where(spans.c.role == "trigger")


def sentences_of(connection: Connection, triggers: Iterable[Any]) -> dict[str, str]:
    """Event -> the sentence in which its words stand."""
    standing: dict[str, list[Any]] = defaultdict(list)
    for row in triggers:
        standing[row["text"]].append(row)
    found: dict[str, str] = {}
    for portion in chunks(standing):  # not all texts at once
        for row in rows_in(connection, select(texts.c.id, texts.c.title, texts.c.body), texts.c.id, portion):
            text = Text(row["title"], row["body"])
            for trigger in standing[row["id"]]:
                found[trigger["entry"]] = sentence_around(text, span_from(trigger)).quote
    return found


def sides_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, Side]]]:
    """Event -> (role, side) in order."""
    query = (
        select(
            event_sides, entry_parties.c.party, entry_parties.c.side, parties.c.name, parties.c.kind, parties.c.wikidata,
        )
        .join(
            entry_parties,
            (entry_parties.c.entry == event_sides.c.entry)
            & (entry_parties.c.role == event_sides.c.role)
            & (entry_parties.c.ordinal == event_sides.c.ordinal),
        )
        .join(parties, parties.c.id == entry_parties.c.party, isouter=True)
        .order_by(event_sides.c.role, event_sides.c.ordinal)
    )  # fmt: skip
    found: dict[str, list[tuple[str, Side]]] = defaultdict(list)
    for row in rows_in(connection, query, event_sides.c.entry, ids):
        found[row["entry"]].append((row["role"], side_from(row)))
    return found


def side_from(row: Any) -> Side:
    """A side of a row."""
    return Side(
        party=row["party"],
        name=row["name"] or row["party"],
        kind=row["kind"] or "other",
        side=row["side"] or row["party"],
        wikidata=row["wikidata"],
        office=row["office"],
        sectors=tuple(row["sectors"].split()),
        words=Span(row["field"], row["start"], row["end"], row["quote"]) if row["quote"] is not None else None,
    )


def full_events(connection: Connection, ids: Iterable[str]) -> list[Event]:
    """Events with words and evidence, in the order of their texts."""
    wanted = sorted(set(ids))
    named: dict[str, list[Any]] = defaultdict(list)
    ordered = select(entry_parties).order_by(entry_parties.c.role, entry_parties.c.ordinal)
    for row in rows_in(connection, ordered, entry_parties.c.entry, wanted):
        named[row["entry"]].append(row)
    triggers = {row["entry"]: row for row in rows_in(connection, trigger_query(), spans.c.entry, wanted)}
    grounds = trees(rows_in(connection, select(evidence), evidence.c.entry, wanted))
    rows = rows_in(connection, select(events), events.c.id, wanted)
    return [
        full_event(row, named.get(row["id"], []), triggers[row["id"]], grounds)
        for row in sorted(rows, key=lambda row: (row["text"], row["ordinal"]))
    ]


def full_event(row: Any, named: Sequence[Any], trigger: Any, grounds: Trees) -> Event:
    """One event put together again."""

    def sourced(about: str, value: Any, ordinal: int = 0) -> Any:
        return None if value is None else Sourced(value, grounds[row["id"], about, ordinal])

    def several(role: str) -> tuple[Sourced[str], ...]:
        return tuple(sourced(role, each["party"], each["ordinal"]) for each in named if each["role"] == role)

    return Event(
        text=row["text"],
        trigger=span_from(trigger),
        type=sourced("type", row["type"]),
        mode=sourced("mode", row["mode"]),
        cameo=sourced("cameo", row["cameo"]),
        status=sourced("status", row["status"]),
        actors=several("actors"),
        recipients=several("recipients"),
        contexts=tuple(sourced("contexts", name, ordinal) for ordinal, name in enumerate(row["contexts"].split())),
        when=sourced("when", when_from("done", row)),
        place=sourced("place", row["place"]),
        reported_by=row["reported_by"],
        sentence=row["sentence"],
        confidence=row["confidence"],
        evidence=grounds.get((row["id"], "event", 0), ()),
    )


def cast_of(connection: Connection, told: Iterable[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """(text, kind of party) -> names of the parties in its entries."""
    query = (
        select(entry_parties.c.text, parties.c.kind, parties.c.name)
        .join(parties, parties.c.id == entry_parties.c.party)
        .distinct()
    )
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows_in(connection, query, entry_parties.c.text, told):
        found[row["text"], row["kind"]].append(row["name"])
    return {key: tuple(sorted(names)) for key, names in found.items()}


def places_of(connection: Connection, told: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Text -> names of the places in its entries."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in (events, reports):
        for row in rows_in(
            connection, select(table.c.text, table.c.place).where(table.c.place.is_not(None)), table.c.text, told
        ):
            found[row["text"]].add(row["place"])
    return {text: tuple(sorted(names)) for text, names in found.items()}


def coded_event(
    row: Any,
    sides: Sequence[tuple[str, Side]],
    trigger: Any,
    carriers: Sequence[Carrier],
    cast: dict[tuple[str, str], tuple[str, ...]],
    sites: dict[str, tuple[str, ...]],
    words: dict[str, str],
) -> Coded:
    """One event put together."""
    text = row["text"]
    place = None
    if row["place"] is not None:
        place = Place(
            row["place"], row["country"], row["place_id"], row["admin1"], row["feature"], row["lat"], row["lon"],
        )  # fmt: skip
    return Coded(
        id=row["id"],
        text=text,
        trigger=span_from(trigger),
        type=row["type"],
        mode=row["mode"],
        cameo=row["cameo"],
        status=row["status"],
        contexts=tuple(row["contexts"].split()),
        actors=tuple(side for role, side in sides if role == "actors"),
        recipients=tuple(side for role, side in sides if role == "recipients"),
        when=when_from("done", row),
        place=place,
        reported_by=row["reported_by"],
        confidence=row["confidence"],
        sentence=row["sentence"],
        words=words.get(row["id"], ""),
        lead=row["lead"],
        letters=row["letters"],
        day=row["told"],
        title=row["title"],
        language=row["language"],
        carriers=tuple(carriers),
        persons=cast.get((text, "person"), ()),
        bodies=cast.get((text, "organisation"), ()),
        places=sites.get(text, ()),
    )

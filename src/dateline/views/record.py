"""The reading contract: a reading as the JSON object of `dateline read --json` and `--jsonl`, version 1."""

from collections.abc import Iterable
from typing import Any

from dateline.knowledge import codes
from dateline.model.document import Document
from dateline.model.entry import Meeting, Statement
from dateline.model.event import Event
from dateline.model.evidence import Evidence, Sourced, Span, Stamp
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.problem import Problem
from dateline.model.reading import Reading
from dateline.model.relation import Relation
from dateline.model.when import Dating, TimeExpression, When

__all__ = ["CONTRACT", "failure", "record"]

CONTRACT = 1

Json = dict[str, Any]


def record(reading: Reading, *, with_document: bool = False) -> Json:
    """A reading as the contract has it. `with_document` adds the document that the offsets refer to."""
    document = reading.document
    return {
        "contract": CONTRACT,
        "id": document.name,
        **({"document": carrying(document)} if with_document else {}),
        "published": dating(reading.dating),
        "parties": [party(item) for item in reading.parties],
        "places": [place(item) for item in reading.places],
        "times": [time(item) for item in reading.times],
        "meetings": [meeting(item) for item in reading.meetings],
        "statements": [statement(item) for item in reading.statements],
        "events": [event(item) for item in reading.events],
        "relations": [relation(item) for item in reading.relations],
        "problems": [problem(item) for item in reading.problems],
    }


def failure(name: str | None, problems: Iterable[Problem]) -> Json:
    """The record of what could not be read at all."""
    return {"contract": CONTRACT, "id": name, "problems": [problem(item) for item in problems]}


def carrying(document: Document) -> Json:
    """The document as received."""
    return {
        "title": document.text.title or None,
        "text": document.text.body,
        "source": document.source,
        "url": document.url,
        "origin": document.origin,
        "wire": document.wire
        and {"name": document.wire.value, "evidence": [evidence(each) for each in document.wire.evidence]},
        "published": document.published.isoformat() if document.published else None,
    }


def span(item: Span | None) -> Json | None:
    """A span: code points of a field, and the words."""
    return None if item is None else {"start": item.start, "end": item.end, "in": item.field, "quote": item.quote}


def evidence(item: Evidence) -> Json:
    """A ground with the rule that read it; the reasons beneath it follow in `because`."""
    top = grounded(item)
    open_ = [(item, top)]
    while open_:
        each, told = open_.pop()
        if each.because:
            told["because"] = [grounded(reason) for reason in each.because]
            open_ += zip(each.because, told["because"], strict=True)
    return top


def grounded(item: Evidence) -> Json:
    """A ground with the rule that read it."""
    ground: Json
    if isinstance(item.ground, Span):
        ground = span(item.ground) or {}
    elif isinstance(item.ground, Stamp):
        ground = {"stamp": item.ground.name, "value": item.ground.value}
    else:
        ground = {"by": item.ground.by, "at": item.ground.at.isoformat(), "note": item.ground.note}
    return {**ground, "rule": item.rule, "assumed": item.assumed}


def because(value: Sourced[Any] | tuple[Sourced[Any], ...] | None) -> list[Json]:
    """The evidence of a field, of all its values where it has several, each ground and rule once."""
    values = value if isinstance(value, tuple) else (value,) if value else ()
    return [evidence(item) for item in dict.fromkeys(reason for each in values for reason in each.evidence)]


def dating(item: Dating) -> Json:
    """The day of the story."""
    return {
        "value": day(item.value),
        "given": item.given,
        "earliest": day(item.earliest),
        "latest": day(item.latest),
        "rivals": [{"value": day(rival.value), "weight": round(rival.weight, 3)} for rival in item.rivals],
        "because": [evidence(reason) for reason in item.because],
    }


def day(value: Any) -> str | None:
    """ISO 8601, or null."""
    return None if value is None else str(value.isoformat())


def party(item: Party) -> Json:
    """A party with its mentions."""
    return {
        "id": item.id,
        "name": item.name,
        "kind": item.kind,
        "of": item.of,
        "wikidata": item.wikidata,
        "office": item.office,
        "sectors": list(item.sectors),
        "mentions": [{**(span(mention.span) or {}), "how": mention.how} for mention in item.mentions],
    }


def place(item: Place) -> Json:
    """A place with its mentions."""
    return {
        "id": item.id,
        "name": item.name,
        "country": item.country,
        "admin1": item.admin1,
        "feature": item.feature,
        "lat": item.lat,
        "lon": item.lon,
        "wikidata": item.wikidata,
        "mentions": [span(mention) for mention in item.mentions],
    }


def time(item: TimeExpression) -> Json:
    """A TIMEX3 with the days it bounds."""
    return {
        **(span(item.span) or {}),
        "type": item.type,
        "value": item.value,
        "mod": item.mod,
        "quant": item.quant,
        "freq": item.freq,
        "earliest": day(item.earliest),
        "latest": day(item.latest),
    }


def value(item: Sourced[Any] | None) -> Any:
    """What is said, without why."""
    return None if item is None else item.value


def edtf(item: Sourced[When] | None) -> str | None:
    """The date of an entry."""
    return None if item is None else item.value.edtf


def meeting(item: Meeting) -> Json:
    """A report of a meeting."""
    when = item.when.value if item.when else None
    grounds = {
        "kind": item.kind, "forum": item.forum, "parties": item.parties, "people": item.people, "level": item.level,
        "convener": item.convener, "place": item.place, "venue": item.venue, "date": item.when,
        "previous_date": item.previously, "status": item.status, "topic": item.topic, "outcome": item.outcome,
    }  # fmt: skip
    return {
        "id": item.id,
        "kind": item.kind.value,
        "forum": value(item.forum),
        "title": item.title,
        "parties": [each.value for each in item.parties],
        "people": [{"id": each.value.id, "of": each.value.of} for each in item.people],
        "level": value(item.level),
        "convener": value(item.convener),
        "place": value(item.place),
        "venue": value(item.venue),
        "date": edtf(item.when),
        "dates": when.bearing if when else None,
        "starts": day(when.starts) if when else None,
        "ends": day(when.ends) if when else None,
        "previous_date": edtf(item.previously),
        "status": item.status.value,
        "topic": value(item.topic),
        "outcome": value(item.outcome),
        "after": list(item.after),
        "part_of": item.part_of,
        "confidence": round(item.confidence, 2),
        "sure": {name: round(share, 2) for name, share in item.sure.items()},
        "spans": [span(each) for each in item.spans],
        "evidence": {name: because(ground) for name, ground in grounds.items() if ground},
    }


def statement(item: Statement) -> Json:
    """A statement; `content` is a list only where the report interrupts the words."""
    grounds = (item.speaker, item.kind, *item.of, *item.target, *item.addressee, item.via, item.topic, item.said)
    reasons = [evidence(reason) for reason in item.evidence]
    reasons += because(tuple(ground for ground in grounds if ground is not None))
    return {
        "id": item.id,
        "speaker": item.speaker.value,
        "of": [each.value for each in item.of],
        "via": value(item.via),
        "source": span(item.source),
        "cue": span(item.cue),
        "content": span(item.content[0]) if len(item.content) == 1 else [span(piece) for piece in item.content],
        "form": item.form,
        "kind": item.kind.value,
        "target": [each.value for each in item.target],
        "addressee": [each.value for each in item.addressee],
        "topic": value(item.topic),
        "said": edtf(item.said),
        "same_as": item.same_as,
        "inside": item.inside,
        "confidence": round(item.confidence, 2),
        "sure": {name: round(share, 2) for name, share in item.sure.items()},
        "evidence": reasons,
    }


def event(item: Event) -> Json:
    """An event with its codes and their scores."""
    grounds = (
        item.type,
        item.mode,
        item.cameo,
        item.status,
        *item.actors,
        *item.recipients,
        *item.contexts,
        item.when,
        item.place,
    )
    reasons = [evidence(reason) for reason in item.evidence]
    return {
        "id": item.id,
        "actors": [each.value for each in item.actors],
        "recipients": [each.value for each in item.recipients],
        "trigger": span(item.trigger),
        "plover": plover(item),
        "cameo": item.cameo.value,
        "cameo_quad": codes.cameo_quad(item.cameo.value),
        "goldstein": codes.goldstein(item.cameo.value),
        "status": item.status.value,
        "date": edtf(item.when),
        "place": value(item.place),
        "reported_by": item.reported_by,
        "confidence": round(item.confidence, 2),
        "evidence": reasons + because(tuple(ground for ground in grounds if ground is not None)),
    }


def plover(item: Event) -> Json:
    """PLOVER's codes of an event."""
    type_, mode = item.type.value, value(item.mode)
    return {
        "type": type_,
        "mode": mode,
        "contexts": [each.value for each in item.contexts],
        "intensity": codes.intensity(type_, mode),
        "quad": codes.quad(type_),
    }


def relation(item: Relation) -> Json:
    """A relation between two parties; `office` are the words for what the source holds."""
    grounds = (item.kind, item.source, item.target, item.office, item.from_, item.until)
    return {
        "id": item.id,
        "kind": item.kind.value,
        "source": item.source.value,
        "target": value(item.target),
        "office": value(item.office),
        "from": edtf(item.from_),
        "until": edtf(item.until),
        "evidence": because(tuple(ground for ground in grounds if ground is not None)),
    }


def problem(item: Problem) -> Json:
    """What could not be read."""
    return {"room": item.room, "what": item.what, "where": span(item.where)}

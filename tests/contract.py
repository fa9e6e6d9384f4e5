"""The reading contract as a checker: what of a record is not as the contract has it, in words."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

__all__ = ["violations"]

Json = Mapping[str, Any]
Check = Callable[[Any], bool]

EDTF_DAY = r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)"
EDTF = re.compile(rf"{EDTF_DAY}|(?:{EDTF_DAY}|\.\.)/(?:{EDTF_DAY}|\.\.)")
PARTY_KINDS = {"state", "organisation", "organ", "person", "group", "unnamed", "other"}
HOW = {"name", "alias", "demonym", "metonym", "office", "description", "pronoun"}
MEETING_KINDS = {"talks", "summit", "council", "visit", "call", "negotiation", "conference", "other"}
STATUS = {"proposed", "scheduled", "confirmed", "ongoing", "held", "suspended", "postponed", "cancelled", "refused"}
SURE = ("parties", "people", "date", "place", "status", "speaker", "of", "kind", "target")
FORMS = {"direct", "mixed", "indirect"}
STATEMENT_KINDS = {
    "assert", "announce", "confirm", "deny", "accuse", "condemn", "praise", "demand", "propose", "promise", "threaten", "warn",
    "condition", "agree", "reject",
}  # fmt: skip
RELATION_KINDS = {
    "member", "candidate", "aspires", "ally", "dispute", "backs", "holds-office", "speaks-for", "seat", "founded",
}  # fmt: skip


PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
EVENT_STATUS = {"happened", "ongoing", "planned", "hypothetical", "denied", "historical"}
QUADS = {1, 2, 3, 4}


def text(value: Any) -> bool:
    """A string with something in it."""
    return isinstance(value, str) and bool(value)


def maybe(check: Check) -> Check:
    """Null, or what `check` wants."""
    return lambda value: value is None or check(value)


def listed(check: Check) -> Check:
    """A list of what `check` wants."""
    return lambda value: isinstance(value, list) and all(map(check, value))


def one_of(*values: str) -> Check:
    """One of these words."""
    return lambda value: isinstance(value, str) and value in values


def share(value: Any) -> bool:
    """A number from 0 to 1."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def shares(value: Any) -> bool:
    """Names of fields, each with a share of two digits."""
    return table(value) and all(name in SURE and share(each) and each == round(each, 2) for name, each in value.items())


def number(value: Any) -> bool:
    """A number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def table(value: Any) -> bool:
    """An object."""
    return isinstance(value, dict)


def some(value: Any) -> bool:
    """An object or a list with something in it."""
    return isinstance(value, dict | list) and bool(value)


def wikidata(value: Any) -> bool:
    """An item of Wikidata."""
    return isinstance(value, str) and bool(re.fullmatch(r"Q\d+", value))


def rival(value: Any) -> bool:
    """Another day and its weight."""
    return table(value) and set(value) == {"value", "weight"} and iso_day(value["value"]) and share(value["weight"])


def score(value: Any) -> bool:
    """A number from -10 to 10."""
    return number(value) and -10 <= value <= 10


def cameo(value: Any) -> bool:
    """A code of CAMEO, as text."""
    return isinstance(value, str) and bool(re.fullmatch(r"\d{2,4}", value))


def quad(value: Any) -> bool:
    """One of the four quads."""
    return isinstance(value, int) and value in QUADS


def plover(value: Any) -> bool:
    """PLOVER's codes of an event."""
    if not (table(value) and set(value) == {"type", "mode", "contexts", "intensity", "quad"}):
        return False
    coded = one_of(*PLOVER)(value["type"]) and maybe(text)(value["mode"]) and listed(text)(value["contexts"])
    return coded and score(value["intensity"]) and quad(value["quad"])


def truth(value: Any) -> bool:
    """True or false."""
    return isinstance(value, bool)


def iso_day(value: Any) -> bool:
    """A calendar day."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def zoned(value: Any) -> bool:
    """An RFC 3339 date-time."""
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).utcoffset() is not None
    except ValueError:
        return False


def edtf(value: Any) -> bool:
    """A day, month, year or interval whose ends are in order."""
    if not (isinstance(value, str) and EDTF.fullmatch(value)):
        return False
    first, _, last = value.partition("/")
    return not last or ".." in value or first <= last


SHAPES: dict[str, dict[str, Check]] = {
    "published": {
        "value": maybe(iso_day), "given": truth, "earliest": maybe(iso_day), "latest": maybe(iso_day),
        "rivals": listed(rival),
        "because": listed(table),
    },
    "parties": {
        "id": text, "name": text, "kind": one_of(*PARTY_KINDS), "of": maybe(text), "wikidata": maybe(wikidata),
        "office": maybe(text), "sectors": listed(text), "mentions": listed(lambda mention: mention.get("how") in HOW),
    },
    "places": {
        "id": maybe(text), "name": text, "country": maybe(re.compile(r"[A-Z]{3}").fullmatch), "admin1": maybe(text),
        "feature": maybe(text), "lat": maybe(number), "lon": maybe(number),
        "wikidata": maybe(wikidata), "mentions": listed(table),
    },
    "times": {
        "start": number, "end": number, "in": one_of("text", "title"), "quote": text,
        "type": one_of("DATE", "TIME", "DURATION", "SET"), "value": text, "mod": maybe(text), "quant": maybe(text),
        "freq": maybe(text), "earliest": maybe(iso_day), "latest": maybe(iso_day),
    },
    "meetings": {
        "id": text, "kind": one_of(*MEETING_KINDS), "forum": maybe(text), "title": text, "parties": listed(text),
        "people": listed(lambda person: set(person) == {"id", "of"} and text(person["id"]) and maybe(text)(person["of"])),
        "level": maybe(text), "convener": maybe(text), "place": maybe(text), "venue": maybe(text), "date": maybe(edtf),
        "dates": maybe(one_of("extent", "within", "since", "until")), "starts": maybe(zoned), "ends": maybe(zoned),
        "previous_date": maybe(edtf), "status": one_of(*STATUS), "topic": maybe(text), "outcome": maybe(text),
        "after": listed(text), "part_of": maybe(text), "confidence": share, "sure": shares, "spans": listed(table),
        "evidence": lambda value: table(value) and all(value.values()),
    },
    "statements": {
        "id": text, "speaker": text, "of": listed(text), "via": maybe(text), "source": maybe(table),
        "cue": maybe(table), "content": some,
        "form": one_of(*FORMS), "kind": one_of(*STATEMENT_KINDS), "target": listed(text), "addressee": listed(text),
        "topic": maybe(text), "said": maybe(edtf), "same_as": maybe(text), "inside": maybe(text), "confidence": share,
        "sure": shares, "evidence": some,
    },
    "events": {
        "id": text, "actors": listed(text), "recipients": listed(text), "trigger": some, "plover": plover,
        "cameo": cameo, "cameo_quad": quad, "goldstein": score, "status": one_of(*EVENT_STATUS),
        "date": maybe(edtf), "place": maybe(text), "reported_by": maybe(text), "confidence": share, "evidence": some,
    },
    "relations": {
        "id": text, "kind": one_of(*RELATION_KINDS), "source": text, "target": maybe(text), "office": maybe(text),
        "from": maybe(edtf), "until": maybe(edtf), "evidence": some,
    },
    "problems": {"room": text, "what": text, "where": maybe(table)},
}  # fmt: skip
GROUNDED = ("forum", "level", "convener", "place", "venue", "date", "previous_date", "topic", "outcome", "parties", "people")
READ = ("published", "parties", "places", "times", "meetings", "statements", "events", "relations", "problems")


def violations(record: Json, fields: Mapping[str, str] | None = None) -> list[str]:
    """What is wrong with a record; `fields` are the text and title that its offsets refer to."""
    found = list(head(record))
    if set(record) == {"contract", "id", "problems"}:
        return found + ([] if record["problems"] else ["problems: a failure without a reason"]) + list(shapes(record))
    found += [f"{key}: missing" for key in READ if key not in record]
    if document := record.get("document"):
        fields = {"text": document["text"], "title": document["title"] or ""}
    found += shapes(record)
    found += list(quotes(record, fields or {}))
    found += list(references(record))
    return found + list(grounds(record))


def head(record: Json) -> Iterator[str]:
    """Version and id."""
    if record.get("contract") != 1:
        yield "contract: not 1"
    if not text(record.get("id")):
        yield "id: no name"


def shapes(record: Json) -> list[str]:
    """Keys and types."""
    found: list[str] = []
    for name, shape in SHAPES.items():
        values = record.get(name, [])
        for value in values if isinstance(values, list) else [values]:
            found += [f"{name}: {key} missing" for key in shape if key not in value]
            found += [f"{name}: unknown key {key}" for key in value if key not in shape]
            found += [
                f"{name}: {key} is {value[key]!r}" for key, check in shape.items() if key in value and not check(value[key])
            ]
    return found


def quotes(value: Any, fields: Mapping[str, str], where: str = "") -> Iterator[str]:
    """Every span quotes its field."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from quotes(item, fields, f"{where}[{number}]")
    elif isinstance(value, dict):
        if {"start", "end", "quote"} <= set(value):
            field = value.get("in", "text")
            if field in fields and fields[field][value["start"] : value["end"]] != value["quote"]:
                yield f"{where}: {value['quote']!r} is not at {value['start']}"
            if not value["quote"].strip():
                yield f"{where}: quotes nothing"
        for key, item in value.items():
            if key != "document":
                yield from quotes(item, fields, f"{where}.{key}")


def references(record: Json) -> Iterator[str]:
    """Ids are unique, and what refers to one finds it."""
    for name in ("meetings", "statements", "events", "relations"):
        ids = [entry["id"] for entry in record.get(name, [])]
        if len(ids) != len(set(ids)):
            yield f"{name}: an id twice"
        for entry in record.get(name, []):
            others = [*entry.get("after", []), *filter(None, map(entry.get, ("part_of", "same_as", "inside")))]
            yield from (f"{name}: {other} is no entry" for other in others if other not in ids or other == entry["id"])
    entries = {entry["id"] for name in ("meetings", "statements") for entry in record.get(name, [])}
    yield from (
        f"events: {event['reported_by']} is no entry"
        for event in record.get("events", [])
        if event["reported_by"] is not None and event["reported_by"] not in entries
    )
    parties = [party["id"] for party in record.get("parties", [])]
    if len(parties) != len(set(parties)):
        yield "parties: an id twice"


def grounds(record: Json) -> Iterator[str]:
    """Every value of a meeting has its evidence, every evidence its rule."""
    for meeting in record.get("meetings", []):
        for key in GROUNDED:
            if meeting[key] and not meeting["evidence"].get(key):
                yield f"meetings: {key} {meeting[key]!r} without evidence"
        if not meeting["spans"]:
            yield "meetings: no words"
    for item in all_evidence(record):
        if not text(item.get("rule")) or not truth(item.get("assumed")):
            yield f"evidence without a rule: {item}"
        if not ({"quote", "stamp", "by"} & set(item)):
            yield f"evidence without a ground: {item}"


def all_evidence(record: Json) -> Iterator[Json]:
    """Every evidence of a record, reasons included."""
    waiting = list(record.get("published", {}).get("because", []))
    for meeting in record.get("meetings", []):
        waiting += [item for items in meeting["evidence"].values() for item in items]
    for statement in record.get("statements", []):
        waiting += statement["evidence"]
    for entry in (*record.get("events", []), *record.get("relations", [])):
        waiting += entry["evidence"]
    while waiting:
        item = waiting.pop()
        waiting += item.get("because", [])
        yield item

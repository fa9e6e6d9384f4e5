"""What people decided of statements, events and relations, laid over what was read: the reading stays.

A correction of the speaker or of the type comes before all others, for other values follow from it: the speaker's own side,
the code of the type.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from dateline.knowledge.codes import cameo_of, modes
from dateline.model.coded import Coded, Side
from dateline.model.entry import Statement
from dateline.model.event import Event
from dateline.model.evidence import Decision, Evidence, Sourced
from dateline.model.judgement import Judgement, is_rejected, named_speaker
from dateline.model.occasion import side_of
from dateline.model.party import Party
from dateline.model.position import Saying, said_on
from dateline.model.related import Related
from dateline.model.relation import Relation
from dateline.model.when import When

__all__ = [
    "RULE", "event_as_judged", "judged_event", "judged_relation", "judged_saying", "parties_named", "relation_as_judged",
    "statement_as_judged",
]  # fmt: skip

RULE = "a person says so"
FIRST = ("speaker", "type")
PARTIES = ("of", "target", "actors", "recipients")
"""Fields that hold parties, joined by semicolons."""
DAYS = ("said", "when", "from_", "until")
"""Fields of entries that hold days."""

Entry = TypeVar("Entry", Statement, Event, Relation)


def corrections(judgements: Sequence[Judgement]) -> list[tuple[str, str, Judgement]]:
    """(field, value, judgement), in the order in which they are laid over; the last of a field counts."""
    latest = {each.field: each for each in judgements if each.verb == "correct" and each.field}
    found = [(str(field), each.value or "", each) for field, each in latest.items()]
    return sorted(found, key=lambda each: each[0] not in FIRST)


def several(value: str) -> tuple[str, ...]:
    """The parties of a value."""
    return tuple(part.strip() for part in value.split(";") if part.strip())


def parties_named(judgements: Sequence[Judgement]) -> set[str]:
    """All parties that corrections name."""
    found: set[str] = set()
    for field, value, _ in corrections(judgements):
        if field in PARTIES:
            found |= set(several(value))
        elif field in ("speaker", "source"):
            found |= {name for name in named_speaker(value) if name}
    return found


def side(party: str, parties: Mapping[str, Party]) -> str:
    """The state or body that a party stands for, as far as it is known."""
    return side_of(party, parties[party].of if party in parties else None)


def own_side(value: str, parties: Mapping[str, Party]) -> str | None:
    """For whom a corrected speaker speaks; None for a person of whom nobody knows."""
    name, of = named_speaker(value)
    known = parties.get(name)
    if of or known is None:
        return of or (name if ":" in name else None)
    return known.of if known.kind == "person" else name


def judged_saying(saying: Saying, judgements: Sequence[Judgement], parties: Mapping[str, Party]) -> Saying | None:
    """A statement as people have it; None where they rejected it."""
    if is_rejected(judgements):
        return None
    told = max((each.published for each in saying.carriers[:1] if each.published), default=saying.day)
    for field, value, _ in corrections(judgements):
        saying = replace(saying, **saying_values(field, value, told, parties))
    confirmed = any(each.verb == "confirm" for each in judgements)
    return replace(saying, judgements=tuple(judgements), confidence=1.0 if confirmed else saying.confidence)


def saying_values(field: str, value: str, told: date | None, parties: Mapping[str, Party]) -> dict[str, Any]:
    """The values of a statement that a correction sets."""
    if field == "speaker":
        of = own_side(value, parties)
        return {"speaker": named_speaker(value)[0], "via": None} | ({"of": (of,), "sides": (side(of, parties),)} if of else {})
    if field == "said":
        when = When.parsed(value) if value else None
        return {"said": when.edtf if when else None, "day": said_on(when, told)}
    if field == "kind":
        return {"kind": value}
    names, sides = {"of": ("of", "sides"), "target": ("targets", "partners")}[field]
    found = several(value)
    return {names: found, sides: tuple(dict.fromkeys(side(party, parties) for party in found))}


def judged_event(event: Coded, judgements: Sequence[Judgement], parties: Mapping[str, Party]) -> Coded | None:
    """An event as people have it; None where they rejected it."""
    if is_rejected(judgements):
        return None
    for field, value, _ in corrections(judgements):
        event = replace(event, **event_values(event, field, value, parties))
    confirmed = any(each.verb == "confirm" for each in judgements)
    return replace(event, judgements=tuple(judgements), confidence=1.0 if confirmed else event.confidence)


def event_values(event: Coded, field: str, value: str, parties: Mapping[str, Party]) -> dict[str, Any]:
    """The values of an event that a correction sets."""
    if field in PARTIES:
        known = {each.party: each for each in (*event.actors, *event.recipients)}
        return {field: tuple(known.get(party) or stranger(party, parties) for party in several(value))}
    if field == "type":
        return coded_as(value, event.mode)
    if field == "date":
        return {"when": When.parsed(value) if value else None}
    return {field: value or None}


def coded_as(type_: Any, mode: str | None) -> dict[str, Any]:
    """The codes of a corrected type: its mode, where that is one of its own, and CAMEO's code of the type."""
    return {"type": type_, "mode": mode if mode in modes(type_) else None, "cameo": cameo_of(type_)}


def stranger(party: str, parties: Mapping[str, Party]) -> Side:
    """A side that the story does not name in this event."""
    known = parties.get(party) or Party(party, party, "other")
    return Side(
        party=party, name=known.name, kind=known.kind, side=side(party, parties), wikidata=known.wikidata,
        office=known.office, sectors=known.sectors,
    )  # fmt: skip


def judged_relation(related: Related, judgements: Sequence[Judgement], parties: Mapping[str, Party]) -> Related | None:
    """A relation as people have it; None where they rejected it."""
    if is_rejected(judgements):
        return None
    for field, value, _ in corrections(judgements):
        related = replace(related, **relation_values(field, value, parties))
    return replace(related, judgements=tuple(judgements))


def relation_values(field: str, value: str, parties: Mapping[str, Party]) -> dict[str, Any]:
    """The values of a relation that a correction sets."""
    if field == "source":
        name, _ = named_speaker(value)
        return {"source": name, "source_side": side(own_side(value, parties) or name, parties)}
    if field == "target":
        return {"target": value or None, "target_side": side(value, parties) if value else None}
    if field in ("from", "until"):
        return {FIELD_OF.get(field, field): When.parsed(value) if value else None}
    return {field: value or None}


FIELD_OF = {"date": "when", "from": "from_"}
"""What a field that people name is called in an entry, where that is another word."""


def statement_as_judged(statement: Statement, judgements: Sequence[Judgement], parties: Mapping[str, Party]) -> Statement:
    """A statement with the values that people gave it, each resting on their decision, and that on what was read."""
    for field, value, judgement in corrections(judgements):
        if field == "speaker":
            statement = replace(statement, speaker=decided(statement, "speaker", named_speaker(value)[0], judgement), via=None)
            if of := own_side(value, parties):
                statement = replace(statement, of=(decided(statement, "of", of, judgement),))
        else:
            statement = laid(statement, field, value, judgement)
    return statement


def event_as_judged(event: Event, judgements: Sequence[Judgement]) -> Event:
    """An event with the values that people gave it, each resting on their decision, and that on what was read."""
    for field, value, judgement in corrections(judgements):
        if field == "type":
            codes = coded_as(value, event.mode.value if event.mode else None)
            event = replace(
                event,
                type=decided(event, "type", codes["type"], judgement),
                mode=event.mode if codes["mode"] else None,
                cameo=decided(event, "cameo", codes["cameo"], judgement),
            )
        else:
            event = laid(event, FIELD_OF.get(field, field), value, judgement)
    return event


def relation_as_judged(relation: Relation, judgements: Sequence[Judgement]) -> Relation:
    """A relation with the values that people gave it, each resting on their decision, and that on what was read."""
    for field, value, judgement in corrections(judgements):
        given = named_speaker(value)[0] if field == "source" else value
        relation = laid(relation, FIELD_OF.get(field, field), given, judgement)
    return relation


def laid(entry: Entry, name: str, value: str, judgement: Judgement) -> Entry:
    """The entry with one field as a person has it."""
    read = When.parsed if name in DAYS else str
    values: dict[str, Any]
    if isinstance(getattr(entry, name), tuple):
        values = {name: tuple(decided(entry, name, party, judgement) for party in several(value))}
    else:
        values = {name: decided(entry, name, read(value), judgement) if value else None}
    return replace(entry, **values)


def decided(entry: Statement | Event | Relation, name: str, value: Any, judgement: Judgement) -> Sourced[Any]:
    """A value that rests on a decision, and that on what was read in its place."""
    before = getattr(entry, name)
    read = before if isinstance(before, tuple) else (before,) if before else ()
    because = tuple(dict.fromkeys(reason for each in read for reason in each.evidence))
    return Sourced(value, (Evidence(Decision(judgement.by, judgement.at, judgement.note), RULE, because),))

"""Values of the model as rows, and back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from dateline.ledger.columns import when_row
from dateline.model.entry import Meeting, Statement
from dateline.model.event import Event
from dateline.model.evidence import Decision, Evidence, Ground, Sourced, Span, Stamp
from dateline.model.occasion import side_of
from dateline.model.reading import Reading
from dateline.model.relation import Relation

__all__ = [
    "Fields", "Row", "Trees", "evidence_rows", "meeting_evidence", "of_party", "party_rows", "report_row", "sourced_fields",
    "span_from", "span_rows", "statement_evidence", "statement_row", "trees", "value",
]  # fmt: skip

Row = dict[str, Any]
Trees = dict[tuple[str, str, int], tuple[Evidence, ...]]
"""(entry, about, ordinal) -> evidence."""

Fields = Iterator[tuple[str, int, tuple[Evidence, ...]]]


def value(sourced: Sourced[Any] | None) -> Any:
    """What is said, without why."""
    return None if sourced is None else sourced.value


def span_rows(text: str, entry: str, role: str, found: Iterable[Span | None]) -> list[Row]:
    """Words of an entry in their order."""
    return [
        {
            "text": text, "entry": entry, "role": role, "ordinal": ordinal,
            "field": span.field, "start": span.start, "end": span.end, "quote": span.quote,
        }
        for ordinal, span in enumerate(span for span in found if span is not None)
    ]  # fmt: skip


def span_from(row: Any) -> Span:
    """The words of a row."""
    return Span(row["field"], row["start"], row["end"], row["quote"])


def meeting_evidence(meeting: Meeting) -> Fields:
    """Every sourced value of a report with its field and place in it."""
    singles = ("kind", "status", "forum", "level", "convener", "place", "venue", "when", "previously", "topic", "outcome")
    yield from sourced_fields(meeting, singles, ("parties", "people"))


def statement_evidence(statement: Statement) -> Fields:
    """Every sourced value of a statement with its field and place in it."""
    yield from sourced_fields(statement, ("speaker", "kind", "via", "topic", "said"), ("of", "target", "addressee"))
    if statement.evidence:
        yield "statement", 0, statement.evidence


def sourced_fields(entry: Meeting | Statement | Event | Relation, singles: Sequence[str], lists: Sequence[str]) -> Fields:
    """The evidence of single fields and of each value of the many-valued ones."""
    for name in singles:
        if (sourced := getattr(entry, name)) is not None:
            yield name, 0, sourced.evidence
    for name in lists:
        for ordinal, sourced in enumerate(getattr(entry, name)):
            yield name, ordinal, sourced.evidence


def evidence_rows(text: str, entry: str, found: Fields) -> Iterator[Row]:
    """Evidence as a tree of numbered rows, each naming its parent."""
    for about, ordinal, reasons in found:
        number = 0
        waiting: list[tuple[Evidence, int | None]] = [(reason, None) for reason in reversed(reasons)]
        while waiting:
            reason, parent = waiting.pop()
            yield {
                "text": text, "entry": entry, "about": about, "ordinal": ordinal, "number": number, "parent": parent,
                **ground_row(reason.ground), "rule": reason.rule, "assumed": reason.assumed,
            }  # fmt: skip
            waiting += [(beneath, number) for beneath in reversed(reason.because)]
            number += 1


def ground_row(ground: Ground) -> Row:
    """The columns of a ground."""
    if isinstance(ground, Span):
        return {
            "ground": "span", "name": ground.field, "start": ground.start, "end": ground.end, "words": ground.quote,
            "note": None,
        }  # fmt: skip
    if isinstance(ground, Stamp):
        return {"ground": "stamp", "name": ground.name, "start": None, "end": None, "words": ground.value, "note": None}
    return {
        "ground": "decision", "name": ground.by, "start": None, "end": None, "words": ground.at.isoformat(),
        "note": ground.note,
    }  # fmt: skip


def ground_from(row: Any) -> Ground:
    """The ground of a row."""
    if row["ground"] == "span":
        return Span(row["name"], row["start"], row["end"], row["words"])
    if row["ground"] == "stamp":
        return Stamp(row["name"], row["words"])
    return Decision(row["name"], datetime.fromisoformat(row["words"]), row["note"] or "")


def trees(rows: Iterable[Any]) -> Trees:
    """The evidence of entries, put together from its rows."""
    grouped: dict[tuple[str, str, int], list[Any]] = {}
    for row in rows:
        grouped.setdefault((row["entry"], row["about"], row["ordinal"]), []).append(row)
    return {place: tree(sorted(found, key=lambda row: int(row["number"]))) for place, found in grouped.items()}


def tree(rows: Sequence[Any]) -> tuple[Evidence, ...]:
    """One field's evidence; a row's parent always has a lower number than itself."""
    beneath: dict[int | None, list[Evidence]] = {}
    for row in reversed(rows):
        because = tuple(reversed(beneath.pop(row["number"], [])))
        reason = Evidence(ground_from(row), row["rule"], because, bool(row["assumed"]))
        beneath.setdefault(row["parent"], []).append(reason)
    return tuple(reversed(beneath.get(None, [])))


def party_rows(
    text: str, entry: str, role: str, parties: Iterable[tuple[str, str | None]], sides: Mapping[str, str | None]
) -> list[Row]:
    """Parties of an entry (with whom they come for, as the entry says), each with the side it stands for."""
    return [
        {
            "text": text, "entry": entry, "role": role, "ordinal": ordinal,
            "party": party, "of": of, "side": side_of(party, of or sides.get(party)),
        }
        for ordinal, (party, of) in enumerate(parties)
    ]  # fmt: skip


def report_row(meeting: Meeting, ordinal: int, reading: Reading) -> Row:
    """A report of a meeting without its parties, words and evidence."""
    place = value(meeting.place)
    return {
        "id": meeting.id, "text": meeting.text, "ordinal": ordinal, "kind": meeting.kind.value,
        "status": meeting.status.value, "title": meeting.title, "forum": value(meeting.forum),
        "level": value(meeting.level), "convener": value(meeting.convener), "place": place,
        **where(place, reading), "venue": value(meeting.venue), "topic": value(meeting.topic),
        "outcome": value(meeting.outcome), **when_row("held", value(meeting.when)),
        **when_row("previous", value(meeting.previously)), "after": json.dumps(meeting.after),
        "part_of": meeting.part_of, "confidence": meeting.confidence, "sure": json.dumps(dict(meeting.sure)),
        "block": meeting.id,
    }  # fmt: skip


def where(place: str | None, reading: Reading) -> Row:
    """The country of a place and what sort of place it is, as the reading has it."""
    found = next((found for found in reading.places if place and found.name == place and found.country), None)
    return {"country": found.country if found else None, "feature": found.feature if found else None}


def statement_row(statement: Statement, ordinal: int) -> Row:
    """A statement without its parties, words and evidence."""
    return {
        "id": statement.id, "text": statement.text, "ordinal": ordinal, "kind": statement.kind.value,
        "form": statement.form, "speaker": statement.speaker.value, "via": value(statement.via),
        "topic": value(statement.topic), **when_row("said", value(statement.said)), "same_as": statement.same_as,
        "inside": statement.inside, "confidence": statement.confidence, "sure": json.dumps(dict(statement.sure)),
    }  # fmt: skip


def of_party(reading: Reading) -> Mapping[str, str | None]:
    """Party -> the side it speaks for, as the reading has it."""
    return {party.id: party.of for party in reading.parties}

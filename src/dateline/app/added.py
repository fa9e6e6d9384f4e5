"""Meetings that no story told of: a person's word is kept as a document of its own, whose every value rests on a decision."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.app.carry import ORIGIN
from dateline.app.keep import settle
from dateline.ledger import forget, judge, store
from dateline.ledger.database import Connection
from dateline.model.document import Document, Text
from dateline.model.entry import Attendee, Meeting, MeetingKind, Status
from dateline.model.evidence import Decision, Evidence, Sourced, Span
from dateline.model.judgement import Judgement
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.when import Dating, When

__all__ = ["ORIGIN", "Added", "put_added", "take_back"]

RULE = "a person says so"


@dataclass(frozen=True, kw_only=True)
class Added:
    """A meeting as a person gives it; the ids of parties, dates as the ledger writes them."""

    parties: tuple[str, ...]
    people: tuple[tuple[str, str | None], ...] = ()
    kind: MeetingKind = "talks"
    status: Status = "scheduled"
    date: str | None = None
    forum: str | None = None
    place: str | None = None
    level: str | None = None
    topic: str | None = None
    title: str | None = None

    @property
    def words(self) -> str:
        """The meeting in one line."""
        sides = " and ".join(self.parties)
        what = self.title or (f"{self.forum} ({sides})" if self.forum and sides else self.forum or f"{sides}: {self.kind}")
        parts = [what, self.place and f"in {self.place}", self.date and f"on {self.date}"]
        return " ".join(str(part) for part in parts if part) + f", {self.status}"


def put_added(connection: Connection, added: Added, by: str, note: str, at: datetime) -> tuple[Judgement, tuple[str, ...]]:
    """Keep the meeting and the decision that it rests on; gives the meetings that were made or changed."""
    reading = reading_of(added, by, note, at)
    forget.lift(connection, reading.document)
    stored = store.put_reading(connection, reading, RULE, at)
    anchors = judge.anchors_of(connection, [meeting.id for meeting in reading.meetings])
    judgement = Judgement(verb="meeting add", by=by, at=at, one=anchors, value=json.dumps(as_json(added)), note=note)
    judge.put_judgement(connection, judgement)
    return judgement, settle(connection, stored, judgement.id, at)


def take_back(connection: Connection, judgement: Judgement, at: datetime) -> tuple[str, ...]:
    """Take an added meeting out again."""
    reading = reading_of(from_json(json.loads(judgement.value or "{}")), judgement.by, judgement.note, judgement.at)
    if not store.holds(connection, reading.document.id):
        return ()
    gone = forget.take_out(connection, reading.document.id, judgement.by, "", at, copied=False, stands=True)
    forget.lift(connection, reading.document)
    lost = store.Stored(new=False, blocks=gone.blocks, meetings=gone.meetings)
    return settle(connection, lost, judgement.id, at)


def as_json(added: Added) -> dict[str, Any]:
    """What is given, for the log."""
    return {name: value for name, value in vars(added).items() if value}


def from_json(value: Mapping[str, Any]) -> Added:
    """The same back."""
    lists = {"parties": tuple(value.get("parties", ())), "people": tuple((name, of) for name, of in value.get("people", ()))}
    return Added(**{**value, **lists})


def reading_of(added: Added, by: str, note: str, at: datetime) -> Reading:
    """The person's word as a document, and the meeting that it tells of."""
    text = Text("", f"{added.words}. {by}, {at.isoformat(timespec='microseconds')}" + (f": {note}" if note else ""))
    span = Span.of(text, 0, len(added.words))
    reasons = (Evidence(Decision(by, at, note), RULE, (Evidence(span, "as it was given"),)),)

    def given(value: Any) -> Any:
        return Sourced(value, reasons) if value else None

    meeting = Meeting(
        text=text.id,
        spans=(span,),
        kind=given(added.kind),
        status=given(added.status),
        title=added.title or "",
        forum=given(added.forum),
        parties=tuple(given(party) for party in added.parties),
        people=tuple(given(Attendee(name, of)) for name, of in added.people),
        level=given(added.level),
        place=given(added.place),
        when=given(When.parsed(added.date)) if added.date else None,
        topic=given(added.topic),
        confidence=1.0,
    )
    persons = tuple(Party(name, name, "person", of=of) for name, of in added.people)
    return Reading(
        document=Document(name=f"added by {by}", text=text, published=at, source=by, origin=ORIGIN),
        dating=Dating(at.date(), given=True, earliest=at.date(), latest=at.date(), because=reasons),
        parties=persons,
        meetings=(meeting,),
    )

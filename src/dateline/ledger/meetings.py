"""Meetings in the ledger: the overlay stored beside the reports, with its revisions.

A meeting keeps its id as long as the report lives on which it was founded, through merging and moving, so that
calendars which know it can follow. When two turn out to be one, the older keeps the name and the other points to it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dateline.ledger.columns import when_from, when_row
from dateline.ledger.reports import chunks, rows_in
from dateline.ledger.rows import Row
from dateline.ledger.tables import changes, meeting_parties, meeting_reports, meetings, steps
from dateline.model.entry import Attendee
from dateline.model.occasion import Claim, Match, Occasion, side_of
from dateline.model.plan import Founded, Put

__all__ = [
    "absorb", "attendees_of", "detach", "founded_on", "hand_on", "is_live", "occasion_from", "put", "withdraw",
]  # fmt: skip

PUBLIC = (
    "status", "date", "kind", "forum", "parties", "people", "level", "convener", "place", "venue", "title", "topic",
    "outcome", "previously", "claims",
)  # fmt: skip
"""What a reader of the agenda sees: a change in one of these makes a new revision."""


def founded_on(connection: Connection, report_ids: Iterable[str], names: Iterable[str] = ()) -> list[Founded]:
    """The meetings that have one of these reports, or were founded on it, and those of these names, oldest first."""
    wanted = sorted(set(report_ids))
    holding = {row["meeting"] for row in rows_in(connection, select(meeting_reports), meeting_reports.c.report, wanted)}
    columns = select(meetings.c.id, meetings.c.founder, meetings.c.first_seen, meetings.c.merged_into, meetings.c.withdrawn)
    rows = {row["id"]: row for row in rows_in(connection, columns, meetings.c.founder, wanted)}
    rows |= {row["id"]: row for row in rows_in(connection, columns, meetings.c.id, holding.union(names))}
    members: dict[str, set[str]] = {}
    for row in rows_in(connection, select(meeting_reports), meeting_reports.c.meeting, rows):
        members.setdefault(row["meeting"], set()).add(row["report"])
    found = [
        Founded(
            id=row["id"],
            founder=row["founder"],
            first_seen=row["first_seen"],
            reports=frozenset(members.get(row["id"], ())),
            live=is_live(row),
        )
        for row in rows.values()
    ]
    return sorted(found, key=lambda each: (each.first_seen, each.id))


def attendees_of(rows: Sequence[Any]) -> tuple[tuple[str, ...], tuple[Attendee, ...]]:
    """Parties and people out of their rows."""
    parties = tuple(row["party"] for row in rows if row["role"] == "parties")
    return parties, tuple(Attendee(row["party"], row["of"]) for row in rows if row["role"] == "people")


def occasion_from(row: Any, named: Sequence[Any]) -> Occasion:
    """What is believed of a meeting, out of its row and those of its parties; without history and reports."""
    parties, people = attendees_of(named)
    return Occasion(
        kind=row["kind"],
        status=row["status"],
        title=row["title"],
        forum=row["forum"],
        parties=parties,
        people=people,
        level=row["level"],
        convener=row["convener"],
        place=row["place"],
        country=row["country"],
        venue=row["venue"],
        when=when_from("held", row),
        previously=when_from("previous", row),
        topic=row["topic"],
        outcome=row["outcome"],
        confidence=row["confidence"],
        credibility=row["credibility"],
        stories=row["stories"],
        newest=row["newest"],
        claims=tuple(claim_from(claim) for claim in json.loads(row["claims"])),
    )


def claim_from(row: dict[str, Any]) -> Claim:
    """A claim as it was kept."""
    return Claim(**{**row, "reports": tuple(row.get("reports", ()))})


def public(occasion: Occasion | None) -> Mapping[str, str | None]:
    """What a reader sees, field by field, in words."""
    if occasion is None:
        return dict.fromkeys(PUBLIC)
    return {
        "status": occasion.status, "date": dated(occasion.when), "kind": occasion.kind, "forum": occasion.forum,
        "parties": ", ".join(occasion.parties) or None, "people": ", ".join(each.id for each in occasion.people) or None,
        "level": occasion.level, "convener": occasion.convener, "place": occasion.place, "venue": occasion.venue,
        "title": occasion.title or None, "topic": occasion.topic, "outcome": occasion.outcome,
        "previously": dated(occasion.previously),
        "claims": "; ".join(sorted(f"{each.field} {each.value}" for each in occasion.claims if each.rival)) or None,
    }  # fmt: skip


def dated(when: Any) -> str | None:
    """A date with its bearing and hour."""
    if when is None:
        return None
    words = [when.edtf, when.bearing, when.starts and when.starts.isoformat(), when.ends and when.ends.isoformat()]
    return " ".join(str(each) for each in words if each)


def hand_on(connection: Connection, founders: Mapping[str, str]) -> None:
    """Meetings founded on reports that were read anew go on under their names, founded on what takes the reports' place."""
    taken = {row["founder"] for row in rows_in(connection, select(meetings.c.founder), meetings.c.founder, founders.values())}
    for old, new in founders.items():
        if new not in taken:
            connection.execute(update(meetings).where(meetings.c.founder == old).values(founder=new))
            taken.add(new)


def put(connection: Connection, meeting: Put, document: str, at: datetime) -> bool:
    """Store a meeting as it is believed now; was it news to the ledger? `document` is the one that caused the change."""
    name, occasion, rejected = meeting.id, meeting.occasion, meeting.rejected
    row = connection.execute(select(meetings).where(meetings.c.id == name)).mappings().first()
    old = None
    if row is not None:
        named = connection.execute(select(meeting_parties).where(meeting_parties.c.meeting == name)).mappings().all()
        old = occasion_from(row, sorted(named, key=lambda each: (each["role"], each["ordinal"])))
    before, now = public(old), public(occasion)
    changed = [field for field in PUBLIC if before[field] != now[field]]
    if row is not None and row["merged_into"]:
        changed.append("merged_into")
    if (row is not None and bool(row["withdrawn"])) != rejected:
        changed.append("withdrawn")
        before, now = {**before, "withdrawn": None if rejected else "true"}, {**now, "withdrawn": "true" if rejected else None}
    revision = (row["revision"] if row is not None else 0) + bool(changed)
    values = occasion_row(occasion) | {"merged_into": None, "withdrawn": rejected, "revision": revision}
    if row is None:
        connection.execute(
            insert(meetings), [{"id": name, "founder": meeting.founder, "first_seen": at, "last_changed": at, **values}]
        )
    else:
        moment = {"last_changed": at} if changed else {}
        connection.execute(update(meetings).where(meetings.c.id == name).values(**values, **moment))
    put_parts(connection, name, occasion, meeting.links)
    log = [
        {
            "meeting": name, "revision": revision, "field": field, "at": at, "document": document,
            "before": before.get(field), "value": now.get(field),
        }
        for field in changed
    ]  # fmt: skip
    if log:
        connection.execute(insert(changes), log)
    return bool(changed)


def occasion_row(occasion: Occasion) -> Row:
    """The columns of what is believed."""
    return {
        "kind": occasion.kind, "status": occasion.status, "title": occasion.title, "forum": occasion.forum,
        "level": occasion.level, "convener": occasion.convener, "place": occasion.place, "country": occasion.country,
        "venue": occasion.venue, "topic": occasion.topic, "outcome": occasion.outcome,
        **days_row(occasion), **when_row("held", occasion.when),
        **when_row("previous", occasion.previously), "confidence": occasion.confidence,
        "credibility": occasion.credibility, "stories": occasion.stories,
        "newest": occasion.newest,
        "claims": json.dumps([asdict(claim) for claim in occasion.claims]),
    }  # fmt: skip


def days_row(occasion: Occasion) -> Row:
    """The days under which the agenda finds a meeting: its own, or, once it is put off, its former ones."""
    when = occasion.when or occasion.previously
    return {
        "first_day": (when.earliest or when.latest) if when else None,
        "last_day": (when.latest or when.earliest) if when else None,
    }


def put_parts(connection: Connection, id: str, occasion: Occasion, links: Mapping[str, Match]) -> None:
    """Parties, reports and history of a meeting in place of what was there."""
    for table in (meeting_parties, meeting_reports, steps):
        connection.execute(delete(table).where(table.c.meeting == id))
    named: list[Row] = [
        {"meeting": id, "role": "parties", "ordinal": ordinal, "party": party, "of": None, "side": side_of(party)}
        for ordinal, party in enumerate(occasion.parties)
    ]
    named += [
        {
            "meeting": id, "role": "people", "ordinal": ordinal, "party": each.id, "of": each.of,
            "side": side_of(each.id, each.of),
        }
        for ordinal, each in enumerate(occasion.people)
    ]  # fmt: skip
    if named:
        connection.execute(insert(meeting_parties), named)
    connection.execute(
        insert(meeting_reports),
        [
            {
                "report": report, "meeting": id, "ordinal": ordinal,
                "score": link.score if (link := links.get(report)) else None,
                "reasons": json.dumps(link.reasons if link else []),
            }
            for ordinal, report in enumerate(occasion.reports)
        ],
    )  # fmt: skip
    history = [
        {
            "meeting": id, "ordinal": ordinal, "day": step.day, "report": step.report, "field": step.field,
            "value": step.value, "before": step.before, "quote": step.quote,
        }
        for ordinal, step in enumerate(occasion.history)
    ]  # fmt: skip
    if history:
        connection.execute(insert(steps), history)


def absorb(connection: Connection, id: str, into: str, document: str, at: datetime) -> None:
    """Note that a meeting turned out to be another one."""
    row = connection.execute(select(meetings.c.revision, meetings.c.merged_into).where(meetings.c.id == id)).mappings().one()
    if row["merged_into"] != into:
        note_end(connection, id, row["revision"] + 1, ("merged_into", row["merged_into"], into), document, at)
        connection.execute(update(meetings).where(meetings.c.id == id).values(merged_into=into))


def detach(connection: Connection, ids: Iterable[str]) -> None:
    """Take the reports away from meetings that are about to be put together anew."""
    for portion in chunks(ids):
        connection.execute(delete(meeting_reports).where(meeting_reports.c.meeting.in_(portion)))


def withdraw(connection: Connection, id: str, document: str, at: datetime) -> None:
    """Mark a meeting that no report is left of."""
    revision = connection.execute(select(meetings.c.revision).where(meetings.c.id == id)).scalar_one()
    note_end(connection, id, revision + 1, ("withdrawn", None, "true"), document, at)
    connection.execute(update(meetings).where(meetings.c.id == id).values(withdrawn=True))


def is_live(row: Any) -> bool:
    """Does the meeting stand on its own?"""
    return row["merged_into"] is None and not row["withdrawn"]


def note_end(
    connection: Connection, id: str, revision: int, change: tuple[str, str | None, str], document: str, at: datetime
) -> None:
    """A last revision of a meeting that is no more."""
    field, before, value = change
    connection.execute(update(meetings).where(meetings.c.id == id).values(revision=revision, last_changed=at))
    row = {"meeting": id, "revision": revision, "field": field, "at": at, "document": document}
    connection.execute(insert(changes), [row | {"before": before, "value": value}])

"""The agenda as iCalendar (RFC 5545, 5546, 7986), made so that a file published again updates what a client has.

A meeting keeps its UID, and `SEQUENCE` is its revision in the ledger. Nothing in the file depends on the moment of
export: the same ledger gives the same bytes. Meetings whose day is not known stay out, as do those refused outright; what
was published once is called off under its UID when it vanishes, and revived under it when it comes back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

from icalendar import Calendar, Event, vCalAddress, vDuration, vText

from dateline import __version__
from dateline.model.agenda import AgendaRow
from dateline.model.entry import Status
from dateline.model.party import Party
from dateline.model.published import Former
from dateline.model.when import When, days_after, in_zone
from dateline.views.agenda import title
from dateline.views.outward import link, one_line, visible
from dateline.views.wording import joined, name_of

__all__ = ["calendar", "event_of", "events_of", "published_date"]

STATUS: dict[Status, str] = {
    "proposed": "TENTATIVE", "scheduled": "TENTATIVE", "confirmed": "CONFIRMED", "ongoing": "CONFIRMED",
    "held": "CONFIRMED", "suspended": "CONFIRMED", "postponed": "CANCELLED", "cancelled": "CANCELLED",
    "refused": "CANCELLED",
}  # fmt: skip

REFRESH = timedelta(hours=1)
ORGANIZER = "mailto:ledger@dateline.invalid"
"""PUBLISH demands an organizer; a ledger has no mailbox, and says so."""


def calendar(
    rows: Iterable[AgendaRow],
    names: Mapping[str, Party],
    name: str = "Dateline",
    *,
    former: Mapping[str, Former] = MappingProxyType({}),
    ended: Mapping[str, str] = MappingProxyType({}),
    with_cancelled: bool = True,
) -> bytes:
    """The meetings that have a day, as one calendar file.

    `former` are events that were published before, by the ids of meetings: they are called off where their meeting has
    `ended` or has no day any more.
    """
    made = Calendar()
    made.add("prodid", f"-//Dateline//dateline {__version__}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", one_line(name))
    made.add("x-wr-calname", one_line(name))
    made.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(REFRESH))
    for row in rows:
        event = event_of(row, former, ended)
        if event is not None and (with_cancelled or event.status != "CANCELLED"):
            made.add_component(entry(row, event, names))
    return bytes(made.to_ical())


@dataclass(frozen=True)
class Shown:
    """How a meeting stands in a calendar: its days, its status there, and a mark for clients that hide the status."""

    when: When
    status: str
    mark: str = ""


MARKS: Mapping[str, str] = {"postponed": "Postponed: ", "cancelled": "Cancelled: ", "refused": "Refused: "}
ENDED: Mapping[str, str] = {"merged": "Entered twice: ", "withdrawn": "Withdrawn: "}


def event_of(
    row: AgendaRow, former: Mapping[str, Former] = MappingProxyType({}), ended: Mapping[str, str] = MappingProxyType({})
) -> Shown | None:
    """How a meeting stands in a calendar; None for what has no day and was never published."""
    status, before = row.occasion.status, former.get(row.id)
    if row.id in ended:
        return Shown(before.when, "CANCELLED", ENDED[ended[row.id]]) if before else None
    when = published_date(row)
    if when is not None and (status != "refused" or before is not None):
        return Shown(when, STATUS[status], MARKS.get(status, ""))
    if before is None:
        return None
    return Shown(before.when, "CANCELLED", MARKS.get(status, "Date open: "))


def events_of(rows: Iterable[AgendaRow], former: Mapping[str, Former], ended: Mapping[str, str]) -> dict[str, Former]:
    """Meeting -> the event that a calendar of these rows holds of it."""
    shown = {row.id: (row.revision, event_of(row, former, ended)) for row in rows}
    return {name: Former(revision, event.when) for name, (revision, event) in shown.items() if event is not None}


def published_date(row: AgendaRow) -> When | None:
    """The days under which a meeting stands in a calendar: those it fills, or, once put off, those it was to fill."""
    occasion = row.occasion
    gone = occasion.status in ("postponed", "cancelled", "refused")
    when = occasion.when or (occasion.previously if gone else None)
    return when if when is not None and (when.is_day or (when.bearing == "extent" and when.days)) else None


def entry(row: AgendaRow, event: Shown, names: Mapping[str, Party]) -> Event:
    """One meeting."""
    occasion = row.occasion
    made = Event()
    made.add("uid", f"{row.id}@dateline.invalid")
    made.add("sequence", row.revision)
    made.add("dtstamp", row.last_changed.astimezone(UTC))
    made.add("created", row.first_seen.astimezone(UTC))
    made.add("last-modified", row.last_changed.astimezone(UTC))
    add_days(made, event.when)
    made.add("summary", one_line(event.mark + title(row, names)))
    made.add("description", visible(description(row, names)))
    if place := ", ".join(part for part in (occasion.venue, occasion.place) if part):
        made.add("location", one_line(place))
    made.add("status", event.status)
    made.add("transp", "TRANSPARENT")
    made.add("categories", [one_line(occasion.kind)])
    organizer = vCalAddress(ORGANIZER)
    organizer.params["cn"] = vText("Dateline")
    made.add("organizer", organizer)
    if url := next((url for line in reversed(row.sources) if (url := link(line.url))), None):
        made.add("url", url)
    return made


def add_days(made: Event, when: When) -> None:
    """Start and end: zoned hours where they are known, whole days (the end excluded) where they are not."""
    if when.starts is not None and when.starts.tzinfo is not None:
        made.add("dtstart", instant(when.starts))
        if when.ends is not None and when.ends.tzinfo is not None and when.ends > when.starts:
            made.add("dtend", instant(when.ends))
        return
    first, last = when.earliest or date.min, when.latest or date.min
    made.add("dtstart", first)
    if last < date.max:  # the end is the day after, and that one has none
        made.add("dtend", days_after(last, 1))


def instant(moment: datetime) -> datetime:
    """The same moment in UTC, to the second."""
    return in_zone(moment, UTC).replace(microsecond=0)


def description(row: AgendaRow, names: Mapping[str, Party]) -> str:
    """Status, who takes part, what changed, and each source with its words."""
    occasion = row.occasion
    lines = [f"Status: {occasion.status}"]
    if occasion.parties:
        lines.append(f"Parties: {', '.join(name_of(party, names) for party in occasion.parties)}")
    if occasion.people:
        lines.append(f"With: {joined([each.id for each in occasion.people])}")
    if occasion.level:
        lines.append(f"Level: {occasion.level}")
    if occasion.topic:
        lines.append(f"Topic: {one_line(occasion.topic)}")
    if occasion.previously and occasion.when:
        lines.append(f"Moved from: {occasion.previously.edtf}")
    lines += [f"Also reported: {claim.field} {claim.value}" for claim in occasion.claims if claim.rival]
    lines.append(f"Confidence: {occasion.confidence:.0%}; stories: {occasion.stories}")
    lines.append("Sources:")
    for line in row.sources:
        by = ", ".join(part for part in (line.source or line.name, line.published and line.published.isoformat()) if part)
        lines.append(f"- {by}: “{one_line(line.quote)}”" + (f" {url}" if (url := link(line.url)) else ""))
    return "\n".join(lines)

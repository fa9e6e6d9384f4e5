"""The brief of a story: what a desk needs to know of it, in the order in which it is asked.

The date and from what, the meetings as a wire's diary has them, who said what side by side, and every source quoted.
`brief` chooses and words; `brief_text` and `brief_markup` lay out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.model.document import Document
from dateline.model.entry import Meeting, MeetingKind, Statement
from dateline.model.evidence import Sourced, Span
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.when import Dating, When
from dateline.views.brief_sources import Quote, Sources
from dateline.views.outward import link, one_line
from dateline.views.wording import act, days, full_day, joined, name_of, short_day, span_of_days, until

__all__ = ["Brief", "Day", "Item", "Line", "Reason", "Side", "brief"]

FEW_REASONS, FEW_WORDS, FEW_RIVALS = 4, 3, 3
"""Rules that a brief names for an inferred date, words for each of them, and other days."""

MANY_PEOPLE = 12
RELAYED = 0.9  # share of a statement that another one within it repeats, from which it only relays that one
UNSURE = 0.5  # confidence below which a meeting is marked as doubtful

KINDS: dict[MeetingKind, str] = {
    "talks": "talks", "summit": "summit", "council": "session", "visit": "visit", "call": "call",
    "negotiation": "negotiations", "conference": "conference", "other": "meeting",
}  # fmt: skip
"""Kind of occasion -> how the diary calls it."""

Names = Mapping[str, Party]


@dataclass(frozen=True)
class Item:
    """A meeting as one entry of a diary."""

    place: str
    what: str
    who: str
    until: str
    status: str
    hours: str
    details: tuple[str, ...]
    marks: tuple[int, ...]
    doubtful: bool = False


@dataclass(frozen=True)
class Day:
    """A heading of the diary and what stands under it."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Line:
    """A statement: who (empty where the side itself speaks), the act, the words, and what is to be added."""

    who: str
    act: str
    words: str
    quoted: bool
    note: str
    marks: tuple[int, ...]


@dataclass(frozen=True)
class Side:
    """A side and what it said."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Reason:
    """A reason for the date: words, each with its number, and the rule that read them."""

    words: tuple[tuple[str, int], ...]
    rule: str


@dataclass(frozen=True, kw_only=True)
class Brief:
    """A story, ready to be laid out."""

    name: str
    headline: str
    byline: tuple[str, ...]
    url: str | None
    date: str
    basis: str
    reasons: tuple[Reason, ...]
    rivals: tuple[str, ...]
    diary: tuple[Day, ...]
    sides: tuple[Side, ...]
    people: tuple[str, ...]
    problems: tuple[str, ...]
    quotes: tuple[Quote, ...]


def brief(reading: Reading) -> Brief:
    """The brief of a reading."""
    document = reading.document
    sources = Sources(document.text)
    names = {party.id: party for party in reading.parties}
    return Brief(
        name=document.name,
        headline=one_line(document.text.title) or one_line(document.name),
        byline=tuple(one_line(part) for part in (document.source, feed_of(document.origin), written_by(document)) if part),
        url=link(document.url),
        date=date_of(reading.dating),
        basis=basis_of(reading.dating),
        reasons=reasons_of(reading.dating, sources),
        rivals=tuple(f"{full_day(rival.value)} ({rival.weight:.0%})" for rival in reading.dating.rivals[:FEW_RIVALS]),
        diary=diary_of(reading.meetings, names, sources),
        sides=sides_of(reading.statements, names, sources),
        people=people_of(reading.parties, names),
        problems=tuple(one_line(problem.what) for problem in reading.problems),
        quotes=sources.quotes(),
    )


def feed_of(origin: str | None) -> str | None:
    """The feed that an origin line names: "from latest-news - SUCH TV https://…"."""
    if not origin or " - " not in origin or not origin.lower().startswith(("from ", "via ")):
        return None
    return "feed " + origin.partition(" ")[2].partition(" - ")[0]


def written_by(document: Document) -> str | None:
    """The agency that wrote it, where another one carries it."""
    wire = document.wire.value if document.wire else None
    return f"written by {wire}" if wire and wire != document.source else None


def date_of(dating: Dating) -> str:
    """The day of the story, or the days among which it lies."""
    if dating.value:
        return full_day(dating.value)
    if dating.earliest or dating.latest:
        return days(When(dating.earliest, dating.latest, "within"))
    return "Date unknown"


def basis_of(dating: Dating) -> str:
    """Was the day given or inferred, and how surely?"""
    if dating.given:
        return "as given"
    if dating.value is None:
        return "not given, and the words do not tell the day"
    share = 1 - sum(rival.weight for rival in dating.rivals)
    return f"inferred, {share:.0%} sure" if dating.rivals else "inferred"


def reasons_of(dating: Dating, sources: Sources) -> tuple[Reason, ...]:
    """The reasons for an inferred date, rule by rule, each with some of the words that it read."""
    rules: dict[str, dict[str, int]] = {}
    for reason in dating.because if not dating.given else ():
        if reason.rule not in rules and len(rules) == FEW_REASONS:
            continue
        words = rules.setdefault(reason.rule, {})
        if isinstance(reason.ground, Span) and len(words) < FEW_WORDS:
            words.setdefault(one_line(reason.ground.quote), sources.cite(reason.ground))
    return tuple(Reason(tuple(words.items()), rule) for rule, words in rules.items())


def diary_of(meetings: tuple[Meeting, ...], names: Names, sources: Sources) -> tuple[Day, ...]:
    """The meetings by day: dated ones first, in order of time."""
    by_id = {meeting.id: meeting for meeting in meetings}
    headings: dict[str, list[Item]] = {}
    for meeting in sorted(meetings, key=in_time):
        heading = days(meeting.when.value if meeting.when else None)
        headings.setdefault(heading, []).append(item_of(meeting, names, by_id, sources))
    return tuple(Day(heading, tuple(items)) for heading, items in headings.items())


def in_time(meeting: Meeting) -> tuple[date, date]:
    """Order of the diary: what lies somewhere within days stands at their end; the text's order where days are equal."""
    when = meeting.when.value if meeting.when else When(None, None)
    if when.bearing == "within" and when.latest:
        return when.latest, date.max
    return when.earliest or when.latest or date.max, when.latest or date.max


def item_of(meeting: Meeting, names: Names, by_id: Mapping[str, Meeting], sources: Sources) -> Item:
    """A meeting as the diary has it."""
    when = meeting.when.value if meeting.when else None
    grounds = [span for value in (meeting.when, meeting.previously, meeting.place, meeting.status) for span in spans_of(value)]
    return Item(
        place=meeting.place.value.upper() if meeting.place else "",
        what=what_of(meeting),
        who=who_meets(meeting, names),
        until=until(when),
        status=meeting.status.value,
        hours=f"{when.starts:%H:%M} {when.starts.tzname() or ''}".strip() if when and when.starts else "",
        details=details_of(meeting, names, by_id),
        marks=sources.cite_all((*meeting.spans[:1], *grounds)),
        doubtful=meeting.confidence < UNSURE,
    )


def spans_of(value: Sourced[Any] | None) -> tuple[Span, ...]:
    """The words that a value rests on."""
    return tuple(reason.ground for reason in value.evidence if isinstance(reason.ground, Span)) if value else ()


def what_of(meeting: Meeting) -> str:
    """The forum, that of a body with the kind of its session, or the kind of occasion."""
    what = session_of(meeting)
    return what[0].upper() + what[1:]


def session_of(meeting: Meeting) -> str:
    """What to call it in the midst of a sentence: "NATO-Russia Council", "EU summit", "talks"."""
    kind = KINDS[meeting.kind.value]
    if meeting.forum is None:
        return kind
    forum = meeting.forum.value.replace(":", " ")
    return f"{forum} {kind}" if any(side.value == meeting.forum.value for side in meeting.parties) else forum


def details_of(meeting: Meeting, names: Names, by_id: Mapping[str, Meeting]) -> tuple[str, ...]:
    """At what level, called by whom, on what, after which other meeting."""
    details = []
    if meeting.level:
        details.append(meeting.level.value)
    if meeting.venue:
        details.append(f"at {meeting.venue.value}")
    if meeting.convener:
        details.append(f"called by {name_of(meeting.convener.value, names)}")
    details += [f"after the {reference(by_id[other])}" for other in meeting.after if other in by_id]
    if meeting.previously:
        details.append(f"moved from {short_when(meeting.previously.value)}")
    if meeting.topic:
        topic = one_line(meeting.topic.value)
        details.append(topic if topic.startswith("to ") else f"on {topic}")
    if meeting.outcome:
        details.append(f"outcome: {one_line(meeting.outcome.value)}")
    return tuple(details)


def who_meets(meeting: Meeting, names: Names) -> str:
    """The parties, each with its people: "NATO, Russia (Sergei Ryabkov)". A body in its own forum needs no mention."""
    forum = meeting.forum.value if meeting.forum else ""
    sides = [side.value for side in meeting.parties]
    people: dict[str | None, list[str]] = {}
    for person in meeting.people:
        side = person.value.of if person.value.of in sides else None
        people.setdefault(side, []).append(name_of(person.value.id, names))
    shown = [side for side in sides if side != forum or side in people]
    parts = [name_of(side, names) + (f" ({', '.join(people[side])})" if side in people else "") for side in shown]
    return ", ".join([*parts, *people.get(None, [])])


def reference(meeting: Meeting) -> str:
    """Another meeting in a few words."""
    parts = [
        session_of(meeting),
        f"in {meeting.place.value}" if meeting.place else "",
        f"({short_when(meeting.when.value)})" if meeting.when else "",
    ]
    return " ".join(part for part in parts if part)


def short_when(when: When) -> str:
    """Days in few words."""
    if when.earliest and when.latest and when.bearing in (None, "extent"):
        return short_day(when.earliest) if when.is_day else span_of_days(when.earliest, when.latest, when.edtf)
    return days(when)


def sides_of(statements: tuple[Statement, ...], names: Names, sources: Sources) -> tuple[Side, ...]:
    """The statements by the side that made them.

    One that repeats another of the text lends it its source only; one that does nothing but relay another one of its
    own side is told as that one, with its speaker as the way it came.
    """
    by_id = {statement.id: statement for statement in statements}
    relayed = {statement.id: outer for statement in statements if (outer := relay_of(statement, by_id, sources))}
    hidden = {outer.id for outer in relayed.values()}
    again: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.same_as in by_id and statement.same_as not in hidden:
            again.setdefault(str(statement.same_as), []).append(statement)
    hidden |= {repeat.id for repeats in again.values() for repeat in repeats}
    sides: dict[str, list[Line]] = {}
    heard: set[str] = set()
    for statement in statements:
        if statement.id not in hidden:
            side = side_of(statement, names)
            who = "" if name_of(statement.speaker.value, names) == side else speaker_of(statement, names, heard)
            spoken = [source_of(each, sources) for each in (statement, *again.get(statement.id, []))]
            notes = notes_of(statement, relayed.get(statement.id), by_id, names)
            sides.setdefault(side, []).append(line_of(statement, who, notes, names, sources.cite_all(spoken)))
    return tuple(Side(name[:1].upper() + name[1:], tuple(lines)) for name, lines in sides.items())


def side_of(statement: Statement, names: Names) -> str:
    """The side that a statement is grouped under."""
    return joined([name_of(each.value, names) for each in statement.of]) or name_of(statement.speaker.value, names)


def relay_of(statement: Statement, by_id: Mapping[str, Statement], sources: Sources) -> Statement | None:
    """The statement of the same side around this one, where it says nothing else."""
    outer = by_id.get(statement.inside or "")
    if outer is None or [each.value for each in outer.of] != [each.value for each in statement.of]:
        return None
    inner, around = source_of(statement, sources), outer.content[0]
    shared = min(inner.end, around.end) - max(inner.start, around.start)
    same_place = len(outer.content) == 1 and inner.field == around.field
    return outer if same_place and shared >= RELAYED * (around.end - around.start) else None


def notes_of(statement: Statement, relay: Statement | None, by_id: Mapping[str, Statement], names: Names) -> list[str]:
    """Through whom, to whom, and in whose words."""
    notes = []
    via = statement.via.value if statement.via else relay.speaker.value if relay else None
    if via and via != statement.speaker.value:
        notes.append(f"through {name_of(via, names)}")
    told = [each.value for each in statement.addressee if each.value not in {target.value for target in statement.target}]
    if told:
        notes.append(f"to {joined([name_of(each, names) for each in told])}")
    outer = by_id.get(statement.inside or "")
    if outer and not relay and outer.speaker.value != statement.speaker.value:
        notes.append(f"as {name_of(outer.speaker.value, names)} has it")
    return notes


def line_of(statement: Statement, who: str, notes: list[str], names: Names, marks: tuple[int, ...]) -> Line:
    """A statement as a line under its side; what somebody only means to do is no saying."""
    words = " … ".join(one_line(piece.quote) for piece in statement.content)
    done = act(statement.kind.value, [name_of(each.value, names) for each in statement.target])
    return Line(
        who=who,
        act="wishes" if words.startswith("to ") and statement.kind.value == "assert" else done,
        words=words,
        quoted=statement.form == "direct",
        note=", ".join(notes),
        marks=marks,
    )


def speaker_of(statement: Statement, names: Names, heard: set[str]) -> str:
    """The speaker's name, the first time with the office where it is known."""
    party = names.get(statement.speaker.value)
    name = name_of(statement.speaker.value, names)
    if party is None or party.id in heard or party.kind != "person" or not party.office:
        return name
    heard.add(party.id)
    return f"{name} ({one_line(party.office)})"


def source_of(statement: Statement, sources: Sources) -> Span:
    """All the words from the one that names the speaker to the last one said, where they stand in one paragraph."""
    field = statement.content[0].field
    pieces = [span for span in (*statement.content, statement.source, statement.cue) if span and span.field == field]
    whole = Span.of(sources.text, min(piece.start for piece in pieces), max(piece.end for piece in pieces), field)
    return statement.content[0] if "\n\n" in whole.quote else whole


def people_of(parties: tuple[Party, ...], names: Names) -> tuple[str, ...]:
    """The persons with office and side, the most often mentioned first."""
    persons = sorted((party for party in parties if party.kind == "person"), key=lambda party: -len(party.mentions))
    lines = []
    for party in persons[:MANY_PEOPLE]:
        roles = [part for part in (party.office, name_of(party.of, names) if party.of else None) if part]
        name = one_line(party.name)
        lines.append(f"{name} ({one_line(', '.join(roles))})" if roles else name)
    return tuple(lines)

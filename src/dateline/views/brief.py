"""The brief of a story: what a desk needs to know of it, in the order in which it is asked.

The date and from what, the meetings as a wire's diary has them, who said what side by side, and every source quoted.
`brief` chooses and words; `brief_text` and `brief_markup` lay out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.model.entry import Meeting, Statement
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.when import Dating, When
from dateline.views.wording import act, days, full_day, joined, name_of, one_line, short_day, until

__all__ = ["Brief", "Day", "Item", "Line", "Quote", "Side", "brief"]

CONTEXT = 45  # code points shown around a quote too short to say much
SHORT = 25  # a quote of fewer code points is shown in its context
FEW_REASONS = 4  # reasons for the date that a brief shows
MANY_PEOPLE = 12


@dataclass(frozen=True)
class Quote:
    """A numbered source: the words, those around them where they are few, and where they stand."""

    number: int
    span: Span
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Item:
    """A meeting as one entry of a diary."""

    place: str
    what: str
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
    """A reason for the date: words or a field of the document."""

    words: str
    rule: str
    mark: int | None


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


class Sources:
    """Numbers the quotes of a brief in the order in which they are cited, each once."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.document.text
        self.quotes: list[Quote] = []

    def cite(self, span: Span) -> int:
        """The number of a span, new or as cited before."""
        for quote in self.quotes:
            if quote.span == span:
                return quote.number
        before, after = self.around(span) if span.end - span.start < SHORT else ("", "")
        self.quotes.append(Quote(len(self.quotes) + 1, span, before, after))
        return len(self.quotes)

    def cite_all(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """The numbers of several spans; one that lies in another is not cited beside it."""
        kept: list[Span] = []
        for span in spans:
            if not any(other.covers(span) for other in kept):
                kept.append(span)
        return tuple(dict.fromkeys(self.cite(span) for span in kept))

    def around(self, span: Span) -> tuple[str, str]:
        """The words before and after a span, within its line and cut at blanks."""
        words = self.text.field(span.field)
        first, last = max(0, span.start - CONTEXT), min(len(words), span.end + CONTEXT)
        before, after = words[first : span.start], words[span.end : last]
        if "\n\n" in before:
            before = before.rpartition("\n\n")[2]
        elif first:
            before = "…" + before.partition(" ")[2]
        if "\n\n" in after:
            after = after.partition("\n\n")[0]
        elif last < len(words):
            after = after.rpartition(" ")[0] + "…"
        return before, after


def brief(reading: Reading) -> Brief:
    """The brief of a reading."""
    document = reading.document
    names = {party.id: party for party in reading.parties}
    sources = Sources(reading)
    reasons = tuple(reason_of(reason, sources) for reason in decisive(reading.dating))
    diary = diary_of(reading.meetings, names, sources)
    sides = sides_of(reading.statements, names, sources)
    return Brief(
        name=document.name,
        headline=one_line(document.text.title) or document.name,
        byline=tuple(part for part in (document.source, feed_of(document.origin)) if part),
        url=document.url,
        date=date_of(reading.dating),
        basis=basis_of(reading.dating),
        reasons=reasons,
        rivals=tuple(f"{full_day(rival.value)} ({rival.weight:.0%})" for rival in reading.dating.rivals),
        diary=diary,
        sides=sides,
        people=people_of(reading.parties, names),
        problems=tuple(problem.what for problem in reading.problems),
        quotes=tuple(sources.quotes),
    )


def feed_of(origin: str | None) -> str | None:
    """The feed that an origin line names: "from latest-news - SUCH TV https://…"."""
    if not origin or " - " not in origin or not origin.lower().startswith(("from ", "via ")):
        return None
    return "feed " + origin.partition(" ")[2].partition(" - ")[0]


def date_of(dating: Dating) -> str:
    """The day of the story, or the days among which it lies."""
    if dating.value:
        return full_day(dating.value)
    if dating.earliest or dating.latest:
        return days(When(dating.earliest, dating.latest, "within"))
    return "unknown"


def basis_of(dating: Dating) -> str:
    """Was the day given or inferred, and how surely?"""
    if dating.given:
        return "as given"
    if dating.value is None:
        return "the story does not tell its day" if dating.because or dating.rivals else "no date given, none inferred"
    share = 1 - sum(rival.weight for rival in dating.rivals)
    return f"inferred, {share:.0%}" if dating.rivals else "inferred"


def decisive(dating: Dating) -> list[Evidence]:
    """The reasons for an inferred date, each ground once."""
    grounds: dict[object, Evidence] = {}
    for reason in dating.because if not dating.given else ():
        grounds.setdefault((reason.ground, reason.rule), reason)
    return list(grounds.values())[:FEW_REASONS]


def reason_of(reason: Evidence, sources: Sources) -> Reason:
    """A reason as it is cited."""
    if isinstance(reason.ground, Span):
        return Reason(one_line(reason.ground.quote), reason.rule, sources.cite(reason.ground))
    return Reason("", reason.rule, None)


def diary_of(meetings: tuple[Meeting, ...], names: Mapping[str, Party], sources: Sources) -> tuple[Day, ...]:
    """The meetings by day: dated ones first, in order of time."""
    by_id = {meeting.id: meeting for meeting in meetings}
    headings: dict[str, list[Item]] = {}
    for meeting in sorted(meetings, key=in_time):
        when = meeting.when.value if meeting.when else None
        headings.setdefault(days(when), []).append(item_of(meeting, names, by_id, sources))
    return tuple(Day(heading, tuple(items)) for heading, items in headings.items())


def in_time(meeting: Meeting) -> tuple[date, date, str]:
    """Order of the diary; `sorted` keeps the text's order where days are equal."""
    when = meeting.when.value if meeting.when else When(None, None)
    first = when.earliest or when.latest or date.max
    return first, when.latest or date.max, days(meeting.when.value if meeting.when else None)


def item_of(meeting: Meeting, names: Mapping[str, Party], by_id: Mapping[str, Meeting], sources: Sources) -> Item:
    """A meeting as the diary has it."""
    when = meeting.when.value if meeting.when else None
    place = meeting.place.value if meeting.place else ""
    marks = sources.cite_all((*meeting.spans[:1], *grounds(meeting.when), *grounds(meeting.status), *grounds(meeting.place)))
    return Item(
        place=place.upper(),
        what=meeting.title or title_of(meeting, names),
        until=until(when),
        status=meeting.status.value,
        hours=f"{when.starts:%H:%M} {when.starts.tzname() or ''}".strip() if when and when.starts else "",
        details=details_of(meeting, names, by_id),
        marks=marks,
        doubtful=meeting.confidence < 0.5,
    )


def grounds(value: Sourced[Any] | None) -> tuple[Span, ...]:
    """The words that a value rests on."""
    return tuple(reason.ground for reason in value.evidence if isinstance(reason.ground, Span)) if value else ()


def title_of(meeting: Meeting, names: Mapping[str, Party]) -> str:
    """A title for a meeting that came without."""
    if meeting.forum:
        return meeting.forum.value
    sides = [name_of(side.value, names) for side in meeting.parties]
    return f"{joined(sides)}: {meeting.kind.value}" if sides else meeting.kind.value


def details_of(meeting: Meeting, names: Mapping[str, Party], by_id: Mapping[str, Meeting]) -> tuple[str, ...]:
    """Who takes part, at what level, called by whom, on what, after which other meeting."""
    details = [who_meets(meeting, names)]
    if meeting.level:
        details.append(meeting.level.value)
    if meeting.convener:
        details.append(f"called by {name_of(meeting.convener.value, names)}")
    if meeting.venue:
        details.append(f"at {meeting.venue.value}")
    if meeting.topic:
        details.append(f"topic: {one_line(meeting.topic.value)}")
    if meeting.previously:
        details.append(f"moved from {short_when(meeting.previously.value)}")
    details += [f"after {reference(by_id[other], names)}" for other in meeting.after if other in by_id]
    if meeting.outcome:
        details.append(f"outcome: {one_line(meeting.outcome.value)}")
    return tuple(detail for detail in details if detail)


def who_meets(meeting: Meeting, names: Mapping[str, Party]) -> str:
    """The parties, each with its people: "NATO, Russia (Sergei Ryabkov)"."""
    people: dict[str | None, list[str]] = {}
    sides = [side.value for side in meeting.parties]
    for person in meeting.people:
        side = person.value.of if person.value.of in sides else None
        people.setdefault(side, []).append(name_of(person.value.id, names))
    parts = [name_of(side, names) + (f" ({', '.join(people[side])})" if side in people else "") for side in sides]
    return ", ".join([*parts, *people.get(None, [])])


def reference(meeting: Meeting, names: Mapping[str, Party]) -> str:
    """Another meeting in a few words."""
    parts = [
        f"the {meeting.kind.value}" if not meeting.forum else meeting.forum.value,
        f"in {meeting.place.value}" if meeting.place else "",
        f"({short_when(meeting.when.value)})" if meeting.when else "",
    ]
    return " ".join(part for part in parts if part)


def short_when(when: When) -> str:
    """Days in few words."""
    return short_day(when.earliest) if when.is_day and when.earliest else days(when)


def sides_of(statements: tuple[Statement, ...], names: Mapping[str, Party], sources: Sources) -> tuple[Side, ...]:
    """The statements by the side that made them; one that repeats another of the text lends it its source only."""
    by_id = {statement.id: statement for statement in statements}
    again: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.same_as in by_id:
            again.setdefault(str(statement.same_as), []).append(statement)
    sides: dict[str, list[Line]] = {}
    for statement in statements:
        if statement.same_as not in by_id:
            side = joined([name_of(each.value, names) for each in statement.of]) or name_of(statement.speaker.value, names)
            sides.setdefault(side, []).append(line_of(statement, side, names, by_id, again.get(statement.id, []), sources))
    return tuple(Side(name, tuple(lines)) for name, lines in sides.items())


def line_of(
    statement: Statement,
    side: str,
    names: Mapping[str, Party],
    by_id: Mapping[str, Statement],
    repeats: list[Statement],
    sources: Sources,
) -> Line:
    """A statement as a line under its side."""
    who = speaker_of(statement, names)
    notes = [f"through {name_of(statement.via.value, names)}"] if statement.via else []
    if statement.addressee:
        notes.append(f"to {joined([name_of(each.value, names) for each in statement.addressee])}")
    if statement.inside in by_id:
        notes.append(f"as {name_of(by_id[str(statement.inside)].speaker.value, names)} has it")
    return Line(
        who="" if who == side else who,
        act=act(statement.kind.value, [name_of(each.value, names) for each in statement.target]),
        words=" … ".join(one_line(piece.quote) for piece in statement.content),
        quoted=statement.form == "direct",
        note=", ".join(notes),
        marks=sources.cite_all(source_of(each, sources) for each in (statement, *repeats)),
    )


def speaker_of(statement: Statement, names: Mapping[str, Party]) -> str:
    """The speaker's name, with the office where it is known."""
    party = names.get(statement.speaker.value)
    name = name_of(statement.speaker.value, names)
    return f"{name} ({party.office})" if party and party.office and party.kind == "person" else name


def source_of(statement: Statement, sources: Sources) -> Span:
    """All the words from the one that names the speaker to the last one said, where they stand together."""
    pieces = [*statement.content, *(span for span in (statement.source, statement.cue) if span)]
    field = statement.content[0].field
    start = min(piece.start for piece in pieces if piece.field == field)
    end = max(piece.end for piece in pieces if piece.field == field)
    whole = Span.of(sources.text, start, end, field)
    return statement.content[0] if "\n\n" in whole.quote else whole


def people_of(parties: tuple[Party, ...], names: Mapping[str, Party]) -> tuple[str, ...]:
    """The persons with office and side, the most often mentioned first."""
    persons = sorted((party for party in parties if party.kind == "person"), key=lambda party: -len(party.mentions))
    lines = []
    for party in persons[:MANY_PEOPLE]:
        roles = [part for part in (party.office, name_of(party.of, names) if party.of else None) if part]
        lines.append(f"{party.name} ({', '.join(roles)})" if roles else party.name)
    return tuple(lines)

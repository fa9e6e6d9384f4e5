"""A story with marks on what was read in it, as a piece of HTML that stands alone: for notebooks, pages and proofs.

Marks may cross each other: where one ends inside another, it is cut there and goes on after it, so that the HTML nests.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dateline.model.document import Field
from dateline.model.entry import Meeting, Statement
from dateline.model.event import Event
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.when import TimeExpression
from dateline.views.outward import one_line, visible
from dateline.views.templating import environment
from dateline.views.wording import act, full_day, joined, name_of

__all__ = [
    "LEGEND",
    "RANKS",
    "Kind",
    "Mark",
    "Piece",
    "entry_marks",
    "entry_words",
    "event_words",
    "marks_html",
    "marks_of",
    "meeting_words",
    "outermost",
    "parties_named",
    "pieces",
    "statement_marks",
]

Kind = Literal["meeting", "event", "content", "cue", "source", "time", "place", "party"]
Names = Mapping[str, Party]
Entry = Meeting | Statement | Event

LEGEND: dict[Kind, tuple[str, str]] = {
    "meeting": ("meeting", "box-shadow:0 0 0 1.5px #2f62b8;border-radius:3px;padding:2px 1px;box-decoration-break:clone"),
    "event": ("event", "text-decoration:underline wavy #7a3fb0;text-underline-offset:4px"),
    "content": ("what is said", "background:#fdf0c4;border-radius:3px;padding:1px 0"),
    "source": ("who says it", "border-bottom:2px solid #b3261e"),
    "cue": ("word of saying", "border-bottom:2px dashed #8a5a00"),
    "time": ("time", "background:#d3f0dd;border-radius:3px;padding:1px 0"),
    "place": ("place", "background:#e9defa;border-radius:3px;padding:1px 0"),
    "party": ("party", "font-weight:600;color:#123a75"),
}
"""Kind of mark -> what the legend calls it, and how it looks; an outer kind before those that stand inside it. No two that
often cover the same words look alike in the same way: frame, ground, line and letters can all be seen at once."""

RANKS = {kind: rank for rank, kind in enumerate(LEGEND)}


@dataclass(frozen=True)
class Mark:
    """Words of the story that something was read in, what (a line for whoever points at them), and the entry they belong to."""

    kind: Kind
    span: Span
    what: str
    entry: str | None = None

    @property
    def style(self) -> str:
        """How it looks."""
        return LEGEND[self.kind][1]


@dataclass(frozen=True)
class Piece:
    """Words between two edges of marks: the marks that start before them, each with all that it lies in, and how many end
    after them."""

    words: str
    starts: tuple[tuple[Mark, str], ...]
    ends: int


def marks_html(reading: Reading) -> str:
    """The story with its marks and their legend."""
    text, marks = reading.document.text, marks_of(reading)
    present = {mark.kind for mark in marks}
    return (
        environment()
        .get_template("marks.html.j2")
        .render(
            title=pieces(text.title, marks_in(marks, "title")),
            body=pieces(text.body, marks_in(marks, "text")),
            under=under(reading),
            legend=[shown for kind, shown in LEGEND.items() if kind in present],
            problems=[one_line(problem.what) for problem in reading.problems],
        )
    )


def marks_in(marks: Sequence[Mark], field: Field) -> list[Mark]:
    """The marks of one field."""
    return [mark for mark in marks if mark.span.field == field]


def under(reading: Reading) -> str:
    """The line under the title: who carries the story, and its day."""
    day = reading.dating.value
    told = f"{full_day(day)} ({'as given' if reading.dating.given else 'inferred'})" if day else "no date"
    return " · ".join(part for part in (one_line(reading.document.source or ""), told) if part)


def marks_of(reading: Reading) -> list[Mark]:
    """All marks of a reading."""
    names = {party.id: party for party in reading.parties}
    marks = [Mark("meeting", span, meeting_words(each, names)) for each in reading.meetings for span in each.spans]
    marks += [mark for each in reading.statements for mark in statement_marks(each, names)]
    marks += [Mark("time", each.span, time_words(each)) for each in reading.times]
    marks += [
        Mark("party", mention.span, party_words(party, names, mention.how))
        for party in reading.parties
        for mention in party.mentions
    ]
    return marks


def statement_marks(statement: Statement, names: Names) -> Iterator[Mark]:
    """Who says it, the word of saying, and what is said."""
    what = statement_words(statement, names)
    yield from (Mark("content", span, what, statement.id) for span in statement.content)
    if statement.cue:
        yield Mark("cue", statement.cue, f"word of saying: {statement.kind.value}", statement.id)
    if statement.source:
        yield Mark("source", statement.source, f"speaker: {who_speaks(statement, names)}", statement.id)


def who_speaks(statement: Statement, names: Names) -> str:
    """`Ana Lopes (Portugal)`."""
    speaker = name_of(statement.speaker.value, names)
    sides = joined([name_of(side.value, names) for side in statement.of if side.value != statement.speaker.value])
    return f"{speaker} ({sides})" if sides else speaker


def statement_words(statement: Statement, names: Names) -> str:
    """`deny: France denies to Portugal, confidence 0.90`."""
    done = act(statement.kind.value, [name_of(target.value, names) for target in statement.target])
    return f"{statement.kind.value}: {who_speaks(statement, names)} {done}{sureness(statement.confidence)}"


def event_words(event: Event, names: Names) -> str:
    """`ACCUSE, CAMEO 112: Russia → Ukraine, happened, 2022-01-03, confidence 0.80`."""
    code = event.type.value + (f" {event.mode.value}" if event.mode else "")
    actors, recipients = (joined([name_of(each.value, names) for each in sides]) for sides in (event.actors, event.recipients))
    sides = f"{actors or 'nobody named'} → {recipients or 'nobody named'}"
    told = (sides, event.status.value, event.when.value.edtf if event.when else "", event.place.value if event.place else "")
    return f"{code}, CAMEO {event.cameo.value}: {', '.join(part for part in told if part)}{sureness(event.confidence)}"


def entry_words(entry: Entry, names: Names) -> str:
    """An entry as a line."""
    if isinstance(entry, Meeting):
        return meeting_words(entry, names)
    return event_words(entry, names) if isinstance(entry, Event) else statement_words(entry, names)


def entry_marks(entry: Entry, names: Names) -> Iterator[Mark]:
    """The words of an entry, and those that its parties and days were read in."""
    if isinstance(entry, Statement):
        yield from statement_marks(entry, names)
    elif isinstance(entry, Event):
        yield Mark("event", entry.trigger, event_words(entry, names), entry.id)
    else:
        yield from (Mark("meeting", span, meeting_words(entry, names), entry.id) for span in entry.spans)
    for party, evidence in parties_named(entry):
        yield from (Mark("party", span, f"{name_of(party, names)} ({party})", entry.id) for span in grounds(evidence))
    days = (entry.when, entry.previously) if isinstance(entry, Meeting) else (entry.when,) if isinstance(entry, Event) else ()
    for day in (*days, *((entry.said,) if isinstance(entry, Statement) else ())):
        yield from (Mark("time", span, day.value.edtf, entry.id) for span in grounds(day.evidence)) if day else ()


def parties_named(entry: Entry) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The parties and people of an entry, each with what it was read in."""
    sides: tuple[Sourced[str] | None, ...]
    if isinstance(entry, Meeting):
        yield from ((each.value.id, each.evidence) for each in entry.people)
        sides = entry.parties
    elif isinstance(entry, Event):
        sides = (*entry.actors, *entry.recipients)
    else:
        sides = (entry.speaker, entry.via, *entry.of, *entry.target, *entry.addressee)
    yield from ((each.value, each.evidence) for each in sides if each is not None)


def grounds(evidence: Sequence[Evidence]) -> Iterator[Span]:
    """The words that a value was read in."""
    return (each.ground for each in evidence if isinstance(each.ground, Span))


def meeting_words(meeting: Meeting, names: Names) -> str:
    """`summit: EU, 2020-10-01/2020-10-02, Brussels, scheduled, confidence 0.90`."""
    sides = joined([name_of(party.value, names) for party in meeting.parties])
    people = joined([each.value.id for each in meeting.people])
    told = [sides, people, meeting.when.value.edtf if meeting.when else "", meeting.place.value if meeting.place else ""]
    told.append(meeting.status.value)
    return f"{meeting.kind.value}: {', '.join(part for part in told if part)}{sureness(meeting.confidence)}"


def time_words(time: TimeExpression) -> str:
    """`date: 2022-01-12`, with the days that it bounds where its value does not name them."""
    days = "/".join(dict.fromkeys(day.isoformat() for day in (time.earliest, time.latest) if day))
    parts = [time.value, time.mod or "", days if days != time.value else ""]
    return f"{time.type.lower()}: {', '.join(part for part in parts if part)}"


def party_words(party: Party, names: Names, how: str) -> str:
    """`state: Russia (RUS), by metonym`."""
    name = one_line(party.name)
    known = f"{name} ({party.id})" if party.id != party.name else name
    office = f", {one_line(party.office)}" if party.office else ""
    side = f" of {name_of(party.of, names)}" if party.of and party.of != party.id else ""
    return f"{party.kind}{side}: {known}{office}, by {how}"


def sureness(confidence: float) -> str:
    """The confidence as a line ends with it."""
    return f", confidence {confidence:.2f}"


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """A field cut at all edges of its marks, so that the marks nest.

    >>> story = "one two three"
    >>> cross = [Mark("meeting", Span("text", 0, 7, "one two"), "m"), Mark("time", Span("text", 4, 13, "two three"), "t")]
    >>> [(piece.words, [mark.kind for mark, _ in piece.starts], piece.ends) for piece in pieces(story, cross)]
    [('one ', ['meeting'], 0), ('two', ['time'], 2), (' three', ['time'], 1)]
    """
    waiting = sorted((mark for mark in marks if 0 <= mark.span.start < mark.span.end <= len(text)), key=outermost, reverse=True)
    edges = sorted({0, len(text)}.union(*({mark.span.start, mark.span.end} for mark in waiting)))
    cut: list[Piece] = []
    opened: list[Mark] = []
    again: list[Mark] = []
    for start, end in pairwise(edges):
        starts = again
        while waiting and waiting[-1].span.start == start:
            starts.append(waiting.pop())
        before = len(opened)
        opened += sorted(starts, key=lambda mark: outermost(mark)[1:])
        shown = tuple((mark, told(opened[: number + 1])) for number, mark in enumerate(opened) if number >= before)
        lowest = next((number for number, mark in enumerate(opened) if mark.span.end == end), len(opened))
        again = [mark for mark in opened[lowest:] if mark.span.end > end]
        cut.append(Piece(visible(text[start:end]), shown, len(opened) - lowest))
        del opened[lowest:]
    return cut


def outermost(mark: Mark) -> tuple[int, int, int]:
    """The order in which marks start: the longer before the shorter, the outer kind before the inner."""
    return mark.span.start, -mark.span.end, RANKS[mark.kind]


def told(marks: Sequence[Mark]) -> str:
    """What the innermost mark says, and below it those that it lies in."""
    return "\n".join(dict.fromkeys(one_line(mark.what) for mark in reversed(marks)))

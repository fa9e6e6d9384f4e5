"""A reading as a lesson: the story with its meetings and statements marked in the text, in the form that training reads.

`docs/training.md` explains the form. Marks nest and never cross; paragraphs in which something is in doubt are left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dateline.model.entry import Meeting, Statement
from dateline.model.evidence import Sourced, Span
from dateline.model.reading import Reading
from dateline.model.when import When

__all__ = ["lesson"]

Entry = Meeting | Statement
Mark = tuple[int, int, str]
"""Start, end, and what stands behind the bracket: "m1*"."""


@dataclass
class Page:
    """The marks and rows of a lesson."""

    marks: list[Mark] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)

    def mark(self, span: Span | None, name: str) -> bool:
        """Mark words, unless that would cross another mark."""
        if span is None or span.field != "text" or span.start >= span.end:
            return False
        if any(crosses((span.start, span.end), (start, end)) for start, end, _ in self.marks):
            return False
        self.marks.append((span.start, span.end, name))
        return True


def lesson(reading: Reading, name: str, is_sure: Callable[[Entry], bool]) -> str | None:
    """The lesson of a reading, or None where nothing is left of it; an entry that is not sure takes its paragraphs out."""
    body = reading.document.text.body
    entries: tuple[Entry, ...] = (*reading.meetings, *reading.statements)
    doubted = [span for each in entries if not is_sure(each) for span in spans_of(each)]
    kept = [
        (start, end)
        for start, end in paragraphs(body)
        if not any(start < span.end and span.start < end for span in doubted) and not set("[]") & set(body[start:end])
    ]
    page = Page()
    inside = [each for each in entries if is_sure(each) and all(holds(kept, span) for span in spans_of(each))]
    for number, meeting in enumerate((each for each in inside if isinstance(each, Meeting)), 1):
        add_meeting(page, meeting, f"m{number}")
    for number, statement in enumerate((each for each in inside if isinstance(each, Statement)), 1):
        add_statement(page, statement, f"s{number}")
    if not page.rows:
        return None
    text = "\n\n".join(marked(body, start, end, page.marks) for start, end in kept)
    document = reading.document
    day = reading.dating.value
    head = f"source: {one(document.source)}\npublished: {day.isoformat() if day else ''}\ntitle: {one(document.text.title)}"
    rows = [row for row in page.rows if row.startswith("m")]
    said = [row for row in page.rows if row.startswith("s")] or ["s0"]
    return f"### {one(name)}\n{head}\n---\n{text}\n---\n" + "\n".join([*rows, "", *said]) + "\n"


def spans_of(entry: Entry) -> tuple[Span, ...]:
    """The words of an entry."""
    return entry.spans if isinstance(entry, Meeting) else entry.content


def paragraphs(body: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the lines that have words."""
    start = 0
    for line in body.split("\n"):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            yield first, first + len(line.strip())
        start += len(line) + 1


def holds(kept: list[tuple[int, int]], span: Span) -> bool:
    """Does a paragraph that is kept hold all the words?"""
    return span.field == "text" and any(start <= span.start and span.end <= end for start, end in kept)


def crosses(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Do two stretches overlap without one holding the other, or are they the same?"""
    apart = one[1] <= other[0] or other[1] <= one[0]
    within = (other[0] <= one[0] and one[1] <= other[1]) or (one[0] <= other[0] and other[1] <= one[1])
    return one == other or not (apart or within)


def add_meeting(page: Page, meeting: Meeting, name: str) -> None:
    """Mark a meeting and write its row; one whose best words cannot be marked is left out."""
    if not page.mark(meeting.spans[0], f"{name}*"):
        return
    for span in meeting.spans[1:]:
        page.mark(span, name)
    when = meeting.when
    words = when.evidence[0].ground if when is not None else None
    if isinstance(words, Span):
        page.mark(words, f"{name}@")
    fields = {
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "parties": listed(meeting.parties),
        "people": ", ".join(one(each.value.id) for each in meeting.people),
        "place": one(meeting.place.value) if meeting.place else "",
        "date": date_of(when),
        "forum": one(meeting.forum.value) if meeting.forum else "",
        "in": "",
    }
    page.rows.append(row(name, fields))


def add_statement(page: Page, statement: Statement, name: str) -> None:
    """Mark a statement and write its row."""
    if not page.mark(statement.content[0], f"{name}*"):
        return
    page.mark(statement.cue, f"{name}c")
    page.mark(statement.source, f"{name}s")
    ground = statement.target[0].evidence[0].ground if statement.target else None
    if isinstance(ground, Span):
        page.mark(ground, f"{name}t")
    speaker, of = one(statement.speaker.value), listed(statement.of)
    page.rows.append(
        row(name, {"kind": statement.kind.value, "speaker": speaker, "of": of, "target": listed(statement.target)})
    )


def row(name: str, fields: dict[str, str]) -> str:
    """A line of a lesson."""
    return " | ".join([name, *(f"{key}={value}" for key, value in fields.items())])


def listed(values: tuple[Sourced[str], ...]) -> str:
    """Values in a line."""
    return ", ".join(one(each.value) for each in values)


def date_of(when: Sourced[When] | None) -> str:
    """The days of a meeting that has both ends."""
    if when is None or when.value.earliest is None or when.value.latest is None:
        return ""
    return when.value.edtf


def one(words: str | None) -> str:
    """Words that break no line and no row."""
    return " ".join((words or "").replace("|", " ").replace("=", " ").split())


def marked(body: str, start: int, end: int, marks: list[Mark]) -> str:
    """A paragraph with its marks."""
    inside = [mark for mark in marks if start <= mark[0] and mark[1] <= end]
    opens = sorted(inside, key=lambda mark: (mark[0], -mark[1]))
    closes = sorted(mark[1] for mark in inside)
    text: list[str] = []
    for at in range(start, end + 1):
        text += ["]"] * closes.count(at)
        text += [f"[{name}: " for first, _, name in opens if first == at]
        text += [body[at]] if at < end else []
    return "".join(text)

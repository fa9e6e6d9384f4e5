"""A story for a page of its own: its words with marks on what was read in them, the values they gave, and how its day came.

Marks of a page do not nest as those of `views/marks` do: each stretch of words names all that it lies in, and leads to the
innermost value; each value leads back to its first words. So a page needs no script.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dateline.model.document import Field, Text
from dateline.model.entry import Meeting, Statement
from dateline.model.event import Event
from dateline.model.evidence import Sourced, Span
from dateline.model.judgement import is_rejected
from dateline.model.kept import Carried, KeptEntry
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.when import Dating
from dateline.views.explain import Branch, of_dating
from dateline.views.marks import LEGEND, RANKS, Kind, Mark, event_words, marks_of, meeting_words, statement_marks
from dateline.views.outward import one_line, visible
from dateline.views.wording import name_of

__all__ = ["Page", "Segment", "Value", "reading_page", "segments", "story_page"]

Names = Mapping[str, Party]
Told = tuple[Kind, str, str | None]


@dataclass(frozen=True, kw_only=True)
class Value:
    """Something that was read: in words, the first stretch that it was read in, and the id of its entry, if it is one."""

    number: int
    kind: Kind
    what: str
    first: int
    entry: str | None


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A stretch of words: the kinds of marks that it lies in, their values (the innermost first), and what they say."""

    number: int
    words: str
    kinds: tuple[Kind, ...] = ()
    values: tuple[int, ...] = ()
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """A story ready to be laid out; `groups` are its values by kind."""

    title: tuple[Segment, ...]
    body: tuple[Segment, ...]
    groups: tuple[tuple[str, tuple[Value, ...]], ...]
    legend: tuple[tuple[Kind, str], ...]
    dating: Branch


GROUPS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("Meetings", ("meeting",)), ("Statements", ("content",)), ("Events", ("event",)), ("Parties", ("party",)),
    ("Times", ("time",)), ("Places", ("place",)),
)  # fmt: skip


@dataclass(frozen=True)
class Read:
    """A mark, and the id of the entry that it belongs to, where it stands for one."""

    mark: Mark
    entry: str | None = None

    @property
    def told(self) -> Told:
        """What tells it from others."""
        return self.mark.kind, one_line(self.mark.what), self.entry


def story_page(document: Carried, text: Text, names: Names, homes: Mapping[str, str]) -> Page:
    """A kept story; `homes` tells the meeting of each report."""
    return laid_out(list(marks_of_kept(document, names, homes)), text, document.dating)


def reading_page(reading: Reading) -> Page:
    """A story that was read and is not kept: its values have no pages to lead to."""
    return laid_out([Read(mark) for mark in marks_of(reading)], reading.document.text, reading.dating)


def laid_out(found: Sequence[Read], text: Text, dating: Dating) -> Page:
    """A text with its marks."""
    ordered = sorted(found, key=lambda each: (each.mark.span.field != "title", each.mark.span.start))
    numbers = {told: number for number, told in enumerate(dict.fromkeys(each.told for each in ordered), 1)}
    title = segments(text, "title", found, numbers, 1)
    body = segments(text, "text", found, numbers, len(title) + 1)
    first: dict[int, int] = {}
    for each in (*title, *body):
        for number in each.values:
            first.setdefault(number, each.number)
    placed = [
        Value(number=number, kind=kind, what=what, first=first.get(number, 0), entry=entry)
        for (kind, what, entry), number in numbers.items()
    ]
    groups = ((name, tuple(each for each in placed if each.kind in kinds)) for name, kinds in GROUPS)
    present = {kind for each in (*title, *body) for kind in each.kinds}
    return Page(
        title=title,
        body=body,
        groups=tuple(each for each in groups if each[1]),
        legend=tuple((kind, name) for kind, (name, _) in LEGEND.items() if kind in present),
        dating=of_dating(dating),
    )


def marks_of_kept(document: Carried, names: Names, homes: Mapping[str, str]) -> Iterator[Read]:
    """All marks of what is kept of a story: its entries, and the parties, times and places that their values rest on."""
    for report in document.reports:
        meeting, home = report.meeting, homes.get(report.id)
        yield from (Read(Mark("meeting", span, meeting_words(meeting, names)), home) for span in meeting.spans)
        yield from grounds(meeting, ("parties", "people"), ("when", "previously"), ("place",), names)
    for each in document.statements:
        kept = document.judged.get(each.id) or KeptEntry(id=each.id, entry=each)
        if isinstance(kept.entry, Statement) and not is_rejected(kept.judgements):
            shown = statement_marks(kept.entry, names)
            yield from (Read(mark, each.id if mark.kind == "content" else None) for mark in shown)
            yield from grounds(kept.entry, ("speaker", "target", "addressee"), ("said",), (), names)
    for act in document.events:
        kept = document.judged.get(act.id) or KeptEntry(id=act.id, entry=act)
        if isinstance(kept.entry, Event) and not is_rejected(kept.judgements):
            yield Read(Mark("event", act.trigger, event_words(kept.entry, names)), act.id)
            yield from grounds(kept.entry, ("actors", "recipients"), ("when",), ("place",), names)


def grounds(
    entry: Meeting | Statement | Event, parties: Sequence[str], times: Sequence[str], places: Sequence[str], names: Names
) -> Iterator[Read]:
    """The words that the parties, days and places of an entry rest on."""
    for sourced, span in resting(entry, parties):
        party = getattr(sourced.value, "id", sourced.value)
        known, shown = names.get(party), name_of(party, names)
        called = f"{shown} ({party})" if shown != party else shown
        yield Read(Mark("party", span, f"{known.kind if known else 'party'}: {one_line(called)}"), party)
    for sourced, span in resting(entry, times):
        yield Read(Mark("time", span, f"date: {sourced.value.edtf}"))
    for sourced, span in resting(entry, places):
        yield Read(Mark("place", span, f"place: {one_line(sourced.value)}"))


def resting(entry: Meeting | Statement | Event, fields: Sequence[str]) -> Iterator[tuple[Sourced[Any], Span]]:
    """The values of some fields, each with the words that it rests on directly."""
    for name in fields:
        value = getattr(entry, name)
        for sourced in value if isinstance(value, tuple) else (value,):
            for reason in sourced.evidence if sourced is not None else ():
                if isinstance(reason.ground, Span):
                    yield sourced, reason.ground


def segments(
    text: Text, field: Field, found: Sequence[Read], numbers: Mapping[Told, int], first: int
) -> tuple[Segment, ...]:  # fmt: skip
    """A field cut at all edges of its marks."""
    words = text.field(field)
    mine = [each for each in found if each.mark.span.field == field and each.mark.span.quote and each.mark.span.holds_in(text)]
    waiting = sorted(mine, key=lambda each: each.mark.span.start, reverse=True)
    edges = sorted({0, len(words), *(edge for each in mine for edge in (each.mark.span.start, each.mark.span.end))})
    made: list[Segment] = []
    opened: list[Read] = []
    for start, end in pairwise(edges):
        opened = [each for each in opened if each.mark.span.end > start]
        while waiting and waiting[-1].mark.span.start <= start:
            opened.append(waiting.pop())
        made.append(segment(first + len(made), visible(words[start:end]), opened, numbers))
    return tuple(made)


def segment(number: int, words: str, marks: Sequence[Read], numbers: Mapping[Told, int]) -> Segment:
    """One stretch, below the marks that it lies in."""
    inner = sorted(marks, key=lambda each: (each.mark.span.end - each.mark.span.start, -RANKS[each.mark.kind]))
    told = [each.told for each in inner]
    return Segment(
        number=number,
        words=words,
        kinds=tuple(dict.fromkeys(kind for kind, _, _ in told)),
        values=tuple(dict.fromkeys(numbers[each] for each in told)),
        what="\n".join(dict.fromkeys(what for _, what, _ in told)),
    )

"""A story of the ledger with its marks: the words in colours for a terminal, and under them the entries with their ids."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text as Words

from dateline.model.entry import Statement
from dateline.model.event import Event
from dateline.model.evidence import Span
from dateline.model.kept import Carried, Shown
from dateline.views import record
from dateline.views.agenda import address_lines, folded
from dateline.views.marks import LEGEND, Entry, Kind, Mark, entry_marks, entry_words, outermost
from dateline.views.outward import one_line, styled, visible
from dateline.views.wording import SHORT_ID, full_day, name_of

__all__ = ["show_json", "show_lines"]

WIDEST = 100
LONGEST_QUOTE = 160
LONGEST_NAME = 80
"""Letters beyond which the words of a party or day are no name of it, but those of the whole entry."""

STYLES: dict[Kind, str] = {
    "meeting": "underline bold blue", "event": "bold magenta", "content": "yellow", "source": "red", "cue": "italic red",
    "time": "green", "place": "cyan", "party": "bold cyan",
}  # fmt: skip
"""How marks look; an inner one takes the colour of an outer one over."""


def show_lines(shown: Shown, width: int = WIDEST, *, coloured: bool = False) -> Iterator[Words]:
    """The story with its marks, their legend where they can be seen, and its entries."""
    document, marks = shown.document, marks_of(shown)
    if shown.text.title:
        yield from wrapped(marked(shown.text.title, of_field(marks, "title"), "bold"), width)
    yield from folded(Words(under(document), "dim"), width, "", "")
    yield from address_lines(document.url, "")
    yield Words()
    yield from wrapped(marked(shown.text.body.strip("\n"), of_body(marks, shown.text.body)), width)
    if coloured and marks:
        present = {mark.kind for mark in marks}
        legend = Words("  ").join([Words(name, STYLES[kind]) for kind, (name, _) in LEGEND.items() if kind in present])
        yield from [Words(), Words.assemble(("Marks: ", "dim"), legend)]
    for heading, entries in sections(document):
        yield from [Words(), Words(heading, "bold blue")]
        for entry in entries:
            yield from entry_lines(entry, shown, width)
    yield from names_lines(shown, width)
    for problem in document.problems:
        yield from folded(Words(f"problem: {problem}", "red"), width, "", "  ")


def sections(document: Carried) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The entries of a document under their headings."""
    named: tuple[tuple[str, Sequence[Entry]], ...] = (
        ("MEETINGS", [each.meeting for each in document.reports]),
        ("STATEMENTS", document.statements),
        ("EVENTS", document.events),
    )
    found = [(heading, entries) for heading, entries in named if entries]
    yield from found
    if not found:
        yield "No meeting, statement or event was read in it.", ()


def entry_lines(entry: Entry, shown: Shown, width: int) -> Iterator[Words]:
    """An entry: its id, what it says, and its words."""
    indent = " " * (SHORT_ID + 4)
    line = Words.assemble((f"{entry.id[:SHORT_ID]}  ", "dim"), entry_words(entry, shown.names))
    yield from folded(line, width, "  ", indent)
    yield from folded(Words(f"“{cut(' … '.join(span.quote for span in spans_of(entry)))}”", "cyan"), width, indent, indent)


def spans_of(entry: Entry) -> Sequence[Span]:
    """The words that an entry is about."""
    if isinstance(entry, Event):
        return (entry.trigger,)
    return entry.content if isinstance(entry, Statement) else entry.spans


def cut(words: str) -> str:
    """Words on a line, without their end where they are too many."""
    told = one_line(words)
    return told if len(told) <= LONGEST_QUOTE else told[: LONGEST_QUOTE + 1].rpartition(" ")[0] + " […]"


def names_lines(shown: Shown, width: int) -> Iterator[Words]:
    """The parties by name and id, as `--party` takes either."""
    named = sorted({mark.what for mark in marks_of(shown) if mark.kind == "party"})
    if named:
        yield from [Words(), Words("PARTIES", "bold blue")]
        yield from folded(Words("; ".join(named)), width, "  ", "  ")


def under(document: Carried) -> str:
    """Who carries it, its day and its id."""
    day = document.dating.value or document.day
    told = f"{full_day(day)}{'' if document.dating.given else ' (inferred)'}" if day else "no date"
    others = f"{len(document.others)} more carry it" if document.others else ""
    parts = (document.source or document.name, told, others, document.id)
    return one_line(" · ".join(part for part in parts if part))


def marks_of(shown: Shown) -> list[Mark]:
    """All marks of a story, the outer before the inner."""
    document = shown.document
    entries: tuple[Entry, ...] = (*(each.meeting for each in document.reports), *document.statements, *document.events)
    found = dict.fromkeys(mark for entry in entries for mark in entry_marks(entry, shown.names))
    return sorted(
        (mark for mark in found if mark.span.holds_in(shown.text) and is_name(mark)), key=lambda mark: outermost(mark)
    )


def is_name(mark: Mark) -> bool:
    """Is it no mark of a party or day on the words of a whole entry?"""
    return mark.kind not in ("party", "time") or len(mark.span.quote) <= LONGEST_NAME


def of_field(marks: Sequence[Mark], field: str) -> list[tuple[int, int, Kind]]:
    """Where the marks of a field stand."""
    return [(mark.span.start, mark.span.end, mark.kind) for mark in marks if mark.span.field == field]


def of_body(marks: Sequence[Mark], body: str) -> list[tuple[int, int, Kind]]:
    """Where the marks of a body stand, without the empty lines at its beginning."""
    before = len(body) - len(body.lstrip("\n"))
    return [(max(start - before, 0), end - before, kind) for start, end, kind in of_field(marks, "text") if end > before]


def marked(words: str, marks: Sequence[tuple[int, int, Kind]], style: str = "") -> Words:
    """Words of a story with the styles of their marks."""
    found = Words(visible(words), style)
    for start, end, kind in marks:
        found.stylize(STYLES[kind], start, end)
    return found


def wrapped(words: Words, width: int) -> Iterator[Words]:
    """Words as lines of a width."""
    for line in words.wrap(Console(width=width), width):
        line.rstrip()
        yield styled(line)


def show_json(shown: Shown) -> dict[str, Any]:
    """A story for programs: its words, the marks on them as code points, and its entries as the contract has them."""
    document = shown.document
    return {
        "ok": True,
        "id": document.id,
        "document": document.name,
        "title": shown.text.title or None,
        "text": shown.text.body,
        "source": document.source,
        "url": document.url,
        "published": record.dating(document.dating),
        "copies": list(document.others),
        "marks": [
            {"kind": mark.kind, "entry": mark.entry, "what": mark.what, **(record.span(mark.span) or {})}
            for mark in marks_of(shown)
        ],
        "meetings": [record.meeting(each.meeting) for each in document.reports],
        "statements": [record.statement(each) for each in document.statements],
        "events": [record.event(each) for each in document.events],
        "names": {party: name_of(party, shown.names) for party in sorted(shown.names)},
        "problems": list(document.problems),
    }

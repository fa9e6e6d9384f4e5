"""A timeline: what became known of meetings day by day, and the meetings themselves on their days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from itertools import groupby
from typing import Any

from rich.text import Text as Words

from dateline.model.agenda import AgendaRow, SourceLine
from dateline.model.judgement import Judgement
from dateline.model.occasion import Step
from dateline.model.party import Party
from dateline.views.agenda import COLOURS, brief_days, folded, headline, shown_status, source_words, title
from dateline.views.outward import link, one_line
from dateline.views.pages import page
from dateline.views.wording import full_day

__all__ = ["Entry", "entries", "step_words", "timeline_html", "timeline_json", "timeline_lines"]


@dataclass(frozen=True)
class Entry:
    """A day's entry for one meeting: what a story or person made known that day, or the meeting itself (no steps)."""

    day: date
    row: AgendaRow
    steps: tuple[Step, ...] = ()
    source: SourceLine | None = None
    decision: Judgement | None = None


def entries(
    rows: Iterable[AgendaRow], history: Mapping[str, Sequence[Step]], first: date | None = None, last: date | None = None
) -> list[Entry]:
    """The entries of these days (both included), by day; on one day the meetings before what was told."""
    found: list[Entry] = []
    for row in rows:
        when = row.occasion.when
        if when is not None and when.earliest is not None and (when.is_day or when.bearing == "extent"):
            found.append(Entry(when.earliest, row))
        told = [step for step in history.get(row.id, ()) if step.day is not None]
        for (day, report), steps in groupby(told, key=lambda step: (step.day, step.report)):
            source = next((line for line in row.sources if line.report == report), None)
            decision = next((each for each in row.judgements if each.id == report), None)
            found.append(Entry(day or date.min, row, tuple(steps), source, decision))
    asked = [each for each in found if (first is None or each.day >= first) and (last is None or each.day <= last)]
    return sorted(asked, key=lambda each: (each.day, bool(each.steps), each.row.occasion.title, each.row.id))


def step_words(step: Step) -> str:
    """`date 12 January → 14 January`."""
    values = [brief_days(value) if step.field == "date" else one_line(value) for value in (step.before, step.value) if value]
    return f"{step.field} {' → '.join(values) or 'none'}" if step.field != "status" else " → ".join(values)


def timeline_lines(
    found: Sequence[Entry], day: date, names: Mapping[str, Party], width: int = 100, zone: tzinfo = UTC
) -> Iterator[Words]:
    """The timeline as text: `==` marks the day of a meeting itself."""
    heading: date | None = None
    for each in found:
        if each.day != heading:
            if heading is not None:
                yield Words()
            yield Words(full_day(each.day), "bold blue")
            heading = each.day
        if not each.steps:
            line = Words.assemble(("== ", "bold"), headline(each.row, day, names, zone=zone))
            yield from folded(line, width, "  ", "     ")
            continue
        line = Words.assemble((title(each.row, names), "bold"), ": ")
        for number, step in enumerate(each.steps):
            line.append(("; " if number else "") + step_words(step), COLOURS.get(step.value or "", ""))
        line.append(f" ({each.row.id[:8]})", "dim")
        yield from folded(line, width, "  ", "     ")
        if (told := told_by(each)) is not None:
            yield from folded(told, width, "     ", "       ")


def told_by(entry: Entry) -> Words | None:
    """The words that made it known."""
    if entry.decision is not None:
        note = f": {one_line(entry.decision.note)}" if entry.decision.note else ""
        return Words(f"decided by {one_line(entry.decision.by)}{note}")
    return source_words(entry.source) if entry.source is not None and entry.source.quote else None


def timeline_json(found: Iterable[Entry], day: date, names: Mapping[str, Party]) -> dict[str, Any]:
    """The timeline for programs; `kind` is `told` for what became known, `meeting` for the day of a meeting."""
    return {"ok": True, "rows": [entry_json(each, day, names) for each in found]}


def entry_json(entry: Entry, day: date, names: Mapping[str, Party]) -> dict[str, Any]:
    """One entry."""
    source, decision = entry.source, entry.decision
    return {
        "day": entry.day.isoformat(),
        "kind": "told" if entry.steps else "meeting",
        "meeting": entry.row.id,
        "title": title(entry.row, names),
        "place": entry.row.occasion.place,
        "parties": list(entry.row.occasion.parties),
        "status": shown_status(entry.row, day),
        "changes": [
            {"field": step.field, "before": step.before, "value": step.value, "quote": step.quote or None}
            for step in entry.steps
        ],
        "document": source.name if source else None,
        "source": source.source if source else None,
        "decision": decision.id if decision else None,
    }


def timeline_html(
    found: Sequence[Entry], day: date, names: Mapping[str, Party], zone: tzinfo = UTC, heading: str = "Timeline"
) -> str:
    """The timeline as a page that stands alone and prints well."""
    shown = [
        (
            full_day(when),
            [
                {
                    "meeting": not each.steps,
                    "head": headline(each.row, day, names, zone=zone).plain if not each.steps else title(each.row, names),
                    "steps": [step_words(step) for step in each.steps],
                    "told": told.plain if (told := told_by(each)) is not None else "",
                    "url": link(each.source.url) if each.source else None,
                    "id": each.row.id[:8],
                }
                for each in group
            ],
        )
        for when, group in groupby(found, key=lambda each: each.day)
    ]
    return page("timeline.html.j2", title=heading, days=shown, zone=str(zone))

"""A brief of the ledger for somebody who has little time: one or two pages of sentences, each with its sources.

Lines are weighed; what does not fit is left out, and the brief says how much. No ids stand in it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import groupby
from math import ceil

from rich.text import Text as Words

from dateline.model.agenda import AgendaRow, SourceLine
from dateline.model.brief import Brief
from dateline.model.change import Changed
from dateline.model.occasion import Occasion
from dateline.model.position import Pair, Saying, Stance
from dateline.views.agenda import folded, hours, is_new
from dateline.views.clashes import clashes
from dateline.views.ledger_sentences import (
    capital,
    changed_sentences,
    clash_sentence,
    dispute_sentence,
    label,
    meeting_name,
    pair_sentences,
    place_of,
    sided,
    some,
    stance_sentences,
    status_words,
)
from dateline.views.outward import link, one_line
from dateline.views.templating import environment
from dateline.views.wording import days, full_day, joined, short_day, until

__all__ = ["Line", "Section", "Sheet", "Source", "brief_html", "brief_lines", "brief_markdown", "sheet"]

ROOM = 40
"""Lines of a printed page, on A4 or Letter, below its margins; so many signs stand on a line, of small print a few more."""
WIDE, SMALL = 92, 108

AT_LEAST = 2
"""Lines of each section that come before the weightier ones of others."""

SOURCES = 2
HASH = re.compile(r"(?:story )?[0-9a-f]{16,}")

TURNS = {"cancelled": 3.0, "refused": 2.5, "moved": 2.5, "postponed": 2.5, "suspended": 2.5, "confirmed": 2.0, "new": 2.0,
         "held": 1.5, "ongoing": 1.5, "withdrawn": 1.5, "contradicted": 0.0}  # fmt: skip
"""What a change of a meeting weighs; any other one 1."""
STATUSES = {"confirmed": 2.0, "ongoing": 2.0, "scheduled": 1.5, "cancelled": 1.0, "postponed": 1.0, "held": 0.5, "refused": 0.5}
KINDS = {"threaten": 3.0, "demand": 2.5, "reject": 2.5, "agree": 2.0}
HIGH = re.compile(r"leaders|heads|presidents|prime ministers|chiefs of state", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """Outlet and day of a story, and its address or else the name of the document."""

    told: str
    where: str
    url: str | None


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a brief: the heading of its day (in the diary), what it is marked with, sentences, sources, weight."""

    text: str
    sources: tuple[Source, ...]
    more: int = 0
    heading: str = ""
    mark: str = ""
    weight: float = 0.0

    @property
    def room(self) -> int:
        """Printed lines that it takes."""
        named = sum(len(each.told) + len(each.where) + 4 for each in self.sources)
        return ceil((len(self.mark) + len(self.text) + 2) / WIDE) + (ceil(named / SMALL) if self.sources else 0)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a brief, with how many lines there was no room for, and what is said where there are none at all."""

    title: str
    lines: tuple[Line, ...]
    none: str
    left_out: int = 0

    @property
    def days(self) -> list[tuple[str, list[Line]]]:
        """The lines under the headings of their days."""
        return [(heading, list(lines)) for heading, lines in groupby(self.lines, key=lambda line: line.heading)]

    @property
    def rest(self) -> str:
        """What was left out."""
        number = self.left_out
        return f"{number:,} further {'entry is' if number == 1 else 'entries are'} left out for want of room." if number else ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A brief ready to be laid out."""

    title: str
    under: str
    sections: tuple[Section, ...]


def sheet(brief: Brief, zone: tzinfo, pages: int = 2) -> Sheet:
    """The brief, cut to so many pages by what its lines weigh."""
    ahead = f"until {short_day(brief.horizon)} {brief.horizon.year}"
    sections = [
        Section(title="What changed", lines=tuple(changed_lines(brief)), none="No meeting changed in these days."),
        Section(title=f"What lies ahead {ahead}", lines=tuple(ahead_lines(brief, zone)), none="No meeting is known of."),
        Section(title="Positions that moved", lines=tuple(moved_lines(brief)), none="No new position is known of."),
        Section(title="Where sources disagree", lines=tuple(open_lines(brief)), none="No contradiction is open."),
    ]
    return Sheet(
        title=f"Brief: {one_line(brief.watch)}" if brief.watch else "Brief",
        under=f"{full_day(brief.first)} to {full_day(brief.last)}; hours in {zone}",
        sections=tuple(cut(sections, pages)),
    )


def cut(sections: Sequence[Section], pages: int) -> Iterator[Section]:
    """The sections with the weightiest lines that fit; a few of each come first, and lines keep their order."""
    room = pages * ROOM - 4 - 3 * len(sections)
    ranked = []
    for number, section in enumerate(sections):
        order = sorted(range(len(section.lines)), key=lambda at: (-section.lines[at].weight, at))
        ranked += [(rank >= AT_LEAST, -section.lines[at].weight, number, at) for rank, at in enumerate(order)]
    kept: set[tuple[int, int]] = set()
    headed: set[str] = set()
    for _, _, number, at in sorted(ranked):
        line = sections[number].lines[at]
        needed = line.room + (1 if line.heading and line.heading not in headed else 0)
        if needed <= room:
            room -= needed
            kept.add((number, at))
            headed.add(line.heading)
    for number, section in enumerate(sections):
        lines = tuple(line for at, line in enumerate(section.lines) if (number, at) in kept)
        yield Section(title=section.title, lines=lines, none=section.none, left_out=len(section.lines) - len(lines))


def changed_lines(brief: Brief) -> Iterator[Line]:
    """A line for each meeting that changed."""
    for changed in brief.changed:
        if (mark := label(changed)) is not None:
            turns = sum(sorted((TURNS.get(turn.kind, 1.0) for turn in changed.turns), reverse=True)[:2])
            shown, more = sources_of(brought(changed))
            yield Line(
                text=changed_sentences(changed, brief.last, brief.names), sources=shown, more=more, mark=mark,
                weight=turns + weight_of(changed.row.occasion),
            )  # fmt: skip


def brought(changed: Changed) -> list[SourceLine]:
    """The stories that brought the changes, else those that tell of the meeting, the newest first."""
    found = [turn.source for turn in changed.turns if turn.source is not None and turn.kind != "contradicted"]
    return found or list(reversed(changed.row.sources))


def weight_of(occasion: Occasion) -> float:
    """What a meeting weighs by rank, sources and sureness."""
    high = occasion.kind == "summit" or (occasion.level is not None and HIGH.search(occasion.level))
    rank = 3.0 if high else 2.0 if occasion.level or occasion.forum else 1.0
    return rank + 0.4 * min(occasion.stories, 5) + occasion.confidence


def ahead_lines(brief: Brief, zone: tzinfo) -> Iterator[Line]:
    """The diary: day, place, who, hours, status."""
    for row in brief.ahead:
        status, when = status_words(row, brief.last), row.occasion.when or row.occasion.previously
        if status == "held":
            continue
        shown, more = sources_of(reversed(row.sources))
        weight = weight_of(row.occasion) + STATUSES.get(status, 0.8) + (0.5 if when is not None and when.is_day else 0.0)
        yield Line(
            text=diary_words(row, brief, zone), sources=shown, more=more, heading=days(when), mark=place_of(row).upper(),
            weight=weight,
        )  # fmt: skip


def diary_words(row: AgendaRow, brief: Brief, zone: tzinfo) -> str:
    """ "The NATO-Russia Council meeting, with Jens Stoltenberg; to 13 January; 09:00 UTC; confirmed; new."."""
    occasion = row.occasion
    named = meeting_name(occasion, brief.names, where=False)
    people = [one_line(each.id) for each in occasion.people if one_line(each.id) not in named]
    sides = [name for party in occasion.parties if (name := sided(party, brief.names)) not in named]
    parts = [
        named + (f" with {some(people)}" if people else ""), f"{joined(sides)} taking part" if sides and occasion.forum else "",
        until(occasion.when) or "", hours(row, zone), status_words(row, brief.last), "new" if is_new(row, brief.last) else "",
    ]  # fmt: skip
    return f"{capital('; '.join(part for part in parts if part))}."


def moved_lines(brief: Brief) -> Iterator[Line]:
    """Accusations with their denials, and what sides say anew, the newest first."""
    found = [*(pair_line(pair, brief) for pair in brief.answered), *(stance_line(each, brief) for each in brief.moved)]
    yield from (line for _, line in sorted(found, key=lambda each: each[0], reverse=True))


def pair_line(pair: Pair, brief: Brief) -> tuple[date, Line]:
    """An accusation with its denial, and its day."""
    shown, more = carried_by((pair.denial, pair.claim))
    newest = max((each.day for each in (pair.claim, pair.denial) if each.day), default=date.min)
    return newest, Line(text=pair_sentences(pair, brief.names), sources=shown, more=more, mark="Denied", weight=5.5)


def stance_line(stance: Stance, brief: Brief) -> tuple[date, Line]:
    """What a side says anew, and its day."""
    saying = stance.saying
    shown, more = carried_by((saying, *((stance.shift.before,) if stance.shift else ())))
    weight = (
        KINDS.get(saying.kind, 1.0) + (3.0 if stance.shift else 0.0) + 0.4 * min(len(saying.carriers), 5) + saying.confidence
    )
    text, mark = stance_sentences(stance, brief.names), "Changed" if stance.shift else ""
    return saying.day or date.min, Line(text=text, sources=shown, more=more, mark=mark, weight=weight)


def open_lines(brief: Brief) -> Iterator[Line]:
    """What sources disagree on, and who is to be in two places."""
    for row, dispute in brief.disputes:
        given = [(each.value, [line for line in row.sources if line.report in each.reports]) for each in dispute.values]
        outlets = [(value, list(dict.fromkeys(outlet(line) for line in lines))) for value, lines in given]
        shown, more = sources_of([line for _, lines in given for line in lines[-1:]])
        text = dispute_sentence(row.occasion, dispute.field, outlets, brief.names)
        yield Line(text=text, sources=shown, more=more, weight=3.0 + weight_of(row.occasion))
    yield from clash_lines(brief)


def clash_lines(brief: Brief) -> Iterator[Line]:
    """Who is to be in two places on one day of those ahead."""
    rows = {row.id: row for row in brief.ahead}
    told: set[tuple[str, frozenset[str]]] = set()
    for name, found in clashes(brief.ahead).items():
        for clash in found:
            key = clash.who, frozenset((name, clash.meeting))
            one, other = rows[name], rows[clash.meeting]
            if key in told or one.occasion.when is None or one.occasion.when.earliest is None:
                continue
            told.add(key)
            shown, more = sources_of([*one.sources[-1:], *other.sources[-1:]])
            places = str(one.occasion.place), clash.place
            text = clash_sentence(clash.who, places, one.occasion.when.earliest, brief.names)
            yield Line(text=text, sources=shown, more=more, weight=3.0)


def outlet(line: SourceLine) -> str:
    """Who carries a story, by name."""
    return one_line(line.source or "") or "a story without an outlet"


def sources_of(lines: Iterable[SourceLine]) -> tuple[tuple[Source, ...], int]:
    """The first few sources, each text once, and how many more there are."""
    return few({line.text: source(line.source, line.published, line.url, line.name) for line in lines}.values())


def carried_by(sayings: Iterable[Saying]) -> tuple[tuple[Source, ...], int]:
    """The same of statements, by the first carrier of each."""
    firsts = (each.carriers[0] for each in sayings if each.carriers)
    return few([source(each.source, each.published, each.url, each.name) for each in firsts])


def few(found: Iterable[Source]) -> tuple[tuple[Source, ...], int]:
    """Those that are named, and how many are not."""
    each = list(dict.fromkeys(found))
    return tuple(each[:SOURCES]), len(each[SOURCES:])


def source(source: str | None, published: date | None, url: str | None, name: str) -> Source:
    """A source in words; a name that is only a sum of the text says nothing."""
    told = f"{short_day(published)} {published.year}" if published else "no date"
    address = link(url)
    document = "" if HASH.fullmatch(name) else one_line(name)
    return Source(f"{one_line(source or '') or 'no outlet'}, {told}", address or document, address)


def brief_html(made: Sheet) -> str:
    """The brief as a page that stands alone and prints well."""
    return environment().get_template("ledger_brief.html.j2").render(sheet=made, title=made.title)


def brief_markdown(made: Sheet) -> str:
    """The brief as Markdown."""
    return environment().get_template("ledger_brief.md.j2").render(sheet=made)


def brief_lines(made: Sheet, width: int = 100) -> Iterator[Words]:
    """The brief as text."""
    yield Words(made.title, "bold")
    yield Words(made.under)
    for section in made.sections:
        yield Words()
        yield Words(section.title.upper(), "bold blue")
        for heading, lines in section.days:
            yield from [Words(f"  {heading}", "bold")] if heading else []
            for line in lines:
                yield from folded(marked(line), width, "  ", "     ")
                yield from folded(Words(named(line), "dim"), width, "     ", "       ")
        if not section.lines and not section.left_out:
            yield Words(f"  {section.none}")
        if section.rest:
            yield Words(f"  {section.rest}", "dim")


def marked(line: Line) -> Words:
    """The sentences after their mark."""
    return Words.assemble((f"{line.mark}: " if line.mark else "", "bold"), line.text)


def named(line: Line) -> str:
    """The sources in brackets."""
    told = [", ".join(part for part in (each.told, each.where) if part) for each in line.sources]
    more = [f"{line.more} more"] if line.more else []
    return f"({'; '.join([*told, *more])})" if told else "(no source)"

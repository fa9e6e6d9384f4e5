"""Agenda, timeline and digest as pages of HTML that stand alone and print well."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import groupby
from typing import Any

from dateline.model.agenda import AgendaRow
from dateline.model.party import Party
from dateline.views.agenda import (
    changes,
    clash_words,
    decision_words,
    heading_of,
    hours,
    is_new,
    quoted,
    shown_status,
    source_words,
    title,
    who,
)
from dateline.views.clashes import Clash, clashes
from dateline.views.outward import link
from dateline.views.templating import environment
from dateline.views.wording import until

__all__ = ["Day", "Item", "agenda_html", "diary", "item_of", "page"]


@dataclass(frozen=True, kw_only=True)
class Item:
    """A meeting as a page shows it; `id` is the beginning of that of its `entry`, `when` its day in words."""

    entry: str
    when: str
    id: str
    new: bool
    place: str
    what: str
    until: str
    hours: str
    status: str
    was: str
    who: str
    details: tuple[str, ...]
    quotes: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, kw_only=True)
class Day:
    """A heading and the meetings under it."""

    heading: str
    meetings: tuple[Item, ...]


def page(template: str, **values: Any) -> str:
    """A page."""
    return environment().get_template(template).render(**values)


def diary(rows: Sequence[AgendaRow], day: date, names: Mapping[str, Party], zone: tzinfo) -> list[Day]:
    """The meetings under their days."""
    clashing = clashes(rows)
    return [
        Day(heading=heading, meetings=tuple(item_of(row, day, names, zone, clashing.get(row.id, ())) for row in found))
        for heading, found in groupby(rows, key=heading_of)
    ]


def item_of(row: AgendaRow, day: date, names: Mapping[str, Party], zone: tzinfo, clashing: Iterable[Clash] = ()) -> Item:
    """One meeting as pages show it."""
    status = shown_status(row, day)
    details = [*changes(row), *(clash_words(each, names) for each in clashing)]
    return Item(
        entry=row.id,
        when=heading_of(row),
        id=row.id[:8],
        new=is_new(row, day),
        place=row.occasion.place or "",
        what=title(row, names),
        until=until(row.occasion.when) or "",
        hours=hours(row, zone),
        status=status.replace("-", " "),
        was=row.occasion.status if status != row.occasion.status else "",
        who=who(row, names),
        details=(*details, *(decision_words(each) for each in row.judgements)),
        quotes=tuple((source_words(line).plain, link(line.url)) for line in quoted(row.sources)),
    )


def agenda_html(rows: Sequence[AgendaRow], day: date, names: Mapping[str, Party], zone: tzinfo, heading: str = "Agenda") -> str:
    """The agenda as a page."""
    return page("agenda.html.j2", title=heading, day=day, zone=str(zone), days=diary(rows, day, names, zone))

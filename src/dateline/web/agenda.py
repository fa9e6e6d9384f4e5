"""The agenda: a week, a month or a list of meetings, and the same rows as JSON, table, calendar and feed."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dateline.app import ask, watches
from dateline.app import calendar as publishing
from dateline.model.when import days_after
from dateline.views.agenda import agenda_json
from dateline.views.agenda_feed import agenda_atom
from dateline.views.agenda_table import agenda_csv
from dateline.views.calendar import calendar, events_of
from dateline.views.grid import grid, month_days, week_days
from dateline.views.pages import diary
from dateline.views.wording import full_day, span_of_days
from dateline.web.asked import FILTERS, STATUSES, Chosen, Wanted, day_typed, filled, found_in
from dateline.web.desk import Asked, Desk
from dateline.web.shown import address, data, file, page, paged

__all__ = ["router"]

View = Literal["week", "month", "list"]
Days = tuple[date | None, date | None]
Day = Annotated[str | None, Query(max_length=60)]
Token = Annotated[str | None, Query(alias="next", max_length=200)]

router = APIRouter(include_in_schema=False)

ROWS = 100
"""Meetings of a list on one page."""

MOST = 10_000
"""Meetings in a file."""


@router.get("/agenda")
def shown(request: Request, desk: Asked, chosen: Wanted, view: View = "week", day: Day = None, token: Token = None) -> Response:
    """The agenda as a page."""
    if view == "list":
        return listed(request, desk, chosen, token)
    at = day_typed(desk, filled(day))
    first, last = (week_days if view == "week" else month_days)(at)
    found = found_in(desk, chosen, first, last)
    before, after = (days_after(first, -1), days_after(last, 1)) if view == "month" else (days_after(at, -7), days_after(at, 7))
    heading = f"{at:%B} {at.year}" if view == "month" else span_of_days(first, last, "")
    return page(
        request, f"{view}.html.j2", title=f"Agenda, {heading}", heading=heading, view=view, at=at, before=before, after=after,
        grid=grid(found.rows, first, last, found.day, found.names, desk.zone),
        **surroundings(desk, chosen, found, (first, last)),
    )  # fmt: skip


def listed(request: Request, desk: Desk, chosen: Chosen, token: str | None) -> Response:
    """The agenda as a list: from the desk's day on, unless other days are asked for."""
    first, last = chosen.days
    if not (filled(chosen.first) or filled(chosen.last) or chosen.typed):
        first = desk.day
    found = found_in(desk, chosen, first, last)
    rows, following = paged(found.rows, token, ROWS)
    heading = days_heading(first, last)
    return page(
        request, "list.html.j2", title=f"Agenda, {heading}", heading=heading, view="list", at=first or desk.day,
        days=diary(rows, found.day, found.names, desk.zone), following=following,
        **surroundings(desk, chosen, found, (first, last)),
    )  # fmt: skip


def days_heading(first: date | None, last: date | None) -> str:
    """What the list is of, in words."""
    if first in (None, date.min) and last is None:
        return "all days"
    if last is None:
        return f"from {full_day(first)} on" if first else ""
    return f"{full_day(first)} to {full_day(last)}" if first else f"until {full_day(last)}"


def surroundings(desk: Desk, chosen: Chosen, found: ask.Agenda, days: Days) -> dict[str, Any]:
    """What every view shows around its rows: the filters, other forms of them, and what there is where they find nothing."""
    first, last = days
    asked = {"from": first, "to": last, **chosen.typed}
    names = (("JSON", "json"), ("table (CSV)", "csv"), ("calendar (.ics)", "ics"), ("feed (Atom)", "atom"))
    filters = {
        "typed": {**dict.fromkeys(FILTERS, ""), **chosen.typed},
        "chips": chosen.typed,
        "first": filled(chosen.first) or "",
        "last": filled(chosen.last) or "",
        "statuses": STATUSES,
        "watches": [each.name for each in watches.known(desk.ledger)],
    }
    return {
        "filters": filters,
        "forms": [(name, address(f"/agenda.{ending}", **asked)) for name, ending in names],
        "held": None if found.rows else ask.totals(desk.ledger),
        "number": len(found.rows),
    }


@router.get("/agenda.{ending}")
def filed(
    desk: Asked,
    chosen: Wanted,
    ending: Literal["json", "csv", "ics", "atom"],
    cancelled: Literal["show", "hide"] = "show",
) -> Response:
    """The agenda in another form."""
    first, last = chosen.days
    found = found_in(desk, chosen, first, last)
    if ending == "json":
        rows = found.rows[:MOST]
        return data(agenda_json(rows, found.day) | {"truncated": len(rows) < len(found.rows)})
    if ending == "csv":
        return file(agenda_csv(found.rows, found.day, found.names), "csv", "agenda")
    if ending == "atom":
        return file(agenda_atom(found.rows, found.day, found.names, desk.zone), "atom", "agenda")
    if chosen.moment is not None:
        return file(calendar(found.rows, found.names, with_cancelled=cancelled == "show"), "ics", "agenda")
    return followed(desk, found, (first, last), with_cancelled=cancelled == "show")


def followed(desk: Desk, found: ask.Agenda, days: Days, *, with_cancelled: bool) -> Response:
    """A calendar; what it holds is remembered, so that it can be followed."""
    given = publishing.followed(desk.ledger, found, *days)
    rows, names = given.agenda.rows, given.agenda.names
    body = calendar(rows, names, former=given.former, ended=given.ended, with_cancelled=with_cancelled)
    publishing.note(desk.ledger, given.former, events_of(rows, given.former, given.ended))
    return file(body, "ics", "agenda")

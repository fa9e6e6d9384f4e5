"""The agenda: a week, a month or a list of meetings, and the same rows as JSON, table, calendar and feed."""

import logging
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dateline.app import ask, watches
from dateline.app import calendar as publishing
from dateline.model.errors import LedgerError
from dateline.model.when import days_after
from dateline.views.agenda import agenda_json
from dateline.views.agenda_feed import agenda_atom
from dateline.views.agenda_table import agenda_csv
from dateline.views.calendar import calendar, events_of
from dateline.views.grid import grid, month_days, week_days
from dateline.views.pages import diary
from dateline.views.wording import days_heading, span_of_days
from dateline.web.asked import STATUSES, Chosen, Wanted, day_typed, days_typed, filled, form_of, found_in, typed
from dateline.web.desk import Asked, Desk
from dateline.web.shown import address, data, file, page, paged

__all__ = ["router"]

View = Literal["week", "month", "list"]
Days = tuple[date | None, date | None]
Day = Annotated[str | None, Query(max_length=60)]
Token = Annotated[str | None, Query(alias="next", max_length=200)]

router = APIRouter(include_in_schema=False)

log = logging.getLogger("dateline.web")

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
    first, last = days_typed(desk, chosen.first, chosen.last, ahead=True)
    if not typed(chosen):
        first = desk.day
    found = found_in(desk, chosen, first, last)
    rows, following = paged(found.rows, token, ROWS)
    at = desk.day if first in (None, date.min) else first
    heading = days_heading(first, last)
    return page(
        request, "list.html.j2", title=f"Agenda, {heading}", heading=heading, view="list", at=at,
        days=diary(rows, found.day, found.names, desk.zone), following=following,
        **surroundings(desk, chosen, found, (first, last)),
    )  # fmt: skip


def surroundings(desk: Desk, chosen: Chosen, found: ask.Agenda, days: Days) -> dict[str, Any]:
    """What every view shows around its rows: the filters, other forms of them, and what there is where they find nothing.

    What is followed, a calendar or a feed, is of the days that were typed, not of the week that is shown.
    """
    asked = typed(chosen)
    shown = asked | {"from": days[0], "to": days[1]}
    forms = (
        ("JSON", "json", shown),
        ("table (CSV)", "csv", shown),
        ("calendar (.ics)", "ics", asked),
        ("feed (Atom)", "atom", asked),
    )
    filters = {
        "typed": form_of(chosen),
        "chips": {name: words for name, words in asked.items() if name not in ("from", "to")},
        "statuses": STATUSES,
        "watches": [each.name for each in watches.known(desk.ledger)],
    }
    return {
        "filters": filters,
        "forms": [(name, address(f"/agenda.{ending}", **wanted)) for name, ending, wanted in forms],
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
    first, last = days_typed(desk, chosen.first, chosen.last, ahead=True)
    found = found_in(desk, chosen, first, last)
    rows = found.rows[:MOST]
    if ending == "json":
        return data(agenda_json(rows, found.day) | {"truncated": len(rows) < len(found.rows)})
    if ending == "csv":
        return file(agenda_csv(rows, found.day, found.names), "csv", "agenda")
    if ending == "atom":
        return file(agenda_atom(found.rows, found.day, found.names, desk.zone), "atom", "agenda")
    if filled(chosen.as_of):
        return file(calendar(found.rows, found.names, with_cancelled=cancelled == "show"), "ics", "agenda")
    return followed(desk, found, (first, last), with_cancelled=cancelled == "show")


def followed(desk: Desk, found: ask.Agenda, days: Days, *, with_cancelled: bool) -> Response:
    """A calendar; what it holds is remembered, so that it can be followed, where the ledger may be written."""
    given = publishing.followed(desk.ledger, found, *days)
    rows, names = given.agenda.rows, given.agenda.names
    body = calendar(rows, names, former=given.former, ended=given.ended, with_cancelled=with_cancelled)
    try:
        publishing.note(desk.ledger, given.former, events_of(rows, given.former, given.ended))
    except LedgerError as error:
        log.warning("what was published is not remembered: %s", error)
    return file(body, "ics", "agenda")

"""A meeting's page, and the same meeting as JSON, derivation and calendar."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from dateline.app import ask
from dateline.app.meetings import around
from dateline.model.agenda import AgendaRow
from dateline.model.entry import Statement
from dateline.model.event import Event
from dateline.model.judgement import FIELDS
from dateline.model.kept import Carried, KeptEntry, KeptMeeting
from dateline.model.party import Party
from dateline.model.relation import Relation
from dateline.views.agenda import row_json
from dateline.views.calendar import calendar
from dateline.views.explain import branch_json, explanation
from dateline.views.meeting import flattened, sheet
from dateline.views.pages import Item, item_of
from dateline.web.desk import Asked, Desk
from dateline.web.shown import data, file, known_as, page

__all__ = ["home_of", "router"]

router = APIRouter(include_in_schema=False)

HOMES: dict[type, str] = {Statement: "statements", Event: "events", Relation: "explain"}
"""Sorts of entries and where their pages are; a relation has its derivation alone."""

TIES = (("part_of", "Part of"), ("parts", "Its parts"), ("follows", "Follows"), ("followed_by", "Followed by"))


def home_of(subject: ask.Subject) -> str:
    """The address of the page of what an id stands for."""
    if isinstance(subject, KeptMeeting):
        return f"/meetings/{subject.row.id}"
    if isinstance(subject, Carried):
        return f"/stories/{subject.id}"
    if isinstance(subject, KeptEntry):
        return f"/{HOMES[type(subject.entry)]}/{subject.id}"
    report, meeting = subject
    return f"/meetings/{meeting}" if meeting else f"/stories/{report.document}"


@router.get("/go/{name}")
def gone_to(desk: Asked, name: str) -> Response:
    """The page of whatever an id, its beginning or a document's name stands for."""
    return RedirectResponse(home_of(ask.explained(desk.ledger, name)), 303)


@router.get("/explain/{name}")
def explained(request: Request, desk: Asked, name: str) -> Response:
    """The derivation of whatever an id stands for."""
    words, ending = known_as(name, "json")
    subject = ask.explained(desk.ledger, words)
    tree = explanation(subject)
    if ending:
        return data({"ok": True, **branch_json(tree)})
    return page(request, "explain.html.j2", title="Why", lines=flattened(tree), home=home_of(subject), name=words)


@router.get("/meetings/{name}")
def shown(request: Request, desk: Asked, name: str) -> Response:
    """A meeting."""
    words, ending = known_as(name, "json", "ics")
    subject = ask.explained(desk.ledger, words)
    if not isinstance(subject, KeptMeeting):
        return RedirectResponse(home_of(subject), 303)
    if ending == "json":
        return data({"ok": True, **row_json(subject.row, desk.day)})
    near = around(desk.ledger, subject)
    if ending == "ics":
        return file(calendar([subject.row], near.names), "ics", "meeting")
    made = sheet(subject, near.texts, near.names, near.same_days, desk.day, desk.zone)
    ties = [(title, lines(desk, getattr(near, kind), near.names)) for kind, title in TIES]
    return page(
        request, "meeting.html.j2", title=made.title, sheet=made, ties=[each for each in ties if each[1]], fields=FIELDS
    )  # fmt: skip


def lines(desk: Desk, rows: tuple[AgendaRow, ...], names: Mapping[str, Party]) -> list[Item]:
    """Other meetings as lines."""
    return [item_of(row, desk.day, names, desk.zone) for row in rows]

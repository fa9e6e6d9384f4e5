"""Parties: those named most, and one with its offices, meetings and statements; and the search."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from dateline.app.party import Known, known, most_named
from dateline.app.searching import searched
from dateline.model.errors import InputError
from dateline.views.agenda import row_json
from dateline.views.hits import around_hit, marked
from dateline.views.outward import one_line
from dateline.views.pages import item_of
from dateline.views.relations import related_json
from dateline.views.said import said_line
from dateline.views.statements import saying_json
from dateline.views.ties import tie
from dateline.views.wording import name_of
from dateline.web.asked import filled
from dateline.web.desk import Asked, Desk
from dateline.web.shown import data, known_as, page, party_address

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

Words = Annotated[str | None, Query(max_length=400)]

FEW = 25
"""Meetings on a party's page, before and after today."""


@router.get("/parties")
def listed(request: Request, desk: Asked, name: Words = None) -> Response:
    """The parties named most; or the page of one by its name."""
    if words := filled(name):
        return RedirectResponse(party_address(known(desk.ledger, words, desk.day).party.id), 303)
    return page(request, "parties.html.j2", title="Parties", parties=most_named(desk.ledger))


@router.get("/parties/{name:path}")
def shown(request: Request, desk: Asked, name: str) -> Response:
    """A party."""
    words, ending = known_as(name, "json")
    if ending:
        return data(party_json(known(desk.ledger, words, desk.day, limit=None), desk))
    found = known(desk.ledger, words, desk.day)
    rows, day = found.agenda.rows, desk.day
    ended = {row.id for row in rows if (when := row.occasion.when or row.occasion.previously) and (when.latest or day) < day}
    coming = [row for row in rows if row.id not in ended]
    past = [row for row in reversed(rows) if row.id in ended]
    return page(
        request, "party.html.j2", title=name_of(found.party.id, {**found.names, found.party.id: found.party}),
        party=found.party, of=name_of(found.party.of, found.names) if found.party.of not in (None, found.party.id) else "",
        now=[each for each in found.terms if each.runs(day)], then=[each for each in found.terms if not each.runs(day)],
        coming=[item_of(row, day, found.names, desk.zone) for row in coming[:FEW]],
        past=[item_of(row, day, found.names, desk.zone) for row in past[:FEW]], number=len(rows),
        said=[said_line(row, found.names) for row in found.said.rows], saids=found.said.total,
        told=[said_line(row, found.names) for row in found.told.rows], tolds=found.told.total,
        ties=[tie(row, found.names) for row in found.ties.rows], tied=found.ties.total,
    )  # fmt: skip


def party_json(found: Known, desk: Desk) -> dict[str, Any]:
    """A party for programs."""
    terms = [
        {"title": each.title, "party": each.party, "person": each.person, "from": each.first.isoformat(),
         "until": each.last.isoformat() if each.last else None} for each in found.terms
    ]  # fmt: skip
    return {
        "ok": True,
        "id": found.party.id,
        "name": one_line(found.party.name),
        "kind": found.party.kind,
        "of": found.party.of,
        "terms": terms,
        "meetings": [row_json(row, desk.day) for row in found.agenda.rows],
        "relations": [related_json(row) for row in found.ties.rows],
        "statements": [saying_json(row) for row in found.said.rows],
    }


@router.get("/search")
def sought(request: Request, desk: Asked, q: Words = None) -> Response:
    """Statements and stories by their words."""
    words = filled(q)
    found, trouble = None, ""
    try:
        found = searched(desk.ledger, words) if words else None
    except InputError as error:
        trouble = str(error)
    said, stories = [], []
    if found:
        lines = (said_line(row, found.said.names) for row in found.said.rows)
        said = [(line, marked(line.words, found.terms)) for line in lines]
        stories = [
            (each.document, marked(each.title or "Without a title", found.terms), around_hit(each.body, found.terms))
            for each in found.stories
        ]
    return page(
        request, "search.html.j2", title="Search", words=words or "", trouble=trouble, found=found, said=said, stories=stories
    )  # fmt: skip

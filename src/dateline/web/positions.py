"""Positions: sides in columns, issues in rows, the newest stance first."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dateline.app import positions as asking
from dateline.model.errors import InputError
from dateline.views.positions import positions_json, sheet
from dateline.web.asked import filled, moment_typed
from dateline.web.desk import Asked, Desk
from dateline.web.shown import address, data, page

__all__ = ["Words", "laid", "router"]

router = APIRouter(include_in_schema=False)

Words = Annotated[str | None, Query(max_length=400)]

SIDES = 5
"""Columns of a board."""


def laid(desk: Desk, about: str | None, party: str | None, as_of: str | None) -> asking.Positions:
    """The board asked for."""
    if not (filled(about) or filled(party)):
        raise InputError("say what the positions are about (about) or whose they are (party)")
    return asking.positions(desk.ledger, about=filled(about), party=filled(party), as_of=moment_typed(desk, as_of))


@router.get("/positions")
def shown(request: Request, desk: Asked, about: Words = None, party: Words = None, as_of: Words = None) -> Response:
    """Sides beside each other."""
    typed = {"about": filled(about) or "", "party": filled(party) or "", "as_of": filled(as_of) or ""}
    found = laid(desk, about, party, as_of) if typed["about"] or typed["party"] else None
    made = sheet(found.board, found.names, title="", under="", columns=SIDES) if found else None
    forms = [("JSON", address("/positions.json", **typed))]
    return page(request, "positions.html.j2", title="Positions", typed=typed, found=found, sheet=made, forms=forms)


@router.get("/positions.json")
def filed(desk: Asked, about: Words = None, party: Words = None, as_of: Words = None) -> Response:
    """All stances for programs."""
    found = laid(desk, about, party, as_of)
    return data(positions_json(found.board, found.names, about=found.about, party=found.party, as_of=found.as_of))

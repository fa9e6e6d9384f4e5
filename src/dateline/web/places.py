"""The map: where meetings are set, as dots on an outline of the world with a table beside it."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dateline.model.when import days_after
from dateline.views.atlas import outline, spots
from dateline.views.wording import days_heading
from dateline.web.asked import Wanted, days_typed, form_of, found_in, typed
from dateline.web.desk import Asked
from dateline.web.shown import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

BEHIND, AHEAD = 30, 90
"""Days around the desk's that are looked at where none are given."""


@router.get("/places")
def shown(request: Request, desk: Asked, chosen: Wanted) -> Response:
    """The places of the agenda."""
    first, last = days_typed(desk, chosen.first, chosen.last, ahead=True)
    if first is None and last is None:
        first, last = days_after(desk.day, -BEHIND), days_after(desk.day, AHEAD)
    found = found_in(desk, chosen, first, last)
    placed = spots(found.rows)
    return page(
        request, "places.html.j2", title="Places", spots=placed, outline=outline(),
        nowhere=len(found.rows) - sum(each.meetings for each in placed), chips=typed(chosen), typed=form_of(chosen),
        days=days_heading(first, last), asked=typed(chosen) | {"from": first, "to": last},
    )  # fmt: skip

"""Cooperation and conflict of a party with each other one, month by month."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dateline.app.dealings import dealings
from dateline.model.when import days_after
from dateline.views.curves import curves
from dateline.views.wording import days_heading, name_of
from dateline.web.asked import days_typed, filled
from dateline.web.desk import Asked
from dateline.web.shown import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

BEHIND = 3 * 365
"""Days that are looked at where none are given."""

Words = Annotated[str | None, Query(max_length=60)]


@router.get("/curves")
def shown(
    request: Request,
    desk: Asked,
    party: Annotated[str, Query(max_length=200)],
    first: Annotated[str | None, Query(alias="from", max_length=60)] = None,
    last: Annotated[str | None, Query(alias="to", max_length=60)] = None,
) -> Response:
    """The curves of a party: of three years until the desk's day, unless other days are given."""
    start, end = days_typed(desk, first, last)
    if start is None and end is None:
        start, end = days_after(desk.day, -BEHIND), desk.day
    found = dealings(desk.ledger, party, start, end)
    name = name_of(found.side, found.names)
    return page(
        request, "curves.html.j2", title=f"{name}: cooperation and conflict", name=name, side=found.side,
        curves=curves(found.found, found.side, found.names), first=filled(first) or "", last=filled(last) or "",
        days=days_heading(start, end),
    )  # fmt: skip

"""The brief of a watch or of all: one or two pages that print, and the same as Markdown and as a document of Word."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from dateline.app import brief as gathering
from dateline.app import watches
from dateline.app.days import length
from dateline.model.errors import InputError
from dateline.views.ledger_brief import Sheet, brief_markdown, sheet
from dateline.web.asked import days_typed, filled, form_of, typed
from dateline.web.desk import Asked, Desk
from dateline.web.shown import address, file, page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

AHEAD = "14d"
FARTHEST = 366
"""Days that the diary looks ahead at most."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What the brief is to be of, as it was typed."""

    watch: Annotated[str | None, Query(max_length=200)] = None
    first: Annotated[str | None, Query(alias="from", max_length=60)] = None
    last: Annotated[str | None, Query(alias="to", max_length=60)] = None
    following: Annotated[str | None, Query(alias="next", max_length=20)] = None
    pages: Annotated[int, Query(ge=1, le=20)] = 2


Wanted = Annotated[Chosen, Depends()]


def made(desk: Desk, chosen: Chosen) -> Sheet:
    """The brief asked for: of the week until the desk's day, unless other days are given."""
    first, last = days_typed(desk, chosen.first, chosen.last)
    ahead = length(filled(chosen.following) or AHEAD)
    if ahead > FARTHEST:
        raise InputError(f"a brief looks ahead {FARTHEST} days at most")
    last = last or desk.day
    found = gathering.brief(desk.ledger, first=first, last=last, ahead=ahead, watch=filled(chosen.watch))
    return sheet(found, desk.zone, chosen.pages)


@router.get("/brief")
def shown(request: Request, desk: Asked, chosen: Wanted) -> Response:
    """The brief as a page."""
    laid = made(desk, chosen)
    others = (("Markdown (.md)", "md"), ("Word (.docx)", "docx"))
    return page(
        request, "brief.html.j2", title=laid.title, sheet=laid, typed=form_of(chosen),
        watches=[each.name for each in watches.known(desk.ledger)],
        forms=[(name, address(f"/brief.{ending}", **typed(chosen))) for name, ending in others],
    )  # fmt: skip


@router.get("/brief.{ending}")
def filed(desk: Asked, chosen: Wanted, ending: Literal["md", "docx"]) -> Response:
    """The brief to hand on."""
    laid = made(desk, chosen)
    if ending == "md":
        return file(brief_markdown(laid), "md", "brief")
    from dateline.views.ledger_brief_docx import brief_docx

    return file(brief_docx(laid), "docx", "brief")

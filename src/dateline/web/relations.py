"""Relations: who stands how to whom, by party, kind and days."""

import io
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from dateline.app import relations as asking
from dateline.views.relations import relations_json
from dateline.views.ties import tie
from dateline.web.asked import days_typed, filled, form_of, moment_typed, typed
from dateline.web.desk import Asked, Desk
from dateline.web.shown import address, data, file, page, paged

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

ROWS = 60
"""Relations on one page."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The filters of relations as they were typed."""

    party: Annotated[str | None, Query(max_length=200)] = None
    kind: Annotated[str | None, Query(max_length=120)] = None
    first: Annotated[str | None, Query(alias="from", max_length=60)] = None
    last: Annotated[str | None, Query(alias="to", max_length=60)] = None
    as_of: Annotated[str | None, Query(max_length=60)] = None


Wanted = Annotated[Chosen, Depends()]


def found_in(desk: Desk, chosen: Chosen) -> asking.Relations:
    """The relations asked for, newest first."""
    first, last = days_typed(desk, chosen.first, chosen.last)
    return asking.relations(
        desk.ledger, party=filled(chosen.party), kinds=asking.kinds_of(filled(chosen.kind)), first=first, last=last,
        as_of=moment_typed(desk, chosen.as_of),
    )  # fmt: skip


@router.get("/relations")
def listed(
    request: Request, desk: Asked, chosen: Wanted, token: Annotated[str | None, Query(alias="next", max_length=200)] = None
) -> Response:
    """Relations, the newest telling first."""
    found = found_in(desk, chosen)
    rows, following = paged(found.rows, token, ROWS)
    others = (("JSON", "json"), ("table (CSV)", "csv"))
    return page(
        request, "relations.html.j2", title="Relations", ties=[tie(row, found.names) for row in rows], total=found.total,
        typed=form_of(chosen), chips=typed(chosen), kinds=asking.KINDS, following=following,
        forms=[(name, address(f"/relations.{ending}", **typed(chosen))) for name, ending in others],
    )  # fmt: skip


@router.get("/relations.{ending}")
def filed(desk: Asked, chosen: Wanted, ending: Literal["json", "csv"]) -> Response:
    """Relations in another form."""
    found = found_in(desk, chosen)
    if ending == "json":
        return data(relations_json(found.rows, found.names, found.total))
    out = io.StringIO()
    asking.write(found, "csv", out)
    return file(out.getvalue(), "csv", "relations")

"""The network: who meets, backs and accuses whom in some days, as a picture with a table beside it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from dateline.app import network as asking
from dateline.model.errors import InputError
from dateline.model.network import DEALINGS, Dealing
from dateline.model.when import days_after
from dateline.views.network import graphml, picture
from dateline.views.wording import days_heading, name_of
from dateline.web.asked import days_typed, filled, form_of, typed
from dateline.web.desk import Asked, Desk
from dateline.web.shown import address, data, file, page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

BEHIND = 365
"""Days that are looked at where none are given."""

ROWS = 100
"""Pairs in the table."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What of the network was asked for, as it was typed."""

    party: Annotated[str | None, Query(max_length=200)] = None
    dealing: Annotated[str | None, Query(max_length=30)] = None
    first: Annotated[str | None, Query(alias="from", max_length=60)] = None
    last: Annotated[str | None, Query(alias="to", max_length=60)] = None

    @property
    def dealings(self) -> tuple[Dealing, ...]:
        """What is counted."""
        words = filled(self.dealing)
        found = tuple(each for each in DEALINGS if words in (None, each))
        if not found:
            raise InputError(f"nothing is counted as {str(words)!r}; there are {', '.join(DEALINGS)}")
        return found


Wanted = Annotated[Chosen, Depends()]


def found_in(desk: Desk, chosen: Chosen) -> tuple[asking.Network, str]:
    """The network asked for: of the year until the desk's day and a month ahead, unless other days are given; and its days."""
    first, last = days_typed(desk, chosen.first, chosen.last)
    if first is None and last is None:
        first, last = days_after(desk.day, -BEHIND), days_after(desk.day, 31)
    found = asking.network(desk.ledger, first=first, last=last, party=filled(chosen.party), dealings=chosen.dealings)
    return found, days_heading(first, last)


@router.get("/network")
def shown(request: Request, desk: Asked, chosen: Wanted) -> Response:
    """The network as a page."""
    found, days = found_in(desk, chosen)
    rows = [
        (
            each.source,
            name_of(each.source, found.names),
            each.dealing,
            each.target,
            name_of(each.target, found.names),
            each.number,
        )
        for each in found.pairs[:ROWS]
    ]
    others = (("JSON", "json"), ("GraphML", "graphml"))
    return page(
        request, "network.html.j2", title="Network", picture=picture(found.pairs, found.names, found.party), rows=rows,
        number=len(found.pairs), days=days, typed=form_of(chosen), chips=typed(chosen),
        dealings=DEALINGS, spoken=asking.SPOKEN, ties=asking.RELATIONS,
        forms=[(name, address(f"/network.{ending}", **typed(chosen))) for name, ending in others],
    )  # fmt: skip


@router.get("/network.{ending}")
def filed(desk: Asked, chosen: Wanted, ending: Literal["json", "graphml"]) -> Response:
    """The network in another form."""
    found, _ = found_in(desk, chosen)
    if ending == "graphml":
        return file(graphml(found.pairs, found.names), "graphml", "network")
    rows = [
        {"source": each.source, "target": each.target, "dealing": each.dealing, "number": each.number} for each in found.pairs
    ]
    return data({"ok": True, "rows": rows, "names": {side: name_of(side, found.names) for side in sorted(found.names)}})

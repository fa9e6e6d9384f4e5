"""Today: what changed since the last look, the next two weeks as a diary, and what is to be decided."""

from datetime import UTC, datetime, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from dateline.app import ask
from dateline.app import changes as changing
from dateline.model.change import Changed
from dateline.model.reading import DOUBTFUL, LIKELY
from dateline.model.when import days_after
from dateline.views.changes import atom, changes_json, ruled_words, shown_moment, told_by, turn_words
from dateline.views.pages import diary, item_of
from dateline.web.asked import moment_typed
from dateline.web.desk import Asked, Desk
from dateline.web.shown import data, file, page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

Since = Annotated[str | None, Query(max_length=60)]

AHEAD = 13
BEHIND = 30
"""Days before and after today in which something can still be decided in time."""

ROWS = 40
"""Rows of each part; more are led to."""

LOOK = "desk"
"""The name under which looks at this page are remembered."""


def since_when(desk: Desk, given: str | None) -> datetime:
    """Since when changes are shown: as asked for, the last look, or a week ago."""
    week = datetime.combine(days_after(desk.day, -7), time.min, UTC)
    return moment_typed(desk, given) or changing.last_look(desk.ledger, LOOK) or week


@router.get("/")
def shown(request: Request, desk: Asked, since: Since = None) -> Response:
    """The page on which a day begins."""
    day, zone = desk.day, desk.zone
    start = since_when(desk, since)
    found = changing.changes(desk.ledger, start, clock=desk.clock)
    ahead = ask.agenda(desk.ledger, first=day, last=days_after(day, AHEAD), day=day)
    around = ask.agenda(
        desk.ledger, first=days_after(day, -BEHIND), last=days_after(day, BEHIND), confidence=DOUBTFUL, day=day
    )  # fmt: skip
    doubtful = [row for row in around.rows if row.occasion.confidence < LIKELY]
    disputed = [row for row in around.rows if any(claim.rival for claim in row.occasion.claims)]
    return page(
        request, "today.html.j2", title="Today", since=shown_moment(start, zone), number=len(found.rows),
        changed=[(item_of(each.row, day, found.names, zone), turns(each, found)) for each in found.rows[:ROWS]],
        ruled=[ruled_words(each) for each in found.ruled[:ROWS]],
        ahead=diary(ahead.rows[:ROWS], ahead.day, ahead.names, zone), more=max(0, len(ahead.rows) - ROWS),
        disputed=[item_of(row, day, around.names, zone) for row in disputed[:ROWS]],
        doubtful=[item_of(row, day, around.names, zone) for row in doubtful[:ROWS]],
        horizon=days_after(day, AHEAD), held=ask.totals(desk.ledger),
    )  # fmt: skip


def turns(each: Changed, found: changing.Changes) -> list[tuple[str, str, str]]:
    """What changed in a meeting: the kind of change, from what to what, and the words that brought it."""
    lines = ((turn, told_by(turn)) for turn in each.turns)
    return [(turn.kind, turn_words(turn, found.names), told.plain if told is not None else "") for turn, told in lines]


@router.get("/changes.json")
def changes_filed(desk: Asked, since: Since = None) -> Response:
    """What changed, for programs."""
    return data(changes_json(changing.changes(desk.ledger, since_when(desk, since), clock=desk.clock)))


@router.get("/changes.atom")
def changes_fed(desk: Asked, since: Since = None) -> Response:
    """What changed in the last month, or since a moment, as a feed."""
    start = moment_typed(desk, since) or desk.clock() - timedelta(days=BEHIND)
    return file(atom(changing.changes(desk.ledger, start, clock=desk.clock), desk.zone), "atom", "changes")


@router.post("/look")
def looked(desk: Asked) -> Response:
    """Remember that somebody looked; what changed since then is what is shown next time."""
    changing.look(desk.ledger, LOOK, desk.clock())
    return RedirectResponse("/", 303)

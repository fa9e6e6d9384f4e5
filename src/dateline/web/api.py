"""The API: the ledger's rows for programs, stories read and added. Its addresses and fields are promised for version 1."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from dateline.app import ask, stories
from dateline.app import changes as changing
from dateline.app.given import add_story, read_story, story_given
from dateline.app.party import most_named
from dateline.app.searching import searched
from dateline.model.kept import KeptMeeting
from dateline.views.agenda import agenda_json, row_json
from dateline.views.changes import changes_json
from dateline.views.explain import branch_json, explanation
from dateline.views.feed import stories_json
from dateline.views.positions import positions_json
from dateline.views.statements import saying_json
from dateline.web.asked import Wanted, days_typed, filled, found_in, moment_typed
from dateline.web.desk import Asked
from dateline.web.positions import laid
from dateline.web.shapes import ERRORS, One, Rows, StoryGiven
from dateline.web.shown import data, page, paged
from dateline.web.statements import Sought, sought_in

__all__ = ["router"]

router = APIRouter(responses=ERRORS)

Token = Annotated[str | None, Query(alias="next", max_length=200, description="`next` of the answer before.")]
Limit = Annotated[int, Query(ge=1, le=500, description="At most so many rows.")]
Id = Annotated[str, Path(max_length=200, description="An id, or its beginning.")]
Words = Annotated[str | None, Query(max_length=400)]
Asking = Annotated[str, Query(min_length=1, max_length=400, description="Words; quotation marks keep a phrase.")]
At = Annotated[str | None, Query(max_length=60, description="A day or a moment: 2022-01-05.")]


@router.get("/api", include_in_schema=False)
def described(request: Request) -> Response:
    """The API on a page."""
    paths = request.app.openapi()["paths"]
    calls = [(method.upper(), path, call) for path, found in paths.items() for method, call in found.items()]
    return page(request, "api.html.j2", title="For programs", calls=calls)


@router.get("/api/v1/agenda", response_model=Rows, summary="Meetings by day")
def agenda(desk: Asked, chosen: Wanted, token: Token = None, limit: Limit = 100) -> Response:
    """The meetings that meet all conditions, as `dateline agenda --json` has them."""
    found = found_in(desk, chosen, *days_typed(desk, chosen.first, chosen.last, ahead=True))
    rows, following = paged(found.rows, token, limit)
    return data({**agenda_json(rows, found.day), "next": following})


@router.get("/api/v1/meetings/{id}", response_model=One, summary="One meeting")
def meeting(desk: Asked, id: Id) -> Response:
    """A meeting, as a row of the agenda has it, with how it came to be believed."""
    subject = ask.explained(desk.ledger, id)
    if not isinstance(subject, KeptMeeting):
        return data({"ok": False, "error": f"{id} is no meeting; /api/v1/explain/{id} has it", "status": 404}, 404)
    steps = [
        {"day": step.day.isoformat() if step.day else None, "field": step.field, "before": step.before, "value": step.value,
         "quote": step.quote, "report": step.report} for step in subject.steps
    ]  # fmt: skip
    ended = {"merged_into": subject.merged_into, "withdrawn": subject.withdrawn}
    return data({"ok": True, **row_json(subject.row, desk.day), "history": steps, **ended})


@router.get("/api/v1/explain/{id}", response_model=One, summary="Why the ledger says so")
def explain(desk: Asked, id: Id) -> Response:
    """The derivation of a meeting, report, statement, event or document as a tree."""
    return data({"ok": True, **branch_json(explanation(ask.explained(desk.ledger, id)))})


@router.get("/api/v1/statements", response_model=Rows, summary="Who said what")
def statements(desk: Asked, chosen: Sought, token: Token = None, limit: Limit = 100) -> Response:
    """The statements that meet all conditions, the newest first, as `dateline statements --json` has them."""
    found = sought_in(desk, chosen)
    rows, following = paged(found.rows, token, limit)
    return data({"ok": True, "rows": [saying_json(row) for row in rows], "next": following})


@router.get("/api/v1/positions", response_model=Rows, summary="Sides beside each other")
def positions(desk: Asked, about: Words = None, party: Words = None, as_of: At = None) -> Response:
    """What the sides say, issue by issue; one of `about` and `party` is needed."""
    found = laid(desk, about, party, as_of)
    value = positions_json(found.board, found.names, about=found.about, party=found.party, as_of=found.as_of)
    return data({**value, "next": None})


@router.get("/api/v1/changes", response_model=Rows, summary="What changed")
def changes(desk: Asked, since: At = None, watch: Words = None) -> Response:
    """What is new, moved, confirmed, cancelled or contradicted since a moment, or since the beginning."""
    start = moment_typed(desk, since)
    return data({**changes_json(changing.changes(desk.ledger, start, watch=filled(watch), clock=desk.clock)), "next": None})


@router.get("/api/v1/search", response_model=Rows, summary="Statements and stories by their words")
def search(desk: Asked, q: Asking, token: Token = None, limit: Limit = 100) -> Response:
    """The statements with all of these words, and beside them (`stories`) the newest stories with them."""
    hits = searched(desk.ledger, q, limit=None)
    rows, following = paged(hits.said.rows, token, limit)
    told = [{"id": each.document, "title": each.title} for each in hits.stories]
    return data({"ok": True, "rows": [saying_json(row) for row in rows], "stories": told, "next": following})


@router.get("/api/v1/parties", response_model=Rows, summary="The parties named most")
def parties(desk: Asked) -> Response:
    """Parties by how often they meet and speak."""
    return data({"ok": True, "rows": [vars(each) for each in most_named(desk.ledger)], "next": None})


@router.get("/api/v1/stories", response_model=Rows, summary="The newest stories")
def listed(desk: Asked, watch: Words = None, limit: Limit = 100) -> Response:
    """Stories, each once with all that carry it, as `dateline stories --json` has them."""
    found = stories.stories(desk.ledger, watch=filled(watch), limit=limit)
    return data({**stories_json(found), "next": None})


@router.post("/api/v1/read", response_model=One, summary="Read a story, keep nothing")
def read(desk: Asked, story: StoryGiven) -> Response:
    """What a story says, by the reading contract, as `dateline read --json` has it."""
    document = story_given(story.model_dump())
    with desk.reading():
        reading = read_story(document, desk.reader())
    return data({"ok": True, **reading.to_dict(document=True)})


@router.post("/api/v1/stories", response_model=One, summary="Read a story and keep it")
def add(desk: Asked, story: StoryGiven) -> Response:
    """Read a story and keep what it says; the same story again changes nothing. `story` is the id of the document."""
    document = story_given(story.model_dump())
    with desk.reading():
        made = add_story(desk.ledger, document, desk.reader)
    if made.counts.troubles:
        words = "; ".join(what for _, what in made.counts.troubles)
        return data({"ok": False, "error": words, "status": 400}, 400)
    return data({**made.counts.to_dict(), "story": document.id})

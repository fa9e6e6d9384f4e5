"""Stories: the newest, one with all that was read in it, and a form to add some."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from dateline.app import ask, stories
from dateline.app.given import add_story, read_story, story_given
from dateline.app.story import beside, version_before
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.kept import Carried
from dateline.model.story import Carrier
from dateline.model.when import Dating
from dateline.views.explain import branch_json, explanation
from dateline.views.feed import feed
from dateline.views.meeting import flattened
from dateline.views.outward import link, one_line
from dateline.views.story import reading_page, story_page
from dateline.views.versions import difference
from dateline.views.wording import full_day
from dateline.web.asked import filled
from dateline.web.desk import Asked
from dateline.web.forms import Form, wanted
from dateline.web.guard import LONGEST_BODY
from dateline.web.meeting import home_of
from dateline.web.shown import data, file, known_as, page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

Watch = Annotated[str | None, Query(max_length=200)]

MOST = 100
"""Stories in a list or feed, the newest."""

GIVEN = ("title", "text", "source", "url", "published")
UNTITLED = "A story without a title"


@router.get("/stories")
def listed(request: Request, desk: Asked, watch: Watch = None) -> Response:
    """The newest stories, each once with all that carry it."""
    found = stories.stories(desk.ledger, watch=filled(watch), limit=MOST)
    return page(request, "stories.html.j2", title="Stories", stories=found, held=ask.totals(desk.ledger), told=told)


@router.get("/stories.atom")
def fed(desk: Asked, watch: Watch = None) -> Response:
    """The newest stories as a feed."""
    found = stories.stories(desk.ledger, watch=filled(watch), limit=MOST)
    return file(feed(found, "atom", filled(watch) or "all stories", desk.clock()), "atom", "stories")


@router.get("/stories/{name}")
def shown(request: Request, desk: Asked, name: str) -> Response:
    """A story with its marks."""
    words, ending = known_as(name, "json")
    subject = ask.explained(desk.ledger, words)
    if not isinstance(subject, Carried):
        return RedirectResponse(home_of(subject), 303)
    if ending:
        return data({"ok": True, **branch_json(explanation(subject))})
    near = beside(desk.ledger, subject)
    made = story_page(subject, near.text, near.names, near.homes)
    return page(
        request, "story.html.j2", title=one_line(subject.title) or UNTITLED, story=subject, made=made, near=near,
        dating=list(flattened(made.dating)), url=link(subject.url), told=told, dated=dated(subject.dating),
    )  # fmt: skip


@router.get("/stories/{name}/versions")
def versions(request: Request, desk: Asked, name: str) -> Response:
    """What an update changed in the story before it."""
    subject = ask.explained(desk.ledger, name)
    if not isinstance(subject, Carried):
        return RedirectResponse(home_of(subject), 303)
    found = version_before(desk.ledger, subject)
    if found is None:
        raise UnknownEntryError("this story updates no other one that the ledger has")
    former, before, now = found
    return page(
        request, "versions.html.j2", title=f"What changed: {one_line(subject.title) or UNTITLED}", story=subject.id,
        former=former.document, told=told(former), heading=difference(before.title, now.title),
        body=difference(before.body, now.body),
    )  # fmt: skip


@router.post("/stories")
def added(request: Request, desk: Asked, form: Form) -> Response:
    """Read a story that was typed in, and keep it if that is wanted."""
    wanted(form, "text", LONGEST_BODY)
    document = story_given({name: form.get(name) for name in GIVEN})
    with desk.reading():
        if form.get("keep") == "yes":
            made = add_story(desk.ledger, document, desk.reader)
            if made.counts.troubles:
                raise InputError("; ".join(what for _, what in made.counts.troubles))
            return RedirectResponse(f"/stories/{document.id}", 303)
        reading = read_story(document, desk.reader())
    laid = reading_page(reading)
    return page(
        request, "read.html.j2", title=one_line(document.text.title) or UNTITLED, made=laid, dated=dated(reading.dating),
        problems=[one_line(problem.what) for problem in reading.problems], dating=list(flattened(laid.dating)),
    )  # fmt: skip


def dated(dating: Dating) -> str:
    """The day of a story, and whether it was given."""
    if dating.value is None:
        return "its day is not known"
    return f"{full_day(dating.value)} ({'as given' if dating.given else 'inferred'})"


def told(carrier: Carrier) -> str:
    """Who carried a story, and when."""
    return one_line(", ".join(part for part in (carrier.source or carrier.name, (carrier.published or "")[:10]) if part))

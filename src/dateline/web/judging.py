"""People decide: a meeting, statement or event is confirmed, rejected or corrected, and a decision taken back."""

from typing import Literal, get_args

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from dateline.app import ask
from dateline.app import judge as judging
from dateline.model.errors import InputError
from dateline.views.agenda import decision_words
from dateline.views.outward import one_line
from dateline.web.desk import Asked
from dateline.web.forms import Form, wanted
from dateline.web.meeting import home_of
from dateline.web.shown import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

Verb = Literal["confirm", "reject", "correct"]

NOBODY = "somebody at the desk"
"""Who takes a decision back without giving a name."""

MOST = 500
"""Decisions on the page of their log."""


@router.post("/judge/{name}")
def decided(desk: Asked, name: str, form: Form) -> Response:
    """Decide of an entry, and show it as it is now."""
    verb: Verb | None = next((each for each in get_args(Verb) if each == form.get("verb")), None)
    if verb is None:
        raise InputError(f"no verdict: {form.get('verb', '')[:40]!r}; there are {', '.join(get_args(Verb))}")
    by, correct = wanted(form, "by", 100), verb == "correct"
    judging.judge(
        desk.ledger, name, verb, by=one_line(by), note=one_line(form.get("note", "")[:500]),
        field=wanted(form, "field", 40) if correct else None, value=wanted(form, "value") if correct else None,
    )  # fmt: skip
    return RedirectResponse(home_of(ask.explained(desk.ledger, name)), 303)


@router.post("/decisions/{name}/undo")
def undone(desk: Asked, name: str, form: Form) -> Response:
    """Take a decision back, and show what it was about, or the log where that was asked from."""
    judging.undo(desk.ledger, name, by=one_line(form.get("by", "")[:100]) or NOBODY)
    back = form.get("back")
    return RedirectResponse(home_of(ask.explained(desk.ledger, back)) if back else "/decisions", 303)


@router.get("/decisions")
def listed(request: Request, desk: Asked) -> Response:
    """The log of decisions, the newest first."""
    log = list(reversed(judging.decisions_told(desk.ledger)))
    found = [
        {
            "id": each.id,
            "what": decision_words(each),
            "about": each.kind,
            "words": one_line(words),
            "at": f"{each.at:%Y-%m-%d %H:%M} UTC",
            "entry": each.one[0].report if each.one else "",
            "stands": each.stands,
            "undone": one_line(each.undone_by or ""),
        }
        for each, words in log[:MOST]
    ]
    return page(request, "decisions.html.j2", title="Decisions", decisions=found, number=len(log))

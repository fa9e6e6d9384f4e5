"""Statements: by their words and parties, and one by one; events one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from dateline.app import ask
from dateline.app import positions as asking
from dateline.app.entries import Entry, entry
from dateline.model.entry import Statement
from dateline.model.event import Event
from dateline.model.judgement import FIELDS_OF, is_rejected
from dateline.model.kept import KeptEntry
from dateline.model.party import Party
from dateline.model.relation import Relation
from dateline.model.when import When
from dateline.views.excerpts import excerpts
from dateline.views.explain import branch_json, explanation
from dateline.views.marks import event_words
from dateline.views.meeting import decided, flattened
from dateline.views.said import lines_by_day, said_line
from dateline.views.statements import saying_json, statements_csv, statements_json
from dateline.views.wording import days, name_of, short_day, until
from dateline.web.asked import days_typed, filled, form_of, moment_typed, typed
from dateline.web.desk import Asked, Desk
from dateline.web.meeting import home_of
from dateline.web.shown import address, data, file, known_as, page, paged

__all__ = ["Sought", "router", "sought_in"]

router = APIRouter(include_in_schema=False)

ROWS = 60
"""Statements on one page."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The filters of statements as they were typed."""

    speaker: Annotated[str | None, Query(max_length=200, description="Said by this person or party.")] = None
    of: Annotated[str | None, Query(max_length=200, description="Said for this state or body by anybody.")] = None
    kind: Annotated[str | None, Query(max_length=30, description="Of this kind: demand, deny, accuse.")] = None
    target: Annotated[str | None, Query(max_length=200, description="Aimed at this party.")] = None
    about: Annotated[str | None, Query(max_length=400, description="With all of these words; quotes keep a phrase.")] = None
    first: Annotated[str | None, Query(alias="from", max_length=60, description="Said on this day or later.")] = None
    last: Annotated[str | None, Query(alias="to", max_length=60, description="Said on this day or earlier.")] = None
    as_of: Annotated[str | None, Query(max_length=60, description="As it was known on this day or at this moment.")] = None


Sought = Annotated[Chosen, Depends()]


def sought_in(desk: Desk, chosen: Chosen) -> asking.Said:
    """The statements asked for, newest first."""
    first, last = days_typed(desk, chosen.first, chosen.last)
    return asking.statements(
        desk.ledger,
        speaker=filled(chosen.speaker),
        of=filled(chosen.of),
        kind=filled(chosen.kind),
        target=filled(chosen.target),
        about=filled(chosen.about),
        first=first,
        last=last,
        as_of=moment_typed(desk, chosen.as_of),
    )


@router.get("/statements")
def listed(
    request: Request, desk: Asked, chosen: Sought, token: Annotated[str | None, Query(alias="next", max_length=200)] = None
) -> Response:
    """Statements under their days."""
    found = sought_in(desk, chosen)
    rows, following = paged(found.rows, token, ROWS)
    endings = (("JSON", "json"), ("table (CSV)", "csv"))
    return page(
        request, "statements.html.j2", title="Statements", days=list(lines_by_day(rows, found.names)), total=found.total,
        typed=form_of(chosen), chips=typed(chosen), kinds=asking.ALL_KINDS,
        following=following, forms=[(name, address(f"/statements.{ending}", **typed(chosen))) for name, ending in endings],
    )  # fmt: skip


@router.get("/statements.{ending}")
def filed(desk: Asked, chosen: Sought, ending: Literal["json", "csv"]) -> Response:
    """Statements in another form."""
    found = sought_in(desk, chosen)
    if ending == "csv":
        return file(statements_csv(found.rows, found.names), "csv", "statements")
    return data(statements_json(found.rows, found.names, found.total))


@router.get("/statements/{name}")
@router.get("/events/{name}")
def shown(request: Request, desk: Asked, name: str) -> Response:
    """One statement or event."""
    words, ending = known_as(name, "json")
    subject = ask.explained(desk.ledger, words)
    home = home_of(subject)
    if not isinstance(subject, KeptEntry) or home.split("/")[1] != request.url.path.split("/")[1]:
        return RedirectResponse(home, 303)
    made = subject.entry
    if isinstance(made, Relation):
        return RedirectResponse(home, 303)
    near = entry(desk.ledger, subject.id, made)
    if ending:
        return data({"ok": True, **(saying_json(near.saying) if near.saying else branch_json(explanation(subject)))})
    described = of_event(made, near.names) if isinstance(made, Event) else of_statement(made, near)
    spans = made.content if isinstance(made, Statement) else (made.trigger,)
    return page(
        request, "entry.html.j2", entry=subject, rejected=is_rejected(subject.judgements), near=near,
        passages=excerpts(near.text, spans), decisions=list(decided(subject.judgements)),
        lines=list(flattened(explanation(subject)))[1:], sure=f"{made.confidence:.0%}", **described,
    )  # fmt: skip


def of_event(made: Event, names: Mapping[str, Party]) -> dict[str, Any]:
    """What the page of an event says of it."""
    facts = [
        ("Day", told_days(made.when.value) if made.when else "not told"),
        ("Place", made.place.value if made.place else ""),
    ]
    parties = {"By": made.actors, "To": made.recipients}
    return {
        "title": event_words(made, names),
        "kind": "event",
        "facts": [each for each in facts if each[1]],
        "fields": FIELDS_OF["event"],
        "parties": called({name: [each.value for each in found] for name, found in parties.items()}, names),
    }


def told_days(when: When) -> str:
    """The days of an event in words."""
    return f"{days(when)} {until(when)}".rstrip()


def of_statement(made: Statement, near: Entry) -> dict[str, Any]:
    """What the page of a statement says of it."""
    line = said_line(near.saying, near.names) if near.saying else None
    day = near.saying.day if near.saying else None
    facts = [
        ("Day", f"{short_day(day)} {day.year}" if day else ""), ("Kind", made.kind.value), ("Form", made.form),
        ("Topic", made.topic.value if made.topic else ""), ("Word of saying", made.cue.quote if made.cue else ""),
    ]  # fmt: skip
    parties = {
        "Speaker": [made.speaker.value],
        "For": [each.value for each in made.of],
        "To": [each.value for each in made.target],
        "Relayed by": [made.via.value] if made.via else [],
    }
    return {
        "title": f"{line.who} {line.act}" if line else f"{name_of(made.speaker.value, near.names)}: {made.kind.value}",
        "kind": "statement",
        "facts": [each for each in facts if each[1]],
        "fields": FIELDS_OF["statement"],
        "parties": called(parties, near.names),
    }


def called(parties: Mapping[str, list[str]], names: Mapping[str, Party]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Parties by their part, each with its name; parts that nobody has are left out."""
    return [(part, [(party, name_of(party, names)) for party in found]) for part, found in parties.items() if found]

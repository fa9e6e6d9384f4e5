"""Review: what is doubtful, one entry after the other, and what people decide of it; by forms, and with single keys."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from dateline.app import watches
from dateline.app.review.acts import Act, Made, acts_on, decide, fields_of, last_made, take_back
from dateline.app.review.queue import as_seen, look_again, queue
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.review import Doubtful, DoubtKind, Queue
from dateline.views.meeting import decided
from dateline.views.outward import one_line
from dateline.views.review import queue_json
from dateline.views.review_card import card, lines
from dateline.web.asked import days_typed, filled, form_of, typed
from dateline.web.desk import Asked, Desk
from dateline.web.forms import Form, wanted
from dateline.web.guard import POLICY
from dateline.web.judging import NOBODY
from dateline.web.shown import address, data, page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

KINDS: tuple[DoubtKind, ...] = get_args(DoubtKind)
ACTS: tuple[Act, ...] = get_args(Act)

FEW = 12
"""Entries that wait in the list."""

MOST = 240

SCRIPTED = f"{POLICY}; script-src 'self'"
"""The policy of this page alone: the desk's own script, which presses a button for a key."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What of the queue was asked for, as it was typed, and who looks at it: what stays from one entry to the next."""

    kind: Annotated[str | None, Query(max_length=30)] = None
    party: Annotated[str | None, Query(max_length=200)] = None
    watch: Annotated[str | None, Query(max_length=200)] = None
    first: Annotated[str | None, Query(alias="from", max_length=60)] = None
    last: Annotated[str | None, Query(alias="to", max_length=60)] = None
    by: Annotated[str | None, Query(max_length=100)] = None
    keys: Annotated[Literal["on", "off"] | None, Query()] = None
    rows: Annotated[str | None, Query(max_length=4)] = None

    @property
    def number(self) -> int:
        """How many entries the list has at most."""
        given = filled(self.rows)
        return min(MOST, int(given)) if given and given.isdecimal() and int(given) > FEW else FEW


Sought = Annotated[Chosen, Depends()]


def waiting(desk: Desk, chosen: Chosen) -> Queue:
    """What waits, the weightiest first."""
    first, last = days_typed(desk, chosen.first, chosen.last, ahead=True)
    kind = filled(chosen.kind)
    return queue(
        desk.ledger, limit=chosen.number, kinds=(kind_of(kind),) if kind else (), party=filled(chosen.party),
        watch=filled(chosen.watch), first=first, last=last, day=desk.day,
    )  # fmt: skip


def kind_of(words: str) -> DoubtKind:
    """A kind of entry as an address gives it."""
    found = next((each for each in KINDS if each == words), None)
    if found is None:
        raise InputError(f"{words[:40]!r} is no kind of entry; it is one of {', '.join(KINDS)}")
    return found


@router.get("/review")
def shown(
    request: Request, desk: Asked, chosen: Sought, entry: Annotated[str | None, Query(max_length=200)] = None
) -> Response:
    """What waits, and one entry of it to decide of: the one asked for, or the weightiest."""
    return review_page(request, desk, chosen, filled(entry))


@router.get("/review.json")
def filed(desk: Asked, chosen: Sought) -> Response:
    """What waits, for programs."""
    return data(queue_json(waiting(desk, chosen), desk.day))


def review_page(
    request: Request, desk: Desk, chosen: Chosen, wish: str | None, trouble: str = "", given: dict[str, str] | None = None
) -> Response:  # fmt: skip
    """The page; after a trouble with what was given in its form."""
    found = waiting(desk, chosen)
    at = next((number for number, each in enumerate(found.entries) if each.id == wish), None)
    here, names = (found.entries[at or 0], found.names) if found.entries else (None, found.names)
    if wish and at is None and (opened := called(desk, wish)).entries:
        here, names = opened.entries[0], opened.names
    after = 0 if at is None else at + 1
    turn = (*found.entries[after:], *found.entries[:after])
    following = next((each.id for each in turn if here and each.id != here.id), "")
    by = filled(chosen.by)
    made = last_made(desk.ledger, by) if by else None
    keys = chosen.keys != "off"
    answer = page(
        request, "review.html.j2", 400 if trouble else 200, title="Review", waiting=lines(found, desk.day), trouble=trouble,
        card=card(here, names, desk.day) if here else None, acts=acts_on(here) if here else (), here=here.id if here else "",
        fields=fields_of(here) if here else (), following=following, typed=form_of(chosen),
        chosen=typed(chosen), given={"note": "", "field": "", "value": "", **(given or {})}, kinds=KINDS, keys=keys,
        watches=[each.name for each in watches.known(desk.ledger)], last=told(made) if made else None,
        skipped=address("/review", **typed(chosen), entry=following), further=further(chosen, len(found.entries), here),
        switched=address("/review", **{**typed(chosen), "keys": "off" if keys else "on"}, entry=here.id if here else ""),
        there=lambda name: address("/review", **typed(chosen), entry=name),
        gone=bool(wish and (here is None or here.id != wish)),
    )  # fmt: skip
    if keys:
        answer.headers["content-security-policy"] = SCRIPTED
    return answer


def further(chosen: Chosen, shown: int, here: Doubtful | None) -> str:
    """The address of a longer list, empty where there is none."""
    if shown < chosen.number or shown >= MOST:
        return ""
    return address("/review", **{**typed(chosen), "rows": chosen.number + FEW}, entry=here.id if here else "")


def called(desk: Desk, wish: str) -> Queue:
    """An entry that was asked for by its id and is not among those that wait first."""
    for kind in KINDS:
        try:
            return look_again(desk.ledger, as_seen(desk.ledger, kind, wish))
        except UnknownEntryError:
            continue
    return Queue((), {})


def told(made: Made) -> dict[str, Any]:
    """The last decision of somebody, in words."""
    return {
        "ids": " ".join(each.id for each in made.judgements),
        "what": ", ".join(what for _, what, _ in decided(made.judgements)),
        "at": f"{made.judgements[-1].at:%H:%M} UTC",
        "words": one_line(made.words),
        "entry": made.judgements[-1].one[0].report if made.judgements[-1].one else "",
        "others": [(what, who) for _, what, who in decided(made.others)],
    }


@router.post("/review")
def judged(request: Request, desk: Asked, form: Form) -> Response:
    """Keep what somebody decided of an entry as he or she saw it, and show the next one."""
    act, _, other = form.get("act", "").partition(" ")
    verb: Act | None = next((each for each in ACTS if each == act), None)
    if verb is None:
        raise InputError(f"no verdict: {act[:40]!r}; there are {', '.join(ACTS)}")
    kind, name = kind_of(form.get("kind", "")), wanted(form, "entry", 64)
    chosen = asked_in(form)
    try:
        kept(desk, as_seen(desk.ledger, kind, name, split(form, "doubles"), split(form, "joins")), verb, other or None, form)
    except (InputError, UnknownEntryError) as error:
        return review_page(request, desk, chosen, name, str(error), form)
    return RedirectResponse(address("/review", **typed(chosen), entry=form.get("following", "")[:64]), 303)


def kept(desk: Desk, entry: Doubtful, verb: Act, other: str | None, form: dict[str, str]) -> None:
    """Keep a decision."""
    correct = verb == "correct"
    decide(
        desk.ledger, entry, verb, by=one_line(wanted(form, "by", 100)), other=other,
        field=wanted(form, "field", 40) if correct else None, value=wanted(form, "value") if correct else None,
        note=one_line(form.get("note", "")[:500]),
    )  # fmt: skip


@router.post("/review/undo")
def taken_back(desk: Asked, form: Form) -> Response:
    """Take back what somebody decided last, and show that entry again."""
    chosen = asked_in(form)
    made = wanted(form, "made", 2_000).split()
    entry = take_back(desk.ledger, made, by=one_line(form.get("by", "")[:100]) or NOBODY)
    return RedirectResponse(address("/review", **typed(chosen), entry=entry), 303)


def split(form: dict[str, str], name: str) -> list[str]:
    """Ids that a form carries."""
    return form.get(name, "").split()[:20]


def asked_in(form: dict[str, str]) -> Chosen:
    """What of the queue a form was shown for, and who filled it in."""
    asked = {name: form.get(f"asked-{name}", "")[:200] for name in ("kind", "party", "watch", "from", "to", "rows")}
    return Chosen(
        kind=asked["kind"], party=asked["party"], watch=asked["watch"], first=asked["from"], last=asked["to"],
        by=one_line(form.get("by", "")[:100]), keys="off" if form.get("asked-keys") == "off" else None,
        rows=asked["rows"][:4],
    )  # fmt: skip

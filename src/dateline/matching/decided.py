"""What people decided, laid over what the reports say: they know better than any rule."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.matching.days import gap
from dateline.matching.life import PLANS, Life
from dateline.model.entry import Attendee
from dateline.model.judgement import Judgement
from dateline.model.occasion import Claim, Occasion, Step
from dateline.model.when import When

__all__ = ["attendees", "decided", "pinned"]

COLUMNS: Mapping[str, str] = {"date": "when"}
"""Fields that an occasion calls otherwise than people do."""


def decided(judgement: Judgement, life: Life) -> tuple[list[Step], Life]:
    """The life of a meeting after a person confirmed, moved or called it off, and the steps that this makes."""
    if judgement.verb == "meeting confirm":
        after = replace(life, status="confirmed")
    elif judgement.verb == "meeting cancel":
        after = replace(life, status="cancelled")
    elif judgement.verb == "meeting move" and judgement.value:
        when = When.parsed(judgement.value)
        former = life.when if life.when is not None and gap(life.when, when) > 0 else life.previously
        after = Life(life.status if life.status in PLANS else "scheduled", when, former, fixed=True)
    elif judgement.verb == "meeting move":
        after = Life("postponed", None, life.when or life.previously)
    else:
        return [], life
    values = {"status": (life.status, after.status), "date": (edtf(life.when), edtf(after.when))}
    found = [step(judgement, field, before, value) for field, (before, value) in values.items() if before != value]
    return found, after


def edtf(when: When | None) -> str | None:
    """A date in words of the ledger."""
    return None if when is None else when.edtf


def step(judgement: Judgement, field: str, before: Any, value: Any) -> Step:
    """A step of the history that a person brought."""
    day, name = judgement.at.date(), judgement.id
    return Step(day=day, report=name, field=field, before=words(before), value=words(value), quote=judgement.note)


def words(value: Any) -> str | None:
    """A value as the history has it."""
    if isinstance(value, When):
        return value.edtf
    if isinstance(value, tuple):
        return ", ".join(each.id if isinstance(each, Attendee) else str(each) for each in value) or None
    return None if value is None else str(value)


def pinned(occasion: Occasion, judgements: Sequence[Judgement]) -> Occasion:
    """The occasion with what people corrected and confirmed; a later correction of a field replaces an earlier one."""
    for judgement in judgements:
        if judgement.verb == "confirm":
            occasion = replace(occasion, confidence=1.0, credibility=1)
        elif judgement.verb == "correct" and judgement.field is not None:
            occasion = corrected(occasion, judgement, judgement.field)
    return occasion


def corrected(occasion: Occasion, judgement: Judgement, field: str) -> Occasion:
    """The occasion with one field as a person has it, and what else was said of it beside."""
    name = COLUMNS.get(field, field)
    before, value = getattr(occasion, name), READ.get(field, plain)(judgement.value or "")
    changes: dict[str, Any] = {name: value, "claims": overruled(occasion.claims, judgement, field, words(before), words(value))}
    if field == "place":
        changes |= {"country": None}
    if before != value:
        changes |= {
            "history": (*occasion.history, step(judgement, field, before, value)),
            "newest": max(occasion.newest or date.min, judgement.at.date()),
        }
    return replace(occasion, **changes)


def overruled(
    claims: Sequence[Claim], judgement: Judgement, field: str, before: str | None, value: str | None
) -> tuple[Claim, ...]:
    """What stories give for the field, none of it believed but what the person holds."""
    others = [claim for claim in claims if claim.field != field]
    told = [claim for claim in claims if claim.field == field]
    if not told and before is not None and before != value:
        told = [Claim(field=field, value=before, stories=0, believed=False)]
    why = f"set aside by {judgement.by}"
    beside = [
        replace(claim, believed=False, rival=True, why=why, credibility=5) for claim in told if claim.value not in (None, value)
    ]
    if value is None:
        return (*others, *beside)
    same = next((claim for claim in told if claim.value == value), Claim(field=field, value=value, stories=0, believed=True))
    mine = replace(same, believed=True, rival=False, why=f"decided by {judgement.by}", credibility=1)
    return (*others, mine, *beside)


def plain(value: str) -> str | None:
    """A value in words, None for nothing."""
    return value or None


def parted(value: str) -> tuple[str, ...]:
    """A list, its parts separated by semicolons."""
    return tuple(sorted(part.strip() for part in value.split(";") if part.strip()))


def attendees(value: str) -> tuple[Attendee, ...]:
    """`Sergei Lavrov (RUS); Antony Blinken (USA)`."""
    found = []
    for part in parted(value):
        name, _, of = part.partition("(")
        found.append(Attendee(name.strip(), of.rstrip(") ").strip() or None))
    return tuple(found)


READ: Mapping[str, Callable[[str], Any]] = {
    "date": lambda value: When.parsed(value) if value else None,
    "parties": parted,
    "people": attendees,
    "title": lambda value: value,
}
"""How the value of a corrected field is read; it was checked when it was given."""

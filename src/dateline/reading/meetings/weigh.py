"""Two witnesses, rules and the trained reader, weighed: who takes part, when, where, in which status, and whether at all.

Each question is answered by a few traits, whose weights are learnt on stories that the reader was not taught with
(`training/encoder/weights.py`), so that what is given is a share of being right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log
from typing import Any, TypeVar

from dateline.knowledge.rules import rule
from dateline.model.entry import Status
from dateline.model.evidence import Evidence, Sourced
from dateline.model.place import Place
from dateline.model.when import TimeExpression
from dateline.reading.desk import Actor, Scale, Traits, logit
from dateline.reading.meetings.dates import Dates, is_rough, sourced, width
from dateline.reading.meetings.heard import Candidate, Heard
from dateline.reading.meetings.occasion import is_known
from dateline.reading.meetings.places import is_city

__all__ = [
    "EVEN",
    "LENT",
    "SCALE",
    "place_traits",
    "share",
    "side_traits",
    "status_traits",
    "time_traits",
    "usual",
    "weighed_dates",
    "weighed_place",
    "weighed_sides",
    "weighed_status",
]

EVEN = 0.5
"""Shares from here on are believed."""

DATED = 0.55
"""From here on a day in or around the sentence is believed: a wrong one does more harm than none."""

LENT = 0.6
"""From here on a share adds a side to the one that rules name."""

SCALE = Scale("meetings/weights")
"""The weights of the questions below."""

HUNG = ("tied", "steps", "gap", "after it", "apart", "of saying")
"""Of the ties of a party those that a time or place has too."""

T = TypeVar("T")


def share(what: str, traits: Mapping[str, float]) -> float:
    """How likely the answer is yes."""
    return SCALE.share(what, traits)


def usual(field: str) -> float:
    """The share of such fields ("date ruled") that were right on the stories by which the weights were fitted."""
    return SCALE.weights["sure"][field]


def whereabouts(candidate: Candidate[Any]) -> Traits:
    """How far the words stand from the mention."""
    return {"before": float(candidate.where < 0), "far": float(candidate.where < -1), "after": float(candidate.where > 0)}


def hung(candidate: Candidate[Any]) -> Traits:
    """How a time or place hangs on the mention."""
    return {name: candidate.tied[name] for name in HUNG if name in candidate.tied}


def side_traits(heard: Heard, candidate: Candidate[Actor]) -> Traits:
    """What speaks for a party's taking part, where no rule names anybody."""
    actor = candidate.value
    return {
        "heard": logit(candidate.likely), **whereabouts(candidate), "person": float(actor.party.kind == "person"),
        "pronoun": float(actor.how == "pronoun"), "unsided": float(actor.side is None and actor.party.kind != "state"),
        "mention": logit(heard.likely), "likelier": sum(other.likely > candidate.likely for other in heard.sides) / 3,
        **candidate.tied, "adjective": float(actor.how == "demonym"), "office": float(actor.how == "office"),
        "known": float(is_known((actor.side or actor.party.id).split(":")[0])),
    }  # fmt: skip


def weighed_sides(heard: Heard, least: float, *, beside: bool = False) -> tuple[Actor, ...]:
    """Those who take part with at least that share, each once, no reporter; with `beside` only those of its own sentence."""
    found: dict[str, Actor] = {}
    for candidate in nearby(heard.sides, beside=beside):
        if "JRN" not in candidate.value.party.sectors and share("side", side_traits(heard, candidate)) >= least:
            found.setdefault(candidate.value.party.id, candidate.value)
    return tuple(found.values())


def nearby(candidates: Sequence[Candidate[T]], *, beside: bool) -> list[Candidate[T]]:
    """All of them, or with `beside` those in the sentence of the mention."""
    return [candidate for candidate in candidates if candidate.where == 0 or not beside]


def time_traits(heard: Heard, candidate: Candidate[TimeExpression]) -> Traits:
    """What speaks for a time's being that of the meeting, where no rule gives one."""
    days = width(candidate.value)
    return {
        "heard": logit(candidate.likely), **whereabouts(candidate), "day": float(days == 0), "wide": float(days > 31),
        "rival": float(any(other.likely > candidate.likely for other in heard.times)), "mention": logit(heard.likely),
        **hung(candidate),
    }  # fmt: skip


def weighed_dates(dates: Dates, heard: Heard, *, beside: bool = False) -> tuple[Dates, float]:
    """The rules' date; where they give none the likeliest of those in and around the sentence, and how sure that is.

    With `beside` only those of its own sentence are asked, and believed as any answer is.
    """
    if dates.when is not None:
        return dates, 1.0
    shares = [(share("time", time_traits(heard, each)), each) for each in nearby(heard.times, beside=beside)]
    sure, best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or sure < (EVEN if beside else DATED):
        return dates, 1 - sure
    when = sourced(best.value, "")
    told = Sourced(when.value, tuple(replace(each, rule=rule("meetings", "heard")) for each in when.evidence))
    return replace(dates, when=told, rough=is_rough(best.value, when.value)), sure


def place_traits(heard: Heard, candidate: Candidate[Place]) -> Traits:
    """What speaks for a place's being that of the meeting, where no rule gives one."""
    return {
        "heard": logit(candidate.likely), **whereabouts(candidate), "city": float(is_city(candidate.value)),
        "rival": float(any(other.likely > candidate.likely for other in heard.places)), "mention": logit(heard.likely),
        **hung(candidate),
    }  # fmt: skip


def weighed_place(
    place: Sourced[str] | None, city: Place | None, heard: Heard, *, beside: bool = False
) -> tuple[Sourced[str] | None, Place | None, float]:
    """The rules' place; where they give none the one that is more likely the meeting's than not, and how sure that is.

    With `beside` only those of its own sentence are asked.
    """
    if place is not None:
        return place, city, 1.0
    shares = [(share("place", place_traits(heard, each)), each) for each in nearby(heard.places, beside=beside)]
    sure, best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or sure < EVEN:
        return None, None, 1 - sure
    return Sourced(best.value.name, (Evidence(best.span, rule("meetings", "heard")),)), best.value, sure


def weighed_status(reckoned: Status, heard: Mapping[Status, float], *, firm: bool) -> dict[Status, float]:
    """The share of each status, where rules and date come to `reckoned` and the reader hears `heard`."""
    told = {status: status_traits(status, reckoned, likely, firm=firm) for status, likely in heard.items()}
    return SCALE.shares("status", told)


def status_traits(status: Status, reckoned: Status, likely: float, *, firm: bool) -> Traits:
    """What speaks for a status."""
    same = float(status == reckoned)
    return {"heard": log(max(likely, 1e-4)), "reckoned": same, "firm": same * firm, f"is {status}": 1.0}

"""Two witnesses, rules and the trained reader, weighed: who takes part, when, where, in which status, and whether at all.

Each question is answered by a few traits, whose weights are learnt on stories that neither witness was made with
(`training/encoder/weights.py`), so that what is given is a share of being right.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from math import exp, log
from typing import Any

from dateline.knowledge.load import tables
from dateline.knowledge.rules import rule
from dateline.model.entry import Status
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.place import Place
from dateline.model.when import TimeExpression
from dateline.reading.desk import Actor
from dateline.reading.meetings.dates import Dates, is_rough, sourced, width
from dateline.reading.meetings.heard import Candidate, Heard
from dateline.reading.meetings.places import is_city
from dateline.reading.meetings.roles import Mention

__all__ = [
    "EVEN",
    "logit",
    "place_traits",
    "points",
    "share",
    "side_traits",
    "status_traits",
    "time_traits",
    "weighed_dates",
    "weighed_place",
    "weighed_sides",
    "weighed_status",
]

EVEN = 0.5
"""Shares from here on are believed."""

Traits = dict[str, float]


@cache
def weights() -> dict[str, dict[str, float]]:
    """Question -> trait -> weight in logits."""
    return {what: dict(row) for what, row in tables("meetings/weights").items()}


def points(what: str, traits: Mapping[str, float]) -> float:
    """What the traits come to, in logits."""
    known = weights()[what]
    return known.get("bias", 0.0) + sum(known.get(name, 0.0) * value for name, value in traits.items())


def share(what: str, traits: Mapping[str, float]) -> float:
    """How likely the answer is yes."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, points(what, traits)))))


def logit(likely: float) -> float:
    """A likelihood as logits, within bounds."""
    return max(-6.0, min(6.0, log(max(likely, 1e-6) / max(1 - likely, 1e-6))))


def whereabouts(candidate: Candidate[Any]) -> Traits:
    """How far the words stand from the mention."""
    return {"before": float(candidate.where < 0), "far": float(candidate.where < -1), "after": float(candidate.where > 0)}


def side_traits(mention: Mention, heard: Heard, candidate: Candidate[Actor]) -> Traits:
    """What speaks for a party's taking part."""
    actor = candidate.value
    ruled = any(side.party.id == actor.party.id for side in (*mention.sides, *mention.body))
    ears = 1.0 if mention.sides else 0.0
    return {
        "heard": logit(candidate.likely), "ruled": float(ruled), "others ruled": ears * (not ruled), **whereabouts(candidate),
        "person": float(actor.party.kind == "person"), "pronoun": float(actor.how == "pronoun"),
        "unsided": float(actor.side is None and actor.party.kind != "state"), "mention": logit(heard.likely),
        "ruled heard": logit(candidate.likely) * ruled,
    }  # fmt: skip


def weighed_sides(mention: Mention, heard: Heard) -> tuple[Actor, ...]:
    """Those who more likely take part than not, each once; those only the rules name without the reader's knowing them too."""
    best: dict[str, tuple[float, Actor]] = {}
    for candidate in heard.sides:
        if "JRN" in candidate.value.party.sectors:
            continue
        sure = share("side", side_traits(mention, heard, candidate))
        if sure > best.get(candidate.value.party.id, (0.0,))[0]:
            best[candidate.value.party.id] = (sure, candidate.value)
    kept = {who: actor for who, (sure, actor) in best.items() if sure >= EVEN}
    own = tuple(actor for actor in mention.sides if actor.party.id in kept or actor.party.id not in best)
    named = {actor.party.id for actor in own}
    return (*own, *(actor for who, actor in kept.items() if who not in named))


def time_traits(dates: Dates, heard: Heard, candidate: Candidate[TimeExpression]) -> Traits:
    """What speaks for a time's being that of the meeting."""
    ruled = dates.when is not None and rests_on(candidate.span, dates.when.evidence)
    return {
        "heard": logit(candidate.likely), "ruled": float(ruled), "others ruled": float(dates.when is not None and not ruled),
        **whereabouts(candidate), "day": float(width(candidate.value) == 0), "wide": float(width(candidate.value) > 31),
        "rival": float(any(other.likely > candidate.likely for other in heard.times)),
        "before ruled": float(dates.before is not None),
    }  # fmt: skip


def rests_on(span: Span, evidence: Iterable[Evidence]) -> bool:
    """Is it among the words that the evidence shows?"""
    return any(isinstance(each.ground, Span) and span.overlaps(each.ground) for each in evidence)


def weighed_dates(dates: Dates, heard: Heard) -> tuple[Dates, float]:
    """The date that is most likely the meeting's, if any is, and how sure that is; of a rule's date all that the rule says."""
    shares = [(share("time", time_traits(dates, heard, candidate)), candidate) for candidate in heard.times]
    sure, best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    if best is None:
        return dates, sure
    if dates.when is not None and rests_on(best.span, dates.when.evidence):
        return (dates, sure) if sure >= EVEN else (replace(dates, when=None, rough=False), 1 - sure)
    if sure < EVEN:
        return replace(dates, when=None, rough=False), 1 - sure
    when = sourced(best.value, "")
    told = Sourced(when.value, tuple(replace(each, rule=rule("meetings", "heard")) for each in when.evidence))
    return replace(dates, when=told, rough=is_rough(best.value, when.value)), sure


def place_traits(place: Sourced[str] | None, heard: Heard, candidate: Candidate[Place]) -> Traits:
    """What speaks for a place's being that of the meeting."""
    ruled = place is not None and candidate.value.name == place.value
    return {
        "heard": logit(candidate.likely), "ruled": float(ruled), "others ruled": float(place is not None and not ruled),
        **whereabouts(candidate), "city": float(is_city(candidate.value)),
        "rival": float(any(other.likely > candidate.likely for other in heard.places)),
    }  # fmt: skip


def weighed_place(
    place: Sourced[str] | None, city: Place | None, heard: Heard
) -> tuple[Sourced[str] | None, Place | None, float]:
    """The place that is most likely the meeting's, if any is, and how sure that is."""
    shares = [(share("place", place_traits(place, heard, candidate)), candidate) for candidate in heard.places]
    sure, best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    if best is None:
        return place, city, sure
    if sure < EVEN:
        return None, None, 1 - sure
    if place is not None and best.value.name == place.value:
        return place, city, sure
    return Sourced(best.value.name, (Evidence(best.span, rule("meetings", "heard")),)), best.value, sure


def weighed_status(reckoned: Status, heard: Mapping[Status, float], *, firm: bool) -> dict[Status, float]:
    """The share of each status, where rules and date come to `reckoned` and the reader hears `heard`."""
    told = {status: status_traits(status, reckoned, likely, firm=firm) for status, likely in heard.items()}
    raised = {status: exp(points("status", traits)) for status, traits in told.items()}
    return {status: value / sum(raised.values()) for status, value in raised.items()}


def status_traits(status: Status, reckoned: Status, likely: float, *, firm: bool) -> Traits:
    """What speaks for a status."""
    same = float(status == reckoned)
    return {"heard": log(max(likely, 1e-4)), "reckoned": same, "firm": same * firm, f"is {status}": 1.0}

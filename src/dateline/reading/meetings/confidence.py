"""How sure a report of a meeting is: what speaks for and against it, weighed as a share of being right."""

from math import exp

from dateline.reading.desk import logit
from dateline.reading.meetings.heard import is_heard_only
from dateline.reading.meetings.occasion import Occasion, is_known
from dateline.reading.meetings.roles import is_official
from dateline.reading.meetings.weigh import share

__all__ = ["confidence_of"]

VAGUE = ("West",)
"""Sides that nobody speaks for."""

LIKELY = 0.55
"""From here on a report stands whose sides no rule names or of which rules would say too little."""

WEIGHTS: dict[str, float] = {
    "any": 0.3, "dated": 0.5, "exact": 0.3, "year": -0.6, "placed": 0.4, "forum": 0.5, "person": 0.8, "council": 0.5,
    "call": 0.5, "again": 0.3, "negotiation": -1.2, "often": -2.0, "undone": -0.6, "proposed": -0.4, "open": -0.5,
    "open and undated": -1.4, "open and wide": -1.0, "before what was": -1.6, "pronoun": -0.2, "private": -0.7,
    "vague": -1.0, "many": -0.3,
}  # fmt: skip
"""In logits, rounded: fitted to verdicts on the meetings of two corpora, and drawn towards what one would expect."""


def traits(occasion: Occasion) -> dict[str, bool]:
    """What speaks for or against the report, by name."""
    mentions = [slots.mention for slots in occasion.slots]
    stances = [mention.stance for mention in mentions]
    firm = [stance for stance in stances if stance.status and not stance.weak]
    status = next((stance.status for stance in firm), None)
    actors = [actor for mention in mentions for actor in mention.sides]
    people = [actor for actor in actors if actor.party.kind == "person"]
    when = occasion.when.value if occasion.when else None
    return {
        "any": True,
        "dated": when is not None,
        "exact": when is not None and when.is_day,
        "year": when is not None and (when.days or 400) > 40,
        "placed": occasion.place is not None,
        "forum": occasion.forum is not None,
        "person": bool(occasion.people),
        "private": bool(people) and not all(is_official(actor) for actor in people),
        "pronoun": any(actor.how == "pronoun" for actor in people),
        "council": occasion.kind in ("council", "summit", "conference"),
        "negotiation": occasion.kind == "negotiation",
        "call": occasion.kind == "call",
        "open": not any(stance.status for stance in stances),
        "open and undated": when is None and not any(stance.status for stance in stances),
        "open and wide": when is not None and (when.days or 400) > 40 and not any(stance.status for stance in stances),
        "before what was": not firm and when is None and all(stance.ahead for stance in stances),
        "proposed": status == "proposed",
        "undone": status in ("refused", "cancelled", "suspended", "postponed"),
        "often": status not in ("proposed", "scheduled", "confirmed") and any(mention.habitual for mention in mentions),
        "again": len(mentions) > 1,
        "vague": any(side in VAGUE for side in occasion.parties),
        "many": len(occasion.parties) > 2,
    }


def confidence_of(occasion: Occasion, *, substantial: bool = True) -> float | None:
    """The share of such reports that are right; None where too little is said for one.

    By rules alone that is where it has no substance. What rules report is as sure as both witnesses in the mean; what only the
    trained reader reports, or names the sides of, as sure as it is.
    """
    told = substantial and (occasion.told or not any(slots.heard for slots in occasion.slots))
    total = sum(WEIGHTS.get(name, 0.0) for name, holds in traits(occasion).items() if holds)
    ruled = 1 / (1 + exp(-total))
    if not any(slots.heard for slots in occasion.slots):
        return round(ruled, 2) if told else None
    sure = share("meeting", meeting_traits(occasion, substantial=substantial))
    if told:
        return round((ruled + sure) / 2, 2)
    return round(sure, 2) if sure >= LIKELY and (occasion.parties or occasion.people) else None


def meeting_traits(occasion: Occasion, *, substantial: bool) -> dict[str, float]:
    """What speaks for and against a report that both witnesses were asked about."""
    heard = [slots.heard.likely for slots in occasion.slots if slots.heard is not None]
    ruled = [slots for slots in occasion.slots if not is_heard_only(slots.mention)]
    known = [side for side in occasion.parties if is_known(side)]
    bare = occasion.when is None and occasion.place is None and occasion.forum is None
    return {
        **{name: float(holds) for name, holds in traits(occasion).items() if name != "any"},
        "heard": logit(max(heard, default=0.5)), "ruled": float(bool(ruled)), "substantial": float(substantial),
        "one side": float(len(occasion.parties) < 2), "known sides": float(min(len(known), 3)),
        "double": 10 * occasion.double, "within": float(occasion.within), "rank": min(occasion.rank, 5) / 5,
        "bare": float(bare), "bare within": float(bare and occasion.within), "size": min(len(occasion.slots), 5) / 5,
        "all definite": float(all(slots.mention.definite for slots in occasion.slots)),
    }  # fmt: skip

"""What a visit lends to the meetings held on it: its city and, as an assumption, the span of its days."""

from dataclasses import replace

from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced
from dateline.reading.meetings.occasion import Occasion
from dateline.reading.meetings.places import is_city

__all__ = ["lend_from_visits"]


def lend_from_visits(occasions: list[Occasion]) -> None:
    """A visitor's meeting with the host, told without place or date, was or will be where and within when the visit is."""
    visits = [occasion for occasion in occasions if occasion.kind == "visit"]
    for occasion in occasions:
        if occasion.kind in ("visit", "call"):
            continue
        visit = next((each for each in visits if is_part_of(occasion, each)), None)
        if visit is not None:
            lend(occasion, visit)


def is_part_of(occasion: Occasion, visit: Occasion) -> bool:
    """Does a visitor meet somebody of the state visited?"""
    hosts = {slots.city.country for slots in visit.slots if slots.city is not None}
    visitors = {name for name, (side, _) in visit.people.items() if side not in hosts}
    return bool(visitors & occasion.people.keys()) and bool(hosts & occasion.parties.keys()) and len(occasion.parties) > 1


def lend(occasion: Occasion, visit: Occasion) -> None:
    """Fill what the meeting leaves open; what it says itself stands."""
    slots, city = occasion.slots[0], next((each for each in visit.slots if each.place is not None), None)
    if occasion.place is None and city is not None and city.place is not None and city.city is not None and is_city(city.city):
        slots.place = Sourced(city.place.value, (assumed(city.place.evidence, rule("meetings", "visit-place")),))
        slots.city = city.city
    when = visit.when
    if occasion.when is None and when is not None and (when.value.days or 0) > 1:
        slots.when = Sourced(replace(when.value, bearing="within"), (assumed(when.evidence, rule("meetings", "visit-days")),))


def assumed(evidence: tuple[Evidence, ...], told: str) -> Evidence:
    """Evidence of an assumption that rests on other evidence."""
    return Evidence(evidence[0].ground, told, evidence, assumed=True)

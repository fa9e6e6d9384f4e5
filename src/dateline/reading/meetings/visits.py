"""The meetings held on a visit, and what it lends to them: its city and, as an assumption, the span of its days."""

from dataclasses import replace

from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced
from dateline.model.when import days_after
from dateline.reading.meetings.occasion import Occasion
from dateline.reading.meetings.places import is_city

__all__ = ["lend_from_visits"]

STAY = 3
"""Days for which a visit of which only one is told, that of arrival, may go on after it."""


def lend_from_visits(occasions: list[Occasion]) -> dict[int, int]:
    """A visitor's meeting with the host, told without place or date, was or will be where and within when the visit is.

    Gives for the number of each meeting held on a visit the number of the visit.
    """
    visits = {number: occasion for number, occasion in enumerate(occasions) if occasion.kind == "visit"}
    held: dict[int, int] = {}
    for number, occasion in enumerate(occasions):
        if occasion.kind in ("visit", "call"):
            continue
        found = [other for other, visit in visits.items() if is_part_of(occasion, visit)]
        whole = next((other for other in found if is_held_on(occasion, visits[other])), None)
        if whole is not None:
            held[number] = whole
        if found:
            lend(occasion, visits[found[0]])
    return held


def is_part_of(occasion: Occasion, visit: Occasion) -> bool:
    """Does a visitor meet somebody of the state visited?"""
    hosts = hosts_of(visit)
    visitors = {name for name, (side, _) in visit.people.items() if side not in hosts}
    return bool(visitors & occasion.people.keys()) and bool(hosts & occasion.parties.keys()) and len(occasion.parties) > 1


def is_held_on(occasion: Occasion, visit: Occasion) -> bool:
    """Do the day and the place that the meeting itself tells leave room for it to be held on the visit?"""
    if hosts_of(occasion) - hosts_of(visit) - {None}:
        return False
    if occasion.when is None or visit.when is None:
        return True
    days = visit.when.value
    if days.is_day and days.latest is not None:
        days = replace(days, latest=days_after(days.latest, STAY))
    return occasion.when.value.overlaps(days)


def hosts_of(occasion: Occasion) -> set[str | None]:
    """The states in which it takes place."""
    return {slots.city.country for slots in occasion.slots if slots.city is not None}


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

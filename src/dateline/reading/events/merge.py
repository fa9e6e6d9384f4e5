"""One event for one act: what a story tells twice is told once."""

from collections import defaultdict
from collections.abc import Iterable

from dateline.model.event import Event
from dateline.model.evidence import Sourced
from dateline.reading.desk import Story

__all__ = ["collapsed"]


def collapsed(story: Story, events: Iterable[Event]) -> list[Event]:
    """The events without those that tell again what another tells more surely, in text order."""
    kept: dict[str, Event] = {}
    alike: defaultdict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda each: (-each.confidence, each.trigger)):
        keys = [(event.type.value, event.status.value, side) for side in sides((*event.actors, *event.recipients))]
        if event.id not in kept and not any(same(event, other) for key in keys for other in alike[key]):
            kept[event.id] = event
            for key in keys:
                alike[key].append(event)
    return sorted(kept.values(), key=lambda each: (each.trigger.field != "title", each.trigger))


def same(event: Event, other: Event) -> bool:
    """Could the two be one act: the same type and sides, nothing in mode, status, day or place that tells them apart?"""
    if event.type.value != other.type.value or event.status.value != other.status.value:
        return False
    if not (fits(event.mode, other.mode) and fits(event.place, other.place)):
        return False
    if event.when and other.when and not event.when.value.overlaps(other.when.value):
        return False
    mine, theirs = sides(event.actors), sides(other.actors)
    targets, others = sides(event.recipients), sides(other.recipients)
    if not mine or not theirs:
        return bool(targets) and targets == others
    return mine <= theirs and targets <= others


def fits(first: Sourced[str] | None, second: Sourced[str] | None) -> bool:
    """Is one of the two unknown, or are they the same?"""
    return first is None or second is None or first.value == second.value


def sides(parties: tuple[Sourced[str], ...]) -> frozenset[str]:
    """The sides of parties, by what stands before the colon of an organ's id."""
    return frozenset(party.value.partition(":")[0] for party in parties)

"""Which text is read for which: of the texts of one story the first published, of one day the longest."""

from collections.abc import Mapping

from dateline.intake.twins_compare import kind_of, tell_the_same
from dateline.model.twin import Member, Overlap, Share, TwinKind

__all__ = ["moved", "near", "standing", "stories_in"]

CARRIED = 0.8
"""A text of which so much stands in another one is carried by it."""


def moved(known: Mapping[str, Member], heads: Mapping[str, str], told: Mapping[str, str]) -> list[str]:
    """The texts with a reading that are to be read no more, or tell a story with others than they did."""
    read = [each for each in known.values() if each.is_read]
    return [
        each.text
        for each in read
        if heads[each.text] != each.text
        or any((each.story == other.story) != (told[each.text] == told[other.text]) for other in read)
    ]


def near(share: Share, known: Mapping[str, Member]) -> bool:
    """Are both there, and near enough in time to be one story?"""
    one, other = known.get(share.one), known.get(share.other)
    if one is None or other is None:
        return False
    days = abs((one.day - other.day).days) if one.day and other.day else None
    return tell_the_same(share.overlap, days)


def stories_in(known: Mapping[str, Member], shared: Mapping[str, Mapping[str, Overlap]]) -> dict[str, str]:
    """Text -> the name of its story: the first, by name, of all that it is tied to."""
    told: dict[str, str] = {}
    for name in sorted(known):
        waiting = [] if name in told else [name]
        while waiting:
            each = waiting.pop()
            if told.setdefault(each, name) == name:
                waiting += [other for other in shared.get(each, ()) if other not in told]
    return told


def standing(
    known: Mapping[str, Member], shared: Mapping[str, Mapping[str, Overlap]]
) -> tuple[dict[str, str], dict[str, str | None]]:
    """Text -> the one that is read for it; text that is read -> the document that it updates, if any."""
    heads: dict[str, str] = {}
    before: dict[str, str | None] = {}
    for member in sorted(known.values(), key=lambda member: member.rank):
        earlier = [known[name] for name in shared.get(member.text, ()) if heads.get(name) == name]
        earlier.sort(key=lambda each: each.rank)
        kinds = [(each, kind_between(each, member, shared[each.text][member.text])) for each in earlier]
        carrier = next((each for each, kind in kinds if is_carried(shared[each.text][member.text], kind)), None)
        heads[member.text] = carrier.text if carrier else member.text
        updated = [each.document for each, kind in kinds if kind == "update"]
        before[member.text] = updated[-1] if updated and carrier is None else None
    return heads, before


def kind_between(one: Member, other: Member, overlap: Overlap) -> TwinKind:
    """What the other text is to the one that stands before it."""
    later = one.day is not None and other.day is not None and other.day > one.day
    elsewhere = None not in (one.source, other.source) and one.source != other.source
    return kind_of(overlap, later=later, elsewhere=elsewhere)


def is_carried(overlap: Overlap, kind: TwinKind) -> bool:
    """Does the other text say hardly anything that the one does not?"""
    return kind != "update" and overlap.other >= CARRIED

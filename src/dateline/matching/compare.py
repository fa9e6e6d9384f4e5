"""Do two reports speak of one occasion? Reasons for and against, each with its weight, added up."""

from dateline.matching.days import Judged, days_agree
from dateline.model.occasion import Facts, Match

__all__ = ["ENOUGH", "compare", "kinship"]

ENOUGH = 2.5
"""The score from which two reports are taken to speak of the same occasion."""

NEVER = Match(one="", other="", score=-9.0)

REMOTE = "call"


def forums(one: Facts, other: Facts) -> Judged | None:
    """The standing format, where both name one."""
    if not one.forum or not other.forum:
        return None
    if one.forum.casefold() == other.forum.casefold():
        return 2.5, f"the same forum, {one.forum}"
    return -4.0, f"two forums, {one.forum} and {other.forum}"


def sides(one: Facts, other: Facts) -> Judged | None:
    """The states and bodies that come together."""
    shared = one.sides & other.sides
    if not one.sides or not other.sides:
        return None
    if not shared:
        return -4.0, "no party in common"
    names = " and ".join(sorted(shared))
    if one.sides == other.sides:
        return (2.0 if len(shared) > 1 else 1.0), f"the same parties, {names}"
    if shared in (one.sides, other.sides):
        return (1.5 if len(shared) > 1 else 0.3), f"parties in common, {names}"
    return (1.0, f"parties in common, {names}") if len(shared) > 1 else (-1.5, f"only {names} in common")


def places(one: Facts, other: Facts) -> Judged | None:
    """Where it happens, a country being no contradiction to its city."""
    if not one.place or not other.place:
        return None
    if one.place.casefold() == other.place.casefold():
        return 1.2, f"the same place, {one.place}"
    if one.country and one.country == other.country and one.is_country != other.is_country:
        city, country = (other, one) if one.is_country else (one, other)
        return 0.3, f"{city.place} lies in {country.place}"
    return -2.2, f"two places, {one.place} and {other.place}"


def people(one: Facts, other: Facts) -> Judged | None:
    """Who is named: somebody in both, or other people for the same side."""
    mine, theirs = {each.id.casefold(): each.id for each in one.people}, {each.id.casefold() for each in other.people}
    if not mine or not theirs:
        return None
    if shared := sorted(mine[name] for name in mine.keys() & theirs):
        return min(2.0, 1.0 * len(shared)), f"{' and '.join(shared[:3])} in both"
    clashing = {each.of for each in one.people if each.of} & {each.of for each in other.people if each.of}
    return (max(-2.5, -1.5 * len(clashing)), f"other people for {' and '.join(sorted(clashing))}") if clashing else None


def kinds(one: Facts, other: Facts) -> Judged | None:
    """What sort of occasion it is; a call is no journey."""
    if one.kind == other.kind:
        return (0.4, f"both {one.kind}") if one.kind != "other" else None
    if REMOTE in (one.kind, other.kind):
        elsewhere = "visit" in (one.kind, other.kind) or one.place or other.place
        return (-4.5 if elsewhere else -3.0), f"{one.kind} and {other.kind}"
    return (-0.5, f"{one.kind} and {other.kind}") if "visit" in (one.kind, other.kind) else None


def levels(one: Facts, other: Facts) -> Judged | None:
    """The rank of those who meet."""
    if not one.level or not other.level:
        return None
    if one.level == other.level:
        return 0.3, f"both of {one.level}"
    return -0.8, f"{one.level} and {other.level}"


def tellings(one: Facts, other: Facts) -> Judged | None:
    """A story that makes two entries means two occasions, unless all else speaks for one."""
    return (-2.5, "told apart by the same story") if one.text == other.text else None


TRAITS = (forums, sides, places, people, kinds, levels, tellings)
"""All that is compared but the days."""


def weighed(one: Facts, other: Facts) -> tuple[tuple[str, float], ...]:
    """The reasons that are given, each in words with its weight."""
    judged = (trait(one, other) for trait in TRAITS)
    return tuple((reason, round(weight, 2)) for weight, reason in (each for each in judged if each is not None))


def kinship(one: Facts, other: Facts) -> float:
    """All that speaks for one occasion but the days, which may have been moved."""
    return sum(weight for _, weight in weighed(one, other))


def compare(one: Facts, other: Facts) -> Match:
    """The match of two reports; the order in which they are given does not matter."""
    one, other = (one, other) if one.id <= other.id else (other, one)
    days = days_agree(one, other)
    if days is None:
        return Match(one=one.id, other=other.id, score=NEVER.score, reasons=(("dates that exclude each other", NEVER.score),))
    reasons = (*weighed(one, other), (days[1], round(days[0], 2)))
    return Match(one=one.id, other=other.id, score=round(sum(weight for _, weight in reasons), 2), reasons=reasons)

"""Do two reports speak of one occasion? Reasons for and against, each with its weight, added up, where no veto holds."""

from dateline.matching.days import Judged, days_agree
from dateline.matching.vetoes import COPIED, GATHERINGS, same_forum, veto
from dateline.matching.wording import alike
from dateline.model.occasion import Facts, Match

__all__ = ["ENOUGH", "NEVER", "compare", "is_vetoed", "kinship", "vetoed", "votes"]

ENOUGH = 2.5
"""The score from which two reports are taken to speak of the same occasion."""

NEVER = -9.0
"""The score of two reports that are kept apart whatever speaks for one occasion."""

LATEST = 4
"""A copied sentence tells of the same days within so many days of the first story that has it."""

REMOTE = "call"


def forums(one: Facts, other: Facts) -> Judged | None:
    """The standing format, where both name one; one that only the one names costs where the other's sides are known."""
    if not one.forum or not other.forum:
        named, plain = (one, other) if one.forum else (other, one)
        if not named.forum or named.forum in plain.sides:
            return None
        if plain.kind in GATHERINGS and plain.place and plain.place.casefold() in named.forum.casefold():
            return 2.5, f"a {plain.kind} at the place that gives {named.forum} its name"
        return (-0.5, f"a forum, {named.forum}, and none") if len(plain.sides) > 1 else None
    if same_forum(one.forum, other.forum):
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
    """Who is named: somebody in both, or other people for the same side, of whom a gathering has many."""
    mine, theirs = {each.id.casefold(): each.id for each in one.people}, {each.id.casefold() for each in other.people}
    if (not mine) != (not theirs) and one.kind == other.kind == "visit":
        return -0.8, "a visitor, and none that is named"
    if not mine or not theirs:
        return None
    if shared := sorted(mine[name] for name in mine.keys() & theirs):
        return min(2.0, 1.0 * len(shared)), f"{' and '.join(shared[:3])} in both"
    if one.kind in GATHERINGS and other.kind in GATHERINGS:
        return None
    clashing = {each.of for each in one.people if each.of} & {each.of for each in other.people if each.of}
    return (max(-2.5, -1.5 * len(clashing)), f"other people for {' and '.join(sorted(clashing))}") if clashing else None


def kinds(one: Facts, other: Facts) -> Judged | None:
    """What sort of occasion it is; a call is no journey."""
    if one.kind == other.kind:
        return (0.4, f"both {one.kind}") if one.kind != "other" else None
    if REMOTE in (one.kind, other.kind):
        elsewhere = "visit" in (one.kind, other.kind) or one.place or other.place
        return (-4.5 if elsewhere else -3.0), f"{one.kind} and {other.kind}"
    if (one.kind in GATHERINGS) != (other.kind in GATHERINGS):
        return -0.8, f"{one.kind} and {other.kind}"
    return (-0.5, f"{one.kind} and {other.kind}") if "visit" in (one.kind, other.kind) else None


def levels(one: Facts, other: Facts) -> Judged | None:
    """The rank of those who meet."""
    if not one.level or not other.level:
        return None
    if one.level == other.level:
        return 0.3, f"both of {one.level}"
    return -0.8, f"{one.level} and {other.level}"


def tellings(one: Facts, other: Facts) -> Judged | None:
    """A story that makes two entries means two occasions, but for the same people in the same way, and for one session of one
    body, of which it tells speaker by speaker."""
    if one.text != other.text:
        return None
    less, more = sorted((one, other), key=lambda facts: len(facts.people))
    days = days_agree(one, other)
    if one.forum and one.forum == other.forum and one.kind in GATHERINGS and days is not None and days[0] > 1:
        return None
    again = bool(less.people) and less.people <= more.people and less.sides <= more.sides and one.kind == other.kind
    if not again:
        return -2.5, "told apart by the same story"
    return None if len({each.of for each in less.people}) > 1 else (-1.0, "told twice by the same story, perhaps")


def wordings(one: Facts, other: Facts) -> Judged | None:
    """A sentence that two stories carry."""
    shared = alike(one, other) if one.text != other.text else 0.0
    return (2.5, "told in the same words") if shared >= COPIED else None


TRAITS = (forums, sides, places, people, kinds, levels, tellings, wordings)
"""All that is compared but the days."""


def weighed(one: Facts, other: Facts) -> tuple[tuple[str, float], ...]:
    """The reasons that are given, each in words with its weight."""
    judged = (trait(one, other) for trait in TRAITS)
    return tuple((reason, round(weight, 2)) for weight, reason in (each for each in judged if each is not None))


def kinship(one: Facts, other: Facts) -> float:
    """All that speaks for one occasion but the days, which may have been moved."""
    return sum(weight for _, weight in weighed(one, other))


def vetoed(one: Facts, other: Facts) -> bool:
    """Is there anything that keeps the two apart within an occasion of many reports?"""
    return veto(one, other, staged=False) is not None


def compare(one: Facts, other: Facts) -> Match:
    """The match of two reports; the order in which they are given does not matter.

    A veto ends it; it is looked for where the votes would join the two, for else it makes no difference.
    """
    one, other = (one, other) if one.id <= other.id else (other, one)
    days = days_agree(one, other) or copied(one, other)
    if days is None:
        return Match(one=one.id, other=other.id, score=NEVER, reasons=(("dates that exclude each other", NEVER),))
    reasons = (*weighed(one, other), (days[1], round(days[0], 2)))
    score = round(sum(weight for _, weight in reasons), 2)
    if score >= ENOUGH and (against := veto(one, other)) is not None:
        return Match(one=one.id, other=other.id, score=NEVER, reasons=((f"veto: {against}", NEVER), *reasons))
    return Match(one=one.id, other=other.id, score=score, reasons=reasons)


def is_vetoed(match: Match) -> bool:
    """Is it a veto alone that keeps the two apart?"""
    return match.score == NEVER and len(match.reasons) > 1


def votes(match: Match) -> float:
    """What would speak for one occasion, were there no veto."""
    return sum(weight for _, weight in match.reasons if weight != NEVER)


def copied(one: Facts, other: Facts) -> Judged | None:
    """The days of a sentence that two stories carry, read in two ways."""
    if one.day is None or other.day is None or abs((one.day - other.day).days) > LATEST or wordings(one, other) is None:
        return None
    return 0.0, "the days of one sentence, read in two ways"

"""What two reports have in common, and what not: each thing a sign in words, with the traits whose weights are learnt."""

from collections.abc import Callable
from functools import lru_cache
from math import log1p

from dateline.knowledge.lists import listed
from dateline.matching.days import days_agree, gap, settled
from dateline.matching.vetoes import GATHERINGS, OFF, PLANNED, REAL, REMOTE, exact, is_bare, same_forum
from dateline.matching.weighing import Sign
from dateline.matching.wording import common, is_copy, wording
from dateline.model.entry import Attendee
from dateline.model.occasion import Facts

__all__ = ["FIELDS", "STANDING", "WORDS", "Pair", "paired", "signs"]

CLOSE = 2
"""Stories so many days apart, or fewer, are of the same news."""

NEAR = 7
"""Stories so many days apart, or fewer, may be."""

LATEST = 4
"""A copied sentence tells of the same days within so many days of the first story that has it."""

MANY = 6
"""So many telling words in common are as good as more."""

TOLD = 3


class Pair:
    """Two reports, with what several signs ask: the sides of both, days between the stories, whether they are of one week, and
    whether the two tell the same few days; `days` is the sign of the same days."""

    __slots__ = ("days", "distance", "near", "one", "other", "settled", "shared")

    def __init__(self, one: Facts, other: Facts, days: Sign) -> None:
        self.one, self.other, self.days = one, other, days
        self.shared = one.sides & other.sides
        self.distance = abs((one.day - other.day).days) if one.day is not None and other.day is not None else None
        self.near = self.distance is not None and self.distance <= NEAR
        self.settled = settled(days)

    def turns(self) -> tuple[tuple[Facts, Facts], ...]:
        """The two, either first."""
        return (self.one, self.other), (self.other, self.one)


Look = Callable[[Pair], Sign | None]


@lru_cache(maxsize=4096)
def named(people: frozenset[Attendee]) -> frozenset[str]:
    """Names in one case."""
    return frozenset(each.id.casefold() for each in people)


def forums(pair: Pair) -> Sign | None:
    """The standing format, where both name one; one that only the one names, where the other's sides are known."""
    one, other = pair.one, pair.other
    if one.forum and other.forum:
        if same_forum(one.forum, other.forum):
            traits = {"same forum": 1.0, "same forum, same days": float(pair.settled)}
            return Sign(f"the same forum, {one.forum}", traits)
        return Sign(f"two forums, {one.forum} and {other.forum}", {"two forums": 1.0})
    named, plain = (one, other) if one.forum else (other, one)
    if not named.forum or named.forum in plain.sides:
        return None
    if plain.kind in GATHERINGS and plain.place and is_named_by(named.forum, plain.place):
        return Sign(f"a {plain.kind} at the place that gives {named.forum} its name", {"same forum": 1.0})
    return Sign(f"a forum, {named.forum}, and none", {"a forum and none": 1.0}) if len(plain.sides) > 1 else None


def is_named_by(forum: str, place: str) -> bool:
    """Is the forum one that meets, and called by the place where it does: "Munich Security Conference"?"""
    name = forum.casefold()
    return name.startswith(f"{place.casefold()} ") and name.split()[-1] in listed("meetings/words", "names of formats")


def sides(pair: Pair) -> Sign | None:
    """The states and bodies that come together."""
    mine, theirs = pair.one.sides, pair.other.sides
    if not mine or not theirs:
        return None
    if not pair.shared:
        return Sign("no party in common", {"no side shared": 1.0})
    names = " and ".join(sorted(pair.shared))
    several = len(pair.shared) > 1
    if mine == theirs:
        traits = {"same sides": 1.0, "same sides, same days": float(pair.settled)} if several else {"same lone side": 1.0}
        return Sign(f"the same parties, {names}", traits)
    if pair.shared in (mine, theirs):
        return Sign(f"parties in common, {names}", {"sides within" if several else "lone side within": 1.0})
    if several:
        return Sign(f"parties in common, {names}", {"sides overlap": 1.0})
    return Sign(f"only {names} in common", {"one side of several": 1.0})


def places(pair: Pair) -> Sign | None:
    """Where it happens, a country being no contradiction to its city."""
    one, other = pair.one, pair.other
    if not one.place or not other.place:
        return None
    if one.place.casefold() == other.place.casefold():
        traits = {"same place": 1.0, "same place, near": float(pair.near), "same place, same days": float(pair.settled)}
        return Sign(f"the same place, {one.place}", traits)
    if one.country and one.country == other.country and one.is_country != other.is_country:
        city, country = (other, one) if one.is_country else (one, other)
        return Sign(f"{city.place} lies in {country.place}", {"place within": 1.0})
    return Sign(f"two places, {one.place} and {other.place}", {"two places": 1.0})


def people(pair: Pair) -> Sign | None:
    """Who is named: somebody in both, or other people for the same side, of whom a gathering has many."""
    one, other = pair.one, pair.other
    if not one.people or not other.people:
        if one.kind == other.kind == "visit" and (one.people or other.people):
            return Sign("a visitor, and none that is named", {"visitor and none": 1.0})
        return Sign("people in one of them only", {"people and none": 1.0}) if one.people or other.people else None
    mine, theirs = named(one.people), named(other.people)
    if known := mine & theirs:
        told = sorted(each.id for each in one.people if each.id.casefold() in known)[:TOLD]
        traits = {
            "person shared": 1.0, "people shared": float(len(known) > 1), "person shared, near": float(pair.near),
            "share of people": len(known) / len(mine | theirs),
            "visit of a person": float(one.kind == other.kind == "visit"),
        }  # fmt: skip
        return Sign(f"{' and '.join(told)} in both", traits)
    if one.kind in GATHERINGS and other.kind in GATHERINGS:
        return None
    clashing = {each.of for each in one.people if each.of} & {each.of for each in other.people if each.of}
    return Sign(f"other people for {' and '.join(sorted(clashing))}", {"other people": 1.0}) if clashing else None


def kinds(pair: Pair) -> Sign | None:
    """What sort of occasion it is; a call is no journey."""
    one, other = pair.one, pair.other
    if one.kind == other.kind:
        if one.kind == "other":
            return None
        traits = {
            "same kind": 1.0, "same kind, same days": float(pair.settled), "both gatherings": float(one.kind in GATHERINGS),
            "both visits": float(one.kind == "visit"),
        }  # fmt: skip
        return Sign(f"both {one.kind}", traits)
    told = f"{one.kind} and {other.kind}"
    if REMOTE in (one.kind, other.kind):
        return Sign(told, {"call and meeting": 1.0})
    if (one.kind in GATHERINGS) != (other.kind in GATHERINGS):
        return Sign(told, {"gathering and other": 1.0})
    return Sign(told, {"visit and other": 1.0}) if "visit" in (one.kind, other.kind) else None


def levels(pair: Pair) -> Sign | None:
    """The rank of those who meet."""
    one, other = pair.one.level, pair.other.level
    if not one or not other:
        return None
    return Sign(f"both of {one}", {"same level": 1.0}) if one == other else Sign(f"{one} and {other}", {"two levels": 1.0})


def statuses(pair: Pair) -> Sign | None:
    """How far it has come: two plans, two reports of what took place, a plan and a report of it, or of its end."""
    mine, theirs = pair.one.status, pair.other.status
    past, ahead = (mine in REAL) + (theirs in REAL), (mine in PLANNED) + (theirs in PLANNED)
    if past == ahead == 1:
        return Sign("a plan, and what took place", {"plan and past": 1.0})
    if past == 2:
        return Sign("both tell what took place", {"both past": 1.0})
    if ahead == 2:
        return Sign("both tell what is planned", {"both ahead": 1.0})
    if not ahead or past or (mine not in OFF and theirs not in OFF):
        return None
    if "refused" in (mine, theirs):
        return Sign("offered, and refused", {"offer and refusal": 1.0})
    return Sign("a plan, and its end", {"plan and end": 1.0})


def tellings(pair: Pair) -> Sign | None:
    """A story that makes two entries means two occasions, but for the same people in the same way, and for one session of one
    body, of which it tells speaker by speaker. Stories that are far apart tell of one occasion less often."""
    one, other = pair.one, pair.other
    if one.text != other.text:
        return apart(pair)
    if one.forum and one.forum == other.forum and one.kind in GATHERINGS and pair.settled:
        return Sign("one session, told speaker by speaker", {"one session": 1.0})
    less, more = sorted((one, other), key=lambda facts: len(facts.people))
    again = bool(less.people) and less.people <= more.people and less.sides <= more.sides and one.kind == other.kind
    if not again:
        return Sign("told apart by the same story", {"told apart": 1.0})
    if len({each.of for each in less.people}) > 1:
        return None
    return Sign("told twice by the same story, perhaps", {"told twice": 1.0})


def apart(pair: Pair) -> Sign | None:
    """How far the stories are from each other, which says little where both tell the same few days."""
    if pair.distance is None:
        return None
    told = "told on one day" if pair.distance == 0 else f"told {pair.distance} day{'s' * (pair.distance > 1)} apart"
    if pair.distance <= CLOSE:
        return Sign(told, {"told together": 1.0})
    if pair.settled or pair.distance <= NEAR:
        return None
    return Sign(told, {"told far apart": log1p(pair.distance - NEAR)})


def bareness(pair: Pair) -> Sign | None:
    """Bare words are of no occasion in particular, but those of an offer are of what was refused."""
    if "refused" in (pair.one.status, pair.other.status):
        return None
    bare = is_bare(pair.one), is_bare(pair.other)
    return Sign("bare words", {"bare": float(sum(bare))}) if any(bare) else None


def wordings(pair: Pair) -> Sign | None:
    """A sentence that two stories carry, or telling words that they share."""
    one, other = pair.one, pair.other
    if one.text == other.text:
        return None
    if is_copy(one, other):
        return Sign("told in the same words", {"copied": 1.0})
    if not (found := common(one, other)):
        return None
    mine, theirs = wording(one).telling, wording(other).telling
    share = min(1.0, len(found) / MANY)
    traits = {
        "words shared": share, "words shared, near": share * pair.near,
        "share of words": len(found) / (1 + (len(mine) * len(theirs)) ** 0.5),
    }  # fmt: skip
    return Sign(f"{len(found)} telling word{'s' * (len(found) > 1)} in both", traits)


def unlikely(pair: Pair) -> Sign | None:
    """What is only thought of, and what took place."""
    for thought, real in pair.turns():
        undated = real.status in REAL and thought.status in PLANNED and thought.when is None
        if undated and (thought.status == "proposed" or wording(thought).unreal):
            return Sign("only thought of, and held", {"only thought of": 1.0})
    return None


def several(pair: Pair) -> Sign | None:
    """Words of several occasions, which are none in particular."""
    found = any(each.when is None and wording(each).many for each in (pair.one, pair.other))
    return Sign("several occasions, none in particular", {"several": 1.0}) if found else None


def again(pair: Pair) -> Sign | None:
    """One still to come, by its words another than the one before, and one that took place."""
    for coming, past in pair.turns():
        ahead = coming.status in PLANNED and wording(coming).yet and not wording(past).yet
        if ahead and past.status in REAL and not same_days(coming, past):
            return Sign("another round, still to come, and one that took place", {"another round": 1.0})
    return None


def same_days(one: Facts, other: Facts) -> bool:
    """Do both tell the day, and the same?"""
    return one.when is not None and other.when is not None and exact(one.when) and gap(one.when, other.when) == 0


def copied_days(one: Facts, other: Facts) -> Sign | None:
    """The days of a sentence that two stories carry, read in two ways."""
    if one.day is None or other.day is None or abs((one.day - other.day).days) > LATEST or not is_copy(one, other):
        return None
    return Sign("the days of one sentence, read in two ways", {"days read in two ways": 1.0})


STANDING: tuple[Look, ...] = (forums, sides, places, people, kinds, levels)
"""What is compared by fields that do not change from one report of an occasion to the next."""

FIELDS: tuple[Look, ...] = (*STANDING, statuses, tellings, bareness)
"""What is compared by the fields of reports."""

WORDS: tuple[Look, ...] = (wordings, unlikely, several, again)
"""What is compared by their words, which takes longer."""


def signs(pair: Pair, looks: tuple[Look, ...]) -> list[Sign]:
    """What is found."""
    return [sign for look in looks if (sign := look(pair)) is not None]


def paired(one: Facts, other: Facts) -> Pair | None:
    """Two reports that may speak of the same days; None where their dates exclude each other."""
    days = days_agree(one, other) or copied_days(one, other)
    return None if days is None else Pair(one, other, days)

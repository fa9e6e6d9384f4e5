"""What keeps two reports apart, whatever speaks for one occasion: each veto looks at one thing and says its reason in words."""

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from dateline.knowledge.issues import names_of_states
from dateline.knowledge.occasions import rank_of_level, rank_of_person
from dateline.knowledge.parties import bodies
from dateline.matching.days import EXACT, FRESH, gap, length, moved
from dateline.matching.wording import is_copy, wording
from dateline.model.occasion import Facts, side_of
from dateline.model.when import When

__all__ = ["GATHERINGS", "OFF", "PLANNED", "REAL", "REMOTE", "exact", "is_bare", "same_forum", "veto"]

LIKE = 0.75
"""Last names that are so much alike are one name, spelt in two ways."""

MONTH = 31
"""Days of a month; what spans more is of no month in particular."""

REMOTE = "call"
OFF = ("cancelled", "postponed", "refused")
REAL = ("held", "ongoing")
PLANNED = ("proposed", "scheduled", "confirmed")
GATHERINGS = ("summit", "council", "conference")
"""Kinds at which more than one person may stand for a side."""

NAMES = re.compile(r"[\s:]+")
"""What parts the words of a forum's name."""

SAME = 2
"""So many first words two names of one forum share, where neither is the end of the other."""

Veto = Callable[[Facts, Facts], str | None]


def days(one: Facts, other: Facts) -> str | None:
    """Days that both tell and that exclude each other; a day told beside the words counts most. A journey takes a while."""
    if one.when is None or other.when is None or moved(one, other) is not None or not (exact(one.when) and exact(other.when)):
        return None
    apart = gap(one.when, other.when)
    firm = wording(one).day and wording(other).day
    took_place = one.status in REAL and other.status in REAL and one.kind == other.kind != "visit"
    if apart > 1 or (apart == 1 and firm and took_place):
        return f"two days, {one.when.edtf} and {other.when.edtf}"
    return None


def months(one: Facts, other: Facts) -> str | None:
    """A month beside the words of a report without a date, in which the other does not lie."""
    for plain, said in ((one, other), (other, one)):
        named = wording(plain).months
        looked_back = plain.status in REAL or said.status in REAL
        about = said.when or (When.on(said.day) if said.day and looked_back else None)
        if (
            plain.when is not None
            or plain.status in OFF
            or not named
            or about is None
            or length(about) > MONTH
            or wording(said).months & named
        ):
            continue
        if not named & {each.month for each in (about.earliest, about.latest) if each is not None}:
            return "another month"
    return None


def exact(when: When) -> bool:
    """Does it tell the day, or the few days that it lasts?"""
    return length(when) <= EXACT


def people(one: Facts, other: Facts) -> str | None:
    """Other people for one side: two ministers' separate meetings. At a gathering a side has many."""
    if one.kind in GATHERINGS and other.kind in GATHERINGS:
        return None
    mine, theirs = by_side(one), by_side(other)
    for side in sorted(mine.keys() & theirs.keys()):
        if not any(same_person(a, b) for a in mine[side] for b in theirs[side]):
            return f"other people for {side}, {' and '.join(sorted((listing(mine[side]), listing(theirs[side]))))}"
    return None


def listing(names: set[str]) -> str:
    """Names, one after another."""
    return ", ".join(sorted(names)[:3])


def by_side(facts: Facts) -> dict[str, set[str]]:
    """Side -> the people that stand for it, without what is hardly a person's name."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in facts.people:
        parts = each.id.casefold().split()
        if each.of and len(parts) > 1 and not names_of_states().issuperset(parts):
            found[side_of(each.of)].add(each.id)
    return dict(found)


def same_person(one: str, other: str) -> bool:
    """Is it one person, perhaps spelt in two ways?"""
    mine, theirs = one.casefold().split()[-1], other.casefold().split()[-1]
    return mine == theirs or SequenceMatcher(None, mine, theirs).ratio() >= LIKE


def ranks(one: Facts, other: Facts) -> str | None:
    """Heads are not ministers: by the rank that the words give, or the offices of the people."""
    mine, theirs = rank(one), rank(other)
    if not mine or not theirs or mine & theirs:
        return None
    return f"another level, {' and '.join(sorted(each.removeprefix('rank of ') for each in mine | theirs))}"


def rank(facts: Facts) -> frozenset[str]:
    """The ranks of those who meet."""
    if (told := rank_of_level(facts.level)) is not None:
        return frozenset({told})
    held = (rank_of_person(each.id, facts.day or date.max) for each in facts.people)
    return frozenset(each for each in held if each is not None)


def forums(one: Facts, other: Facts) -> str | None:
    """Two standing formats; a council of one state is never the one of the United Nations."""
    if one.forum and other.forum and not same_forum(one.forum, other.forum):
        return f"two forums, {one.forum} and {other.forum}"
    for own, foreign in ((one, other), (other, one)):
        if wording(own).states and foreign.forum and foreign.forum.startswith("UN:") and not wording(foreign).states:
            return f"a council of one state, and {foreign.forum}"
    return None


def same_forum(one: str, other: str) -> bool:
    """Is one name the other, or the end of it, or most of its words after the same beginning, as where it is translated?

    What we know by two ids is two.
    """
    mine, theirs = one.casefold(), other.casefold()
    if mine == theirs or {mine, theirs} <= ids_of_bodies():
        return mine == theirs
    words, others = NAMES.split(mine), NAMES.split(theirs)
    if words[-len(others) :] == others or others[-len(words) :] == words:
        return True
    shared, differing = set(words) & set(others), set(words) ^ set(others)
    return words[:SAME] == others[:SAME] and len(shared) >= max(SAME, len(differing))


@cache
def ids_of_bodies() -> frozenset[str]:
    """The bodies and forums that we know, in one case."""
    return frozenset(body.id.casefold() for body in bodies())


def remoteness(one: Facts, other: Facts) -> str | None:
    """A call is no visit, nor talks at a place."""
    for call, meeting in ((one, other), (other, one)):
        if call.kind == REMOTE != meeting.kind and (meeting.kind in ("visit", *GATHERINGS) or meeting.place or call.place):
            return f"a call and a {meeting.kind}"
    return None


def reality(one: Facts, other: Facts) -> str | None:
    """What is refused, and what took place; what is only wished, and what is set."""
    for thought, real in ((one, other), (other, one)):
        if thought.status == "refused" and real.status in REAL:
            return "refused, and held"
    for thought, planned in ((one, other), (other, one)):
        if thought.status == "proposed" and is_bare(thought) and planned.status in ("scheduled", "confirmed"):
            return "only thought of, and set"
    return None


def rounds(one: Facts, other: Facts) -> str | None:
    """Another round of the same."""
    mine, theirs = wording(one), wording(other)
    if mine.rounds and theirs.rounds and mine.rounds.isdisjoint(theirs.rounds):
        return f"two rounds, {first_of(mine.rounds)} and {first_of(theirs.rounds)}"
    return None


def first_of(numbers: frozenset[int]) -> int:
    """The lowest."""
    return min(numbers)


def principals(one: Facts, other: Facts) -> str | None:
    """Others who meet: neither names all that come for it by the other. Of a gathering each story names some."""
    if one.kind in GATHERINGS and other.kind in GATHERINGS and (one.forum or other.forum or same_place(one, other)):
        return None
    mine, theirs = those_who_meet(one), those_who_meet(other)
    if len(mine) < 2 or len(theirs) < 2 or mine <= theirs or theirs <= mine:
        return None
    if mine <= other.sides and theirs <= one.sides:
        return None
    return f"others meet, {' and '.join(sorted(mine))}, {' and '.join(sorted(theirs))}"


def same_place(one: Facts, other: Facts) -> bool:
    """Do both name it?"""
    return one.place is not None and other.place is not None and one.place.casefold() == other.place.casefold()


def those_who_meet(facts: Facts) -> frozenset[str]:
    """The sides of the people who are named, where they are two or more, else all sides."""
    named = frozenset(side_of(each.of) for each in facts.people if each.of)
    return named if len(named) > 1 else facts.sides


def margins(one: Facts, other: Facts) -> str | None:
    """Talks of a few beside a gathering of many."""
    for talks, gathering in ((one, other), (other, one)):
        if talks.kind in GATHERINGS or gathering.kind not in GATHERINGS or talks.forum:
            continue
        few = 1 < len(talks.sides) < max(len(gathering.sides), 3) and not gathering.sides <= talks.sides
        if few and (gathering.forum or len(gathering.sides) > 2):
            return f"{talks.kind} of a few, and a {gathering.kind}"
    return None


def vague(one: Facts, other: Facts) -> str | None:
    """Bare words mean what is in the news on that day."""
    for bare, said in ((one, other), (other, one)):
        if not is_bare(bare) or bare.day is None:
            continue
        about = said.when or (When.on(said.day) if said.day else None)
        if about is not None and gap(about, When.on(bare.day)) > FRESH:
            return "bare words of other days"
    return None


def places(one: Facts, other: Facts) -> str | None:
    """Visits to two countries."""
    if "visit" not in (one.kind, other.kind) or not one.country or not other.country or one.country == other.country:
        return None
    return f"two countries, {one.place} and {other.place}"


def hearers(one: Facts, other: Facts) -> str | None:
    """A call with those who write of it is none of those that they write of."""
    if wording(one).briefed != wording(other).briefed and REMOTE in (one.kind, other.kind):
        told = one if wording(one).briefed else other
        return "a briefing" if told.kind == REMOTE and not told.people else None
    return None


STAGES: tuple[Veto, ...] = (days, reality)
"""Vetoes of two reports by themselves: an occasion of many may have been offered, set, moved and held."""

LASTING: tuple[Veto, ...] = (
    months, people, ranks, forums, remoteness, rounds, principals, margins, vague, places, hearers,
)  # fmt: skip
"""Vetoes that hold within an occasion of many reports too."""


def veto(one: Facts, other: Facts, *, staged: bool = True) -> str | None:
    """The first reason for which two reports are never of one occasion; no veto holds against a copied sentence.

    What makes two stages of one occasion is left out where it is not `staged`.
    """
    asked = (*STAGES, *LASTING) if staged else LASTING
    found = next((reason for each in asked if (reason := each(one, other)) is not None), None)
    return None if found is None or is_copy(one, other) else found


def is_bare(facts: Facts) -> bool:
    """Is nothing said of it by which it is one occasion: no day, no forum, no place, and no people?

    A refusal is an act by itself, and so is a move. People make no occasion of negotiations, nor of a visit to nowhere; nor do
    those of one side of what is only proposed, for they may be those who propose it to others.
    """
    if facts.status in OFF or facts.when or facts.previously or facts.forum:
        return False
    placed = facts.place is not None and (facts.kind == "visit" or not facts.is_country)
    if placed or (facts.people and facts.kind not in ("visit", "negotiation") and facts.status != "proposed"):
        return False
    return facts.kind in ("visit", "negotiation") or len({each.of for each in facts.people}) < 2

"""Is a mention one of an occasion? What speaks for it, in points, and what forbids it."""

from dateline.reading.desk import tense
from dateline.reading.meetings.heard import is_heard_only
from dateline.reading.meetings.lookup import meeting_verb
from dateline.reading.meetings.occasion import VAGUE, Occasion, Slots
from dateline.reading.meetings.places import is_city
from dateline.reading.meetings.roles import Mention

__all__ = ["FAR", "dates_agree", "score"]

NEAR = 2
"""Sentences over which "the talks" without a name still refer back; days over which a visitor is still there."""

FAR = 6
"""Sentences over which "the two-day talks to begin on Tuesday" refer back."""


def score(slots: Slots, occasion: Occasion) -> float:
    """How well a mention fits an occasion; 1 and more is a fit, a contradiction is far below."""
    if not kinds_agree(slots, occasion) or not dates_agree(slots, occasion) or not places_agree(slots, occasion):
        return -10
    sides = sides_agree(slots, occasion)
    if sides < 0:
        return -10
    points = sides
    if slots.forum and occasion.forum:
        if slots.forum.value != occasion.forum.value:
            return -10
        points += 0 if slots.mention.plural else 1
    if slots.when and occasion.when:
        points += 1
    if slots.place and occasion.place and slots.place.value == occasion.place.value:
        points += 0.7
    if slots.mention.definite and not slots.mention.plural:
        points += 0.6
    if absorbed(slots, occasion):
        points += 2
    if status_clash(slots, occasion) or is_other_round(slots, occasion):
        points -= 1
    if slots.mention.plural and not slots.mention.definite:
        points -= 0.5
    return points


def join_traits(slots: Slots, occasion: Occasion, ruled: float, tie: float) -> dict[str, float]:
    """What speaks for a mention's being one of an occasion: the rules' points, the reader's tie, and what both say of it."""
    mine, theirs = set(slots.parties), set(occasion.parties)
    people, known = set(slots.people), set(occasion.people)
    gap = min(abs(slots.mention.sentence.number - each.mention.sentence.number) for each in occasion.slots)
    bare = slots.when is None and slots.place is None and slots.forum is None
    both_when = slots.when is not None and occasion.when is not None
    both_where = slots.place is not None and occasion.place is not None
    return {
        "tie": 10 * tie - 5, "fits": float(ruled >= 1), "points": max(ruled, -1.0), "vetoed": float(ruled < -5),
        "same kind": float(slots.mention.kind == occasion.kind), "kinds clash": float(not kinds_agree(slots, occasion)),
        "same day": float(both_when and dates_agree(slots, occasion)),
        "days clash": float(not dates_agree(slots, occasion)),
        "same place": float(both_where and places_agree(slots, occasion)),
        "places clash": float(not places_agree(slots, occasion)),
        "sides": len(mine & theirs) / max(len(mine | theirs), 1), "no sides": float(not mine and not people),
        "people shared": float(bool(people & known)), "people differ": float(bool(people and known) and not people & known),
        "held in": float(mine <= theirs or theirs <= mine), "definite": float(slots.mention.definite),
        "here": float(gap == 0), "next": float(gap == 1), "far": min(gap, 20) / 10,
        "absorbed": float(absorbed(slots, occasion)),
        "plural": float(slots.mention.plural), "statuses clash": float(status_clash(slots, occasion)),
        "forums": float(bool(slots.forum and occasion.forum and slots.forum.value == occasion.forum.value)),
        "bare": float(bare), "bare tie": (10 * tie - 5) * bare, "one side": float(len(mine) < 2),
        "size": min(len(occasion.slots), 5) / 5,
        "none shared": float(not mine & theirs and not people & known), "people held": float(bool(people) and people <= known),
        "new people": float(bool(people - known)), "new sides": float(len(mine - theirs)) / 3,
        "only heard": float(is_heard_only(slots.mention)), "undated": float(slots.when is None),
        "forums clash": float(bool(slots.forum and occasion.forum and slots.forum.value != occasion.forum.value)),
    }  # fmt: skip


def absorbed(slots: Slots, occasion: Occasion) -> bool:
    """Does the mention only complete one in the same clause ("met … for talks", "travelled to Kyiv to meet …")?"""
    here = slots.mention
    others = [each.mention for each in occasion.slots if each.mention.sentence is here.sentence]
    return any(completes(here, other) or completes(other, here) for other in others)


def completes(inner: Mention, outer: Mention) -> bool:
    """Is the inner word the purpose or the object of the outer one, at most two steps below it?"""
    head = inner.head
    steps = 0 if head == outer.head else 1 if head.head == outer.head else 2 if head.head.head == outer.head else 3
    if steps > 2:
        return False
    if head.is_verb:
        return head.dep in ("xcomp", "advcl") and tense(head) == "infinitive"
    return head.dep in ("dobj", "attr") or (head.dep == "pobj" and head.head.lower in ("for", "in", "at"))


def kinds_agree(slots: Slots, occasion: Occasion) -> bool:
    """A visit is a visit and a call a call; what is vague may refer to anything else."""
    one, other = slots.mention.kind, occasion.kind
    if one == other or (one in VAGUE and other in VAGUE):
        return True
    if "call" in (one, other):
        return one in (*VAGUE, "call") and any(is_speaking(each.mention) for each in (slots, *occasion.slots))
    return absorbed(slots, occasion) or is_met_there(slots, occasion)


def is_met_there(slots: Slots, occasion: Occasion) -> bool:
    """Does it tell again of those whom a visitor was said to meet on the visit?"""
    told = any(each.mention.kind in VAGUE for each in occasion.slots)
    return occasion.kind == "visit" and told and len(slots.people) > 1 and slots.people.keys() <= occasion.people.keys()


def is_speaking(mention: Mention) -> bool:
    """Is it told by a verb that leaves open whether they met or spoke by telephone ("talked to")?"""
    known = meeting_verb(mention.head) if mention.head.is_verb else None
    return known is not None and known.how == "speaks"


def dates_agree(slots: Slots, occasion: Occasion) -> bool:
    """No two dates that exclude each other, unless one is the date it was moved from."""
    if slots.when is None or occasion.when is None:
        return True
    if slots.when.value.overlaps(occasion.when.value):
        return True
    return bool(slots.before and slots.before.value.overlaps(occasion.when.value))


def places_agree(slots: Slots, occasion: Occasion) -> bool:
    """No two cities; a country holds its cities."""
    if slots.place is None or occasion.place is None or slots.place.value == occasion.place.value:
        return True
    cities = [each.city for each in occasion.slots if each.city]
    if slots.city is None or not cities:
        return False
    if is_city(slots.city) and is_city(cities[0]):
        return False
    return slots.city.country == cities[0].country


def sides_agree(slots: Slots, occasion: Occasion) -> float:
    """Below zero for sides that cannot be one meeting, up to one for the same sides."""
    mine, theirs = {*slots.parties, *slots.people}, {*occasion.parties, *occasion.people}
    if not mine:
        gap = slots.mention.sentence.number - occasion.slots[-1].mention.sentence.number
        return 0.4 if slots.mention.definite and gap <= (NEAR if slots.when is None else FAR) else -1
    people, known = set(slots.people), set(occasion.people)
    if slots.mention.kind == "visit" and people and known and not people & known:
        return -1
    if people and known and not people & known and len(slots.parties) < 2:
        return -1
    if len(people) > 1 and len(known) > 1 and not (people <= known or known <= people):
        return -1
    shared = set(slots.parties) & set(occasion.parties)
    if not shared and not people & known:
        return -1
    smaller = min(len(slots.parties), len(occasion.parties)) or 1
    if smaller >= 2 and len(shared) < 2:
        return -1
    if slots.parties.keys() == occasion.parties.keys() or (slots.mention.kind == "visit" and people & known):
        return 1
    return 0.5 * len(mine & theirs) / min(len(mine), len(theirs)) + (0.2 if shared else 0)


def is_other_round(slots: Slots, occasion: Occasion) -> bool:
    """Are talks broken off on the one hand, and on the other hand two people who met, with no word that links them?"""
    if slots.mention.definite or len(slots.parties) < 2:
        return False
    mine, theirs = slots.mention.stance.status, {each.mention.stance.status for each in occasion.slots} - {None}
    if mine == "suspended":
        return theirs == {"held"} and len(occasion.people) > 1
    return mine == "held" and len(slots.people) > 1 and theirs == {"suspended"}


def status_clash(slots: Slots, occasion: Occasion) -> bool:
    """One held, the other still to come, and no date that says they are one."""
    past, coming = ("held", "suspended"), ("scheduled", "proposed", "confirmed")
    mine = slots.mention.stance.status
    theirs = {each.mention.stance.status for each in occasion.slots} - {None}
    if mine is None or not theirs:
        return False
    same_day = slots.when and occasion.when
    if mine == "held" and slots.when is None and not slots.mention.definite and not slots.mention.stance.weak:
        firm = [each for each in occasion.slots if each.when and not each.mention.stance.weak]
        if any(each.mention.stance.status in coming for each in firm):
            return True
    return not same_day and ((mine in past and theirs <= set(coming)) or (mine in coming and theirs <= set(past)))

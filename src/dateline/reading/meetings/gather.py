"""From mentions to occasions: which mentions of a story are one meeting."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from heapq import nsmallest

from dateline.knowledge.meetings import words
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced
from dateline.reading.desk import Actor, Findings
from dateline.reading.meetings.dates import dates_of, direction_of
from dateline.reading.meetings.fit import FAR, dates_agree, join_traits, score
from dateline.reading.meetings.heard import Heard, hear, is_heard_only
from dateline.reading.meetings.occasion import VAGUE, Occasion, Slots, formats, is_known, members_of, richness, state_then
from dateline.reading.meetings.places import is_city, place_of, venue_of
from dateline.reading.meetings.roles import Mention, is_body, is_official
from dateline.reading.meetings.slots import level_of, outcome_of, span_of, topic_of
from dateline.reading.meetings.weigh import EVEN, LENT, share, weighed_dates, weighed_place, weighed_sides

__all__ = ["fill", "gather", "sides_of", "tie"]

JOINED = 0.3
"""From this share on a mention is taken for one of an occasion."""

MOST = 40
"""Occasions with which a mention is compared: no story of news tells of more."""


def gather(mentions: list[Mention], findings: Findings) -> list[Occasion]:
    """The occasions that the mentions speak of, in the order in which they are first mentioned.

    First what rules find and name the sides of, by their points; then, where the trained reader was asked, what is left:
    mentions whose sides only it names. They join an occasion, or found one of their own.
    """
    occasions: list[Occasion] = []
    known: defaultdict[str, set[int]] = defaultdict(set)
    left: list[tuple[Mention, Heard]] = []
    for mention, heard in zip(mentions, hear(mentions, findings), strict=True):
        if is_heard_only(mention):
            left += [(mention, heard)] if heard is not None else []
            continue
        slots = fill(mention, findings, heard)
        lend_sides(slots, occasions)
        lend_heard_sides(slots, findings.day)
        sides = {*slots.parties, *slots.people}
        nearby = set().union(*(known[side] for side in sides)) if sides else {*just_told(mention, occasions)}
        best, number = max(((score(slots, occasions[each]), each) for each in nearby), default=(0.0, 0))
        if best >= 1:
            occasions[number].add(slots)
        elif sides and not mention.echo and not is_passing(slots):
            number = len(occasions)
            occasions.append(Occasion().add(slots))
        else:
            left += [(mention, heard)] if heard is not None and not sides else []
            continue
        for side in sides:
            known[side].add(number)
    for mention, heard in left:
        join_or_found(fill(mention, findings, heard, guessed=True), occasions)
    if any(slots.heard for occasion in occasions for slots in occasion.slots):
        settle_doubles(occasions)
    return sorted(occasions, key=lambda occasion: min(place_in_text(slots) for slots in occasion.slots))


def join_or_found(slots: Slots, occasions: list[Occasion]) -> None:
    """Add a mention whose sides only the trained reader names to the occasion that it is likeliest one of, or found another."""
    likely, best = max(((likely_one(slots, each), n) for n, each in nearest(slots, occasions)), default=(0.0, 0))
    if likely >= JOINED:
        occasions[best].add(slots)
    elif (slots.parties or slots.people) and not slots.mention.echo and not is_passing(slots):
        occasions.append(Occasion().add(slots))


def nearest(slots: Slots, occasions: list[Occasion]) -> list[tuple[int, Occasion]]:
    """The occasions told nearest to a mention, with their numbers, never more than `MOST`."""
    here = slots.mention.sentence.number
    told = [(abs(each.slots[0].mention.sentence.number - here), n) for n, each in enumerate(occasions)]
    return [(n, occasions[n]) for _, n in nsmallest(MOST, told)]


def place_in_text(slots: Slots) -> tuple[int, int]:
    """Where a mention stands."""
    return slots.mention.sentence.number, slots.mention.head.i


def tie(slots: Slots, occasion: Occasion) -> float:
    """How likely the trained reader takes a mention for one of an occasion, asked from both sides."""
    mine = slots.heard
    others = [each.heard for each in occasion.slots if each.heard is not None]
    if mine is None or not others:
        return 0.0
    return max(max(mine.around.likely("same", other.word), other.around.likely("same", mine.word)) for other in others)


def settle_doubles(occasions: list[Occasion]) -> None:
    """Note of each occasion how likely it is only another one, told again: of those that say more, the likeliest."""
    full = [fullness(occasion) for occasion in occasions]
    for number, occasion in enumerate(occasions):
        near = nearest(occasion.slots[0], occasions)
        others = [each for n, each in near if (full[n], -n) > (full[number], -number)]
        occasion.double = max((likely_one(slots, other) for other in others for slots in occasion.slots[:MOST]), default=0.0)
        sides, people = set(occasion.parties), set(occasion.people)
        occasion.within = any(sides <= set(each.parties) and people <= set(each.people) for each in others)
        occasion.rank = len(others)


def fullness(occasion: Occasion) -> float:
    """How much is said of an occasion."""
    return max(map(richness, occasion.slots)) + 0.5 * len(occasion.people) + 0.5 * len(occasion.slots)


def likely_one(slots: Slots, occasion: Occasion) -> float:
    """How likely a mention is one of an occasion: surely, where two of the same people meet on the same day."""
    if same_day(slots, occasion) and len(slots.people.keys() & occasion.people.keys()) > 1:
        return 1.0
    return share("join", join_traits(slots, occasion, score(slots, occasion), tie(slots, occasion)))


def same_day(slots: Slots, occasion: Occasion) -> bool:
    """Do both name the one day?"""
    mine, its = slots.when, occasion.when
    return mine is not None and its is not None and mine.value == its.value and mine.value.days == 1


def just_told(mention: Mention, occasions: list[Occasion]) -> Iterator[int]:
    """The numbers of the occasions that "the talks", without anybody's name, may be: those mentioned a few sentences before."""
    for number, occasion in enumerate(occasions):
        if mention.definite and mention.sentence.number - occasion.slots[-1].mention.sentence.number <= FAR:
            yield number


def lend_sides(slots: Slots, occasions: list[Occasion]) -> None:
    """ "The talks, due on Tuesday": where they bear a day of their own, those whom the last occasion brings together meet."""
    mention = slots.mention
    if slots.parties or slots.people or slots.when is None or not mention.definite or mention.kind not in VAGUE:
        return
    for occasion in reversed(occasions):
        near = mention.sentence.number - occasion.slots[-1].mention.sentence.number <= FAR
        if near and len([side for side in occasion.parties if is_known(side)]) > 1:
            if occasion.kind == "visit" or not dates_agree(slots, occasion) or is_next_round(slots, occasion):
                told = rule("meetings", "those-again")
                slots.parties = {side: Evidence(e.ground, told, (e,), assumed=True) for side, e in occasion.parties.items()}
            return


def is_next_round(slots: Slots, occasion: Occasion) -> bool:
    """Is it still to come, when the other took place or was undone?"""
    stance = slots.mention.stance
    theirs = {each.mention.stance.status for each in occasion.slots} - {None}
    return stance.status == "scheduled" and not stance.weak and bool(theirs) and theirs <= {"held", "suspended", "cancelled"}


def is_passing(slots: Slots) -> bool:
    """Are several meetings only alluded to ("in keeping with the sessions"), with no word of when or whether?"""
    return slots.mention.plural and slots.mention.stance.status is None and slots.when is None and slots.place is None


def fill(mention: Mention, findings: Findings, heard: Heard | None = None, *, guessed: bool = False) -> Slots:
    """All slots of a mention as rules fill them; where `guessed`, the trained reader fills what they leave open."""
    dates = dates_of(mention, findings)
    place, city, venue = None, None, None
    if found := place_of(mention, findings):
        place, city = found
    sure: dict[str, float] = {}
    if guessed and heard is not None:
        mention = mention if mention.sides else replace(mention, sides=weighed_sides(heard, EVEN))
        dates, sure["date"] = weighed_dates(dates, heard)
        place, city, sure["place"] = weighed_place(place, city, heard)
    if (at := venue_of(mention)) is not None:
        venue = at[0]
        place = place if place is not None and city is not None and is_city(city) else at[1] or place
    parties, people = sides_of(mention, findings.day)
    if mention.kind == "call":
        place, city, venue = None, None, None
    if mention.kind == "visit" and city is not None and city.country and place is not None:
        parties.setdefault(
            state_then(city.country, findings.day), Evidence(place.evidence[0].ground, rule("meetings", "visit-host"))
        )
    return Slots(
        mention, span_of(mention), parties, people, dates.when, dates.rough, dates.before, place, city, venue,
        forum_of(mention), level_of(mention), topic_of(mention), outcome_of(mention), dates.length,
        direction_of(mention, findings), heard, guessed, sure=sure,
    )  # fmt: skip


def lend_heard_sides(slots: Slots, day: date | None) -> None:
    """Where it takes two and rules name one, those whom the trained reader hears beside it.

    A session of a body takes no other, nor a visit whose host is the land that it goes to; "the talks" are those told before.
    """
    mention = slots.mention
    whole = mention.definite or mention.kind == "council" or (mention.kind == "visit" and slots.city is not None)
    if slots.heard is None or len(slots.parties) != 1 or whole or any(is_body(e) for e in (*mention.body, *mention.sides)):
        return
    named = replace(mention, sides=(*mention.sides, *weighed_sides(slots.heard, LENT, beside=True)))
    parties, people = sides_of(named, day)
    slots.parties, slots.people, slots.lent = {**parties, **slots.parties}, {**people, **slots.people}, len(parties) > 1


def sides_of(mention: Mention, day: date | None = None) -> tuple[dict[str, Evidence], dict[str, tuple[str | None, Evidence]]]:
    """(sides by id, persons by id) of a mention; a forum stands for its members."""
    parties: dict[str, Evidence] = {}
    people: dict[str, tuple[str | None, Evidence]] = {}
    for actor in (*mention.sides, *mention.body):
        if is_nobody(actor, mention) or is_title_of_another(actor, mention):
            continue
        if actor.party.kind == "person" and actor not in mention.convener:
            people.setdefault(actor.party.id, (actor.side, actor.evidence))
        for side in members_of(actor, day):
            parties.setdefault(side, actor.evidence)
    return parties, people


def is_nobody(actor: Actor, mention: Mention) -> bool:
    """Is it no name that we can trust: a single word for nobody known, a building or estate that is visited?"""
    if actor.party.kind == "person":
        return actor.side is None and " " not in actor.party.id and not is_official(actor)
    unknown = actor.party.kind == "organisation" and actor.side is None and actor.party.wikidata is None
    return unknown and not is_known(actor.party.id) and mention.kind not in ("talks", "negotiation", "call")


def is_title_of_another(actor: Actor, mention: Mention) -> bool:
    """Is it the office before another one's name ("the then president of Ukraine Viktor Yanukovych")?"""
    if actor.party.kind != "person" or actor.how != "office":
        return False
    others = [other for other in mention.sides if other.party.kind == "person" and other.party != actor.party]
    return any(0 <= other.span.start - actor.span.end <= 2 and other.side == actor.side for other in others)


def forum_of(mention: Mention) -> Sourced[str] | None:
    """The standing format whose session it is: one that we know, else one whose name is that of a meeting."""
    for actor in (*mention.body, *mention.sides):
        if actor.party.id in formats() or (mention.framed and actor in mention.body):
            return Sourced(actor.party.id, (actor.evidence,))
    return named_format(mention)


def named_format(mention: Mention) -> Sourced[str] | None:
    """A name in capitals that ends with what it is: "the Munich Security Conference", "the Strategic Dialogue"."""
    head, line = mention.head, mention.sentence.words
    if head.lower not in words("names of formats") or not head.text[:1].isupper() or head.is_verb:
        return None
    first = at = head.i - line[0].i
    while first > 0 and (line[first - 1].text[:1].isupper() or line[first - 1].text == "-"):
        first -= 1
    own = [word for word in line[first:at] if word.text[:1].isupper() and word.ent not in ("GPE", "NORP", "DATE", "ORDINAL")]
    if not own or first == 0 or line[first].text == "-":
        return None
    span = mention.sentence.span(line[first], head)
    return Sourced(span.quote, (Evidence(span, rule("meetings", "named-format")),))

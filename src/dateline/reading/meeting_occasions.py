"""From mentions to occasions: which mentions of a story are one meeting, and what they say of it together."""

from dataclasses import dataclass, field
from functools import cache

from dateline.knowledge.parties import Body, bodies, groups, states
from dateline.model.entry import Attendee, Meeting, MeetingKind
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.place import Place
from dateline.model.when import When
from dateline.reading.findings import Findings
from dateline.reading.grammar import subjects, tense
from dateline.reading.meeting_confidence import confidence_of
from dateline.reading.meeting_dates import Length, dates_of, direction_of, stretched
from dateline.reading.meeting_places import place_of, venue_of
from dateline.reading.meeting_reckoning import of_this_week, status_of, still_there
from dateline.reading.meeting_roles import Mention, is_body, is_official
from dateline.reading.meeting_slots import level_of, outcome_of, span_of, topic_of
from dateline.reading.parties import Actor
from dateline.reading.story import Story

__all__ = ["Occasion", "gather", "report"]

FEW = 6
"""A forum of at most so many members is named by them: the Normandy format, not the G20."""

NEAR = 2
"""Sentences over which "the talks" without a name still refer back; days over which a visitor is still there."""

FAR = 6
"""Sentences over which "the two-day talks to begin on Tuesday" refer back."""

SIDES = ("state", "organisation", "organ", "group")
"""Kinds of party that can be a side of a meeting by themselves."""

VAGUE = ("talks", "council", "summit", "negotiation", "conference", "other")
"""Kinds that a later "talks" or "meeting" may refer back to."""


@dataclass(eq=False)
class Slots:
    """A mention with its slots filled."""

    mention: Mention
    span: Span
    parties: dict[str, Evidence]
    people: dict[str, tuple[str | None, Evidence]]
    when: Sourced[When] | None
    before: Sourced[When] | None
    place: Sourced[str] | None
    city: Place | None
    venue: Sourced[str] | None
    forum: Sourced[str] | None
    level: Sourced[str] | None
    topic: Sourced[str] | None
    outcome: Sourced[str] | None
    length: Length | None
    direction: str | None


@dataclass(eq=False)
class Occasion:
    """Mentions judged to be of one occasion, in text order; sides and people each with the first words that name them."""

    slots: list[Slots] = field(default_factory=list)
    parties: dict[str, Evidence] = field(default_factory=dict)
    people: dict[str, tuple[str | None, Evidence]] = field(default_factory=dict)

    def add(self, slots: Slots) -> "Occasion":
        """The occasion with one mention more."""
        self.slots.append(slots)
        for side, evidence in slots.parties.items():
            self.parties.setdefault(side, evidence)
        for name, each in slots.people.items():
            self.people.setdefault(name, each)
        return self

    @property
    def kind(self) -> MeetingKind:
        """The most telling kind of its mentions: a summit is not just talks; else that of the mention that says most."""
        kinds = [slots.mention.kind for slots in sorted(self.slots, key=lambda slots: -richness(slots))]
        telling: tuple[MeetingKind, ...] = ("visit", "summit", "council", "call", "conference")
        return next((kind for kind in telling if kind in kinds), kinds[0])

    @property
    def when(self) -> Sourced[When] | None:
        """The finest date given; of equally fine ones the first."""
        dated = [slots for slots in self.slots if slots.when]
        best = min(dated, key=lambda each: (each.when and each.when.value.days) or 100_000, default=None)
        length = next((slots.length for slots in self.slots if slots.length and slots.length[0] > 1), None)
        if best is None or best.when is None or length is None:
            return best.when if best else None
        return stretched(best.mention, best.when, *length)

    @property
    def before(self) -> Sourced[When] | None:
        """The date it was moved from."""
        return next((slots.before for slots in self.slots if slots.before), None)

    @property
    def place(self) -> Sourced[str] | None:
        """The place, a city before a country."""
        cities = [
            slots.place for slots in self.slots if slots.place and slots.city and str(slots.city.feature).startswith("PPL")
        ]
        return next(iter(cities), None) or next((slots.place for slots in self.slots if slots.place), None)

    @property
    def forum(self) -> Sourced[str] | None:
        """The standing format."""
        return next((slots.forum for slots in self.slots if slots.forum), None)


def gather(mentions: list[Mention], findings: Findings) -> list[Occasion]:
    """The occasions that the mentions speak of, in the order in which they are first mentioned."""
    occasions: list[Occasion] = []
    for mention in mentions:
        slots = fill(mention, findings)
        lend_sides(slots, occasions)
        best = max(
            ((score(slots, occasion), -distance, occasion) for distance, occasion in enumerate(reversed(occasions))),
            key=lambda each: each[:2],
            default=None,
        )
        if best is not None and best[0] >= 1:
            best[2].add(slots)
        elif (slots.parties or slots.people) and not mention.echo and not is_passing(slots):
            occasions.append(Occasion().add(slots))
    return occasions


def lend_sides(slots: Slots, occasions: list[Occasion]) -> None:
    """ "The talks, due on Tuesday": where they bear a day of their own, those whom the last occasion brings together meet."""
    mention = slots.mention
    if slots.parties or slots.people or slots.when is None or not mention.definite or mention.kind not in VAGUE:
        return
    for occasion in reversed(occasions):
        near = mention.sentence.number - occasion.slots[-1].mention.sentence.number <= FAR
        if near and len([side for side in occasion.parties if is_known(side)]) > 1:
            if occasion.kind == "visit" or not dates_agree(slots, occasion) or is_next_round(slots, occasion):
                rule = "those who meet again"
                slots.parties = {side: Evidence(e.ground, rule, (e,), assumed=True) for side, e in occasion.parties.items()}
            return


def is_next_round(slots: Slots, occasion: Occasion) -> bool:
    """Is it still to come, when the other took place or was undone?"""
    stance = slots.mention.stance
    theirs = {each.mention.stance.status for each in occasion.slots} - {None}
    return stance.status == "scheduled" and not stance.weak and bool(theirs) and theirs <= {"held", "suspended", "cancelled"}


def is_passing(slots: Slots) -> bool:
    """Are several meetings only alluded to ("in keeping with the sessions"), with no word of when or whether?"""
    return slots.mention.plural and slots.mention.stance.status is None and slots.when is None and slots.place is None


def fill(mention: Mention, findings: Findings) -> Slots:
    """All slots of a mention."""
    when, before, length = dates_of(mention, findings)
    place, city, venue = None, None, None
    if found := place_of(mention, findings):
        place, city = found
    if (at := venue_of(mention)) is not None:
        venue = at[0]
        place = place if place is not None and city is not None and str(city.feature).startswith("PPL") else at[1] or place
    parties, people = sides_of(mention)
    if mention.kind == "call":
        place, city, venue = None, None, None
    if mention.kind == "visit" and city is not None and city.country and place is not None:
        parties.setdefault(city.country, Evidence(place.evidence[0].ground, "the host of a visit is the state of the place"))
    return Slots(
        mention, span_of(mention), parties, people, when, before, place, city, venue, forum_of(mention),
        level_of(mention), topic_of(mention), outcome_of(mention), length, direction_of(mention, findings),
    )  # fmt: skip


def sides_of(mention: Mention) -> tuple[dict[str, Evidence], dict[str, tuple[str | None, Evidence]]]:
    """(sides by id, persons by id) of a mention; a forum stands for its members."""
    parties: dict[str, Evidence] = {}
    people: dict[str, tuple[str | None, Evidence]] = {}
    for actor in (*mention.sides, *mention.body):
        if is_nobody(actor, mention) or is_title_of_another(actor, mention):
            continue
        if actor.party.kind == "person" and actor not in mention.convener:
            people.setdefault(actor.party.id, (actor.side, actor.evidence))
        for side in members_of(actor):
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


def members_of(actor: Actor) -> tuple[str, ...]:
    """The sides an actor stands for in a meeting: its state or body, the members of a forum of few."""
    known = formats().get(actor.party.id)
    if known is not None and 1 < len(known.member_ids) <= FEW:
        return known.member_ids
    side = actor.side or (actor.party.id if actor.party.kind in SIDES else None)
    return (side.split(":")[0],) if side else ()


@cache
def formats() -> dict[str, Body]:
    """The standing formats in which sides meet, by id."""
    return {body.id: body for body in bodies() if body.forum or body.kind == "organ"}


def forum_of(mention: Mention) -> Sourced[str] | None:
    """The standing format whose session it is."""
    for actor in (*mention.body, *mention.sides):
        if actor.party.id in formats() or (mention.framed and actor in mention.body):
            return Sourced(actor.party.id, (actor.evidence,))
    return None


# ---- same occasion? ----------------------------------------------------------------------------


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
    if head.pos_ in ("VERB", "AUX"):
        return head.dep_ in ("xcomp", "advcl") and tense(head) == "infinitive"
    return head.dep_ in ("dobj", "attr") or (head.dep_ == "pobj" and head.head.lower_ in ("for", "in", "at"))


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
    return mention.head.pos_ == "VERB" and mention.head.lemma_ in ("talk", "speak")


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
    if all(str(city.feature).startswith("PPL") for city in (slots.city, cities[0])):
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


# ---- report ------------------------------------------------------------------------------------


def report(story: Story, occasion: Occasion, findings: Findings) -> Meeting | None:
    """The report of an occasion, or None where too little is said for it to be one."""
    if not has_substance(occasion):
        return None
    if findings.day is not None:
        for slots in occasion.slots:
            slots.when = of_this_week(slots, findings.day)
    ordered = sorted(occasion.slots, key=lambda slots: -richness(slots))
    status = status_of(occasion, findings.day)
    evidence = ordered[0].mention.sentence.evidence(ordered[0].mention.rule, ordered[0].mention.head)
    known = {side: each for side, each in occasion.parties.items() if is_known(side)}
    sides = known if len(known) > 1 else occasion.parties
    parties = tuple(Sourced(side, (each,)) for side, each in sides.items())
    people = tuple(Sourced(Attendee(name, side), (each,)) for name, (side, each) in occasion.people.items())
    conveners = [actor for slots in occasion.slots for actor in slots.mention.convener]
    return Meeting(
        text=story.document.text.id,
        spans=tuple(dict.fromkeys(slots.span for slots in ordered)),
        kind=Sourced(occasion.kind, (evidence,)),
        status=status,
        title=title_of(occasion, findings),
        forum=occasion.forum,
        parties=parties,
        people=people,
        level=next((slots.level for slots in occasion.slots if slots.level), None),
        convener=next((Sourced(side, (actor.evidence,)) for actor in conveners for side in members_of(actor)), None),
        place=occasion.place,
        venue=next((slots.venue for slots in occasion.slots if slots.venue), None),
        when=still_there(occasion, status, findings.day),
        previously=occasion.before,
        topic=next((slots.topic for slots in ordered if slots.topic), None),
        outcome=next((slots.outcome for slots in ordered if slots.outcome), None),
        confidence=confidence_of(occasion),
    )


def has_substance(occasion: Occasion) -> bool:
    """Two sides, one of them a state or body that we know, or one body in session."""
    sides = list({statewide(side) for side in occasion.parties if is_known(side)})
    actors = [actor for slots in occasion.slots for actor in (*slots.mention.body, *slots.mention.sides)]
    if occasion.kind == "visit" and not any(comes_from_abroad(occasion, actor) for actor in actors):
        return len(sides) > 1 and is_sent_by_body(occasion)
    if len(sides) >= 2:
        return True
    definite_enough = bool(occasion.when or occasion.place or occasion.forum)
    if occasion.kind == "summit" and sides and occasion.when and occasion.place:
        return True
    return len(occasion.parties) == 1 and any(is_body(actor) for actor in actors) and definite_enough


def comes_from_abroad(occasion: Occasion, actor: Actor) -> bool:
    """Is it a visitor from elsewhere: somebody with an office, a delegation, a state's officials, no body in its own seat?"""
    hosts = {slots.city.country for slots in occasion.slots if slots.city is not None}
    if statewide(actor.side or actor.party.id) in hosts:
        return False
    if actor.party.kind == "person":
        return is_official(actor)
    crowd = actor.how == "demonym" and actor.span.quote.endswith("s")  # "Brits", "the Americans": its people
    named = actor.party.kind in ("unnamed", "state", "group")
    return not crowd and (named or (is_known(actor.side or actor.party.id) and not is_body(actor)))


def is_sent_by_body(occasion: Occasion) -> bool:
    """Is it a mission or delegation of an international body?"""
    for slots in occasion.slots:
        head = slots.mention.head
        sent = head.lemma_ in ("mission", "delegation") or any(s.lemma_ in ("mission", "delegation") for s in subjects(head))
        if sent and any(is_body(actor) for actor in slots.mention.sides):
            return True
    return False


@cache
def known_sides() -> frozenset[str]:
    """Ids of the states, bodies and groups of our knowledge."""
    return frozenset((*(each.id for each in states()), *(each.id for each in bodies()), *(each.id for each in groups())))


@cache
def domestic() -> dict[str, str]:
    """Political parties of one state, and the state."""
    return {group.id: group.of for group in groups() if group.of and "PTY" in group.sectors}


def statewide(side: str) -> str:
    """The state of a political party, any other side itself: a party's talks with its own government are domestic."""
    return domestic().get(side, side)


def is_known(side: str) -> bool:
    """Is it a state, body or group that we know, or a part of one?"""
    return side.split(":")[0] in known_sides()


def richness(slots: Slots) -> float:
    """How much a mention says: date, place, sides; a finite clause before a bare noun."""
    named = bool(slots.when) + bool(slots.place) + bool(slots.forum) + min(len(slots.parties), 2)
    return named - 0.5 * slots.mention.definite


def title_of(occasion: Occasion, findings: Findings) -> str:
    """One line for a person to read."""
    names = [called(name, findings) for name in occasion.people or occasion.parties]
    what = called(occasion.forum.value, findings) if occasion.forum else occasion.kind.capitalize()
    if occasion.forum and not occasion.people:
        own = {occasion.forum.value, occasion.forum.value.split(":")[0]}
        names = [called(side, findings) for side in occasion.parties if side not in own]
    place = f", {occasion.place.value}" if occasion.place else ""
    return f"{what}: {', '.join(names)}{place}" if names else f"{what}{place}"


def called(name: str, findings: Findings) -> str:
    """What to call a party."""
    party = findings.cast.party(name) if findings.cast else None
    return party.name if party else name

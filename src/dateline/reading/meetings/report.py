"""What the mentions of an occasion say of it together, where they say enough."""

from collections.abc import Iterable
from functools import cache

from dateline.knowledge.meetings import words
from dateline.knowledge.parties import groups
from dateline.model.entry import Attendee, Meeting
from dateline.model.evidence import Sourced
from dateline.model.when import When
from dateline.reading.desk import Actor, Findings, Story, subjects
from dateline.reading.meetings.confidence import confidence_of
from dateline.reading.meetings.dates import Dates
from dateline.reading.meetings.occasion import Occasion, is_known, members_of, richness
from dateline.reading.meetings.reckoning import of_this_week, status_of, still_there
from dateline.reading.meetings.roles import is_body, is_official
from dateline.reading.meetings.weigh import usual, weighed_dates, weighed_place

__all__ = ["in_session", "report", "title_of"]


SESSIONS = ("council", "summit", "conference")
"""Kinds of meeting that a body holds by itself."""


def report(story: Story, occasion: Occasion, findings: Findings) -> Meeting | None:
    """The report of an occasion, or None where too little is said for it to be one."""
    substantial = has_substance(occasion)
    confidence = confidence_of(occasion, substantial=substantial)
    if confidence is None:
        return None
    kind, ordered = occasion.kind, sorted(occasion.slots, key=lambda slots: -richness(slots))
    lend_heard(occasion)
    if findings.day is not None:
        for slots in occasion.slots:
            slots.when = of_this_week(slots, findings.day)
    status, status_sure = status_of(occasion, findings.day)
    evidence = ordered[0].mention.sentence.evidence(ordered[0].mention.rule, ordered[0].mention.head)
    known = {side: each for side, each in occasion.parties.items() if is_known(side)}
    sides = known if len(known) > 1 else occasion.parties
    forum = forum_of(occasion)
    parties = tuple(Sourced(in_session(side, forum), (each,)) for side, each in sides.items())
    people = tuple(Sourced(Attendee(name, side), (each,)) for name, (side, each) in occasion.people.items())
    convening = [actor for slots in occasion.slots for actor in slots.mention.convener]
    conveners = [Sourced(side, (actor.evidence,)) for actor in convening for side in members_of(actor, findings.day)]
    return Meeting(
        text=story.document.text.id,
        spans=tuple(dict.fromkeys(slots.span for slots in ordered)),
        kind=Sourced(kind, (evidence,)),
        status=status,
        title=title_of(kind, occasion.forum, occasion.people or occasion.parties, occasion.place, findings),
        forum=forum,
        parties=parties,
        people=people,
        level=next((slots.level for slots in occasion.slots if slots.level), None),
        convener=next(iter(conveners), None),
        place=occasion.place,
        venue=next((slots.venue for slots in occasion.slots if slots.venue), None),
        when=still_there(occasion, status, findings.day),
        previously=previously(occasion),
        topic=next((slots.topic for slots in ordered if slots.topic), None),
        outcome=next((slots.outcome for slots in ordered if slots.outcome), None),
        confidence=confidence,
        sure=sure_of(occasion, status_sure),
    )


def previously(occasion: Occasion) -> Sourced[When] | None:
    """The date it was moved from; none where it has no other yet."""
    before, when = occasion.before, occasion.when
    return None if before and when and before.value == when.value else before


def forum_of(occasion: Occasion) -> Sourced[str] | None:
    """The standing format in which sides meet, or the body whose council, summit or conference it is."""
    if occasion.forum is not None or occasion.kind not in SESSIONS:
        return occasion.forum
    told = [(slots.mention, actor) for slots in occasion.telling for actor in (*slots.mention.body, *slots.mention.sides)]
    body = next((actor for mention, actor in told if is_body(actor) and actor.span in mention.sentence), None)
    return Sourced(body.party.id, (body.evidence,)) if body else None


def in_session(side: str, forum: Sourced[str] | None) -> str:
    """The organ of the United Nations whose session it is, rather than the body as a whole; any other side itself."""
    return forum.value if forum is not None and side == "UN" and forum.value.startswith("UN:") else side


def lend_heard(occasion: Occasion) -> None:
    """What no rule gives of an occasion, the day and the place that the reader hears at the mention where it is surest.

    Where rules name its sides only those of the same sentence are lent.
    """
    asked = [(slots, slots.heard) for slots in occasion.ruled if slots.heard is not None]
    put_off = any(slots.mention.stance.status == "postponed" for slots in occasion.slots)  # what is told is the old day
    if occasion.when is None and asked and not put_off:
        dated = [(weighed_dates(Dates(), heard, beside=occasion.told), slots) for slots, heard in asked]
        (dates, sure), slots = max(dated, key=lambda each: surest(each[0][0].when, each[0][1]))
        slots.when, slots.rough, slots.sure["date"] = dates.when, dates.rough, sure
    if occasion.place is None and asked and occasion.kind != "call":
        placed = [(weighed_place(None, None, heard, beside=occasion.told), slots) for slots, heard in asked]
        found, slots = max(placed, key=lambda each: surest(each[0][0], each[0][2]))
        slots.place, slots.city, slots.sure["place"] = found


def surest(value: object, sure: float) -> tuple[bool, float]:
    """A value before none, and the surest first."""
    return value is not None, sure


def sure_of(occasion: Occasion, status: float | None) -> dict[str, float]:
    """How sure each field is: as the trained reader was where it was asked, else as such a field was on marked stories."""
    by = "ruled" if occasion.told else "heard"
    told = {
        "parties": usual(f"parties {by}"),
        "people": usual(f"people {by if occasion.people else 'none'}"),
        "date": usual(f"date {'ruled' if occasion.when else 'none'}"),
        "place": usual(f"place {'ruled' if occasion.place else 'none'}"),
        "status": status if status is not None else usual("status ruled"),
    }
    asked = {field: value for slots in reversed(occasion.telling) for field, value in slots.sure.items()}
    return {field: round(value, 2) for field, value in {**told, **asked}.items()}


def has_substance(occasion: Occasion) -> bool:
    """Two sides, one of them a state or body that we know, or one body in session."""
    sides = list({statewide(side) for side in occasion.parties if is_known(side)})
    actors = [actor for slots in occasion.telling for actor in (*slots.mention.body, *slots.mention.sides)]
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
        sent = head.lemma in words("sent") or any(s.lemma in words("sent") for s in subjects(head))
        if sent and any(is_body(actor) for actor in slots.mention.sides):
            return True
    return False


@cache
def domestic() -> dict[str, str]:
    """Political parties of one state, and the state."""
    return {group.id: group.of for group in groups() if group.of and "PTY" in group.sectors}


def statewide(side: str) -> str:
    """The state of a political party, any other side itself: a party's talks with its own government are domestic."""
    return domestic().get(side, side)


def title_of(
    kind: str, forum: Sourced[str] | None, names: Iterable[str], place: Sourced[str] | None, findings: Findings
) -> str:
    """One line for a person to read: the format or kind, who but the body itself, and where."""
    own = {forum.value, forum.value.split(":")[0]} if forum else ()
    told = ", ".join(called(name, findings) for name in names if name not in own)
    what = called(forum.value, findings) if forum else kind.capitalize()
    where = f", {place.value}" if place else ""
    return f"{what}: {told}{where}" if told else f"{what}{where}"


def called(name: str, findings: Findings) -> str:
    """What to call a party."""
    party = findings.cast.party(name) if findings.cast else None
    return party.name if party else name

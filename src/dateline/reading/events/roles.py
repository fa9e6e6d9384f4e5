"""Who stands in the roles about an act: parties that act, parties it is done to, the place where it happens."""

from collections.abc import Iterator, Sequence

from dateline.knowledge.events import class_of, listed_of
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced
from dateline.reading.desk import End, Scene, Word, subjects
from dateline.reading.events.act import Act
from dateline.reading.events.ends import FAR, OWNERS, listed
from dateline.reading.events.objects import done_to

__all__ = ["actors_of", "place_near", "recipients_of"]

PLACED = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "AID", "RETREAT", "SANCTION", "CONCEDE"))
"""Types whose other side may be named by the country where it happens."""

DOMESTIC = ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "ACCUSE", "REQUEST", "REJECT", "CONCEDE", "THREATEN")
"""Types of act that one may do to one's own country."""


def actors_of(scene: Scene, act: Act) -> list[End]:
    """Whoever acts: the subject of what governs the act, else who stands beside its noun."""
    if found := listed(scene, act.actors()) or listed(scene, behind(act)):
        return found
    if not act.top.is_verb and act.top is not act.trigger:
        return doing(scene, act.top)
    if act.trigger.is_verb or act.actors():
        return []
    return doing(scene, act.trigger)


def behind(act: Act) -> list[Word]:
    """Whoever does what a thing of nobody's then does: "Chad launched missiles targeting Mali"."""
    thing = act.top.head
    moved = act.top.dep == "acl" and act.top.tag == "VBG" and thing.dep == "dobj" and thing.head.is_verb
    return subjects(thing.head) if moved and act.speakers is None else []


def doing(scene: Scene, noun: Word) -> list[End]:
    """Whose act a noun names: "Russia's attack", "the French offer", "an attack by Chad", "talks between A and B"."""
    for label in ("poss", "amod", "compound", "nmod"):
        if found := listed(scene, noun.children(label), 2):
            return found
    for preposition in listed_of("doing"):
        for child in noun.below:
            if child.lower == preposition and (found := listed(scene, child.children("pobj"))):
                return found
    return []


def recipients_of(scene: Scene, act: Act, actors: Sequence[End]) -> list[End]:
    """The other side: those asked or threatened, else the first role of the frame in which a party stands."""
    taken = {end.id for end in actors}
    if all(end.kind in ("person", "organ") for end in actors) and act.type not in DOMESTIC:
        taken |= {end.camp for end in actors}  # a president does not leave his own country, nor give aid to it
    sides = {side for end in actors for side in (end.camp, end.id.partition(":")[0])}
    found = [end for end in listed(scene, act.asked) if end.id not in taken]
    if act.type == "THREATEN" and "request" in act.effects:
        found = [end for end in found if end.camp not in sides]  # who asks his own side to strike threatens the other
    elif act.asked and "request" in act.effects:
        return found
    if found:
        return found
    for role in act.frame.recipient:
        ends = [end for end in listed(scene, in_role(act, role)) if end.id not in taken]
        if role == "owner":
            ends = [end for end in ends if end.camp not in sides]
        if ends:
            return ends
    return where(scene, act, sides) if act.type in PLACED else []


def in_role(act: Act, role: str) -> Iterator[Word]:
    """The words that stand in a role about an act."""
    trigger = act.trigger
    if role == "subject":
        yield from subjects(act.top)
    elif role == "object":
        yield from done_to(trigger) if trigger.is_verb or trigger.tag in ("VBN", "VBD") else []
    elif role == "clause":
        for clause in trigger.children("ccomp", "xcomp"):
            yield from clause.children("nsubj", "nsubjpass")
    elif role == "iobject":
        for verb in (trigger, *light(act)):
            for child in verb.children("dative"):
                yield from child.children("pobj") or [child]
    elif role == "owner":
        for thing in act.objects or (done_to(trigger) if trigger.is_verb else ()):
            yield from owning(thing)
    else:
        yield from after(act, role)


def light(act: Act) -> list[Word]:
    """The verb that only carries the noun which names the act."""
    return [act.top] if act.top is not act.trigger and act.trigger.head is act.top else []


def after(act: Act, preposition: str) -> Iterator[Word]:
    """The nouns after a preposition that hangs on the act's words."""
    joint = preposition in class_of("joint") and act.trigger.is_verb
    deep = preposition in class_of("reaching")
    things = [word for thing in act.objects for word in (phrase(thing, FAR) if deep else [thing])]
    for base in (act.trigger, *things, *light(act), *(done_to(act.trigger) if joint else ())):
        for child in base.below:
            if child.lower == preposition and child.dep in ("prep", "agent", "dative", "prt"):
                yield from child.children("pobj")
                for inner in child.children("prep"):
                    yield from inner.children("pobj")


def owning(thing: Word) -> Iterator[Word]:
    """What a thing belongs to."""
    for child in thing.below:
        if child.dep in OWNERS and child.pos != "PRON":  # "began its offensive": whose it is says nothing of the other side
            yield child
        elif child.dep in ("prep", "agent") and child.lower in class_of("owning"):
            yield from child.children("pobj")
        elif child.dep == "acl" and child.tag == "VBN":
            for by in child.children("agent"):
                yield from by.children("pobj")


def where(scene: Scene, act: Act, sides: set[str]) -> list[End]:
    """The country of the place where it happens, if it is another's."""
    things = (*act.objects, *(done_to(act.trigger) if act.trigger.is_verb else ()))
    attack = act.type == "ASSAULT"
    spots = [*things] if attack else []
    links = class_of("spatial") | (class_of("hitting") if attack else frozenset())
    for base in (act.trigger, *things):
        for child in phrase(base, FAR):
            if child.dep == "prep" and child.lower in links:
                spots += child.children("pobj")
    for noun in spots:
        found = scene.places.get(noun.i)
        country = found.place.country if found else None
        if found and country and country not in sides:
            evidence = Evidence(found.span, rule("events", "country"))
            return [End(country, "state", country, "metonym", found.span, evidence, noun)]
    return []


def phrase(word: Word, depth: int) -> Iterator[Word]:
    """The word and all beneath it that no other verb governs."""
    yield word
    for child in word.below if depth else ():
        if not child.is_verb:
            yield from phrase(child, depth - 1)


def place_near(scene: Scene, act: Act) -> Sourced[str] | None:
    """The place that the words of the act name with "in", "at" or "near"."""
    for base in (act.trigger, act.top, *act.objects):
        for child in base.below:
            if child.dep == "prep" and child.lower in class_of("placing"):
                for noun in child.children("pobj"):
                    if found := scene.places.get(noun.i):
                        return Sourced(found.place.name, (Evidence(found.span, rule("events", "place")),))
    return None

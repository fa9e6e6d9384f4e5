"""How sure an event is: by what names it, by its sides, and by what speaks against them."""

from collections.abc import Sequence

from dateline.knowledge.events import class_of
from dateline.model.evidence import Span
from dateline.reading.desk import End, subjects
from dateline.reading.events.act import Act

__all__ = ["camps", "confidence_of"]

TARGETED = frozenset(("ACCUSE", "THREATEN", "SANCTION", "AID", "SUPPORT", "COOPERATE"))
"""Types that are nothing without the other side."""
VERBAL = frozenset(("ACCUSE", "AGREE", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT"))
"""Types of what is done with words, which private people do for nobody but themselves."""
ENDED = ("0356", "087", "0871")
"""CAMEO's codes for the end of a fight."""
PLAIN = frozenset(("ASSAULT", "COERCE", "CONCEDE", "AGREE"))
"""Types that a verb alone is not enough for, without object and other side."""
OPEN = frozenset(("REQUEST", "REJECT", "CONCEDE", "AGREE", "COERCE", "ASSAULT", "RETREAT"))
"""Types whose other side may be left open, at a cost."""
SURE, BY_VERB, BY_NOUN, BY_GOVERNOR = 0.75, 0.6, 0.5, 0.4
"""Confidence by what names the act: a verb with the object it needs, a verb, a noun, only a word that governs acts."""
HIDDEN, LEAST = 0.15, 0.05
NO_TARGET, NO_OBJECT = 0.35, 0.15
"""What a missing other side costs where the type wants one, and where it may be left open."""
OF_A_PRONOUN, UNCERTAIN, DOUBTED, STRANGE = 0.05, 0.25, 0.35, 0.5


def camps(ends: Sequence[End]) -> set[str]:
    """The sides that parties are of."""
    return {end.camp for end in ends}


def confidence_of(act: Act, actors: Sequence[End], recipients: Sequence[End]) -> float:
    """How sure the event is: less without one of its sides, by a noun alone, or where it may not have happened."""
    if not actors or (not recipients and act.type in (*TARGETED, "CONSULT") and len(camps(actors)) < 2):
        return HIDDEN
    sure = named_by(act)
    if not recipients and act.type in OPEN:
        sure -= NO_OBJECT if is_named(act) and (act.objects or act.type not in PLAIN) else NO_TARGET
    if act.status in ("hypothetical", "denied"):
        sure -= DOUBTED
    return round(
        max(LEAST, sure - of_act(act, recipients) - of_actors(act, actors) - of_recipients(act, actors, recipients)), 2
    )


def is_named(act: Act) -> bool:
    """Does a verb name the act, or a noun that a verb carries?"""
    return act.trigger.is_verb or act.trigger.tag in ("VBN", "VBD") or act.top is not act.trigger


def named_by(act: Act) -> float:
    """The confidence that what names the act gives."""
    if act.is_bare:
        return BY_GOVERNOR
    return SURE if act.objects else BY_VERB if is_named(act) else BY_NOUN


def of_act(act: Act, recipients: Sequence[End]) -> float:
    """What it takes that whoever "wants to end the war" may be no part of it."""
    return DOUBTED if act.cameo in ENDED and (act.effects or not recipients) else 0.0


def of_actors(act: Act, actors: Sequence[End]) -> float:
    """What the actors take: unknown ones, pronouns, things that do not act, private people."""
    cost = 0.0
    joint = act.type == "CONSULT" and len(camps(actors)) > 1
    if not any(end.known for end in actors) or (joint and not all(end.known for end in actors)):
        cost += STRANGE
    if act.trigger.is_verb and not any(end.direct for end in actors):
        cost += DOUBTED
    if act.type in VERBAL and is_private(act, actors):
        cost += DOUBTED
    if all(end.how == "pronoun" for end in actors):
        cost += OF_A_PRONOUN if is_named(act) else UNCERTAIN
    return cost


def of_recipients(act: Act, actors: Sequence[End], recipients: Sequence[End]) -> float:
    """What the other side takes: unknown ones, persons who fight with words, deeds against oneself."""
    cost = 0.0
    if recipients and not any(end.known for end in recipients):
        cost += DOUBTED
    if act.type in ("ASSAULT", "PROTEST") and all(end.kind == "person" for end in actors):
        bodies = recipients and all(end.kind in ("person", "organisation") for end in recipients)
        cost += UNCERTAIN if act.type == "ASSAULT" and not bodies else DOUBTED
    if act.type in ("ASSAULT", "SANCTION") and recipients and camps(recipients) <= camps(actors):
        cost += DOUBTED
    return cost


def is_private(act: Act, actors: Sequence[End]) -> bool:
    """Do only people act who speak for no state, though they are called by its name ("a Ghanaian actor", "the Dutch")?"""
    if any(end.kind in ("person", "organ", "organisation", "group") for end in actors):
        return False
    named = [word for top in (act.top, act.trigger) for word in subjects(top)]
    return all(is_crowd(end) for end in actors) or (bool(named) and all(word.lemma in class_of("private") for word in named))


def is_crowd(end: End) -> bool:
    """Is it the people of a state ("the Ghanaians")?"""
    return end.how == "demonym" and isinstance(end.evidence.ground, Span) and end.evidence.ground.quote.endswith("s")

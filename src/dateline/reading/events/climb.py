"""The way up from a word that names an act, through the words that govern it ("threatened to cut", "called for")."""

from dataclasses import dataclass, field, replace

from dateline.knowledge.events import Effect, class_of
from dateline.reading.desk import Word, is_infinitive, is_passive, subjects
from dateline.reading.events.act import CONFLICT, COOPERATIVE, Act
from dateline.reading.events.governors import effect_of, governors, is_obliging, is_open
from dateline.reading.events.shift import shifted

__all__ = ["Climb", "step"]


@dataclass(slots=True)
class Climb:
    """Where one stands on the way up from a trigger."""

    act: Act
    node: Word
    applied: list[Effect] = field(default_factory=list)


def step(climb: Climb) -> bool:
    """Go up to the word that governs the node, and apply its effect; False at the top."""
    node = climb.node
    for head, link in governors(node):
        effect = "same" if link == "predicate" else effect_of(head)
        if effect is None and (is_light(head, link) or is_obliging(head, node)):
            effect = "same"
        if effect is None and head.is_verb and link == "clause" and head.lemma in class_of("saying"):
            return said(climb, head)
        if effect is None or (effect == "same" and link == "clause" and node.dep in ("acl", "advcl", "ccomp")):
            return said(climb, head) if effect == "same" and head.lemma in class_of("saying") else False
        return apply(climb, head, effect, link)
    return False


def is_light(head: Word, link: str) -> bool:
    """Does a verb only carry the noun that is its object ("voiced a threat")?"""
    return link == "object" and head.is_verb and head.lemma in class_of("light")


def said(climb: Climb, head: Word) -> bool:
    """A clause that somebody says: a pronoun in it is the speaker, whose word it then is."""
    node, act = climb.node, climb.act
    own = node.child("nsubj", "nsubjpass")
    if own is not None and own.lower in class_of("speakers") and act.speakers is None and not is_passive(node):
        climb.act = replace(act, speakers=tuple(subjects(head)))
    return False


def apply(climb: Climb, head: Word, effect: Effect, link: str) -> bool:
    """Apply an effect and stand on the word that has it."""
    node, act = climb.node, climb.act
    effect = meant(climb, head, effect, link)
    if is_void(climb, head, effect, link):
        return False
    if is_said(climb, head, effect, link):
        return said(climb, head) if node.dep == "ccomp" else False
    if act.status == "denied" and act.type in CONFLICT and effect in ("promise", "request", "threaten"):
        return False  # "agreed not to attack"
    if effect in climb.applied and effect in ("promise", "threaten", "request"):
        effect = "same"
    if effect == "request" and "promise" in climb.applied:
        return False
    decided = effect == "promise" and act.type in CONFLICT and head.lemma in class_of("deciding")
    changed = replace(act, status="planned") if decided else shifted(act, effect)
    if changed is None:
        if effect == "refuse" and act.status == "happened":
            climb.act = replace(act, status="hypothetical")  # "did not rule out sending troops"
        return False
    if effect != "same":
        climb.applied.append(effect)
    if effect in ("request", "threaten") or (effect == "promise" and head.lemma == "invite"):
        changed = replace(changed, asked=asked_of(head, node, link) or changed.asked, speakers=None)
    climb.act, climb.node = changed, head
    return True


def meant(climb: Climb, head: Word, effect: Effect, link: str) -> Effect:
    """The effect that a word has over a clause: "denies that it plans to" refuses nothing, "seeks to" asks nobody."""
    node = climb.node
    if link != "clause":
        return effect
    if effect == "refuse" and head.lemma == "deny":
        return "deny"
    if effect == "promise" and head.lemma in class_of("wanting") and node.any("nsubj") and is_infinitive(node):
        return "request"
    if effect == "request" and head.lemma in class_of("trying") and not head.any("dobj"):
        return "promise" if climb.act.type in COOPERATIVE else "same"
    return effect


def is_void(climb: Climb, head: Word, effect: Effect, link: str) -> bool:
    """Has the word no such effect here: "reports an attack", "stopped in Chad to meet", "asks a question"?"""
    if link == "object" and climb.act.type in CONFLICT and head.lemma in class_of("telling"):
        return True
    if effect == "refuse" and head.lemma == "stop" and link == "clause" and climb.node.tag == "VB":
        return True
    return effect == "request" and link == "object" and head.is_verb and head.lemma not in class_of("demanding")


def is_said(climb: Climb, head: Word, effect: Effect, link: str) -> bool:
    """Does the clause tell what is so already, so that it is only said ("warned that Chad had attacked")?"""
    node = climb.node
    if link != "clause" or is_open(node) or (effect != "promise" and effect in climb.applied):
        return False
    if effect == "promise":
        return node.dep in ("ccomp", "advcl", "acl")
    demanded = effect == "request" and head.lemma in class_of("demanding")
    return node.dep == "ccomp" and (effect == "threaten" or (effect == "request" and not demanded))


def asked_of(head: Word, node: Word, link: str) -> tuple[Word, ...]:
    """Whom a demand or threat is put to: the object, the noun after "on" or "to", or who is to do it."""
    objects = [word for word in head.children("dobj", "nsubjpass", "dative") if word is not node and node not in word.below]
    links = class_of("put to") | ({"for"} if link == "clause" else frozenset())
    named = [noun for p in head.below if p.lower in links for noun in p.children("pobj") if p.i < node.i]
    clause = node.children("nsubj", "nsubjpass") if link == "clause" and node.dep in ("ccomp", "xcomp") else []
    return tuple(word for word in objects or named or clause if word is not node)

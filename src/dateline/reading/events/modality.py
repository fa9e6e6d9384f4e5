"""What auxiliaries, negation and conditions make of an act: promised, planned, refused, denied, hypothetical, asked for."""

from dataclasses import replace

from dateline.knowledge.events import class_of
from dateline.reading.desk import Word, clause_verb, helpers, is_conditional, is_negated, subjects
from dateline.reading.events.act import CONFLICT, COOPERATIVE, Act
from dateline.reading.events.climb import Climb
from dateline.reading.events.governors import is_obliging
from dateline.reading.events.shift import shifted

__all__ = ["is_denied", "modal", "speaker_of"]


def modal(climb: Climb) -> bool:
    """Take the auxiliaries and negations of the node into account; False where the act is gone."""
    node = climb.node
    marks = marks_of(node)
    denied = is_denied(node)
    if marks & class_of("obliging") or any(is_obliging(node, child) for child in node.children("xcomp")):
        climb.act = oblige(climb, climb.act)
    elif not denied:
        climb.act = foretold(climb, marks)
    if denied and not deny(climb, marks):
        return False
    if (not node.is_verb and node is climb.act.trigger and is_supposed(node)) or is_conditional(node):
        real = climb.act.status in ("happened", "planned", "ongoing")
        climb.act = replace(climb.act, status="hypothetical") if real else climb.act
    return True


def marks_of(node: Word) -> set[str]:
    """The auxiliaries of a verb in small letters."""
    return {helper.lower for helper in helpers(node)}


def foretold(climb: Climb, marks: set[str]) -> Act:
    """What "will", "would" or "may" makes of the act; so does the infinitive of a headline."""
    node, act = climb.node, climb.act
    willing = act.type in COOPERATIVE
    if "to" in marks and node.dep == "ROOT" and node.tag == "VB":
        return promise(climb, act) if willing else replace(act, status="planned")
    future = bool(marks & class_of("future"))
    if marks & class_of("possible") or (future and (is_guessed(node) or is_imagined(node, marks, act.type))):
        return replace(act, status="hypothetical")
    if future and willing and "promise" not in climb.applied:
        return promise(climb, act)
    if future and act.type in CONFLICT and not climb.applied and act.status != "denied":
        threat = shifted(act, "promise") or act  # CAMEO takes what is said to come for a threat
        return replace(act, status="planned", cameo=threat.cameo, frame=threat.frame)
    return act


def is_guessed(node: Word) -> bool:
    """Does "probably" or the like stand beside the verb?"""
    return any(child.lower in class_of("guessing") for child in node.children("advmod"))


def deny(climb: Climb, marks: set[str]) -> bool:
    """Refused, where it would be to cooperate and lies ahead; else it did not happen. False where nothing is left."""
    node, act = climb.node, climb.act
    ahead = (
        bool(marks & (class_of("future") | {"ca", "can"}))
        or (node.tag in ("VB", "VBG") and "did" not in marks)
        or bool(climb.applied)
    )
    habit = bool(marks & {"do", "does"})
    if act.type not in COOPERATIVE or not (act.type == "SUPPORT" if habit else ahead):
        climb.act = replace(act, status="denied")
        return True
    refused = shifted(act, "refuse")
    if refused is None:
        return False
    climb.applied.append("refuse")
    climb.act = refused
    return True


def is_denied(node: Word) -> bool:
    """Is a verb denied, or a noun by "no" before it?"""
    return is_negated(node) or (not node.is_verb and node.has("det", "no", "neither"))


def is_supposed(noun: Word) -> bool:
    """Is what a noun names only thought of: "a possible attack", "an invasion would", "any strike"?"""
    if any(child.lower in class_of("supposing") for child in noun.children("amod", "det", "advmod")):
        return True
    verb = clause_verb(noun)
    marks = {child.lower for child in verb.children("aux")} if verb is not None else set()
    if marks & (class_of("possible") | {"would"}) or is_feared(noun):
        return True
    return noun.has("det", "a", "an") and bool(marks & class_of("future"))


def is_feared(noun: Word) -> bool:
    """Is it the object of fearing, preventing or preparing for?"""
    above = [noun.head, noun.head.head] if noun.dep in ("pobj", "dobj", "appos", "attr") else []
    return any(word.lemma in class_of("fearing") for word in above)


def is_imagined(node: Word, marks: set[str], type_: str) -> bool:
    """Is it "would" without anybody who says so, or with an if-clause beneath it?"""
    if "would" not in marks:
        return False
    if type_ in CONFLICT and not (node.dep == "ccomp" and node.head.lemma in class_of("saying")):
        return True
    clause = any(child.dep == "advcl" and any(word.lower in ("if", "unless") for word in child.below) for child in node.below)
    return clause or not (node.dep in ("ccomp", "conj") or any(word.lemma in class_of("saying") for word in node.below))


def promise(climb: Climb, act: Act) -> Act:
    """What will be done, where doing it is to cooperate, is agreed to now."""
    promised = shifted(act, "promise")
    if promised is not None:
        climb.applied.append("promise")
    return promised or act


def oblige(climb: Climb, act: Act) -> Act:
    """What somebody says that another must do is a request to that other."""
    node = climb.node
    asked = shifted(act, "request")
    if asked is None or "request" in climb.applied:
        return replace(act, status="hypothetical")
    climb.applied.append("request")
    mine = [] if node.any("nsubjpass") else subjects(node)
    return replace(asked, asked=tuple(mine), speakers=tuple(speaker_of(node)))


def speaker_of(node: Word) -> list[Word]:
    """Who says the clause that a verb heads."""
    for word in node.ancestors():
        if word.is_verb and word.lemma in class_of("saying"):
            return subjects(word)
        if not word.is_verb:
            break
    for child in node.children("parataxis", "ccomp", "advcl", "dep"):
        if child.is_verb and child.lemma in class_of("saying"):
            return subjects(child)
    return []

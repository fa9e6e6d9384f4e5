"""Acts: what a match becomes beneath the words that govern it ("threatened to cut", "called for", "will not meet")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from dateline.knowledge.events import Effect, EventFrame, class_of, event_words
from dateline.model.event import EventStatus, PloverType
from dateline.reading.desk import Word, helpers, is_negated, is_passive
from dateline.reading.desk import is_conditional as is_under_condition
from dateline.reading.desk import word_subjects as subjects
from dateline.reading.events.match import Match, follows, matches

__all__ = ["EFFECTS", "Act", "acts"]

COOPERATIVE = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"))
CONFLICT = frozenset(("PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"))
FUTURE = frozenset(("will", "shall", "'ll", "wo", "would"))
POSSIBLE = frozenset(("may", "might", "could", "can", "ca"))
OBLIGED = frozenset(("must", "should", "ought"))
GERUND = ("of", "to", "for", "on", "about", "in", "at")
CLAUSES = ("xcomp", "ccomp", "pcomp", "acl", "advcl")
HIGHEST = 7
AFTER: dict[Effect, tuple[str, ...]] = {
    "promise": ("to", "on"), "request": ("for",), "threaten": ("with", "of"), "refuse": ("of", "to"), "deny": ("of",),
    "same": ("of", "in", "with", "out"),
}  # fmt: skip
"""The prepositions after which an act stands beneath each effect."""

ALONE = 0.7
"""Fit of a governing word without an act that we know beneath it."""

BARE: dict[Effect, tuple[PloverType, str]] = {
    "promise": ("AGREE", "030"),
    "threaten": ("THREATEN", "130"),
    "refuse": ("REJECT", "120"),
    "request": ("REQUEST", "020"),
}
EFFECTS: dict[Effect, str] = {
    "promise": "agreed to or planned", "threaten": "threatened", "refuse": "refused", "request": "asked for", "deny": "denied",
}  # fmt: skip
"""How the rule of an effect is named."""


@dataclass(frozen=True, eq=False)
class Act:
    """An act as a sentence tells it.

    `trigger` is the word that names it, `top` the outermost word that governs it (whose subject acts), `asked` the words
    for those who are asked to do it. `effects` tell what was made of it on the way up.
    """

    trigger: Word
    top: Word
    frame: EventFrame
    type: PloverType
    mode: str | None
    cameo: str
    fit: float
    status: EventStatus = "happened"
    effects: tuple[Effect, ...] = ()
    objects: tuple[Word, ...] = ()
    asked: tuple[Word, ...] = ()
    speakers: tuple[Word, ...] | None = None

    def actors(self) -> list[Word]:
        """The words for whoever acts."""
        if self.speakers is not None:
            return list(self.speakers)
        if self.frame.actor != "subject":
            bases = (self.trigger, *self.objects)
            return [noun for base in bases for p in base.below if p.lower == self.frame.actor for noun in p.children("pobj")]
        return subjects(self.top) if self.top.is_verb or self.top.tag in ("VBN", "VBD") else []


@dataclass(slots=True)
class Climb:
    """Where one stands on the way up from a trigger."""

    act: Act
    node: Word
    applied: list[Effect] = field(default_factory=list)


def acts(words: Sequence[Word]) -> list[Act]:
    """The acts of a sentence in text order, for each trigger those of all frames that it fits."""
    found = [act for match in matches(words) if (act := governed(match)) is not None]
    triggers = {act.trigger.i for act in found}
    over = {act.top.i for act in found if act.effects} | triggers
    found += [act for word in words if word.i not in over and (act := obliged(word)) is not None]
    found += [act for word in words if word.i not in over and (act := bare(word)) is not None]
    return sorted(found, key=lambda act: act.trigger.i)


def bare(word: Word) -> Act | None:
    """A governing word without an act that we know beneath it."""
    effect = effect_of(word) if word.pos == "ADJ" or (word.is_verb and word.lemma in class_of("strict")) else None
    if effect is None or effect not in BARE:
        return None
    if (
        word.lemma == "agree"
        and word.any("prep")
        and all(child.lower == "with" for child in word.children("prep", "xcomp", "ccomp"))
    ):
        return None  # of the same opinion
    if effect == "refuse" and any(child.lemma in class_of("unsaid") for child in word.children("xcomp")):
        return None
    type_, cameo = BARE[effect]
    frame = EventFrame(f"<party> {EFFECTS[effect]}", type_, cameo, recipient=("object", "on", "to", "with", "owner"))
    return governed(Match(word, frame, ALONE))


def obliged(word: Word) -> Act | None:
    """What somebody says that another must do, whatever it is."""
    helpers = {child.lower for child in word.below if child.dep == "aux"}
    if not (word.is_verb and helpers & OBLIGED) or is_denied(word) or not speaker_of(word):
        return None
    type_, cameo = BARE["request"]
    frame = EventFrame("<party> says what <other> must do", type_, cameo, recipient=())
    asked = () if word.any("nsubjpass") else tuple(subjects(word))
    return Act(
        word, word, frame, type_, "change", cameo, ALONE, effects=("request",), asked=asked, speakers=tuple(speaker_of(word)),
    )  # fmt: skip


def governed(match: Match) -> Act | None:
    """The act of a match with all that governs it; None where nothing is left of it."""
    frame, word = match.frame, match.word
    act = Act(word, word, frame, frame.type, frame.mode, frame.cameo, match.fit, objects=match.objects)
    climb = Climb(act, word)
    for _ in range(HIGHEST):
        if not modal(climb):
            return None
        if not step(climb):
            break
    return replace(climb.act, top=climb.node, effects=tuple(climb.applied))


def shifted(act: Act, effect: Effect) -> Act | None:
    """The act beneath an effect; None where the effect leaves nothing that can be coded."""
    if effect == "same":
        return act
    if effect == "deny":
        return replace(act, status="denied")
    shift = event_words().shifts[effect]
    to = shift.to.get(act.type)
    if to is None:
        return None
    type_, _, mode = to.partition(" ")
    code = next((shift.cameo[act.cameo[:end]] for end in range(len(act.cameo), 0, -1) if act.cameo[:end] in shift.cameo), "=")
    same = type_ == act.type
    frame = act.frame if same else replace(act.frame, plv=None)
    return replace(
        act,
        type=cast(PloverType, type_),
        mode=act.mode if same else mode_of(act, type_, mode),
        cameo=act.cameo if code == "=" else code,
        frame=frame,
        status="happened" if act.status == "planned" else act.status,
    )


def mode_of(act: Act, type_: str, mode: str) -> str | None:
    """The mode of the shifted act, finer where the act beneath tells more."""
    if type_ == "THREATEN":
        if act.mode in ("arrest", "expel"):
            return act.mode
        if act.cameo.startswith(("192",)):
            return "territory"
        if act.cameo.startswith(("163", "166")):
            return "expel" if act.cameo.startswith("166") else "restrict"
    if type_ == "REQUEST" and act.cameo.startswith("083"):
        return "change"
    return mode or None


def modal(climb: Climb) -> bool:
    """Take the auxiliaries and negations of the node into account; False where the act is gone."""
    node = climb.node
    marks = helpers_of(node)
    negated = is_denied(node)
    if marks & OBLIGED or ({"have", "has", "need", "needs"} & marks and "to" in marks):
        climb.act = oblige(climb, climb.act)
    elif not negated:
        climb.act = foretold(climb, marks)
    if negated and not deny(climb, marks):
        return False
    if (not node.is_verb and node is climb.act.trigger and supposed(node)) or is_under_condition(node):
        real = climb.act.status in ("happened", "planned", "ongoing")
        climb.act = replace(climb.act, status="hypothetical") if real else climb.act
    return True


def helpers_of(node: Word) -> set[str]:
    """The auxiliaries of a verb in small letters."""
    return {helper.lower for helper in helpers(node)}


def foretold(climb: Climb, helpers: set[str]) -> Act:
    """What "will", "would" or "may" makes of the act; so does the infinitive of a headline."""
    node, act = climb.node, climb.act
    coop = act.type in COOPERATIVE
    if "to" in helpers and node.dep == "ROOT" and node.tag == "VB":
        return promise(climb, act) if coop else replace(act, status="planned")
    guessed = any(child.dep == "advmod" and child.lower in class_of("guessing") for child in node.below)
    if helpers & POSSIBLE or (helpers & FUTURE and (guessed or is_conditional(node, helpers, act.type))):
        return replace(act, status="hypothetical")
    if helpers & FUTURE and coop and "promise" not in climb.applied:
        return promise(climb, act)
    if helpers & FUTURE and act.type in CONFLICT and not climb.applied and act.status != "denied":
        threat = shifted(act, "promise") or act  # CAMEO takes what is said to come for a threat
        return replace(act, status="planned", cameo=threat.cameo, frame=threat.frame)
    return act


def deny(climb: Climb, helpers: set[str]) -> bool:
    """Refused, where it would be to cooperate and lies ahead; else it did not happen. False where nothing is left."""
    node, act = climb.node, climb.act
    ahead = bool(helpers & (FUTURE | {"ca", "can"})) or node.tag in ("VB", "VBG") or bool(climb.applied)
    habit = bool(helpers & {"do", "does"})
    if act.type not in COOPERATIVE or not (act.type == "SUPPORT" if habit else ahead):
        climb.act = replace(act, status="denied")
        return True
    refused = shifted(act, "refuse")
    if refused is None:
        return False
    climb.applied.append("refuse")
    climb.act = refused
    return True


def supposed(noun: Word) -> bool:
    """Is what a noun names only thought of: "a possible attack", "an invasion would", "any strike"?"""
    if any(child.lower in class_of("supposing") for child in noun.below if child.dep in ("amod", "det", "advmod")):
        return True
    verb = next((word for word in noun.ancestors() if word.is_verb), None)
    helpers = {child.lower for child in verb.below if child.dep == "aux"} if verb is not None else set()
    indefinite = any(child.lower in ("a", "an") for child in noun.below if child.dep == "det")
    return bool(helpers & (POSSIBLE | {"would"})) or (indefinite and bool(helpers & FUTURE)) or feared(noun)


def feared(noun: Word) -> bool:
    """Is it the object of fearing, preventing or preparing for?"""
    above = [noun.head, noun.head.head] if noun.dep in ("pobj", "dobj", "appos", "attr") else []
    return any(word.lemma in class_of("fearing") for word in above)


def is_conditional(node: Word, helpers: set[str], kind: str) -> bool:
    """Is it "would" without anybody who says so, or with an if-clause beneath it?"""
    if "would" not in helpers:
        return False
    if kind in CONFLICT and not (node.dep == "ccomp" and node.head.lemma in class_of("saying")):
        return True
    clause = any(child.dep == "advcl" and any(g.lower in ("if", "unless") for g in child.below) for child in node.below)
    return clause or not (node.dep in ("ccomp", "conj") or any(w.lemma in class_of("saying") for w in node.below))


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
    speaker = speaker_of(node)
    mine = [] if node.any("nsubjpass") else subjects(node)
    return replace(asked, asked=tuple(mine), speakers=tuple(speaker))


def speaker_of(node: Word) -> list[Word]:
    """Who says the clause that a verb heads."""
    for word in node.ancestors():
        if word.is_verb and word.lemma in class_of("saying"):
            return subjects(word)
        if not word.is_verb:
            break
    for child in node.below:
        if child.is_verb and child.lemma in class_of("saying") and child.dep in ("parataxis", "ccomp", "advcl", "dep"):
            return subjects(child)
    return []


def is_denied(node: Word) -> bool:
    """Is a verb denied, or a noun by "no" before it?"""
    return is_negated(node) or (not node.is_verb and node.has("det", "no", "neither"))


def step(climb: Climb) -> bool:
    """Go up to the word that governs the node, and apply its effect; False at the top."""
    node = climb.node
    for head, link in governors(node):
        effect = effect_of(head)
        if effect is None and head.is_verb and link == "object" and head.lemma in class_of("light"):
            effect = "same"
        if effect is None and head.is_verb and link == "clause" and head.lemma in class_of("saying"):
            return said(climb, head)
        if effect is None or (effect == "same" and link == "clause" and node.dep in ("acl", "advcl", "ccomp")):
            return said(climb, head) if effect == "same" and head.lemma in class_of("saying") else False
        return apply(climb, head, effect, link)
    return False


def said(climb: Climb, head: Word) -> bool:
    """A clause that somebody says: a pronoun in it is the speaker, whose word it then is."""
    node, act = climb.node, climb.act
    own = node.children("nsubj", "nsubjpass")
    if own and own[0].lower in ("it", "he", "she", "they", "we", "i", "who") and act.speakers is None and not is_passive(node):
        climb.act = replace(act, speakers=tuple(subjects(head)))
    return False


def meant(node: Word, head: Word, effect: Effect, link: str) -> Effect:
    """The effect that a word has over a clause: "denies that it plans to" refuses nothing, "seeks to" asks nobody."""
    if effect == "refuse" and head.lemma == "deny" and link == "clause" and node.dep == "ccomp":
        return "deny"
    trying = effect == "request" and link == "clause" and head.lemma in class_of("trying")
    return "same" if trying and not head.any("dobj") else effect


def apply(climb: Climb, head: Word, effect: Effect, link: str) -> bool:
    """Apply an effect and stand on the word that has it."""
    node, act = climb.node, climb.act
    effect = meant(node, head, effect, link)
    if link == "object" and act.type in CONFLICT and head.lemma in class_of("telling"):
        return False
    if effect == "refuse" and head.lemma == "stop" and link == "clause" and node.tag == "VB":
        return False  # "stopped in Chad to meet"
    if effect == "request" and link == "object" and head.is_verb and head.lemma not in class_of("demanding"):
        return False
    if effect == "promise" and link == "clause" and node.dep in ("ccomp", "advcl", "acl") and not is_open(node):
        return said(climb, head) if node.dep == "ccomp" else False
    if effect in ("promise", "threaten", "request", "refuse") and effect in climb.applied and effect != "refuse":
        effect = "same"
    if effect == "request" and "promise" in climb.applied:
        return False
    demanded = effect == "request" and head.lemma in class_of("demanding")
    if effect in ("threaten", "request") and link == "clause" and node.dep == "ccomp" and not (demanded or is_open(node)):
        return said(climb, head)
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


def asked_of(head: Word, node: Word, link: str) -> tuple[Word, ...]:
    """Whom a demand or threat is put to: the object, the noun after "on" or "to", or who is to do it."""
    objects = [word for word in head.children("dobj", "nsubjpass", "dative") if word is not node and node not in word.below]
    links = ("on", "upon", "to", "from", "of", *(("for",) if link == "clause" else ()))
    named = [noun for p in head.below if p.lower in links for noun in p.children("pobj") if p.i < node.i]
    clause = node.children("nsubj", "nsubjpass") if link == "clause" and node.dep in ("ccomp", "xcomp") else []
    found = objects or named or clause
    return tuple(word for word in found if word is not node)


def is_open(node: Word) -> bool:
    """Does the clause tell what is not done yet: an infinitive, or one with "will" or "would"?"""
    helpers = {child.lower for child in node.below if child.dep in ("aux", "auxpass", "mark")}
    return bool(helpers & (FUTURE | {"to"})) or (node.tag == "VB" and not helpers)


def governors(node: Word) -> Iterator[tuple[Word, str]]:
    """The word that governs a node, and how: as its clause, as its object, or after a preposition."""
    head = node.head
    if head is node:
        return
    if node.dep == "conj":
        yield from shared_governors(node)
    elif node.dep == "pcomp":
        if head.lower in GERUND:
            yield head.head, "clause"
    elif node.dep in CLAUSES:
        if node.dep != "advcl" or any(child.lower == "to" and child.dep == "aux" for child in node.below):
            yield head, "clause"
    elif node.dep in ("dobj", "nsubjpass", "attr") and not node.is_verb:
        yield head, "object"
    elif node.dep == "pobj" and not node.is_verb and head.lower in AFTER.get(effect_of(head.head) or "same", ()):
        yield head.head, "after"


def shared_governors(node: Word) -> Iterator[tuple[Word, str]]:
    """What governs the first of several coordinated words, where it governs the others too."""
    first = node.head
    while first.dep == "conj" and first.head is not first:
        first = first.head
    if first.is_verb != node.is_verb or first.dep not in (*CLAUSES, "dobj", "pobj") or node.any("nsubj", "nsubjpass"):
        return
    for word, link in governors(first):
        if not (first.dep in ("ccomp", "advcl") and link == "clause"):
            yield word, link


def effect_of(head: Word) -> Effect | None:
    """The effect of a governing word."""
    part = "verb" if head.is_verb else "adjective" if head.pos == "ADJ" else "noun" if head.pos == "NOUN" else ""
    for effect, rest in event_words().operators.get((part, head.lemma), ()):
        if not rest or follows(head, rest):
            return effect
    return None

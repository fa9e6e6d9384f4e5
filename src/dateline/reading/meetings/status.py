"""What the grammar around a word of meeting says of its status: sought, planned, under way, held, put off, refused."""

from dataclasses import dataclass

from dateline.knowledge.meetings import Effect, Governor, wording
from dateline.model.entry import Status
from dateline.reading.desk import Word, is_negated, word_clause_verb, word_tense

__all__ = ["FIXED", "LOOKING_AHEAD", "TRANSPARENT", "Stance", "effect_of", "governor_of", "stance_of_noun", "stance_of_verb"]

TRANSPARENT = frozenset(
    (
        "series",
        "round",
        "set",
        "number",
        "day",
        "part",
        "start",
        "beginning",
        "end",
        "eve",
        "sideline",
        "margin",
        "outcome",
        "result",
        "purpose",
        "aim",
        "leg",
        "course",
    )
)
FRAMES = {"eve": "before", "run-up": "before", "runup": "before", "sideline": "at", "margin": "at"}
"""Nouns by which a meeting frames something else, and the preposition that they mean."""

FIXED: tuple[Effect, ...] = (
    "scheduled", "proposed", "confirmed", "held", "suspended", "postponed", "cancelled", "refused",
)  # fmt: skip
UNDOING: tuple[Effect, ...] = ("suspended", "postponed", "cancelled", "refused")
FUTURE_PREPOSITIONS = frozenset(("before", "for", "ahead", "until", "prior", "pending"))
PAST_PREPOSITIONS = frozenset(("after", "following", "since"))


@dataclass(frozen=True)
class Stance:
    """A status, the word that says so, and the rule that read it; `status` None means "look at the date".

    `weak`: the words only frame the meeting ("after the talks he said"), any other mention of it says more.
    """

    status: Status | None
    word: Word
    rule: str
    weak: bool = False


def governor_of(word: Word) -> Governor | None:
    """What the lexicon says of a governing word; a phrasal verb ("put off", "call off", "call for") counts by its particle."""
    governors = wording().governors
    particles = [child.lower for label in ("prt", "advmod", "prep") for child in word.children(label)]
    if word.pos == "VERB" and word.lemma in PARTICLE_VERBS:
        left = [word for word in particles if word not in ("for", "on", "upon")] if word.children("dobj") else particles
        return phrasal(word.lemma, left)
    return governors.get(word.lemma) or governors.get(word.lower)


PHRASAL = {
    ("call", "off"): "cancel", ("call", "for"): "propose", ("call", "on"): "propose", ("call", "upon"): "propose",
    ("break", "off"): "suspend", ("break", "up"): "end", ("put", "off"): "postpone", ("put", "back"): "postpone",
    ("push", "back"): "postpone", ("push", "for"): "propose", ("rule", "out"): "refuse", ("turn", "down"): "refuse",
    ("pull", "out"): "refuse", ("walk", "out"): "suspend", ("back", "out"): "refuse", ("drop", "out"): "refuse",
    ("wrap", "up"): "end", ("kick", "off"): "begin", ("take", "part"): "participate", ("go", "ahead"): "proceed",
}  # fmt: skip
"""Verbs whose particle decides, and the verb of the lexicon that they mean."""

ALONE = {
    "call": "convene", "break": "suspend", "set": "schedule", "take": "take", "push": "propose", "kick": "begin", "wrap": "end",
}  # fmt: skip
"""What these verbs mean without a particle."""

PARTICLE_VERBS = frozenset((*(verb for verb, _ in PHRASAL), *ALONE))


def effect_of(word: Word) -> Effect | None:
    """What a governing word says of the status, None for a word that the lexicon does not know."""
    governor = governor_of(word)
    return governor.effect if governor is not None else None


def phrasal(verb: str, particles: list[str]) -> Governor | None:
    """Verbs whose particle decides: "call off" cancels, "call for" proposes, "break off" suspends, "put off" postpones."""
    governors = wording().governors
    for particle in particles:
        if (verb, particle) in PHRASAL:
            return governors[PHRASAL[verb, particle]]
    return governors[ALONE[verb]] if verb in ALONE else None


def stance_of_verb(verb: Word, effect: Effect, depth: int = 0) -> Stance:
    """The status that a verb gives, itself a verb of meeting or one that governs a meeting noun."""
    if effect in FIXED:
        return fixed_stance(verb, effect, depth)
    form = word_tense(verb)
    if any(child.dep == "mark" and child.lower in ("if", "unless", "whether") for child in verb.below):
        return Stance(None if form == "past" else "proposed", verb, "status proposed in a condition")
    if is_negated(verb):
        return Stance("refused" if form in ("future", "modal") else None, verb, "status refused by a negation")
    rule = "status from the tense of its verb"
    if form == "future":
        return confirmed_above(verb, Stance("scheduled", verb, rule), depth)
    if form == "modal":
        return future_in_the_past(verb, depth) or Stance("proposed", verb, rule)
    if form == "past":
        return Stance("ongoing" if effect == "begun" else "held", verb, rule)
    if form in ("present", "progressive"):
        coming = form == "present" and any(
            child.lower in ("when", "before", "until") for child in verb.children("advmod", "mark")
        )
        return Stance("scheduled" if coming else "ongoing", verb, rule)
    return stance_from_above(verb, effect, depth)


def future_in_the_past(verb: Word, depth: int) -> Stance | None:
    """ "She said that she would meet him": the plan of one who told it; None where "would" says anything else."""
    reporting = verb.head if verb.dep == "ccomp" else verb.head.head if verb.dep == "conj" else None
    would = verb.has("aux", "would", "'d")
    conditional = any(mark.lower in ("if", "unless") for clause in verb.children("advcl") for mark in clause.children("mark"))
    if (
        not would
        or verb.lemma == "have"
        or conditional
        or reporting is None
        or word_tense(reporting) != "past"
        or is_negated(reporting)
    ):
        return None
    telling = effect_of(reporting) in ("report", "scheduled", "confirmed") and reporting.lemma not in DOUBTING
    return confirmed_above(verb, Stance("scheduled", verb, "status from a plan as it was told"), depth) if telling else None


DOUBTING = ("believe", "think", "claim", "predict", "expect", "understand", "hope")
"""Verbs of telling under which "would" is a guess."""


def fixed_stance(verb: Word, effect: Effect, depth: int) -> Stance:
    """The status that a performative word gives, unless it is itself undone, only wished for, or not yet done."""
    rule = "status from the word that governs it"
    if is_negated(verb):
        undone: dict[Effect, Status] = {
            "cancelled": "scheduled",
            "postponed": "scheduled",
            "refused": "proposed",
            "held": "ongoing",
            "suspended": "ongoing",
        }
        return Stance(undone.get(effect, "refused"), verb, "status turned by a negation")
    if effect in UNDOING and depth < 3:
        form = word_tense(verb)
        above = stance_from_above(verb, "tense", depth) if form == "infinitive" else None
        if form == "modal" or (above is not None and above.status in ("proposed", "scheduled") and verb.dep == "xcomp"):
            return Stance("scheduled", verb, "status kept: undoing it is only talked of")
    if effect == "held" and is_concluding(verb):
        return Stance("ongoing", verb, "status from the tense of its verb")
    if effect == "held" and word_tense(verb) in ("future", "modal", "infinitive"):
        return Stance("proposed" if word_tense(verb) == "modal" else "scheduled", verb, "status from the tense of its verb")
    if effect in ("scheduled", "confirmed") and depth < 3 and word_tense(verb) in ("infinitive", "modal", "none"):
        above = stance_from_above(verb, "tense", depth)
        if above.status in ("proposed", "refused") or word_tense(verb) == "modal":
            return Stance(above.status or "proposed", above.word, above.rule)
    return Stance(effect, verb, rule)  # type: ignore[arg-type]


def is_concluding(verb: Word) -> bool:
    """ "Is concluding talks", "is there, concluding talks": they are not over."""
    above = verb.head if verb.dep in ("advcl", "xcomp") else verb
    return verb.tag == "VBG" and word_tense(above) in ("present", "progressive")


def stance_from_above(verb: Word, effect: Effect, depth: int) -> Stance:
    """The status of a verb without tense, from the clause above it."""
    head = verb.head
    if is_to_come(verb):
        return Stance("scheduled", verb, "status from an infinitive: still to come")
    if depth > 4 or head == verb:
        return Stance(None, verb, "status open")
    if verb.dep == "pcomp":
        above = word_clause_verb(head)
        leading = governor_of(head.head)
        if leading is not None and leading.effect in FIXED and head.lower in ("to", "of", "for", "on", "in"):
            return stance_of_verb(head.head, leading.effect, depth + 1)
        return stance_of_clause(head.lower, head, above) if above is not None else Stance(None, verb, "status open")
    governor = governor_of(head)
    if governor is not None and governor.effect in FIXED and verb.dep in ("xcomp", "ccomp", "acl", "advcl", "conj", "acomp"):
        if head.pos == "NOUN":
            return stance_of_offer(head, governor, depth)
        if governor.effect == "confirmed" and head.lemma in ("decide", "pledge", "vow", "promise"):
            return Stance("scheduled", head, "status from the word that governs it")
        return stance_of_verb(head, governor.effect, depth + 1)
    if verb.dep == "acl" and word_tense(verb) == "infinitive":
        return Stance("scheduled", verb, "status from an infinitive: still to come")
    if verb.dep in ("conj", "xcomp", "advcl", "acomp"):
        inner = governor.effect if governor is not None and governor.effect not in ("report", "none") else effect
        above_stance = stance_of_verb(head, inner if head.is_verb else "tense", depth + 1)
        if verb.dep == "advcl" and word_tense(verb) == "infinitive" and above_stance.status == "held":
            return Stance("held", verb, "status from the clause around it")
        return above_stance
    if verb.dep == "acl" and verb.tag == "VBN":
        return Stance("held", verb, "status from the tense of its verb")
    return Stance(None, verb, "status open")


def is_to_come(verb: Word) -> bool:
    """ "was to leave", "the chief to visit Chad" (a headline), "the envoy to meet first"."""
    head = verb.head
    planned = head.lemma == "be" and verb.dep == "xcomp" and not is_negated(head)
    headline = verb.dep in ("ROOT", "relcl") and (head == verb or head.pos in ("NOUN", "PROPN"))
    return word_tense(verb) == "infinitive" and (planned or headline)


def confirmed_above(verb: Word, stance: Stance, depth: int) -> Stance:
    """A planned meeting is confirmed where the clause hangs on a verb of confirming."""
    if verb.dep == "ccomp" and verb.head.lemma == "confirm" and depth == 0 and not is_negated(verb.head):
        return Stance("confirmed", verb.head, "status from the word that governs it")
    return stance


def stance_of_noun(noun: Word) -> Stance:
    """The status of a meeting noun: undone by what governs it, else from its participles and adjectives, else as governed."""
    own, outer = stance_inside(noun), stance_outside(noun, 0)
    if own is None or outer.status in UNDOING:
        return outer
    if own.status == "suspended" and noun.dep == "dobj" and effect_of(noun.head) in ("begun", "held"):
        return outer  # "resumed the talks that were broken off"
    return own


def stance_inside(noun: Word) -> Stance | None:
    """What the noun phrase itself says: "stalled talks", "talks held in", "talks to begin on", "the next summit"."""
    for clause in noun.children("acl", "relcl"):
        governor = governor_of(clause)
        if governor is not None and governor.effect == "scheduled" and clause.children("agent"):
            continue  # "a session convened by Chad": who called it, not when it is
        if governor is not None and governor.effect != "report":
            stance = stance_of_verb(clause, governor.effect)
            if clause.tag == "VBN" and governor.effect in ("tense", "begun") and clause.dep == "acl":
                stance = Stance("held", clause, "status from the tense of its verb")
            if stance.status is not None:
                return stance
    for child in noun.children("amod", "compound"):
        status = wording().modifiers.get(child.lower)
        if status is not None:
            return Stance(status, child, "status from an adjective")
    return None


def stance_outside(noun: Word, depth: int) -> Stance:
    """What governs the noun: a verb, a preposition before it, or another noun ("offer of talks")."""
    head = noun.head
    if head == noun or depth > 4:
        return Stance(None, noun, "status open")
    if noun.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "ccomp", "npadvmod", "dative") and head.pos in (
        "VERB",
        "AUX",
    ):
        return stance_under_verb(noun, head)
    if noun.dep in ("conj", "appos", "compound"):
        return stance_outside(head, depth + 1)
    if noun.dep == "pobj":
        return stance_under_preposition(noun, head, depth)
    return Stance(None, noun, "status open")


def stance_under_verb(noun: Word, verb: Word) -> Stance:
    """The status from the verb whose subject or object the noun is; of "is possible" from the adjective."""
    for child in verb.children("acomp") if verb.lemma == "be" else ():
        status = wording().modifiers.get(child.lower)
        if status is not None:
            return Stance(status, child, "status from an adjective")
    governor = governor_of(verb)
    if governor is None or governor.effect in ("report", "none"):
        above = word_tense(verb)
        plain: dict[str, Status] = {"past": "held", "future": "scheduled", "modal": "proposed"}
        return Stance(plain.get(above), verb, "status from the clause around it", weak=True)
    effect = governor.effect
    if noun.dep == "nsubj" and effect in ("proposed", "confirmed", "refused"):
        return Stance(None, verb, "status open")
    if effect == "scheduled" and noun.dep == "dobj" and verb.lemma in ("expect", "want"):
        return Stance("proposed", verb, "status from the word that governs it")
    return stance_of_verb(verb, effect)


def stance_under_preposition(noun: Word, preposition: Word, depth: int) -> Stance:
    """The status of "after talks", "ahead of the summit", "called for talks", "an offer of talks", "in talks"."""
    above = preposition.head
    word = preposition.lower
    while above.pos == "ADP" and not above.is_top:
        word, above = above.lower, above.head
    if above.lemma in FRAMES and above.dep == "pobj":
        verb = word_clause_verb(above)
        return (
            stance_of_clause(FRAMES[above.lemma], preposition, verb) if verb is not None else Stance(None, noun, "status open")
        )
    if above.pos in ("NOUN", "PROPN", "ADJ") and not (word in AROUND and word_clause_verb(above) is not None):
        governor = wording().governors.get(above.lemma)
        if governor is not None and governor.effect in FIXED:
            return stance_of_offer(above, governor, depth)
        if above.lemma in RUMOURS:
            return Stance(None, above, "status open")
        passing = above.lemma in TRANSPARENT or above.lemma in wording().nouns
        if word == "of" and (passing or governor is not None):
            return stance_inside(above) or stance_outside(above, depth + 1)
        return Stance(None, preposition, "status open")
    verb = above if above.is_verb else word_clause_verb(above)
    if verb is None:
        return Stance(None, preposition, "status open")
    if word in AROUND or (word == "on" and noun.lemma in ("visit", "trip", "tour")):
        return stance_of_clause(word if word in AROUND else "during", preposition, finite(verb))
    if word == "for" and (ahead := lying_ahead(noun, verb)) is not None:
        return ahead
    governor = governor_of(verb)
    if governor is not None and governor.effect in FIXED and word in ("for", "to", "on", "from", "with"):
        return stance_of_verb(verb, governor.effect)
    if governor is not None and governor.effect in ("tense", "begun") and word in ("in", "at", "with", "to", "for", "on"):
        return stance_of_verb(verb, governor.effect)
    return stance_of_clause(word, preposition, verb)


def lying_ahead(noun: Word, verb: Word) -> Stance | None:
    """What one prepares or has left for is still to come ("left for consultations with")."""
    if verb.lemma in ("leave", "depart") and word_tense(verb) == "past" and noun.lemma not in ("visit", "trip"):
        return Stance("scheduled", verb, "status from the clause around it", weak=True)
    if verb.lemma == "prepare" and not is_negated(verb):
        return Stance("scheduled", verb, "status from the word that governs it")
    return None


RUMOURS = ("report", "rumour", "rumor", "speculation", "allegation", "history")
"""Nouns under which nothing is said of when a meeting is, or whether."""

LOOKING_AHEAD = "status from what was before it"

AROUND = ("during", "amid", "after", "following", "before", "ahead", "until", "since")
"""Prepositions by which a meeting is the time of something else, whatever the verb."""


def finite(verb: Word) -> Word:
    """The verb itself or the nearest one above it that has a tense: "accused them of seeking to provoke it during"."""
    while word_tense(verb) in ("infinitive", "none") and verb.dep in ("xcomp", "pcomp", "advcl", "acl") and not verb.is_top:
        above = word_clause_verb(verb)
        if above is None or word_tense(above) in ("future", "modal"):
            return verb
        verb = above
    return verb


def stance_of_offer(noun: Word, governor: Governor, depth: int) -> Stance:
    """The status that "an offer of", "an invitation to" gives, unless what governs it undoes it ("turned down an offer")."""
    outer = stance_outside(noun, depth + 1)
    if outer.status in UNDOING:
        return outer
    if noun.has("det", "no", "neither", "any") and governor.effect == "scheduled":
        return Stance("refused", noun, "status refused by a negation")
    return Stance(governor.effect, noun, "status from the word that governs it")  # type: ignore[arg-type]


WISHING = ("hope", "want", "wish", "seek", "need")
"""Verbs of one's own plans: "he hoped to raise it during the visit" looks ahead, "asked them to help during it" does not."""


def stance_of_clause(word: str, preposition: Word, verb: Word) -> Stance:
    """A meeting that only frames what happens: "after talks with X he said", "on the eve of the summit"."""
    rule = "status from the clause around it"
    form = word_tense(verb)
    then = form == "past" and word in ("during", "amid")
    bound = verb.lemma in ("go", "be") and not then
    wished = effect_of(verb) == "proposed" and (not then or verb.lemma in WISHING)
    planned = bound or wished or effect_of(verb) == "scheduled"
    coming = form in ("future", "modal", "infinitive") or (
        planned and any(word_tense(child) == "infinitive" for child in verb.children("xcomp"))
    )
    if form == "modal" and word in ("to", "at", "in", "for") and not any(child.lower == "would" for child in verb.below):
        return Stance("proposed", preposition, rule, weak=True)
    if word in PAST_PREPOSITIONS:
        return Stance("scheduled" if coming else "held", preposition, rule, weak=True)
    if word in ("ahead", "before", "prior", "until"):
        return Stance("scheduled", preposition, LOOKING_AHEAD if form == "past" else rule, weak=True)
    if coming:
        return Stance("scheduled", preposition, rule, weak=True)
    if word in FUTURE_PREPOSITIONS and form in ("present", "progressive"):
        return Stance("scheduled", preposition, rule, weak=True)
    if word in ("during", "amid") and form in ("present", "progressive"):
        return Stance("ongoing", preposition, rule, weak=True)
    if word == "for" and verb.lemma not in wording().verbs and effect_of(verb) not in ("tense", "begun"):
        return Stance(None, preposition, "status open", weak=True)
    return Stance("held" if form == "past" else None, preposition, rule, weak=True)

"""What the grammar around a word of meeting says of its status: sought, planned, under way, held, put off, refused."""

from dataclasses import dataclass

from dateline.knowledge.meetings import Effect, Governor, wording, words
from dateline.knowledge.rules import rule
from dateline.model.entry import Status
from dateline.reading.desk import Word, clause_verb, is_conditional, is_lasting, is_negated, tense
from dateline.reading.meetings.lookup import (
    effect_of,
    governor_of,
    is_ahead,
    is_departure,
    is_journey,
    meeting_noun,
    meeting_verb,
)

__all__ = ["FIXED", "Stance", "stance_of_noun", "stance_of_verb"]

FIXED: tuple[Effect, ...] = (
    "scheduled", "proposed", "confirmed", "held", "suspended", "postponed", "cancelled", "refused",
)  # fmt: skip
UNDOING: tuple[Effect, ...] = ("suspended", "postponed", "cancelled", "refused")


@dataclass(frozen=True)
class Stance:
    """A status, the word that says so, and the rule that read it; `status` None means "look at the date".

    `weak`: the words only frame the meeting ("after the talks he said"), any other mention of it says more.
    `ahead`: they only say that it lay ahead when something else was ("before the summit he had said").
    `denied`: they say that it did not come about.
    """

    status: Status | None
    word: Word
    rule: str = ""
    weak: bool = False
    ahead: bool = False
    denied: bool = False


def stance_of_verb(verb: Word, effect: Effect, depth: int = 0, nouns: int = 0) -> Stance:
    """The status that a verb gives, itself a verb of meeting or one that governs a meeting noun.

    `depth` counts the clauses, `nouns` the nouns that were climbed on the way to it: neither is climbed for ever.
    """
    if effect in FIXED:
        return fixed_stance(verb, effect, depth, nouns)
    form = tense(verb)
    if is_conditional(verb):
        return Stance(None if form == "past" else "proposed", verb, rule("meetings", "condition"))
    if is_negated(verb):
        if form in ("future", "modal"):
            return Stance("refused", verb, rule("meetings", "negation"))
        return Stance(None, verb, denied=form in ("past", "present"))
    told = rule("meetings", "tense")
    if form == "future":
        return confirmed_above(verb, Stance("scheduled", verb, told), depth)
    if form == "modal":
        return future_in_the_past(verb, depth) or Stance("proposed", verb, told)
    if form == "past":
        return Stance("ongoing" if effect == "begun" or is_lasting(verb) else "held", verb, told)
    if form in ("present", "progressive"):
        some_day = any(child.lower in words("some day") for child in verb.children("advmod", "mark"))
        coming = form == "present" and (some_day or verb.lemma in words("setting out"))
        return Stance("scheduled" if coming else "ongoing", verb, told)
    return stance_from_above(verb, effect, depth, nouns)


def future_in_the_past(verb: Word, depth: int) -> Stance | None:
    """ "She said that she would meet him": the plan of one who told it; None where "would" says anything else."""
    reporting = verb.head if verb.dep == "ccomp" else verb.head.head if verb.dep == "conj" else None
    would = verb.has("aux", "would", "'d")
    conditional = any(is_conditional(clause) for clause in verb.children("advcl"))
    if (
        not would
        or verb.lemma == "have"
        or conditional
        or reporting is None
        or tense(reporting) != "past"
        or is_negated(reporting)
    ):
        return None
    telling = effect_of(reporting) in ("report", "scheduled", "confirmed") and reporting.lemma not in words("guessing")
    return confirmed_above(verb, Stance("scheduled", verb, rule("meetings", "plan-as-told")), depth) if telling else None


def fixed_stance(verb: Word, effect: Effect, depth: int, nouns: int) -> Stance:
    """The status that a performative word gives, unless it is itself undone, only wished for, or not yet done."""
    if is_negated(verb):
        undone: dict[Effect, Status] = {
            "cancelled": "scheduled",
            "postponed": "scheduled",
            "refused": "proposed",
            "held": "ongoing",
            "suspended": "ongoing",
        }
        return Stance(undone.get(effect, "refused"), verb, rule("meetings", "negation-turns"))
    if effect in UNDOING and depth < 3:
        form = tense(verb)
        above = stance_from_above(verb, "tense", depth, nouns) if form == "infinitive" else None
        talked_of = above is not None and above.status in ("proposed", "scheduled") and not is_decided(verb)
        if form == "modal" or (talked_of and verb.dep == "xcomp"):
            return Stance("scheduled", verb, rule("meetings", "undoing-talked-of"))
    if effect == "held" and is_concluding(verb):
        return Stance("ongoing", verb, rule("meetings", "tense"))
    if effect == "held" and tense(verb) in ("future", "modal", "infinitive"):
        return Stance("proposed" if tense(verb) == "modal" else "scheduled", verb, rule("meetings", "tense"))
    if effect in ("scheduled", "confirmed") and depth < 3 and tense(verb) in ("infinitive", "modal", "none"):
        above = stance_from_above(verb, "tense", depth, nouns)
        if above.status in ("proposed", "refused") or tense(verb) == "modal":
            return Stance(above.status or "proposed", above.word, above.rule)
    return Stance(effect, verb, rule("meetings", "governor"))  # type: ignore[arg-type]


def is_decided(verb: Word) -> bool:
    """Does somebody say that he has made up his mind to do it ("decided to cancel")?"""
    governor = governor_of(verb.head)
    return governor is not None and governor.firm and tense(verb.head) == "past" and not is_negated(verb.head)


def is_concluding(verb: Word) -> bool:
    """ "Is concluding talks", "is there, concluding talks": they are not over."""
    above = verb.head if verb.dep in ("advcl", "xcomp") else verb
    return verb.tag == "VBG" and tense(above) in ("present", "progressive")


def stance_from_above(verb: Word, effect: Effect, depth: int, nouns: int) -> Stance:
    """The status of a verb without tense, from the clause above it."""
    head = verb.head
    if is_to_come(verb):
        return Stance("scheduled", verb, rule("meetings", "infinitive"))
    if depth > 4 or head == verb:
        return Stance(None, verb)
    if verb.dep == "pcomp":
        above = clause_verb(head)
        leading = governor_of(head.head)
        if leading is not None and leading.effect in FIXED and head.lower in words("of a deed"):
            return stance_of_verb(head.head, leading.effect, depth + 1, nouns)
        return stance_of_clause(head.lower, head, above) if above is not None else Stance(None, verb)
    governor = governor_of(head)
    if governor is not None and governor.effect in FIXED and verb.dep in ("xcomp", "ccomp", "acl", "advcl", "conj", "acomp"):
        if head.pos == "NOUN":
            return stance_of_offer(head, governor, max(depth, nouns))
        if governor.firm:
            return Stance("scheduled", head, rule("meetings", "governor"))
        return stance_of_verb(head, governor.effect, depth + 1, nouns)
    if verb.dep == "acl" and tense(verb) == "infinitive":
        return Stance("scheduled", verb, rule("meetings", "infinitive"))
    if verb.dep in ("conj", "xcomp", "advcl", "acomp"):
        inner = governor.effect if governor is not None and governor.effect not in ("report", "none") else effect
        above_stance = stance_of_verb(head, inner if head.is_verb else "tense", depth + 1, nouns)
        if verb.dep == "advcl" and tense(verb) == "infinitive" and above_stance.status == "held":
            return Stance("held", verb, rule("meetings", "clause-around"))
        return above_stance
    above = clause_verb(verb)
    meanwhile = verb.tag == "VBG" and above is not None and tense(above) == "past"
    if verb.dep == "acl" and (verb.tag == "VBN" or meanwhile):  # "talks held in", "ministers, meeting in Bonn, agreed"
        return Stance("held", verb, rule("meetings", "tense"))
    return Stance(None, verb)


def is_to_come(verb: Word) -> bool:
    """ "was to leave", "the chief to visit Chad" (a headline), "the envoy to meet first"."""
    head = verb.head
    planned = head.lemma == "be" and verb.dep == "xcomp" and not is_negated(head)
    headline = verb.dep in ("ROOT", "relcl") and (head == verb or head.pos in ("NOUN", "PROPN"))
    return tense(verb) == "infinitive" and (planned or headline)


def confirmed_above(verb: Word, stance: Stance, depth: int) -> Stance:
    """A planned meeting is confirmed where the clause hangs on a verb of confirming."""
    if verb.dep == "ccomp" and verb.head.lemma in words("confirming") and depth == 0 and not is_negated(verb.head):
        return Stance("confirmed", verb.head, rule("meetings", "governor"))
    return stance


def stance_of_noun(noun: Word) -> Stance:
    """The status of a meeting noun: undone by what governs it, else from its participles and adjectives, else as governed."""
    own, outer = stance_inside(noun), stance_outside(noun, 0)
    if own is None or outer.status in UNDOING:
        return outer
    if own.status == "suspended" and noun.dep == "dobj" and effect_of(noun.head) in ("begun", "held"):
        return outer  # "resumed the talks that were broken off"
    return own


def stance_inside(noun: Word, nouns: int = 0) -> Stance | None:
    """What the noun phrase itself says: "stalled talks", "talks held in", "talks to begin on", "the next summit"."""
    for clause in noun.children("acl", "relcl"):
        governor = governor_of(clause)
        if governor is not None and governor.effect == "scheduled" and (clause.any("agent") or is_purpose(clause)):
            continue  # "a session convened by Chad", "talks aimed at a truce": who called it or what for, not when it is
        if governor is not None and governor.effect != "report":
            stance = stance_of_verb(clause, governor.effect, nouns=nouns)
            if clause.tag == "VBN" and governor.effect in ("tense", "begun") and clause.dep == "acl":
                stance = Stance("held", clause, rule("meetings", "tense"))
            if stance.status is not None:
                return stance
    for child in noun.children("amod", "compound"):
        status = wording().modifiers.get(child.lower)
        if status is not None:
            return Stance(status, child, rule("meetings", "adjective"))
    return None


def is_purpose(clause: Word) -> bool:
    """Does a participle only say what a meeting is for ("talks aimed at ending the war")?"""
    return clause.tag in ("VBN", "VBD") and clause.dep == "acl" and clause.lemma in words("purposes")


def stance_outside(noun: Word, depth: int) -> Stance:
    """What governs the noun: a verb, a preposition before it, or another noun ("offer of talks")."""
    head = noun.head
    if head == noun or depth > 4:
        return Stance(None, noun)
    if noun.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "ccomp", "npadvmod", "dative") and head.pos in (
        "VERB",
        "AUX",
    ):
        return stance_under_verb(noun, head, depth)
    if noun.dep in ("conj", "appos", "compound"):
        return stance_outside(head, depth + 1)
    if noun.dep == "pobj":
        return without_day(head) or stance_under_preposition(noun, head, depth)
    return Stance(None, noun)


def stance_under_verb(noun: Word, verb: Word, nouns: int) -> Stance:
    """The status from the verb whose subject or object the noun is; of "is possible" from the adjective."""
    for child in verb.children("acomp") if verb.lemma == "be" else ():
        status = wording().modifiers.get(child.lower)
        if status is not None:
            return Stance(status, child, rule("meetings", "adjective"))
    governor = governor_of(verb)
    if governor is None or governor.effect in ("report", "none"):
        above = tense(verb)
        plain: dict[str, Status] = {"past": "held", "future": "scheduled", "modal": "proposed"}
        return Stance(plain.get(above), verb, rule("meetings", "clause-around"), weak=True)
    effect = governor.effect
    if noun.dep == "nsubj" and effect in ("proposed", "confirmed", "refused"):
        return Stance(None, verb)
    if effect == "scheduled" and noun.dep == "dobj" and governor.object_only_wished:
        return Stance("proposed", verb, rule("meetings", "governor"))
    return stance_of_verb(verb, effect, nouns=nouns)


def stance_under_preposition(noun: Word, preposition: Word, depth: int) -> Stance:
    """The status of "after talks", "ahead of the summit", "called for talks", "an offer of talks", "in talks"."""
    above = preposition.head
    word = preposition.lower
    while (above.pos == "ADP" or is_ahead(above)) and not above.is_top:
        word, above = above.lower, above.head
    if above.dep == "pobj" and (framing := framed_by(above)) is not None:
        verb = clause_verb(above)
        return stance_of_clause(framing, preposition, verb) if verb is not None else Stance(None, noun)
    if above.pos in ("NOUN", "PROPN", "ADJ") and not (
        word in words("time of something else") and clause_verb(above) is not None
    ):
        governor = wording().governors.get(above.lemma)
        if governor is not None and governor.effect in FIXED:
            return stance_of_offer(above, governor, depth)
        if above.lemma in words("rumours"):
            return Stance(None, above)
        passing = above.lemma in words("passing on") or meeting_noun(above) is not None
        if word == "of" and (passing or governor is not None):
            return stance_inside(above, depth) or stance_outside(above, depth + 1)
        return Stance(None, preposition)
    verb = above if above.is_verb else clause_verb(above)
    if verb is None:
        return Stance(None, preposition)
    if word in words("time of something else") or (word == "on" and is_journey(noun)):
        return stance_of_clause(word if word in words("time of something else") else "during", preposition, finite(verb))
    if word == "for" and (ahead := lying_ahead(noun, verb)) is not None:
        return ahead
    governor = governor_of(verb)
    if governor is not None and governor.effect in FIXED and word in words("taking to it"):
        return stance_of_verb(verb, governor.effect, nouns=depth)
    if governor is not None and governor.effect in ("tense", "begun") and word in words("being at it"):
        return stance_of_verb(verb, governor.effect, nouns=depth)
    return stance_of_clause(word, preposition, verb)


def without_day(preposition: Word) -> Stance | None:
    """ "No date has been set for a meeting", "a date for the talks is yet to be fixed": they are sought, no more."""
    above = preposition.head
    if preposition.lower not in ("for", "of"):
        return None
    told = [above] if not above.is_verb else [*above.children("nsubj", "nsubjpass", "dobj")]
    day = next((noun for noun in told if noun.lemma in words("day of it")), None)
    if day is None:
        return None
    left_open = day.has("det", "no") or is_negated(day.head) or day.head.has("advmod", "yet")
    return Stance("proposed", day, rule("meetings", "negation")) if left_open else None


def framed_by(noun: Word) -> str | None:
    """The preposition that a noun before a meeting means: "on the eve of" is before it, "on the sidelines of" at it."""
    if noun.lemma in words("before it"):
        return "before"
    return "at" if noun.lemma in words("beside it") else None


def lying_ahead(noun: Word, verb: Word) -> Stance | None:
    """What one prepares or has left for is still to come ("left for consultations with")."""
    if is_departure(verb) and tense(verb) == "past" and not is_journey(noun):
        return Stance("scheduled", verb, rule("meetings", "clause-around"), weak=True)
    if verb.lemma in words("preparing") and not is_negated(verb):
        return Stance("scheduled", verb, rule("meetings", "governor"))
    return None


def finite(verb: Word) -> Word:
    """The verb itself or the nearest one above it that has a tense: "accused them of seeking to provoke it during"."""
    while tense(verb) in ("infinitive", "none") and verb.dep in ("xcomp", "pcomp", "advcl", "acl") and not verb.is_top:
        above = clause_verb(verb)
        if above is None or tense(above) in ("future", "modal"):
            return verb
        verb = above
    return verb


def stance_of_offer(noun: Word, governor: Governor, depth: int) -> Stance:
    """The status that "an offer of", "an invitation to" gives, unless what governs it undoes it ("turned down an offer")."""
    outer = stance_outside(noun, depth + 1)
    if outer.status in UNDOING or is_accepted(outer):
        return outer
    if noun.has("det", "no", "neither", "any") and governor.effect == "scheduled":
        return Stance("refused", noun, rule("meetings", "negation"))
    return Stance(governor.effect, noun, rule("meetings", "governor"))  # type: ignore[arg-type]


def is_accepted(outer: Stance) -> bool:
    """Does one of those who would meet say yes to what is offered ("accepted an invitation to talks")?"""
    governor = governor_of(outer.word) if outer.status == "confirmed" else None
    return governor is not None and governor.subject == "party"


def stance_of_clause(word: str, preposition: Word, verb: Word) -> Stance:
    """A meeting that only frames what happens: "after talks with X he said", "on the eve of the summit"."""
    told = rule("meetings", "clause-around")
    form = tense(verb)
    then = form == "past" and word in words("it goes on")
    bound = verb.lemma in words("on the way") and not then
    wished = effect_of(verb) == "proposed" and (not then or verb.lemma in words("own wishes"))
    planned = bound or wished or effect_of(verb) == "scheduled"
    coming = form in ("future", "modal", "infinitive") or (
        planned and any(tense(child) == "infinitive" for child in verb.children("xcomp"))
    )
    if form == "modal" and word in ("to", "at", "in", "for") and not any(child.lower == "would" for child in verb.below):
        return Stance("proposed", preposition, told, weak=True)
    if word in words("it is over"):
        return Stance("scheduled" if coming else "held", preposition, told, weak=True)
    if word in words("it is to come"):
        if form == "past":
            return Stance("scheduled", preposition, rule("meetings", "looking-ahead"), weak=True, ahead=True)
        return Stance("scheduled", preposition, told, weak=True)
    if coming:
        return Stance("scheduled", preposition, told, weak=True)
    if word in words("meant for it") and form in ("present", "progressive"):
        return Stance("scheduled", preposition, told, weak=True)
    if word in words("it goes on") and form in ("present", "progressive"):
        return Stance("ongoing", preposition, told, weak=True)
    if word == "for" and meeting_verb(verb) is None and effect_of(verb) not in ("tense", "begun"):
        return Stance(None, preposition, weak=True)
    return Stance("held" if form == "past" else None, preposition, told, weak=True)

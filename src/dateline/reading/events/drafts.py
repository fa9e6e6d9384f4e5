"""From the acts of a sentence to events: one reading of each trigger, with its sides, day, place and status."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.knowledge.events import class_of
from dateline.model.event import Event, EventStatus, PloverType
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.when import Bearing, When
from dateline.reading.desk import Findings, Sentence, Story, reaches
from dateline.reading.desk import Scene as Dated
from dateline.reading.events.acts import ALONE, EFFECTS, Act, acts
from dateline.reading.events.contexts import contexts_of, words_around
from dateline.reading.events.roles import End, Scene, actors_of, place_near, recipients_of
from dateline.reading.events.tree import Word, flat, subjects, tree

__all__ = ["Draft", "finished", "told_in"]

DATING = ("", "on", "in", "at", "during", "since", "over", "last", "for", "before", "by", "between", "from")
MATERIAL = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "AID", "RETREAT", "COOPERATE", "CONSULT"))
TARGETED = frozenset(("ACCUSE", "THREATEN", "SANCTION", "AID", "SUPPORT", "COOPERATE"))
VERBAL = frozenset(("ACCUSE", "AGREE", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT"))
"""Types of what is done with words, which private people do for nobody but themselves."""
ENDED = ("0356", "087", "0871")
PLAIN = frozenset(("ASSAULT", "COERCE", "CONCEDE", "AGREE"))
"""Types that a verb alone is not enough for, without object and other side."""
OPEN = frozenset(("REQUEST", "REJECT", "CONCEDE", "AGREE", "COERCE", "ASSAULT", "RETREAT"))
UNREAL = ("without", "from", "against", "instead")
LONG_AGO = timedelta(days=400)
SURE, BY_VERB, BY_NOUN, BY_GOVERNOR = 0.75, 0.6, 0.5, 0.4
"""Confidence by what names the act: a verb with the object it needs, a verb, a noun, only a word that governs acts."""
HIDDEN = 0.15
NO_TARGET, NO_OBJECT = 0.35, 0.15
"""What a missing other side costs where the type wants one, and where it may be left open."""
OF_A_PRONOUN, UNCERTAIN, DOUBTED, STRANGE = 0.05, 0.25, 0.35, 0.5


@dataclass(kw_only=True)
class Draft:
    """An event in the making."""

    sentence: Sentence
    trigger: Span
    type: PloverType
    cameo: str
    rule: str
    mode: str | None = None
    status: EventStatus = "happened"
    actors: list[End] = field(default_factory=list)
    recipients: list[End] = field(default_factory=list)
    when: Sourced[When] | None = None
    place: Sourced[str] | None = None
    reported_by: str | None = None
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()


def told_in(scene: Scene, findings: Findings, dated: Dated | None) -> Iterator[Draft]:
    """The events that the words of a sentence tell."""
    words = tree(scene.sentence.tokens)
    for act in chosen(acts(words)):
        if is_real(act) and (draft := drafted(scene, act, findings, dated)) is not None:
            yield draft


def chosen(found: list[Act]) -> list[Act]:
    """One act for each trigger, and one for a verb with the noun that it only carries ("launched an attack")."""
    best: dict[int, Act] = {}
    for act in found:
        if act.trigger.i not in best or act.fit > best[act.trigger.i].fit:
            best[act.trigger.i] = act
    kept: list[Act] = []
    for act in sorted(best.values(), key=lambda each: (-each.fit, each.trigger.i)):
        if not any(is_told_by(act, other) for other in kept):
            kept.append(act)
    return sorted(kept, key=lambda act: act.trigger.i)


def is_told_by(act: Act, other: Act) -> bool:
    """Does another act tell this one already, and better?"""
    carried = any(word is act.trigger for word in other.objects)
    if carried and (other.fit >= act.fit or other.type == act.type):
        return True
    if act.top is other.trigger and not act.trigger.is_verb and act.top is not act.trigger:
        return other.type == act.type or other.fit > act.fit
    if other.top is act.trigger and other.trigger is not act.trigger and other.effects:
        return other.type == act.type or not act.objects
    return False


def is_real(act: Act) -> bool:
    """Does the sentence say that it happens at all: not merely what is done in order to, or kept from?"""
    verb = act.top
    if is_asked(act) or is_whatever(verb):
        return False
    if not verb.is_verb:
        return True
    if is_wished(verb) or (verb.lemma == "let" and verb.tag == "VB" and not verb.any("aux", "nsubj")):
        return False
    if verb.tag == "VBG" and is_beneath(verb):
        return False
    helpers = {child.lower for child in verb.below if child.dep in ("aux", "auxpass")}
    first = verb
    while first.dep == "conj" and first.head.is_verb:
        first = first.head
    if (
        first is not verb
        and first.tag == verb.tag
        and first.dep in ("pcomp", "xcomp", "ccomp", "advcl", "acl")
        and not verb.any("nsubj")
    ):
        verb = first
        helpers |= {child.lower for child in verb.below if child.dep == "aux"}
    if verb.tag == "VB" and "to" in helpers and verb.dep != "ROOT" and not act.effects:
        return verb.dep == "xcomp" and verb.head.lemma in class_of("carried out")
    if verb.dep == "pcomp" and (verb.head.lower in UNREAL or is_means(verb)):
        return False
    return not (verb.dep in ("amod", "compound") and not verb.is_passive)


def is_asked(act: Act) -> bool:
    """Does the sentence ask whether it will happen ("Will Chad attack?"), and not merely why or when?"""
    root = next((word for word in (act.top, *act.top.ancestors()) if word.head is word), act.top)
    if not any(child.lower == "?" for child in root.below):
        return False
    first = min(flat(root), key=lambda word: word.i)
    return first.lower not in ("why", "when", "how", "where") and not (root.is_verb and root.lemma in class_of("saying"))


def is_whatever(verb: Word) -> bool:
    """Is its object any at all, or asked for ("whatever step Chad takes", "did not say whom it would back")?"""
    objects = verb.children("dobj")
    if any(g.dep == "det" and g.lower in ("what", "whatever", "whichever") for o in objects for g in o.below):
        return True
    return verb.dep == "ccomp" and any(word.lower in ("whom", "who", "what", "whoever", "whatever") for word in objects)


def is_beneath(verb: Word) -> bool:
    """Does a gerund hang on a noun by which it is only thought of ("the consequences of breaking", "trouble paying")?"""
    over = verb.head.head if verb.dep == "pcomp" else verb.head if verb.dep in ("acl", "advcl") else None
    if over is None or over.is_verb:
        return over is not None and verb.dep == "pcomp" and over.lemma in class_of("fearing")
    return over.lemma in class_of("imagining") or (verb.dep == "pcomp" and over.lemma in class_of("fearing"))


def is_wished(verb: Word) -> bool:
    """Is it part of what somebody would like, or of an end ("to make the West stop sending arms")?"""
    node = verb
    while node.dep in ("xcomp", "ccomp", "pcomp") and node.head is not node:
        above = node.head if node.head.is_verb else node.head.head
        open_ended = node.tag in ("VB", "VBG")
        if open_ended and above.is_verb and above.lemma in class_of("wishing"):
            return True
        if not open_ended or not above.is_verb or above is node:
            return False
        node = above
        if node.tag == "VB" and node.dep in ("advcl", "acl") and any(c.lower == "to" and c.dep == "aux" for c in node.below):
            return True
    return False


def is_means(verb: Word) -> bool:
    """Is it a means or an end of something, not done itself yet ("urged Chad to help by sending", "the price for breaking")?"""
    above = verb.head.head
    if verb.head.lower == "for" and above.lemma not in class_of("blaming"):
        return True
    return verb.head.lower in ("by", "through") and above.tag == "VB" and any(child.lower == "to" for child in above.below)


def drafted(scene: Scene, act: Act, findings: Findings, dated: Dated | None) -> Draft | None:
    """The event of an act; None where neither side is known."""
    actors = actors_of(scene, act)
    recipients = recipients_of(scene, act, actors)
    if not actors and not recipients:
        return None
    if (act.type == "CONSULT" and act.mode not in ("visit", "third-party")) or act.cameo == "057":
        actors, recipients = [*actors, *recipients], []
    sentence, doc = scene.sentence, scene.sentence.tokens.doc
    trigger = sentence.span(doc[act.trigger.i])
    when = day_of(act, dated)
    effects = tuple(Evidence(sentence.span(doc[act.top.i]), f"an act that is {EFFECTS[effect]}") for effect in act.effects)
    return Draft(
        sentence=sentence,
        trigger=trigger,
        type=act.type,
        mode=act.mode,
        cameo=act.cameo,
        rule=act.frame.name,
        status=status_of(act, when, findings.day),
        actors=actors,
        recipients=recipients,
        when=when,
        place=place_near(scene, act),
        reported_by=reporter(findings, trigger),
        confidence=confidence_of(act, actors, recipients),
        evidence=effects,
    )


def confidence_of(act: Act, actors: list[End], recipients: list[End]) -> float:
    """How sure the event is: less without one of its sides, by a noun alone, or where it may not have happened."""
    sides = {end.side for end in actors}
    if not actors or (not recipients and act.type in (*TARGETED, "CONSULT") and len(sides) < 2):
        return HIDDEN
    named = act.trigger.is_verb or act.trigger.tag in ("VBN", "VBD") or act.top is not act.trigger
    sure = BY_GOVERNOR if act.fit == ALONE else SURE if act.objects else BY_VERB if named else BY_NOUN
    if not recipients and act.type in OPEN:
        sure -= NO_OBJECT if named and (act.objects or act.type not in PLAIN) else NO_TARGET
    sure -= DOUBTED if act.status in ("hypothetical", "denied") else 0
    return round(max(0.05, sure - doubts(act, actors, recipients, named=named)), 2)


def doubts(act: Act, actors: list[End], recipients: list[End], *, named: bool) -> float:
    """What the sides themselves take from it: unknown ones, pronouns, things that do not act, deeds against oneself."""
    cost = 0.0
    persons = all(end.kind == "person" for end in actors)
    joint = act.type == "CONSULT" and len({end.side for end in actors}) > 1
    if not any(end.known for end in actors) or (joint and not all(end.known for end in actors)):
        cost += STRANGE
    if recipients and not any(end.known for end in recipients):
        cost += DOUBTED
    if act.trigger.is_verb and not any(end.direct for end in actors):
        cost += DOUBTED
    if act.type in VERBAL and is_private(act, actors):
        cost += DOUBTED
    if act.cameo in ENDED and (act.effects or not recipients):  # whoever "wants to end the war" may be no part of it
        cost += DOUBTED
    if all(end.how == "pronoun" for end in actors):
        cost += OF_A_PRONOUN if named else UNCERTAIN
    if persons and act.type in ("ASSAULT", "PROTEST"):
        named_both = recipients and all(end.kind in ("person", "organisation") for end in recipients)
        cost += UNCERTAIN if act.type == "ASSAULT" and not named_both else DOUBTED
    if act.type in ("ASSAULT", "SANCTION") and recipients and {end.side for end in recipients} <= {end.side for end in actors}:
        cost += DOUBTED
    return cost


def is_private(act: Act, actors: list[End]) -> bool:
    """Do only people act who speak for no state, though they are called by its name ("a Ghanaian actor", "the Dutch")?"""
    if any(end.kind in ("person", "organ", "organisation", "group") for end in actors):
        return False
    named = [word for top in (act.top, act.trigger) for word in subjects(top)]
    crowd = all(
        end.how == "demonym" and isinstance(end.evidence.ground, Span) and end.evidence.ground.quote.endswith("s")
        for end in actors
    )
    return crowd or (bool(named) and all(word.lemma in class_of("private") for word in named))


def day_of(act: Act, dated: Dated | None) -> Sourced[When] | None:
    """The day that hangs on the words of the act."""
    if dated is None:
        return None
    doc = dated.sentence.tokens.doc
    for time, preposition, governor in dated.times:
        if preposition not in DATING or time.earliest is None or time.latest is None:
            continue
        if any(reaches(governor, dated.sentence.word(doc[word.i])) for word in (act.trigger, act.top)):
            bearing: Bearing | None = "since" if preposition == "since" else None if time.earliest == time.latest else "within"
            latest = None if preposition == "since" else time.latest
            return Sourced(
                When(time.earliest, latest, bearing), (Evidence(time.span, f"a date {preposition or 'beside'} the words"),)
            )
    return None


def status_of(act: Act, when: Sourced[When] | None, today: date | None) -> EventStatus:
    """What became of the act by the day of the story."""
    if act.status != "happened":
        return act.status
    last = when.value.latest if when else None
    if last and today and today - last > LONG_AGO:
        return "historical"
    verb = act.top
    if (
        act.type in MATERIAL
        and verb.tag == "VBG"
        and any(child.lower in ("is", "are", "been", "'re") for child in verb.children("aux"))
    ):
        return "ongoing"
    return "happened"


def reporter(findings: Findings, trigger: Span) -> str | None:
    """The statement that tells of it: the narrowest whose words cover the trigger."""
    covering = [
        (content.end - content.start, statement.id)
        for statement in findings.statements
        for content in statement.content
        if content.covers(trigger)
    ]
    return min(covering)[1] if covering else None


def finished(story: Story, draft: Draft) -> Event:
    """The event of a draft."""
    ground = (Evidence(draft.trigger, draft.rule), *draft.evidence)
    words = words_around(draft.sentence)
    return Event(
        text=story.document.text.id,
        trigger=draft.trigger,
        type=Sourced(draft.type, ground[:1]),
        mode=Sourced(draft.mode, ground[:1]) if draft.mode else None,
        cameo=Sourced(draft.cameo, ground[:1]),
        status=Sourced(draft.status, ground[-1:]),
        actors=tuple(end.sourced for end in draft.actors),
        recipients=tuple(end.sourced for end in draft.recipients),
        contexts=tuple(Sourced(name, (Evidence(draft.trigger, "words of its context"),)) for name in contexts_of(words)),
        when=draft.when,
        place=draft.place,
        reported_by=draft.reported_by,
        sentence=counted(story, draft.sentence),
        confidence=draft.confidence,
        evidence=draft.evidence,
    )


def counted(story: Story, sentence: Sentence) -> int:
    """The number of a sentence among those of the text, from 1; 0 in the title."""
    if sentence.field != "text":
        return 0
    return sentence.number - next(each.number for each in story.sentences if each.field == "text") + 1

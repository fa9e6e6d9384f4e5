"""Verbs of meeting with their roles: X meets Y, visits a place, receives a guest, speaks to Y by telephone."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.knowledge.meetings import MeetingVerb, wording
from dateline.model.entry import MeetingKind
from dateline.reading.desk import Actor, Cast, Sentence, Word, is_negated, word_subjects, word_tense
from dateline.reading.meetings.roles import (
    PHONE,
    Mention,
    acting,
    done_to,
    is_body,
    is_habitual,
    objects,
    of_ground,
    one_body,
    partners,
    whom,
    with_strangers,
)
from dateline.reading.meetings.status import stance_of_verb

__all__ = ["verb_mention"]


def verb_mention(sentence: Sentence, cast: Cast, verb: Word) -> Iterator[Mention]:
    """A verb of meeting with its roles filled, if they are."""
    known = wording().verbs.get(verb.lemma)
    if known is None:
        if verb.lemma == "be":
            yield from presence(sentence, cast, verb)
        return
    actors = acting(sentence, cast, verb)
    found = ROLES[known.how](sentence, cast, verb, actors)
    if found is None:
        return
    sides, rule, destination = found
    stance = stance_of_verb(verb, known.effect)
    if is_unreal(verb) or (is_negated(verb) and word_tense(verb) in ("past", "present", "progressive", "none")):
        return
    mention = Mention(
        sentence=sentence, head=verb, kind=kind_of(known, verb, sides), rule=rule, stance=stance, sides=sides,
        body=tuple(actor for actor in sides if is_session(known, actor)),
        destination=destination, habitual=is_habitual(verb),
    )  # fmt: skip
    yield mention
    for stop in list(destination.conjuncts())[1:] if destination is not None else ():
        if stop.ent in ("GPE", "LOC", "FAC"):
            yield replace(mention, destination=stop, sides=(*actors, *whom(sentence, cast, stop, coordinated=False)))


UNREAL = frozenset(("unable", "fail", "dare", "afraid", "refrain", "avoid", "help", "impossible", "supposed"))
"""Words under which a meeting did not come about, or under which nothing is said of one."""


def is_unreal(verb: Word) -> bool:
    """Is it only thought of: "would have met", "was unable to meet", "would not dare to visit"?"""
    words = {child.lower for child in verb.children("aux")}
    if words & {"would", "could", "should", "might"} and "have" in words:
        return True
    noun = verb.head if verb.dep == "acl" and verb.head.pos == "NOUN" else None
    if noun is not None and noun.has("det", "no"):
        return True
    governing = verb.head if verb.dep in ("xcomp", "acomp", "ccomp", "pcomp") else None
    if governing is not None and governing.pos == "ADP":
        governing = governing.head
    return governing is not None and governing.lemma in UNREAL


ERRANDS = frozenset(
    ("treatment", "surgery", "operation", "checkup", "check-up", "holiday", "vacation", "honeymoon", "wedding", "match", "race")
)


def is_private_errand(verb: Word) -> bool:
    """Does the traveller go for a cure or a holiday?"""
    aims = verb.behind("for", "on")
    return any(noun.lemma in ERRANDS for noun in aims)


WAYS = {"leave": ("for",), "depart": ("for",), "head": ("to", "in", "into", "at", "for")}
Found = tuple[tuple[Actor, ...], str, Word | None] | None


def is_session(known: MeetingVerb, actor: Actor) -> bool:
    """Is this side the body whose session the verb tells of?"""
    return (known.how == "deliberates" and actor.party.kind == "organisation") or (
        known.how == "addresses" and is_assembly(actor)
    )


def kind_of(known: MeetingVerb, verb: Word, sides: tuple[Actor, ...]) -> MeetingKind:
    """A conversation by telephone is a call whatever the verb; a body that meets is in council."""
    if known.how in ("meets", "speaks") and by_phone(verb):
        return "call"
    if verb.lemma == "talk":
        return "talks"
    if known.how == "meets" and one_body(sides):
        return "council"
    return known.kind


def by_phone(verb: Word) -> bool:
    """Is there "by phone", "over the telephone", "via video link" beside the verb?"""
    return any(
        word.lower in PHONE
        for preposition in verb.children("prep")
        if preposition.lower in ("by", "over", "on", "via", "through", "in")
        for noun in preposition.children("pobj")
        for word in noun.subtree()
    )


def meets(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X meets Y; X meets with Y; X and Y meet; a body meets."""
    rule = "<side> meets <side>"
    passive = done_to(verb)
    met = tuple(actor for noun in passive for actor in whom(sentence, cast, noun, coordinated=False))
    others = (*objects(sentence, cast, verb), *partners(sentence, cast, verb, "with"), *met)
    if not others and verb.dep == "relcl" and verb.head.dep == "conj":
        actors = (*whom(sentence, cast, verb.head.head, coordinated=False), *actors)
    if (verb.children("dobj") or with_strangers(sentence, cast, verb)) and not others:
        return None
    if verb.lemma == "see" and not sees(verb, others):
        return None
    several = bool(actors) and (len(word_subjects(verb)) > 1 or any(is_joint(subject) for subject in word_subjects(verb)))
    if others or several or len(actors) > 1 or any(is_body(actor) for actor in actors):
        return (*actors, *others), rule, None
    return None


def is_joint(subject: Word) -> bool:
    """Does the phrase join several ("ambassadors of the allies and Russian officials")?"""
    return subject.tag in ("NNS", "NNPS") and any(word.dep == "cc" for word in subject.subtree())


def sees(verb: Word, others: tuple[Actor, ...]) -> bool:
    """ "is due to see Sherman in Geneva" is a meeting; "sees Ukraine as a partner", "saw that" are not."""
    as_what = verb.has("prep", "as") or verb.children("ccomp", "xcomp", "oprd")
    people = bool(others) and all(actor.party.kind == "person" for actor in others)
    return people and not as_what and word_tense(verb) in ("future", "infinitive", "progressive")


def visits(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X visits PLACE (or a person, or a body), with Y."""
    targets = verb.children("dobj") or verb.children("nsubjpass")
    if not targets or not actors:
        return None
    hosts_there = tuple(actor for noun in targets for actor in of_ground(sentence, cast, noun, coordinated=False))
    asked = verb.dep in ("xcomp", "ccomp") and verb.head.lemma == "invite"
    received = any(asked or can_host(actor) for actor in hosts_there)
    if not any(is_traveller(actor) for actor in actors) or not (is_ground(targets[0]) or received):
        return None
    beside = targets[0].behind("with")
    people = tuple(actor for noun in beside for actor in whom(sentence, cast, noun) if actor.party.kind == "person")
    company = (*partners(sentence, cast, verb, "with", "alongside"), *people)
    return (*actors, *company, *hosts_there), "<side> visits <place>", targets[0]


def is_ground(noun: Word) -> bool:
    """Is it land or a place that a visitor goes to, by name or by noun ("the island")?"""
    words = (noun, *noun.children("compound", "amod"))
    return noun.ent in ("GPE", "LOC", "FAC") or any(word.lemma in wording().grounds for word in words)


def can_host(actor: Actor) -> bool:
    """Is it somebody whom one calls on: a person, a state or body of whom the words speak by name or office?"""
    return actor.party.kind in ("person", "state", "organisation", "organ") and actor.how not in ("demonym", "pronoun")


def travels(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X flies to PLACE, arrives in PLACE, leaves for PLACE: officials, not citizens; themselves, not what they carry."""
    if is_private_errand(verb):
        return None
    things = any(subject.lower in ("it", "this", "that") for subject in word_subjects(verb))
    if things or verb.children("dobj") or not any(is_traveller(actor) for actor in actors):
        return None
    wanted = WAYS.get(verb.lemma, ("to", "in", "into", "at"))
    for preposition in verb.children("prep"):
        for noun in preposition.children("pobj"):
            if preposition.lower in wanted and noun.ent in ("GPE", "LOC", "FAC"):
                return (*actors, *whom(sentence, cast, noun, coordinated=False)), "<side> travels to <place>", noun
    here = [child for child in verb.children("advmod") if child.lower == "here"]
    return (actors, "<side> travels to <place>", here[0]) if here else None


def is_traveller(actor: Actor) -> bool:
    """Does it name a person, a body or the officials of a state, rather than its people or things?"""
    if actor.party.kind in ("person", "organ", "organisation", "group"):
        return True
    words = actor.span.quote.lower().replace("-", " ").split()
    official = any(word.removesuffix("s") in wording().delegates or word in wording().delegates for word in words)
    return official or (actor.party.kind == "state" and actor.how == "office")


def hosts(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X receives Y, X hosts Y: two persons, or a side and a person."""
    guests = tuple(actor for actor in objects(sentence, cast, verb) if actor.party.kind in ("person", "unnamed"))
    if not guests or not actors or (verb.lemma in ("welcome", "greet") and not any(a.party.kind == "person" for a in actors)):
        return None
    return (*actors, *guests), "<host> receives <guest>", None


def calls(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X telephones Y."""
    others = objects(sentence, cast, verb)
    return ((*actors, *others), "<side> speaks with <side>", None) if actors and others else None


def speaks(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X speaks to Y (a person or a side that we know), by telephone or not; X and Y speak by telephone."""
    partnered = partners(sentence, cast, verb, "with", "to")
    others = tuple(actor for actor in partnered if actor.party.kind in ("person", "state") or is_body(actor))
    if (actors and others) or (len(actors) > 1 and by_phone(verb)):
        return (*actors, *others), "<side> speaks with <side>", None
    return None


def deliberates(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """The ministers or leaders of a body discuss, gather, convene; several sides gather."""
    for subject in word_subjects(verb) or done_to(verb):
        phrase = " ".join(word.lower for word in sentence.words if word.i in range(subject.left_edge.i, subject.i + 1))
        ranks = any(phrase.endswith(level) for level in wording().levels)
        if ranks and any(is_body(actor) for actor in actors):
            return actors, "<officials of a body> deliberate", None
    if verb.dep == "acl" and verb.children("agent"):
        return None
    actors = tuple(actor for actor in actors if not (actor.how == "demonym" and actor.span.quote.endswith("s")))
    if verb.lemma != "discuss" and len({actor.side for actor in actors}) > 1:
        return actors, "<officials of a body> deliberate", None
    return None


def addresses(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X tells the Security Council, or vetoes something in it: its session, in which X takes part."""
    where = [verb, *verb.children("dobj")] if verb.lemma == "veto" else []
    before = [noun for w in where for p in w.children("prep") if p.lower in ("at", "in") for noun in p.children("pobj")]
    found = (*objects(sentence, cast, verb), *(actor for noun in before for actor in whom(sentence, cast, noun)))
    council = tuple(actor for actor in found if is_assembly(actor))
    return ((*actors, *council), "<side> addresses <council>", None) if actors and council else None


def is_assembly(actor: Actor) -> bool:
    """Is it an organ of an international body that meets in session?"""
    return (
        actor.party.kind == "organ"
        and is_body(actor)
        and any(word in actor.party.id for word in ("Council", "Assembly", "Conference", "Congress"))
    )


def presence(sentence: Sentence, cast: Cast, verb: Word) -> Iterator[Mention]:
    """A person who is in a foreign place: "the premier is in Kyiv", "was in Ankara on Monday for talks"."""
    places = [noun for p in verb.children("prep") if p.lower == "in" for noun in p.children("pobj") if noun.ent == "GPE"]
    if not places or is_negated(verb) or verb.children("attr", "acomp", "expl"):
        return
    sent = any(noun.lemma in ("mission", "delegation", "negotiator", "envoy") for noun in word_subjects(verb))
    people = tuple(actor for actor in acting(sentence, cast, verb) if actor.party.kind == "person" or sent)
    if people:
        stance = stance_of_verb(verb, "tense")
        yield Mention(
            sentence=sentence, head=verb, kind="visit", rule="<official> is in <place>", stance=stance, sides=people,
            destination=places[0], strong=False,
        )  # fmt: skip


def attends(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X attends a ceremony, funeral, inauguration in PLACE."""
    people = tuple(actor for actor in actors if actor.party.kind == "person")
    for noun in verb.children("dobj"):
        if noun.lemma not in wording().rites or not people:
            continue
        for preposition in (*noun.children("prep"), *verb.children("prep")):
            for place in preposition.children("pobj"):
                if preposition.lower in ("in", "at") and place.ent in ("GPE", "LOC", "FAC"):
                    return (*people, *whom(sentence, cast, place, coordinated=False)), "<official> attends <rite>", place
    return None


def invites(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X invites Y to PLACE."""
    passive = done_to(verb)
    guests = tuple(actor for noun in (passive or verb.children("dobj")) for actor in whom(sentence, cast, noun))
    people = tuple(actor for actor in guests if actor.party.kind == "person")
    for preposition in verb.children("prep"):
        for place in preposition.children("pobj"):
            if people and preposition.lower == "to" and place.ent in ("GPE", "FAC"):
                return (*actors, *people, *whom(sentence, cast, place, coordinated=False)), "<host> invites <guest>", place
    return None


ROLES = {
    "attends": attends, "invites": invites,
    "meets": meets, "visits": visits, "travels": travels, "hosts": hosts, "calls": calls, "speaks": speaks,
    "deliberates": deliberates, "addresses": addresses,
}  # fmt: skip

"""Verbs of meeting with their roles: X meets Y, visits a place, receives a guest, speaks to Y by telephone."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.knowledge.meetings import How, MeetingVerb, wording, words
from dateline.knowledge.rules import rule
from dateline.model.entry import MeetingKind
from dateline.reading.desk import Actor, Cast, Sentence, Word, is_negated, subjects, tense, undergoers
from dateline.reading.meetings.lookup import meeting_verb
from dateline.reading.meetings.roles import (
    Mention,
    acting,
    done_to,
    further_stops,
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
    known = meeting_verb(verb)
    if known is None:
        if verb.lemma == "be":
            yield from presence(sentence, cast, verb)
        return
    actors = acting(sentence, cast, verb)
    found = ROLES[known.how](sentence, cast, verb, actors)
    if found is None or (known.with_whom and not partners(sentence, cast, verb, "with") and not is_of_several(actors)):
        return
    sides, rule, destination = found
    stance = stance_of_verb(verb, known.effect)
    if is_unreal(verb) or (is_negated(verb) and tense(verb) in ("past", "present", "progressive", "none")):
        return
    mention = Mention(
        sentence=sentence, head=verb, kind=kind_of(known, verb, sides), rule=rule, stance=stance, sides=sides,
        body=tuple(actor for actor in sides if is_session(known, actor)),
        destination=destination, habitual=is_habitual(verb),
    )  # fmt: skip
    yield mention
    for stop in further_stops(destination):
        yield replace(mention, destination=stop, sides=(*actors, *whom(sentence, cast, stop, coordinated=False)))


def is_unreal(verb: Word) -> bool:
    """Is it only thought of: "would have met", "was unable to meet", "would not dare to visit"?"""
    helping = {child.lower for child in verb.children("aux")}
    if helping & {"would", "could", "should", "might"} and "have" in helping:
        return True
    noun = verb.head if verb.dep == "acl" and verb.head.pos == "NOUN" else None
    if noun is not None and noun.has("det", "no"):
        return True
    governing = verb.head if verb.dep in ("xcomp", "acomp", "ccomp", "pcomp") else None
    if governing is not None and governing.pos == "ADP":
        governing = governing.head
    return governing is not None and governing.lemma in words("unreal")


def is_private_errand(verb: Word) -> bool:
    """Does the traveller go for a cure or a holiday?"""
    aims = verb.behind("for", "on")
    return any(noun.lemma in words("private errands") for noun in aims)


Found = tuple[tuple[Actor, ...], str, Word | None] | None


def is_session(known: MeetingVerb, actor: Actor) -> bool:
    """Is this side the body whose session the verb tells of?"""
    return (known.how in ("deliberates", "discusses") and actor.party.kind == "organisation") or (
        known.how in ("addresses", "vetoes") and is_assembly(actor)
    )


def kind_of(known: MeetingVerb, verb: Word, sides: tuple[Actor, ...]) -> MeetingKind:
    """A conversation by telephone is a call whatever the verb; a body that meets is in council."""
    if known.how in ("meets", "speaks") and by_phone(verb):
        return "call"
    if known.how == "meets" and one_body(sides):
        return "council"
    return known.kind


def by_phone(verb: Word) -> bool:
    """Is there "by phone", "over the telephone", "via video link" beside the verb?"""
    return any(
        word.lower in words("telephone")
        for preposition in verb.children("prep")
        if preposition.lower in words("by means of")
        for noun in preposition.children("pobj")
        for word in noun.subtree()
    )


def meets(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X meets Y; X meets with Y; X and Y meet; a body meets."""
    passive = done_to(verb)
    met = tuple(actor for noun in passive for actor in whom(sentence, cast, noun, coordinated=False))
    others = (*objects(sentence, cast, verb), *partners(sentence, cast, verb, "with"), *met)
    if not others and verb.dep == "relcl" and verb.head.dep == "conj":
        actors = (*whom(sentence, cast, verb.head.head, coordinated=False), *actors)
    if (verb.children("dobj") or with_strangers(sentence, cast, verb)) and not others:
        return None
    several = bool(actors) and (len(subjects(verb)) > 1 or any(is_joint(subject) for subject in subjects(verb)))
    if others or several or len(actors) > 1 or any(is_body(actor) for actor in actors):
        return (*actors, *others), rule("meetings", "side-meets-side"), None
    return None


def is_joint(subject: Word) -> bool:
    """Does the phrase join several ("ambassadors of the allies and Russian officials")?"""
    return subject.tag in ("NNS", "NNPS") and any(word.dep == "cc" for word in subject.subtree())


def sees(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """ "is due to see Sherman in Geneva" is a meeting; "sees Ukraine as a partner", "saw that" are not."""
    others = (*objects(sentence, cast, verb), *partners(sentence, cast, verb, "with"))
    as_what = verb.has("prep", "as") or verb.any("ccomp", "xcomp", "oprd")
    people = bool(others) and all(actor.party.kind == "person" for actor in others)
    to_come = tense(verb) in ("future", "infinitive", "progressive")
    return meets(sentence, cast, verb, actors) if people and not as_what and to_come else None


def visits(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X visits PLACE (or a person, or a body), with Y."""
    targets = [noun for noun in undergoers(verb) if noun.is_noun][:1]
    if not targets or not actors:
        return None
    hosts_there = tuple(actor for noun in targets for actor in of_ground(sentence, cast, noun, coordinated=False))
    asked = verb.dep in ("xcomp", "ccomp") and verb.head.lemma in words("inviting")
    received = any(asked or can_host(actor) for actor in hosts_there)
    if not any(is_traveller(actor) for actor in actors) or not (is_ground(targets[0]) or received):
        return None
    beside = targets[0].behind("with")
    people = tuple(actor for noun in beside for actor in whom(sentence, cast, noun) if actor.party.kind == "person")
    company = (*partners(sentence, cast, verb, "with", "alongside"), *people)
    return (*actors, *company, *hosts_there), rule("meetings", "side-visits-place"), targets[0]


def is_ground(noun: Word) -> bool:
    """Is it land or a place that a visitor goes to, by name or by noun ("the island")?"""
    named = (noun, *noun.children("compound", "amod"))
    return noun.ent in ("GPE", "LOC", "FAC") or any(word.lemma in wording().grounds for word in named)


def can_host(actor: Actor) -> bool:
    """Is it somebody whom one calls on: a person, a state or body of whom the words speak by name or office?"""
    return actor.party.kind in ("person", "state", "organisation", "organ") and actor.how not in ("demonym", "pronoun")


def travels(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X flies to PLACE, arrives in PLACE, leaves for PLACE: officials, not citizens; themselves, not what they carry."""
    if is_private_errand(verb):
        return None
    things = any(subject.lower in ("it", "this", "that") for subject in subjects(verb))
    if things or verb.children("dobj") or not any(is_traveller(actor) for actor in actors):
        return None
    known = meeting_verb(verb)
    for preposition in verb.children("prep"):
        for noun in preposition.children("pobj"):
            if known is not None and preposition.lower in known.ways and noun.ent in ("GPE", "LOC", "FAC"):
                return (*actors, *whom(sentence, cast, noun, coordinated=False)), rule("meetings", "side-travels"), noun
    here = [child for child in verb.children("advmod") if child.lower == "here"]
    return (actors, rule("meetings", "side-travels"), here[0]) if here else None


def is_traveller(actor: Actor) -> bool:
    """Does it name a person, a body or the officials of a state, rather than its people or things?"""
    if actor.party.kind in ("person", "organ", "organisation", "group"):
        return True
    parts = actor.span.quote.lower().replace("-", " ").split()
    official = any({word, word.removesuffix("s")} & wording().delegates for word in parts)
    return official or (actor.party.kind == "state" and actor.how == "office")


def hosts(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X receives Y, X hosts Y: two persons, or a side and a person."""
    guests = tuple(actor for actor in objects(sentence, cast, verb) if actor.party.kind in ("person", "unnamed"))
    if not guests or not actors:
        return None
    return (*actors, *guests), rule("meetings", "host-receives"), None


def greets(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X welcomes Y: only a person does so by meeting (a state welcomes what it likes)."""
    return hosts(sentence, cast, verb, actors) if any(actor.party.kind == "person" for actor in actors) else None


def calls(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X telephones Y."""
    others = objects(sentence, cast, verb)
    return ((*actors, *others), rule("meetings", "side-speaks"), None) if actors and others else None


def speaks(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X speaks to Y (a person or a side that we know), by telephone or not; X and Y speak by telephone."""
    partnered = partners(sentence, cast, verb, "with", "to")
    others = tuple(actor for actor in partnered if actor.party.kind in ("person", "state") or is_body(actor))
    if (actors and others) or (len(actors) > 1 and by_phone(verb)):
        return (*actors, *others), rule("meetings", "side-speaks"), None
    return None


def deliberates(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """The ministers or leaders of a body discuss, gather, convene; several sides gather."""
    if (found := discusses(sentence, cast, verb, actors)) is not None:
        return found
    if verb.dep == "acl" and verb.children("agent"):
        return None
    actors = tuple(actor for actor in actors if not (actor.how == "demonym" and actor.span.quote.endswith("s")))
    return (actors, rule("meetings", "body-deliberates"), None) if len({actor.side for actor in actors}) > 1 else None


def discusses(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """The ministers or leaders of a body discuss something."""
    of_rank = is_of_rank(sentence, verb) and any(is_body(actor) for actor in actors)
    return (actors, rule("meetings", "body-deliberates"), None) if of_rank else None


def is_of_rank(sentence: Sentence, verb: Word) -> bool:
    """Are the subjects named by a rank at which bodies meet ("EU foreign ministers")?"""
    phrases = [sentence.span(each.left_edge, each).quote.lower() for each in (subjects(verb) or done_to(verb))]
    return any(phrase.endswith(level) for phrase in phrases for level in wording().levels)


def addresses(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X tells the Security Council: its session, in which X takes part."""
    return before_council(actors, objects(sentence, cast, verb))


def vetoes(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X vetoes something in the Security Council: its session, in which X takes part."""
    halls = [noun for word in (verb, *verb.children("dobj")) for noun in word.behind("at", "in")]
    return before_council(actors, tuple(actor for noun in halls for actor in whom(sentence, cast, noun)))


def before_council(actors: tuple[Actor, ...], found: tuple[Actor, ...]) -> Found:
    """The session of a council among those found, in which somebody takes part."""
    council = tuple(actor for actor in found if is_assembly(actor))
    return ((*actors, *council), rule("meetings", "side-addresses-council"), None) if actors and council else None


def is_assembly(actor: Actor) -> bool:
    """Is it an organ of an international body that meets in session?"""
    return actor.party.kind == "organ" and is_body(actor) and any(word in actor.party.id for word in words("assemblies"))


def presence(sentence: Sentence, cast: Cast, verb: Word) -> Iterator[Mention]:
    """A person who is in a foreign place: "the premier is in Kyiv", "was in Ankara on Monday for talks"."""
    places = [noun for p in verb.children("prep") if p.lower == "in" for noun in p.children("pobj") if noun.ent == "GPE"]
    if not places or is_negated(verb) or verb.children("attr", "acomp", "expl"):
        return
    sent = any(noun.lemma in words("sent people") for noun in subjects(verb))
    people = tuple(actor for actor in acting(sentence, cast, verb) if actor.party.kind == "person" or sent)
    if people:
        stance = stance_of_verb(verb, "tense")
        yield Mention(
            sentence=sentence, head=verb, kind="visit", rule=rule("meetings", "official-is-in-place"), stance=stance,
            sides=people, destination=places[0], strong=False, there=True,
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
                    return (
                        (*people, *whom(sentence, cast, place, coordinated=False)),
                        rule("meetings", "official-attends-rite"),
                        place,
                    )
    return None


def jointly(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X and Y shake hands, X signs a treaty with Y: what sides do only where they are together; a paper where it is signed."""
    known = meeting_verb(verb)
    done = next((noun for noun in undergoers(verb) if known is not None and noun.lemma in known.objects), None)
    if done is None:
        return None
    if verb.dep in ("advcl", "xcomp") and meeting_verb(verb.head) is not None:
        return None  # "flew to Accra to sign a pact": what the visit is for
    others = tuple(actor for noun in done.behind("with") for actor in whom(sentence, cast, noun))
    sides = (*actors, *partners(sentence, cast, verb, "with"), *others)
    somewhere = any(word.ent in ("GPE", "FAC") and word.head.lower in ("in", "at") for word in verb.subtree())
    met = somewhere or any(actor.party.kind == "person" for actor in sides)
    return (sides, rule("meetings", "side-does-jointly"), None) if is_of_several(sides) and met else None


def is_of_several(actors: tuple[Actor, ...]) -> bool:
    """Do several sides act?"""
    return len({actor.side for actor in actors if actor.side}) > 1


def invites(sentence: Sentence, cast: Cast, verb: Word, actors: tuple[Actor, ...]) -> Found:
    """X invites Y to PLACE."""
    passive = done_to(verb)
    guests = tuple(actor for noun in (passive or verb.children("dobj")) for actor in whom(sentence, cast, noun))
    people = tuple(actor for actor in guests if actor.party.kind == "person")
    for preposition in verb.children("prep"):
        for place in preposition.children("pobj"):
            if people and preposition.lower == "to" and place.ent in ("GPE", "FAC"):
                return (
                    (*actors, *people, *whom(sentence, cast, place, coordinated=False)),
                    rule("meetings", "host-invites"),
                    place,
                )
    return None


ROLES: dict[How, Callable[[Sentence, Cast, Word, tuple[Actor, ...]], Found]] = {
    "meets": meets, "sees": sees, "visits": visits, "travels": travels, "hosts": hosts, "greets": greets, "calls": calls,
    "speaks": speaks, "deliberates": deliberates, "discusses": discusses, "addresses": addresses, "vetoes": vetoes,
    "attends": attends, "invites": invites, "jointly": jointly,
}  # fmt: skip
"""Who stands around a verb, by what the lexicon says of it."""

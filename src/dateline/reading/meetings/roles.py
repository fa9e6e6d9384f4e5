"""Who stands around a word of meeting: subjects, objects, partners, as parties; and which verb governs a noun."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline.knowledge.meetings import wording
from dateline.knowledge.parties import bodies
from dateline.model.entry import MeetingKind
from dateline.reading.desk import Actor, Cast, Sentence, children, clause_verb, conjuncts, passive_subjects, subjects
from dateline.reading.meetings.status import FIXED, TRANSPARENT, Stance

__all__ = [
    "PHONE",
    "Mention",
    "acting",
    "carrier",
    "is_body",
    "is_habitual",
    "is_official",
    "objects",
    "of_ground",
    "one_body",
    "partners",
    "verb_above",
    "verb_of",
    "whom",
    "with_strangers",
]

PHONE = ("phone", "telephone", "video", "videoconference", "hotline", "line")
COMPANY = ("accompany", "join", "flank")


@dataclass(frozen=True, eq=False)
class Mention:
    """One mention of an occasion: its head word, who takes part (in which role), and what the grammar says of its status.

    `definite`: it refers to an occasion already named ("the talks"). `strong`: it is a meeting even with one side named.
    `destination`: the token of the place that is visited or travelled to. `framed`: it meets in the format of `body`.
    `echo`: it only remarks on an occasion told elsewhere ("it was the first visit by …"). `habitual`: it is one of many.
    """

    sentence: Sentence
    head: Token
    kind: MeetingKind
    rule: str
    stance: Stance
    sides: tuple[Actor, ...]
    convener: tuple[Actor, ...] = ()
    body: tuple[Actor, ...] = ()
    destination: Token | None = None
    definite: bool = False
    plural: bool = False
    strong: bool = True
    framed: bool = False
    echo: bool = False
    habitual: bool = False


def whom(sentence: Sentence, cast: Cast, noun: Token, *, coordinated: bool = True) -> tuple[Actor, ...]:
    """The sides that a noun phrase stands for; "leaders of the G7", "30 NATO member states" stand for what they are of.

    Outlets and reporters take part in no meeting.
    """
    nouns = conjuncts(noun) if coordinated else (noun,)
    return tuple(actor for each in nouns for actor in single(sentence, cast, each))


def single(sentence: Sentence, cast: Cast, noun: Token) -> tuple[Actor, ...]:
    """The sides that one noun phrase stands for, whatever is coordinated with it."""
    actors = cast.actors(sentence, noun, coordinated=False)
    if any("JRN" in actor.party.sectors for actor in actors) or is_private(noun):
        return ()
    sided = tuple(actor for actor in actors if actor.side or actor.party.kind not in ("unnamed", "other"))
    of = [preposition for preposition in children(noun, "prep") if preposition.lower_ in ("of", "from")]
    if sided or noun.pos_ == "PRON":
        joint = [each for each in of if noun.tag_ == "NNS" and any(token.dep_ == "cc" for token in each.subtree)]
        more = [cast.within(sentence, sentence.span(noun.doc[each.left_edge.i], noun.doc[each.right_edge.i])) for each in joint]
        return (*sided, *(actor for actors in more for actor in actors))
    if noun.pos_ == "NOUN" and noun.lemma_.lower() not in wording().delegates:
        return ()
    before = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod")]
    led = [agent for clause in children(noun, "acl") for agent in children(clause, "agent")]
    phrases = [sentence.span(noun.doc[child.left_edge.i], noun.doc[child.right_edge.i]) for child in (*before, *of, *led)]
    return tuple(actor for phrase in phrases for actor in cast.within(sentence, phrase))


def of_ground(sentence: Sentence, cast: Cast, noun: Token, *, coordinated: bool = True) -> tuple[Actor, ...]:
    """Whom or whose land a visit goes to: whom the noun stands for, or the state of "the Ukrainian capital"."""
    found = whom(sentence, cast, noun, coordinated=coordinated)
    if found or noun.lemma_.lower() not in wording().grounds:
        return found
    before = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod", "poss")]
    return tuple(actor for child in before for actor in cast.within(sentence, sentence.span(child.left_edge, child)))


def is_official(actor: Actor) -> bool:
    """Is it a person of public office, by the text or by what we know?"""
    return bool(actor.party.office or actor.party.wikidata or actor.party.sectors)


def is_private(noun: Token) -> bool:
    """Is it somebody or something that speaks for no side: tourists, soldiers, a company?"""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in wording().private


def acting(sentence: Sentence, cast: Cast, verb: Token) -> tuple[Actor, ...]:
    """The actors behind a verb's subjects."""
    found = subjects(verb) or passive_subjects(verb)
    company = [
        clause
        for subject in found
        for clause in (*children(verb, "advcl"), *children(subject, "acl"))
        if clause.lemma_ in COMPANY
    ]
    found += [noun for clause in company for agent in children(clause, "agent") for noun in children(agent, "pobj")]
    return tuple(actor for subject in found for actor in whom(sentence, cast, subject, coordinated=False))


def objects(sentence: Sentence, cast: Cast, verb: Token) -> tuple[Actor, ...]:
    """Actors in the object of a verb."""
    return tuple(actor for noun in children(verb, "dobj") for actor in whom(sentence, cast, noun))


def partners(sentence: Sentence, cast: Cast, verb: Token, *prepositions: str) -> tuple[Actor, ...]:
    """Actors in the `with` phrase (or another preposition) of a verb, also behind its means ("by telephone with")."""
    own = children(verb, "prep")
    behind = [
        inner for outer in own for noun in children(outer, "pobj") if noun.lower_ in PHONE for inner in children(noun, "prep")
    ]
    return tuple(
        actor
        for preposition in (*own, *behind)
        if preposition.lower_ in prepositions
        for noun in children(preposition, "pobj")
        for actor in whom(sentence, cast, noun)
    )


def with_strangers(sentence: Sentence, cast: Cast, word: Token) -> bool:
    """Is it only with people who stand for no side that we know ("met with farmers", "talks with the bank")?"""
    met = [noun for p in children(word, "prep") if p.lower_ == "with" for noun in children(p, "pobj")]
    named = [noun for noun in met if is_private(noun) or noun.ent_type_ in ("PERSON", "ORG") or is_crowd(noun)]
    return bool(met) and len(named) == len(met) and not any(whom(sentence, cast, noun) for noun in met)


def is_crowd(noun: Token) -> bool:
    """Is it a plural of no office ("communities")?"""
    return noun.tag_ == "NNS" and noun.lemma_.lower() not in wording().delegates


def carrier(token: Token) -> Token:
    """The noun whose place in the clause the meeting takes: "a series of meetings", "an offer of talks"."""
    while token.dep_ == "pobj" and token.head.lower_ in ("of", "for") and passes_on(token.head.head, token.head.lower_):
        token = token.head.head
    return token


def passes_on(noun: Token, preposition: str) -> bool:
    """Does this noun stand for the meeting behind it?"""
    if noun.lemma_ in TRANSPARENT:
        return preposition == "of"
    governor = wording().governors.get(noun.lemma_) if noun.pos_ == "NOUN" else None
    return governor is not None and governor.effect in FIXED


def verb_above(token: Token) -> tuple[Token | None, str]:
    """The verb that governs a noun and the preposition between, past transparent nouns ("the first day of the visit")."""
    token = carrier(token)
    head, preposition = token.head, ""
    while (head.dep_ in ("pobj", "prep", "pcomp", "conj") and head.pos_ not in ("VERB", "AUX")) or head.pos_ == "ADP":
        preposition = head.lower_ if head.pos_ == "ADP" else preposition
        if head.head == head:
            return None, preposition
        head = head.head
    if head.pos_ in ("VERB", "AUX"):
        return head, preposition or (token.head.lower_ if token.dep_ == "pobj" else "")
    return clause_verb(head), preposition


HABITS = ("often", "regularly", "frequently", "repeatedly", "usually", "always", "sometimes", "occasionally", "routinely")


def is_habitual(verb: Token) -> bool:
    """Does it tell of what happens again and again ("often meets", "has met many times", "on several occasions")?"""
    if any(child.lower_ in HABITS for child in children(verb, "advmod")):
        return True
    if any(child.lower_ in ("many", "several", "various", "numerous") for noun in subjects(verb) for child in noun.children):
        return True
    times = [*children(verb, "npadvmod"), *(noun for p in children(verb, "prep") for noun in children(p, "pobj"))]
    return any(noun.lemma_ in ("time", "occasion") and noun.tag_ == "NNS" for noun in times)


def verb_of(token: Token) -> Token:
    """The verb whose adjuncts belong to the mention: the head itself or the verb that governs it."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    verb, _ = verb_above(token)
    return verb if verb is not None else token


def one_body(sides: tuple[Actor, ...]) -> bool:
    """Is the only side a body of several members, so that it meets with itself?"""
    return bool(sides) and len({actor.side for actor in sides}) == 1 and any(is_body(actor) for actor in sides)


def is_body(actor: Actor) -> bool:
    """Is it an international body or an organ of one, by the knowledge we have?"""
    return actor.party.id.split(":")[0] in known_bodies() and actor.party.kind in ("organisation", "organ")


@cache
def known_bodies() -> frozenset[str]:
    """Ids of the international bodies and formats."""
    return frozenset(body.id for body in bodies() if body.kind == "organisation" and "JRN" not in body.sectors)

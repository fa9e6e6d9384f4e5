"""Who stands around a word of meeting: subjects, objects, partners, as parties; and which verb governs a noun."""

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.meetings import wording, words
from dateline.knowledge.parties import bodies
from dateline.model.entry import MeetingKind
from dateline.reading.desk import Actor, Cast, Sentence, Word, clause_verb, is_passive, subjects, surface_subjects
from dateline.reading.meetings.lookup import is_ahead
from dateline.reading.meetings.status import FIXED, Stance

__all__ = [
    "Mention",
    "acting",
    "carrier",
    "done_to",
    "further_stops",
    "is_body",
    "is_habitual",
    "is_official",
    "left_of",
    "objects",
    "of_ground",
    "one_body",
    "partners",
    "verb_above",
    "verb_of",
    "whom",
    "with_strangers",
]


@dataclass(frozen=True, eq=False)
class Mention:
    """One mention of an occasion: its head word, who takes part (in which role), and what the grammar says of its status.

    `definite`: it refers to an occasion already named ("the talks"). `strong`: it is a meeting even with one side named.
    `destination`: the word of the place that is visited or travelled to. `framed`: it meets in the format of `body`.
    `there`: it tells that somebody is in a place, which is no plan. `echo`: it only remarks on an occasion told elsewhere
    ("it was the first visit by …"). `habitual`: it is one of many.
    """

    sentence: Sentence
    head: Word
    kind: MeetingKind
    rule: str
    stance: Stance
    sides: tuple[Actor, ...]
    convener: tuple[Actor, ...] = ()
    body: tuple[Actor, ...] = ()
    destination: Word | None = None
    definite: bool = False
    plural: bool = False
    strong: bool = True
    framed: bool = False
    echo: bool = False
    habitual: bool = False
    there: bool = False


def whom(sentence: Sentence, cast: Cast, noun: Word, *, coordinated: bool = True) -> tuple[Actor, ...]:
    """The sides that a noun phrase stands for; "leaders of the G7", "30 NATO member states" stand for what they are of.

    Outlets and reporters take part in no meeting.
    """
    nouns = noun.conjuncts() if coordinated else (noun,)
    return tuple(actor for each in nouns for actor in single(sentence, cast, each))


def single(sentence: Sentence, cast: Cast, noun: Word) -> tuple[Actor, ...]:
    """The sides that one noun phrase stands for, whatever is coordinated with it."""
    actors = cast.actors(sentence, noun, coordinated=False)
    if any("JRN" in actor.party.sectors for actor in actors) or is_private(noun):
        return ()
    sided = tuple(actor for actor in actors if actor.side or actor.party.kind not in ("unnamed", "other"))
    of = [preposition for preposition in noun.children("prep") if preposition.lower in ("of", "from")]
    if sided or noun.pos == "PRON":
        joint = [each for each in of if noun.tag == "NNS" and any(word.dep == "cc" for word in each.subtree())]
        more = [cast.within(sentence, sentence.span(each.left_edge, each.right_edge)) for each in joint]
        return (*sided, *(actor for actors in more for actor in actors))
    if noun.pos == "NOUN" and noun.lemma not in wording().delegates:
        return ()
    leading = left_of(noun, "compound", "amod", "nmod")
    led = [agent for clause in noun.children("acl") for agent in clause.children("agent")]
    phrases = [sentence.span(child.left_edge, child.right_edge) for child in (*leading, *of, *led)]
    return tuple(actor for phrase in phrases for actor in cast.within(sentence, phrase))


def of_ground(sentence: Sentence, cast: Cast, noun: Word, *, coordinated: bool = True) -> tuple[Actor, ...]:
    """Whom or whose land a visit goes to: whom the noun stands for, or the state of "the Ukrainian capital"."""
    found = whom(sentence, cast, noun, coordinated=coordinated)
    if found or noun.lemma not in wording().grounds:
        return found
    leading = left_of(noun, "compound", "amod", "nmod", "poss")
    return tuple(actor for child in leading for actor in cast.within(sentence, sentence.span(child.left_edge, child)))


def is_official(actor: Actor) -> bool:
    """Is it a person of public office, by the text or by what we know?"""
    return actor.how == "office" or bool(actor.party.office or actor.party.wikidata or actor.party.sectors)


def is_private(noun: Word) -> bool:
    """Is it somebody or something that speaks for no side: tourists, soldiers, a company?"""
    return noun.pos == "NOUN" and noun.lemma in wording().private


def acting(sentence: Sentence, cast: Cast, verb: Word) -> tuple[Actor, ...]:
    """The actors behind a verb's subjects."""
    found = subjects(verb) or done_to(verb)
    company = [
        clause
        for subject in found
        for clause in (*verb.children("advcl"), *subject.children("acl"))
        if clause.lemma in words("in company")
    ]
    found += [noun for clause in company for agent in clause.children("agent") for noun in agent.children("pobj")]
    return tuple(actor for subject in found for actor in whom(sentence, cast, subject, coordinated=False))


def done_to(verb: Word) -> list[Word]:
    """Those to whom a passive verb says it is done, as its subjects stand; nobody where the verb is active."""
    return surface_subjects(verb) if is_passive(verb) else []


def left_of(noun: Word, *labels: str) -> list[Word]:
    """The dependents with one of these labels that stand before a noun."""
    return [child for child in noun.children(*labels) if child.i < noun.i]


def objects(sentence: Sentence, cast: Cast, verb: Word) -> tuple[Actor, ...]:
    """Actors in the object of a verb."""
    return tuple(actor for noun in verb.children("dobj") for actor in whom(sentence, cast, noun))


def partners(sentence: Sentence, cast: Cast, verb: Word, *prepositions: str) -> tuple[Actor, ...]:
    """Actors in the `with` phrase (or another preposition) of a verb, also behind its means ("by telephone with")."""
    own = verb.children("prep")
    behind = [
        inner
        for outer in own
        for noun in outer.children("pobj")
        if noun.lower in words("telephone")
        for inner in noun.children("prep")
    ]
    return tuple(
        actor
        for preposition in (*own, *behind)
        if preposition.lower in prepositions
        for noun in preposition.children("pobj")
        for actor in whom(sentence, cast, noun)
    )


def with_strangers(sentence: Sentence, cast: Cast, word: Word) -> bool:
    """Is it only with people who stand for no side that we know ("met with farmers", "talks with the bank")?"""
    met = word.behind("with")
    named = [noun for noun in met if is_private(noun) or noun.ent in ("PERSON", "ORG") or is_crowd(noun)]
    return bool(met) and len(named) == len(met) and not any(whom(sentence, cast, noun) for noun in met)


def is_crowd(noun: Word) -> bool:
    """Is it a plural of no office ("communities")?"""
    return noun.tag == "NNS" and noun.lemma not in wording().delegates


def carrier(word: Word) -> Word:
    """The noun whose place in the clause the meeting takes: "a series of meetings", "an offer of talks"."""
    while word.dep == "pobj" and word.head.lower in ("of", "for") and passes_on(word.head.head, word.head.lower):
        word = word.head.head
    return word


def passes_on(noun: Word, preposition: str) -> bool:
    """Does this noun stand for the meeting behind it?"""
    if noun.lemma in words("passing on"):
        return preposition == "of"
    governor = wording().governors.get(noun.lemma) if noun.pos == "NOUN" else None
    return governor is not None and governor.effect in FIXED


def verb_above(word: Word) -> tuple[Word | None, str]:
    """The verb that governs a noun and the preposition between, past transparent nouns ("the first day of the visit")."""
    word = carrier(word)
    head, preposition = word.head, ""
    while (head.dep in ("pobj", "prep", "pcomp", "conj") and not head.is_verb) or head.pos == "ADP" or is_ahead(head):
        preposition = head.lower if head.pos == "ADP" or is_ahead(head) else preposition
        if head.is_top:
            return None, preposition
        head = head.head
    if head.is_verb:
        return head, preposition or (word.head.lower if word.dep == "pobj" else "")
    return clause_verb(head), preposition


def further_stops(destination: Word | None) -> tuple[Word, ...]:
    """The places coordinated with the one that a visit goes to ("visits Chad, Niger and Mali"; "Kumasi, Ghana" is one)."""
    if destination is None:
        return ()
    listed = [word for word in destination.children("appos") if word.any("conj")]
    stops = [stop for word in (destination, *listed) for stop in word.conjuncts() if stop is not destination]
    return tuple(stop for stop in stops if stop.ent in ("GPE", "LOC", "FAC"))


def is_habitual(verb: Word) -> bool:
    """Does it tell of what happens again and again ("often meets", "has met many times", "on several occasions")?"""
    if any(child.lower in words("again and again") for child in verb.children("advmod")):
        return True
    if any(child.lower in words("several doers") for noun in subjects(verb) for child in noun.below):
        return True
    times = [*verb.children("npadvmod"), *(noun for p in verb.children("prep") for noun in p.children("pobj"))]
    return any(noun.lemma in words("times") and noun.tag == "NNS" for noun in times)


def verb_of(word: Word) -> Word:
    """The verb whose adjuncts belong to the mention: the head itself or the verb that governs it."""
    if word.is_verb:
        return word
    verb, _ = verb_above(word)
    return verb if verb is not None else word


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

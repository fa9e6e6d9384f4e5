"""Words of meeting in a sentence, and who meets: nouns with their sides, verbs with their roles."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.meetings import MeetingVerb, wording
from dateline.model.entry import MeetingKind
from dateline.reading.grammar import children, clause_verb, conjuncts, negated, passive_subjects, subjects, tense
from dateline.reading.meeting_status import TRANSPARENT, Stance, governor_of, stance_of_noun, stance_of_verb
from dateline.reading.parties import Actor, Cast
from dateline.reading.story import Sentence

__all__ = ["Mention", "find_mentions"]

SIDE_PREPOSITIONS = ("with", "between", "among", "of", "by", "from", "involving", "alongside")
DEFINITE = ("the", "this", "that", "these", "those", "his", "her", "their", "its", "both", "such")
SENDING = ("send", "dispatch", "bring", "invite", "summon")
FORMATS = ("format", "framework", "auspices", "aegis", "umbrella")
LISTING = ("include", "comprise", "group", "involve", "unite", "count")
COMPANY = ("accompany", "join", "flank")
PHONE = ("phone", "telephone", "video", "videoconference", "hotline", "line")


@dataclass(frozen=True, eq=False)
class Mention:
    """One mention of an occasion: its head word, who takes part (in which role), and what the grammar says of its status.

    `definite`: it refers to an occasion already named ("the talks"). `strong`: it is a meeting even with one side named.
    `destination`: the token of the place that is visited or travelled to. `framed`: it meets in the format of `body`.
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


def find_mentions(sentence: Sentence, cast: Cast) -> Iterator[Mention]:
    """The mentions of a sentence in text order."""
    for token in sentence.tokens:
        if token.pos_ in ("NOUN", "PROPN"):
            yield from noun_mention(sentence, cast, token)
        elif token.pos_ in ("VERB", "AUX"):
            yield from verb_mention(sentence, cast, token)


# ---- nouns -------------------------------------------------------------------------------------


def noun_mention(sentence: Sentence, cast: Cast, token: Token) -> Iterator[Mention]:
    """A noun of meeting with its sides; compounds that make it something else are left."""
    noun = wording().nouns.get(token.lemma_.lower())
    if noun is None or token.dep_ == "compound" or is_other_thing(token, noun.never_with):
        return
    if token.lemma_ == "talk" and token.tag_ not in ("NNS", "NNPS"):
        return
    sides, body = sides_of_noun(sentence, cast, token)
    convener: tuple[Actor, ...] = ()
    framing, listed = format_around(sentence, cast, token)
    sides, session = (*sides, *framing, *listed), of_body(token, body)
    body = (*body, *framing)
    governing, role = governing_subject(sentence, cast, token)
    if role == "party" and len({actor.side for actor in sides}) < 2:
        sides = (*governing, *sides)
    elif role == "convener":
        convener = governing
    destination = destination_of(token)
    if noun.kind == "visit":
        host = whom(sentence, cast, destination) if destination is not None else ()
        sides = (*visitors(sentence, cast, token), *sides, *host)
    if not noun.strong and (destination is None if noun.kind == "visit" else len({actor.side for actor in sides}) < 1):
        return
    kind: MeetingKind = noun.kind
    if kind == "talks" and (session or "ministerial" in token.lower_):
        kind = "council"
    if kind == "call" and token.lemma_ == "call" and not is_phone_call(token):
        return
    yield Mention(
        sentence=sentence, head=token, kind=kind, rule="<meeting> of <sides>", stance=stance_of_noun(token), sides=sides,
        convener=convener, body=body, destination=destination, definite=is_definite(token),
        plural=token.tag_ in ("NNS", "NNPS") and token.lemma_ not in ("talk", "negotiation", "discussion", "consultation"),
        strong=noun.strong, framed=bool(framing),
    )  # fmt: skip


def is_other_thing(token: Token, never_with: tuple[str, ...]) -> bool:
    """Is it a news conference, a cabinet meeting, a talk show?"""
    return any(
        child.lower_ in never_with or child.lemma_.lower() in never_with
        for child in children(token, "compound", "amod", "nmod")
    )


def is_phone_call(token: Token) -> bool:
    """A call between people, not one for something."""
    before = {child.lower_ for child in children(token, "compound", "amod", "nmod")}
    return bool(before & {"phone", "telephone", "video", "conference", "hotline"}) or any(
        child.lower_ in ("with", "between") for child in children(token, "prep")
    )


def sides_of_noun(sentence: Sentence, cast: Cast, token: Token) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """(all sides that the noun phrase names, the body whose session it is)."""
    sides: list[Actor] = []
    body: list[Actor] = []
    before = [child for child in token.lefts if child.dep_ in ("compound", "amod", "nmod", "poss")]
    for child in before:
        named = premodifying(sentence, cast, child)
        sides += named
        body += [actor for actor in named if actor.party.kind in ("organisation", "organ")]
    for preposition in children(token, "prep", "acl"):
        if preposition.lower_ not in SIDE_PREPOSITIONS and preposition.lemma_ != "involve":
            continue
        if token.lemma_ in ("visit", "trip", "tour") and preposition.lower_ == "of":
            continue
        for noun in children(preposition, "pobj", "dobj"):
            named = list(whom(sentence, cast, noun))
            sides += named
            if preposition.lower_ == "of":
                body += [actor for actor in named if actor.party.kind in ("organisation", "organ")]
    for clause in children(token, "acl", "relcl"):
        sides += sides_of_clause(sentence, cast, clause)
    if token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.head.pos_ in ("VERB", "AUX"):
        sides += partners(
            sentence, cast, token.head, "between", "among", *(("with",) if token.dep_ != "dobj" or not sides else ())
        )
    return tuple(sides), tuple(body)


def format_around(sentence: Sentence, cast: Cast, token: Token) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """(the body in whose format sides meet, the members listed): "in the format of the OSCE, which includes …"."""
    verb, _ = verb_above(token)
    places = [token] if verb is None else [token, verb]
    frames = [
        noun for place in places for p in children(place, "prep") for noun in children(p, "pobj") if noun.lemma_ in FORMATS
    ]
    for frame in frames:
        for noun in [each for p in children(frame, "prep") for each in children(p, "pobj")]:
            body = whom(sentence, cast, noun)
            lists = [word for word in noun.subtree if word.dep_ == "relcl" and word.lemma_ in LISTING]
            last = sentence.tokens[-1]
            members = [a for word in lists for a in cast.within(sentence, sentence.span(word, last))]
            return body, tuple(actor for actor in members if actor.how != "demonym")
    return (), ()


def premodifying(sentence: Sentence, cast: Cast, child: Token) -> list[Actor]:
    """Parties before the noun: "U.S.-Russia talks", "the Xi-Putin summit", "NATO's meeting", "his visit"."""
    if child.dep_ == "poss" and child.pos_ == "PRON":
        return list(cast.actors(sentence, child))
    if child.dep_ == "poss":
        return list(cast.actors(sentence, child)) or list(cast.within(sentence, sentence.span(child.left_edge, child)))
    return list(cast.within(sentence, sentence.span(child.left_edge, child.right_edge)))


def sides_of_clause(sentence: Sentence, cast: Cast, clause: Token) -> list[Actor]:
    """Sides in "talks held between X and Y", "the summit, which X and Y will attend"."""
    found: list[Actor] = []
    for preposition in children(clause, "prep"):
        if preposition.lower_ in ("between", "with", "among"):
            for noun in children(preposition, "pobj"):
                found += whom(sentence, cast, noun)
    if clause.lemma_ in ("attend", "join", "host", "hold", "include", "bring", "involve", "lead", "chair"):
        for subject in [*subjects(clause), *children(clause, "dobj")]:
            if subject.i != clause.head.i:
                found += cast.actors(sentence, subject)
    return found


def governing_subject(sentence: Sentence, cast: Cast, token: Token) -> tuple[tuple[Actor, ...], str]:
    """Whoever is the subject of the verb that governs the noun, and what the verb makes of that subject."""
    token = carrier(token)
    verb, preposition = verb_above(token)
    if verb is None:
        return (), "none"
    if token.dep_ == "pobj" and preposition in (
        "after",
        "following",
        "during",
        "before",
        "at",
        "for",
        "in",
        "to",
        "into",
        "on",
    ):
        has_side = any(child.lower_ == "with" for child in children(token, "prep")) or bool(children(token, "poss"))
        governor = governor_of(verb)
        takes_part = has_side or preposition in ("for", "into", "to") or (governor is not None and governor.subject == "party")
        sent = objects(sentence, cast, verb) if verb.lemma_ in SENDING else ()
        return ((*acting(sentence, cast, verb), *sent), "party" if takes_part or sent else "none")
    governor = governor_of(verb)
    if token.dep_ in ("dobj", "conj") and governor is not None:
        offered = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in ("offer", "propose", "invite") else None
        asked = children(offered, "dobj", "dative") if offered is not None else []
        guests = [actor for noun in asked for actor in whom(sentence, cast, noun)]
        return (*acting(sentence, cast, verb), *guests), governor.subject
    return (), "none"


def carrier(token: Token) -> Token:
    """The noun whose place in the clause the meeting takes: "a series of meetings", "the first day of the visit"."""
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in TRANSPARENT:
        token = token.head.head
    return token


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


def visitors(sentence: Sentence, cast: Cast, token: Token) -> tuple[Actor, ...]:
    """Whoever makes the visit when the noun does not say: the subject of "said after a visit to", "flew in for a trip"."""
    if children(token, "poss"):
        return ()
    verb, preposition = verb_above(token)
    if verb is None or (preposition == "" and token.dep_ not in ("dobj", "pobj")):
        return ()
    return acting(sentence, cast, verb)


def destination_of(token: Token) -> Token | None:
    """The place that a visit goes to: "visit to Luhansk", "his Paris trip", "a US visit"."""
    for preposition in children(token, "prep"):
        if preposition.lower_ in ("to", "in", "around", "through"):
            return next(iter(children(preposition, "pobj")), None)
    if wording().nouns[token.lemma_.lower()].kind == "visit":
        return next(
            iter(
                child
                for child in reversed(children(token, "compound", "amod", "nmod"))
                if child.ent_type_ in ("GPE", "LOC", "FAC")
            ),
            None,
        )
    return None


def of_body(token: Token, body: tuple[Actor, ...]) -> bool:
    """Is the meeting one of a body ("a meeting of the Security Council", "NATO foreign ministers' meeting")?"""
    return bool(body) and not any(child.lower_ in ("with", "between") for child in children(token, "prep"))


def is_definite(token: Token) -> bool:
    """Does the phrase point back to something already named?"""
    return any(child.lower_ in DEFINITE for child in children(token, "det", "poss")) and not any(
        child.lower_ in ("next", "last", "first", "second", "third") for child in children(token, "amod")
    )


# ---- verbs -------------------------------------------------------------------------------------


def verb_mention(sentence: Sentence, cast: Cast, verb: Token) -> Iterator[Mention]:
    """A verb of meeting with its roles filled, if they are."""
    known = wording().verbs.get(verb.lemma_)
    if known is None:
        if verb.lemma_ == "be":
            yield from presence(sentence, cast, verb)
        return
    actors = acting(sentence, cast, verb)
    found = ROLES[known.how](sentence, cast, verb, actors)
    if found is None:
        return
    sides, rule, destination = found
    stance = stance_of_verb(verb, known.effect)
    if negated(verb) and tense(verb) in ("past", "present", "progressive", "none"):
        return
    yield Mention(
        sentence=sentence, head=verb, kind=kind_of(known, verb), rule=rule, stance=stance, sides=sides,
        body=tuple(actor for actor in actors if actor.party.kind == "organisation" and known.how == "deliberates"),
        destination=destination,
    )  # fmt: skip


Found = tuple[tuple[Actor, ...], str, Token | None] | None


def kind_of(known: MeetingVerb, verb: Token) -> MeetingKind:
    """A conversation by telephone is a call whatever the verb."""
    if known.how in ("meets", "speaks") and by_phone(verb):
        return "call"
    return known.kind


def by_phone(verb: Token) -> bool:
    """Is there "by phone", "over the telephone", "via video link" beside the verb?"""
    return any(
        word.lower_ in PHONE
        for preposition in children(verb, "prep")
        if preposition.lower_ in ("by", "over", "on", "via", "through", "in")
        for noun in children(preposition, "pobj")
        for word in noun.subtree
    )


def whom(sentence: Sentence, cast: Cast, noun: Token, *, coordinated: bool = True) -> tuple[Actor, ...]:
    """The sides that a noun phrase stands for; "leaders of the G7", "30 NATO member states" stand for what they are of."""
    actors = cast.actors(sentence, noun, coordinated=coordinated)
    sided = tuple(actor for actor in actors if actor.side or actor.party.kind not in ("unnamed", "other"))
    if sided or noun.pos_ == "PRON":
        return sided
    before = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod")]
    of = [preposition for preposition in children(noun, "prep") if preposition.lower_ in ("of", "from")]
    led = [agent for clause in children(noun, "acl") for agent in children(clause, "agent")]
    phrases = [sentence.span(noun.doc[child.left_edge.i], noun.doc[child.right_edge.i]) for child in (*before, *of, *led)]
    return tuple(actor for phrase in phrases for actor in cast.within(sentence, phrase))


def partners(sentence: Sentence, cast: Cast, verb: Token, *prepositions: str) -> tuple[Actor, ...]:
    """Actors in the `with` phrase (or another preposition) of a verb."""
    return tuple(
        actor
        for preposition in children(verb, "prep")
        if preposition.lower_ in prepositions
        for noun in children(preposition, "pobj")
        for actor in whom(sentence, cast, noun)
    )


def objects(sentence: Sentence, cast: Cast, verb: Token) -> tuple[Actor, ...]:
    """Actors in the object of a verb."""
    return tuple(actor for noun in children(verb, "dobj") for actor in whom(sentence, cast, noun))


def meets(sentence: Sentence, cast: Cast, verb: Token, actors: tuple[Actor, ...]) -> Found:
    """X meets Y; X meets with Y; X and Y meet; a body meets."""
    rule = "<side> meets <side>"
    passive = passive_subjects(verb)
    met = tuple(actor for noun in passive for actor in whom(sentence, cast, noun, coordinated=False))
    others = (*objects(sentence, cast, verb), *partners(sentence, cast, verb, "with"), *met)
    if not others and verb.dep_ == "relcl" and verb.head.dep_ == "conj":
        actors = (*whom(sentence, cast, verb.head.head, coordinated=False), *actors)
    if children(verb, "dobj") and not others:
        return None
    if verb.lemma_ == "see" and not sees(verb, others):
        return None
    if others or len(actors) > 1 or any(actor.party.kind in ("organisation", "organ") for actor in actors):
        return (*actors, *others), rule, None
    return None


def sees(verb: Token, others: tuple[Actor, ...]) -> bool:
    """ "is due to see Sherman in Geneva" is a meeting; "sees Ukraine as a partner", "saw that" are not."""
    as_what = any(child.lower_ == "as" for child in children(verb, "prep")) or children(verb, "ccomp", "xcomp", "oprd")
    people = bool(others) and all(actor.party.kind == "person" for actor in others)
    return people and not as_what and tense(verb) in ("future", "infinitive", "progressive")


def visits(sentence: Sentence, cast: Cast, verb: Token, actors: tuple[Actor, ...]) -> Found:
    """X visits PLACE (or a person, or a body)."""
    targets = children(verb, "dobj") or children(verb, "nsubjpass")
    if not targets or not actors:
        return None
    return (*actors, *(actor for noun in targets for actor in whom(sentence, cast, noun))), "<side> visits <place>", targets[0]


def travels(sentence: Sentence, cast: Cast, verb: Token, actors: tuple[Actor, ...]) -> Found:
    """X flies to PLACE, arrives in PLACE, leaves for PLACE."""
    if not any(actor.party.kind in ("person", "organ", "organisation", "unnamed", "state") for actor in actors):
        return None
    wanted = (
        ("for",)
        if verb.lemma_ in ("leave", "depart")
        else ("to", "in", "into", "at", "for")
        if verb.lemma_ == "head"
        else ("to", "in", "into", "at")
    )
    for preposition in children(verb, "prep"):
        for noun in children(preposition, "pobj"):
            if preposition.lower_ in wanted and noun.ent_type_ in ("GPE", "LOC", "FAC"):
                return (*actors, *whom(sentence, cast, noun)), "<side> travels to <place>", noun
    here = [child for child in children(verb, "advmod") if child.lower_ == "here"]
    return (actors, "<side> travels to <place>", here[0]) if here else None


def hosts(sentence: Sentence, cast: Cast, verb: Token, actors: tuple[Actor, ...]) -> Found:
    """X receives Y, X hosts Y: two persons, or a side and a person."""
    guests = tuple(actor for actor in objects(sentence, cast, verb) if actor.party.kind in ("person", "unnamed"))
    if not guests or not actors or (verb.lemma_ in ("welcome", "greet") and not any(a.party.kind == "person" for a in actors)):
        return None
    return (*actors, *guests), "<host> receives <guest>", None


def calls(sentence: Sentence, cast: Cast, verb: Token, actors: tuple[Actor, ...]) -> Found:
    """X telephones Y."""
    others = objects(sentence, cast, verb)
    return ((*actors, *others), "<side> speaks with <side>", None) if actors and others else None


def speaks(sentence: Sentence, cast: Cast, verb: Token, actors: tuple[Actor, ...]) -> Found:
    """X speaks to Y (a person or a side), by telephone or not; X and Y speak by telephone."""
    others = tuple(
        a for a in partners(sentence, cast, verb, "with", "to") if a.party.kind in ("person", "state", "organisation")
    )
    if (actors and others) or (len(actors) > 1 and by_phone(verb)):
        return (*actors, *others), "<side> speaks with <side>", None
    return None


def deliberates(sentence: Sentence, cast: Cast, verb: Token, actors: tuple[Actor, ...]) -> Found:
    """The ministers or leaders of a body discuss, gather, convene; several sides gather."""
    for subject in subjects(verb) or passive_subjects(verb):
        phrase = " ".join(token.lower_ for token in sentence.tokens if token.i in range(subject.left_edge.i, subject.i + 1))
        ranks = any(phrase.endswith(level) for level in wording().levels)
        if ranks and any(actor.party.kind in ("organisation", "organ") for actor in actors):
            return actors, "<officials of a body> deliberate", None
    if verb.lemma_ != "discuss" and len({actor.side for actor in actors}) > 1:
        return actors, "<officials of a body> deliberate", None
    return None


def presence(sentence: Sentence, cast: Cast, verb: Token) -> Iterator[Mention]:
    """A person who is in a foreign place: "the premier is in Kyiv", "was in Ankara on Monday for talks"."""
    places = [
        noun for p in children(verb, "prep") if p.lower_ == "in" for noun in children(p, "pobj") if noun.ent_type_ == "GPE"
    ]
    if not places or negated(verb) or children(verb, "attr", "acomp", "expl"):
        return
    people = tuple(actor for actor in acting(sentence, cast, verb) if actor.party.kind == "person")
    if people:
        stance = stance_of_verb(verb, "tense")
        yield Mention(
            sentence=sentence, head=verb, kind="visit", rule="<official> is in <place>", stance=stance, sides=people,
            destination=places[0], strong=False,
        )  # fmt: skip


ROLES = {
    "meets": meets, "visits": visits, "travels": travels, "hosts": hosts, "calls": calls, "speaks": speaks,
    "deliberates": deliberates,
}  # fmt: skip


def verb_of(token: Token) -> Token:
    """The verb whose adjuncts belong to the mention: the head itself or the verb that governs it."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    verb, _ = verb_above(token)
    return verb if verb is not None else token


def coordinated(tokens: list[Token]) -> list[Token]:
    """The tokens and all that is coordinated with them."""
    return [each for token in tokens for each in conjuncts(token)]

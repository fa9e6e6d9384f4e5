"""Nouns of meeting with their sides: "talks between X and Y", "the Brussels summit", "his visit to Z"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.knowledge.meetings import wording
from dateline.model.entry import MeetingKind
from dateline.reading.desk import Actor, Cast, Sentence, children, clause_verb, subjects
from dateline.reading.meetings.roles import (
    PHONE,
    Mention,
    acting,
    carrier,
    is_habitual,
    objects,
    of_ground,
    one_body,
    partners,
    verb_above,
    verb_of,
    whom,
    with_strangers,
)
from dateline.reading.meetings.status import TRANSPARENT, governor_of, stance_of_noun

__all__ = ["noun_mention"]

MANY = ("dozen", "score", "hundred", "number", "series", "plenty", "lot")
PROCESSES = ("peace", "negotiating", "diplomatic", "political", "reconciliation", "normalisation", "normalization", "bilateral")
COUNTED = ("meeting", "summit", "visit", "trip", "session", "conference", "call", "gathering", "tour", "conversation")
"""Meetings that one counts: a bare plural of them ("attended summits") means none in particular."""

OFTEN = ("many", "numerous", "several", "countless", "regular", "frequent", "routine", "occasional", "repeated")
SIDE_PREPOSITIONS = ("with", "between", "among", "of", "by", "from", "involving", "alongside")
DEFINITE = ("the", "this", "that", "these", "those", "his", "her", "their", "its", "both", "such")
AROUND = ("after", "following", "during", "before", "at", "for", "in", "to", "into", "on", "of", "from", "out")
SENDING = ("send", "dispatch", "bring", "invite", "summon")
MEDIATING = ("mediate", "broker", "host", "sponsor", "facilitate", "back", "lead", "chair", "moderate")
MEDIATED = ("-mediated", "-brokered", "-hosted", "-sponsored", "-facilitated", "-backed", "-led", "-chaired")
FORMATS = ("format", "framework", "auspices", "aegis", "umbrella")
LISTING = ("include", "comprise", "group", "involve", "unite", "count")


def noun_mention(sentence: Sentence, cast: Cast, token: Token) -> Iterator[Mention]:
    """A noun of meeting with its sides; compounds that make it something else are left."""
    noun = wording().nouns.get(token.lemma_.lower())
    if noun is None or token.dep_ == "compound" or is_other_thing(token, noun.never_with) or is_mere_phrase(token):
        return
    if noun.kind != "visit" and with_strangers(sentence, cast, token):
        return
    sides, body = sides_of_noun(sentence, cast, token)
    convener: tuple[Actor, ...] = ()
    framing, listed = format_around(sentence, cast, token)
    sides, session = (*sides, *framing, *listed), of_body(token, body)
    body = (*body, *framing)
    governing, role = governing_subject(sentence, cast, token)
    with_others = any(child.lower_ == "with" for child in children(token, "prep"))
    if role == "party" and (with_others or len({actor.side for actor in sides}) < 2):
        sides = (*governing, *sides)
    elif role == "convener":
        convener = governing
        apart = any(child.lower_ == "between" for child in children(token, "prep"))
        sides = sides if apart else (*governing, *sides) if len({actor.side for actor in sides if actor.side}) == 1 else sides
    destination = destination_of(token)
    if noun.kind == "visit":
        host = of_ground(sentence, cast, destination) if destination is not None else hosts_met(sentence, cast, token)
        sides = (*visitors(sentence, cast, token), *sides, *host)
    if not noun.strong and (destination is None if noun.kind == "visit" else len({actor.side for actor in sides}) < 1):
        return
    kind: MeetingKind = noun.kind
    if kind == "visit" and destination is None and with_others:
        kind = "talks"
    if kind == "talks" and (session or one_body(sides) or "ministerial" in token.lower_):
        kind = "council"
    if kind == "call" and token.lemma_ == "call" and not is_phone_call(token):
        return
    if kind in ("talks", "negotiation") and any(child.lower_ in PHONE for child in children(token, "compound", "amod")):
        kind = "call"
    yield Mention(
        sentence=sentence, head=token, kind=kind, rule="<meeting> of <sides>", stance=stance_of_noun(token), sides=sides,
        convener=convener, body=body, destination=destination, definite=is_definite(token),
        plural=token.tag_ in ("NNS", "NNPS") and token.lemma_ not in ("talk", "negotiation", "discussion", "consultation"),
        strong=noun.strong, framed=bool(framing),
        echo=is_remark(token) or is_one_sided(sentence, cast, token, sides), habitual=is_one_of_many(token),
    )  # fmt: skip


def is_one_sided(sentence: Sentence, cast: Cast, token: Token, sides: tuple[Actor, ...]) -> bool:
    """Are only those known with whom somebody unnamed would talk ("the prospect of talks with India and China")?"""
    if wording().nouns[token.lemma_.lower()].kind == "visit":
        return False
    others = partners(sentence, cast, token, "with")
    return len({actor.side for actor in others}) > 1 and {actor.side for actor in sides} <= {actor.side for actor in others}


def is_other_thing(token: Token, never_with: tuple[str, ...]) -> bool:
    """Is it a news conference, a cabinet meeting, a talk show?"""
    return any(
        child.lower_ in never_with or child.lemma_.lower() in never_with
        for child in children(token, "compound", "amod", "nmod")
    )


def is_mere_phrase(token: Token) -> bool:
    """Is it "in consultation with", talk about something, a round of something else than talks?"""
    if token.lemma_ == "talk":
        return token.tag_ not in ("NNS", "NNPS")
    if token.lemma_ == "audience":
        return not any(child.lower_ == "with" for child in children(token, "prep"))
    if token.lemma_ == "consultation":
        return token.dep_ == "pobj" and token.head.lower_ == "in" and not children(token, "det")
    if token.lemma_ == "process":
        return not is_process_of_talks(token)
    return token.lemma_ == "round" and not is_round_of_talks(token)


def is_process_of_talks(token: Token) -> bool:
    """A peace process or one named by its city or sides, not one of investigation."""
    before = children(token, "compound", "amod", "nmod")
    return any(child.pos_ == "PROPN" or child.lower_ in PROCESSES or child.lemma_ in wording().nouns for child in before)


def is_round_of_talks(token: Token) -> bool:
    """A round of talks, not one of sanctions."""
    about = [noun for p in children(token, "prep") if p.lower_ == "of" for noun in children(p, "pobj")]
    kinds = [*about, *children(token, "compound")]
    return not about or any(noun.lemma_.lower() in wording().nouns for noun in kinds)


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
    if child.lemma_ in MEDIATING or child.text.lower().endswith(MEDIATED):
        return []
    if child.dep_ == "poss" and child.pos_ == "PRON":
        return list(ahead(sentence, cast, child) or cast.actors(sentence, child) or those_named(sentence, cast, child))
    if child.dep_ == "poss":
        return list(cast.actors(sentence, child)) or list(cast.within(sentence, sentence.span(child.left_edge, child)))
    return list(cast.within(sentence, sentence.span(child.left_edge, child.right_edge)))


def those_named(sentence: Sentence, cast: Cast, pronoun: Token) -> tuple[Actor, ...]:
    """Whom "their" means where nobody else says: the nearest officials before it ("the bloc's ministers … at their talks")."""
    if pronoun.lower_ != "their":
        return ()
    before = [token for token in sentence.tokens if token.i < pronoun.i and token.tag_ == "NNS"]
    ranks = [token for token in before if token.lemma_.lower() in wording().delegates]
    return whom(sentence, cast, ranks[-1]) if ranks else ()


def ahead(sentence: Sentence, cast: Cast, pronoun: Token) -> tuple[Actor, ...]:
    """The subject that "his" means: where it looks ahead ("During his visit, Xi said"), or where nobody else is there
    ("Xi was in Moscow on his first visit")."""
    verb = clause_verb(pronoun)
    found = children(verb, "nsubj") if verb is not None and pronoun.lower_ in ("his", "her") else []
    actors = tuple(actor for noun in found for actor in cast.actors(sentence, noun, coordinated=False))
    if not actors or any(actor.party.kind != "person" for actor in actors):
        return ()
    here = {actor.party.id for actor in cast.mentions_in(sentence) if actor.how != "pronoun"}
    absent = not any(actor.party.id in here for actor in cast.actors(sentence, pronoun))
    return actors if absent or found[0].i > pronoun.i else ()


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
    if token.head.lower_ in ("on", "of", "from", "about") and governs(verb) == "report":
        return (), "none"
    if token.dep_ == "pobj" and token.head.lower_ == "of" and is_act(token.head.head):
        return (), "none"
    if token.dep_ == "pobj" and preposition in AROUND:
        owner = children(token, "poss")
        is_visit = token.lemma_ in ("visit", "trip", "tour")
        owned = bool(owner) and (not is_visit or owner[0].pos_ == "PRON")
        has_side = owned or any(child.lower_ == "with" for child in children(token, "prep"))
        governor = governor_of(verb)
        direct = token.head.head == verb
        takes_part = has_side or token.head.lower_ in ("for", "into", "to")
        takes_part = takes_part or (direct and governor is not None and governor.subject == "party")
        sent = objects(sentence, cast, verb) if verb.lemma_ in SENDING else ()
        takes_part = takes_part or token.head.head in subjects(verb)  # "the two delegations at the talks were"
        return ((*acting(sentence, cast, verb), *sent), "party" if takes_part or sent else "none")
    governor = governor_of(verb)
    if token.dep_ == "dobj" and verb.lemma_ in wording().verbs and wording().verbs[verb.lemma_].how == "addresses":
        return acting(sentence, cast, verb), "party"
    if token.dep_ in ("dobj", "conj") and governor is not None:
        offered = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in ("offer", "propose", "invite") else None
        asked = children(offered, "dobj", "dative") if offered is not None else []
        guests = [actor for noun in asked for actor in whom(sentence, cast, noun)]
        return (*acting(sentence, cast, verb), *guests), governor.subject
    return (), "none"


def is_act(noun: Token) -> bool:
    """Is it a noun that does something with the meeting, whoever causes it ("led to a boycott of the summit")?"""
    return noun.pos_ == "NOUN" and noun.lemma_ not in TRANSPARENT and not children(noun, "poss") and has_doer(noun)


def has_doer(noun: Token) -> bool:
    """Does the phrase itself name who does it ("a Turkish boycott of")?"""
    return any(child.ent_type_ in ("NORP", "GPE", "ORG") for child in children(noun, "amod", "compound", "nmod"))


def governs(verb: Token) -> str | None:
    """What the verb does with the status of what it governs."""
    governor = governor_of(verb)
    return governor.effect if governor is not None else None


def visitors(sentence: Sentence, cast: Cast, token: Token) -> tuple[Actor, ...]:
    """Whoever makes the visit when the noun does not say: the subject of "said after a visit to", "flew in for a trip"."""
    if children(token, "poss"):
        return ()
    verb, preposition = verb_above(token)
    if verb is None or (preposition == "" and token.dep_ not in ("dobj", "pobj")):
        return ()
    return acting(sentence, cast, verb)


def hosts_met(sentence: Sentence, cast: Cast, token: Token) -> tuple[Actor, ...]:
    """Whoever the visitor meets, where the visit is only told as the time of it ("met X on the first day of his visit")."""
    verb, _ = verb_above(token)
    return objects(sentence, cast, verb) if verb is not None and verb.lemma_ in wording().verbs else ()


def destination_of(token: Token) -> Token | None:
    """The place that a visit goes to: "visit to Luhansk", "his Paris trip", "a US visit"."""
    for preposition in children(token, "prep"):
        if preposition.lower_ in (("to",) if token.lemma_ == "mission" else ("to", "in", "around", "through")):
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


def is_remark(token: Token) -> bool:
    """Does the sentence only say what sort of meeting it was ("it was the first visit by …")?"""
    verb = token.head
    if token.dep_ != "attr" or verb.lemma_ != "be":
        return False
    ordinal = any(child.lower_ in ("first", "second", "third", "latest", "last") for child in children(token, "amod"))
    return ordinal or any(subject.lower_ in ("it", "this", "that") for subject in children(verb, "nsubj"))


def is_one_of_many(token: Token) -> bool:
    """Are meetings told of in general ("dozens of sessions", "attended summits", "regular talks")?"""
    before = {child.lower_ for child in children(token, "amod", "nummod", "quantmod", "det", "advmod")}
    bare = token.tag_ in ("NNS", "NNPS") and token.lemma_ in COUNTED and not children(token, "det", "poss", "nummod")
    if token.tag_ == "NNS" and token.lemma_ in ("visit", "trip", "tour"):
        return True
    if bare and not any(child.ent_type_ == "DATE" for child in token.subtree):
        return True
    counted = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in MANY
    return counted or bool(before & set(OFTEN)) or is_habitual(verb_of(token))


def is_definite(token: Token) -> bool:
    """Does the phrase point back to something already named?"""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in TRANSPARENT and bare(token):
        return is_definite(token.head.head)  # "the three rounds of talks"
    if any(child.ent_type_ in ("DATE", "TIME") for child in children(token, "poss")):
        return True  # "Friday's talks"
    return any(child.lower_ in DEFINITE for child in children(token, "det", "poss")) and not any(
        child.lower_ in ("next", "last", "first", "second", "third") for child in children(token, "amod")
    )


def bare(token: Token) -> bool:
    """Does nothing before the noun or after it say which meeting it is?"""
    return not children(token, "det", "poss", "amod", "compound", "prep", "nmod")

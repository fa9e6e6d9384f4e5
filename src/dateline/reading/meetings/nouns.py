"""Nouns of meeting with their sides: "talks between X and Y", "the Brussels summit", "his visit to Z"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.knowledge.meetings import MeetingNoun, Only, wording, words
from dateline.knowledge.rules import rule
from dateline.model.entry import MeetingKind
from dateline.reading.desk import Actor, Cast, Sentence, Word, clause_verb, recipients, subjects
from dateline.reading.meetings.lookup import governor_of, is_ahead, is_journey, is_other_thing, meeting_noun, meeting_verb
from dateline.reading.meetings.roles import (
    Mention,
    acting,
    carrier,
    further_stops,
    is_habitual,
    left_of,
    objects,
    of_ground,
    one_body,
    partners,
    verb_above,
    verb_of,
    whom,
    with_strangers,
)
from dateline.reading.meetings.status import stance_of_noun

__all__ = ["noun_mention"]


def noun_mention(sentence: Sentence, cast: Cast, word: Word) -> Iterator[Mention]:
    """A noun of meeting with its sides; compounds that make it something else are left."""
    noun = meeting_noun(word)
    if noun is None or word.dep == "compound" or is_other_thing(word) or is_mere_phrase(word, noun):
        return
    if noun.kind != "visit" and with_strangers(sentence, cast, word):
        return
    sides, body = sides_of_noun(sentence, cast, word)
    convener: tuple[Actor, ...] = ()
    framing, listed = format_around(sentence, cast, word)
    sides, session = (*sides, *framing, *listed), of_body(word, body)
    body = (*body, *framing)
    governing, role = governing_subject(sentence, cast, word)
    with_others = word.has("prep", "with")
    if role == "party" and (with_others or len({actor.side for actor in sides}) < 2):
        sides = (*governing, *sides)
    elif role == "convener":
        convener = governing
        apart = word.has("prep", "between")
        sides = sides if apart else (*governing, *sides) if len({actor.side for actor in sides if actor.side}) == 1 else sides
    destination, stops = destination_of(word), tuple[Word, ...]()
    guests = sides
    if noun.kind == "visit":
        stops = further_stops(destination)
        guests = (*visitors(sentence, cast, word), *sides)
        sides = (*guests, *hosts_of(sentence, cast, word, destination, alone=bool(stops)))
    if not noun.strong and (destination is None if noun.kind == "visit" else len({actor.side for actor in sides}) < 1):
        return
    stance = stance_of_noun(word)
    mention = Mention(
        sentence=sentence, head=word, kind=kind_of(word, noun, sides, destination, session=session),
        rule=rule("meetings", "meeting-of-sides"), stance=stance, sides=sides, convener=convener, body=body,
        destination=destination, definite=is_definite(word),
        plural=is_plural(word) and word.lemma not in noun.one_in_plural, strong=noun.strong, framed=bool(framing),
        echo=stance.denied or is_remark(word) or is_one_sided(sentence, cast, word, sides), habitual=is_one_of_many(word),
    )  # fmt: skip
    yield mention
    for stop in stops:
        yield replace(mention, destination=stop, sides=(*guests, *of_ground(sentence, cast, stop, coordinated=False)))


def kind_of(word: Word, noun: MeetingNoun, sides: tuple[Actor, ...], destination: Word | None, *, session: bool) -> MeetingKind:
    """A visit without a place "with" somebody is talks, talks of one body are a council, talks by telephone a call."""
    kind: MeetingKind = noun.kind
    if kind == "visit" and destination is None and word.has("prep", "with"):
        kind = "talks"
    if kind == "talks" and (session or one_body(sides)):
        kind = "council"
    by_phone = any(child.lower in words("telephone") for child in word.children("compound", "amod"))
    return "call" if by_phone and kind in ("talks", "negotiation") else kind


def hosts_of(sentence: Sentence, cast: Cast, word: Word, destination: Word | None, *, alone: bool) -> tuple[Actor, ...]:
    """Whom a visit goes to, where there are further stops those of the first one alone; else those met on it."""
    if destination is None:
        return hosts_met(sentence, cast, word)
    return of_ground(sentence, cast, destination, coordinated=not alone)


def is_one_sided(sentence: Sentence, cast: Cast, word: Word, sides: tuple[Actor, ...]) -> bool:
    """Are only those known with whom somebody unnamed would talk ("the prospect of talks with India and China")?"""
    if is_visit(word):
        return False
    others = partners(sentence, cast, word, "with")
    return len({actor.side for actor in others}) > 1 and {actor.side for actor in sides} <= {actor.side for actor in others}


def is_visit(noun: Word) -> bool:
    """Is it a noun of visiting?"""
    known = meeting_noun(noun)
    return known is not None and known.kind == "visit"


def is_address(verb: Word) -> bool:
    """Is it a verb of speaking before an assembly?"""
    known = meeting_verb(verb)
    return known is not None and known.how in ("addresses", "vetoes")


def is_mere_phrase(noun: Word, known: MeetingNoun) -> bool:
    """Does what stands with the noun make it no meeting: "in consultation with", a round of sanctions, a call for help?"""
    condition = (known.only or {}).get(noun.lemma)
    return condition is not None and not CONDITIONS[condition](noun)


def is_plural(noun: Word) -> bool:
    """Is it in the plural ("talks", not "talk of war")?"""
    return noun.tag in ("NNS", "NNPS")


def is_with_somebody(noun: Word) -> bool:
    """Does "with" follow it ("an audience with the king")?"""
    return noun.has("prep", "with")


def is_call(noun: Word) -> bool:
    """Is it a call between people, not one for something?"""
    before = {child.lower for child in noun.children("compound", "amod", "nmod")}
    return bool(before & words("kinds of call")) or noun.has("prep", "with", "between")


def is_no_way_of_acting(noun: Word) -> bool:
    """Is it anything but "in consultation with"?"""
    return noun.dep != "pobj" or noun.head.lower != "in" or noun.any("det")


def is_round_of_talks(noun: Word) -> bool:
    """A round of talks, not one of sanctions."""
    about = noun.behind("of")
    return not about or any(meeting_noun(each) is not None for each in (*about, *noun.children("compound")))


def is_process_of_talks(noun: Word) -> bool:
    """A peace process or one named by its city or sides, not one of investigation."""
    before = noun.children("compound", "amod", "nmod")
    return any(each.pos == "PROPN" or each.lower in words("processes of talks") or meeting_noun(each) for each in before)


CONDITIONS: dict[Only, Callable[[Word], bool]] = {
    "in the plural": is_plural, "with somebody": is_with_somebody, "with somebody or by telephone": is_call,
    "not as a way of acting": is_no_way_of_acting, "of talks": is_round_of_talks,
    "of peace or named sides": is_process_of_talks,
}  # fmt: skip
"""What makes a noun under a condition a meeting."""


def sides_of_noun(sentence: Sentence, cast: Cast, word: Word) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """(all sides that the noun phrase names, the body whose session it is)."""
    sides: list[Actor] = []
    body: list[Actor] = []
    leading = left_of(word, "compound", "amod", "nmod", "poss")
    for child in leading:
        named = premodifying(sentence, cast, child)
        sides += named
        body += [actor for actor in named if actor.party.kind in ("organisation", "organ")]
    for preposition in word.children("prep", "acl"):
        if preposition.lower not in words("naming sides") and preposition.lemma not in words("bringing in"):
            continue
        if is_journey(word) and preposition.lower == "of":
            continue
        for noun in preposition.children("pobj", "dobj"):
            named = list(whom(sentence, cast, noun))
            sides += named
            if preposition.lower == "of":
                body += [actor for actor in named if actor.party.kind in ("organisation", "organ")]
    for clause in word.children("acl", "relcl"):
        sides += sides_of_clause(sentence, cast, clause)
    if word.dep in ("nsubj", "nsubjpass", "dobj") and word.head.is_verb:
        sides += partners(
            sentence, cast, word.head, "between", "among", *(("with",) if word.dep != "dobj" or not sides else ())
        )
    return tuple(sides), tuple(body)


def format_around(sentence: Sentence, cast: Cast, word: Word) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """(the body in whose format sides meet, the members listed): "in the format of the OSCE, which includes …"."""
    verb, _ = verb_above(word)
    places = [word] if verb is None else [word, verb]
    frames = [
        noun
        for place in places
        for p in place.children("prep")
        for noun in p.children("pobj")
        if noun.lemma in words("formats")
    ]
    for frame in frames:
        for noun in [each for p in frame.children("prep") for each in p.children("pobj")]:
            body = whom(sentence, cast, noun)
            lists = [word for word in noun.subtree() if word.dep == "relcl" and word.lemma in words("listing")]
            last = sentence.words[-1]
            members = [a for word in lists for a in cast.within(sentence, sentence.span(word, last))]
            return body, tuple(actor for actor in members if actor.how != "demonym")
    return (), ()


def premodifying(sentence: Sentence, cast: Cast, child: Word) -> list[Actor]:
    """Parties before the noun: "U.S.-Russia talks", "the Xi-Putin summit", "NATO's meeting", "his visit"."""
    if child.lemma in words("mediating") or child.lower.endswith(tuple(words("mediated"))):
        return []
    if child.dep == "poss" and child.pos == "PRON":
        return list(ahead(sentence, cast, child) or cast.actors(sentence, child) or those_named(sentence, cast, child))
    if child.dep == "poss":
        return list(cast.actors(sentence, child)) or list(cast.within(sentence, sentence.span(child.left_edge, child)))
    return list(cast.within(sentence, sentence.span(child.left_edge, child.right_edge)))


def those_named(sentence: Sentence, cast: Cast, pronoun: Word) -> tuple[Actor, ...]:
    """Whom "their" means where nobody else says: the nearest officials before it ("the bloc's ministers … at their talks")."""
    if pronoun.lower != "their":
        return ()
    before = [word for word in sentence.words if word.i < pronoun.i and word.tag == "NNS"]
    ranks = [word for word in before if word.lemma in wording().delegates]
    return whom(sentence, cast, ranks[-1]) if ranks else ()


def ahead(sentence: Sentence, cast: Cast, pronoun: Word) -> tuple[Actor, ...]:
    """The subject that "his" means: where it looks ahead ("During his visit, Xi said"), or where nobody else is there
    ("Xi was in Moscow on his first visit")."""
    verb = clause_verb(pronoun)
    found = verb.children("nsubj") if verb is not None and pronoun.lower in ("his", "her") else []
    actors = tuple(actor for noun in found for actor in cast.actors(sentence, noun, coordinated=False))
    if not actors or any(actor.party.kind != "person" for actor in actors):
        return ()
    here = {actor.party.id for actor in cast.mentions_in(sentence) if actor.how != "pronoun"}
    absent = not any(actor.party.id in here for actor in cast.actors(sentence, pronoun))
    return actors if absent or found[0].i > pronoun.i else ()


def sides_of_clause(sentence: Sentence, cast: Cast, clause: Word) -> list[Actor]:
    """Sides in "talks held between X and Y", "the summit, which X and Y will attend"."""
    found: list[Actor] = []
    for preposition in clause.children("prep"):
        if preposition.lower in words("clause with sides"):
            for noun in preposition.children("pobj"):
                found += whom(sentence, cast, noun)
    if clause.lemma in words("of those in it"):
        for subject in [*subjects(clause), *clause.children("dobj")]:
            if subject.i != clause.head.i:
                found += cast.actors(sentence, subject)
    return found


def governing_subject(sentence: Sentence, cast: Cast, word: Word) -> tuple[tuple[Actor, ...], str]:
    """Whoever is the subject of the verb that governs the noun, and what the verb makes of that subject."""
    with_others = word.has("prep", "with")
    word = carrier(word)
    verb, preposition = verb_above(word)
    if verb is None:
        return (), "none"
    if word.head.lower in ("on", "of", "from", "about") and governs(verb) == "report" and not is_ahead(word.head.head):
        return (), "none"
    if word.dep == "pobj" and word.head.lower == "of" and is_act(word.head.head):
        return (), "none"
    if word.dep == "pobj" and preposition in words("framing"):
        owner = word.children("poss")
        is_visit = is_journey(word)
        owned = bool(owner) and (not is_visit or owner[0].pos == "PRON")
        has_side = owned or with_others
        governor = governor_of(verb)
        direct = word.head.head == verb
        takes_part = has_side or word.head.lower in ("for", "into", "to")
        takes_part = takes_part or (direct and governor is not None and governor.subject == "party")
        sent = objects(sentence, cast, verb) if verb.lemma in words("sending") else ()
        takes_part = takes_part or word.head.head in subjects(verb)  # "the two delegations at the talks were"
        return ((*acting(sentence, cast, verb), *sent), "party" if takes_part or sent else "none")
    governor = governor_of(verb)
    if word.dep == "dobj" and is_address(verb):
        return acting(sentence, cast, verb), "party"
    if word.dep in ("dobj", "conj") and governor is not None:
        offered = verb.head if verb.dep == "xcomp" and verb.head.lemma in words("offering") else None
        asked = offered.children("dobj", "dative") if offered is not None else []
        guests = [actor for noun in asked for actor in whom(sentence, cast, noun)]
        return (*acting(sentence, cast, verb), *guests), governor.subject
    return (), "none"


def is_act(noun: Word) -> bool:
    """Is it a noun that does something with the meeting, whoever causes it ("led to a boycott of the summit")?"""
    return noun.pos == "NOUN" and noun.lemma not in words("passing on") and not noun.children("poss") and has_doer(noun)


def has_doer(noun: Word) -> bool:
    """Does the phrase itself name who does it ("a Turkish boycott of")?"""
    return any(child.ent in ("NORP", "GPE", "ORG") for child in noun.children("amod", "compound", "nmod"))


def governs(verb: Word) -> str | None:
    """What the verb does with the status of what it governs."""
    governor = governor_of(verb)
    return governor.effect if governor is not None else None


def visitors(sentence: Sentence, cast: Cast, word: Word) -> tuple[Actor, ...]:
    """Whoever makes the visit when the noun does not say: the subject of "said after a visit to", "flew in for a trip"."""
    if word.children("poss"):
        return ()
    verb, preposition = verb_above(word)
    if verb is None or (preposition == "" and word.dep not in ("dobj", "pobj")):
        return ()
    return acting(sentence, cast, verb)


def hosts_met(sentence: Sentence, cast: Cast, word: Word) -> tuple[Actor, ...]:
    """Whoever the visitor meets, where the visit is only told as the time of it ("met X on the first day of his visit")."""
    verb, _ = verb_above(word)
    return objects(sentence, cast, verb) if verb is not None and meeting_verb(verb) is not None else ()


def destination_of(word: Word) -> Word | None:
    """The place that a visit goes to: "visit to Luhansk", "his Paris trip", "a US visit", "paid a visit on Monday to"."""
    known = meeting_noun(word)
    for preposition in word.children("prep"):
        if known is not None and preposition.lower in known.ways:
            return preposition.child("pobj")
    if known is None or known.kind != "visit":
        return None
    named = [*reversed(word.children("compound", "amod", "nmod"))]
    if word.dep == "dobj":
        named += [*word.head.behind(*known.ways), *recipients(word.head)]
    return next((each for each in named if each.ent in ("GPE", "LOC", "FAC")), None)


def of_body(word: Word, body: tuple[Actor, ...]) -> bool:
    """Is the meeting one of a body ("a meeting of the Security Council", "NATO foreign ministers' meeting")?"""
    return bool(body) and not word.has("prep", "with", "between")


def is_remark(word: Word) -> bool:
    """Does the sentence only say what sort of meeting it was ("it was the first visit by …")?"""
    verb = word.head
    if word.dep != "attr" or verb.lemma != "be":
        return False
    ordinal = word.has("amod", *words("what sort it was"))
    return ordinal or any(subject.lower in ("it", "this", "that") for subject in verb.children("nsubj"))


def is_one_of_many(word: Word) -> bool:
    """Are meetings told of in general ("dozens of sessions", "attended summits", "regular talks")?"""
    before = {child.lower for child in word.children("amod", "nummod", "quantmod", "det", "advmod")}
    bare = is_plural(word) and word.lemma in words("counted") and not word.children("det", "poss", "nummod")
    if word.tag == "NNS" and is_journey(word):
        return True
    if bare and not any(child.ent == "DATE" for child in word.subtree()):
        return True
    counted = word.dep == "pobj" and word.head.lower == "of" and word.head.head.lemma in words("many")
    return counted or bool(before & words("again and again")) or is_habitual(verb_of(word))


def is_definite(word: Word) -> bool:
    """Does the phrase point back to something already named?"""
    while word.dep == "pobj" and word.head.lower == "of" and word.head.head.lemma in words("passing on") and bare(word):
        word = word.head.head  # "the three rounds of talks"
    if any(child.ent in ("DATE", "TIME") for child in word.children("poss")):
        return True  # "Friday's talks"
    return any(child.lower in words("pointing back") for child in word.children("det", "poss")) and not any(
        child.lower in words("one of a row") for child in word.children("amod")
    )


def bare(word: Word) -> bool:
    """Does nothing before the noun or after it say which meeting it is?"""
    return not word.children("det", "poss", "amod", "compound", "prep", "nmod")

"""Where a mentioned meeting is: cities, countries, venues, the destination of a visit."""

import re

from dateline.knowledge.meetings import wording, words
from dateline.knowledge.rules import rule
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.place import Place
from dateline.reading.desk import Findings, Sentence, Word
from dateline.reading.meetings.roles import Mention, verb_above

__all__ = ["is_city", "place_at", "place_of", "venue_of"]

BEHIND = re.compile(r"(?:,[^\n(–—]{1,40}+|(?<=[A-Z])[^\n(–—a-z]{0,20}+)?\s*+(?:\(|--?\s|–|—|_|:)")
"""What stands behind the town of a dateline: a country or a day, an agency, a dash."""

LEAD = 300
"""Characters of a story within which its dateline stands, below its byline."""


def place_at(sentence: Sentence, findings: Findings, word: Word) -> tuple[Place, Span] | None:
    """The place named by a word or in the phrase beneath it; a city before a country."""
    here, phrase = sentence.span(word), sentence.span(word.left_edge, word.right_edge)
    text = sentence.document.text.field(sentence.field)
    near = findings.places_on.on(phrase)
    found = [pair for pair in near if not text.startswith(tuple(words("no place")), pair[1].end)]
    exact = [pair for pair in found if pair[1].overlaps(here)]
    inside = [pair for pair in found if phrase.covers(pair[1])]
    cities = [pair for pair in [*exact, *inside] if is_city(pair[0])]
    return next(iter([*exact, *cities] if word.pos == "PROPN" and exact else [*cities, *exact]), None)


def is_city(place: Place) -> bool:
    """Is it a populated place rather than a country or region?"""
    return bool(place.feature) and str(place.feature).startswith("PPL")


def place_of(mention: Mention, findings: Findings) -> tuple[Sourced[str], Place] | None:
    """Where it takes place: a place before or after the noun or beside its verb, the destination of a visit, a venue."""
    sentence = mention.sentence
    if mention.destination is not None and (found := place_at(sentence, findings, mention.destination)):
        return Sourced(found[0].name, (Evidence(found[1], rule("meetings", "place-visited")),)), found[0]
    for word in place_words(mention):
        found = place_at(sentence, findings, word)
        if found and (is_city(found[0]) or word.dep == "pobj"):
            return Sourced(found[0].name, (Evidence(found[1], rule("meetings", "place-beside")),)), found[0]
    if (here := word_here(mention)) is not None and (found := dateline_of(sentence, findings)) is not None:
        place, span = found
        town = Evidence(span, rule("meetings", "place-here"))
        return Sourced(place.name, (sentence.evidence(rule("meetings", "place-here"), here, None, town),)), place
    return None


def word_here(mention: Mention) -> Word | None:
    """The word "here" beside a mention: at its noun, its verb or the clause that tells of it."""
    head = mention.head
    verb = head if head.is_verb else verb_above(head)[0]
    near = [head, *head.children("acl", "relcl"), *([verb] if verb is not None else [])]
    return next((child for word in near for child in word.children("advmod") if child.lower == "here"), None)


def dateline_of(sentence: Sentence, findings: Findings) -> tuple[Place, Span] | None:
    """The town that a story is written from, as its dateline names it."""
    body = sentence.document.text.body
    for place in findings.places:
        for span in place.mentions:
            line = body.rfind("\n", 0, span.start) + 1
            leads = span.field == "text" and span.end <= LEAD and not body[line : span.start].strip()
            if leads and is_city(place) and BEHIND.match(body, span.end):
                return place, span
    return None


def place_words(mention: Mention) -> list[Word]:
    """Words that may name the place of a mention, nearest first: behind the noun, before it, in its clauses, at its verb."""
    head = mention.head
    verb = head if head.is_verb else verb_above(head)[0]
    near = tuple(words("places"))
    found = head.behind(*words("places of a noun"))
    found += [child for child in head.children("compound", "nmod", "amod") if child.ent == "GPE" and child.pos == "PROPN"]
    found += [noun for clause in head.children("acl", "relcl") for noun in clause.behind(*near)]
    found += [place for noun in head.behind() for each in noun.conjuncts() for place in each.behind(*near)]
    if verb is not None:
        found += verb.behind(*near)
        found += [noun for item in verb.children("dobj") for noun in item.behind(*near)]
        found += [place for noun in verb.behind(*words("through what")) for place in noun.behind(*near)]
    return found


def venue_of(mention: Mention) -> tuple[Sourced[str], Sourced[str] | None] | None:
    """(the building, the city it stands in) where the words name a known one; for a visit also what is visited there."""
    sentence = mention.sentence
    for word in place_words(mention):
        phrase = " ".join(each.text for each in word.subtree(without=("relcl", "appos", "conj")))
        for name, city in wording().venues.items():
            if name in phrase or name in phrase.replace(" 's", "'s"):
                evidence = (Evidence(sentence.span(word.left_edge, word), rule("meetings", "venue-beside")),)
                return Sourced(name, evidence), Sourced(city, evidence)
    target = mention.destination
    if mention.kind == "visit" and target is not None and target.pos == "NOUN":
        first = next(iter(target.children("compound", "amod")), target)
        span = sentence.span(first, target)
        return Sourced(span.quote, (Evidence(span, rule("meetings", "venue-seen")),)), None
    return None

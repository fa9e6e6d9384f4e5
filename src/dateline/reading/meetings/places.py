"""Where a mentioned meeting is: cities, countries, venues, the destination of a visit."""

from spacy.tokens import Token

from dateline.knowledge.meetings import wording
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.place import Place
from dateline.reading.desk import Findings, Sentence, children, conjuncts, subtree
from dateline.reading.meetings.roles import Mention, verb_above

__all__ = ["place_at", "place_of", "venue_of"]


def place_at(sentence: Sentence, findings: Findings, token: Token) -> tuple[Place, Span] | None:
    """The place named by a token or in the phrase beneath it; a city before a country."""
    low, high = (
        sentence.place(token.doc[token.left_edge.i]),
        sentence.place(token.doc[token.right_edge.i]) + len(token.right_edge),
    )
    here = sentence.span(token)
    text = sentence.document.text.field(sentence.field)
    found = [
        (place, mention)
        for place in findings.places
        for mention in place.mentions
        if mention.field == sentence.field and not text.startswith(("-based", "-born", "-led", "-backed"), mention.end)
    ]
    exact = [pair for pair in found if pair[1].overlaps(here)]
    inside = [pair for pair in found if low <= pair[1].start and pair[1].end <= high]
    cities = [pair for pair in [*exact, *inside] if is_city(pair[0])]
    return next(iter([*exact, *cities] if token.pos_ == "PROPN" and exact else [*cities, *exact]), None)


def is_city(place: Place) -> bool:
    """Is it a populated place rather than a country or region?"""
    return bool(place.feature) and str(place.feature).startswith("PPL")


def place_of(mention: Mention, findings: Findings) -> tuple[Sourced[str], Place] | None:
    """Where it takes place: a place before or after the noun or beside its verb, the destination of a visit, a venue."""
    sentence = mention.sentence
    if mention.destination is not None and (found := place_at(sentence, findings, mention.destination)):
        return Sourced(found[0].name, (Evidence(found[1], "place that the visit goes to"),)), found[0]
    for token in place_words(mention):
        found = place_at(sentence, findings, token)
        if found and (is_city(found[0]) or token.dep_ == "pobj"):
            return Sourced(found[0].name, (Evidence(found[1], "place beside the meeting"),)), found[0]
    return None


def place_words(mention: Mention) -> list[Token]:
    """Tokens that may name the place of a mention, nearest first."""
    head = mention.head
    verb, _ = verb_above(head) if head.pos_ not in ("VERB", "AUX") else (head, "")
    words = [noun for p in children(head, "prep") if p.lower_ in ("in", "at", "near") for noun in children(p, "pobj")]
    words += [
        child for child in children(head, "compound", "nmod", "amod") if child.ent_type_ == "GPE" and child.pos_ == "PROPN"
    ]
    for clause in children(head, "acl", "relcl"):
        words += [noun for p in children(clause, "prep") if p.lower_ in ("in", "at") for noun in children(p, "pobj")]
    for middle in children(head, "prep"):
        for noun in (each for first in children(middle, "pobj") for each in conjuncts(first)):
            words += [each for p in children(noun, "prep") if p.lower_ in ("in", "at") for each in children(p, "pobj")]
    if verb is not None:
        words += [noun for p in children(verb, "prep") if p.lower_ in ("in", "at") for noun in children(p, "pobj")]
        words += [
            each
            for item in children(verb, "dobj")
            for p in children(item, "prep")
            if p.lower_ in ("in", "at")
            for each in children(p, "pobj")
        ]
        for p in children(verb, "prep"):
            for noun in children(p, "pobj") if p.lower_ in ("for", "at", "in", "during", "to", "with", "on") else ():
                words += [
                    each for inner in children(noun, "prep") if inner.lower_ in ("in", "at") for each in children(inner, "pobj")
                ]
    return words


def venue_of(mention: Mention) -> tuple[Sourced[str], Sourced[str] | None] | None:
    """(the building, the city it stands in) where the words name a known one; for a visit also what is visited there."""
    sentence = mention.sentence
    for token in place_words(mention):
        words = " ".join(each.text for each in subtree(token, without=("relcl", "appos", "conj")))
        for name, city in wording().venues.items():
            if name in words or name in words.replace(" 's", "'s"):
                evidence = (Evidence(sentence.span(token.doc[token.left_edge.i], token), "venue beside the meeting"),)
                return Sourced(name, evidence), Sourced(city, evidence)
    target = mention.destination
    if mention.kind == "visit" and target is not None and target.pos_ == "NOUN":
        first = next(iter(children(target, "compound", "amod")), target)
        span = sentence.span(first, target)
        return Sourced(span.quote, (Evidence(span, "what the visitor sees"),)), None
    return None

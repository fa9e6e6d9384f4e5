"""Where a mentioned meeting is: cities, countries, venues, the destination of a visit."""

from dateline.knowledge.meetings import wording
from dateline.model.evidence import Evidence, Sourced, Span
from dateline.model.place import Place
from dateline.reading.desk import Findings, Sentence, Word
from dateline.reading.meetings.roles import Mention, verb_above

__all__ = ["place_at", "place_of", "venue_of"]


def place_at(sentence: Sentence, findings: Findings, word: Word) -> tuple[Place, Span] | None:
    """The place named by a word or in the phrase beneath it; a city before a country."""
    low, high = (
        sentence.place(word.left_edge),
        sentence.place(word.right_edge) + len(word.right_edge),
    )
    here = sentence.span(word)
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
    return next(iter([*exact, *cities] if word.pos == "PROPN" and exact else [*cities, *exact]), None)


def is_city(place: Place) -> bool:
    """Is it a populated place rather than a country or region?"""
    return bool(place.feature) and str(place.feature).startswith("PPL")


def place_of(mention: Mention, findings: Findings) -> tuple[Sourced[str], Place] | None:
    """Where it takes place: a place before or after the noun or beside its verb, the destination of a visit, a venue."""
    sentence = mention.sentence
    if mention.destination is not None and (found := place_at(sentence, findings, mention.destination)):
        return Sourced(found[0].name, (Evidence(found[1], "place that the visit goes to"),)), found[0]
    for word in place_words(mention):
        found = place_at(sentence, findings, word)
        if found and (is_city(found[0]) or word.dep == "pobj"):
            return Sourced(found[0].name, (Evidence(found[1], "place beside the meeting"),)), found[0]
    return None


def place_words(mention: Mention) -> list[Word]:
    """Tokens that may name the place of a mention, nearest first."""
    head = mention.head
    verb, _ = verb_above(head) if not head.is_verb else (head, "")
    words = head.behind("in", "at", "near")
    words += [child for child in head.children("compound", "nmod", "amod") if child.ent == "GPE" and child.pos == "PROPN"]
    for clause in head.children("acl", "relcl"):
        words += clause.behind("in", "at")
    for middle in head.children("prep"):
        for noun in (each for first in middle.children("pobj") for each in first.conjuncts()):
            words += [each for p in noun.children("prep") if p.lower in ("in", "at") for each in p.children("pobj")]
    if verb is not None:
        words += verb.behind("in", "at")
        words += [
            each
            for item in verb.children("dobj")
            for p in item.children("prep")
            if p.lower in ("in", "at")
            for each in p.children("pobj")
        ]
        for p in verb.children("prep"):
            for noun in p.children("pobj") if p.lower in ("for", "at", "in", "during", "to", "with", "on") else ():
                words += [
                    each for inner in noun.children("prep") if inner.lower in ("in", "at") for each in inner.children("pobj")
                ]
    return words


def venue_of(mention: Mention) -> tuple[Sourced[str], Sourced[str] | None] | None:
    """(the building, the city it stands in) where the words name a known one; for a visit also what is visited there."""
    sentence = mention.sentence
    for word in place_words(mention):
        words = " ".join(each.text for each in word.subtree(without=("relcl", "appos", "conj")))
        for name, city in wording().venues.items():
            if name in words or name in words.replace(" 's", "'s"):
                evidence = (Evidence(sentence.span(word.left_edge, word), "venue beside the meeting"),)
                return Sourced(name, evidence), Sourced(city, evidence)
    target = mention.destination
    if mention.kind == "visit" and target is not None and target.pos == "NOUN":
        first = next(iter(target.children("compound", "amod")), target)
        span = sentence.span(first, target)
        return Sourced(span.quote, (Evidence(span, "what the visitor sees"),)), None
    return None

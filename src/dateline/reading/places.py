"""Places on the map that a story names: states where something happens, cities, regions, waters.

A place name that acts ("Moscow denied") is a party, not a place: see `parties_metonymy`. `place_of` gives the place
whose mention covers a token, `places_within` those inside a span.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from dateline.knowledge.parties import states
from dateline.knowledge.places import KnownPlace, careful
from dateline.knowledge.places import places as known_places
from dateline.model.evidence import Span
from dateline.model.place import Place
from dateline.reading.parties_lexicon import Hit, entities, find_hits
from dateline.reading.parties_metonymy import acts
from dateline.reading.parties_roster import head_of
from dateline.reading.story import Findings, Sentence, Story

__all__ = ["find_places", "place_of", "places_within"]

GEOGRAPHIC = frozenset(("GPE", "LOC", "FAC"))


def find_places(story: Story, findings: Findings) -> Findings:
    """Fill `places`, each place once with all its mentions, in text order."""
    found: dict[str, tuple[Place, list[Span]]] = {}
    countries: dict[str, int] = {}
    for sentence in story.sentences:
        for state in states_in(sentence):
            countries[state] = countries.get(state, 0) + 1
    for sentence in story.sentences:
        taken = spans_of_parties(findings, sentence)
        for place, span in places_in(sentence, countries, taken):
            found.setdefault(f"{place.name}, {place.country}", (place, []))[1].append(span)
    places = tuple(replace(place, mentions=tuple(spans)) for place, spans in found.values())
    return replace(findings, places=places)


def states_in(sentence: Sentence) -> Iterable[str]:
    """The states a sentence names, by any word."""
    return (term.id for hit in find_hits(sentence) for term in hit.terms[:1] if term.role in ("name", "adjective", "people"))


def spans_of_parties(findings: Findings, sentence: Sentence) -> tuple[Span, ...]:
    """The words of a sentence that are persons, bodies, or places that act."""
    if findings.cast is None:
        return ()
    actors = findings.cast.mentions_in(sentence)
    return tuple(
        actor.span
        for actor in actors
        if actor.how == "metonym" or (actor.how == "name" and actor.party.kind in ("person", "organisation", "organ"))
    )


def places_in(sentence: Sentence, countries: dict[str, int], taken: tuple[Span, ...]) -> Iterable[tuple[Place, Span]]:
    """The places of a sentence in text order."""
    doc = sentence.tokens.doc
    seen: list[Span] = []
    for hit in find_hits(sentence):
        span = sentence.cut(hit.start, hit.end)
        if any(span.overlaps(other) for other in taken):
            continue
        if place := place_of_hit(sentence, hit, countries):
            seen.append(span)
            yield place, span
        elif hit.role not in ("place",):
            seen.append(span)
    for entity in entities(sentence):
        if entity.label in ("GPE", "LOC"):
            first = entity.first + (doc[entity.first].lower_ == "the" and entity.last > entity.first)
            last = entity.last - (doc[entity.last].lower_ in ("'s", "’s") and entity.last > first)
            span = sentence.span(doc[first], doc[last])
            if span.quote[:1].isupper() and not any(span.overlaps(other) for other in (*taken, *seen)):
                yield Place(" ".join(span.quote.split()), country_after(sentence, last)), span


def country_after(sentence: Sentence, last: int) -> str | None:
    """The country of a place that nobody listed, where the text says it: "Pineville, Louisiana"."""
    doc = sentence.tokens.doc
    if last + 2 >= sentence.tokens.end or doc[last + 1].text != ",":
        return None
    for hit in find_hits(sentence):
        if hit.first == last + 2:
            places = [atlas()[term.id].country for term in hit.terms if term.role == "place"]
            return places[0] if places else hit.terms[0].id if hit.role == "name" and hit.terms[0].id in state_names() else None
    return None


def place_of_hit(sentence: Sentence, hit: Hit, countries: dict[str, int]) -> Place | None:
    """The place a known name means where it is one: a state that does not act, a city or region."""
    doc = sentence.tokens.doc
    head = doc[head_of(sentence, hit.first, hit.last)]
    if head.pos_ == "VERB" or (hit.words in careful() and not is_geographic(sentence, hit)):
        return None
    if hit.role == "seat" and head.dep_ in ("compound", "nmod", "poss"):
        return None
    known = [atlas()[term.id] for term in hit.terms if term.role == "place"]
    if known:
        return as_place(max(known, key=lambda place: (countries.get(place.country or "", 0), place.feature == "PPLC")))
    if hit.role == "name" and hit.terms[0].id in state_names() and not hit.joined and not acts(head):
        state = hit.terms[0].id
        return Place(state_names()[state], state, feature="PCLI")
    return None


def is_geographic(sentence: Sentence, hit: Hit) -> bool:
    """Does the model take the words for a place?"""
    return all(sentence.tokens.doc[index].ent_type_ in GEOGRAPHIC for index in range(hit.first, hit.last + 1))


@cache
def atlas() -> dict[str, KnownPlace]:
    """The known places by key."""
    return {place.key: place for place in known_places()}


@cache
def state_names() -> dict[str, str]:
    """The names of states by id."""
    return {state.id: state.name for state in states()}


def as_place(known: KnownPlace) -> Place:
    """A known place as the model has it."""
    return Place(known.name, known.country, feature=known.feature, lat=known.lat, lon=known.lon)


def place_of(findings: Findings, sentence: Sentence, token: Token) -> Place | None:
    """The place whose mention covers a token, if any."""
    return next(iter(places_within(findings, sentence.span(token))), None)


def places_within(findings: Findings, span: Span) -> tuple[Place, ...]:
    """The places that share words with a span, in text order, each once."""
    pairs = [(mention, place) for place in findings.places for mention in place.mentions if mention.overlaps(span)]
    return tuple(dict.fromkeys(place for _, place in sorted(pairs, key=lambda pair: pair[0])))

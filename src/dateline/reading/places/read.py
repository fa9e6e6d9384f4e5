"""Places on the map that a story names: states where something happens, cities, counties, regions, waters.

A place name that acts ("Moscow denied") is a party, not a place: see `parties.metonymy`. The names are found in
`names`, which of the places of a name is meant is chosen in `choose`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.atlas import plain_name
from dateline.model.evidence import Span
from dateline.model.place import Place
from dateline.reading.desk import Findings, Sentence, Story
from dateline.reading.parties import Hit, find_hits, in_table, is_sport, plays
from dateline.reading.places.choose import choose_places, setting_of
from dateline.reading.places.names import names_again, names_in
from dateline.reading.places.spot import Spot

__all__ = ["find_places"]


def find_places(story: Story, findings: Findings) -> Findings:
    """Fill `places`, each place once with all its mentions, in text order."""
    hits = {sentence: find_hits(sentence) for sentence in story.sentences}
    spots = spots_of(story, findings, hits)
    setting = setting_of(story, hits, spots)
    found: dict[tuple[str, str | None, str | None, str | None], tuple[Place, list[Span]]] = {}
    for spot, place in zip(spots, choose_places(spots, setting), strict=True):
        key = place.name, place.country, place.admin1, place.feature
        found.setdefault(key, (place, []))[1].append(spot.span)
    places = tuple(replace(place, mentions=tuple(spans)) for place, spans in found.values())
    return replace(findings, places=places)


def spots_of(story: Story, findings: Findings, hits: Mapping[Sentence, Sequence[Hit]]) -> list[Spot]:
    """The names of places of a story: those that show it themselves, and the same names elsewhere in it."""
    first = [(sentence, names_in(sentence, findings, hits[sentence])) for sentence in story.sentences]
    if sport := is_sport(story):
        first = [
            (sentence, [spot for spot in spots if spot.areas or not (is_team(spot) or in_table(story, number))])
            for number, (sentence, spots) in enumerate(first)
        ]
    names = frozenset(plain_name(spot.name) for _, spots in first for spot in spots if not spot.state)
    spots: list[Spot] = []
    for sentence, found in first:
        again = list(names_again(sentence, findings, names, found)) if names else []
        again = [spot for spot in again if not (sport and is_team(spot))]
        spots += sorted((*found, *again), key=lambda spot: spot.span)
    return with_meanings(spots)


def is_team(spot: Spot) -> bool:
    """Does the name, in a story of sport, stand for those who play?"""
    tokens = spot.sentence.tokens_in(spot.span)
    return bool(tokens) and plays(spot.sentence, tokens[0].i, tokens[-1].i)


def with_meanings(spots: list[Spot]) -> list[Spot]:
    """The spots, each with what knowledge says of its name, also where only another spot of the name was looked up."""
    known = {plain_name(spot.name): spot for spot in spots if spot.known or spot.state}
    return [
        replace(spot, known=known[plain_name(spot.name)].known, state=known[plain_name(spot.name)].state)
        if plain_name(spot.name) in known and not spot.known
        else spot
        for spot in spots
    ]

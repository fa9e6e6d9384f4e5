"""Which of the places of one name a story means: what stands behind the name, what else the story names, prominence."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, log2, log10, radians, sin, sqrt

from dateline.knowledge.atlas import City, cities_called, counties_called, cues, endings, plain_name
from dateline.knowledge.parties import states
from dateline.knowledge.places import KnownPlace, point_of
from dateline.model.place import Place
from dateline.reading.desk import Sentence, Story
from dateline.reading.parties import Hit
from dateline.reading.places.spot import Area, Spot, areas_called, is_local, state_names

__all__ = ["Setting", "choose_places", "setting_of"]

NEAR_KM = 161.0
ROUNDS = 2
"""How often the places are weighed: the first time some of what lies near is not chosen yet."""

PEOPLE, COUNTRY, DIVISION, NEAR = 0.8, 4.5, 1.4, 1.5
"""What the size of a place, the share of its country and division in the story, and what lies near weigh beside prominence."""

Point = tuple[float, float]
Key = tuple[str, tuple[Area, ...]]
"""A plain name, with the areas behind it."""

HOST = re.compile(r"\w+://[^/?#:]+\.(?P<ending>[A-Za-z]+)(?=[:/?#]|$)")
WORD = re.compile(r"[\w£]+\.?")


@dataclass(frozen=True)
class Candidate:
    """A place that a name may mean."""

    place: Place
    people: int = 0
    prominence: float = 0.0

    @property
    def area(self) -> Area:
        """Its country and division."""
        return self.place.country or "", self.place.admin1


@dataclass(frozen=True)
class Setting:
    """How much a story speaks of each country and of each of its divisions."""

    countries: Counter[str]
    divisions: Counter[Area]
    local: frozenset[str] = frozenset()

    @property
    def home(self) -> str | None:
        """The country that the story is mostly about, if any is named twice and in three of five cases."""
        best = self.countries.most_common(1)
        total = sum(self.countries.values())
        return best[0][0] if best and best[0][1] >= 1 and best[0][1] >= 0.6 * total else None


def setting_of(story: Story, hits: Mapping[Sentence, Sequence[Hit]], spots: Sequence[Spot]) -> Setting:
    """What states, provinces, counties and turns of phrase say of where a story is set."""
    countries: Counter[str] = Counter()
    divisions: Counter[Area] = Counter()
    local = frozenset(local_names(hits, spots))
    for hit in (hit for each in hits.values() for hit in each):
        if hit.role == "name" and plain_name(hit.words) in local:
            continue
        if hit.role in ("name", "adjective", "people") and len(hit.terms) == 1 and hit.terms[0].id in state_names():
            countries[hit.terms[0].id] += 2
    for word in WORD.findall(f"{story.document.text.title} {story.document.text.body}"):
        if country := cues().get(word) or cues().get(word.rstrip(".")):
            countries[country] += 1
    for country, code in areas_of_outlet(story.document.source or "", story.document.url or ""):
        countries[country] += 2
        divisions[country, code] += 1 if code else 0
    for spot in spots:
        for country, code, weight in told_by(spot):
            countries[country] += weight
            divisions[country, code] += 1 if code else 0
    return Setting(countries, +divisions, local)


def areas_of_outlet(source: str, url: str) -> Iterable[Area]:
    """The state or province in a paper's name, the country in its address: where it tells of, unless it says otherwise."""
    words = source.split()
    names = {" ".join(words[start:end]) for start in range(len(words)) for end in (start + 1, start + 2)}
    yield from (areas[0] for name in sorted(names) if len(areas := areas_called().get(name, ())) == 1 and len(name) > 3)
    if (match := HOST.match(url)) and (country := endings().get(match["ending"].lower())):
        yield country, None


def local_names(hits: Mapping[Sentence, Sequence[Hit]], spots: Iterable[Spot]) -> Iterable[str]:
    """The names, also those of states, that the story uses for a town with its own services, where a town has the name."""
    ends = [(sentence, hit.words, hit.end) for sentence, each in hits.items() for hit in each if hit.role in ("name", "place")]
    ends += [(spot.sentence, spot.name, spot.span.end) for spot in spots if not spot.county]
    yield from (plain_name(name) for sentence, name, end in ends if is_local(sentence, end) and cities_called(name))


def told_by(spot: Spot) -> Iterable[tuple[str, str | None, int]]:
    """The countries and divisions that a spot speaks for, with weights: what can mean only one place."""
    if len(spot.areas) == 1:
        yield *spot.areas[0], 2
    if spot.county:
        codes = [county.admin1 for county in counties_called(spot.name)]
        yield "USA", None, 2
        yield from (("USA", code, 0) for code in codes if len(codes) < 3)
    if spot.state or spot.county:
        return
    towns = cities_called(spot.name)
    countries = {each.country for each in spot.known} | {town.country for town in towns}
    if len(spot.known) == 1 and spot.known[0].feature == "ADM1" and spot.known[0].country:
        yield spot.known[0].country, spot.known[0].admin1, 2
    elif len(countries) == 1 and (country := countries.pop()):
        divisions = {town.admin1 for town in towns if not spot.areas}
        yield country, (divisions.pop() or None) if len(divisions) == 1 else None, 1


def candidates(spot: Spot) -> list[Candidate]:
    """The places that the words of a spot may mean."""
    found: list[Candidate] = []
    towns = list(cities_called(spot.name)) if not spot.county else []
    for known in spot.known:
        town = same_town(known, towns) or next(iter(same_towns_by_other_names(known)), None)
        if town in towns:
            towns.remove(town)
        found.append(of_knowledge(known, town))
    found += [Candidate(of_table(town), town.people) for town in towns]
    if spot.state:
        lat, lon = point_of(spot.state) or (None, None)
        place = Place(state_names()[spot.state], spot.state, None, None, "PCLI", lat, lon, id_of_state(spot.state))
        found.append(Candidate(place, 10_000_000, 3.0))
    return found


def id_of_state(id: str) -> str | None:
    """The Wikidata id of a state."""
    return next((state.wikidata for state in states() if state.id == id), None)


def same_town(known: KnownPlace, towns: Sequence[City]) -> City | None:
    """The town of the table that a known city is: of its country and within 60 km."""
    if known.lat is None or known.lon is None or known.feature == "ADM1":
        return None
    here = known.lat, known.lon
    return next((town for town in towns if town.country == known.country and apart(here, (town.lat, town.lon)) < 60), None)


def same_towns_by_other_names(known: KnownPlace) -> Iterable[City]:
    """The town of the table under another name of the known city ("New York City")."""
    if known.feature in ("PPL", "PPLC"):
        for name in known.names:
            if town := same_town(known, cities_called(name)):
                yield town


def of_knowledge(known: KnownPlace, town: City | None) -> Candidate:
    """A known place as a candidate, with what the table adds: cities in the news are prominent, capitals more."""
    place = Place(known.name, known.country, None, known.admin1, known.feature, known.lat, known.lon, known.wikidata)
    bonus = {"PPLC": 3.5, "ADM1": 2.0, "RGN": 2.0}.get(known.feature, 1.0)
    if town:
        place = replace(place, id=town.id, admin1=town.admin1)
    people = town.people if town else 1_000_000 if known.feature != "PPL" else 20_000
    bonus += 1.0 if known.feature == "PPL" and people >= 1_000_000 else 0.0
    return Candidate(place, people, bonus)


def of_table(town: City) -> Place:
    """A town of the table as a place."""
    return Place(town.name, town.country, town.id, town.admin1, "PPL", town.lat, town.lon)


def apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points."""
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(h))


def choose_places(spots: Sequence[Spot], setting: Setting) -> list[Place]:
    """The place of each spot: one name means one place in a story, unless what stands behind it says otherwise."""
    areas: dict[str, tuple[Area, ...]] = {}
    for spot in spots:
        if spot.areas:
            areas.setdefault(plain_name(spot.name), spot.areas)
    keys = [(plain_name(spot.name), spot.areas or areas.get(plain_name(spot.name), ())) for spot in spots]
    asked = dict(zip(keys, spots, strict=True))
    chosen: dict[Key, Place] = {}
    for _ in range(ROUNDS):
        for key in sorted(asked, key=lambda key: (not (key[1] or asked[key].county), bool(asked[key].known))):
            near = [point for other, place in chosen.items() if other[0] != key[0] for point in points_of(place)]
            chosen[key] = choose(asked[key], key[1], setting, near)
    return [chosen[key] for key in keys]


def points_of(place: Place) -> Iterable[Point]:
    """Where a town or county is: none for what is too wide to tell what lies near."""
    if place.lat is not None and place.lon is not None and place.feature in ("PPL", "PPLC", "ADM2"):
        yield place.lat, place.lon


def choose(spot: Spot, behind: tuple[Area, ...], setting: Setting, near: Sequence[Point]) -> Place:
    """The best of the places of a name; one that nobody listed where none fits."""
    if spot.county:
        return county_of(spot, behind, setting, near)
    found = candidates(spot)
    if behind and not spot.state:
        fitting = [each for each in found if any(fits(each, area) for area in behind)]
        if not fitting:
            area = max(behind, key=lambda area: (setting.countries[area[0]], bool(area[1])))
            return Place(spot.name, area[0], admin1=area[1])
        found = fitting
    if not found:
        return Place(spot.name, setting.home)
    if plain_name(spot.name) in setting.local:
        found = [each for each in found if is_at_home(each, setting)] or found
    return max(found, key=lambda each: fitness(each, setting, near)).place


def county_of(spot: Spot, behind: tuple[Area, ...], setting: Setting, near: Sequence[Point]) -> Place:
    """The county of a name: that of the state behind it, or of the state that the story speaks of most."""
    known = counties_called(spot.name)
    known = tuple(each for each in known if ("USA", each.admin1) in behind) or known
    if not known or not (behind or setting.home in (None, "USA")):
        return Place(spot.name, setting.home, feature="ADM2")
    county = max(known, key=lambda each: spoken_of(("USA", each.admin1), setting) + closeness(each.lat, each.lon, near))
    return Place(spot.name, "USA", None, county.admin1, "ADM2", county.lat, county.lon)


def spoken_of(area: Area, setting: Setting) -> float:
    """How much the story speaks of a division."""
    return DIVISION * min(3.0, log2(1 + setting.divisions[area]))


def is_at_home(candidate: Candidate, setting: Setting) -> bool:
    """Does the story speak of the candidate's country in other words than by its own name?"""
    return candidate.place.feature != "PCLI" and setting.countries[candidate.place.country or ""] > 0


def fits(candidate: Candidate, area: Area) -> bool:
    """Does the candidate lie in the area?"""
    country, division = candidate.area
    return country == area[0] and (area[1] is None or area[1] == division)


def closeness(lat: float | None, lon: float | None, near: Sequence[Point]) -> float:
    """How many of the other places lie near, each counting less than the one before."""
    if lat is None or lon is None:
        return 0.0
    return NEAR * log2(1 + sum(apart((lat, lon), there) <= NEAR_KM for there in near))


def fitness(candidate: Candidate, setting: Setting, near: Sequence[Point]) -> float:
    """How likely a place is meant: its people, how much the story speaks of where it is, what lies near."""
    country, division = candidate.area
    total = sum(setting.countries.values())
    score = PEOPLE * log10(candidate.people + 1) + candidate.prominence
    if total:
        score += COUNTRY * setting.countries[country] / total * min(1.0, total / 2)
    if division and candidate.place.feature != "ADM1":
        score += spoken_of((country, division), setting)
    if candidate.place.feature == "PPL":
        score += closeness(candidate.place.lat, candidate.place.lon, near)
    return score

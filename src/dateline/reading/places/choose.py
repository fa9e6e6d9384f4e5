"""Which of the places of one name a story means: what stands behind the name, what else the story names, prominence."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, log2, log10, radians, sin, sqrt

from dateline.knowledge.atlas import City, cities_called, counties_called, cues, plain_name
from dateline.knowledge.parties import states
from dateline.knowledge.places import KnownPlace
from dateline.model.place import Place
from dateline.reading.desk import Sentence, Story
from dateline.reading.parties import Hit
from dateline.reading.places.spot import Area, Spot, is_local, state_names

__all__ = ["Setting", "choose_places", "setting_of"]

NEAR_KM = 161.0
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

    @property
    def division(self) -> str | None:
        """The division of the home country that the story speaks of most, if any."""
        found = [(count, area[1]) for area, count in self.divisions.items() if area[0] == self.home]
        return max(found)[1] if found else None


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
    for spot in spots:
        for country, code, weight in told_by(spot):
            countries[country] += weight
            divisions[country, code] += 1 if code else 0
    return Setting(countries, +divisions, local)


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
        codes = counties_called(spot.name)
        yield "USA", None, 2
        yield from (("USA", code, 0) for code in codes if len(codes) < 3)
    countries = {each.country for each in spot.known}
    if spot.state or len(countries) != 1 or not (country := countries.pop()):
        return
    if len(spot.known) == 1 and spot.known[0].feature == "ADM1":
        yield country, spot.known[0].admin1, 2
    elif all(town.country == country for town in cities_called(spot.name)):
        yield country, None, 1


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
        place = Place(state_names()[spot.state], spot.state, feature="PCLI", wikidata=id_of_state(spot.state))
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
    bonus = {"PPLC": 2.5, "ADM1": 2.0, "RGN": 2.0}.get(known.feature, 1.0)
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
    sure: list[tuple[float, float]] = []
    chosen: dict[tuple[str, tuple[Area, ...]], Place] = {}
    for spot in sorted(spots, key=lambda spot: not (spot.areas or spot.known)):
        behind = spot.areas or areas.get(plain_name(spot.name), ())
        key = plain_name(spot.name), behind
        if key not in chosen:
            chosen[key] = place = choose(spot, behind, setting, sure)
            if place.lat is not None and place.lon is not None and place.feature in ("PPL", "PPLC"):
                sure.append((place.lat, place.lon))
    return [chosen[plain_name(spot.name), spot.areas or areas.get(plain_name(spot.name), ())] for spot in spots]


def choose(spot: Spot, behind: tuple[Area, ...], setting: Setting, sure: Sequence[tuple[float, float]]) -> Place:
    """The best of the places of a name; one that nobody listed where none fits."""
    found = candidates(spot)
    if behind and not spot.state:
        fitting = [each for each in found if any(fits(each, area) for area in behind)]
        if not fitting:
            area = max(behind, key=lambda area: (setting.countries[area[0]], bool(area[1])))
            return Place(spot.name, area[0], admin1=area[1])
        found = fitting
    if spot.county:
        codes = counties_called(spot.name)
        code = max(codes, key=lambda code: setting.divisions["USA", code]) if codes else None
        country = "USA" if codes and setting.home in (None, "USA") else setting.home
        return Place(spot.name, country, admin1=code if country == "USA" else None, feature="ADM2")
    if not found:
        return Place(spot.name, setting.home, admin1=setting.division)
    if plain_name(spot.name) in setting.local:
        found = [each for each in found if is_at_home(each, setting)] or found
    return max(found, key=lambda each: fitness(each, setting, sure)).place


def is_at_home(candidate: Candidate, setting: Setting) -> bool:
    """Does the story speak of the candidate's country in other words than by its own name?"""
    return candidate.place.feature != "PCLI" and setting.countries[candidate.place.country or ""] > 0


def fits(candidate: Candidate, area: Area) -> bool:
    """Does the candidate lie in the area?"""
    country, division = candidate.area
    return country == area[0] and (area[1] is None or area[1] == division)


def fitness(candidate: Candidate, setting: Setting, sure: Sequence[tuple[float, float]]) -> float:
    """How likely a place is meant: its people, how much the story speaks of where it is, what lies near."""
    country, division = candidate.area
    total = sum(setting.countries.values())
    score = log10(candidate.people + 1) + candidate.prominence
    if total:
        score += 3.5 * setting.countries[country] / total * min(1.0, total / 2)
    if division and candidate.place.feature != "ADM1":
        score += 1.2 * min(3.0, log2(1 + setting.divisions[country, division]))
    if candidate.place.lat is not None and candidate.place.lon is not None and candidate.place.feature == "PPL":
        here = candidate.place.lat, candidate.place.lon
        if any(1 < apart(here, there) <= NEAR_KM for there in sure):
            score += 0.7
    return score

"""Knowledge of places: lists of words that the reader asks for, and names that are what they say."""

from dateline.knowledge.lists import word_lists
from dateline.knowledge.parties import states
from dateline.knowledge.places import places, point_of
from tests.rules import lists_asked_for, worded_rules


def test_every_list_of_words_is_asked_for() -> None:
    asked = {id_ for callee in ("listed", "either") for id_ in lists_asked_for("places/words", callee, "reading/places")}
    assert set(word_lists("places/words")) == asked


def test_places_give_no_evidence_of_their_own() -> None:
    assert worded_rules("reading/places", callees=("Evidence",)) == []


def test_known_places_lie_on_the_globe() -> None:
    assert [each.key for each in places() if each.lat is not None and not -90 <= each.lat <= 90] == []
    assert [each.key for each in places() if each.lon is not None and not -180 <= each.lon <= 180] == []
    assert [each.key for each in places() if (each.lat is None) != (each.lon is None)] == []


def test_every_place_and_state_lies_somewhere() -> None:
    assert [each.key for each in places() if each.lat is None] == []
    assert [state.id for state in states() if point_of(state.id) is None] == []
    assert [state.id for state in states() if max(map(abs, point_of(state.id) or (0.0, 0.0))) > 180] == []


def test_capitals_lie_in_or_near_their_states() -> None:
    """A slip of the sign or a swap of the degrees would put a state on another continent."""
    for each in places():
        point = point_of(each.country) if each.country else None
        if each.feature == "PPLC" and point and each.lat is not None and each.lon is not None:
            assert abs(each.lat - point[0]) < 15, each.key
            assert abs(each.lon - point[1]) < (63 if each.country == "RUS" else 22), each.key


FAR = {
    "Akrotiri, GBR", "Baffin Island, CAN", "Canary Islands, ESP", "Christmas Island, AUS", "Chukotka, RUS", "Diego Garcia, GBR",
    "Faroe Islands, DNK", "French Polynesia, FRA", "Galapagos, ECU", "Gibraltar, GBR", "Guadeloupe, FRA", "Guam, USA",
    "Irian Jaya, IDN", "Kamchatka, RUS", "Kuril Islands, RUS", "Kuriles, RUS", "Madeira, PRT", "Maluku, IDN", "Martinique, FRA",
    "Mayotte, FRA", "Mururoa Atoll, FRA", "Mururoa, FRA", "New Caledonia, FRA", "Northern Territories, RUS", "Papua, IDN",
    "Russian Far East, RUS", "Tindouf, DZA", "West Papua, IDN", "Yakutia, RUS", "Andaman Islands, IND",
}  # fmt: skip
"""Regions that do lie far from the cities that are known by hand."""


def test_regions_lie_near_the_cities_of_their_state() -> None:
    cities = [each for each in places() if each.feature in ("PPL", "PPLC")]
    far = set()
    for each in places():
        gaps = [
            abs(city.lat - each.lat) + abs(city.lon - each.lon)
            for city in cities
            if city.country == each.country and None not in (city.lat, city.lon, each.lat, each.lon)
        ]
        if each.feature == "RGN" and gaps and min(gaps) > 12:
            far.add(each.key)
    assert far == FAR


def test_keys_of_places_are_given_once() -> None:
    keys = [each.key for each in places()]
    assert sorted(set(keys)) == sorted(keys)

"""Knowledge of places: lists of words that the reader asks for, and names that are what they say."""

from dateline.knowledge.lists import word_lists
from dateline.knowledge.places import places
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


def test_keys_of_places_are_given_once() -> None:
    keys = [each.key for each in places()]
    assert sorted(set(keys)) == sorted(keys)

"""The roster without a story: meanings by day, short names, and parties of knowledge."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from dateline.reading.parties.lexicon import Known, Term, fold
from dateline.reading.parties.roster import Roster, Seen, alive, choose, known_party

RUS, SUN = Term("RUS", "capital"), Term("SUN", "capital")


@pytest.mark.parametrize(
    ("day", "present", "expected"),
    [
        (date(1985, 3, 1), {}, SUN),
        (date(2015, 3, 1), {}, RUS),
        (date(2015, 3, 1), {"SUN": 9}, RUS),
        (None, {}, RUS),
        (None, {"SUN": 2}, SUN),
        (None, {"SUN": 2, "RUS": 3}, RUS),
    ],
)
def test_of_two_meanings_the_one_alive_then_the_one_named_most(
    day: date | None, present: dict[str, int], expected: Term
) -> None:
    assert choose((SUN, RUS), day, present) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1999, 12, 31), False),
        (date(2000, 1, 1), True),
        (date(2009, 12, 31), True),
        (date(2010, 1, 1), False),
        (None, False),
    ],
)
def test_alive(day: date | None, expected: bool) -> None:
    assert alive(Known("X", "X", "organisation", from_=date(2000, 1, 1), until=date(2009, 12, 31)), day) == expected


def test_what_has_no_end_is_alive_where_no_day_is_known() -> None:
    assert alive(Known("X", "X", "organisation"), None)


def roster_of(*names: str) -> Roster:
    roster = Roster(None)
    for name in names:
        roster.call(roster.enter(name, name, "person"), [fold(name)])
    return roster


def seen(roster: Roster, id_: str, sentence: int) -> None:
    roster.see(Seen(id_, sentence, 0, subject=True, plural=False, ids=(id_,), how="name", modifier=False))


@pytest.mark.parametrize(
    ("short", "expected"),
    [("Berg", "Karin Berg"), ("Anna", "Anna Berg"), ("Holm", None), ("er", None), ("Karin Berg", "Karin Berg")],
)
def test_a_short_name_is_of_whoever_was_named_last(short: str, expected: str | None) -> None:
    roster = roster_of("Anna Berg", "Karin Berg")
    seen(roster, "Anna Berg", 0)
    seen(roster, "Karin Berg", 1)
    assert roster.person_called(short) == expected


def test_the_end_of_a_name_goes_before_its_beginning() -> None:
    roster = roster_of("Xi Jinping", "Anna Xi")
    seen(roster, "Anna Xi", 0)
    seen(roster, "Xi Jinping", 1)
    assert roster.person_called("Xi") == "Anna Xi"


def test_a_first_word_on_the_roster_keeps_its_side() -> None:
    roster = Roster(None)
    roster.enter("Anna Berg", "Anna Berg", "person", "SWE")
    assert roster.enter("Anna Berg", "Anna Berg", "person", "NOR").of == "SWE"
    assert roster.enter("NATO", "another name", "person").name == "North Atlantic Treaty Organization"


def test_a_party_of_knowledge() -> None:
    party = known_party("NATO")
    assert party is not None
    assert (party.kind, party.of, party.mentions) == ("organisation", "NATO", ())
    assert known_party("nobody") is None


def saw(roster: Roster, *places: tuple[str, int, int]) -> Roster:
    for who, sentence, token in places:
        roster.see(Seen(who, sentence, token, subject=True, plural=False, ids=(who,), how="name", modifier=False))
    return roster


def at(number: int) -> Any:
    return SimpleNamespace(number=number)


SEEN = (("c", 9, 1), ("a", 0, 3), ("b", 2, 5), ("a", 2, 7), ("b", 2, 7))


def test_the_nearest_come_first() -> None:
    roster = saw(Roster(None), *SEEN)
    assert [(each.id, each.token) for each in roster.recent(at(2), 9)] == [("a", 7), ("b", 7), ("b", 5), ("a", 3)]
    assert [(each.id, each.token) for each in roster.recent(at(2), 7)] == [("b", 5), ("a", 3)]
    assert [(each.id, each.token) for each in roster.recent(at(2), 9, reach=1)] == [("a", 7), ("b", 7), ("b", 5)]


@pytest.mark.parametrize(
    ("ids", "place", "reach", "expected"),
    [
        ("ab", (2, 9), 100, "a"),
        ("b", (2, 9), 100, "b"),
        ("ab", (2, 7), 100, "b"),
        ("ab", (1, 0), 100, "a"),
        ("a", (2, 1), 1, None),
        ("c", (2, 9), 100, None),
        ("z", (2, 9), 100, None),
        ("", (2, 9), 100, None),
    ],
)
def test_who_of_several_was_seen_last(ids: str, place: tuple[int, int], reach: int, expected: str | None) -> None:
    assert saw(Roster(None), *SEEN).latest(ids, at(place[0]), place[1], reach) == expected

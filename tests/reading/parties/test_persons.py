"""Whom a name means: terms of office, the day, and what the story named before."""

from datetime import date

import pytest

from dateline.reading.parties.persons import Name, canonical, in_office, nearest_in_time
from dateline.reading.parties.roster import Roster

BUSHES = ("George H. W. Bush", "George W. Bush")


@pytest.mark.parametrize(
    ("day", "ids", "careful", "expected"),
    [
        (date(1990, 3, 1), BUSHES, False, "George H. W. Bush"),
        (date(2003, 3, 1), BUSHES, False, "George W. Bush"),
        (date(2015, 3, 1), BUSHES, False, None),
        (None, BUSHES, False, None),
        (date(2010, 3, 1), ("Angela Merkel",), False, "Angela Merkel"),
        (date(2010, 3, 1), ("Angela Merkel",), True, "Angela Merkel"),
        (date(1985, 3, 1), ("Angela Merkel",), True, None),
        (date(2003, 3, 1), ("Angela Merkel",), False, "Angela Merkel"),
        (date(1985, 3, 1), ("Angela Merkel",), False, None),
        (None, ("Angela Merkel",), False, "Angela Merkel"),
        (None, ("Angela Merkel",), True, None),
    ],
)
def test_who_is_in_office(day: date | None, ids: tuple[str, ...], careful: bool, expected: str | None) -> None:
    assert in_office(Roster(day), ids, careful=careful) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(1992, 3, 1), "George H. W. Bush"), (date(2015, 3, 1), "George W. Bush"), (None, "George H. W. Bush")],
)
def test_the_nearest_in_time(day: date | None, expected: str) -> None:
    assert nearest_in_time(Roster(day), BUSHES) == expected


def test_whoever_the_story_named_is_meant() -> None:
    roster = Roster(date(1992, 3, 1))
    roster.enter("George W. Bush", "George W. Bush", "person")
    assert nearest_in_time(roster, BUSHES) == "George W. Bush"


def name(words: str, *known: str) -> Name:
    return Name(0, 0, 0, len(words), words, known)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (name("Angela Merkel", "Angela Merkel"), "Angela Merkel"),
        (name("Merkel"), "Angela Merkel"),
        (name("MERKEL"), "Angela Merkel"),
        (name("Otieno"), "Otieno"),
        (name("Karin Holm"), "Karin Holm"),
        (name("Anna B. Berg"), "Anna Berg"),
        (name("Vla Putin"), "Vla Putin"),
        (name("Vlad Putin"), "Vladimir Putin"),
        (name("Joe R. Biden"), "Joe Biden"),
    ],
)
def test_the_person_that_a_name_means(given: Name, expected: str) -> None:
    roster = Roster(date(2019, 5, 16))
    roster.enter("Anna Berg", "Anna Berg", "person")
    assert canonical(roster, given)[0] == expected

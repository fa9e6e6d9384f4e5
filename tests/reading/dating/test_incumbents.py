"""Holders of offices by title, and governments called after their heads."""

from datetime import date

import pytest

from dateline.knowledge.dating import offices
from dateline.model.document import Text
from dateline.reading.dating.incumbents import incumbents_named


def holds(text: str, day: date) -> list[bool]:
    clues = incumbents_named(Text("", text))
    return [any(since <= day and (until is None or day <= until) for since, until in clue.terms) for clue in clues]


@pytest.mark.parametrize(
    ("text", "day", "other"),
    [
        ("Agriculture Secretary Tom Vilsack spoke.", date(2010, 5, 1), date(2018, 5, 1)),
        ("Agriculture\nSecretary Tom Vilsack's plan failed.", date(2022, 5, 1), date(2006, 5, 1)),
        ("Home Secretary May resigned.", date(2012, 5, 1), date(2018, 5, 1)),
        ("Jens Weidmann, the Bundesbank president, spoke.", date(2015, 5, 1), date(2023, 5, 1)),
        ("Former Home Secretary Douglas Hurd spoke.", date(1996, 5, 1), date(1987, 5, 1)),
        ("The Thatcher government fell.", date(1989, 5, 1), date(1993, 5, 1)),
        ("The Bush administration spoke.", date(1990, 5, 1), date(1996, 5, 1)),
        ("The Bush administration spoke.", date(2004, 5, 1), date(2012, 5, 1)),
    ],
)
def test_who_is_called_so_is_in_office(text: str, day: date, other: date) -> None:
    assert holds(text, day) == [True]
    assert holds(text, other) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Home Secretary May Berg spoke.",
        "Home Secretary Ann Hurd spoke.",
        "Tom Vilsack spoke of a secretary.",
        "Jens Weidmann, a former Bundesbank president, spoke.",
        "Officials of the former Reagan administration spoke.",
        "The Weidmann government fell.",
        "Labour leader Peter Dutton spoke.",
        "FIFA president Jacques Rogge spoke.",
        "IEA chief Angel Gurria spoke.",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert holds(text, date(2019, 5, 16)) == []


def test_terms_are_in_order_and_of_the_time() -> None:
    assert len(offices()) >= 40
    wrong = [(name, since) for each in offices() for name, since, until in each.terms if until and until < since]
    early = [name for each in offices() for name, since, _ in each.terms if not date(1960, 1, 1) <= since <= date(2026, 12, 31)]
    assert (wrong, early) == ([], [])

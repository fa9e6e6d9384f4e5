"""The belief over days: the shortest interval that holds most of it, and when the best day is named."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.knowledge.dating import preferences
from dateline.model.evidence import Evidence, Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.solve import believe, shortest, weigh
from dateline.reading.dating.span import days_of

GROUND = Evidence(Span("text", 0, 3, "one"), "by hand")
DAY = date(2019, 5, 16)


def shared(*shares: float) -> dict[date, float]:
    return {DAY + timedelta(days=place): share for place, share in enumerate(shares) if share}


@pytest.mark.parametrize(
    ("shares", "first", "last"),
    [
        ((0.95, 0.03, 0.02), 0, 0),
        ((0.3, 0.3, 0.3, 0.1), 0, 2),
        ((0.04, 0.46, 0.46, 0.04), 1, 2),
        ((0.5, 0.0, 0.0, 0.0, 0.5), 0, 4),
    ],
)
def test_the_shortest_interval(shares: tuple[float, ...], first: int, last: int) -> None:
    assert shortest(shared(*shares), 0.9) == (DAY + timedelta(days=first), DAY + timedelta(days=last))


@pytest.mark.parametrize(
    ("shares", "sure"),
    [((0.4, 0.2, 0.2, 0.2), True), ((0.4, 0.35, 0.25), False), ((0.1,) * 10, False), ((1.0,), True)],
)
def test_a_day_is_named_that_is_likely_and_well_ahead(shares: tuple[float, ...], sure: bool) -> None:
    wishes = replace(preferences(), needed_share_of_day=0.3, ahead_of_rivals=1.5)
    found = believe(shared(*shares), wishes)
    assert found.sure is sure
    assert found.earliest is not None
    assert found.latest is not None
    assert found.best is not None
    assert found.earliest <= found.latest
    assert not sure or found.earliest <= found.best <= found.latest


def test_no_belief_no_interval() -> None:
    assert believe({}, preferences()).earliest is None


@pytest.mark.parametrize("year", [1986, 1994, 2003, 2011, 2024])
def test_a_term_bounds_stories_of_every_time_alike(year: int) -> None:
    term = Clue("term", GROUND, terms=((date(year, 1, 1), date(year, 12, 31)),))
    thing = Clue("thing", GROUND, terms=((date(year, 3, 1), None),))
    inside = sum(share for day, share in weigh([term, thing], 2026).items() if day.year == year)
    assert inside > 0.4


def test_the_shares_are_one_belief() -> None:
    shares = weigh([Clue("year", GROUND, -1, True, year=2005, proved=True)], 2026)
    assert sum(shares.values()) == pytest.approx(1)
    assert min(shares.values()) > 0


@pytest.mark.parametrize("day", [date(1984, 2, 29), date(2000, 12, 31), date(2019, 1, 1)])
def test_days_know_their_calendar(day: date) -> None:
    days = days_of(1984, 2020)
    place = day.toordinal() - int(days.number[0])
    found = (days.year[place], days.month[place], days.weekday[place], days.yearday[place])
    assert found == (day.year, day.month, day.weekday(), day.timetuple().tm_yday)
    assert days.away(day.month, day.day)[place] == 0

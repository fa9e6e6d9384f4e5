"""Where to look for a report's fellows: the keys under which it is found, and the days that it may speak of."""

from datetime import date
from functools import lru_cache
from itertools import combinations

from dateline.model.entry import Status
from dateline.model.occasion import Facts
from dateline.model.plan import LONGEST
from dateline.model.when import When, days_after

__all__ = ["anchors", "expected", "reaches"]

MOST_SIDES = 8
SLACK = 3

EXPECTED: dict[Status, tuple[int, int]] = {
    "proposed": (-1, 90),
    "scheduled": (-1, 60),
    "confirmed": (-1, 60),
    "ongoing": (-7, 7),
    "suspended": (-14, 7),
    "held": (-6, 0),
    "postponed": (-7, 60),
    "cancelled": (-30, 60),
    "refused": (-30, 60),
}
"""In which days around the story's own an occasion lies of which it gives no date: a plan ahead, a report behind."""

REVIVAL = 180
"""For so many days after being put off without a date, a meeting may come up again."""


def anchors(facts: Facts) -> tuple[str, ...]:
    """The keys of which two reports of one occasion share at least one: forum, pair of sides, side and place, lone side.

    >>> from datetime import date
    >>> anchors(Facts(id="a", text="t", day=date(2022, 1, 4), kind="talks", status="held", sides=frozenset({"RUS", "USA"})))
    ('RUS|USA',)
    """
    sides = sorted(facts.sides)[:MOST_SIDES]
    keys = [f"#{facts.forum.casefold()}"] if facts.forum else []
    keys += ["|".join(pair) for pair in combinations(sides, 2)]
    if len(sides) == 1:
        keys.append(sides[0])
    if facts.place:
        keys += [f"{side}@{facts.place.casefold()}" for side in sides or [""]]
    return tuple(keys)


def expected(facts: Facts) -> tuple[date, date] | None:
    """The days in which an undated occasion is looked for, by the story's day and the status."""
    return None if facts.day is None else window(facts.day, facts.status)


@lru_cache(maxsize=4096)
def window(day: date, status: Status) -> tuple[date, date]:
    """The days in which an occasion lies of which a story of a day tells without a date."""
    before, after = EXPECTED[status]
    return days_after(day, before), days_after(day, after)


def bounded(when: When) -> tuple[date, date]:
    """Both ends of an interval, an open one closed where nothing more is known."""
    known = when.earliest or when.latest or date.min
    first, last = when.earliest or known, when.latest or known
    return first, min(last, days_after(first, LONGEST - 2 * SLACK))


def reaches(facts: Facts) -> tuple[tuple[date, date], ...]:
    """The intervals of days under which a report is kept and looked for; two reports compared share a day of one."""
    found = [bounded(when) for when in (facts.when, facts.previously) if when and (when.earliest or when.latest)]
    if facts.when is None and (presumed := expected(facts)):
        found.append(presumed)
    if facts.status == "postponed" and facts.when is None and facts.day is not None:
        found.append((facts.day, days_after(facts.day, REVIVAL)))
    return tuple(dict.fromkeys((days_after(first, -SLACK), days_after(last, SLACK)) for first, last in found))

"""Dates in figures alone (07.01.2022, 01/07/2022): which figure is the day must be known, and is never guessed."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Literal, get_args

from dateline.intake.clean_html import one_line
from dateline.intake.day import can_be, iso, moment
from dateline.model.errors import InputError
from dateline.model.problem import Problem, UndecidedDate

__all__ = ["Order", "given_day", "in_figures", "is_in_figures", "order_of", "undated"]

Order = Literal["dmy", "mdy", "ymd"]
ORDERS: tuple[Order, ...] = get_args(Order)

FIGURES = re.compile(
    r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?(?:,?[T\s]\s*+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d{1,9})?)?\s?(?:[AaPp]\.?[Mm]\.?)?)?"
)
SECONDS = re.compile(r"(\d{9,10}|\d{13})(?:\.\d{1,9})?")
"""Seconds, or thousandths of them, since 1970."""

HOURS = re.compile(r"(?:19|20)\d{8}(?:\d\d){0,2}")
"""A day and its hour, minute and second in one."""


def order_of(written: str | None) -> Order | None:
    """The order that a person declares."""
    wanted = (written or "").strip().lower()
    if not wanted:
        return None
    for order in ORDERS:
        if wanted == order:
            return order
    raise InputError(f"no order of dates: {wanted[:20]!r}; write dmy (07.01.2022 is 7 January), mdy or ymd")


def is_in_figures(value: str) -> bool:
    """Is it a date in figures, whatever it means, and none of ISO 8601?"""
    try:
        iso(value)
    except InputError:
        return FIGURES.fullmatch(value.strip()) is not None
    return False


def in_figures(value: str, order: Order | None = None) -> date | None:
    """The day of a date in figures in the declared order, or where no order is declared in the only one that it can have.

    >>> in_figures("07.01.2022", "dmy"), in_figures("07.01.2022"), in_figures("31/01/2022")
    (datetime.date(2022, 1, 7), None, datetime.date(2022, 1, 31))
    """
    match = FIGURES.fullmatch(value.strip())
    if match is None:
        return None
    figures = match[1], match[3], match[4]
    if len(match[1]) == 4:  # nobody writes the day behind the year
        return in_order(figures, "ymd")
    if order is not None:
        return in_order(figures, order)
    found = {day for each in ORDERS if (day := in_order(figures, each))}
    return found.pop() if len(found) == 1 and len(match[4]) == 4 else None


def in_order(figures: tuple[str, str, str], order: Order) -> date | None:
    """The day that three figures are in an order, if they are one; a year of two figures is of this century."""
    parts = dict(zip(order, figures, strict=True))
    if len(parts["y"]) not in (2, 4) or len(parts["d"]) > 2 or len(parts["m"]) > 2:
        return None
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    try:
        found = date(year, int(parts["m"]), int(parts["d"]))
    except ValueError:
        return None
    return found if can_be(found) else None


def given_day(value: str, order: Order | None = None) -> date | datetime | None:
    """The day or moment of a field, however it is written: in ISO 8601, in words, in figures, in seconds since 1970.

    >>> given_day("20220104083000"), given_day("01/07/2022 08:30", "mdy"), given_day("1641285000").isoformat()
    (datetime.date(2022, 1, 4), datetime.date(2022, 1, 7), '2022-01-04T08:30:00+00:00')
    """
    value = value.strip()
    if found := in_seconds(value):
        return found
    if HOURS.fullmatch(value):
        value = f"{value[:8]}T{value[8:]}"
    return moment(value) or in_figures(value, order)


def in_seconds(value: str) -> datetime | None:
    """The moment that figures tell as seconds since 1970, if they are so many and it is not still to come."""
    if (match := SECONDS.fullmatch(value)) is None:
        return None
    found = datetime.fromtimestamp(int(match[1]) // (1000 if len(match[1]) == 13 else 1), UTC)
    return found if found < datetime.now(UTC) + timedelta(days=1) else None


def undated(value: str) -> Problem:
    """What is told of a date that is none."""
    words = one_line(value)[:40]
    if is_in_figures(value) and any(in_figures(value, order) for order in ORDERS):
        return UndecidedDate("intake", f"the date {words!r} can be read in several ways: say how with --dates", words=words)
    return Problem("intake", f"no date that can be read: {words!r}")

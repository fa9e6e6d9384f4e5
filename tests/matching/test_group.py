"""Groups of reports: dates that make one occasion, and dates that do not."""

import pytest

from dateline.matching.group import coherent
from dateline.model.occasion import Facts
from tests.ledger.build import day, when


def facts(date: str | None, status: str = "scheduled", told: str = "2022-01-04", previously: str | None = None) -> Facts:
    return Facts(
        id=f"{date} {status} {told}", text=told, day=day(told), kind="talks", status=status, when=when(date),
        previously=when(previously),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("members", "one"),
    [
        ([facts("2022-01-12"), facts("2022-01")], True),
        ([facts("2022-01-12"), facts("2022-03")], False),
        ([facts("2022-01-12"), facts(None, "postponed"), facts("2022-03")], True),
        ([facts("2022-01-12"), facts("2022-03", previously="2022-01-12")], True),
        ([facts("2022-01-12"), facts("2022-01-20")], False),
        ([facts("2022-01-12"), facts("2022-01-20", previously="2022-01-12")], True),
    ],
    ids=["in its month", "out of its month", "put off", "moved to a month", "another day", "moved to another day"],
)
def test_dates_of_one_occasion(members: list[Facts], one: bool) -> None:
    assert coherent(members) is one

"""What the words of a report tell beside its fields."""

import pytest

from dateline.matching.wording import alike, told
from dateline.model.occasion import Facts


def facts(name: str, quote: str) -> Facts:
    return Facts(id=name, text=name, day=None, kind="talks", status="held", quote=quote)


@pytest.mark.parametrize(
    ("quote", "rounds"),
    [
        ("a second round of talks", {2}), ("for the 37th time", {37}), ("the third meeting", {3}), ("the second day", set()),
        ("talks", set()),
    ],
)  # fmt: skip
def test_rounds(quote: str, rounds: set[int]) -> None:
    assert told(quote, "", "").rounds == rounds


@pytest.mark.parametrize(
    ("quote", "many"),
    [
        ("a series of meetings", True), ("they spoke 12 times", True), ("their meetings", True),
        ("Ana Ruiz visits Paris", False), ("held talks", False),
        ("a meeting", False), ("negotiations", False),
    ],
)  # fmt: skip
def test_several(quote: str, many: bool) -> None:
    assert told(quote, "", "").many is many


@pytest.mark.parametrize(
    ("before", "quote", "behind", "day"),
    [
        ("", "talks on Monday", "", True), ("On Tuesday ", "they met", "", True), ("", "they met", " on May 3", True),
        ("He left on Tuesday. ", "They met", "", False), ("", "they met", ". On Friday it rained", False),
        ("", "the two may meet", "", False),
    ],
)  # fmt: skip
def test_a_day_in_or_beside_the_words(before: str, quote: str, behind: str, day: bool) -> None:
    assert told(quote, before, behind).day is day


@pytest.mark.parametrize(
    ("quote", "months"),
    [
        ("talks that failed in late March", {3}),
        ("met on Sept. 3", {9}),
        ("met on 3 May", {5}),
        ("may march to the talks", set()),
    ],
)
def test_months(quote: str, months: set[int]) -> None:
    assert told(quote, "", "").months == months


@pytest.mark.parametrize(
    ("quote", "unreal"), [("if they meet", True), ("is ready to talk", True), ("in May they met", False), ("they met", False)]
)
def test_unreal(quote: str, unreal: bool) -> None:
    assert told(quote, "", "").unreal is unreal


def test_copied_words() -> None:
    long = "The envoys of Ghana and Togo met for several hours near the harbour"
    assert alike(facts("a", long), facts("b", long.replace("several", "five"))) > 0.7
    assert alike(facts("a", "The talks"), facts("b", "The talks")) == 0.0

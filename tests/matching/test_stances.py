"""What one side says, newest first."""

import pytest

from dateline.matching.stances import stances_of
from dateline.matching.terms import stem, terms_of
from dateline.model.position import Saying, Stance
from tests.matching.sayings import said


def stances(*sayings: Saying, common: frozenset[str] = frozenset()) -> tuple[Stance, ...]:
    return stances_of(sayings, {each.id: terms_of(each) for each in sayings}, common)


OLD = said("DEU", "reject", "to deliver battle tanks", "2023-01-24")
NEW = said("DEU", "agree", "to deliver fourteen battle tanks", "2023-02-02")


def test_a_change_is_marked() -> None:
    newest, oldest = stances(OLD, NEW)
    assert (newest.saying, oldest.saying) == (NEW, OLD)
    assert newest.shift is not None
    assert (newest.shift.before, newest.shift.shared) == (OLD, ("battle", "deliver", "tanks"))
    assert oldest.shift is None


@pytest.mark.parametrize(
    "before",
    [
        said("DEU", "reject", "to deliver battle tanks", "2023-02-02"),
        said("DEU", "promise", "to deliver battle tanks soon and train crews at bases", "2023-01-24"),
        said("DEU", "reject", "to deliver fighter jets", "2023-01-24"),
        said("DEU", "reject", "to deliver battle tanks", None),
    ],
    ids=["on the same day", "the same", "another matter", "no day"],
)
def test_no_change(before: Saying) -> None:
    assert all(stance.shift is None for stance in stances(before, NEW))


def test_words_that_every_statement_has_are_no_matter() -> None:
    assert stances(OLD, NEW, common=frozenset(map(stem, ("battle", "tank", "deliver"))))[0].shift is None


def test_another_addressee_is_another_matter() -> None:
    before = said("DEU", "reject", "to deliver battle tanks", "2023-01-24", to="PER")
    after = said("DEU", "agree", "to deliver fourteen battle tanks", "2023-02-02", to="UKR")
    assert stances(before, after)[0].shift is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (said("USA", "agree", "a budget for the border wall", "2019-01-04", speaker="USA:Congress"),
         said("USA", "reject", "a budget without the border wall", "2019-02-15", speaker="Donald Trump")),
        (said("DEU", "praise", "the integrity and sovereignty of Peru", "2022-01-04"),
         said("DEU", "condemn", "the integrity and sovereignty of Chile", "2022-02-04", to="CHL")),
    ],
    ids=["two organs of one side", "praise of one, condemnation of another"],
)  # fmt: skip
def test_two_voices_or_aims_make_no_change(before: Saying, after: Saying) -> None:
    assert all(stance.shift is None for stance in stances(before, after))


def test_repetitions_are_one_stance() -> None:
    first = said("PER", "demand", "copper exports must be resumed", "2022-01-04")
    again = said("PER", "demand", "exports of copper must be resumed", "2022-01-09", form="direct")
    (stance,) = stances(first, again)
    assert (stance.saying, stance.again) == (again, (first,))


def test_a_quotation_stands_for_its_paraphrase() -> None:
    lead = said("PER", "demand", "an end to the blockade", text="one")
    quote = said("PER", "demand", "Lift it now", text="one", form="direct", same_as=lead.id)
    (stance,) = stances(lead, quote)
    assert (stance.saying, stance.again) == (quote, (lead,))

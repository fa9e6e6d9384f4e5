"""Which denial answers which accusation."""

import pytest

from dateline.matching.answers import ENOUGH, pairs
from dateline.matching.terms import terms_of
from dateline.model.position import Pair, Saying
from tests.matching.sayings import said


def paired(*sayings: Saying) -> list[Pair]:
    return pairs(sayings, {each.id: terms_of(each) for each in sayings})


ACCUSES = said("PER", "accuse", "moving its border markers at night", "2022-01-04", to="CHL")
DENIES = said("CHL", "deny", "that border markers were moved", "2022-01-05", to="PER")


def test_an_accusation_and_its_denial() -> None:
    (pair,) = paired(ACCUSES, DENIES)
    assert (pair.claim, pair.denial) == (ACCUSES, DENIES)
    assert pair.score >= ENOUGH
    assert pair.score == pytest.approx(sum(weight for _, weight in pair.reasons))
    words = [reason for reason, _ in pair.reasons]
    assert "the claim is aimed at CHL" in words
    assert "both speak of border, markers" in words


@pytest.mark.parametrize(
    "denial",
    [
        said("USA", "deny", "that it sold copper", "2022-01-05"),
        said("CHL", "deny", "that border markers were moved", "2023-01-05"),
        said("PER", "deny", "that border markers were moved", "2022-01-05"),
        said("CHL", "agree", "that border markers were moved", "2022-01-05", to="PER"),
        said("CHL", "reject", "to move the border markers back", "2022-01-05", to="PER"),
    ],
    ids=["of another matter", "a year later", "of the accuser's own side", "no denial", "a refusal"],
)
def test_no_answer(denial: Saying) -> None:
    assert paired(ACCUSES, denial) == []


@pytest.mark.parametrize("words", ["the accusations", "it", "the claim as baseless"])
def test_a_bare_denial_answers_what_the_same_story_told_before(words: str) -> None:
    claim = said("PER", "accuse", "moving its border markers", to="CHL", text="one")
    denial = said("CHL", "deny", words, text="one")
    elsewhere = said("CHL", "deny", words, text="other")
    assert [pair.denial for pair in paired(claim, denial, elsewhere)] == [denial]


def test_a_claim_within_a_denial() -> None:
    denial = said("CHL", "deny", "Peruvian assertions that it moved the markers", text="one", to="PER")
    claim = said("PER", "accuse", "it moved the markers", text="one", inside=denial.id)
    assert [(pair.claim, pair.denial) for pair in paired(denial, claim)] == [(claim, denial)]


def test_two_denials_of_one_story_are_one() -> None:
    claim = said("PER", "accuse", "moving its border markers", to="CHL", text="one")
    first = said("CHL", "deny", "the accusations", text="one")
    second = said("CHL", "deny", "them", text="one", to="PER")
    assert len(paired(claim, first, second)) == 1


def test_who_accuse_and_deny_each_other_in_one_breath_need_no_common_word() -> None:
    claim = said("PER", "accuse", "drilling in its waters", to="CHL", text="one", ordinal=1)
    denial = said("CHL", "deny", "that it has broken international law", to="PER", text="one", ordinal=2)
    later = said("CHL", "deny", "that it has broken international law", to="PER", text="one", ordinal=9)
    assert [pair.denial for pair in paired(claim, denial)] == [denial]
    assert paired(claim, later) == []

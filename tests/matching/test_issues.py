"""Statements of many stories grouped into issues."""

import random

from dateline.matching.issues import REST, board, issues
from dateline.model.position import Issue
from tests.matching.sayings import said

COPPER = (
    said("PER", "demand", "Chile must resume copper exports", "2022-01-04", to="CHL", topic="copper exports"),
    said("CHL", "reject", "to resume copper exports", "2022-01-06", to="PER", topic="copper exports"),
    said("PER", "warn", "a stop of copper exports hurts both", "2022-01-09", to="CHL", topic="stop of copper exports"),
)
BORDER = (
    said("PER", "accuse", "moving border markers", "2022-01-04", to="CHL", topic="border markers"),
    said("CHL", "deny", "that border markers were moved", "2022-01-05", to="PER", topic="border markers"),
)
SINGLE = said("CHL", "announce", "a census will be held", "2022-01-05", topic="census")


def names(found: list[Issue]) -> list[str]:
    return [issue.name for issue in found]


def words(issue: Issue) -> set[str]:
    return {stance.saying.words for stance in issue.stances}


def test_shared_topics_make_issues() -> None:
    found = issues((*COPPER, *BORDER, SINGLE))
    assert sorted(names(found)) == ["border markers", "copper exports"]
    copper = found[names(found).index("copper exports")]
    assert words(copper) == {each.words for each in COPPER}
    assert [side for side, _ in copper.sides] == ["PER", "CHL"]
    assert copper.because == ("3 statements of 3 stories", "they share “copper exports”")


def test_the_order_of_arrival_does_not_matter() -> None:
    sayings = [*COPPER, *BORDER, SINGLE]
    first = issues(sayings)
    for seed in range(5):
        random.Random(seed).shuffle(sayings)
        assert issues(sayings) == first


def test_an_accusation_stands_beside_its_denial() -> None:
    (border,) = (issue for issue in issues((*COPPER, *BORDER)) if issue.name == "border markers")
    assert [(pair.claim, pair.denial) for pair in border.pairs] == [BORDER]


def test_a_denial_goes_where_its_claim_is() -> None:
    claim = said("PER", "accuse", "blocking copper exports", to="CHL", topic="copper exports", text="one")
    denial = said("CHL", "deny", "the accusation", text="one")
    (copper,) = issues((*COPPER, claim, denial))
    assert denial.words in words(copper)
    assert len(copper.pairs) == 1


def test_the_party_asked_for_comes_first_with_its_other_matters_last() -> None:
    found = board((*COPPER, *BORDER, SINGLE), party="CHL")
    assert found.sides == ("CHL", "PER")
    assert found.issues[-1].name == REST
    assert words(found.issues[-1]) == {SINGLE.words}


def test_parties_that_have_nothing_in_common_stay_apart() -> None:
    far = (
        said("USA", "demand", "copper exports must stop", to="RUS", topic="copper exports"),
        said("RUS", "reject", "a stop to copper exports", to="USA", topic="copper exports"),
    )
    found = issues((*COPPER, *far))
    assert [{side for side, _ in issue.sides} for issue in found] == [{"PER", "CHL"}, {"USA", "RUS"}]


def test_what_was_asked_for_names_every_row() -> None:
    other = said("USA", "warn", "of falling exports", to="CHL")
    found = issues((*COPPER, other), about=("exports",))
    assert names(found) == ["copper exports", "exports"]
    assert found[-1].aimed is None


def test_statements_drawn_in_are_shown_only_as_answers() -> None:
    claim = said("PER", "accuse", "blocking copper exports", to="CHL", text="one")
    denial = said("CHL", "deny", "the accusation", text="one")
    beside = said("USA", "accuse", "spying on it", to="RUS", text="one")
    found = issues((claim, denial, beside), asked={claim.id}, about=("copper",))
    assert set().union(*map(words, found)) == {claim.words, denial.words}


def test_statements_of_nobody_known_are_left_out() -> None:
    assert issues([said("PER", "demand", "copper", sides=(), of=())], about=("copper",)) == []


def test_rows_are_limited_and_the_rest_counted() -> None:
    found = board((*COPPER, *BORDER), rows=1)
    assert (len(found.issues), found.hidden) == (1, 2)

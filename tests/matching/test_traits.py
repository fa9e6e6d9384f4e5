"""Signs of one occasion, or of two: their words, and the traits that are weighed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.knowledge.occasions import weights_of_pairs
from dateline.matching import traits
from dateline.matching.compare import START, compare
from dateline.matching.traits import Pair, paired
from dateline.matching.weighing import Sign, weighed
from dateline.model.occasion import Facts
from tests.matching.test_compare import PAIR, STANDING, facts
from tests.matching.test_vetoes import HELD, worded

Look = Callable[[Pair], Sign | None]

OFFER = facts("a", date=None, status="proposed")
VILLA = "Envoys haggled over grain in a harbour villa"

SIGNS: dict[str, tuple[Look, Facts, Facts, str, str]] = {
    "only offered": (
        traits.unlikely, OFFER, facts("b", **HELD), "only thought of, and held", "only thought of",
    ),
    "only wished": (
        traits.unlikely, worded("could meet", name="a", date=None), facts("b", **HELD), "only thought of, and held",
        "only thought of",
    ),
    "the next one": (
        traits.again, worded("will meet again", name="a", date=None), worded("they met", **HELD),
        "another round, still to come, and one that took place", "another round",
    ),
    "so many times": (
        traits.several, worded("met 37 times", name="a", date=None, **HELD), facts("b", **HELD),
        "several occasions, none in particular", "several",
    ),
    "an answer": (
        traits.statuses, OFFER, facts("b", date=None, status="refused"), "offered, and refused", "offer and refusal",
    ),
    "called off": (traits.statuses, facts("a"), facts("b", status="cancelled"), "a plan, and its end", "plan and end"),
    "weeks apart": (
        traits.tellings, facts("a", date=None), facts("b", "2022-02-03", date="2022-02"),
        "told 30 days apart", "told far apart",
    ),
    "words in common": (
        traits.wordings, worded(VILLA, name="a"), worded("A harbour villa saw them"), "2 telling words in both", "words shared",
    ),
    "people in common": (
        traits.people, STANDING, facts("b", people="Sergei Lavrov of RUS"), "Sergei Lavrov in both", "person shared",
    ),
    "people in one": (traits.people, STANDING, facts("b"), "people in one of them only", "people and none"),
}  # fmt: skip


@pytest.mark.parametrize("name", SIGNS)
def test_signs(name: str) -> None:
    look, one, other, words, trait = SIGNS[name]
    for pair in (paired(one, other), paired(other, one)):
        sign = look(pair) if pair else None
        assert sign is not None
        assert sign.words == words
        assert sign.traits[trait] > 0


@pytest.mark.parametrize(
    ("look", "one", "other"),
    [
        (traits.unlikely, facts("a", status="proposed"), facts("b", **HELD)),
        (traits.several, worded("met 37 times", name="a", **HELD), facts("b", **HELD)),
        (traits.bareness, OFFER, facts("b", date=None, status="refused")),
        (traits.wordings, worded(VILLA, name="a"), worded("They met")),
        (traits.statuses, facts("a", status="cancelled"), facts("b", status="postponed")),
    ],
    ids=["an offer with a day", "several on a day", "an offer that was refused", "no word in common", "two ends"],
)
def test_no_sign(look: Look, one: Facts, other: Facts) -> None:
    pair = paired(one, other)
    assert pair is not None
    assert look(pair) is None


def test_points_are_the_weights_of_traits() -> None:
    known = weights_of_pairs()
    told = weighed(
        [Sign("both", {"same kind": 1.0, "same place": 2.0, "unheard of": 3.0}), Sign("nothing", {"unheard of": 1.0})]
    )
    assert told == (("both", pytest.approx(known["same kind"] + 2 * known["same place"])),)


def test_reasons_say_where_the_sum_begins() -> None:
    match = compare(STANDING, facts("b", people=PAIR))
    assert match.reasons[-1][0] == START
    assert match.reasons[-1][1] < 0


def test_words_are_looked_at_where_they_can_make_two_one() -> None:
    far = replace(facts("b", sides="RUS FRA", people="Ana Ruiz of RUS"), quote=VILLA)
    near = replace(facts("b", people=PAIR), quote=VILLA)
    one = replace(STANDING, quote=VILLA)
    assert not any("telling words" in words or "same words" in words for words, _ in compare(one, far).reasons)
    assert any("telling words" in words or "same words" in words for words, _ in compare(one, near).reasons)


@pytest.mark.parametrize(
    ("forum", "place", "named"),
    [
        ("Lisbon Security Conference", "Lisbon", True),
        ("Climate Conference", "Lima", False),
        ("Lima Group", "Lima", False),
        ("Bucharest Nine", "Bucharest", False),
        ("Conference on Peace in Lisbon", "Lisbon", False),
    ],
)
def test_forums_called_by_the_place(forum: str, place: str, named: bool) -> None:
    assert traits.is_named_by(forum, place) is named

"""What keeps two reports apart, each veto with its reason in words; and words that are bare."""

from dataclasses import replace

import pytest

from dateline.matching.compare import ENOUGH, NEVER, compare, is_vetoed
from dateline.matching.vetoes import is_bare, same_forum, same_person, veto
from dateline.model.occasion import Facts
from tests.matching.test_compare import facts

HELD = {"status": "held", "told": "2022-01-11"}


def worded(quote: str, *, before: str = "", behind: str = "", **more: object) -> Facts:
    """Facts in these words, with what stands around them."""
    name = str(more.pop("name", "b"))
    return replace(facts(name, **more), quote=quote, before=before, behind=behind)  # type: ignore[arg-type]


TALKS = facts("a", **HELD, people="Ana Ruiz of USA, Oleg Sorin of RUS", place="Geneva")

APART = {
    "two days": (facts("a", **HELD), facts("b", **HELD, date="2022-01-12"), "two days, 2022-01-10 and 2022-01-12"),
    "a day apart, told in so many words": (
        worded("they met on Monday", name="a", **HELD), worded("they met on Tuesday", **HELD, date="2022-01-11"),
        "two days, 2022-01-10 and 2022-01-11",
    ),
    "people called like places": (
        facts("a", **HELD, sides="ISR USA", people="Israel Levin of ISR"),
        facts("b", **HELD, sides="ISR USA", people="Dan Oren of ISR"),
        "other people for ISR, Dan Oren and Israel Levin",
    ),
    "other people": (
        TALKS, facts("b", **HELD, people="Ben Hale of USA, Oleg Sorin of RUS"), "other people for USA, Ana Ruiz and Ben Hale",
    ),
    "another level": (
        facts("a", **HELD, level="presidents"), facts("b", **HELD, level="foreign ministers"),
        "another level, foreign ministers and heads",
    ),
    "two forums": (
        facts("a", forum="OSCE"), facts("b", forum="UN:Security Council"), "two forums, OSCE and UN:Security Council",
    ),
    "a council of one state": (
        worded("a meeting", name="a", before="He told the National Security Council at ", forum=None),
        facts("b", forum="UN:Security Council"), "a council of one state, and UN:Security Council",
    ),
    "a call and a visit": (facts("a", kind="call"), facts("b", kind="visit", place="Geneva"), "a call and a visit"),
    "refused": (facts("a", status="refused"), facts("b", **HELD), "refused, and held"),
    "another round": (
        worded("the second round of talks", name="a", **HELD), worded("a third round of talks", **HELD),
        "two rounds, 2 and 3",
    ),
    "other principals": (
        facts("a", sides="USA RUS UKR", people="Ana Ruiz of USA, Oleg Sorin of RUS"), facts("b", sides="RUS UKR"),
        "others meet, RUS and USA, RUS and UKR",
    ),
    "talks beside a gathering": (
        facts("a", sides="USA RUS FRA DEU", kind="conference", place="Geneva"), facts("b", place="Geneva"),
        "talks of a few, and a conference",
    ),
    "bare words of other days": (
        facts("a", **HELD), facts("b", "2022-01-18", date=None, status="held"), "bare words of other days",
    ),
    "another month": (
        worded("talks that broke down in March", name="a", date=None, status="held", place="Geneva"), facts("b", **HELD),
        "another month",
    ),
    "visits to two countries": (
        facts("a", sides="RUS", kind="visit", place="Geneva"), facts("b", sides="RUS", kind="visit", place="Vienna"),
        "two countries, Geneva and Vienna",
    ),
    "a briefing": (
        worded("a phone call", name="a", before="the official told reporters in ", kind="call"),
        facts("b", kind="call", people="Ana Ruiz of USA, Oleg Sorin of RUS"), "a briefing",
    ),
}  # fmt: skip

TOGETHER = {
    "a day apart, one of them not told": (
        worded("they met on Monday", name="a", **HELD), facts("b", **HELD, date="2022-01-11"),
    ),
    "talks of all who gather": (
        facts("a", sides="NATO RUS", kind="council", forum="NATO-Russia Council"), facts("b", sides="NATO RUS", **HELD),
    ),
    "a plan that was moved": (facts("a"), facts("b", date="2022-01-20", previously="2022-01-10")),
    "one person, spelt in two ways": (TALKS, facts("b", **HELD, people="Oleg Soryn of RUS")),
    "two people of one side at a summit": (
        facts("a", kind="summit", people="Ana Ruiz of USA"), facts("b", kind="summit", people="Ben Hale of USA"),
    ),
    "officials say nothing of a level": (facts("a", level="officials"), facts("b", level="foreign ministers")),
    "a proposal with a day, and what took place on it": (facts("a", status="proposed"), facts("b", **HELD)),
    "a copied sentence, read in two ways": (
        worded("Ana Ruiz met Oleg Sorin near the harbour of Geneva for hours", name="a", **HELD, people="Ana Ruiz of USA"),
        worded("Ana Ruiz met Oleg Sorin near the harbour of Geneva for hours", **HELD, people="Ben Hale of USA"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", APART)
def test_vetoes(name: str) -> None:
    one, other, reason = APART[name]
    assert veto(one, other) == reason
    assert (veto(other, one) or "").split(",")[0] == reason.split(",")[0]


@pytest.mark.parametrize("name", TOGETHER)
def test_no_veto(name: str) -> None:
    one, other = TOGETHER[name]
    assert veto(one, other) is None


def test_a_veto_beats_every_vote_and_says_why() -> None:
    other = facts("b", **HELD, people="Ben Hale of USA, Oleg Sorin of RUS", place="Geneva")
    match = compare(TALKS, other)
    assert match.score == NEVER
    assert match.reasons[0] == ("veto: other people for USA, Ana Ruiz and Ben Hale", NEVER)
    assert sum(weight for _, weight in match.reasons[1:]) >= ENOUGH
    assert is_vetoed(match)
    assert not is_vetoed(compare(facts("a"), facts("b", sides="EGY ISR")))


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        (facts("a", date=None), True),
        (facts("a"), False),
        (facts("a", date=None, place="Geneva"), False),
        (facts("a", date=None, people="Ana Ruiz of USA", status="held"), False),
        (facts("a", date=None, people="Ana Ruiz of USA", status="proposed"), True),
        (facts("a", date=None, people="Ana Ruiz of USA, Oleg Sorin of RUS", kind="negotiation"), True),
        (facts("a", date=None, kind="visit", people="Ana Ruiz of USA"), True),
        (facts("a", date=None, status="refused"), False),
        (facts("a", date=None, forum="OSCE"), False),
    ],
)
def test_bare_words(words: Facts, bare: bool) -> None:
    assert is_bare(words) is bare


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("OSCE", "osce", True),
        ("Lisbon Security Conference", "Security Conference", True),
        ("Lisbon Security Conference", "Lisbon Security Forum", True),
        ("Lisbon Security Conference", "Lisbon Safety Conference", False),
        ("Security Council", "UN:Security Council", True),
        ("Second Belt and Road Forum", "Belt and Road Forum", True),
        ("Second Belt and Road Forum", "Third Belt and Road Forum", False),
        ("EU", "EAEU", False),
        ("AU", "OAU", False),
        ("OPEC", "APEC", False),
        ("EC", "OPEC", False),
        ("SCO", "UNESCO", False),
        ("Contact Group", "Trilateral Contact Group", False),
        ("Ukraine Defense Contact Group", "Contact Group", False),
        ("Geneva Peace Conference", "Paris Peace Conference", False),
        ("Arab League summit", "Arab Maghreb summit", False),
        ("UN:Security Council", "UN:General Assembly", False),
        ("Lisbon Security Conference", "Arctic Council", False),
    ],
)
def test_one_forum(one: str, other: str, same: bool) -> None:
    assert same_forum(one, other) is same_forum(other, one) is same


def test_names_spelt_in_two_ways() -> None:
    assert same_person("Oleg Sorin", "Oleh Soryn")
    assert not same_person("Oleg Sorin", "Ana Ruiz")

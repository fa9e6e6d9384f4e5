"""Which stories tell the same: figures on made-up pairs, each kind of pair, and what holds for any text."""

from collections.abc import Iterable
from contextlib import closing
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake.twins import Shelf, place, twins
from dateline.intake.twins_compare import compare, kind_of, tell_the_same
from dateline.intake.twins_words import imprint, sketch
from dateline.knowledge.wires import furniture, furniture_rules
from dateline.model.document import Document, Text
from dateline.model.twin import Overlap, Twin
from tests.intake.twin_pairs import Pair, pairs

PAIRS = pairs()
ENVOYS = """Envoys of both sides will meet in Vienna on Monday to talk about the prisoners, the Austrian hosts announced.
The ministry in the capital confirmed the date and praised the mediators for their patience over eleven months.
Nobody expects that the border crossings will reopen at once, but a timetable is within reach, diplomats believe.
An earlier round collapsed in March when one delegation left the hall after a quarrel over the seating."""


def document(name: str, body: str, day: str | None = "2019-05-14", title: str = "", source: str = "Wire") -> Document:
    published = date.fromisoformat(day) if day else None
    return Document(name=name, text=Text(title, body), published=published, source=source)


def side_by_side(documents: Iterable[Document]) -> dict[str, Twin]:
    with closing(Shelf()) as shelf:
        for each in documents:
            place(shelf, each)
        return {twin.id: twin for twin in twins(shelf)}


@pytest.fixture(scope="module")
def found() -> dict[str, Twin]:
    return side_by_side(each for pair in PAIRS for each in (pair.one, pair.other))


def tied(pair: Pair, found: dict[str, Twin]) -> bool:
    names = {pair.one.name, pair.other.name}
    return any(found[name].twin_of in names for name in names)


def test_pairs_are_told_apart(found: dict[str, Twin]) -> None:
    right = sum(pair.same and tied(pair, found) for pair in PAIRS)
    given, wanted = sum(twin.twin_of is not None for twin in found.values()), sum(pair.same for pair in PAIRS)
    assert 2 * right / (given + wanted) >= 0.97


@pytest.mark.parametrize("how", sorted({pair.how for pair in PAIRS if not pair.how.startswith("syndicated")}))
def test_each_sort_of_pair(how: str, found: dict[str, Twin]) -> None:
    of_this_sort = [pair for pair in PAIRS if pair.how == how]
    assert [pair.one.name for pair in of_this_sort if tied(pair, found) != pair.same] == []
    wrong = [pair.one.name for pair in of_this_sort if pair.kind and found[pair.other.name].kind != pair.kind]
    assert wrong == []


def test_the_first_published_is_named() -> None:
    late, early = document("a", ENVOYS, "2019-05-15"), document("b", ENVOYS, "2019-05-14")
    found = side_by_side([late, document("c", ENVOYS, None), early])
    assert [(twin.id, twin.twin_of) for twin in found.values()] == [("a", "b"), ("c", "b"), ("b", None)]


def test_the_same_words_years_apart_are_one_story_and_like_words_are_not() -> None:
    edited = ENVOYS.replace("in March", "last winter").replace("eleven months", "a year").replace("Nobody expects", "Few think")
    same = side_by_side([document("a", ENVOYS), document("b", ENVOYS, "2021-01-01")])
    near = side_by_side([document("a", ENVOYS), document("b", edited, "2019-05-15")])
    far = side_by_side([document("a", ENVOYS), document("b", edited, "2021-01-01")])
    assert (same["b"].twin_of, near["b"].twin_of, far["b"].twin_of) == ("a", "a", None)


FIRST, *_, LAST = ENVOYS.split("\n")


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        ("VIENNA, May 14 (Reuters) - " + ENVOYS + "\n\nSign up for our letter.", "copy"),
        (ENVOYS.rpartition("\n")[0].rpartition("\n")[0], "excerpt"),
        ("(Corrects day in first paragraph)\n\n" + ENVOYS.replace("Monday", "Tuesday"), "update"),
        (
            "1st Ld-Writethru\n\n" + ENVOYS + "\nBoth sides then issued a paper of two pages without a word on the islands.",
            "update",
        ),
    ],
)
def test_kinds(later: str, kind: str) -> None:
    assert side_by_side([document("a", ENVOYS), document("b", later)])["b"].kind == kind


def test_a_grown_story_of_the_next_day_is_an_update() -> None:
    grown = ENVOYS + "\nAfter nine hours the delegations parted in Vienna with a paper that names two crossings and forty men."
    assert side_by_side([document("a", ENVOYS), document("b", grown, "2019-05-15")])["b"].kind == "update"


@pytest.mark.parametrize("body", ["", "—", "Moscow denies it.", "Newsletter\n\nBy signing up you agree to our terms of use."])
def test_what_tells_nothing_has_no_twin(body: str) -> None:
    found = side_by_side([document("a", body), document("b", body + " Or so.")])
    assert found["b"].twin_of is None


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule.name, each) for rule in furniture_rules() for each in rule.examples],
    ids=lambda value: value[:40],
)
def test_furniture_is_found(rule: str, example: str) -> None:
    start = next(each.start for each in furniture_rules() if each.name == rule)
    assert furniture(start=True).match(example) if start else furniture().search(example)


@pytest.mark.parametrize(
    ("rule", "leaf"), [(rule.name, each) for rule in furniture_rules() for each in rule.leaves], ids=lambda value: value[:40]
)
def test_furniture_leaves_stories_alone(rule: str, leaf: str) -> None:
    assert not furniture().fullmatch(leaf)
    assert not furniture(start=True).match(leaf)


SENTENCES = st.lists(st.sampled_from(ENVOYS.split("\n") + [pair.one.text.body for pair in PAIRS[:3]]), max_size=5)
TEXTS = st.one_of(st.text(max_size=300), SENTENCES.map("\n".join))


@settings(max_examples=60, deadline=None)
@given(one=TEXTS, other=TEXTS)
def test_comparing_is_symmetric(one: str, other: str) -> None:
    mine, theirs = imprint(Text("", one)), imprint(Text("", other))
    found, turned = compare(mine, theirs), compare(theirs, mine)
    assert (found.turned if found else None) == turned
    if found is not None:
        assert 0.0 <= found.one <= 1.0
        assert tell_the_same(found, 3) == tell_the_same(found.turned, -3)
        assert kind_of(found, later=False, elsewhere=True) in ("copy", "excerpt", "update")


@settings(max_examples=30, deadline=None)
@given(bodies=st.lists(TEXTS, min_size=2, max_size=4))
def test_groups_do_not_depend_on_the_order(bodies: list[str]) -> None:
    given = [document(str(number), body) for number, body in enumerate(bodies)]
    groups = set()
    for order in permutations(given):
        together: dict[str, set[str]] = {}
        for twin in side_by_side(order).values():
            together.setdefault(twin.twin_of or twin.id, set()).add(twin.id)
        groups.add(frozenset(map(frozenset, together.values())))
    assert len(groups) == 1


@settings(max_examples=60, deadline=None)
@given(body=st.text(), title=st.text(max_size=50))
def test_any_text_has_an_imprint(body: str, title: str) -> None:
    made = imprint(Text(title, body))
    assert len(sketch(made.words)) <= len(made)


def test_a_story_is_its_own_copy() -> None:
    made = imprint(Text("", ENVOYS))
    assert compare(made, made) == Overlap(1.0, 1.0, head=True)

"""What the day of a story is told by: every rule reads its examples and leaves its leaves, and the tables are sound."""

import re
from datetime import date
from pathlib import Path

import pytest

from dateline.knowledge.dating import (
    ClueExample,
    births,
    cycles,
    dating_rules,
    editions,
    happenings,
    independence,
    running,
)
from dateline.knowledge.lists import word_lists
from dateline.knowledge.parties import holders, states
from dateline.model.document import Document, Text
from dateline.model.evidence import Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.clues import clues_of
from dateline.reading.dating.read import find_day
from dateline.reading.desk.findings import Findings
from dateline.reading.desk.story import Story
from dateline.reading.parse import Parser
from dateline.reading.parties.read import find_parties
from dateline.reading.times.read import find_times
from tests.conftest import EXAMPLE_DAY
from tests.rules import SOURCE, lists_asked_for, rules_asked_for, rules_behind, worded_rules

STORIES = sorted((SOURCE.parents[1] / "examples/stories").glob("*.txt"))
EXAMPLES = [(rule.name, example) for rule in dating_rules() for example in rule.examples if not example.given]
GIVEN = [(rule.name, example) for rule in dating_rules() for example in rule.examples if example.given]
LEAVES = [(rule.name, text) for rule in dating_rules() for text in rule.leaves]
NEWEST = date(2026, 12, 31)


def read(parser: Parser, text: str, day: date | None = None) -> tuple[Story, Findings]:
    story = parser.parse(Document(name="story", text=Text("", text), published=day))
    return story, find_times(story, find_parties(story, Findings()))


def clues_in(parser: Parser, text: str, rule: str) -> list[Clue]:
    return [clue for clue in clues_of(*read(parser, text)) if clue.evidence.rule == rule]


def allows(clue: Clue, day: date) -> bool:
    return any(first <= day and (last is None or day <= last) for first, last in clue.terms)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example.text for _, example in EXAMPLES])
def test_the_rule_reads_its_example(parser: Parser, rule: str, example: ClueExample) -> None:
    before, _, rest = example.text.partition("[")
    quote, _, after = rest.partition("]")
    [clue] = clues_in(parser, before + quote + after, rule)
    assert isinstance(clue.evidence.ground, Span)
    assert clue.evidence.ground.quote == quote
    assert example.day is None or allows(clue, example.day)
    assert example.other is None or not allows(clue, example.other)
    assert example.kind in (None, clue.kind)
    assert example.side in (None, clue.side)
    assert {name: getattr(clue, name) for name in example.names} == example.names


@pytest.mark.parametrize(("rule", "text"), LEAVES, ids=[text for _, text in LEAVES])
def test_the_rule_leaves_what_tells_no_day(parser: Parser, rule: str, text: str) -> None:
    assert clues_in(parser, text, rule) == []
    assert rule not in rules_behind(find_day(*read(parser, text)).dating)


@pytest.mark.parametrize(("rule", "example"), GIVEN)
def test_a_given_day_is_the_reason(parser: Parser, rule: str, example: ClueExample) -> None:
    assert rules_behind(find_day(*read(parser, example.text, EXAMPLE_DAY)).dating) == {rule}
    assert rules_behind(find_day(*read(parser, example.text)).dating) == set()


def test_every_rule_shows_both_sides() -> None:
    assert [rule.name for rule in dating_rules() if not (rule.examples and rule.leaves)] == []
    unsaid = [each.text for _, each in EXAMPLES if not ((each.day and each.other) or (each.kind and each.names))]
    assert unsaid == []


def test_the_code_asks_for_the_rules_of_the_file_and_words_none_itself() -> None:
    assert rules_asked_for("reading/dating") == {("dating", rule.id) for rule in dating_rules()}
    callees = ("Evidence", "anniversary_clue", "period_clue")
    assert worded_rules("reading/dating", callees=callees) == []


@pytest.mark.parametrize("path", STORIES, ids=[path.stem for path in STORIES])
def test_every_rule_behind_the_day_of_a_story_is_known(parser: Parser, path: Path) -> None:
    found = rules_behind(find_day(*read(parser, path.read_text(encoding="utf-8"))).dating)
    assert found
    assert found <= {rule.name for rule in dating_rules()}


def test_every_list_of_words_is_asked_for() -> None:
    asked = {id_ for callee in ("listed", "either") for id_ in lists_asked_for("dating/lists", callee, "reading/dating")}
    assert set(word_lists("dating/lists")) == asked


def test_happenings_are_many_in_order_and_matchable() -> None:
    assert len(happenings()) >= 150
    assert all(date(1914, 1, 1) <= each.first <= each.last <= NEWEST for each in (*happenings(), *running()))
    assert not [each.words for each in (*happenings(), *running()) if re.fullmatch(each.words, "")]


def test_births_are_of_holders_of_offices() -> None:
    known = {holder.person for holder in holders()}
    assert set(births()) <= known
    assert len(births()) >= 120
    first = {person: min(holder.from_ for holder in holders() if holder.person == person) for person in births()}
    assert [person for person, day in births().items() if not 15 < (first[person] - day).days / 365 < 95] == []


def test_independence_is_of_states() -> None:
    assert set(independence()) <= {state.id for state in states()}


def test_gatherings_and_cycles_have_windows() -> None:
    assert all(each.gatherings and each.near and all("{place}" in words for words in each.words) for each in editions())
    assert all(1 <= each.month <= 12 and each.before + each.after < 365 * each.every for each in cycles())

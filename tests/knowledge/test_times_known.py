"""What is counted from something known: every rule reads its examples and leaves its leaves, and the tables are sound."""

import re
from datetime import date

import pytest

from dateline.knowledge.parties import holders, states
from dateline.knowledge.times_known import (
    ClueExample,
    births,
    clue_examples,
    cycles,
    editions,
    happenings,
    independence,
    running,
)
from dateline.model.document import Document, Text
from dateline.model.evidence import Span
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.clues import clues_of
from dateline.reading.desk.findings import Findings
from dateline.reading.parse import Parser
from dateline.reading.parties.read import find_parties
from dateline.reading.times.read import find_times

EXAMPLES = [(group.name, example) for group in clue_examples() for example in group.examples]
LEAVES = [(group.name, text) for group in clue_examples() for text in group.leaves]
NEWEST = date(2026, 12, 31)


def clues_in(parser: Parser, text: str, rule: str) -> list[Clue]:
    story = parser.parse(Document(name="story", text=Text("", text)))
    found = clues_of(story, find_times(story, find_parties(story, Findings())))
    return [clue for clue in found if clue.evidence.rule == rule]


def allows(clue: Clue, day: date) -> bool:
    return any(first <= day and (last is None or day <= last) for first, last in clue.terms)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example.text for _, example in EXAMPLES])
def test_the_rule_reads_its_example(parser: Parser, rule: str, example: ClueExample) -> None:
    before, _, rest = example.text.partition("[")
    quote, _, after = rest.partition("]")
    [clue] = clues_in(parser, before + quote + after, rule)
    assert isinstance(clue.evidence.ground, Span)
    assert clue.evidence.ground.quote == quote
    assert allows(clue, example.day)
    assert not allows(clue, example.other)


@pytest.mark.parametrize(("rule", "text"), LEAVES, ids=[text for _, text in LEAVES])
def test_the_rule_leaves_what_tells_no_day(parser: Parser, rule: str, text: str) -> None:
    assert clues_in(parser, text, rule) == []


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

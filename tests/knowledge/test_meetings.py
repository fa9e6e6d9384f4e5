"""Every rule of meetings reads its examples and leaves its leaves, through the real reader, on the example day."""

from typing import Any

import pytest

from dateline.knowledge.meetings import wording
from dateline.model.document import Document, Text
from dateline.model.entry import Meeting
from dateline.model.reading import Reading
from dateline.reading.parse import Parser
from dateline.reading.read import read
from dateline.views.record import record
from tests.conftest import EXAMPLE_DAY

EXAMPLES = [(rule.name, example) for rule in wording().rules for example in rule.examples]
LEAVES = [(rule.name, text) for rule in wording().rules for text in rule.leaves]


def reading_of(parser: Parser, text: str) -> Reading:
    return read(parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY)))


def rules_of(meeting: Meeting) -> set[str]:
    sourced = [meeting.kind, meeting.status, *meeting.parties, *meeting.people]
    return {each.rule for value in sourced for evidence in value.evidence for _, each in evidence.walk()}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example["text"][:60] for _, example in EXAMPLES])
def test_the_rule_reads_its_example(parser: Parser, rule: str, example: dict[str, Any]) -> None:
    reading = reading_of(parser, example["text"])
    wanted = {slot: value for slot, value in example.items() if slot != "text"}
    found = []
    for meeting, entry in zip(reading.meetings, record(reading)["meetings"], strict=True):
        entry["people"] = [person["id"] for person in entry["people"]]
        if rule in rules_of(meeting):
            found.append({slot: sorted(entry[slot]) if isinstance(entry[slot], list) else entry[slot] for slot in wanted})
    assert {slot: sorted(value) if isinstance(value, list) else value for slot, value in wanted.items()} in found


@pytest.mark.parametrize(("rule", "text"), LEAVES, ids=[text[:60] for _, text in LEAVES])
def test_the_rule_leaves_its_leaves(parser: Parser, rule: str, text: str) -> None:
    assert [meeting.title for meeting in reading_of(parser, text).meetings] == []


def test_every_rule_shows_both_sides() -> None:
    assert [rule.name for rule in wording().rules if not (rule.examples and rule.leaves)] == []

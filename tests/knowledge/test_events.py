"""Every rule of events reads its examples and leaves its leaves, through the real reader, on the example day."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import get_args

import pytest

from dateline.knowledge import events as knowledge
from dateline.knowledge.codes import cameo_codes, modes
from dateline.knowledge.events import (
    Effect,
    EventExample,
    MeetingReport,
    StatementReport,
    check,
    class_of,
    event_rules,
    event_words,
    listed_of,
    meeting_reports,
    operator_of,
    sessions,
    statement_reports,
)
from dateline.model.document import Document, Text
from dateline.model.errors import KnowledgeError
from dateline.model.event import Event, PloverType
from dateline.model.reading import DOUBTFUL, Reading
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY
from tests.rules import SOURCE, evidence_in, rules_asked_for, rules_behind


@dataclass(frozen=True)
class Shown:
    """A rule of any kind with what it shows; `type` is that of its events where it has one."""

    name: str
    examples: tuple[EventExample, ...]
    leaves: tuple[str, ...]
    type: PloverType | None = None
    strict: bool = True


FRAMES = event_words().frames
REPORTS: list[StatementReport | MeetingReport] = [
    *statement_reports().values(),
    *{report.id: report for report in meeting_reports().values()}.values(),
]
OPERATORS = [operator_of(effect) for effect in get_args(Effect) if effect != "same"]
RULES = [
    *(Shown(frame.name, frame.examples, frame.leaves, frame.type, frame.bare is not None) for frame in FRAMES),
    *(Shown(report.name, report.examples, report.leaves, report.type) for report in REPORTS),
    *(Shown(operator.name, operator.examples, operator.leaves) for operator in OPERATORS),
    *(Shown(rule.name, rule.examples, rule.leaves) for rule in event_rules()),
]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
LEAVES = [(rule, text) for rule in RULES for text in rule.leaves]

Readings = Mapping[str, Reading]


@pytest.fixture(scope="module")
def readings(parser: Parser) -> Readings:
    """The readings of every example and leaf, parsed together."""
    texts = [example.text for _, example in EXAMPLES] + [text for _, text in LEAVES]
    stories = parser.parse_all(Document(name=text, text=Text("", text), published=EXAMPLE_DAY) for text in texts)
    return {text: read(story) for text, story in zip(texts, stories, strict=True)}


def by(event: Event, rule: Shown) -> bool:
    """Does the event rest on the rule?"""
    return rule.name in rules_behind(event)


def fits(event: Event, rule: Shown, example: EventExample) -> bool:
    """Is the event what the example says, as far as it says?"""
    when = event.when.value if event.when else None
    found = (
        {each.value for each in event.actors}, {each.value for each in event.recipients}, event.status.value,
        when.earliest.isoformat() if when and when.earliest else None, event.place.value if event.place else None,
        tuple(each.value for each in event.contexts), event.type.value,
    )  # fmt: skip
    wanted = (
        None if example.actors is None else set(example.actors), None if example.recipients is None else set(example.recipients),
        example.status, example.day, example.place, example.contexts, rule.type,
    )  # fmt: skip
    return all(want is None or want == have for want, have in zip(wanted, found, strict=True))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example.text[:60] for _, example in EXAMPLES])
def test_the_rule_reads_its_example(readings: Readings, rule: Shown, example: EventExample) -> None:
    found = [event for event in readings[example.text].events if by(event, rule)]
    assert [event for event in found if fits(event, rule, example)] != []


@pytest.mark.parametrize(("rule", "text"), LEAVES, ids=[text[:60] for _, text in LEAVES])
def test_the_rule_leaves_its_leaves(readings: Readings, rule: Shown, text: str) -> None:
    found = [event for event in readings[text].events if by(event, rule)]
    if rule.strict:
        assert found == []
    sure = [event for event in readings[text].events if event.confidence >= DOUBTFUL and event.status.value == "happened"]
    assert [event for event in sure if by(event, rule) or (not rule.strict and event.type.value == rule.type)] == []

"""Every example and leaf of the rules of statements, through the real reader."""

from functools import cache

import pytest

from dateline.knowledge.statements import ContentRule, Cue, Example, content_rules, cue_rules, cues_by_word
from dateline.model.document import Document, Text
from dateline.model.entry import Statement
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY

RULES: tuple[Cue | ContentRule, ...] = (*cue_rules(), *content_rules())
EXAMPLES = [pytest.param(rule, example, id=example.text) for rule in RULES for example in rule.examples]
LEAVES = [pytest.param(rule, leaf, id=f"{rule.name}: {leaf}") for rule in RULES for leaf in rule.leaves]


@cache
def statements_of(parser: Parser, text: str) -> tuple[Statement, ...]:
    return read(parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))).statements


def rules_behind(statement: Statement) -> set[str]:
    evidence = (*statement.evidence, *statement.kind.evidence)
    return {reason.rule for item in evidence for _, reason in item.walk()}


def words_of(statement: Statement) -> str:
    return " ".join(span.quote for span in statement.content)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(parser: Parser, rule: Cue | ContentRule, example: Example) -> None:
    found = {words_of(statement): statement for statement in statements_of(parser, example.text)}
    assert example.content in found, f"{rule.name}: found {sorted(found)}"
    statement = found[example.content]
    assert statement.kind.value == example.kind
    assert rule.name in rules_behind(statement)
    if example.source:
        assert statement.source is not None
        assert statement.source.quote == example.source
    if example.target is not None:
        assert tuple(item.value for item in statement.target) == example.target


@pytest.mark.parametrize(("rule", "leaf"), LEAVES)
def test_leaf(parser: Parser, rule: Cue | ContentRule, leaf: str) -> None:
    assert [words_of(each) for each in statements_of(parser, leaf) if rule.name in rules_behind(each)] == []


def test_lexicon_is_large() -> None:
    assert len({word for _, word in cues_by_word()}) >= 500


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_both_sides(rule: Cue | ContentRule) -> None:
    assert rule.examples
    assert rule.leaves


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))

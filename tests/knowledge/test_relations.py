"""Every rule of relations reads its examples and leaves its leaves, through the real reader, on the example day."""

import pytest

from dateline.knowledge.relations import RelationExample, relation_words
from dateline.model.document import Document, Text
from dateline.model.relation import Relation
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY

RULES = relation_words().rules
EXAMPLES = [(rule.name, rule.kind, example) for rule in RULES for example in rule.examples]
LEAVES = [(rule.kind, text) for rule in RULES for text in rule.leaves]


def relations_of(parser: Parser, text: str) -> tuple[Relation, ...]:
    return read(parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))).relations


def shown(relation: Relation) -> tuple[str | None, ...]:
    source, target, office = relation.source.value, relation.target, relation.office
    first, last = (when.value.edtf if when else None for when in (relation.from_, relation.until))
    return relation.kind.value, source, target.value if target else None, office.value if office else None, first, last


@pytest.mark.parametrize(("rule", "kind", "example"), EXAMPLES, ids=[example.text[:60] for *_, example in EXAMPLES])
def test_the_rule_reads_its_example(parser: Parser, rule: str, kind: str, example: RelationExample) -> None:
    found = relations_of(parser, example.text)
    wanted = (kind, example.source, example.target, example.office, example.from_, example.until)
    by_rule = [shown(each) for each in found if rule in {evidence.rule for evidence in each.kind.evidence}]
    assert wanted in by_rule, [(shown(each), each.kind.evidence[0].rule) for each in found]


@pytest.mark.parametrize(("kind", "text"), LEAVES, ids=[text[:60] for _, text in LEAVES])
def test_the_rule_leaves_its_leaves(parser: Parser, kind: str, text: str) -> None:
    assert [shown(each) for each in relations_of(parser, text) if each.kind.value == kind] == []


def test_every_rule_shows_both_sides() -> None:
    assert [rule.name for rule in RULES if not (rule.examples and rule.leaves)] == []

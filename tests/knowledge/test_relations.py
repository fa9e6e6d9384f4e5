"""Every rule of relations reads its examples and leaves its leaves, through the real reader, on the example day."""

import ast
from pathlib import Path

import pytest

from dateline.knowledge.lists import word_lists
from dateline.knowledge.relations import RelationExample, part_rules, relation_words, words_for
from dateline.knowledge.rules import rule_names
from dateline.model.document import Document, Text
from dateline.model.errors import KnowledgeError
from dateline.model.relation import Relation
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY
from tests.rules import SOURCE, rules_asked_for, rules_behind

RULES = tuple(relation_words().rules.values())
PARTS = part_rules()
EXAMPLES = [(rule.name, example.kind or rule.kind, example) for rule in RULES for example in rule.examples]
PART_EXAMPLES = [(rule.name, example.kind or "", example) for rule in PARTS for example in rule.examples]
LEAVES = [(rule.kind, text) for rule in RULES for text in rule.leaves]
PART_LEAVES = [(rule.name, text) for rule in PARTS for text in rule.leaves]
STORIES = sorted((Path(__file__).parents[2] / "examples/stories").glob("*.txt"))
READER = sorted((SOURCE / "reading/relations").glob("*.py"))


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


@pytest.mark.parametrize(("rule", "kind", "example"), PART_EXAMPLES, ids=[example.text[:60] for *_, example in PART_EXAMPLES])
def test_the_rule_of_a_part_reads_its_example(parser: Parser, rule: str, kind: str, example: RelationExample) -> None:
    found = relations_of(parser, example.text)
    wanted = (kind, example.source, example.target, example.office, example.from_, example.until)
    assert wanted in [shown(each) for each in found if rule in rules_behind(each)], [shown(each) for each in found]


@pytest.mark.parametrize(("kind", "text"), LEAVES, ids=[text[:60] for _, text in LEAVES])
def test_the_rule_leaves_its_leaves(parser: Parser, kind: str, text: str) -> None:
    assert [shown(each) for each in relations_of(parser, text) if each.kind.value == kind] == []


@pytest.mark.parametrize(("rule", "text"), PART_LEAVES, ids=[text[:60] for _, text in PART_LEAVES])
def test_the_rule_of_a_part_leaves_its_leaves(parser: Parser, rule: str, text: str) -> None:
    assert [shown(each) for each in relations_of(parser, text) if rule in rules_behind(each)] == []


def test_every_rule_shows_both_sides() -> None:
    assert [rule.name for rule in (*RULES, *PARTS) if not (rule.examples and rule.leaves)] == []


def test_the_rules_are_those_that_the_reader_asks_for() -> None:
    asked = rules_asked_for("reading/relations")
    assert {id_ for topic, id_ in asked if topic == "relations"} == set(rule_names("relations"))
    assert {topic for topic, _ in asked} == {"relations"}


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in (*RULES, *PARTS)]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("path", READER, ids=[path.name for path in READER])
def test_no_rule_is_named_in_code(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute)):
            called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            named = {"Evidence": node.args[1:2], "evidence": node.args[:1]}.get(called, [])
            named += [each.value for each in node.keywords if each.arg == "rule"]
            assert [ast.unparse(each) for each in named if isinstance(each, (ast.Constant, ast.JoinedStr))] == []


@pytest.mark.parametrize("path", STORIES, ids=[path.stem for path in STORIES])
def test_the_rules_of_a_reading_are_known(parser: Parser, path: Path) -> None:
    stated, parts = {rule.name for rule in RULES}, {rule.name for rule in PARTS}
    for each in relations_of(parser, path.read_text(encoding="utf-8")):
        assert {evidence.rule for evidence in each.kind.evidence} <= stated
        assert {evidence.rule for when in (each.from_, each.until) if when for evidence in when.evidence} <= parts


def test_the_lists_of_words_are_those_that_the_reader_asks_for() -> None:
    calls = [
        node for path in READER for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    asked = {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "words_for"
        for argument in call.args
        if isinstance(argument, ast.Constant)
    }
    assert asked == set(word_lists("relations/words"))


def test_a_list_that_is_not_there_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"relations/words.toml: no list 'nothing'"):
        words_for("nothing")

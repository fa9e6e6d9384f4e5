"""Every example and leaf of the rules of statements, through the real reader; that all rules are known, and all lists used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.knowledge import statements as knowledge
from dateline.knowledge.load import build
from dateline.knowledge.statements import (
    ContentRule,
    Cue,
    Example,
    StatementRule,
    content_rules,
    cue_rules,
    cues_by_word,
    phrase_list,
    statement_lists,
    statement_rules,
    word_list,
)
from dateline.model.document import Document, Text
from dateline.model.entry import Statement
from dateline.model.errors import KnowledgeError
from dateline.model.evidence import Evidence
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY
from tests.reading.statements.build import statements_of
from tests.rules import SOURCE, rules_asked_for, rules_behind

Rule = Cue | ContentRule | StatementRule
RULES: tuple[Rule, ...] = (*cue_rules(), *content_rules(), *statement_rules())
EXAMPLES = [pytest.param(rule, example, id=example.text) for rule in RULES for example in rule.examples]
LEAVES = [pytest.param(rule, leaf, id=f"{rule.name}: {leaf}") for rule in RULES for leaf in rule.leaves]
PACKAGE = SOURCE / "reading/statements"
STORIES = sorted((Path(__file__).parents[2] / "examples/stories").glob("*.txt"))


def words_of(statement: Statement) -> str:
    return " ".join(span.quote for span in statement.content)


@pytest.fixture
def alone(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the rules read alone, but for the one by which the trained reader gives its reasons."""
    trained = isinstance(rule, StatementRule) and rule.id == "heard"
    monkeypatch.setenv("DATELINE_READER", "trained" if trained else "rules")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(parser: Parser, rule: Rule, example: Example) -> None:
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
    if example.speaker:
        assert statement.speaker.value == example.speaker
    if example.topic:
        assert statement.topic is not None
        assert statement.topic.value == example.topic
    if example.said:
        assert statement.said is not None
        assert str(statement.said.value.earliest) == example.said


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("rule", "leaf"), LEAVES)
def test_leaf(parser: Parser, rule: Rule, leaf: str) -> None:
    assert [words_of(each) for each in statements_of(parser, leaf) if rule.name in rules_behind(each)] == []


def test_lexicon_is_large() -> None:
    assert len({word for _, word in cues_by_word()}) >= 500


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_both_sides(rule: Rule) -> None:
    assert rule.examples
    assert rule.leaves


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


# ---- rules that code asks for -------------------------------------------------------------------


def test_code_asks_for_every_rule_and_for_no_other() -> None:
    assert rules_asked_for("reading/statements") == {("statements", rule.id) for rule in statement_rules()}


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                yield name, node


def test_no_rule_is_named_in_code() -> None:
    """What is handed on as a rule comes from knowledge: no words, no f-string."""
    places = {"Evidence": 1, "evidence": 0, "Decision": 1, "speech_of": 5}
    named = [
        ast.unparse(node)
        for name, node in calls()
        if name in places and isinstance(node.args[places[name]], (ast.Constant, ast.JoinedStr))
    ]
    named += [
        ast.unparse(node)
        for _, node in calls()
        for keyword in node.keywords
        if keyword.arg in ("how", "rule") and isinstance(keyword.value, (ast.Constant, ast.JoinedStr))
    ]
    assert named == []


def own_evidence(statement: Statement) -> Iterator[Evidence]:
    """The evidence that the reader of statements gives, without that of names and times below it."""
    yield from statement.evidence
    yield from statement.kind.evidence
    if statement.topic is not None:
        yield from statement.topic.evidence
    if statement.said is not None:
        yield from statement.said.evidence


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_rules_behind_the_stories_are_known(parser: Parser, story: Path) -> None:
    text = Text("", story.read_text(encoding="utf-8"))
    found = read(parser.parse(Document(name="story", text=text, published=EXAMPLE_DAY))).statements
    assert {each.rule for statement in found for each in own_evidence(statement)} <= {rule.name for rule in RULES}


# ---- lists --------------------------------------------------------------------------------------


def lists_asked_for() -> set[str]:
    named = [node.args[0] for name, node in calls() if name in ("word_list", "phrase_list")]
    return {str(each.value) for each in named if isinstance(each, ast.Constant)}


def test_code_asks_for_every_list_and_for_no_other() -> None:
    assert lists_asked_for() == set(statement_lists())


def test_every_list_says_what_it_is_for() -> None:
    assert [each.id for each in statement_lists().values() if not each.says] == []


def test_phrases_keep_the_order_of_the_file() -> None:
    assert phrase_list("joint acts")[:2] == ("talk", "talks")
    assert set(phrase_list("joint acts")) == word_list("joint acts")


def test_what_a_file_does_not_know_is_named() -> None:
    with pytest.raises(KnowledgeError, match=re.escape("here (greets): unknown key greeting")):
        build(Cue, {"name": "greets", "part": "verb", "words": ["greet"], "greeting": True}, "here")
    with pytest.raises(KnowledgeError, match=re.escape("here (greets), part: 'adverb' is none of")):
        build(Cue, {"name": "greets", "part": "adverb", "words": ["greet"]}, "here")


@pytest.mark.parametrize("cue", cue_rules(), ids=lambda cue: cue.name)
def test_flags_stand_where_they_have_a_meaning(cue: Cue) -> None:
    assert not (cue.whole or cue.reflexive) or cue.object_about
    assert cue.alone is None or cue.kind is not None
    assert not cue.held or cue.part == "noun"
    assert not cue.nobody or cue.part == "verb"


def test_all_names_are_public() -> None:
    assert [name for name in knowledge.__all__ if not hasattr(knowledge, name)] == []

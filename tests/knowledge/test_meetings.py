"""Every rule of meetings reads its examples and leaves its leaves, through the real reader, on the example day."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.knowledge.lists import word_lists
from dateline.knowledge.load import load
from dateline.knowledge.meetings import (
    Governor,
    MeetingNoun,
    MeetingRule,
    MeetingVerb,
    by_word,
    meeting_rules,
    wording,
    words,
)
from dateline.model.document import Document, Text
from dateline.model.errors import KnowledgeError
from dateline.model.reading import Reading
from dateline.reading.parse import Parser
from dateline.reading.read import read
from dateline.views.record import record
from tests.conftest import EXAMPLE_DAY
from tests.rules import SOURCE, rules_asked_for, rules_behind

RULES = meeting_rules()
EXAMPLES = [pytest.param(rule, example, id=f"{rule.id}: {example['text']}") for rule in RULES for example in rule.examples]
LEAVES = [pytest.param(rule, text, id=f"{rule.id}: {text}") for rule in RULES for text in rule.leaves]
STORIES = sorted((Path(__file__).parents[2] / "examples" / "stories").glob("*.txt"))
CODE = sorted((SOURCE / "reading" / "meetings").glob("*.py"))


def reading_of(parser: Parser, text: str) -> Reading:
    return read(parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY)))


def in_order(slot: Any) -> Any:
    return sorted(slot) if isinstance(slot, list) else slot


@pytest.fixture
def alone(rule: MeetingRule, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the rules read alone, but for the one by which the trained reader gives its reasons."""
    monkeypatch.setenv("DATELINE_READER", "trained" if rule.id == "heard" else "rules")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_rule_reads_its_example(parser: Parser, rule: MeetingRule, example: dict[str, Any]) -> None:
    reading = reading_of(parser, example["text"])
    wanted = {slot: in_order(value) for slot, value in example.items() if slot != "text"}
    found, behind = [], set[str]()
    for meeting, entry in zip(reading.meetings, record(reading)["meetings"], strict=True):
        entry["people"] = [person["id"] for person in entry["people"]]
        behind |= rules_behind(meeting)
        if rule.name in rules_behind(meeting):
            found.append({slot: in_order(entry[slot]) for slot in wanted})
    assert wanted in found, sorted(behind)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("rule", "text"), LEAVES)
def test_the_rule_leaves_its_leaves(parser: Parser, rule: MeetingRule, text: str) -> None:
    meetings = reading_of(parser, text).meetings
    assert [meeting.title for meeting in meetings if rule.reads == "meeting" or rule.name in rules_behind(meeting)] == []


def test_every_rule_shows_both_sides() -> None:
    assert [rule.name for rule in RULES if not (rule.examples and rule.leaves)] == []
    assert [name for name, times in Counter(rule.name for rule in RULES).items() if times > 1] == []


def test_the_code_asks_for_these_rules_and_no_others() -> None:
    assert rules_asked_for("reading/meetings") == {("meetings", rule.id) for rule in RULES}


def calls(name: str) -> Iterator[ast.Call]:
    """The calls of a function or method in the code of the reader."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", None)) == name:
                yield node


def test_no_rule_is_worded_in_the_code() -> None:
    """What evidence is made with is a name that the knowledge gives."""
    named = [node for made in ("Evidence", "evidence", "assumed", "stretch") for node in calls(made)]
    given = [each for node in named for each in (*node.args, *(keyword.value for keyword in node.keywords))]
    stances = [
        each for node in calls("Stance") for each in (*node.args[2:], *(k.value for k in node.keywords if k.arg == "rule"))
    ]
    mentions = [keyword.value for node in calls("Mention") for keyword in node.keywords if keyword.arg == "rule"]
    worded = [each for each in (*given, *stances, *mentions) if isinstance(each, ast.JoinedStr) or is_text(each)]
    assert [ast.unparse(each) for each in worded] == []
    assert len(stances) > 20


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("story", STORIES, ids=[story.stem for story in STORIES])
def test_the_rules_behind_a_story_are_known(parser: Parser, story: Path) -> None:
    names = {rule.name for rule in RULES}
    for meeting in reading_of(parser, story.read_text(encoding="utf-8")).meetings:
        assert {evidence.rule for evidence in meeting.kind.evidence + meeting.status.evidence} <= names
        for given in (meeting.place, meeting.venue, meeting.when, meeting.level, meeting.topic, meeting.outcome):
            assert {evidence.rule for evidence in given.evidence} <= names if given else True


def test_every_list_is_asked_for_and_none_is_missing() -> None:
    asked = {argument.value for node in calls("words") for argument in node.args if isinstance(argument, ast.Constant)}
    assert asked == set(word_lists("meetings/words"))
    assert [each.id for each in word_lists("meetings/words").values() if not each.says] == []


def test_a_word_says_one_thing() -> None:
    """No noun, verb, adjective, governor, rank or venue stands in two entries."""
    for table, kind in (("noun", MeetingNoun), ("verb", MeetingVerb)):
        given = Counter(word for entry in load(f"meetings/{table}s", table, kind) for word in entry.words)
        assert [word for word, times in given.items() if times > 1] == []
    with pytest.raises(KnowledgeError, match="'meet' stands in two entries"):
        by_word([Governor(("meet",), "tense"), Governor(("meet",), "none")])


def test_the_parts_of_a_noun_entry_are_words_of_it() -> None:
    for noun in load("meetings/nouns", "noun", MeetingNoun):
        assert {*(noun.only or {}), *noun.one_in_plural, *noun.journeys} <= set(noun.words)


def test_a_governor_is_meant_as_a_verb_or_not() -> None:
    known = wording()
    assert known.verb_governors["open"].effect == "begun"
    assert known.governors["open"].effect == "proposed"
    assert known.verb_governors["call"].effect == "scheduled"
    assert known.governors["call"].effect == "proposed"
    assert known.verb_governors["hold"] is known.governors["hold"]


def test_words_of_a_list() -> None:
    assert "eve" in words("before it")
    with pytest.raises(KnowledgeError, match="no list"):
        words("no such list")


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian and Swedish leaders huddled with the Danish premier in Malmo on Monday.",
        "Norwegian Prime Minister Erna Solberg sat down with Danish officials in Malmo on Monday.",
        "Norwegian Prime Minister Erna Solberg conferred with Danish officials in Malmo on Monday.",
        "Norwegian envoys parleyed with Danish envoys in Malmo on Monday.",
        "Norwegian envoys powwowed with Danish envoys in Malmo on Monday.",
        "Norwegian envoys haggled with Danish envoys in Malmo on Monday.",
        "Norwegian Prime Minister Erna Solberg dined with Danish officials in Malmo on Monday.",
        "Norwegian envoys got together with Danish envoys in Malmo on Monday.",
    ],
)
def test_other_verbs_of_meeting(parser: Parser, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_READER", "rules")
    meetings = record(reading_of(parser, text))["meetings"]
    assert [(each["status"], each["date"], each["place"]) for each in meetings] == [("held", "2019-05-13", "Malmo")]
    assert {"NOR", "DNK"} <= set(meetings[0]["parties"])

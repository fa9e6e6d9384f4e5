"""Every rule of times and every named day reads its examples and leaves its leaves, through the real reader.

So does every rule that reckons them: the side of the day of the story, and what the words leave open.
"""

from datetime import date
from pathlib import Path

import pytest

from dateline.knowledge.lists import word_lists
from dateline.knowledge.times import Example, examples, named_days, reckonings, rules
from dateline.model.document import Document, Text
from dateline.model.when import Dating, TimeExpression
from dateline.reading.desk.findings import Findings
from dateline.reading.parse import Parser
from dateline.reading.times.read import anchor_times, find_times
from tests.conftest import EXAMPLE_DAY
from tests.rules import SOURCE, lists_asked_for, rules_asked_for, rules_behind, worded_rules

STORIES = sorted((SOURCE.parents[1] / "examples/stories").glob("*.txt"))
RECKONED = [(rule.name, example) for rule in reckonings() for example in rule.examples]
UNRECKONED = [(rule.name, text) for rule in reckonings() for text in rule.leaves]
EXAMPLES = [(group.name, example) for group in examples() for example in group.examples]
LEAVES = [(group.name, text) for group in examples() for text in group.leaves]


def times_of(parser: Parser, text: str, day: date = EXAMPLE_DAY) -> tuple[TimeExpression, ...]:
    story = parser.parse(Document(name="example", text=Text("", text), published=day))
    return anchor_times(story, find_times(story, Findings(dating=Dating(day, given=True)))).times


def time_in(parser: Parser, example: Example) -> TimeExpression:
    """The time in square brackets."""
    before, _, rest = example.text.partition("[")
    quote, _, after = rest.partition("]")
    found = [
        time for time in times_of(parser, before + quote + after, example.day or EXAMPLE_DAY) if time.span.start == len(before)
    ]
    assert [time.span.quote for time in found] == [quote]
    return found[0]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example.text for _, example in EXAMPLES])
def test_the_rule_reads_its_example(parser: Parser, rule: str, example: Example) -> None:
    time = time_in(parser, example)
    assert time.evidence[0].rule == rule
    days = None if time.earliest is None else f"{time.earliest}/{time.latest}"
    wanted = example.days if example.days is None or "/" in example.days else f"{example.days}/{example.days}"
    assert (time.type, time.value, time.mod, time.quant, time.freq, days) == (
        example.type, example.value, example.mod, example.quant, example.freq, wanted,
    )  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), LEAVES, ids=[text for _, text in LEAVES])
def test_the_rule_leaves_what_is_no_time(parser: Parser, rule: str, text: str) -> None:
    assert [time.span.quote for time in times_of(parser, text)] == []


def test_every_rule_and_named_day_has_examples_or_leaves() -> None:
    known = {group.name for group in examples() if group.examples or group.leaves}
    assert {rule.name for rule in rules()} | {day.name for day in named_days()} == known


def test_names_of_rules_are_unique() -> None:
    names = [rule.name for rule in rules()]
    assert sorted(set(names)) == sorted(names)


def test_there_are_six_hundred_distinct_phrases() -> None:
    phrases = {example.text.partition("[")[2].partition("]")[0] for _, example in EXAMPLES}
    assert len(phrases) >= 600


@pytest.mark.parametrize(("rule", "example"), RECKONED, ids=[f"{rule}: {example.text}" for rule, example in RECKONED])
def test_the_rule_reckons_its_example(parser: Parser, rule: str, example: Example) -> None:
    time = time_in(parser, example)
    assert rule in {evidence.rule for evidence in time.evidence if evidence.assumed}
    assert time.value == example.value


@pytest.mark.parametrize(("rule", "text"), UNRECKONED, ids=[f"{rule}: {text}" for rule, text in UNRECKONED])
def test_the_rule_leaves_what_others_reckon(parser: Parser, rule: str, text: str) -> None:
    times = times_of(parser, text)
    assert times
    assert rule not in rules_behind(times)


def test_every_reckoning_shows_both_sides() -> None:
    assert [rule.name for rule in reckonings() if not (rule.examples and rule.leaves)] == []


def test_the_code_asks_for_the_rules_of_the_file_and_words_none_itself() -> None:
    assert rules_asked_for("reading/times") == {("times", rule.id) for rule in reckonings()}
    assert worded_rules("reading/times", callees=("Evidence", "Direction", "append")) == []


@pytest.mark.parametrize("path", STORIES, ids=[path.stem for path in STORIES])
def test_every_rule_behind_a_story_is_known(parser: Parser, path: Path) -> None:
    found = rules_behind(times_of(parser, path.read_text(encoding="utf-8")))
    assert found
    assert found <= {each.name for each in (*rules(), *named_days(), *reckonings())}


def test_every_list_of_words_is_asked_for() -> None:
    assert set(word_lists("times/lists")) == lists_asked_for("times/lists", "listed", "reading/times") | lists_asked_for(
        "times/lists", "either", "reading/times"
    )

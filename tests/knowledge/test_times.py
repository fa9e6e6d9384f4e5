"""Every rule of times and every named day reads its examples and leaves its leaves, through the real reader."""

import pytest

from dateline.knowledge.times import Example, examples, named_days, rules
from dateline.model.document import Document, Text
from dateline.model.when import Dating, TimeExpression
from dateline.reading.desk.findings import Findings
from dateline.reading.parse import Parser
from dateline.reading.times.read import anchor_times, find_times
from tests.conftest import EXAMPLE_DAY

EXAMPLES = [(group.name, example) for group in examples() for example in group.examples]
LEAVES = [(group.name, text) for group in examples() for text in group.leaves]


def times_of(parser: Parser, text: str) -> tuple[TimeExpression, ...]:
    story = parser.parse(Document(name="example", text=Text("", text), published=EXAMPLE_DAY))
    return anchor_times(story, find_times(story, Findings(dating=Dating(EXAMPLE_DAY, given=True)))).times


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example.text for _, example in EXAMPLES])
def test_the_rule_reads_its_example(parser: Parser, rule: str, example: Example) -> None:
    before, _, rest = example.text.partition("[")
    quote, _, after = rest.partition("]")
    found = [time for time in times_of(parser, before + quote + after) if time.span.start == len(before)]
    assert [time.span.quote for time in found] == [quote]
    time = found[0]
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

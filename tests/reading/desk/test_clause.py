"""Who does what, in which voice, denied or not: 300 verbs on which three earlier grammars disagreed, judged by hand."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dateline.model.document import Document, Text
from dateline.reading.desk.clause import subjects
from dateline.reading.desk.polarity import is_negated
from dateline.reading.desk.tree import Word
from dateline.reading.desk.voice import is_passive
from dateline.reading.parse import Parser

VERBS = tomllib.loads(Path(__file__).with_name("clause_verbs.toml").read_text(encoding="utf-8"))["verb"]

FLOORS = {"subject": 0.74, "passive": 0.95, "negated": 0.97}
"""The best of the three was right on 50, 76 and 87 % of these; on all 300 on 55 %, where the view is right on 83 %."""


def word_of(parser: Parser, item: dict[str, Any]) -> Word:
    story = parser.parse(Document(name="example", text=Text("", item["text"])))
    words = [word for sentence in story.sentences for word in sentence.words if word.text == item["verb"]]
    return words[item.get("nth", 1) - 1]


def is_right(word: Word, item: dict[str, Any]) -> bool:
    if item["asks"] == "subject":
        return [each.text for each in subjects(word)][:1] == item["subject"][:1]
    return (is_passive if item["asks"] == "passive" else is_negated)(word) == item[item["asks"]]


@pytest.fixture(scope="module")
def right(parser: Parser) -> Counter[str]:
    return Counter(item["asks"] for item in VERBS if is_right(word_of(parser, item), item))


@pytest.mark.parametrize("asks", FLOORS)
def test_the_view_is_right_far_more_often_than_the_grammars_before_it(right: Counter[str], asks: str) -> None:
    assert right[asks] / sum(item["asks"] == asks for item in VERBS) >= FLOORS[asks]


def test_on_verbs_nobody_looked_at_it_is_right_nearly_as_often(parser: Parser) -> None:
    held = [item for item in VERBS if item["part"] == "held"]
    assert len(held) >= 140
    assert sum(is_right(word_of(parser, item), item) for item in held) / len(held) >= 0.75

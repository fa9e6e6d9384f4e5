"""Every rule shows itself: whatever a reader gives as its reason stands in a knowledge file, with an example and a leaf."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.knowledge.load import tables
from dateline.knowledge.rules import rule_names
from dateline.model.document import Document, Text
from dateline.reading.parse import Parser
from dateline.reading.read import read
from tests.conftest import EXAMPLE_DAY
from tests.rules import SOURCE, rules_asked_for, rules_behind

KNOWLEDGE = SOURCE / "knowledge" / "en"
TOPICS = sorted(path.parent.name for path in KNOWLEDGE.glob("*/rules.toml"))
STORIES = sorted((Path(__file__).parents[2] / "examples" / "stories").glob("*.txt"))
REASONING = {"Evidence": 1, "evidence": 0, "Stance": 2, "Clue": None}
"""Calls that take the name of a rule, and its place among their arguments."""


def rows(value: Any) -> Iterator[dict[str, Any]]:
    """The tables inside a knowledge file."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from rows(each)
    elif isinstance(value, list):
        for each in value:
            yield from rows(each)


def shown() -> dict[str, tuple[list[Any], list[Any]]]:
    """Name -> examples and leaves of everything in the knowledge files that has a name; those of one name together."""
    found: dict[str, tuple[list[Any], list[Any]]] = {}
    for path in KNOWLEDGE.rglob("*.toml"):
        for row in rows(tables(str(path.relative_to(KNOWLEDGE).with_suffix("")))):
            if isinstance(row.get("name"), str) and "examples" in row:
                examples, leaves = found.setdefault(row["name"], ([], []))
                examples += row["examples"]
                leaves += row.get("leaves", [])
    return found


SHOWN = shown()


@pytest.mark.parametrize("topic", TOPICS)
def test_every_rule_that_code_asks_for_shows_both_sides(topic: str) -> None:
    asked = {id_ for where, id_ in rules_asked_for("reading") if where == topic}
    names = rule_names(topic)
    assert asked <= set(names)
    for id_ in asked:
        examples, leaves = SHOWN.get(names[id_], ([], []))
        assert examples, (topic, id_)
        assert leaves, (topic, id_)


def test_no_rule_is_named_in_code() -> None:
    written = []
    for path in (SOURCE / "reading").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = REASONING.get(name)
            if place is not None and len(node.args) > place and isinstance(node.args[place], (ast.Constant, ast.JoinedStr)):
                written.append(f"{path.name}:{node.lineno}")
            written += [
                f"{path.name}:{node.lineno}"
                for keyword in node.keywords
                if keyword.arg == "rule" and isinstance(keyword.value, (ast.Constant, ast.JoinedStr))
            ]
    assert written == []


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_reason_in_a_story_stands_in_the_knowledge(parser: Parser, path: Path) -> None:
    words = path.read_text(encoding="utf-8").partition("\n\n")[2]
    reading = read(parser.parse(Document(name="example", text=Text("", words), published=EXAMPLE_DAY)))
    assert rules_behind(reading) - set(SHOWN) == set()

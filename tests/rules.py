"""Which rules a reading rests on, and which ones the code asks for."""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from dateline.model.evidence import Evidence

SOURCE = Path(__file__).parents[1] / "src/dateline"


def rules_behind(value: Any) -> set[str]:
    """The names of all rules in the evidence of a reading or of a part of it."""
    return {evidence.rule for evidence in evidence_in(value)}


def evidence_in(value: Any) -> Iterator[Evidence]:
    """All evidence inside a value."""
    if isinstance(value, Evidence):
        yield from (each for _, each in value.walk())
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from evidence_in(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from evidence_in(each)


def rules_asked_for(*folders: str) -> set[tuple[str, str]]:
    """(topic, id) of every `rule("topic", "id")` in the code."""
    found = set()
    for folder in folders:
        for path in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "rule":
                    topic, id_ = (argument.value for argument in node.args if isinstance(argument, ast.Constant))
                    found.add((str(topic), str(id_)))
    return found


def worded_rules(*folders: str, callees: tuple[str, ...] = ("Evidence",)) -> list[str]:
    """Where the code words a rule itself: calls whose arguments behind the first hold a sentence or an f-string."""
    found = []
    for folder in folders:
        for path in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in callees:
                    given = [*node.args[1:], *(keyword.value for keyword in node.keywords)]
                    if any(is_worded(each) for argument in given for each in said_in(argument)):
                        found.append(f"{path.name}:{node.lineno}")
    return found


def said_in(node: ast.expr) -> Iterator[ast.expr]:
    """What an argument may be: both sides of a choice."""
    if isinstance(node, ast.IfExp):
        yield from (*said_in(node.body), *said_in(node.orelse))
    else:
        yield node


def is_worded(node: ast.expr) -> bool:
    """Is it a sentence (words with spaces) or an f-string?"""
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value
    )


def lists_asked_for(topic: str, callee: str, *folders: str) -> set[str]:
    """The ids of lists of words that the code asks for: `callee("topic", "id")`, or `callee("id")` of the topic's own door."""
    found = set()
    for folder in folders:
        for path in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == callee:
                    words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                    if len(words) == 1 and len(node.args) == 1:
                        found.add(str(words[0]))
                    elif len(words) == 2 and words[0] == topic:
                        found.add(str(words[1]))
    return found

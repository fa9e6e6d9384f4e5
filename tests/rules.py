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

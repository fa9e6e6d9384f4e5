"""The wording of questions names every label that an answer may give."""

from typing import Any, get_args

import pytest

from dateline.knowledge.question import answer_schema, wording
from dateline.model.entry import MeetingKind, StatementKind, Status
from dateline.model.quoted import answer_from


@pytest.mark.parametrize("label", [*get_args(MeetingKind), *get_args(Status), *get_args(StatementKind)])
def test_every_label_is_explained(label: str) -> None:
    assert any(f"{label}{after}" in wording().system for after in (" (", " =", "\n", ";")) or f"= {label}" in wording().system


def objects(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, dict):
        inner = [each for value in schema.values() for each in objects(value)]
        return [schema, *inner] if schema.get("type") == "object" else inner
    return []


def test_the_schema_is_strict() -> None:
    found = objects(answer_schema())
    assert len(found) == 5
    for each in found:
        assert each["required"] == list(each["properties"])
        assert each["additionalProperties"] is False


@pytest.mark.parametrize("name", ["span", "mentions", "status_words", "date_words", "sides", "source", "content", "targets"])
def test_every_field_is_explained(name: str) -> None:
    assert f"- {name}:" in wording().system


def test_an_answer_keeps_what_has_a_form() -> None:
    answer = answer_from(
        {
            "meetings": [
                {"span": "met in Rome", "kind": "party", "status": "held", "sides": ["Chad", {"name": 7}]},
                {"span": "met in Bonn", "kind": "talks", "status": "maybe"},
                {"kind": "talks"},
            ],
            "statements": [{"content": "no", "kind": "sing"}, {"content": "yes", "kind": "agree", "of": "Chad"}, [], 7],
        },
        "any",
        1,
    )
    assert answer.left_out == 5
    assert (answer.meetings[0].kind, answer.meetings[0].status) == ("other", "held")
    assert [side.name for side in answer.meetings[0].sides] == ["Chad"]
    assert answer.statements[0].of == ("Chad",)

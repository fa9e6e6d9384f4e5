"""How a language model is asked about a story: the wording, its version, and the form of the answer."""

from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from dateline.knowledge.load import load
from dateline.model.entry import MeetingKind, StatementKind, Status

__all__ = ["Wording", "answer_schema", "wording"]


@dataclass(frozen=True)
class Wording:
    """The words of a question: those that are the same for all (`system`) and those around the story, with their version."""

    version: int
    system: str
    story: str
    part: str
    repair: str
    nothing: str


@cache
def wording() -> Wording:
    """The wording in use."""
    return load("quoted/question", "question", Wording)[0]


@cache
def answer_schema() -> dict[str, Any]:
    """The form of an answer as a JSON schema, strict as servers want it: every key is there, and no other."""
    words, many = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    named = {"type": "array", "items": shape({"words": words, "name": words})}
    meeting = shape(
        {
            "span": words, "mentions": many, "kind": one_of(get_args(MeetingKind)), "status": one_of(get_args(Status)),
            "status_words": words, "date_words": many, "place_words": words, "forum_words": words, "sides": named,
            "people": many,
        }
    )  # fmt: skip
    statement = shape(
        {
            "source": words, "speaker": words, "of": many, "cue": words, "content": words,
            "kind": one_of(get_args(StatementKind)), "targets": named,
        }
    )  # fmt: skip
    return shape({"meetings": {"type": "array", "items": meeting}, "statements": {"type": "array", "items": statement}})


def shape(fields: dict[str, Any]) -> dict[str, Any]:
    """An object with exactly these fields."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def one_of(labels: tuple[str, ...]) -> dict[str, Any]:
    """One of these labels."""
    return {"type": "string", "enum": list(labels)}

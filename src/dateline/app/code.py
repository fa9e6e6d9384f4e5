"""Coding the event between two sides: those marked already, line by line, or those that a sentence names."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from dateline.app import pipeline
from dateline.app.settings import Settings
from dateline.model.document import Document, Text
from dateline.model.errors import InputError
from dateline.model.event import Coding, Event
from dateline.model.problem import Problem, Refusal
from dateline.model.reading import Reading
from dateline.views.wording import joined, name_of

if TYPE_CHECKING:
    from dateline.reading.parse import Parser

__all__ = ["Marked", "Scheme", "Told", "codings", "marked_lines", "sentence"]

Scheme = Literal["plover", "plv"]
Side = tuple[int, int] | None

BATCH = 64
"""Sentences that are parsed together."""


@dataclass(frozen=True)
class Told:
    """A sentence as read, its events that have both sides, and why there are none."""

    reading: Reading
    events: tuple[Event, ...]
    why: str | None = None


@dataclass(frozen=True)
class Marked:
    """A text with its two sides, as code points of the text."""

    id: str
    text: str
    source: Side
    target: Side


def marked_lines(path: str, stdin: BinaryIO) -> Iterator[Marked | Refusal]:
    """The marked texts of JSON Lines; `-` is standard input. A line that is none is refused, and the run goes on."""
    if path == "-":
        yield from read_lines(stdin)
        return
    if not Path(path).is_file():
        raise InputError(f"no such file: {path}; --jsonl takes a file of JSON Lines, or - for standard input")
    with Path(path).open("rb") as stream:
        yield from read_lines(stream)


def read_lines(stream: Iterable[bytes]) -> Iterator[Marked | Refusal]:
    """The marked texts of a stream."""
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        name = f"line {number}"
        try:
            value = json.loads(line.decode("utf-8-sig"))
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                name = value["id"]
            yield marked(value)
        except (ValueError, RecursionError) as error:
            yield Refusal(name, (Problem("intake", f"line {number}: no JSON that can be read: {error}"),))
        except InputError as error:
            yield Refusal(name, (Problem("intake", f"line {number}: {error}"),))


def marked(value: Any) -> Marked:
    """The marked text of one object."""
    if not isinstance(value, dict) or not isinstance(value.get("id"), str) or not isinstance(value.get("text"), str):
        raise InputError("an object with 'id' and 'text' is wanted, both strings")
    if not value["text"].strip():
        raise InputError("'text' is empty: there is nothing to code")
    sides = [side(value.get(key), key, len(value["text"])) for key in ("source", "target")]
    return Marked(value["id"], value["text"], *sides)


def side(value: Any, key: str, length: int) -> Side:
    """A side: [start, end) in code points, or null."""
    if value is None:
        return None
    if not (isinstance(value, list) and len(value) == 2 and all(type(each) is int for each in value)):
        raise InputError(f"{key!r} must be [start, end] or null")
    if not 0 <= value[0] < value[1] <= length:
        raise InputError(f"{key!r}: {value} lies outside the text of {length} code points")
    return value[0], value[1]


def codings(items: Iterable[Marked | Refusal], parser: "Parser", scheme: Scheme) -> Iterator[tuple[str, Coding] | Refusal]:
    """The coding of each marked text, in order."""
    from dateline.reading.events import code

    source = iter(items)
    while batch := list(islice(source, BATCH)):
        given = [item for item in batch if isinstance(item, Marked)]
        stories = iter(parser.parse_all(Document(name=item.id, text=Text("", item.text)) for item in given))
        for item in batch:
            yield item if isinstance(item, Refusal) else (item.id, code(next(stories), item.source, item.target, scheme))


def sentence(words: str, settings: Settings) -> Told:
    """The events of a sentence in which nobody marked the sides: who does what to whom."""
    if not words.strip():
        raise InputError("the sentence is empty: there is nothing to code")
    reading = pipeline.reread(Document(name="sentence", text=Text("", words)), settings)
    found = tuple(each for each in reading.events if each.actors and each.recipients)
    return Told(reading, found, None if found else why_none(reading))


def why_none(reading: Reading) -> str:
    """Why a sentence has no event between two sides."""
    if not reading.parties:
        return "no side is known in it"
    names = {party.id: party for party in reading.parties}
    sides = joined([name_of(each, names) for each in names])
    if not reading.events:
        return f"no event is told of {sides}"
    codes = ", ".join(dict.fromkeys(each.type.value for each in reading.events))
    wanting = "who does it" if any(each.recipients for each in reading.events) else "to whom it is done"
    return f"an event is there ({codes}), of {sides}, but not {wanting}"

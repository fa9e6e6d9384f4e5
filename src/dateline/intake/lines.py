"""Stories from JSON Lines, by the reading contract: one object a line, a refusal for a line that is none."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dateline.intake.clean import origin_of
from dateline.intake.day import published_on
from dateline.intake.decode import LONGEST_STORY, check_characters
from dateline.intake.formats import NOTHING, Declared, adapted, stories_in
from dateline.intake.language import language_of, tag
from dateline.intake.pipe import Lines
from dateline.model.document import Document, Text
from dateline.model.errors import InputError
from dateline.model.problem import Problem, Refusal

__all__ = ["from_line", "from_lines", "from_record", "from_value", "refused", "told_once"]

LONGEST_LINE = 13 * LONGEST_STORY
"""Bytes of a line: a story written wholly in escapes, and its other fields."""

ID = re.compile(r'"id"\s*:\s*("(?:[^"\\]|\\.)*")')
OPTIONAL = ("title", "published", "source", "url", "language")


@dataclass(frozen=True)
class Fields:
    """The known keys of a line, checked."""

    id: str
    text: str
    title: str | None
    published: date | datetime | None
    source: str | None
    url: str | None
    language: str | None


def from_lines(stream: Lines, told: Declared = NOTHING) -> Iterator[Document | Refusal]:
    """The stories of a stream of lines, in order. Blank lines do not count as stories; an id can be had once."""
    seen: dict[str, str] = {}
    for number, line in raw_lines(stream):
        if line is None:
            yield refused(f"line {number}", f"line {number}: longer than {LONGEST_LINE:,} bytes; give each story its own line")
            continue
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield refused("line 1", "line 1: the file is UTF-16, JSON Lines are UTF-8: convert it")
            return
        if not line.strip(b" \t\r\n\x0b\x0c"):
            continue
        for story in from_line(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, number, told):
            yield told_once(story, f"line {number}", seen)


def told_once(story: Document | Refusal, place: str, seen: dict[str, str]) -> Document | Refusal:
    """The story under a name that none has in `seen` (name -> place): that of its place for an address, else a refusal."""
    if isinstance(story, Refusal):
        return story
    if story.name in seen and story.name == story.url:
        story = replace(story, name=place)
    if story.name in seen:
        return refused(story.name, f"{place}: the id {story.name!r} is that of {seen[story.name]}; give each its own")
    seen[story.name] = place
    return story


def raw_lines(stream: Lines) -> Iterator[tuple[int, bytes | None]]:
    """(number, bytes) of each line; None for a line too long to be one story's."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if line.endswith(b"\n") or len(line) < LONGEST_LINE:
            yield number, line
            continue
        while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def from_line(line: bytes, number: int, told: Declared = NOTHING) -> Iterator[Document | Refusal]:
    """The story of one line, or those of the list that it holds."""
    try:
        words = line.decode("utf-8")
    except UnicodeDecodeError as error:
        name = name_in(line.decode("utf-8", "replace"), number)
        yield refused(name, f"line {number}: no UTF-8 at byte {error.start}; JSON Lines are UTF-8")
        return
    try:
        value = loads(words)
        several = stories_in(value) if isinstance(value, dict) else None
        if several is None:
            yield made(value, f"line {number}", told)
            return
    except InputError as error:
        yield refused(name_in(words, number), f"line {number}: {error}")
        return
    for place, each in enumerate(several, 1):
        yield from_record(each, f"line {number}#{place}", told)


def from_record(value: Any, name: str, told: Declared = NOTHING) -> Document | Refusal:
    """The story of an object, whatever names its fields have; `name` is what it is called where it has none."""
    try:
        return made(value, name, told)
    except InputError as error:
        return refused(name, str(error))


def made(value: Any, name: str, told: Declared) -> Document:
    """The document of an object, whatever names its fields have, else an `InputError`."""
    found = adapted(value, name, told)
    story = document(fields_of(found.value))
    return replace(story, problems=(*story.problems, *found.problems)) if found.problems else story


def from_value(value: Any, name: str) -> Document | Refusal:
    """The story of an object by the reading contract; `name` is what a refusal is called."""
    try:
        return document(fields_of(value))
    except InputError as error:
        return refused(name, str(error))


def loads(words: str) -> Any:
    """The JSON value of a line."""
    try:
        return json.loads(words)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error.msg} at column {error.colno}; is the line cut off?") from error
    except (RecursionError, ValueError) as error:
        raise InputError(f"no JSON that can be read: {error}") from error


def fields_of(value: Any) -> Fields:
    """The contract's keys of a JSON object; unknown ones are ignored."""
    if not isinstance(value, dict):
        raise InputError(f"a JSON object is wanted, not {type_name(value)}")
    for key in ("id", "text"):
        if key not in value:
            raise InputError(f"no {key!r}: both 'id' and 'text' are required; --map {key}=NAME says what else it is called")
        if not isinstance(value[key], str):
            raise InputError(f"{key!r} must be a string, not {type_name(value[key])}")
    for key in OPTIONAL:
        if not isinstance(value.get(key), str | None):
            raise InputError(f"{key!r} must be a string or null, not {type_name(value[key])}")
    for key in ("id", "text", *OPTIONAL):
        check_field(key, value.get(key))
    published = value.get("published")
    return Fields(
        id=value["id"],
        text=value["text"],
        title=value.get("title"),
        published=published_on(published) if published else None,
        source=value.get("source") or None,
        url=value.get("url") or None,
        language=value.get("language") or None,
    )


def check_field(key: str, words: str | None) -> None:
    """Refuse a field that holds what is no text, by its name."""
    try:
        check_characters(words or "")
    except InputError as error:
        raise InputError(f"{key!r}: {error}") from error


def document(fields: Fields) -> Document:
    """The document of a line; a trailing origin line is metadata, everything before it stays at its place."""
    if not fields.id.strip():
        raise InputError("'id' is empty: give each story a name")
    if not (fields.text.strip() or (fields.title or "").strip()):
        raise InputError("'text' is empty: there is nothing to read")
    origin = origin_of(fields.text)
    body = fields.text[: origin.start].rstrip() if origin else fields.text
    if not body.strip():
        origin, body = None, fields.text
    return Document(
        name=fields.id,
        text=Text(fields.title or "", body),
        published=fields.published,
        source=fields.source or (origin.source if origin else None),
        url=fields.url or (origin.url if origin else None),
        origin=origin.line if origin else None,
        language=tag(fields.language) if fields.language else language_of(body),
    )


def name_in(words: str, number: int) -> str:
    """The id that a bad line still shows, else its number."""
    match = ID.search(words)
    if match:
        try:
            name = json.loads(match[1])
            name.encode("utf-8")
        except ValueError:
            return f"line {number}"
        if name.strip() and "\x00" not in name:
            return str(name)
    return f"line {number}"


def type_name(value: Any) -> str:
    """What JSON calls such a value."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "null")


def refused(name: str, what: str) -> Refusal:
    """A line that is no story."""
    return Refusal(name, (Problem("intake", what),))

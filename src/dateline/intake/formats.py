"""Stories as other programs write them in JSON and tables: extractors, news interfaces, archives; and our own contract.

What the contract names in a record stands as it is, also where it is null; other names fill in what the contract's leave
out. Only a record that is none of the contract's is read wholly by other names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from dateline.intake.clean_html import address, words_of
from dateline.intake.figures import Order, given_day, is_in_figures, undated
from dateline.knowledge.fields import inner_names, list_names, names_of, plain_name, record_names, stand_ins
from dateline.model.errors import InputError
from dateline.model.problem import Problem

__all__ = ["FIELDS", "NOTHING", "Adapted", "Declared", "adapted", "declared", "stories_in"]

FIELDS = ("id", "text", "title", "published", "source", "url", "language")
DEEPEST = 4


@dataclass(frozen=True)
class Declared:
    """What the giver says of stories: how fields of ours are named in them, and in which order figures of dates stand."""

    names: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None


NOTHING = Declared()


@dataclass(frozen=True)
class Adapted:
    """An object by the reading contract, if it could be made one, and what was odd about it."""

    value: Any
    problems: tuple[Problem, ...] = ()


def declared(written: Sequence[str]) -> dict[str, str]:
    """The map of `--map`: our field to the name that stands for it.

    >>> declared(["text=body,published=Date of issue", "source=outlet.name"])
    {'text': 'body', 'published': 'Date of issue', 'source': 'outlet.name'}
    """
    found: dict[str, str] = {}
    for part in (part for each in written for part in each.split(",")):
        ours, equals, theirs = part.partition("=")
        if not equals or ours.strip() not in FIELDS or not theirs.strip():
            raise InputError(f"no map of fields: {part!r}; write text=body,title=headline ({', '.join(FIELDS)})")
        found[ours.strip()] = theirs.strip()
    return found


def stories_in(value: Any, depth: int = DEEPEST) -> list[Any] | None:
    """The records of an object that holds a list of them, also in an object of its own; None where it is a record itself.

    One with a title may be either: it holds records where its list begins with one.
    """
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or depth == 0 or is_by_contract(value):
        return None
    record = record_of(value)
    if first_words(record, names_of()["text"]) is not None:
        return None
    titled = first_words(record, names_of()["title"]) is not None
    for name in list_names():
        found = stories_in(value.get(name), depth - 1)
        if found is not None and (begins_with_record(found) if titled else not found or isinstance(found[0], dict)):
            told = [each for each in found if is_foreign(each)] if name == "@graph" else []
            return told or found
    return None


def begins_with_record(found: Sequence[Any]) -> bool:
    """Is the first of them a record of a story?"""
    return bool(found) and (is_foreign(found[0]) or (isinstance(found[0], dict) and is_by_contract(found[0])))


def adapted(value: Any, name: str, told: Declared = NOTHING) -> Adapted:
    """An object by the reading contract, whatever names its fields have; `name` is taken where it has none of its own."""
    if not isinstance(value, dict):
        return Adapted(value)
    record = record_of(value)
    by_contract = is_by_contract(value)
    mapped = {ours: words for ours, theirs in told.names.items() if (words := first_words(record, (theirs,), ours=ours))}
    if by_contract:
        found = {key: value[key] for key in FIELDS if key in value}
    elif mapped or is_foreign(value):
        found = {}
    else:
        return Adapted(value)
    fill(found, record)
    found |= mapped
    if not by_contract:
        found["text"] = found["text"] or first_words(record, stand_ins()) or ("" if found["title"] else None)
    if found["text"] and (not by_contract or "text" in mapped):
        found["text"] = plain(found["text"])
    if not by_contract or "url" in mapped or "url" not in value:
        found["url"] = address(found["url"])
    if not by_contract:
        found["id"] = found["id"] or found["url"] or name
        found = {key: words for key, words in found.items() if words is not None}
    strict = by_contract and "published" in value and "published" not in mapped
    return dated(found, told.order, strict=strict)


def fill(found: dict[str, Any], record: Mapping[str, Any]) -> None:
    """Fill in what a record says by the usual names."""
    names = names_of()
    for ours in FIELDS:
        if ours not in found:
            found[ours] = first_words(record, names[ours], ours=ours)


def dated(found: dict[str, Any], order: Order | None, *, strict: bool) -> Adapted:
    """The object with its date in ISO 8601; one that is none is a problem of the story, in the contract's own field only
    where it stands in figures."""
    written = found.get("published")
    if not isinstance(written, str) or (strict and not is_in_figures(written)):
        return Adapted(found)
    day = given_day(written, order)
    return Adapted(found | {"published": day.isoformat() if day else None}, () if day else (undated(written),))


def is_by_contract(value: Mapping[str, Any]) -> bool:
    """Has an object what the contract wants, in its words?"""
    return isinstance(value.get("id"), str) and isinstance(value.get("text"), str)


def is_foreign(value: Any) -> bool:
    """Is this a record of another program's making: has it fields by other names than the contract's?"""
    if not isinstance(value, dict):
        return False
    known = {name for names in names_of().values() for name in names} | {*stand_ins()}
    return any(plain_name(str(key)) in known for key in value if key not in FIELDS) or bool(held_in(value))


def held_in(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The objects in a record that hold fields of its story."""
    return [value[name] for name in record_names() if isinstance(value.get(name), dict)]


def record_of(value: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record by their plain names, with those of records in it that hold what belongs to its story."""
    inner = held_in(value)
    found: dict[str, Any] = {}
    for each in (value, *inner):
        for key, words in each.items():
            if not any(words is held for held in inner) and found.get(plain_name(str(key))) in (None, ""):
                found[plain_name(str(key))] = words
    return found


def first_words(record: Mapping[str, Any], names: Sequence[str], *, ours: str = "") -> str | None:
    """The first of these fields that says something; an outlet is rather one that is named than an address."""
    found = [words for name in names if (words := words_in(at(record, name), whole=ours == "text"))]
    if ours == "source":
        return next((words for words in found if not address(words)), None) or (host_of(found[0]) if found else None)
    if ours == "url":
        found = [words for words in [*found, words_in(record.get("source"))] if words and address(words)] or found
    return found[0] if found else None


def at(record: Mapping[str, Any], name: str) -> Any:
    """The field of this name, or for `a.b` that of a field."""
    plain_ = plain_name(name)
    if plain_ in record:
        return record[plain_]
    outer, dot, rest = name.partition(".")
    held = record.get(plain_name(outer))
    if isinstance(held, list):
        held = held[0] if held else None
    return at({plain_name(str(key)): each for key, each in held.items()}, rest) if dot and isinstance(held, dict) else None


def words_in(value: Any, *, whole: bool = False, depth: int = DEEPEST) -> str | None:
    """The words of a field: a string, a number, the words of an object, the first of a list or, for a text, all of it."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if depth == 0:
        return None
    if isinstance(value, dict):
        found = (words_in(value.get(name), whole=whole, depth=depth - 1) for name in inner_names())
        return next((words for words in found if words), None)
    if isinstance(value, list):
        parts = [words for each in value if (words := words_in(each, whole=whole, depth=depth - 1))]
        return "\n\n".join(parts) if parts and whole else next(iter(parts), None)
    return None


def host_of(url: str) -> str | None:
    """The host of an address, which names an outlet where nothing else does."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def plain(words: str) -> str:
    """The words, without markup where there is some."""
    return words_of(words) if "</" in words or "<p>" in words.lower() or "<br" in words.lower() else words

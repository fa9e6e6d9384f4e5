"""How other programs name what a story has."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.load import load

__all__ = ["Field", "inner_names", "list_names", "names_of", "plain_name", "record_names", "stand_ins"]


@dataclass(frozen=True)
class Field:
    """A field of ours and the names that others give it, the likeliest first; `instead` are names of what stands for it."""

    name: str
    names: tuple[str, ...]
    instead: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """Names of one kind of thing."""

    names: tuple[str, ...]


def plain_name(name: str) -> str:
    """A name without what does not count in it.

    >>> plain_name("date_publish") == plain_name("Date Publish") == plain_name("datePublish")
    True
    """
    return name.casefold().translate(UNCOUNTED)


UNCOUNTED = str.maketrans("", "", "_- ")


@cache
def names_of() -> Mapping[str, tuple[str, ...]]:
    """Our field -> the names of others for it."""
    return {field.name: field.names for field in load("intake/fields", "field", Field)}


@cache
def stand_ins() -> tuple[str, ...]:
    """Names of what is read where a story has no text: a summary."""
    return tuple(name for field in load("intake/fields", "field", Field) for name in field.instead)


@cache
def inner_names() -> tuple[str, ...]:
    """Under which names an object holds its words."""
    return listed("inner")


@cache
def record_names() -> tuple[str, ...]:
    """Under which names a record holds the fields of its story."""
    return listed("record")


@cache
def list_names() -> tuple[str, ...]:
    """Under which names an object holds stories."""
    return listed("list")


def listed(table: str) -> tuple[str, ...]:
    """The names of a kind."""
    return tuple(name for each in load("intake/fields", table, Names) for name in each.names)

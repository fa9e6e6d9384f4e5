"""From TOML to typed knowledge: each topic is one file of `en/`, each table an instance of one dataclass.

What a file says that its dataclass does not know is an error that names file, entry and key. A duplicate key is an
error of TOML itself. Packs of the user's own overlay the files of facts (see packs.py).
"""

import tomllib
import types
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dateline.knowledge.facts import Facts, Named, Row, Words, key_of, table_of
from dateline.knowledge.packs import packs
from dateline.model.errors import KnowledgeError

__all__ = ["load", "package_tables", "tables", "typed", "written_in"]

T = TypeVar("T")


@cache
def package_tables(topic: str) -> dict[str, Any]:
    """The raw tables of `en/TOPIC.toml`, as the package brings them; nobody changes them."""
    try:
        source = files("dateline.knowledge").joinpath("en", f"{topic}.toml").read_text(encoding="utf-8")
        return tomllib.loads(source)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"knowledge/en/{topic}.toml: {error}") from error


def tables(topic: str) -> dict[str, Any]:
    """The raw tables of `en/TOPIC.toml`, with what the packs in use say of them."""
    found = package_tables(topic)
    for pack in packs():
        found = pack.over(topic, found)
    return found


def load(topic: str, table: str, kind: type[T]) -> tuple[T, ...]:
    """All `[[table]]` entries of `en/TOPIC.toml` as instances of the frozen dataclass `kind`, in file order.

    Field types understood: str, int, float, bool, date, Literal, X | None, tuple[X, ...], dict[str, X], and dataclasses
    of these. A field `until: date` may be written as a TOML date, `from` is the field `from_` (a Python keyword).
    """
    return typed(topic, table, kind, tables(topic))


def typed(topic: str, table: str, kind: type[T], given: dict[str, Any]) -> tuple[T, ...]:
    """The same of tables that are read already."""
    return tuple(
        build(kind, row, row.origin if isinstance(row, Row) else f"knowledge/en/{topic}.toml [[{table}]] {number}")
        for number, row in enumerate(given.get(table, []), 1)
    )


def written_in(topic: str, table: str, *key: str) -> str:
    """The file that says something of an entry or of an item of a list: the last pack's that does, else the package's."""
    facts = table_of(topic, table, topic)
    for pack in reversed(packs()):
        if tells_of(facts, pack.topics.get(topic, {}).get(table), key):
            return str(pack.file(topic))
    return f"knowledge/en/{topic}.toml"


def tells_of(facts: Facts, given: Any, key: tuple[str, ...]) -> bool:
    """Does a table of a pack say something of it?"""
    if not given:
        return False
    if isinstance(facts, Words):
        return key[0] in map(facts.line, given)
    if isinstance(facts, Named):
        return key[0] in given and (len(key) == 1 or key[1] in map(facts.line, given[key[0]]))
    entry, rest = key[: len(facts.key)], key[len(facts.key) :]
    rows = [row for row in given if isinstance(row, dict) and key_of(facts, row) == entry]
    lines = {line(each) for row in rows for name, line in facts.lines.items() for each in row.get(name, [])}
    return bool(rows) and lines.issuperset(rest)


@cache
def shape(kind: Any) -> dict[str, tuple[str, Any, bool]]:
    """TOML key -> (field name, type, required) of a dataclass."""
    hints = get_type_hints(kind)
    return {
        field.name.rstrip("_"): (field.name, hints[field.name], field.default is MISSING and field.default_factory is MISSING)
        for field in fields(kind)
    }


def build(kind: type[T], row: Any, where: str) -> T:
    """One instance of `kind` from one TOML table."""
    if not isinstance(row, dict):
        raise KnowledgeError(f"{where}: a table is wanted, not {row!r}")
    label = row.get("name") or row.get("id")
    where = f"{where} ({label})" if label else where
    known = shape(cast(Any, kind))
    if unknown := sorted(set(row) - set(known)):
        raise KnowledgeError(f"{where}: unknown key {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    if missing := sorted(key for key, (_, _, required) in known.items() if required and key not in row):
        raise KnowledgeError(f"{where}: {', '.join(missing)} missing")
    return kind(**{known[key][0]: convert(known[key][1], value, f"{where}, {key}") for key, value in row.items()})


def convert(wanted: Any, value: Any, where: str) -> Any:
    """`value` as TOML gives it, checked against the type `wanted`."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if wanted is Any or (wanted in (str, int, bool, date) and type(value) is wanted):
        return value
    if origin in (Union, types.UnionType):
        return convert_either([option for option in arguments if option is not type(None)], value, where)
    if origin is tuple and isinstance(value, list):
        return tuple(convert(arguments[0], item, where) for item in value)
    if origin is dict and isinstance(value, dict):
        return {key: convert(arguments[1], item, where) for key, item in value.items()}
    if origin is Literal and value in arguments:
        return value
    if wanted is float and type(value) in (int, float):
        return float(value)
    if hasattr(wanted, "__dataclass_fields__"):
        return build(wanted, value, where)
    options = f"none of {', '.join(map(str, arguments))}" if origin is Literal else f"not of type {name_of(wanted)}"
    raise KnowledgeError(f"{where}: {value!r} is {options}")


def convert_either(options: list[Any], value: Any, where: str) -> Any:
    """`value` as the first of the types that takes it; the last one's complaint where none does."""
    for option in options[:-1]:
        try:
            return convert(option, value, where)
        except KnowledgeError:
            continue
    return convert(options[-1], value, where)


def name_of(wanted: Any) -> str:
    """What a type is called in a message."""
    return str(getattr(wanted, "__name__", wanted))

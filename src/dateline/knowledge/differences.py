"""What a pack changes of what is known without it, entry by entry."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dateline.knowledge.atlas import lines_of
from dateline.knowledge.check import overlaid
from dateline.knowledge.facts import Entries, Named, key_of, table_of
from dateline.knowledge.packs import TABLE, Pack

__all__ = ["Difference", "differences"]

Sign = Literal["+", "~", "-"]


@dataclass(frozen=True)
class Difference:
    """An entry that is added (`+`), changed (`~`) or taken out (`-`), the file that does so, and how."""

    sign: Sign
    file: str
    entry: str
    how: str = ""


def differences(pack: Pack, below: Sequence[Pack] = ()) -> Iterator[Difference]:
    """What a pack changes of the package and the packs below it."""
    for topic, given in pack.topics.items():
        file = str(pack.file(topic))
        before = overlaid(topic, below)
        after = pack.over(topic, before)
        for table in (name for name in given if name != "as_of"):
            facts = table_of(topic, table, file)
            old, new = before.get(table, []), after.get(table, [])
            if isinstance(facts, Entries):
                yield from compared(by_key(facts, old), by_key(facts, new), file, table)
            elif isinstance(facts, Named):
                yield from compared(dict(old or {}), dict(new), file, table)
            elif how := of_lists(old, new):
                yield Difference("~", file, table, how)
    for name, rest in lines_of(pack):
        yield Difference("-" if rest.endswith("\tremove") else "+", str(pack.folder / TABLE), f"town {name}")


def by_key(facts: Entries, rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Entries by what they are known by."""
    return {" ".join(key_of(facts, row) or ()): row for row in rows}


def compared(old: Mapping[str, Any], new: Mapping[str, Any], file: str, table: str) -> Iterator[Difference]:
    """The entries of a table that are not the same before and after."""
    for key in dict.fromkeys((*old, *new)):
        if key not in new:
            yield Difference("-", file, f"{table} {key}")
        elif key not in old:
            yield Difference("+", file, f"{table} {key}", shown(new[key]))
        elif how := of_values(old[key], new[key]):
            yield Difference("~", file, f"{table} {key}", how)


def of_values(old: Any, new: Any) -> str:
    """How a value changed; empty where it did not."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        parts = [(name, of_values(old.get(name), new.get(name))) for name in dict.fromkeys((*old, *new))]
        return "; ".join(f"{name} {how}" for name, how in parts if how)
    if isinstance(old, list | None) and isinstance(new, list):
        return of_lists(old or [], new)
    return "" if old == new else shown(new) if old is None else f"{shown(old)} -> {shown(new)}"


def of_lists(old: Sequence[Any], new: Sequence[Any]) -> str:
    """What came to a list, and what went."""
    came = [f"+ {shown(item)}" for item in new if item not in old]
    return ", ".join(came + [f"- {shown(item)}" for item in old if item not in new])


def shown(value: Any) -> str:
    """A value as a line shows it."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {shown(each)}" for name, each in value.items())
    return ", ".join(map(shown, value)) if isinstance(value, list) else str(value)

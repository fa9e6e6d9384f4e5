"""The facts that a pack may add, change or take out, and how they are merged with those of the package. Rules are none."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dateline.knowledge.lines import Known, city_of, plain, province_of, region_of, term_days, term_of, term_table
from dateline.model.errors import KnowledgeError

__all__ = ["FACTS", "Entries", "Facts", "Named", "Row", "Words", "key_of", "merged", "table_of"]


@dataclass(frozen=True)
class Entries:
    """Tables, each known by some of its keys. `lines` tells what items of its lists are known by, where not by themselves.

    What has a `checked` of its own takes the `as_of` of its file where it gives none.
    """

    key: tuple[str, ...]
    lines: Mapping[str, Known] = field(default_factory=dict)
    checked: bool = False


@dataclass(frozen=True)
class Named:
    """A table of names, each with words, a day or a list of lines."""

    kind: type
    line: Known = plain


@dataclass(frozen=True)
class Words:
    """A list of lines."""

    line: Known = plain


Facts = Entries | Named | Words

FACTS: dict[str, dict[str, Facts]] = {
    "parties/states": {"state": Entries(("id",), checked=True)},
    "parties/bodies": {"body": Entries(("id",), checked=True)},
    "parties/groups": {"group": Entries(("id",), checked=True)},
    "parties/holders": {"office": Entries(("party", "title"), {"holders": term_of}, checked=True)},
    "parties/people": {"names": Named(list), "short": Named(str), "wikidata": Named(str), "careful": Words()},
    "places/cities": {"cities": Named(list, city_of)},
    "places/towns": {"town": Entries(("name", "country"), checked=True)},
    "places/places": {
        "blockers": Words(), "careful": Words(), "wide": Words(region_of), "rivers": Words(region_of),
        "lakes": Words(region_of), "regions": Named(list, region_of), "wikidata": Named(str),
    },
    "places/points": {"states": Named(str)},
    "places/provinces": {"*": Words(province_of)},
    "meetings/venues": {"venue": Entries(("name",))},
    "intake/wires": {"wire": Entries(("name",))},
    "dating/births": {"births": Named(date)},
    "dating/editions": {"independence": Named(date)},
    "dating/happenings": {"happening": Entries(("names",))},
    "dating/things": {"thing": Entries(("names",))},
}  # fmt: skip
"""Every file of facts with its tables; `*` stands for the code of any state."""

FORMS: dict[Known, str] = {
    term_of: "neither 'NAME FROM/UNTIL' nor a table with name and from",
    city_of: "not 'NAME LATITUDE LONGITUDE'",
    province_of: "not 'CODE NAME LATITUDE LONGITUDE QID'",
    region_of: "neither 'NAME LATITUDE LONGITUDE' nor a name",
    plain: "no words",
}

STATE = re.compile(r"[A-Z]{3}")


class Row(dict[str, Any]):
    """An entry that a pack gives or changes; `origin` is where it stands."""

    origin: str = ""


def table_of(topic: str, name: str, where: str) -> Facts:
    """The table of facts of that name."""
    known = FACTS[topic]
    if found := known.get(name) or (known.get("*") if STATE.fullmatch(name) else None):
        return found
    options = ", ".join("the code of a state" if each == "*" else each for each in ("as_of", *known))
    raise KnowledgeError(f"{where}: unknown key {name}; facts of {topic} are {options}, and rules are the package's")


def merged(topic: str, base: Mapping[str, Any], given: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The tables of a file with what a pack says of them; neither is changed."""
    result, checked = dict(base), given.get("as_of")
    if checked is not None and type(checked) is not date:
        raise KnowledgeError(f"{where}, as_of: a day is wanted (as_of = 2026-03-31), not {checked!r}")
    for name, value in given.items():
        if name == "as_of":
            continue
        facts, old = table_of(topic, name, where), base.get(name)
        if isinstance(facts, Entries):
            result[name] = merged_entries(facts, old or [], value, f"{where} [[{name}]]", checked)
        elif isinstance(facts, Named):
            result[name] = merged_names(facts, old or {}, value, f"{where} [{name}]")
        else:
            result[name] = merged_items(facts.line, old or [], value, f"{where}, {name}")
    return result


def key_of(facts: Entries, row: Mapping[str, Any]) -> tuple[str, ...] | None:
    """What an entry is known by; None where it does not say."""
    values = [row.get(name) for name in facts.key]
    words: list[Any] = [value[0] if isinstance(value, list) and value else value for value in values]
    return tuple(words) if all(isinstance(each, str) and each.strip() for each in words) else None


def merged_entries(facts: Entries, old: Sequence[Any], new: Any, where: str, checked: date | None) -> list[Any]:
    """The entries with those of a pack: new ones behind, known ones changed in their place."""
    if not isinstance(new, list):
        raise KnowledgeError(f"{where}: entries are wanted, each under {where.rpartition(' ')[2]}, not {new!r:.60}")
    rows: list[Any] = list(old)
    places: dict[tuple[str, ...] | None, int] = {}
    for number, row in enumerate(rows):
        places.setdefault(key_of(facts, row), number)
    for number, row in enumerate(new, 1):
        key = key_of(facts, row) if isinstance(row, dict) else None
        if key is None:
            raise KnowledgeError(f"{where} {number}: {' and '.join(facts.key)} missing, by which an entry is known")
        here = f"{where} {number} ({' '.join(key)})"
        if "remove" in row:
            rows[taken_out(row, key, places, here)] = None
            continue
        before = rows[places[key]] if key in places else {}
        after = Row(merged_row(facts, before, dated(facts, row, checked), here))
        after.origin = f"{where} {number}"
        if key in places:
            rows[places[key]] = after
        else:
            places[key] = len(rows)
            rows.append(after)
    return [row for row in rows if row is not None]


def dated(facts: Entries, row: Mapping[str, Any], day: date | None) -> Mapping[str, Any]:
    """An entry with the day as of which its file holds; terms have it each, so that those known before keep their own."""
    if not facts.checked or not day or "checked" in row:
        return row
    if not facts.lines:
        return {**row, "checked": day}
    return {name: dated_terms(value, day) if name in facts.lines else value for name, value in row.items()}


def dated_terms(given: Any, day: date) -> Any:
    """The terms of a list as tables with the day; whatever is none stays as it is, to be refused."""
    if not isinstance(given, list):
        return given
    return [{"checked": day} | term_table(each) if term_of(each) else each for each in given]


def taken_out(row: Mapping[str, Any], key: tuple[str, ...], places: dict[tuple[str, ...] | None, int], where: str) -> int:
    """The place of an entry that a pack takes out."""
    if row["remove"] is not True:
        raise KnowledgeError(f"{where}, remove: write remove = true, or leave it out, not {row['remove']!r}")
    if key not in places:
        raise KnowledgeError(f"{where}, remove: nothing is known by that, so that nothing can be taken out")
    return places.pop(key)


def merged_row(facts: Entries, old: Mapping[str, Any], new: Mapping[str, Any], where: str) -> dict[str, Any]:
    """One entry with what a pack says of it: lists and tables are added to, other keys take the place of the old."""
    result = dict(old)
    for name, value in new.items():
        before = old.get(name)
        if isinstance(value, list) and name not in facts.key:
            result[name] = merged_items(facts.lines.get(name, plain), before or [], value, f"{where}, {name}")
        elif isinstance(value, dict) and isinstance(before, dict):
            result[name] = before | value
        else:
            result[name] = value
    return result


def merged_names(facts: Named, old: Mapping[str, Any], new: Any, where: str) -> dict[str, Any]:
    """A table of names with those of a pack."""
    if not isinstance(new, dict):
        raise KnowledgeError(f"{where}: a table of names is wanted, not {new!r:.60}")
    result = dict(old)
    for name, value in new.items():
        here = f"{where} {name}"
        if isinstance(value, dict) and value.keys() == {"remove"}:
            taken_out(value, (name,), {(each,): 0 for each in result}, here)
            del result[name]
        elif facts.kind is list:
            result[name] = merged_items(facts.line, result.get(name, []), value, here)
        elif type(value) is not facts.kind:
            raise KnowledgeError(f"{here}: {value!r:.60} is not of type {facts.kind.__name__}")
        else:
            result[name] = value
    return result


def merged_items(line: Known, old: Sequence[Any], new: Any, where: str) -> list[Any]:
    """A list with the items of a pack: what is known already takes its place; `remove = true` beside a `name` takes out."""
    if not isinstance(new, list):
        raise KnowledgeError(f"{where}: a list is wanted, not {new!r:.60}")
    items = list(old)
    for item in new:
        if isinstance(item, dict) and "remove" in item:
            items = without(line, items, item, where)
        elif (known := line(item)) is None:
            raise KnowledgeError(f"{where}: {item!r:.80} is {FORMS[line]}")
        else:
            same = [number for number, each in enumerate(items) if line(each) == known]
            place = place_of_term(items, same, item, where) if line is term_of else next(iter(same), None)
            if place is None:
                items.append(item)
            else:
                items[place] = item
    return items


def place_of_term(items: Sequence[Any], same: Sequence[int], item: Any, where: str) -> int | None:
    """Which of a person's terms that began in one year is meant: the one from the same day, else the only one about then."""
    since, until = term_days(item)
    days = {number: term_days(items[number]) for number in same}
    found = [number for number in same if days[number][0] == since]
    found = found or [number for number in same if days[number][0] <= until and since <= days[number][1]]
    if len(found) > 1:
        known = " and ".join(repr(items[number]) for number in found)
        raise KnowledgeError(f"{where}: {item!r:.80} may be {known}; write the day on which the term began as it is known")
    return next(iter(found), None)


def without(line: Known, items: Sequence[Any], item: Mapping[str, Any], where: str) -> list[Any]:
    """The items but for those that are called so: the whole line, or the name with which it begins."""
    name = item.get("name")
    if item["remove"] is not True or not isinstance(name, str):
        raise KnowledgeError(f"{where}: {dict(item)!r:.80} does not say what to take out; write {{ name = …, remove = true }}")
    kept = [each for each in items if not is_called(line, each, name)]
    if len(kept) == len(items):
        raise KnowledgeError(f"{where}: {name!r} is not there, so that it cannot be taken out")
    return kept


def is_called(line: Known, item: Any, name: str) -> bool:
    """Is the item that line, or what it is known by, or of that person?"""
    known = line(item)
    return name in (item, known) or (line is term_of and known is not None and known.rpartition(" ")[0] == name)

"""Propose facts for review: `python scripts/propose_facts.py DUMP --offices OFFICES --as-of 2026-05-14 --out PACK`.

DUMP is an offline dump of Wikidata, an entity a line as JSON (brackets and commas of the whole dump may stay), or `-`.
OFFICES is a TOML file that says which of its positions are which offices, each a line `Q11696 = { party = "USA", title =
"president" }` under `[offices]`.
Nothing is taken over: what is not known yet is written as a pack, each entry with its source and the day of the dump, to be
read with `dateline knowledge diff PACK` and moved by hand into the files of the package or of a pack of one's own.
"""

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from dateline.knowledge.lines import bound
from dateline.knowledge.parties import bodies, groups, holders, people, states

POSITION, START, END, KIND, COUNTRY = "P39", "P580", "P582", "P31", "P17"
PARTY = "Q7278"
YEAR, MONTH = 9, 10
"""Wikidata's precisions; what is coarser than a year is no fact of ours."""


Office = tuple[str, str]
"""A party and a title."""


@dataclass(frozen=True)
class Term:
    """A term that the dump gives; `sure` where both its days are known as days."""

    office: Office
    name: str
    wikidata: str
    from_: date
    until: date | None
    sure: bool


@dataclass(frozen=True)
class Group:
    """A political party that the dump gives."""

    name: str
    wikidata: str
    of: str


def entities(lines: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """The entities of a dump."""
    for line in lines:
        text = line.strip().rstrip(",")
        if text not in ("", "[", "]"):
            yield json.loads(text)


def english(entity: Mapping[str, Any]) -> str | None:
    """The English name of an entity."""
    name = entity.get("labels", {}).get("en", {}).get("value")
    return name if isinstance(name, str) else None


def values(statements: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    """The values that statements or qualifiers give, without those that are unknown."""
    for each in statements:
        snak = each.get("mainsnak", each)
        if each.get("rank") != "deprecated" and snak.get("snaktype") == "value":
            yield snak["datavalue"]["value"]


def day_of(qualifiers: Mapping[str, Any], name: str, *, last: bool) -> tuple[date, bool] | None:
    """The day of a qualifier and whether the day itself is known; of a year its first or last."""
    for value in values(qualifiers.get(name, [])):
        if value["time"].startswith("+") and value["precision"] >= YEAR:
            parts = value["time"][1:11].split("-")[: value["precision"] - YEAR + 1]
            return bound("-".join(parts), last=last), value["precision"] > MONTH
    return None


def terms_in(entity: Mapping[str, Any], offices: Mapping[str, Office]) -> Iterator[Term]:
    """The terms of a person in the offices that are wanted, but for one without a beginning or that ended nobody knows when."""
    name = english(entity)
    for statement in entity.get("claims", {}).get(POSITION, []) if name else ():
        for value in values([statement]):
            qualifiers = statement.get("qualifiers", {})
            since, until = day_of(qualifiers, START, last=False), day_of(qualifiers, END, last=True)
            ended = END in qualifiers and until is None
            if name and since and not ended and value["id"] in offices:
                sure = since[1] and (until is None or until[1])
                yield Term(offices[value["id"]], name, entity["id"], since[0], until[0] if until else None, sure)


def groups_in(entity: Mapping[str, Any], countries: Mapping[str, str]) -> Iterator[Group]:
    """The entity as a political party, where it is one of a single state that is known."""
    claims, name = entity.get("claims", {}), english(entity)
    of = {countries[value["id"]] for value in values(claims.get(COUNTRY, [])) if value["id"] in countries}
    if name and len(of) == 1 and any(value["id"] == PARTY for value in values(claims.get(KIND, []))):
        yield Group(name, entity["id"], of.pop())


def is_known(term: Term) -> bool:
    """Do we have a term of that person in that office that began within a year of it, and ended as this one did?"""
    ids = people().wikidata
    return any(
        (held.party, held.office) == term.office
        and (ids.get(held.person) == term.wikidata or term.name in (held.person, *held.aliases))
        and abs((held.from_ - term.from_).days) <= 366
        and (held.until is None) == (term.until is None)
        for held in holders()
    )


def listed_name(term: Term) -> Term:
    """The term under the name by which the person is known already."""
    return replace(term, name=next((name for name, id_ in people().wikidata.items() if id_ == term.wikidata), term.name))


def as_toml(terms: Iterable[Term], as_of: date) -> str:
    """Offices with their terms, in the order of the offices and of time."""
    found = sorted(terms, key=lambda term: (term.office, term.from_, term.wikidata))
    blocks = []
    for office in dict.fromkeys(term.office for term in found):
        party, title = office
        rows = "".join(f"  {row(term, as_of)}\n" for term in found if term.office == office)
        blocks.append(f"[[office]]\nparty = {quoted(party)}\ntitle = {quoted(title)}\nholders = [\n{rows}]\n")
    return "\n".join(blocks)


def row(term: Term, as_of: date) -> str:
    """A term as a table on one line; where a day is not known as a day, the line says so."""
    until = f", until = {term.until}" if term.until else ""
    said = f"name = {quoted(term.name)}, from = {term.from_}{until}, wikidata = {quoted(term.wikidata)}"
    doubt = "" if term.sure else " # not every day is known"
    return f"{{ {said}, source = {quoted(f'Wikidata {term.wikidata}')}, checked = {as_of} }},{doubt}"


def groups_toml(found: Iterable[Group], as_of: date) -> str:
    """Parties as entries; where several or another party of ours bear a name, the id has the state behind it."""
    found = list(found)
    ours = [*(each.id for each in states()), *(each.id for each in bodies()), *(each.id for each in groups())]
    taken = Counter([*(each.name for each in found), *ours])
    named = {state.id: state.name for state in states()}
    ids = {each: f"{each.name} ({named[each.of]})" if taken[each.name] > 1 else each.name for each in found}
    return "\n".join(
        f"[[group]]\nid = {quoted(ids[each])}\nname = {quoted(each.name)}\nof = {quoted(each.of)}\n"
        f'sectors = ["PTY"]\nwikidata = {quoted(each.wikidata)}\nsource = {quoted(f"Wikidata {each.wikidata}")}\n'
        f"checked = {as_of}\n"
        for each in sorted(found, key=lambda each: (each.of, each.name))
    )


def quoted(words: str) -> str:
    """Words as a TOML string."""
    return json.dumps(words, ensure_ascii=False)


def propose(lines: Iterable[str], offices: Mapping[str, Office], as_of: date) -> dict[str, str]:
    """The files of a pack with what the dump has and we do not."""
    countries = {state.wikidata: state.id for state in states() if state.wikidata and state.until is None}
    named = {(group.of, name.casefold()) for group in groups() for name in (group.id, group.name, *group.names)}
    ids = {group.wikidata for group in groups()}
    terms: list[Term] = []
    parties: dict[str, Group] = {}
    for entity in entities(lines):
        terms += [listed_name(term) for term in terms_in(entity, offices) if not is_known(term)]
        for group in groups_in(entity, countries):
            if group.wikidata not in ids and (group.of, group.name.casefold()) not in named:
                parties.setdefault(group.wikidata, group)
    files = {"parties/holders.toml": as_toml(terms, as_of), "parties/groups.toml": groups_toml(parties.values(), as_of)}
    return {name: text for name, text in files.items() if text}


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", help="a file of JSON lines, or - for standard input")
    parser.add_argument("--offices", type=Path, required=True, help="which positions are which offices, as TOML")
    parser.add_argument("--as-of", type=date.fromisoformat, required=True, help="the day of the dump")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the pack")
    given = parser.parse_args()
    table = tomllib.loads(given.offices.read_text(encoding="utf-8"))["offices"]
    offices = {position: (office["party"], office["title"]) for position, office in table.items()}
    if given.dump == "-":
        files = propose(sys.stdin, offices, given.as_of)
    else:
        with Path(given.dump).open(encoding="utf-8") as lines:
            files = propose(lines, offices, given.as_of)
    for name, text in files.items():
        (given.out / name).parent.mkdir(parents=True, exist_ok=True)
        (given.out / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

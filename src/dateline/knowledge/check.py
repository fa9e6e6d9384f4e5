"""Are packs sound? Every entry is built, and every party, member and country that it names is looked up."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.knowledge.atlas import lines_of
from dateline.knowledge.dating import Thing
from dateline.knowledge.facts import FACTS, STATE, Entries, key_of
from dateline.knowledge.load import package_tables, typed
from dateline.knowledge.meetings import Venue
from dateline.knowledge.packs import Pack
from dateline.knowledge.parties import Body, Group, Office, State
from dateline.knowledge.places import Town
from dateline.knowledge.wires import Wire
from dateline.model.errors import KnowledgeError

__all__ = ["KINDS", "check", "clashes", "overlaid", "where_named"]

KINDS: dict[tuple[str, str], type] = {
    ("parties/states", "state"): State,
    ("parties/bodies", "body"): Body,
    ("parties/groups", "group"): Group,
    ("parties/holders", "office"): Office,
    ("places/towns", "town"): Town,
    ("meetings/venues", "venue"): Venue,
    ("intake/wires", "wire"): Wire,
    ("dating/happenings", "happening"): Thing,
    ("dating/things", "thing"): Thing,
}
"""What the entries of each table are."""

PARTIES = (("parties/states", "state"), ("parties/bodies", "body"), ("parties/groups", "group"))


def check(packs: Sequence[Pack]) -> None:
    """Refuse packs that say what is no fact, or name what nobody knows; the error names file, entry and key."""
    if not packs:
        return
    for topic in dict.fromkeys(topic for pack in packs for topic in pack.topics):
        tables = overlaid(topic, packs)
        for table, kind in ((table, kind) for (name, table), kind in KINDS.items() if name == topic):
            typed(topic, table, kind, tables)
    ids = {table: {row["id"] for row in overlaid(topic, packs)[table]} for topic, table in PARTIES}
    parties = set().union(*ids.values())
    for pack in packs:
        for where, key, value in named_parties(pack):
            if value not in parties:
                raise KnowledgeError(f"{where}, {key}: nobody has the id {value!r}; a pack may add it to its parties")
        for where, value in named_countries(pack):
            if value not in ids["state"]:
                raise KnowledgeError(f"{where}: no state has the code {value!r}; write that of ISO 3166-1 alpha-3 (NOR)")
        for _ in lines_of(pack):
            pass


def overlaid(topic: str, packs: Sequence[Pack]) -> dict[str, Any]:
    """The tables of a topic with what these packs say of them."""
    tables = package_tables(topic)
    for pack in packs:
        tables = pack.over(topic, tables)
    return tables


def rows_of(pack: Pack, topic: str, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The entries of a table in a pack, each with where it stands."""
    facts = FACTS[topic][table]
    for number, row in enumerate(pack.topics.get(topic, {}).get(table, []), 1):
        if isinstance(facts, Entries) and "remove" not in row:
            yield where_named(pack, topic, table, number, key_of(facts, row)), row


def where_named(pack: Pack, topic: str, table: str, number: int, key: tuple[str, ...] | None) -> str:
    """File and entry, as errors name them."""
    return f"{pack.file(topic)} [[{table}]] {number} ({' '.join(key or ())})"


def named_parties(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """(where, key, id) of every party that an entry names."""
    for topic, table in (*PARTIES, ("parties/holders", "office")):
        for where, row in rows_of(pack, topic, table):
            named = [("of", row.get("of")), ("party", row.get("party"))]
            named += [("heirs", heir) for heir in row.get("heirs", [])]
            named += [("members", member) for member in row.get("members", "").split()]
            named += [(key, member) for key in ("joined", "left") for member in row.get(key, {})]
            yield from ((where, key, id_) for key, id_ in named if id_)


def named_countries(pack: Pack) -> Iterator[tuple[str, str]]:
    """(where, code) of every state that a place is said to lie in."""
    yield from ((f"{where}, country", row["country"]) for where, row in rows_of(pack, "places/towns", "town"))
    for topic, table in (("places/cities", "cities"), ("places/places", "regions")):
        for code in pack.topics.get(topic, {}).get(table, {}):
            yield f"{pack.file(topic)} [{table}]", code
    for code in pack.topics.get("places/provinces", {}):
        if STATE.fullmatch(code):
            yield str(pack.file("places/provinces")), code


def clashes(packs: Sequence[Pack]) -> Iterator[str]:
    """What may be meant, and may be a slip: names and Wikidata ids that a pack gives to a party and another bears already."""
    bearers: dict[str, list[tuple[str, str]]] = {}
    for topic, table in PARTIES:
        for row in overlaid(topic, packs)[table]:
            if "until" not in row:
                for word in (row["name"], *row.get("names", []), row.get("wikidata")):
                    bearers.setdefault(word, []).append((row["id"], getattr(row, "origin", "")))
    for word, found in bearers.items():
        given = [each for each in found if each[1]]
        others = sorted({id_ for id_, _ in found} - {id_ for id_, _ in given[-1:]})
        if word and given and others:
            yield f"{given[-1][1]}: {word!r} is also that of {', '.join(others)}"

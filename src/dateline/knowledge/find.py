"""What is known of a name: the parties, terms of office and places that bear it, each with its source and its file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dateline.knowledge.atlas import cities_called, lines_of, plain_name
from dateline.knowledge.freshness import as_of
from dateline.knowledge.lines import bound
from dateline.knowledge.load import written_in
from dateline.knowledge.packs import TABLE, packs
from dateline.knowledge.parties import Body, Group, State, bodies, groups, holders, people, states
from dateline.knowledge.places import KnownPlace, places, towns

__all__ = ["Fact", "facts_of"]

MOST = 20
"""So many facts are told of names that only hold the words."""


@dataclass(frozen=True)
class Fact:
    """Something known: what kind of thing, its id, its name and the others, what is said of it and for which days.

    `checked` is the day as of which that holds; `source` what it was taken from, `file` where it stands.
    """

    kind: str
    id: str
    name: str
    says: str
    file: str
    names: tuple[str, ...] = ()
    from_: date | None = None
    until: date | None = None
    wikidata: str | None = None
    source: str | None = None
    checked: date | None = None


def facts_of(words: str) -> list[Fact]:
    """The facts whose name, other names or id are these words; where there are none, a few whose names hold them."""
    wanted = plain_name(words)
    known = [*parties(), *terms(), *named_places(), *towns_called(words)]
    called = [fact for fact in known if wanted in {plain_name(name) for name in (fact.id, fact.name, *fact.names)}]
    return called or [fact for fact in known if holds(fact, wanted)][:MOST]


def holds(fact: Fact, wanted: str) -> bool:
    """Do the words stand in one of its names?"""
    return any(f" {wanted} " in f" {plain_name(name)} " for name in (fact.name, *fact.names))


def parties() -> Iterator[Fact]:
    """States, bodies and groups."""
    for state in states():
        yield party("state", state, "state", (*state.names, *state.adjectives, *state.capitals), state.from_, state.until)
    for body in bodies():
        since = bound(body.founded, last=False) if body.founded else None
        yield party("body", body, told(body.kind, body.of, body.member_ids), body.names, since, body.ended)
    for group in groups():
        yield party("group", group, told("group", group.of), (*group.names, *group.adjectives))


def party(table: str, entry: State | Body | Group, says: str, names: Iterable[str], *days: date | None) -> Fact:
    """A party as a fact, with the first and last day of its life."""
    topic = {"state": "parties/states", "body": "parties/bodies", "group": "parties/groups"}[table]
    since, until = days or (None, None)
    return Fact(
        table, entry.id, entry.name, says, written_in(topic, table, entry.id), tuple(names), since, until,
        entry.wikidata, entry.source, entry.checked or as_of(topic),
    )  # fmt: skip


def told(kind: str, of: str | None, members: tuple[str, ...] = ()) -> str:
    """What a party is."""
    return kind + (f" of {of}" if of else "") + (f", members {' '.join(members)}" if members else "")


def terms() -> Iterator[Fact]:
    """Terms of office."""
    ids = people().wikidata
    for term in holders():
        says = f"{term.office} of {term.party}"
        file = written_in("parties/holders", "office", term.party, term.office, f"{term.person} {term.from_.year}")
        checked = term.checked or as_of("parties/holders")
        yield Fact(
            "holder", term.person, term.person, says, file, term.aliases,
            term.from_, term.until, ids.get(term.person), term.source, checked,
        )  # fmt: skip


def named_places() -> Iterator[Fact]:
    """Places that are known by hand."""
    for place in places():
        topic = file_of_place(place)
        says = f"{place.feature}{f' in {place.country}' if place.country else ''}{at(place.lat, place.lon)}"
        yield Fact("place", place.key, place.name, says, topic, place.names, wikidata=place.wikidata)


def file_of_place(place: KnownPlace) -> str:
    """Where a place stands."""
    country = place.country or ""
    if place.feature == "ADM1":
        return written_in("places/provinces", country, place.admin1 or "")
    if place.feature in ("PPL", "PPLC"):
        is_town = any((town.name, town.country) == (place.name, country) for town in towns())
        return (
            written_in("places/towns", "town", place.name, country)
            if is_town
            else written_in("places/cities", "cities", country, place.name)
        )
    if country:
        return written_in("places/places", "regions", country, place.name)
    return written_in("places/places", {"STM": "rivers", "LK": "lakes"}.get(place.feature, "wide"), place.name)


def towns_called(words: str) -> Iterator[Fact]:
    """Towns of the table."""
    given = {rest.partition("\t")[0]: str(pack.folder / TABLE) for pack in packs() for _, rest in lines_of(pack)}
    for city in cities_called(words):
        says = f"town in {city.country}{at(city.lat, city.lon)}, {city.people:,} people"
        file = given.get(city.id.removeprefix("geonames:"), "knowledge/cities.tsv.gz")
        yield Fact("town", city.id, city.name, says, file, (words,), checked=as_of("places/towns"))


def at(lat: float | None, lon: float | None) -> str:
    """Degrees, where they are known."""
    return f" at {lat:.2f} {lon:.2f}" if lat is not None and lon is not None else ""

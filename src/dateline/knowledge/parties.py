"""What is known of parties: states, bodies, groups, persons and the offices they held."""

import re
from calendar import monthrange
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any

from dateline.knowledge.load import load, tables
from dateline.model.errors import KnowledgeError
from dateline.model.party import PartyKind

__all__ = [
    "Body",
    "Example",
    "Group",
    "Holder",
    "Office",
    "PartyRule",
    "People",
    "State",
    "Titles",
    "bodies",
    "groups",
    "holders",
    "offices",
    "party_rules",
    "people",
    "states",
    "terms",
    "titles",
]


@dataclass(frozen=True)
class State:
    """A state: its names, adjectives, nouns for its people, capitals and seats of power; `heirs` followed a former one.

    `descriptions` are nouns that mean it once the story names it ("the North"). `parted` begins its names from before it
    was united ("West Germany"), as which it has another Wikidata id.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    wikidata: str | None = None
    from_: date | None = None
    until: date | None = None
    heirs: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    parted: str | None = None
    parted_wikidata: str | None = None

    @property
    def nouns(self) -> tuple[str, ...]:
        """Words for its people: those given, and the plurals of its adjectives."""
        regular = (f"{word}s" for word in self.adjectives if not word.endswith(("sh", "ch", "s", "ese", ".", "Swiss")))
        return (*self.people, *(word for word in regular if not word.isupper()))


@dataclass(frozen=True)
class Body:
    """An international body, a standing forum, an organ of either or of a state, or a company or outlet in the news.

    `descriptions` are nouns that mean it once it is named ("the bloc"), `sure` ones need no such name.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: PartyKind = "organisation"
    of: str | None = None
    forum: bool = False
    members: str = ""
    descriptions: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    seat: str | None = None
    founded: str | None = None
    until: str | None = None
    wikidata: str | None = None
    sectors: tuple[str, ...] = ()

    @property
    def ended(self) -> date | None:
        """The last day of its life, None while it lives."""
        return bound(self.until, last=True) if self.until else None

    @property
    def member_ids(self) -> tuple[str, ...]:
        """Ids of its members, where the list is known."""
        return tuple(self.members.split())


@dataclass(frozen=True)
class Group:
    """An armed or political group, or a territory that nobody recognises; `of` is the state it belongs to.

    `capitals` are words that mean it only where they act, as those of a state do ("the west").
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    of: str | None = None
    wikidata: str | None = None
    sectors: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Office:
    """An office of a party, other words for it, and those who held it, each as "NAME FROM/UNTIL"."""

    party: str
    title: str
    holders: tuple[str, ...]
    also: tuple[str, ...] = ()
    single: bool = True


@dataclass(frozen=True)
class Holder:
    """One term of office: `from_` and `until` are the first and last day it may have covered, None where open."""

    person: str
    aliases: tuple[str, ...]
    office: str
    party: str
    from_: date
    until: date | None
    also: tuple[str, ...] = ()
    single: bool = True

    def holds(self, day: date) -> bool:
        """Did the term cover that day?"""
        return self.from_ <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class People:
    """Spellings, short names and Wikidata ids of persons."""

    names: dict[str, tuple[str, ...]]
    short: dict[str, str]
    wikidata: dict[str, str]
    careful: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Titles:
    """Words of office and role; see the file for what each list means."""

    forms: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    standing_for: frozenset[str]
    governments: frozenset[str]
    people: frozenset[str]
    modifiers: frozenset[str]
    paired: frozenset[str]
    paired_persons: frozenset[str]
    led_by_premiers: frozenset[str]
    led_by_chancellors: frozenset[str]
    weak: frozenset[str]
    vague: frozenset[str]
    passing: frozenset[str]
    realms: frozenset[str]
    no_names: frozenset[str]
    crowd: frozenset[str]
    domestic: frozenset[str]
    enterprises: frozenset[str]
    organ_nouns: frozenset[str]
    organs: dict[str, str]
    same: dict[str, str]
    organ_names: dict[str, str]
    national: dict[str, str]


@dataclass(frozen=True)
class Example:
    """A text in which `words` are a mention of `party`; with a title, the side and office that it gives."""

    text: str
    words: str
    party: str
    side: str | None = None
    office: str | None = None


@dataclass(frozen=True)
class PartyRule:
    """A rule of the readers of parties, with texts that it reads and texts that it leaves alone."""

    id: str
    name: str
    examples: tuple[Example, ...]
    leaves: tuple[str, ...]


TERM = re.compile(r"(?P<person>.+?) (?P<from_>\d{4}(?:-\d\d){0,2})/(?P<until>(?:\d{4}(?:-\d\d){0,2})?)")
DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")


@cache
def party_rules() -> tuple[PartyRule, ...]:
    """The rules that read parties."""
    return load("parties/rules", "rule", PartyRule)


@cache
def states() -> tuple[State, ...]:
    """All states, those of today first."""
    return load("parties/states", "state", State)


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies, forums and organs."""
    found = load("parties/bodies", "body", Body)
    check_bodies(found)
    return found


def check_bodies(found: tuple[Body, ...]) -> None:
    """Refuse a body with an id given twice, a member that nobody knows, or a date that is none."""
    known = {state.id for state in states()} | {body.id for body in found} | {group.id for group in groups()}
    seen: set[str] = set()
    for body in found:
        where = f"knowledge/en/parties/bodies.toml ({body.name})"
        if body.id in seen:
            raise KnowledgeError(f"{where}: the id {body.id!r} is given twice")
        seen.add(body.id)
        if strangers := [member for member in body.member_ids if member not in known]:
            mend = "write codes with blanks between (GIN LBR SLE CIV)"
            raise KnowledgeError(f"{where}, members: nobody has the id {', '.join(strangers)}; {mend}")
        for key, words in (("founded", body.founded), ("until", body.until)):
            if words is not None and not DAY.fullmatch(words):
                raise KnowledgeError(f"{where}, {key}: {words!r} is no date; write 1973, 1973-10 or 1973-10-03")


@cache
def groups() -> tuple[Group, ...]:
    """All armed and political groups."""
    return load("parties/groups", "group", Group)


@cache
def offices() -> tuple[Office, ...]:
    """All offices with their holders as written."""
    return load("parties/holders", "office", Office)


@cache
def people() -> People:
    """Spellings, short names and ids of persons."""
    raw = tables("parties/people")
    names = {name: tuple(others) for name, others in raw["names"].items()}
    return People(names, dict(raw["short"]), dict(raw["wikidata"]), frozenset(raw["careful"]))


@cache
def titles() -> Titles:
    """Words of office and role."""
    raw = tables("parties/titles")
    tables_of = ("organs", "same", "organ_names", "national")
    words: dict[str, Any] = {field.name: frozenset(raw[field.name]) for field in fields(Titles) if field.name not in tables_of}
    return Titles(**words | {name: dict(raw[name]) for name in tables_of})


@cache
def terms(person: str) -> tuple[Holder, ...]:
    """The terms of one person, in file order."""
    return tuple(term for term in holders() if term.person == person)


@cache
def holders() -> tuple[Holder, ...]:
    """All terms of office."""
    return tuple(term for office in offices() for term in terms_of(office))


def terms_of(office: Office) -> tuple[Holder, ...]:
    """The terms of one office."""
    return tuple(read_term(office, words) for words in office.holders)


def read_term(office: Office, words: str) -> Holder:
    """A term as the file writes it."""
    if not (match := TERM.fullmatch(words)):
        raise KnowledgeError(
            f"knowledge/en/parties/holders.toml: {words!r} of {office.party} {office.title} is not 'NAME FROM/UNTIL'"
        )
    person = match["person"]
    until = bound(match["until"], last=True) if match["until"] else None
    from_ = bound(match["from_"], last=False)
    return Holder(person, people().names.get(person, ()), office.title, office.party, from_, until, office.also, office.single)


def bound(words: str, *, last: bool) -> date:
    """The first or last day of a day, month or year."""
    year, month, day = ([int(part) for part in words.split("-")] + [0, 0])[:3]
    if not month:
        return date(year, 12, 31) if last else date(year, 1, 1)
    if not day:
        return date(year, month, monthrange(year, month)[1] if last else 1)
    return date(year, month, day)

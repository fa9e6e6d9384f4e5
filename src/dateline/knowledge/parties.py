"""What is known of parties: states, bodies, groups, persons and the offices they held."""

import re
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cache
from typing import Any

from dateline.knowledge.freshness import TRUSTED, as_of
from dateline.knowledge.lines import TERM, bound
from dateline.knowledge.load import load, tables, written_in
from dateline.model.errors import KnowledgeError
from dateline.model.party import PartyKind
from dateline.model.when import days_after

__all__ = [
    "Body",
    "Example",
    "Group",
    "Holder",
    "Office",
    "PartyRule",
    "People",
    "State",
    "Term",
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
    source: str | None = None
    checked: date | None = None

    @property
    def nouns(self) -> tuple[str, ...]:
        """Words for its people: those given, and the plurals of its adjectives."""
        regular = (f"{word}s" for word in self.adjectives if not word.endswith(("sh", "ch", "s", "ese", ".", "Swiss")))
        return (*self.people, *(word for word in regular if not word.isupper()))


@dataclass(frozen=True)
class Body:
    """An international body, a standing forum, an organ of either or of a state, or a company or outlet in the news.

    `descriptions` are nouns that mean it once it is named ("the bloc"), `sure` ones need no such name. `joined` and `left`
    are the days on which members came and went, of those that did not belong to it all its life; `members` are today's.
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
    joined: dict[str, date] = field(default_factory=dict, hash=False)
    left: dict[str, date] = field(default_factory=dict, hash=False)
    source: str | None = None
    checked: date | None = None

    @property
    def ended(self) -> date | None:
        """The last day of its life, None while it lives."""
        return bound(self.until, last=True) if self.until else None

    @property
    def member_ids(self) -> tuple[str, ...]:
        """Ids of its members of today, where the list is known."""
        known = dict.fromkeys((*self.members.split(), *self.joined))
        return tuple(id_ for id_ in known if id_ not in self.left)

    def members_on(self, day: date | None) -> tuple[str, ...]:
        """Ids of its members on a day, where the list is known; those of today where no day is."""
        if day is None or not self.members:
            return self.member_ids
        ever = dict.fromkeys((*self.members.split(), *self.joined, *self.left))
        return tuple(id_ for id_ in ever if self.joined.get(id_, day) <= day and (id_ not in self.left or day < self.left[id_]))


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
    source: str | None = None
    checked: date | None = None


@dataclass(frozen=True)
class Term:
    """One term of office with what it was taken from, by days; `wikidata` tells who it is however the name is spelt."""

    name: str
    from_: date
    until: date | None = None
    wikidata: str | None = None
    source: str | None = None
    checked: date | None = None


@dataclass(frozen=True)
class Office:
    """An office of a party, other words for it, and those who held it, each as "NAME FROM/UNTIL" or as a `Term`."""

    party: str
    title: str
    holders: tuple[str | Term, ...]
    also: tuple[str, ...] = ()
    single: bool = True
    source: str | None = None
    checked: date | None = None


@dataclass(frozen=True)
class Holder:
    """One term of office: `from_` and `until` are the first and last day it may have covered, None where open.

    `checked` is the day as of which an open term was known to go on, None for one that has ended.
    """

    person: str
    aliases: tuple[str, ...]
    office: str
    party: str
    from_: date
    until: date | None
    also: tuple[str, ...] = ()
    single: bool = True
    checked: date | None = None
    source: str | None = None

    @property
    def last(self) -> date | None:
        """The last day on which the term may be taken to have gone on: of an open one, a while after it was checked."""
        return self.until or (days_after(self.checked, TRUSTED.days) if self.checked else None)

    def holds(self, day: date) -> bool:
        """Did the term cover that day, as far as one may tell?"""
        return self.from_ <= day and (self.last is None or day <= self.last)

    def is_assumed(self, day: date) -> bool:
        """Is the day later than anybody looked whether the term goes on?"""
        return self.until is None and self.checked is not None and day > self.checked


@dataclass(frozen=True)
class People:
    """Spellings, short names and Wikidata ids of persons."""

    names: dict[str, tuple[str, ...]]
    short: dict[str, str]
    wikidata: dict[str, str]
    careful: frozenset[str] = frozenset()
    same: dict[str, str] = field(default_factory=dict)
    """Another name of a person, known by the Wikidata id -> the name by which that person is listed."""


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
    """A text in which `words` are a mention of `party`; with a title, the side and office that it gives.

    It is read on `day`, where the rule hangs on one.
    """

    text: str
    words: str
    party: str
    side: str | None = None
    office: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class PartyRule:
    """A rule of the readers of parties, with texts that it reads and texts that it leaves alone."""

    id: str
    name: str
    examples: tuple[Example, ...]
    leaves: tuple[str, ...]


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
        where = f"{written_in('parties/bodies', 'body', body.id)} ({body.name})"
        if body.id in seen:
            raise KnowledgeError(f"{where}: the id {body.id!r} is given twice")
        seen.add(body.id)
        if strangers := [member for member in (*body.members.split(), *body.joined, *body.left) if member not in known]:
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
    """Spellings, short names and ids of persons; each of them once, by the name that is listed first under the id."""
    raw = tables("parties/people")
    first: dict[str, str] = {}
    same: dict[str, str] = {}
    wikidata: dict[str, str] = {}
    for name, id_ in (*raw["wikidata"].items(), *ids_of_terms()):
        if (listed := first.setdefault(id_, name)) == name:
            wikidata[name] = id_
        else:
            same[name] = listed
    names: dict[str, tuple[str, ...]] = {}
    for name, others in raw["names"].items():
        names[same.get(name, name)] = (*names.get(same.get(name, name), ()), *others)
    for name, listed in same.items():
        names[listed] = tuple(dict.fromkeys((*names.get(listed, ()), name)))
    short = {same.get(name, name): word for name, word in raw["short"].items()}
    return People(names, short, wikidata, frozenset(raw["careful"]), same)


def ids_of_terms() -> list[tuple[str, str]]:
    """The Wikidata ids of persons that terms of office give."""
    terms = (term for office in offices() for term in office.holders if isinstance(term, Term))
    return [(term.name, term.wikidata) for term in terms if term.wikidata]


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
    """The terms of one office; who came into an office for one ends the open term before."""
    found = [read_term(office, each) for each in office.holders]
    if not office.single:
        return tuple(found)
    begun = sorted(term.from_ for term in found)
    nexts = (next((day for day in begun if day > term.from_), None) for term in found)
    return tuple(
        replace(term, until=after, checked=None) if term.until is None and after else term
        for term, after in zip(found, nexts, strict=True)
    )


def read_term(office: Office, given: str | Term) -> Holder:
    """A term as the file writes it."""
    if isinstance(given, Term):
        person, since, until, source = given.name, given.from_, given.until, given.source or office.source
    elif match := TERM.fullmatch(given):
        person, since, source = match["person"], bound(match["from_"], last=False), office.source
        until = bound(match["until"], last=True) if match["until"] else None
    else:
        where = written_in("parties/holders", "office", office.party, office.title)
        raise KnowledgeError(f"{where}: {given!r} of {office.party} {office.title} is not 'NAME FROM/UNTIL'")
    person = people().same.get(person, person)
    looked = (as_of("parties/holders"), since, office.checked, given.checked if isinstance(given, Term) else None)
    checked = max(day for day in looked if day) if until is None else None
    others = people().names.get(person, ())
    return Holder(person, others, office.title, office.party, since, until, office.also, office.single, checked, source)

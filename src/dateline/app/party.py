"""A party with what the ledger and the readers know of it, and the parties that are named most."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.app.ask import Agenda, agenda
from dateline.app.parties import by_id, party_known, party_of
from dateline.app.positions import Said, statements
from dateline.app.relations import Relations, relations
from dateline.ledger import lookup
from dateline.ledger.database import Ledger
from dateline.ledger.found import parties_named
from dateline.model.party import Party

__all__ = ["Known", "Named", "Term", "known", "most_named"]

FEW = 25
"""Statements of each sort on a party's page."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """Somebody in an office of a party, from a day until another one."""

    title: str
    party: str
    person: str
    first: date
    last: date | None

    def runs(self, day: date) -> bool:
        """Was the office held on a day?"""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a party: who it is, its offices and those who held them, what it meets and says, what is said to it,
    and how it stands to others."""

    party: Party
    terms: tuple[Term, ...]
    agenda: Agenda
    said: Said
    told: Said
    ties: Relations
    names: Mapping[str, Party]


@dataclass(frozen=True, kw_only=True)
class Named:
    """A party and how often it is named: in meetings, and as one who speaks."""

    id: str
    name: str
    kind: str
    meetings: int
    statements: int


def known(ledger: Ledger, words: str, day: date, *, limit: int | None = FEW) -> Known:
    """A party by id or name, on the day on which its page is opened, with so many statements of each sort at most; a person
    whom only the readers know has offices alone."""
    with ledger.reading() as connection:
        if (party := party_known(connection, words)) is None and (held := terms(words)):
            nobody = Said((), {}, 0)
            only = Party(words, words, "person")
            return Known(
                party=only,
                terms=held,
                agenda=Agenda((), day, {}),
                said=nobody,
                told=nobody,
                ties=Relations((), {}, 0),
                names={},
            )
        party = party or party_of(connection, words)
        registered = lookup.names_of(connection, [party])
    met = agenda(ledger, party=party, day=day)
    said, told = statements(ledger, of=party, limit=limit), statements(ledger, target=party, limit=limit)
    ties = relations(ledger, party=party, limit=limit)
    names = ties.names | registered | said.names | told.names | met.names
    who = registered.get(party) or by_id(party) or Party(party, party, "other")
    return Known(party=who, terms=terms(party), agenda=met, said=said, told=told, ties=ties, names=names)


def terms(party: str) -> tuple[Term, ...]:
    """The terms in the offices of a party, or, of a person, in all offices; the newest first."""
    from dateline.knowledge.parties import holders

    mine = (each for each in holders() if party in (each.party, each.person))
    found = [Term(title=each.office, party=each.party, person=each.person, first=each.from_, last=each.until) for each in mine]
    return tuple(sorted(found, key=lambda each: (each.first, each.title), reverse=True))


def most_named(ledger: Ledger, limit: int = 200) -> tuple[Named, ...]:
    """The parties of the ledger, those named most first."""
    with ledger.reading() as connection:
        return tuple(
            Named(id=party, name=name, kind=kind, meetings=meetings, statements=said)
            for party, name, kind, meetings, said in parties_named(connection, limit)
        )

"""Asking a ledger who says what: statements by their words and parties, and positions laid side by side."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

from dateline.app.judged import sayings_found, sayings_in
from dateline.app.parties import party_known, party_of
from dateline.ledger import lookup, search
from dateline.ledger.database import Connection, Ledger
from dateline.ledger.then import clocks
from dateline.matching.issues import board
from dateline.matching.terms import words_of
from dateline.model.entry import StatementKind
from dateline.model.errors import InputError
from dateline.model.party import Party
from dateline.model.position import Board, Saying, Sought
from dateline.model.reading import SAID

__all__ = ["ALL_KINDS", "Positions", "Said", "looked_for", "parties_in", "positions", "statements"]

ANSWERS: tuple[StatementKind, ...] = ("deny", "reject", "accuse")
"""Kinds that are looked for in the stories found, though their words may not be those asked for ("denies it")."""

ALL_KINDS: tuple[StatementKind, ...] = get_args(StatementKind)


@dataclass(frozen=True)
class Said:
    """The statements asked for, newest first, and the names of the parties in them."""

    rows: tuple[Saying, ...]
    names: dict[str, Party]
    total: int


@dataclass(frozen=True)
class Positions:
    """The board asked for, what was asked, the day on which it is opened, and the names of the parties in it."""

    board: Board
    names: dict[str, Party]
    about: tuple[str, ...]
    party: str | None
    as_of: date | None
    statements: int


def statements(
    ledger: Ledger,
    *,
    speaker: str | None = None,
    of: str | None = None,
    kind: str | None = None,
    target: str | None = None,
    about: str | None = None,
    first: date | None = None,
    last: date | None = None,
    as_of: datetime | None = None,
    limit: int | None = None,
    doubtful: bool = False,
) -> Said:
    """The statements that meet all conditions, as known now or as of a moment."""
    if first and last and first > last:
        raise InputError(f"the statements would end before they start: {first} to {last}")
    with ledger.reading() as connection:
        sought = Sought(
            speakers=speakers_of(connection, speaker) if speaker else (),
            sides=(party_of(connection, of),) if of else (),
            targets=(party_of(connection, target),) if target else (),
            kind=kind_of(kind) if kind else None,
            about=looked_for(about) if about is not None else (),
            first=first,
            last=last,
            then=clocks(connection, as_of) if as_of else None,
            confidence=0.0 if doubtful else SAID,
        )
        found = sayings_found(connection, sought, as_of)
        rows = tuple(found[:limit])
        return Said(rows, lookup.names_of(connection, parties_in(rows)), len(found))


def positions(
    ledger: Ledger,
    *,
    about: str | None = None,
    party: str | None = None,
    as_of: datetime | None = None,
    rows: int = 12,
    doubtful: bool = False,
) -> Positions:
    """What the sides say about some words, or what a party and its counterparts say, issue by issue."""
    if about is None and party is None:
        raise InputError("say what the positions are about (--about) or whose they are (--party)")
    with ledger.reading() as connection:
        sought = Sought(
            about=looked_for(about) if about is not None else (),
            then=clocks(connection, as_of) if as_of else None,
            party=party_of(connection, party) if party else None,
            confidence=0.0 if doubtful else SAID,
        )
        found = sayings_found(connection, sought, as_of)
        asked = {each.id for each in found}
        more = sayings_in(connection, {each.text for each in found}, ANSWERS, sought, as_of) if sought.about else []
        known = (*found, *(each for each in more if each.id not in asked))
        laid = board(
            known,
            asked=asked,
            about=sought.about,
            party=sought.party,
            names=names_in(search.persons(connection)),
            rows=rows,
        )
        shown = [saying for issue in laid.issues for stance in issue.stances for saying in (stance.saying, *stance.again)]
        names = lookup.names_of(connection, {*parties_in(shown), *laid.sides, *(each.aimed or "" for each in laid.issues)})
        day = as_of.date() if as_of else None
        return Positions(laid, names, sought.about, sought.party, day, len(found))


def looked_for(words: str) -> tuple[str, ...]:
    """What to look for."""
    found = search.terms(words)
    if not found:
        raise InputError(f'there is nothing to look for in {words!r}; give words that name a matter, such as "grain exports"')
    return found


def kind_of(words: str) -> StatementKind:
    """A kind of statement as a person gives it."""
    found = next((kind for kind in ALL_KINDS if kind == words.casefold()), None)
    if found is None:
        raise InputError(f"no kind of statement is called {words!r}; kinds are {', '.join(ALL_KINDS)}")
    return found


def speakers_of(connection: Connection, words: str) -> tuple[str, ...]:
    """The speakers meant by an id, a name, or a part of one such as a surname."""
    whole = party_known(connection, words)
    found = (whole,) if whole else search.parties_called(connection, words)
    if not found:
        raise InputError(f"nobody in the ledger is called {words!r}; give a name (Lavrov), a state (Russia) or an id (RUS)")
    return found


def names_in(persons: list[str]) -> frozenset[str]:
    """The words of persons' names: they name no matter."""
    return frozenset(word[1].casefold() for name in persons for word in words_of(name) if word)


def parties_in(rows: tuple[Saying, ...] | list[Saying]) -> set[str]:
    """All parties that statements name, and the parents of organs."""
    found = {
        party
        for each in rows
        for party in (each.speaker, each.via or "", *each.of, *each.sides, *each.targets, *each.partners, *each.addressees)
    }
    return found | {party.partition(":")[0] for party in found}

"""Asking a ledger who stands how to whom: relations by their parties, kinds and days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Literal, get_args

from dateline.app.files import replaced
from dateline.app.judged import relations_found
from dateline.app.parties import party_known, party_of
from dateline.ledger import lookup, search
from dateline.ledger.database import Connection, Ledger
from dateline.ledger.then import clocks
from dateline.model.errors import InputError
from dateline.model.party import Party
from dateline.model.related import Related, RelationQuestion
from dateline.model.relation import RelationKind
from dateline.views import relations as shown

__all__ = ["FORMS", "Form", "Relations", "kinds_of", "relations", "write", "write_file"]

KINDS: tuple[RelationKind, ...] = get_args(RelationKind)

Form = Literal["jsonl", "csv"]
FORMS: tuple[Form, ...] = get_args(Form)
"""In what relations are exported."""


@dataclass(frozen=True)
class Relations:
    """The relations asked for, newest first, and the names of the parties in them."""

    rows: tuple[Related, ...]
    names: dict[str, Party]
    total: int


def relations(
    ledger: Ledger,
    *,
    party: str | None = None,
    kinds: Sequence[RelationKind] = (),
    first: date | None = None,
    last: date | None = None,
    as_of: datetime | None = None,
    limit: int | None = None,
) -> Relations:
    """The relations that meet all conditions, as known now or as of a moment."""
    if first and last and first > last:
        raise InputError(f"the relations would end before they start: {first} to {last}")
    with ledger.reading() as connection:
        question = RelationQuestion(
            parties=parties_meant(connection, party) if party else (),
            kinds=tuple(kinds),
            first=first,
            last=last,
            then=clocks(connection, as_of) if as_of else None,
        )
        found = relations_found(connection, question, as_of)
        rows = tuple(found[:limit])
        named = {name for row in rows for name in (row.source, row.target, row.source_side, row.target_side) if name}
        return Relations(rows, lookup.names_of(connection, named | {name.partition(":")[0] for name in named}), len(found))


def parties_meant(connection: Connection, words: str) -> tuple[str, ...]:
    """The parties meant by an id, a name, or a part of one such as a surname."""
    whole = party_known(connection, words)
    return (whole,) if whole else search.parties_called(connection, words) or (party_of(connection, words),)


def kinds_of(words: str | None) -> tuple[RelationKind, ...]:
    """The kinds of relation asked for, joined by commas."""
    return tuple(kind_of(word.strip()) for word in words.split(",")) if words else ()


def kind_of(word: str) -> RelationKind:
    """A kind of relation as a person gives it."""
    found = next((kind for kind in KINDS if kind == word.casefold()), None)
    if found is None:
        raise InputError(f"no kind of relation is called {word!r}; kinds are {', '.join(KINDS)}")
    return found


def write_file(found: Relations, form: Form, path: Path) -> None:
    """Write relations into a file, which is replaced only once all of them are written."""
    with replaced(path) as half, half.open("w", encoding="utf-8", newline="") as out:
        write(found, form, out)


def write(found: Relations, form: Form, out: IO[str]) -> None:
    """Write relations as text."""
    if form == "csv":
        shown.write_csv(found.rows, found.names, out)
    else:
        shown.write_json_lines(found.rows, found.names, out)

"""A statement or event with all that stands around it: its text, those who carry it, the names in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.app.judged import laid_over
from dateline.app.positions import parties_in
from dateline.app.story import parties_of
from dateline.ledger import judge, lookup, search, twins
from dateline.ledger.database import Connection, Ledger
from dateline.matching.judged import judged_saying
from dateline.model.document import Text
from dateline.model.entry import Statement
from dateline.model.event import Event
from dateline.model.occasion import side_of
from dateline.model.party import Party
from dateline.model.position import Carrier, Saying, Sought

__all__ = ["Entry", "entry"]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What stands around a statement or event; `saying` is a statement as listings have it, None for events and where it
    was rejected."""

    text: Text
    names: Mapping[str, Party]
    carriers: tuple[Carrier, ...]
    saying: Saying | None


def entry(ledger: Ledger, name: str, made: Statement | Event) -> Entry:
    """What stands around a statement or event of this id."""
    with ledger.reading() as connection:
        text = made.text
        said = saying_of(connection, name)
        named = parties_of(made) | (parties_in([said]) if said else set())
        return Entry(
            text=twins.texts_of(connection, [text])[text],
            names=lookup.names_of(connection, named | {side_of(party) for party in named}),
            carriers=tuple(search.carriers_of(connection, [text]).get(text, ())),
            saying=said,
        )


def saying_of(connection: Connection, name: str) -> Saying | None:
    """A statement as listings have it."""
    found = search.among(connection, [name], Sought())
    decided = judge.judged(connection, "statement", texts={each.text for each in found})
    judged = {name: decided.get(name, ())}
    return next(iter(laid_over(connection, found, judged, judged_saying)), None)

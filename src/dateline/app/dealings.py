"""What a party did and had done to it, month by month."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.app.export import Choice, coded
from dateline.app.parties import by_id, party_of
from dateline.ledger import lookup
from dateline.ledger.database import Ledger
from dateline.model.occasion import side_of
from dateline.model.party import Party
from dateline.views.dyads import Dyad, dyads

__all__ = ["Dealings", "dealings"]


@dataclass(frozen=True, kw_only=True)
class Dealings:
    """A side, what it and others did to each other by month, and the names of all."""

    side: str
    found: tuple[Dyad, ...]
    names: Mapping[str, Party]


def dealings(ledger: Ledger, words: str, first: date | None = None, last: date | None = None) -> Dealings:
    """The dealings of a party given by id or name, in some days."""
    with ledger.reading() as connection:
        party = party_of(connection, words)
        side = side_of(
            party, next((each.of for each in lookup.names_of(connection, [party]).values() if each.id == party), None)
        )
    found = dyads(coded(ledger, first=first, last=last, party=side), "month", Choice(first=first, last=last, told=True))
    sides = {side, *(name for each in found for name in (each.source, each.target))}
    with ledger.reading() as connection:
        names = lookup.names_of(connection, sides)
    readers = {each: known for each in sides - set(names) if (known := by_id(each))}
    return Dealings(side=side, found=tuple(found), names=readers | names)

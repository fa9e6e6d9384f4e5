"""Asking a ledger who meets, backs and accuses whom in some days."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from dateline.app.judged import laid_over, relations_found
from dateline.app.parties import party_of
from dateline.ledger import judge, lookup, search
from dateline.ledger import network as counting
from dateline.ledger.database import Connection, Ledger
from dateline.matching.judged import judged_saying
from dateline.model.entry import StatementKind
from dateline.model.errors import InputError
from dateline.model.network import Dealing, Pair
from dateline.model.party import Party
from dateline.model.position import Sought
from dateline.model.reading import LIKELY, SAID
from dateline.model.related import RelationQuestion
from dateline.model.relation import RelationKind

__all__ = ["RELATIONS", "SPOKEN", "Network", "network"]

SPOKEN: Mapping[Dealing, tuple[StatementKind, ...]] = {"backs": ("praise", "agree"), "accuses": ("accuse", "condemn")}
"""The kinds of statements that are counted as such."""

RELATIONS: Mapping[Dealing, tuple[RelationKind, ...]] = {"backs": ("backs", "ally"), "accuses": ("dispute",)}
"""The kinds of relations that are counted with them."""


@dataclass(frozen=True, kw_only=True)
class Network:
    """Pairs, those with the highest numbers first, and the names of the sides in them."""

    pairs: tuple[Pair, ...]
    names: Mapping[str, Party]
    party: str | None


def network(
    ledger: Ledger,
    *,
    first: date | None = None,
    last: date | None = None,
    party: str | None = None,
    dealings: Iterable[Dealing] = ("meets", "backs", "accuses"),
) -> Network:
    """Who deals with whom in these days; of a party those that it deals with, and what these do among themselves."""
    if first and last and first > last:
        raise InputError(f"the days would end before they start: {first} to {last}")
    with ledger.reading() as connection:
        mine = party_of(connection, party).partition(":")[0] if party else None
        found = [
            Pair(source=one, target=other, dealing=dealing, number=number)
            for dealing in dealings
            for (one, other), number in dealt(connection, dealing, first, last).items()
        ]
        near = {mine, *(side for each in found if mine in (each.source, each.target) for side in (each.source, each.target))}
        kept = [each for each in found if mine is None or {each.source, each.target} <= near]
        ordered = sorted(kept, key=lambda each: (-each.number, each))
        names = lookup.names_of(connection, {side for each in ordered for side in (each.source, each.target)})
    return Network(pairs=tuple(ordered), names=names, party=mine)


def dealt(connection: Connection, dealing: Dealing, first: date | None, last: date | None) -> Counter[tuple[str, str]]:
    """Pairs by how often they deal so with each other, as people have it where they decided."""
    if dealing == "meets":
        return counting.meeting_pairs(connection, first, last, LIKELY)
    judged = judge.judged(connection, "statement")
    found = counting.statement_pairs(connection, SPOKEN[dealing], first, last, SAID, judged)
    if judged:
        sought = Sought(first=first, last=last, confidence=SAID)
        said = laid_over(connection, search.among(connection, judged, sought), judged, judged_saying)
        mine = (each for each in said if each.kind in SPOKEN[dealing] and sought.is_met_by(each))
        found.update(pair for each in mine for pair in product(each.sides, each.partners) if pair[0] != pair[1])
    question = RelationQuestion(kinds=RELATIONS[dealing], first=first, last=last)
    for row in relations_found(connection, question):
        if row.source_side and row.target_side and row.source_side != row.target_side:
            found[row.source_side, row.target_side] += 1
    return found

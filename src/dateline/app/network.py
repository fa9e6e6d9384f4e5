"""Asking a ledger who meets, backs and accuses whom in some days."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from dateline.model.related import Related, RelationQuestion
from dateline.model.relation import MUTUAL, RelationKind

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
            for dealing, numbers in counted(connection, list(dealings), first, last).items()
            for (one, other), number in numbers.items()
        ]
        near = {mine, *(side for each in found if mine in (each.source, each.target) for side in (each.source, each.target))}
        kept = [each for each in found if mine is None or {each.source, each.target} <= near]
        ordered = sorted(kept, key=lambda each: (-each.number, each))
        names = lookup.names_of(connection, {side for each in ordered for side in (each.source, each.target)})
    return Network(pairs=tuple(ordered), names=names, party=mine)


def counted(
    connection: Connection, dealings: Sequence[Dealing], first: date | None, last: date | None
) -> dict[Dealing, Counter[tuple[str, str]]]:
    """Dealing -> pairs by how often they deal so with each other, as people have it where they decided."""
    found = {each: counting.meeting_pairs(connection, first, last, LIKELY) for each in dealings if each not in SPOKEN}
    spoken = [each for each in dealings if each in SPOKEN]
    if not spoken:
        return found
    sought = Sought(first=first, last=last, confidence=SAID)
    judged = judge.judged(connection, "statement")
    said = laid_over(connection, search.among(connection, judged, sought), judged, judged_saying)
    question = RelationQuestion(kinds=tuple(kind for each in spoken for kind in RELATIONS[each]), first=first, last=last)
    ties = relations_found(connection, question)
    for each in spoken:
        number = counting.statement_pairs(connection, SPOKEN[each], first, last, SAID, judged)
        mine = (saying for saying in said if saying.kind in SPOKEN[each] and sought.is_met_by(saying))
        number.update(pair for saying in mine for pair in product(saying.sides, saying.partners) if pair[0] != pair[1])
        number.update(pair for tie in ties if tie.kind in RELATIONS[each] for pair in ends(tie))
        found[each] = number
    return found


def ends(tie: Related) -> Iterator[tuple[str, str]]:
    """The sides that a relation ties, one and other; the other and one, too, where it is so from both."""
    one, other = tie.source_side, tie.target_side
    if one and other and one != other:
        yield one, other
        if tie.kind in MUTUAL:
            yield other, one

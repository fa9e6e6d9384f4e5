"""The queue: what is doubtful in the ledger, the weightiest first, and one entry of it again after a decision."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import log1p

from dateline.app.ask import watch_of
from dateline.app.days import today
from dateline.app.parties import by_id, party_of
from dateline.app.review import meetings, said
from dateline.ledger import events, lookup, review, search
from dateline.ledger.database import Connection, Ledger
from dateline.model.errors import InputError, UnknownEntryError
from dateline.model.occasion import side_of
from dateline.model.party import Party
from dateline.model.position import Sought
from dateline.model.review import Asked, Doubtful, DoubtKind, Passage, Queue, Reason, Subject

__all__ = ["KINDS", "Kind", "Ledger", "as_seen", "look_again", "queue"]

SIGHT = 4
"""Of each kind so many times the entries wanted are weighed, the nearest ones, and the weightiest of them are given."""

STEPS = 6
"""In so many portions they are looked for."""

NEAR = 30
"""At so many days the nearness of a day is a half."""

LEADING = 2
"""So many parties of an entry, the weightiest, make its importance."""


@dataclass(frozen=True)
class Kind:
    """How entries of a kind come to the queue: in portions, the nearest first; one of them again; their sentences; and some
    by their ids, doubtful or not."""

    pages: Callable[[Connection, Asked], Iterator[list[Doubtful]]]
    again: Callable[[Connection, Doubtful], Doubtful | None]
    passages: Callable[[Connection, Doubtful], tuple[Passage, ...]]
    called: Callable[[Connection, Collection[str]], Sequence[Subject]]


KINDS: Mapping[DoubtKind, Kind] = {
    "meeting": Kind(meetings.pages, meetings.again, meetings.passages, review.living),
    "statement": Kind(
        said.statement_pages,
        said.statements_again,
        said.passages,
        lambda connection, ids: search.among(connection, ids, Sought()),
    ),
    "event": Kind(said.event_pages, said.events_again, said.passages, events.among),
}
"""Every kind of entry that is reviewed."""


def queue(
    ledger: Ledger,
    *,
    limit: int,
    kinds: Collection[DoubtKind] = (),
    party: str | None = None,
    watch: str | None = None,
    first: date | None = None,
    last: date | None = None,
    without: Collection[str] = (),
    day: date | None = None,
) -> Queue:
    """The weightiest doubtful entries of these kinds (all, where none are given), without some that were passed over; `day`
    is the one that they are near to, today if not given."""
    if first and last and first > last:
        raise InputError(f"the days would end before they start: {first} to {last}")
    with ledger.reading() as connection:
        asked = Asked(
            today=day or today(), first=first, last=last, party=party_of(connection, party) if party else None,
            watch=watch_of(connection, watch) if watch else None,
        )  # fmt: skip
        shares = importances(connection)
        found = [
            weighed(each, asked, shares)
            for name, kind in KINDS.items()
            if not kinds or name in kinds
            for each in enough(kind.pages(connection, asked), limit, without)
        ]
        best = sorted(found, key=lambda each: (-each.weight, each.id))[:limit]
        return shown(connection, [with_passages(connection, each) for each in best])


def enough(portions: Iterator[list[Doubtful]], limit: int, without: Collection[str]) -> Iterator[Doubtful]:
    """The entries of portions until there are enough to choose from; after some portions, until there are enough at all."""
    count = 0
    for number, portion in enumerate(portions, 1):
        for each in portion:
            if each.id not in without:
                count += 1
                yield each
        if count >= (SIGHT * limit if number < STEPS else limit):
            return


def importances(connection: Connection) -> dict[str, float]:
    """Side -> its importance, 0 to 1, by how many meetings of the ledger it is in."""
    counts = review.importances(connection)
    most = log1p(max(counts.values(), default=1))
    return {side: log1p(number) / most for side, number in counts.items()}


def weighed(entry: Doubtful, asked: Asked, shares: Mapping[str, float]) -> Doubtful:
    """An entry with what its parties and its day weigh."""
    sides = {side_of(party) for party in entry.parties}
    leading = sorted((shares.get(side, 0.0) for side in sides), reverse=True)[:LEADING]
    away = abs((entry.day - asked.today).days) if entry.day else 10 * NEAR
    return replace(entry, importance=sum(leading) / LEADING, nearness=NEAR / (NEAR + away))


def with_passages(connection: Connection, entry: Doubtful) -> Doubtful:
    """An entry with the sentences that it rests on."""
    return replace(entry, passages=KINDS[entry.kind].passages(connection, entry))


def shown(connection: Connection, entries: list[Doubtful]) -> Queue:
    """Entries with the names of their parties."""
    parties = {party for entry in entries for party in named(entry)}
    names = lookup.names_of(connection, parties)
    readers: dict[str, Party] = {party: found for party in parties - set(names) if (found := by_id(party))}
    return Queue(tuple(entries), readers | names)


def named(entry: Doubtful) -> set[str]:
    """The parties of an entry, with those of which they are part."""
    beside = [party for each in entry.beside.values() for party in getattr(getattr(each, "occasion", None), "parties", ())]
    return {name for party in (*entry.parties, *beside) for name in (party, party.partition(":")[0])}


def look_again(ledger: Ledger, entry: Doubtful) -> Queue:
    """An entry as it is doubtful now: without what was decided since, empty where nothing is left to decide."""
    with ledger.reading() as connection:
        found = KINDS[entry.kind].again(connection, entry)
        if found is None:
            return Queue((), {})
        weighted = replace(found, importance=entry.importance, nearness=entry.nearness)
        return shown(connection, [with_passages(connection, weighted)])


def as_seen(
    ledger: Ledger, kind: DoubtKind, name: str, doubles: Collection[str] = (), joins: Collection[str] = ()
) -> Doubtful:  # fmt: skip
    """An entry as somebody saw it: with the meetings that it might double and the reports that might not belong to it."""
    with ledger.reading() as connection:
        subject = next((each for each in KINDS[kind].called(connection, {name}) if each.id == name), None)
    if subject is None:
        raise UnknownEntryError(f"{kind} {name} is no more: it was withdrawn or is part of another one")
    reasons = [Reason(cause="double", words="", doubt=0.0, other=each) for each in doubles]
    reasons += [Reason(cause="join", words="", doubt=0.0, other=each) for each in joins]
    return Doubtful(kind=kind, subject=subject, reasons=tuple(reasons))

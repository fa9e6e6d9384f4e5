"""Statements and events in the review queue: unlikely ones, and those that contradict another one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.app.positions import names_in
from dateline.knowledge.issues import opposites
from dateline.knowledge.rules import rule
from dateline.ledger import events, judge, review, search
from dateline.ledger.database import Connection
from dateline.matching.doubts import ABOVE, BELOW, denied, readers_differ, reversals, unlikely
from dateline.matching.stances import stances_of
from dateline.matching.terms import terms_of
from dateline.model.agenda import AgendaRow
from dateline.model.coded import Coded
from dateline.model.position import Saying, Sought
from dateline.model.reading import LIKELY, SAID
from dateline.model.review import Asked, Doubtful, Passage, Reason

__all__ = ["event_pages", "events_again", "passages", "statement_pages", "statements_again"]


def statement_pages(connection: Connection, asked: Asked) -> Iterator[list[Doubtful]]:
    """The doubtful statements asked for, in portions from the newest story back."""
    persons = names_in(search.persons(connection))
    kinds = {kind for pair in opposites() for kind in pair}
    differs = rule("quoted", "differs")
    sought = Sought(party=asked.party, first=asked.first, last=asked.last)
    for texts in review.texts_with_statements(connection, asked.first, asked.last):
        ids = review.doubtful_statements(connection, texts, SAID - BELOW, SAID + ABOVE, kinds, differs)
        rows = search.among(connection, ids, sought)
        mine = {row.id for row in rows if sought.is_met_by(row) and (asked.watch is None or asked.watch.hears(row))}
        yield [each for each in sayings(connection, rows, persons) if each.id in mine]


def statements_again(connection: Connection, entry: Doubtful) -> Doubtful | None:
    """What is doubtful of a statement now."""
    rows = search.among(connection, {entry.id, *entry.beside}, Sought())
    found = sayings(connection, rows, names_in(search.persons(connection)))
    return next((each for each in found if each.id == entry.id), None)


def sayings(connection: Connection, rows: Sequence[Saying], persons: frozenset[str]) -> list[Doubtful]:
    """Those of some statements of which there is anything to decide."""
    judged = judge.judged(connection, "statement", texts={row.text for row in rows})
    found: dict[str, list[Reason]] = defaultdict(list)
    told = review.differing(connection, [row.id for row in rows], rule("quoted", "differs"))
    for row in rows:
        found[row.id] += [*unlikely(row.confidence, SAID), *readers_differ(told.get(row.id, ()))]
    for name, reason in turned(rows, persons):
        found[name].append(reason)
    known = {row.id: row for row in rows}
    return [
        Doubtful(
            kind="statement", subject=known[name], reasons=tuple(reasons), day=known[name].day,
            parties=tuple(dict.fromkeys((known[name].speaker, *known[name].sides, *known[name].partners))),
            beside={each.other: known[each.other] for each in reasons if each.other in known},
        )
        for name, reasons in found.items()
        if reasons and name not in judged
    ]  # fmt: skip


def turned(rows: Iterable[Saying], persons: frozenset[str]) -> Iterator[tuple[str, Reason]]:
    """Statements by which a side goes back on another one."""
    spoken: dict[str, list[Saying]] = defaultdict(list)
    for row in rows:
        if row.sides and row.confidence >= SAID:
            spoken[row.sides[0]].append(row)
    for told in spoken.values():
        terms = {each.id: terms_of(each, persons) for each in told}
        yield from reversals(stances_of(told, terms, frozenset()))


def event_pages(connection: Connection, asked: Asked) -> Iterator[list[Doubtful]]:
    """The doubtful events asked for, in portions from the newest story back."""
    for texts in review.texts_with_events(connection, asked.first, asked.last):
        rows = events.among(connection, review.doubtful_events(connection, texts, LIKELY - BELOW))
        yield [each for each in acts(connection, rows) if is_asked(each, asked)]


def is_asked(entry: Doubtful, asked: Asked) -> bool:
    """Is it an event of the party or of the parties of the watch?"""
    wanted = {asked.party} if asked.party else set()
    watched = set(asked.watch.parties) if asked.watch else set()
    if asked.watch is not None and not watched:
        return False  # a watch for forums, places or words alone is for no events
    return (not wanted or bool(wanted & set(entry.parties))) and (not watched or bool(watched & set(entry.parties)))


def events_again(connection: Connection, entry: Doubtful) -> Doubtful | None:
    """What is doubtful of an event now."""
    found = acts(connection, events.among(connection, {entry.id, *entry.beside}))
    return next((each for each in found if each.id == entry.id), None)


def acts(connection: Connection, rows: Sequence[Coded]) -> list[Doubtful]:
    """Those of some events of which there is anything to decide."""
    judged = judge.judged(connection, "event", texts={row.text for row in rows})
    found: dict[str, list[Reason]] = defaultdict(list)
    for row in rows:
        found[row.id] += unlikely(row.confidence, LIKELY)
    for name, reason in denied(row for row in rows if row.confidence >= LIKELY and row.id not in judged):
        found[name].append(reason)
    known = {row.id: row for row in rows}
    return [act(known[name], reasons, known) for name, reasons in found.items() if reasons and name not in judged]


def act(row: Coded, reasons: Sequence[Reason], known: Mapping[str, Coded]) -> Doubtful:
    """An event with its reasons."""
    sides = [party for side in (*row.actors, *row.recipients) for party in (side.party, side.side)]
    return Doubtful(
        kind="event",
        subject=row,
        reasons=tuple(reasons),
        parties=tuple(dict.fromkeys(sides)),
        day=row.span[0] if row.span else None,
        beside={each.other: known[each.other] for each in reasons if each.other is not None and each.other in known},
    )


def passages(connection: Connection, entry: Doubtful) -> tuple[Passage, ...]:
    """The sentence of a statement or event, in the first story that carries it."""
    row, spoken = entry.subject, review.sentences(connection, [entry.id])
    if isinstance(row, AgendaRow):
        return ()
    return tuple(
        Passage(
            entry=row.id, sentence=spoken.get(row.id, ""), document=each.name, story=each.id, outlet=each.source,
            day=each.published, url=each.url,
        )
        for each in row.carriers[:1]
    )  # fmt: skip

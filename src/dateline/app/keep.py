"""Keeping readings in a ledger: load, decide, apply.

Adding is one transaction a document: what it says is put in, what is known of its reports is loaded, which meetings they
belong to is decided, and what that changes is written. What is believed in the end depends on the documents alone, not on
the order in which they came; only the names of the meetings, their revisions and the clock of the ledger tell how it came
about.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.app.carry import Arranged, has_company, take_in
from dateline.app.opening import now, open_ledger
from dateline.ledger import events, forget, judge, load, lookup, meetings, redate, relations, reports, store, twins
from dateline.ledger.apply import apply
from dateline.ledger.database import Connection, Ledger
from dateline.matching.decide import decide, keys_of, link, pile, tie
from dateline.matching.heirs import has_heir, heir_of, is_told_again
from dateline.model.document import Document
from dateline.model.judgement import Judgement, named_speaker
from dateline.model.reading import Reading

__all__ = ["Kept", "carry", "keep", "mend", "now", "open_ledger", "read_again", "read_late", "renew", "settle"]


@dataclass(frozen=True)
class Kept:
    """What became of a reading in the ledger; `meetings` are those that it made, changed or ended. `mended` is one of a
    document that was there without its day."""

    new: bool
    mended: bool = False
    reports: int = 0
    statements: int = 0
    meetings: tuple[str, ...] = ()
    forgotten: forget.Tombstone | None = None


def keep(ledger: Ledger, reading: Reading, rules: str, clock: Callable[[], datetime] = now, *, again: bool = False) -> Kept:
    """Add a document and what it says; the same document again changes nothing. All of it is kept, or nothing.

    A document that was forgotten stays out, unless it is to come in `again`.
    """
    with ledger.writing() as connection:
        at = clock()
        if again:
            forget.lift(connection, reading.document)
        elif grave := forget.tombstone_of(connection, reading.document):
            return Kept(new=False, forgotten=grave)
        if store.holds(connection, reading.document.id) or redate.dated_as(connection, reading.document):
            return Kept(new=False)
        if former := redate.undated_as(connection, reading.document):
            changed = mend(connection, former, reading.document, reading, rules, at)
            return Kept(new=False, mended=True, meetings=changed)
        store.put_document(connection, reading.document, at, reading.problems)
        arranged = take_in(connection, reading.document)
        stored = store.put_words(connection, reading, rules, at) if arranged.stands else store.Stored(new=True)
        changed = settle(connection, joined(stored, arranged), reading.document.id, at)
    return Kept(new=stored.new, reports=len(stored.came), statements=stored.statements, meetings=changed)


def mend(
    connection: Connection, former: Iterable[str], document: Document, reading: Reading, rules: str, at: datetime
) -> tuple[str, ...]:
    """Put a document in place of those that are the same one under another day. `reading` is that of the carrier of its text
    that is published first now; what was read in the text before gives way to it, what people decided stays."""
    for name in former:
        redate.put_in_place(connection, name, document)
    if reading.document.id == document.id:
        store.put_problems(connection, document.id, reading.problems)
    arranged = take_in(connection, document)
    stored, stands = store.Stored(new=False), store.standing(connection, document.text.id)
    mine = store.rank(reading.document.day, reading.document.id)
    if arranged.stands and stands is None:
        stored = store.put_words(connection, reading, rules, at)
    elif stands and (stands["document"] == document.id or mine < store.rank(stands["day"], stands["document"])):
        stored = replaced(connection, reading, rules, at)
    return settle(connection, joined(stored, arranged), document.id, at)


def joined(stored: store.Stored, arranged: Arranged) -> store.Stored:
    """What a reading touches, and what comes of its text being one of several that tell a story."""
    blocks, shaken = {*stored.blocks, *arranged.blocks}, {*stored.meetings, *arranged.meetings}
    return replace(stored, blocks=tuple(sorted(blocks)), meetings=tuple(sorted(shaken)))


def carry(ledger: Ledger, document: Document, clock: Callable[[], datetime] = now) -> Kept | None:
    """Put a document in whose words are read already, in it or in another one; None where they are yet to be read.

    What others did meanwhile is asked again once it is our turn to write.
    """
    with ledger.reading() as connection:
        if not has_company(connection, document):
            return None
    with ledger.writing() as connection:
        if grave := forget.tombstone_of(connection, document):
            return Kept(new=False, forgotten=grave)
        if store.holds(connection, document.id):
            return Kept(new=False)
        savepoint, at = connection.begin_nested(), clock()
        rival = store.standing(connection, document.text.id)
        store.put_document(connection, document, at)
        arranged = take_in(connection, document)
        outranked = rival is not None and store.rank(rival["day"], rival["document"]) <= store.rank(document.day, document.id)
        if arranged.stands and not outranked:
            savepoint.rollback()
            return None
        changed = settle(connection, joined(store.Stored(new=True), arranged), document.id, at)
    return Kept(new=True, meetings=changed)


def read_late(ledger: Ledger, reading: Reading, rules: str, clock: Callable[[], datetime] = now) -> Kept:
    """Keep what a document of the ledger says that came to stand for its story only now."""
    with ledger.writing() as connection:
        document, at = reading.document, clock()
        if not store.holds(connection, document.id) or not twins.is_unread(connection, document.text.id):
            return Kept(new=False)
        store.put_problems(connection, document.id, reading.problems)
        stored = store.put_words(connection, reading, rules, at)
        changed = settle(connection, stored, document.id, at)
    return Kept(new=True, reports=len(stored.came), statements=stored.statements, meetings=changed)


def read_again(ledger: Ledger, reading: Reading, rules: str, clock: Callable[[], datetime] = now) -> Kept | None:
    """Put a newer reading in place of what was read in a text before. What people stand by is kept even where the newer
    rules do not find it any more. None where another document stands for the text by now, or none."""
    with ledger.writing() as connection:
        at, text = clock(), reading.document.text.id
        stands = store.standing(connection, text)
        if stands is None or stands["document"] != reading.document.id:
            return None
        stored = replaced(connection, reading, rules, at)
        changed = settle(connection, stored, reading.document.id, at)
    return Kept(new=False, reports=len(stored.came), statements=stored.statements, meetings=changed)


def replaced(connection: Connection, reading: Reading, rules: str, at: datetime) -> store.Stored:
    """Put a reading in place of what was read in its text before, and of that keep what people stand by."""
    text = reading.document.text.id
    held = judge.held(connection, text)
    old = [each.meeting for each in reports.full_reports(connection, store.reports_in(connection, text))]
    heirs = {each.id: heir for each in old if (heir := heir_of(each, reading.meetings))}
    lost = [each for each in old if each.id in held and each.id not in heirs]
    whole = replace(with_stood_by(connection, reading), meetings=(*reading.meetings, *lost))
    stored = store.put_again(connection, whole, rules, at)
    meetings.hand_on(connection, {name: heir for name, heir in heirs.items() if name != heir})
    return stored


def with_stood_by(connection: Connection, reading: Reading) -> Reading:
    """The reading with the statements, events and relations that people stand by, and that newer rules do not find in the
    same words."""
    text = reading.document.text.id
    names = judge.stood_by(connection, text)
    if not names:
        return reading
    spoken = judge.judged(connection, "statement", texts=[text])
    related = judge.judged(connection, "relation", texts=[text])
    said = lookup.full_statements(connection, names)
    lost = [each for each in said if not has_heir(each, reading.statements, speakers_given(spoken.get(each.id, ())))]
    done = [each for each in events.full_events(connection, names) if not has_heir(each, reading.events)]
    ties = relations.full_relations(connection, names)
    ties = [each for each in ties if not is_told_again(each, reading.relations, related.get(each.id, ()))]
    return replace(
        reading,
        statements=(*reading.statements, *lost),
        events=(*reading.events, *done),
        relations=(*reading.relations, *ties),
    )


def speakers_given(judgements: Iterable[Judgement]) -> set[str]:
    """Whom people named as the speaker."""
    return {named_speaker(each.value)[0] for each in judgements if each.field == "speaker" and each.value}


def settle(connection: Connection, stored: store.Stored, cause: str, at: datetime) -> tuple[str, ...]:
    """Put together anew what a change of reports touches; gives the meetings that were made, changed or ended."""
    arrived = load.arrived(connection, stored.came)
    keys = keys_of(arrived)
    links = link(load.near(connection, arrived, keys), keys, stored.blocks)
    known = load.known(connection, links.blocks, stored.meetings)
    piles = pile(known, links, stored.came, stored.meetings)
    plan = decide(known, links, piles, load.piled(connection, piles), stored.meetings)
    return apply(connection, plan, cause, at)


def renew(connection: Connection, names: Iterable[str], cause: str, at: datetime) -> tuple[str, ...]:
    """Put together anew the meetings of these reports, though the reports are the same; gives those that changed."""
    links = tie(load.tied(connection, names))
    known = load.known(connection, links.blocks)
    piles = pile(known, links)
    return apply(connection, decide(known, links, piles, load.piled(connection, piles)), cause, at)

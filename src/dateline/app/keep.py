"""Keeping readings in a ledger: where matching and the ledger meet.

Adding is one transaction a document: what it says, which of its reports belong to which meetings, and what that changes.
What is believed in the end depends on the documents alone, not on the order in which they came; only the names of the
meetings, their revisions and the clock of the ledger tell how it came about.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from dateline.app.carry import Arranged, has_company, take_in
from dateline.app.rulings import assigned, decided
from dateline.ledger import forget, judge, meetings, reports, store
from dateline.ledger.database import Connection, Ledger, open_ledger
from dateline.matching.compare import ENOUGH, compare
from dateline.matching.group import group
from dateline.matching.overlay import overlay
from dateline.matching.reach import LONGEST, anchors, reaches
from dateline.model.document import Document
from dateline.model.entry import Meeting
from dateline.model.occasion import Facts, Match
from dateline.model.reading import Reading

__all__ = ["Kept", "carry", "keep", "now", "open_ledger", "read_again", "read_late", "renew", "settle"]

CLOSEST = 24
"""Of the reports that speak of the same occasion so many are linked to a new one, the closest; it needs no more."""


@dataclass(frozen=True)
class Kept:
    """What became of a reading in the ledger; `meetings` are those that it made, changed or ended."""

    new: bool
    reports: int = 0
    statements: int = 0
    meetings: tuple[str, ...] = ()
    forgotten: forget.Tombstone | None = None


def now() -> datetime:
    """The ledger's own clock."""
    return datetime.now(UTC)


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
        if store.holds(connection, reading.document.id):
            return Kept(new=False)
        store.put_document(connection, reading.document, at, reading.problems)
        arranged = take_in(connection, reading.document)
        stored = store.put_words(connection, reading, rules, at) if arranged.stands else store.Stored(new=True)
        changed = settle(connection, joined(stored, arranged), reading.document.id, at)
    return Kept(new=stored.new, reports=len(stored.came), statements=stored.statements, meetings=changed)


def joined(stored: store.Stored, arranged: Arranged) -> store.Stored:
    """What a reading touches, and what comes of its text being one of several that tell a story."""
    blocks, shaken = {*stored.blocks, *arranged.blocks}, {*stored.meetings, *arranged.meetings}
    return replace(stored, blocks=tuple(sorted(blocks)), meetings=tuple(sorted(shaken)))


def carry(ledger: Ledger, document: Document, clock: Callable[[], datetime] = now) -> Kept | None:
    """Put a document in whose words are read already, in it or in another one; None where they are yet to be read."""
    with ledger.reading() as connection:
        if not has_company(connection, document):
            return None
    with ledger.writing() as connection:
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
        if not store.holds(connection, document.id) or store.standing(connection, document.text.id) is not None:
            return Kept(new=False)
        stored = store.put_words(connection, reading, rules, at)
        changed = settle(connection, stored, document.id, at)
    return Kept(new=True, reports=len(stored.came), statements=stored.statements, meetings=changed)


def read_again(ledger: Ledger, reading: Reading, rules: str, clock: Callable[[], datetime] = now) -> Kept:
    """Put a newer reading in place of what was read in a text before. What people stand by is kept even where the newer
    rules do not find it any more."""
    with ledger.writing() as connection:
        at, text = clock(), reading.document.text.id
        held = judge.held(connection, text)
        old = [each.meeting for each in reports.full_reports(connection, store.reports_in(connection, text))]
        heirs = {each.id: heir for each in old if (heir := found_again(each, reading))}
        lost = [each for each in old if each.id in held and each.id not in heirs]
        stored = store.put_again(connection, replace(reading, meetings=(*reading.meetings, *lost)), rules, at)
        meetings.hand_on(connection, {name: heir for name, heir in heirs.items() if name != heir})
        changed = settle(connection, stored, reading.document.id, at)
    return Kept(new=False, reports=len(stored.came), statements=stored.statements, meetings=changed)


def found_again(meeting: Meeting, reading: Reading) -> str | None:
    """The report of a reading that has the same words as an older one, or shares some of its main ones."""
    if any(other.id == meeting.id for other in reading.meetings):
        return meeting.id
    main = meeting.spans[0]
    return next((other.id for other in reading.meetings if any(span.overlaps(main) for span in other.spans)), None)


def settle(connection: Connection, stored: store.Stored, cause: str, at: datetime) -> tuple[str, ...]:
    """Put together anew what a change of reports touches; gives the meetings that were made, changed or ended."""
    blocks = {*stored.blocks, *linked(connection, stored.came)}
    changed: list[str] = []
    for block in sorted(blocks):
        changed += put_together(connection, block, frozenset(stored.came), cause, at, frozenset(stored.meetings))
    changed += meetings.withdraw(connection, stored.meetings, cause, at)
    return tuple(dict.fromkeys(changed))


def renew(connection: Connection, names: Iterable[str], cause: str, at: datetime) -> tuple[str, ...]:
    """Put together anew the meetings of these reports, though the reports are the same; gives those that changed."""
    wanted = set(names)
    tied = judge.ties(connection, wanted)
    for tie in tied:
        reports.join_blocks(connection, reports.blocks_of(connection, tie).values())
    blocks = set(reports.blocks_of(connection, wanted.union(*tied)).values())
    changed: list[str] = []
    for block in sorted(blocks):
        members = frozenset(reports.block_members(connection, block))
        changed += put_together(connection, block, members, cause, at)
    return tuple(dict.fromkeys(changed))


def linked(connection: Connection, came: Sequence[str]) -> set[str]:
    """Compare new reports with all that may speak of the same occasion; gives the blocks they are now part of."""
    arrived = reports.facts_of(connection, came)
    for facts in arrived:
        reports.put_keys(connection, facts.id, anchors(facts), reaches(facts))
    joined: set[str] = set()
    for facts in arrived:
        around = reports.fellows(connection, facts.id, anchors(facts), reaches(facts), LONGEST)
        later = {each.id for each in arrived if each.id > facts.id}
        others = reports.facts_of(connection, (name for name in around if name not in later))
        found = closest(facts, others)
        reports.put_matches(connection, found)
        near = {name for match in found for name in (match.one, match.other)} | {facts.id}
        near = near.union(*judge.ties(connection, near))
        joined = joined - set(blocks := set(reports.blocks_of(connection, near).values()))
        joined.add(reports.join_blocks(connection, blocks))
    return joined


def closest(facts: Facts, others: Iterable[Facts]) -> list[Match]:
    """The comparisons that speak for one occasion, best first."""
    compared = (compare(facts, other) for other in others)
    strong = [match for match in compared if match.score >= ENOUGH]
    return sorted(strong, key=lambda match: (-match.score, match.one, match.other))[:CLOSEST]


def put_together(
    connection: Connection,
    block: str,
    came: frozenset[str],
    cause: str,
    at: datetime,
    shaken: frozenset[str] = frozenset(),
) -> list[str]:
    """Group the reports of a block anew and store the meetings that this makes or changes; gives their ids.

    `came` are reports that are new or weigh otherwise, `shaken` meetings that have lost some, `cause` is the document or
    decision that brought it about.
    """
    members = reports.block_members(connection, block)
    facts = {each.id: each for each in reports.facts_of(connection, members)}
    matches = reports.block_matches(connection, members)
    said = decided(judge.rulings(connection, members))
    good = [each for each in facts.values() if each.id not in said.rejected]
    bad = [each for each in facts.values() if each.id in said.rejected]
    groups = (*group(good, matches, said.together, said.apart), *group(bad, matches, said.together, said.apart))
    judged = assigned(groups, said.rulings)
    founded = meetings.founded_on(connection, members)
    claims = claimed(groups, founded)
    dirty = [(ids, claims[ids]) for ids in groups if came & set(ids) or stale(ids, claims[ids], shaken)]
    meetings.detach(connection, [each.id for _, known in dirty for each in known])
    changed: list[str] = []
    for ids, known in dirty:
        founder = known[0].founder if known else min(ids, key=lambda name: (facts[name].day or date.min, name))
        occasion = overlay(reports.full_reports(connection, ids), judged[ids])
        links, rejected = strongest(ids, matches), ids[0] in said.rejected
        name = known[0].id if known else meetings.meeting_id(founder)
        if meetings.put_occasion(connection, name, founder, occasion, links, cause, at, rejected=rejected):
            changed.append(name)
        changed += absorbed(connection, known[1:], name, cause, at)
    return changed


Group = tuple[str, ...]


def stale(ids: Group, known: Sequence[meetings.Founded], shaken: frozenset[str]) -> bool:
    """Is what the ledger has of a group no longer that group?"""
    return len(known) != 1 or not known[0].live or known[0].reports != set(ids) or known[0].id in shaken


def claimed(groups: Sequence[Group], founded: Sequence[meetings.Founded]) -> Mapping[Group, list[meetings.Founded]]:
    """Group -> the meetings that go on in it, the one that gives its name first: that which holds the report it was
    founded on, or, where that is gone, most of its reports; living before merged, older before younger."""
    claims: dict[Group, list[meetings.Founded]] = {ids: [] for ids in groups}
    home = {report: ids for ids in groups for report in ids}
    for each in founded:
        ids = home.get(each.founder)
        if ids is None:
            ids = max(groups, key=lambda group: len(each.reports & set(group)), default=None)
        if ids is not None and (each.founder in ids or each.reports & set(ids)):
            claims[ids].append(each)
    return {ids: sorted(known, key=lambda each: not each.live) for ids, known in claims.items()}


def strongest(ids: Group, matches: Iterable[Match]) -> dict[str, Match | None]:
    """Report -> the comparison that ties it best to another one of its meeting."""
    inside = set(ids)
    links: dict[str, Match | None] = {}
    for match in sorted(matches, key=lambda match: (-match.score, match.one, match.other)):
        if match.one in inside and match.other in inside:
            links.setdefault(match.one, match)
            links.setdefault(match.other, match)
    return links


def absorbed(connection: Connection, others: Iterable[meetings.Founded], into: str, cause: str, at: datetime) -> Iterator[str]:
    """Note which living meetings another one has taken in; gives their ids."""
    for other in others:
        if other.live:
            meetings.absorb(connection, other.id, into, cause, at)
            yield other.id

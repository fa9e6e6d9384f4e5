"""The same story only once: a text that tells what another one tells is carried, not read again.

Of the texts of one story the first published is read, of one day the longest; those whose words it nearly all has are
carried by it. One that adds or corrects is read on its own, names its predecessor, and is no second source. Who carries
whom follows from the texts and their days alone, not from the order in which they came; what people have judged stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.intake.twins_compare import compare, kind_of, tell_the_same
from dateline.intake.twins_words import MANY, imprint, sketch
from dateline.ledger import store, twins
from dateline.ledger.database import Connection, Ledger
from dateline.ledger.twins import Member, Share
from dateline.model.document import Document, Text
from dateline.model.twin import Overlap, TwinKind

__all__ = ["ORIGIN", "Arranged", "arrange", "catch_up", "has_company", "take_in"]

CARRIED = 0.8
"""A text of which so much stands in another one is carried by it."""

ORIGIN = "a decision"
"""Origin of the documents that hold what people add; they are compared with no others."""


@dataclass(frozen=True)
class Arranged:
    """What a new text changes: does it stand for itself, and which blocks of reports and meetings are to be made anew?"""

    stands: bool = True
    blocks: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()


def take_in(connection: Connection, document: Document) -> Arranged:
    """Compare the text of a document that was just put in with the others, and settle who is read for whom."""
    if document.origin == ORIGIN:
        return Arranged()
    text = document.text.id
    if not twins.is_sketched(connection, text):
        put_beside(connection, text, document.text)
    return arrange(connection, text)


def put_beside(connection: Connection, text: str, words: Text) -> None:
    """Keep the sample of a text, and what it shares with those that have much of it."""
    made = imprint(words)
    values = [int(value) for value in sketch(made.words)]
    near = [
        name for name, often in twins.alike(connection, values) if often >= is_worth_comparing(len(values)) and name != text
    ]
    twins.put_sketch(connection, text, len(made), values)
    found = {name: compare(made, imprint(other)) for name, other in twins.texts_of(connection, near).items()}
    twins.put_links(connection, [Share(text, name, overlap) for name, overlap in found.items() if overlap is not None])


def is_worth_comparing(size: int) -> int:
    """How many values of a sample of this size another text must share."""
    return 1 if size < MANY else 2


def arrange(connection: Connection, text: str) -> Arranged:
    """Settle anew who is read for whom among the texts that this one has to do with."""
    links = twins.family(connection, text)
    known = twins.members(connection, {text} | {name for share in links for name in (share.one, share.other)})
    return rearrange(connection, text, links, known)


def rearrange(connection: Connection, text: str, links: Iterable[Share], known: Mapping[str, Member]) -> Arranged:
    """Keep who is read for whom, and take out the readings of those that are not read any more."""
    shared = twins.shares(share for share in links if near(share, known))
    told = stories_in(known, shared)
    heads, before = standing(known, shared)
    rests = twins.resting(connection, moved(known, heads, told))
    for each in known.values():
        if (each.read_as, each.story) != (heads[each.text], told[each.text]):
            twins.put_story(connection, each.text, heads[each.text], told[each.text])
        if each.is_read and heads[each.text] != each.text:
            store.drop_reading(connection, each.text)
    ours = [each.document for each in known.values()]
    for name, predecessor in before.items():
        twins.name_predecessor(connection, name, predecessor, ours)
    blocks = {block for held, _ in rests.values() for block in held}
    meetings = {meeting for _, held in rests.values() for meeting in held}
    return Arranged(heads.get(text, text) == text, tuple(sorted(blocks)), tuple(sorted(meetings)))


def moved(known: Mapping[str, Member], heads: Mapping[str, str], told: Mapping[str, str]) -> list[str]:
    """The texts with a reading that are to be read no more, or tell a story with others than they did."""
    read = [each for each in known.values() if each.is_read]
    return [
        each.text
        for each in read
        if heads[each.text] != each.text
        or any((each.story == other.story) != (told[each.text] == told[other.text]) for other in read)
    ]


def near(share: Share, known: Mapping[str, Member]) -> bool:
    """Are both there, and near enough in time to be one story?"""
    one, other = known.get(share.one), known.get(share.other)
    if one is None or other is None:
        return False
    days = abs((one.day - other.day).days) if one.day and other.day else None
    return tell_the_same(share.overlap, days)


def stories_in(known: Mapping[str, Member], shared: Mapping[str, Mapping[str, Overlap]]) -> dict[str, str]:
    """Text -> the name of its story: the first, by name, of all that it is tied to."""
    told: dict[str, str] = {}
    for name in sorted(known):
        waiting = [] if name in told else [name]
        while waiting:
            each = waiting.pop()
            if told.setdefault(each, name) == name:
                waiting += [other for other in shared.get(each, ()) if other not in told]
    return told


def standing(
    known: Mapping[str, Member], shared: Mapping[str, Mapping[str, Overlap]]
) -> tuple[dict[str, str], dict[str, str | None]]:
    """Text -> the one that is read for it; text that is read -> the document that it updates, if any."""
    heads: dict[str, str] = {}
    before: dict[str, str | None] = {}
    for member in sorted(known.values(), key=lambda member: member.rank):
        earlier = [known[name] for name in shared.get(member.text, ()) if heads.get(name) == name]
        earlier.sort(key=lambda each: each.rank)
        kinds = [(each, kind_between(each, member, shared[each.text][member.text])) for each in earlier]
        carrier = next((each for each, kind in kinds if is_carried(shared[each.text][member.text], kind)), None)
        heads[member.text] = carrier.text if carrier else member.text
        updated = [each.document for each, kind in kinds if kind == "update"]
        before[member.text] = updated[-1] if updated and carrier is None else None
    return heads, before


def kind_between(one: Member, other: Member, overlap: Overlap) -> TwinKind:
    """What the other text is to the one that stands before it."""
    later = one.day is not None and other.day is not None and other.day > one.day
    elsewhere = None not in (one.source, other.source) and one.source != other.source
    return kind_of(overlap, later=later, elsewhere=elsewhere)


def is_carried(overlap: Overlap, kind: TwinKind) -> bool:
    """Does the other text say hardly anything that the one does not?"""
    return kind != "update" and overlap.other >= CARRIED


def has_company(connection: Connection, document: Document) -> bool:
    """Is the text there, or one that shares much of its words?"""
    if store.standing(connection, document.text.id) is not None or twins.is_sketched(connection, document.text.id):
        return True
    values = [int(value) for value in sketch(imprint(document.text).words)]
    found = twins.alike(connection, values)
    return bool(found) and found[0][1] >= max(is_worth_comparing(len(values)), len(values) // 4)


def catch_up(ledger: Ledger) -> bool:
    """Compare some texts that an older Dateline kept; were there any?"""
    with ledger.writing() as connection:
        found = twins.unsketched(connection, ORIGIN)
        for document in found:
            if not twins.is_sketched(connection, document.text.id):
                put_beside(connection, document.text.id, document.text)
    return bool(found)

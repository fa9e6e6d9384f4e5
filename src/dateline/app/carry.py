"""The same story only once: a text that tells what another one tells is carried, not read again.

Of the texts of one story the first published is read, of one day the longest; those whose words it nearly all has are
carried by it. One that adds or corrects is read on its own, names its predecessor, and is no second source. Who carries
whom follows from the texts and their days alone, not from the order in which they came; what people have judged stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.intake.twins_compare import compare
from dateline.intake.twins_standing import moved, near, standing, stories_in
from dateline.intake.twins_words import MANY, imprint, sketch
from dateline.ledger import store, twins
from dateline.ledger.database import Connection, Ledger
from dateline.model.document import Document, Text
from dateline.model.judgement import ORIGIN
from dateline.model.twin import Member, Share

__all__ = ["ORIGIN", "Arranged", "arrange", "catch_up", "has_company", "take_in"]


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

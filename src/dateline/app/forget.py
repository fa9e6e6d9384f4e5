"""Taking a document out of a ledger again, with all that rests on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.app.carry import arrange
from dateline.app.keep import now, read_late, settle
from dateline.app.second.kept import KeptAnswers
from dateline.app.version import reading_version
from dateline.ledger import forget as graves
from dateline.ledger import lookup, store, twins
from dateline.ledger.database import Connection, Ledger
from dateline.model.document import Document
from dateline.model.errors import InputError
from dateline.model.reading import Reading

__all__ = ["Gone", "forget", "read_heirs"]


@dataclass(frozen=True)
class Gone:
    """The document that was taken out, under the name it was given, and the meetings that this changed or ended; `unmodelled`
    where a language model read it, and the rules alone read what takes its place."""

    document: str
    name: str
    meetings: tuple[str, ...]
    unmodelled: bool = False


def forget(
    ledger: Ledger,
    words: str,
    *,
    by: str,
    note: str = "",
    read: Callable[[Document], Reading],
    clock: Callable[[], datetime] = now,
) -> Gone:
    """Take out the document of this id or name, all of it or nothing.

    Where another outlet carries the same text, that copy is read in place of the one that goes; else what a language model was
    asked about it, and answered, goes too.
    """
    with ledger.reading() as connection:
        document, copy, stands = chosen(connection, words)
        modelled = stands and store.read_by_model(connection, document.text.id)
    reading = read(copy) if copy is not None and stands else None
    with ledger.writing() as connection:
        if chosen(connection, document.id) != (document, copy, stands):
            raise InputError(f"{document.name}: its copies changed while it was being taken out; try again")
        at = clock()
        beside = sorted({name for share in twins.family(connection, document.text.id) for name in (share.one, share.other)})
        beside = [name for name in beside if name != document.text.id or copy is not None]
        gone = graves.take_out(connection, document.id, by, note, at, copied=copy is not None, stands=stands)
        came = store.put_again(connection, reading, reading_version(), at) if reading else store.Stored(new=False)
        arranged = [arrange(connection, name) for name in beside]
        blocks = {*gone.blocks, *came.blocks, *(block for each in arranged for block in each.blocks)}
        shaken = {*gone.meetings, *came.meetings, *(name for each in arranged for name in each.meetings)}
        touched = replace(came, blocks=tuple(sorted(blocks)), meetings=tuple(sorted(shaken)))
        changed = settle(connection, touched, document.id, at)
        graves.scrub(connection, document.id, {*gone.meetings, *changed})
    if copy is None:
        KeptAnswers().forget(document.text.id)
    changed = (*changed, *(late := read_heirs(ledger, read, reading_version())))
    ledger.tidy()
    meetings = tuple(dict.fromkeys((*gone.meetings, *changed)))
    return Gone(document.id, document.name, meetings, unmodelled=modelled and (reading is not None or bool(late)))


def read_heirs(ledger: Ledger, read: Callable[[Document], Reading], rules: str) -> tuple[str, ...]:
    """Read what stands for its story now that another text is gone; gives the meetings that this changed. `rules` is what the
    ledger notes of the reader."""
    with ledger.reading() as connection:
        waiting = twins.unread(connection)
    return tuple(name for each in waiting for name in read_late(ledger, read(each), rules).meetings)


def chosen(connection: Connection, words: str) -> tuple[Document, Document | None, bool]:
    """The document that is meant, the copy that stands for the text once it is gone, and whether it stands for it now."""
    kind, name = lookup.locate(connection, words)
    if kind != "document":
        raise InputError(f"{words} is a {kind}, and only documents can be forgotten; `dateline explain {words}` names them")
    document, *copies = store.carriers(connection, name)
    standing = store.standing(connection, document.text.id)
    copy = min(copies, key=lambda each: store.rank(each.day, each.id), default=None)
    return document, copy, standing is None or standing["document"] == name

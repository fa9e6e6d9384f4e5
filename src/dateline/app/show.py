"""A story of the ledger as it can be shown: its words, and all that was read in them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from dateline.app.judged import with_decisions
from dateline.ledger import lookup, search
from dateline.ledger.database import Connection, Ledger
from dateline.ledger.words import words_of
from dateline.model.entry import Meeting, Statement
from dateline.model.errors import InputError
from dateline.model.event import Event
from dateline.model.judgement import is_rejected
from dateline.model.kept import Carried, Shown
from dateline.model.reading import DOUBTFUL, LIKELY, SAID
from dateline.model.relation import Relation
from dateline.views.marks import parties_named

__all__ = ["Shown", "shown"]

Entry = TypeVar("Entry", Statement, Event)

KEPT: Mapping[str, Callable[[Connection, str], Statement | Event | Relation]] = {
    "statement": lookup.kept_statement, "event": lookup.kept_event, "relation": lookup.kept_relation,
}  # fmt: skip


def shown(ledger: Ledger, words: str, *, doubtful: bool = False) -> Shown:
    """The document of this id, its beginning, its name or address; of a report, statement, event or relation the first that
    carries it, of a meeting the only one that tells of it.

    What people decided is laid over what was read; doubtful entries are left out unless wanted.
    """
    with ledger.reading() as connection:
        kept = lookup.kept_document(connection, document_meant(connection, words))
        document = as_decided(with_decisions(connection, kept), doubtful=doubtful)
        entries: tuple[Meeting | Statement | Event, ...] = (
            *(each.meeting for each in document.reports), *document.statements, *document.events,
        )  # fmt: skip
        names = lookup.names_of(connection, {name for each in entries for name, _ in parties_named(each)})
        return Shown(document=document, text=words_of(connection, document.text), names=names)


def document_meant(connection: Connection, words: str) -> str:
    """The id of the document that is to be shown."""
    kind, name = lookup.locate(connection, words)
    if kind == "document":
        return name
    if kind == "meeting":
        told = list(dict.fromkeys(line.document for line in lookup.kept_meeting(connection, name).row.sources))
        if len(told) == 1:
            return told[0]
        ids = ", ".join(each[:8] for each in told) or "no document any more"
        raise InputError(f"{words} is a meeting, told by {ids}; give the id of one of these")
    report = kind == "report"
    text = lookup.kept_report(connection, name)[0].meeting.text if report else KEPT[kind](connection, name).text
    return search.carriers_of(connection, [text])[text][0].id


def as_decided(document: Carried, *, doubtful: bool) -> Carried:
    """A document with its statements and events as people have them, without those that they rejected."""
    return replace(
        document,
        reports=tuple(each for each in document.reports if doubtful or each.meeting.confidence >= DOUBTFUL),
        statements=standing(document, Statement, document.statements, 0.0 if doubtful else SAID),
        events=standing(document, Event, document.events, 0.0 if doubtful else LIKELY),
    )


def standing(document: Carried, kind: type[Entry], entries: tuple[Entry, ...], least: float) -> tuple[Entry, ...]:
    """The entries that are sure enough, as people have them; those that somebody confirmed or corrected are."""
    found: list[Statement | Event | Relation] = []
    for each in entries:
        kept = document.judged.get(each.id)
        if kept is None or not kept.judgements:
            found += [each] if each.confidence >= least else []
        elif not is_rejected(kept.judgements):
            found.append(kept.entry)
    return tuple(each for each in found if isinstance(each, kind))

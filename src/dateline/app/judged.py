"""Statements, events and relations with what people decided of them: those asked for as decided, not as read."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from dateline.app.parties import by_id
from dateline.ledger import events, judge, lookup, relations, search
from dateline.ledger.database import Connection
from dateline.matching.judged import (
    event_as_judged,
    judged_event,
    judged_relation,
    judged_saying,
    parties_named,
    relation_as_judged,
    statement_as_judged,
)
from dateline.model.coded import Coded, Wanted
from dateline.model.entry import Statement, StatementKind
from dateline.model.event import Event
from dateline.model.judgement import AnchorKind, Judgement
from dateline.model.kept import Carried, KeptEntry
from dateline.model.party import Party
from dateline.model.position import Saying, Sought
from dateline.model.related import Related, RelationQuestion
from dateline.model.relation import Relation

__all__ = [
    "event_values", "events_found", "kept_entry", "kept_tie", "laid_over", "relations_found", "sayings_found", "sayings_in",
    "tie_values", "with_decisions",
]  # fmt: skip

Row = TypeVar("Row", Saying, Coded, Related)
Entry = Statement | Event | Relation
Judgements = Mapping[str, tuple[Judgement, ...]]
Lay = Callable[[Row, Sequence[Judgement], Mapping[str, Party]], Row | None]


def sayings_found(connection: Connection, sought: Sought, at: datetime | None = None) -> list[Saying]:
    """The statements asked for, now or as of a moment, newest first."""
    judged = judge.judged(connection, "statement", at)
    found = search.find(connection, sought)
    if not judged:
        return found
    decided = laid_over(connection, search.among(connection, judged, sought), judged, judged_saying)
    return sorted([*unjudged(found, judged), *filter(sought.is_met_by, decided)], key=search.newest_first)


def sayings_in(
    connection: Connection, texts: Collection[str], kinds: Sequence[StatementKind], sought: Sought, at: datetime | None = None
) -> list[Saying]:
    """The statements of these kinds in some texts, as far as they were known then."""
    judged = judge.judged(connection, "statement", at, texts=texts)
    found = search.in_texts(connection, texts, kinds, sought)
    if not judged:
        return found
    decided = laid_over(connection, search.among(connection, judged, replace(sought, about=())), judged, judged_saying)
    mine = [each for each in decided if each.kind in kinds and each.confidence >= sought.confidence]
    return sorted([*unjudged(found, judged), *mine], key=search.newest_first)


def events_found(connection: Connection, wanted: Wanted) -> list[Coded]:
    """The events asked for, by day."""
    judged = judge.judged(connection, "event")
    found = events.coded(connection, wanted)
    if not judged:
        return found
    decided = laid_over(connection, events.among(connection, judged), judged, judged_event)
    return sorted([*unjudged(found, judged), *filter(wanted.is_met_by, decided)], key=events.day_order)


def relations_found(connection: Connection, question: RelationQuestion, at: datetime | None = None) -> list[Related]:
    """The relations asked for, now or as of a moment, newest first."""
    judged = judge.judged(connection, "relation", at)
    found = relations.find(connection, question)
    if not judged:
        return found
    decided = laid_over(connection, relations.among(connection, judged, question.then), judged, judged_relation)
    return sorted([*unjudged(found, judged), *filter(question.is_met_by, decided)], key=relations.newest_first)


def event_values(connection: Connection, ids: Collection[str]) -> list[Coded]:
    """Some events as people have them, without those that they rejected."""
    return decided_rows(connection, "event", events.among(connection, ids), judged_event)


def tie_values(connection: Connection, ids: Collection[str]) -> list[Related]:
    """Some relations as people have them, without those that they rejected."""
    return decided_rows(connection, "relation", relations.among(connection, ids), judged_relation)


def decided_rows(connection: Connection, kind: AnchorKind, rows: Sequence[Row], lay: Lay[Row]) -> list[Row]:
    """Some rows as people have them, without those that they rejected; only what was decided of their texts is read."""
    judged = judge.judged(connection, kind, texts={row.text for row in rows})
    return laid_over(connection, rows, {row.id: judged.get(row.id, ()) for row in rows}, lay)


def kept_entry(connection: Connection, kind: AnchorKind, entry: Entry) -> KeptEntry:
    """A statement, event or relation as people have it, with the documents that carry it."""
    carriers = search.carriers_of(connection, [entry.text]).get(entry.text, ())
    kept = decided_entry(connection, entry, judge.judged(connection, kind, texts=[entry.text]).get(entry.id, ()))
    return replace(kept, carriers=tuple(carriers))


def kept_tie(connection: Connection, relation: Relation) -> KeptEntry:
    """A relation as people have it, with its sentence."""
    return replace(kept_entry(connection, "relation", relation), sentence=relations.sentence_of(connection, relation.id))


def decided_entry(connection: Connection, entry: Entry, judgements: tuple[Judgement, ...]) -> KeptEntry:
    """A statement, event or relation with what people decided laid over it."""
    decided: Entry
    if isinstance(entry, Event):
        decided = event_as_judged(entry, judgements)
    elif isinstance(entry, Relation):
        decided = relation_as_judged(entry, judgements)
    else:
        decided = statement_as_judged(entry, judgements, parties_of(connection, [judgements]))
    return KeptEntry(id=entry.id, entry=decided, judgements=judgements)


def with_decisions(connection: Connection, document: Carried) -> Carried:
    """A document with those of its statements, events and relations of which people decided, as they have them."""
    kinds: tuple[AnchorKind, ...] = ("statement", "event", "relation")
    decided = (judge.judged(connection, kind, texts=[document.text]) for kind in kinds)
    judged = {name: judgements for found in decided for name, judgements in found.items()}
    said: Iterable[Entry] = (*document.statements, *document.events, *document.relations)
    mine = {each.id: decided_entry(connection, each, judged[each.id]) for each in said if each.id in judged}
    return replace(document, judged=mine)


def unjudged(rows: Iterable[Row], judged: Judgements) -> list[Row]:
    """The rows of which nothing was decided."""
    return [row for row in rows if row.id not in judged]


def laid_over(
    connection: Connection,
    rows: Iterable[Row],
    judged: Judgements,
    lay: Lay[Row],
) -> list[Row]:
    """The rows as people have them, without those that they rejected."""
    parties = parties_of(connection, judged.values())
    found = (lay(row, judged[row.id], parties) for row in rows)
    return [row for row in found if row is not None]


def parties_of(connection: Connection, judged: Iterable[Sequence[Judgement]]) -> dict[str, Party]:
    """The parties that corrections name: as the ledger knows them, or as the readers do."""
    wanted = {party for judgements in judged for party in parties_named(judgements)}
    known = lookup.names_of(connection, wanted)
    return {party: found for party in wanted if (found := known.get(party) or by_id(party))}

"""Relations in the ledger: rows that come and go with the reading of their text, and questions to them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, exists, or_, select

from dateline.ledger.columns import when_from, when_row
from dateline.ledger.events import sentences_of
from dateline.ledger.reports import parties_of, rows_in
from dateline.ledger.rows import Fields, Row, Trees, of_party, party_rows, sourced_fields, span_from, span_rows, trees, value
from dateline.ledger.search import carriers_of
from dateline.ledger.tables import entry_parties, evidence, readings, relations, spans
from dateline.ledger.then import carried
from dateline.model.evidence import Sourced
from dateline.model.position import Carrier
from dateline.model.reading import Reading
from dateline.model.related import Related, RelationQuestion
from dateline.model.relation import Relation
from dateline.model.then import Then

__all__ = [
    "ROLE", "among", "find", "full_relations", "newest_first", "relation_evidence", "relation_parties", "relation_row",
    "relation_spans", "sentence_of",
]  # fmt: skip

ROLE = "relation"
"""The part that the words have which state a relation."""

FIELDS = ("kind", "source", "target", "office", "from_", "until")


def relation_row(relation: Relation, ordinal: int) -> Row:
    """A relation without its words and evidence."""
    return {
        "id": relation.id, "text": relation.text, "ordinal": ordinal, "kind": relation.kind.value,
        "source": relation.source.value, "target": value(relation.target), "office": value(relation.office),
        **when_row("from", value(relation.from_)), **when_row("until", value(relation.until)),
    }  # fmt: skip


def relation_parties(found: Iterable[Relation], reading: Reading) -> list[Row]:
    """Between whom it is, each with the side it stands for; the target of a seat is a place."""
    sides = of_party(reading)
    rows: list[Row] = []
    for each in found:
        rows += party_rows(each.text, each.id, "source", [(each.source.value, None)], sides)
        if each.target is not None and each.kind.value != "seat":
            rows += party_rows(each.text, each.id, "target", [(each.target.value, None)], sides)
    return rows


def relation_spans(found: Iterable[Relation]) -> list[Row]:
    """The words that state relations."""
    return [row for each in found for row in span_rows(each.text, each.id, ROLE, each.spans)]


def relation_evidence(relation: Relation) -> Fields:
    """Every sourced value of a relation with its field."""
    yield from sourced_fields(relation, FIELDS, ())


def find(connection: Connection, question: RelationQuestion) -> list[Related]:
    """The relations asked for, newest first."""
    query = told_by(question.then)
    if question.parties:
        mine = or_(entry_parties.c.party.in_(question.parties), entry_parties.c.side.in_(question.parties))
        query = query.where(exists().where(entry_parties.c.entry == relations.c.id, mine))
    if question.kinds:
        query = query.where(relations.c.kind.in_(question.kinds))
    if question.first:
        query = query.where(readings.c.day >= question.first)
    if question.last:
        query = query.where(readings.c.day <= question.last)
    return assembled(connection, connection.execute(query).mappings().all(), question.then)


def among(connection: Connection, ids: Iterable[str], then: Then | None = None) -> list[Related]:
    """Those of some relations that were known then, whatever their values are."""
    return assembled(connection, rows_in(connection, told_by(then), relations.c.id, ids), then)


def told_by(then: Then | None) -> Select[Any]:
    """The relations of the ledger, or those known at a moment."""
    query = select(relations, readings.c.day.label("told")).join(readings, readings.c.text == relations.c.text)
    return query if then is None else query.where(carried(then, relations.c.text))


def assembled(connection: Connection, rows: Sequence[Any], then: Then | None) -> list[Related]:
    """Relations of rows, with sides, words and carriers, newest first."""
    ids = [row["id"] for row in rows]
    stated = {row["entry"]: row for row in main_words(connection, ids)}
    sentences = sentences_of(connection, stated.values())
    sides = parties_of(connection, ids)
    carriers = carriers_of(connection, {row["text"] for row in rows}, then)
    found = [
        related(row, stated.get(row["id"]), sentences, sides.get(row["id"], []), carriers.get(row["text"], [])) for row in rows
    ]
    return sorted(found, key=newest_first)


def main_words(connection: Connection, ids: Iterable[str]) -> list[Any]:
    """The words that first state relations."""
    return rows_in(connection, select(spans).where(spans.c.role == ROLE, spans.c.ordinal == 0), spans.c.entry, ids)


def sentence_of(connection: Connection, id: str) -> str | None:
    """The sentence that first states a relation."""
    return sentences_of(connection, main_words(connection, [id])).get(id)


def newest_first(each: Related) -> tuple[int, str, int]:
    """By the day of the story, the newest first; then in the order of the texts."""
    return -(each.day or date.min).toordinal(), each.text, each.ordinal


def related(row: Any, words: Any, sentences: dict[str, str], named: Sequence[Any], carriers: Sequence[Carrier]) -> Related:
    """One relation put together."""
    sides = {each["role"]: each["side"] for each in named}
    return Related(
        id=row["id"],
        text=row["text"],
        ordinal=row["ordinal"],
        kind=row["kind"],
        source=row["source"],
        target=row["target"],
        source_side=sides.get("source"),
        target_side=sides.get("target"),
        office=row["office"],
        from_=when_from("from", row),
        until=when_from("until", row),
        words=span_from(words) if words is not None else None,
        sentence=sentences.get(row["id"], ""),
        day=row["told"],
        carriers=tuple(carriers),
    )


def full_relations(connection: Connection, ids: Iterable[str]) -> list[Relation]:
    """Relations with their evidence, in the order of their texts."""
    wanted = sorted(set(ids))
    grounds = trees(rows_in(connection, select(evidence), evidence.c.entry, wanted))
    rows = rows_in(connection, select(relations), relations.c.id, wanted)
    return [full_relation(row, grounds) for row in sorted(rows, key=lambda row: (row["text"], row["ordinal"]))]


def full_relation(row: Any, grounds: Trees) -> Relation:
    """One relation put together again."""

    def sourced(about: str, value: Any) -> Any:
        return None if value is None else Sourced(value, grounds[row["id"], about, 0])

    return Relation(
        text=row["text"],
        kind=sourced("kind", row["kind"]),
        source=sourced("source", row["source"]),
        target=sourced("target", row["target"]),
        office=sourced("office", row["office"]),
        from_=sourced("from_", when_from("from", row)),
        until=sourced("until", when_from("until", row)),
    )

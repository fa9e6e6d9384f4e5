"""What was said: the words of statements for the full-text index, and questions to it.

The words lie in a table of their own (`sayings`), which comes and goes with the statements. Over it lies, made by the
migration, an FTS5 table with triggers in SQLite, and a GIN index of text vectors in PostgreSQL; both know English endings.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, or_, select, table, text

from dateline.knowledge.issues import stop
from dateline.ledger.columns import when_from
from dateline.ledger.reports import parties_of, rows_in
from dateline.ledger.rows import Row
from dateline.ledger.tables import documents, entry_parties, parties, readings, sayings, spans, statements, stories
from dateline.ledger.then import carried, known
from dateline.model.entry import Statement, StatementKind
from dateline.model.position import Carrier, Saying, Sought, said_on
from dateline.model.reading import Reading
from dateline.model.then import Then

__all__ = [
    "INDEX", "among", "carriers_of", "find", "in_texts", "newest_first", "parties_called", "persons", "saying_rows", "terms",
    "wipe",
]  # fmt: skip

INDEX = "search_"
"""Beginning of the names of what the index is made of; it is no table of the ledger's own."""

SECURE = (3, 42)
"""The first SQLite whose index forgets words at once when they are deleted."""


def saying_rows(said: Iterable[Statement], reading: Reading) -> list[Row]:
    """The words under which statements are found: those said, the topic, the names of those they are aimed at."""
    names = {party.id: party.name for party in reading.parties}
    return [{"statement": statement.id, "words": searched(statement, names)} for statement in said]


def searched(statement: Statement, names: Mapping[str, str]) -> str:
    """The words of one statement."""
    topic = [statement.topic.value] if statement.topic else []
    aimed = [names.get(each.value, each.value) for each in statement.target]
    return " ".join([*(span.quote for span in statement.content), *topic, *aimed])


def wipe(connection: Connection) -> None:
    """Leave no deleted word in the index, where it does not see to that itself."""
    if connection.dialect.name == "sqlite" and sqlite3.sqlite_version_info < SECURE:
        connection.exec_driver_sql("INSERT INTO search_sayings(search_sayings) VALUES ('optimize')")


def terms(words: str) -> tuple[str, ...]:
    """What a person looks for: words, and phrases in quotation marks; words that are in every text are left out.

    >>> terms('the "grain deal" of Istanbul')
    ('grain deal', 'Istanbul')
    """
    found: list[str] = []
    for phrase, word in re.findall(r'["“”]([^"“”]+)["“”]|([^\s"“”]+)', words):
        pieces = re.findall(r"\w+", phrase or word)
        if len(pieces) > 1 or (pieces and pieces[0].casefold() not in stop()):
            found.append(" ".join(pieces))
    return tuple(found)


def matches(connection: Connection, about: Sequence[str]) -> ColumnElement[bool]:
    """Does the statement hold all of these words and phrases?"""
    words = " ".join(f'"{term}"' for term in about)
    if connection.dialect.name == "sqlite":
        index: Select[Any] = select(literal_column("rowid")).select_from(table("search_sayings"))
        hits = index.where(text("search_sayings MATCH :about").bindparams(about=words))
        return statements.c.id.in_(select(sayings.c.statement).where(sayings.c.number.in_(hits)))
    vector = text("to_tsvector('english', sayings.words) @@ websearch_to_tsquery('english', :about)")
    return statements.c.id.in_(select(sayings.c.statement).where(vector.bindparams(about=words)))


def find(connection: Connection, sought: Sought) -> list[Saying]:
    """The statements asked for, newest first."""
    query = told_by(sought.then).where(statements.c.confidence >= sought.confidence)
    if sought.about:
        query = query.where(matches(connection, sought.about))
    if sought.speakers:
        organs = (statements.c.speaker.startswith(f"{party}:", autoescape=True) for party in sought.speakers)
        query = query.where(or_(statements.c.speaker.in_(sought.speakers), *organs))
    if sought.sides:
        query = query.where(named(("of",), sought.sides))
    if sought.targets:
        query = query.where(named(("target",), sought.targets))
    if sought.party:
        mine = statements.c.speaker == sought.party
        query = query.where(or_(mine, named(("of", "target"), (sought.party,))))
    if sought.kind:
        query = query.where(statements.c.kind == sought.kind)
    earliest = func.coalesce(statements.c.said_earliest, statements.c.said_latest, readings.c.day)
    latest = func.coalesce(statements.c.said_latest, statements.c.said_earliest, readings.c.day)
    if sought.first:
        query = query.where(latest >= sought.first)
    if sought.last:
        query = query.where(earliest <= sought.last)
    return assembled(connection, connection.execute(query).mappings().all(), sought)


def in_texts(connection: Connection, texts: Iterable[str], kinds: Sequence[StatementKind], sought: Sought) -> list[Saying]:
    """The statements of these kinds in some texts, as far as they were known then."""
    query = told_by(sought.then).where(statements.c.kind.in_(kinds))
    rows = rows_in(connection, query.where(statements.c.confidence >= sought.confidence), statements.c.text, texts)
    return assembled(connection, rows, sought)


def among(connection: Connection, ids: Iterable[str], sought: Sought) -> list[Saying]:
    """Those of some statements that were known then and hold the words asked for, whatever their other values are."""
    query = told_by(sought.then)
    if sought.about:
        query = query.where(matches(connection, sought.about))
    return assembled(connection, rows_in(connection, query, statements.c.id, ids), sought)


def told_by(then: Then | None) -> Select[Any]:
    """The statements of the ledger, or those known at a moment."""
    query = select(statements, readings.c.day.label("told")).join(readings, readings.c.text == statements.c.text)
    return query if then is None else query.where(carried(then, statements.c.text))


def named(roles: Sequence[str], wanted: Sequence[str]) -> ColumnElement[bool]:
    """Does one of the parties, or of their organs and people, have this part in the statement?"""
    mine = or_(entry_parties.c.party.in_(wanted), entry_parties.c.side.in_(wanted))
    return statements.c.id.in_(select(entry_parties.c.entry).where(entry_parties.c.role.in_(roles), mine))


def assembled(connection: Connection, rows: Sequence[Any], sought: Sought) -> list[Saying]:
    """Statements of rows, with words, parties and carriers, newest first."""
    ids = [row["id"] for row in rows]
    words: dict[str, list[Any]] = defaultdict(list)
    query = select(spans.c.entry, spans.c.role, spans.c.quote).where(spans.c.role.in_(("content", "cue")))
    for row in rows_in(connection, query.order_by(spans.c.ordinal), spans.c.entry, ids):
        words[row["entry"]].append(row)
    sides = parties_of(connection, ids)
    carriers = carriers_of(connection, {row["text"] for row in rows}, sought.then)
    found = [saying(row, words.get(row["id"], []), sides.get(row["id"], []), carriers.get(row["text"], ())) for row in rows]
    return sorted(found, key=newest_first)


def newest_first(each: Saying) -> tuple[int, str, int]:
    """By day, the newest first; then in the order of the texts."""
    return -(each.day or date.min).toordinal(), each.text, each.ordinal


def saying(row: Any, words: Sequence[Any], sides: Sequence[Any], carriers: Sequence[Carrier]) -> Saying:
    """One statement put together."""
    said = when_from("said", row)

    def part(role: str, column: str = "party") -> tuple[str, ...]:
        return tuple(dict.fromkeys(each[column] for each in sides if each["role"] == role and each[column]))

    return Saying(
        id=row["id"],
        text=row["text"],
        ordinal=row["ordinal"],
        kind=row["kind"],
        form=row["form"],
        speaker=row["speaker"],
        quote=tuple(each["quote"] for each in words if each["role"] == "content"),
        via=row["via"],
        of=part("of"),
        sides=part("of", "side"),
        targets=part("target"),
        partners=part("target", "side"),
        addressees=part("addressee"),
        cue=next((each["quote"] for each in words if each["role"] == "cue"), None),
        topic=row["topic"],
        said=said.edtf if said else None,
        day=said_on(said, row["told"]),
        same_as=row["same_as"],
        inside=row["inside"],
        confidence=row["confidence"],
        carriers=tuple(carriers),
    )


def carriers_of(connection: Connection, texts: Iterable[str], then: Then | None = None) -> dict[str, list[Carrier]]:
    """Text -> the documents that carry it (or did at a moment), oldest first."""
    query = (
        select(documents, stories.c.read_as, readings.c.day.label("told"))
        .join(stories, stories.c.text == documents.c.text)
        .join(readings, readings.c.text == stories.c.read_as)
        .where(*known(then))
    )
    found: dict[str, list[Carrier]] = defaultdict(list)
    for row in rows_in(connection, query, stories.c.read_as, texts):
        found[row["read_as"]].append(
            Carrier(
                id=row["id"], name=row["name"], source=row["source"], url=row["url"], published=row["day"] or row["told"],
                added_at=row["added_at"],
            )
        )  # fmt: skip
    for carriers in found.values():
        carriers.sort(key=lambda each: (each.published or date.max, each.id))
    return found


def parties_called(connection: Connection, words: str) -> tuple[str, ...]:
    """The ids of persons and others whose names hold these words whole, such as a surname."""
    like = func.lower(parties.c.name).contains(words.casefold(), autoescape=True)
    known = connection.execute(select(parties.c.id, parties.c.name).where(like).order_by(parties.c.id)).all()
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    return tuple(row.id for row in known if whole.search(row.name))


def persons(connection: Connection) -> list[str]:
    """The names of all persons of the ledger."""
    return list(connection.execute(select(parties.c.name).where(parties.c.kind == "person").order_by(parties.c.name)).scalars())

"""Do the words that entries rest on still stand where the ledger says? Asked whenever a document or entry is explained."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from dateline.ledger.reports import rows_in
from dateline.ledger.rows import span_from
from dateline.ledger.tables import evidence, spans, texts
from dateline.model.document import Text
from dateline.model.errors import MisquotedError
from dateline.model.evidence import Span
from dateline.model.problem import Problem

__all__ = ["check", "misplaced", "words_of"]


def words_of(connection: Connection, text: str) -> Text:
    """The words of a text."""
    row = connection.execute(select(texts.c.title, texts.c.body).where(texts.c.id == text)).mappings().one()
    return Text(row["title"], row["body"])


def misplaced(connection: Connection, text: str) -> list[Problem]:
    """The words of a text's day and entries, and of their evidence, that its words do not bear out (any more)."""
    found = [*rows_in(connection, select(spans), spans.c.text, [text]), *grounds(connection, evidence.c.text, [text])]
    return list(troubles(words_of(connection, text), found))


def check(connection: Connection, text: str, entries: Iterable[str]) -> None:
    """See that the words of entries of a text, and of their evidence, stand there; else say which do not."""
    names = sorted(set(entries))
    found = [*rows_in(connection, select(spans), spans.c.entry, names), *grounds(connection, evidence.c.entry, names)]
    for problem in troubles(words_of(connection, text), found):
        raise MisquotedError(problem.what)


def grounds(connection: Connection, column: object, ids: Iterable[str]) -> list[dict[str, object]]:
    """The words among the evidence, as rows of words."""
    rows = rows_in(connection, select(evidence).where(evidence.c.ground == "span"), column, ids)
    return [{**row, "field": row["name"], "quote": row["words"]} for row in rows]


def troubles(text: Text, rows: Iterable[dict[str, object]]) -> Iterator[Problem]:
    """What is to be said of the words that do not stand there, each place once."""
    seen: set[Span] = set()
    for row in rows:
        span = span_from(row)
        if span not in seen and not span.holds_in(text):
            yield Problem("ledger", misquoted(str(row["entry"]), span), span)
        seen.add(span)


def misquoted(entry: str, span: Span) -> str:
    """That the words of an entry are not those of its text, and the mend."""
    return (
        f"{entry} rests on the words “{span.quote}”, which do not stand at {span.field} {span.start}–{span.end} of its story: "
        "the ledger was changed by another program; bring back a copy, or read all stories again (`dateline reread --all`)"
    )

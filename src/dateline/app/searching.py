"""Looking for words: statements that hold all of them, and stories."""

from dataclasses import dataclass

from dateline.app.positions import Said, looked_for, statements
from dateline.ledger import found
from dateline.ledger.database import Ledger

__all__ = ["Hit", "Hits", "searched"]

STATEMENTS, STORIES = 50, 25


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A story that holds the words, by a document that carries it."""

    document: str
    title: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Hits:
    """What was found: the words and phrases that were looked for, the statements and the stories with all of them."""

    terms: tuple[str, ...]
    said: Said
    stories: tuple[Hit, ...]


def searched(ledger: Ledger, words: str, *, limit: int | None = STATEMENTS) -> Hits:
    """Statements (so many at most) and stories with all of these words; statements whatever the endings of the words are."""
    terms = looked_for(words)
    said = statements(ledger, about=words, limit=limit)
    with ledger.reading() as connection:
        rows = found.texts_with(connection, terms, STORIES)
    return Hits(terms=terms, said=said, stories=tuple(Hit(document=row[0], title=row[1], body=row[2]) for row in rows))

"""A full-text index over what is said: its words in a table of their own, and over them FTS5 or a GIN index."""

import sqlite3

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

GATHER = """
INSERT INTO sayings (statement, words)
SELECT s.id, TRIM(COALESCE(c.words, '') || ' ' || COALESCE(s.topic, '') || ' ' || COALESCE(t.names, ''))
FROM statements s
LEFT JOIN (SELECT entry, {content} AS words FROM spans WHERE role = 'content' GROUP BY entry) c ON c.entry = s.id
LEFT JOIN (SELECT e.entry AS entry, {names} AS names FROM entry_parties e
           LEFT JOIN parties p ON p.id = e.party WHERE e.role = 'target' GROUP BY e.entry) t ON t.entry = s.id
ORDER BY s.text, s.ordinal
"""

LITE = (
    """CREATE VIRTUAL TABLE search_sayings USING fts5(
        words, content='sayings', content_rowid='number', tokenize="porter unicode61 remove_diacritics 2")""",
    """CREATE TRIGGER sayings_come AFTER INSERT ON sayings BEGIN
        INSERT INTO search_sayings(rowid, words) VALUES (new.number, new.words); END""",
    """CREATE TRIGGER sayings_go AFTER DELETE ON sayings BEGIN
        INSERT INTO search_sayings(search_sayings, rowid, words) VALUES ('delete', old.number, old.words); END""",
    """CREATE TRIGGER sayings_change AFTER UPDATE ON sayings BEGIN
        INSERT INTO search_sayings(search_sayings, rowid, words) VALUES ('delete', old.number, old.words);
        INSERT INTO search_sayings(rowid, words) VALUES (new.number, new.words); END""",
)

SECURE = "INSERT INTO search_sayings(search_sayings, rank) VALUES ('secure-delete', 1)"
"""From SQLite 3.42 on: what is deleted is gone from the index at once."""

POSTGRES = ("CREATE INDEX search_sayings ON sayings USING gin (to_tsvector('english', words))",)


def upgrade() -> None:
    """Make the table, index what comes into it, and put the statements of an older ledger in."""
    op.create_table(
        "sayings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name=op.f("fk_sayings_statement"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_sayings")),
    )
    op.create_index(op.f("ix_sayings_statement"), "sayings", ["statement"], unique=True)
    lite = op.get_bind().dialect.name == "sqlite"
    for command in LITE if lite else POSTGRES:
        op.execute(command)
    if lite and sqlite3.sqlite_version_info >= (3, 42):
        op.execute(SECURE)
    if lite:
        gather = GATHER.format(content="GROUP_CONCAT(quote, ' ')", names="GROUP_CONCAT(COALESCE(p.name, e.party), ' ')")
    else:
        gather = GATHER.format(
            content="STRING_AGG(quote, ' ' ORDER BY ordinal)", names="STRING_AGG(COALESCE(p.name, e.party), ' ')"
        )
    op.execute(sa.text(gather))

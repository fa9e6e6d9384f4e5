"""The same story once: which text is read for which, how texts overlap, and which agency wrote what a document carries."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; every text of an older ledger tells a story of its own until it is compared."""
    for name in ("wire", "wire_rule", "wire_quote"):
        op.add_column("documents", sa.Column(name, sa.Text(), nullable=True))
    op.create_index(op.f("ix_documents_predecessor"), "documents", ["predecessor"], unique=False)
    op.create_table(
        "stories",
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("read_as", sa.String(length=16), nullable=False),
        sa.Column("story", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_stories_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("text", name=op.f("pk_stories")),
    )
    op.create_index(op.f("ix_stories_read_as"), "stories", ["read_as"], unique=False)
    op.create_index(op.f("ix_stories_story"), "stories", ["story"], unique=False)
    op.create_table(
        "sketches",
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_sketches_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("value", "text", name=op.f("pk_sketches")),
    )
    op.create_index(op.f("ix_sketches_text"), "sketches", ["text"], unique=False)
    op.create_table(
        "twins",
        sa.Column("one", sa.String(length=16), nullable=False),
        sa.Column("other", sa.String(length=16), nullable=False),
        sa.Column("one_kept", sa.Float(), nullable=False),
        sa.Column("other_kept", sa.Float(), nullable=False),
        sa.Column("head", sa.Boolean(), nullable=False),
        sa.Column("newer", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["one"], ["texts.id"], name=op.f("fk_twins_one"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other"], ["texts.id"], name=op.f("fk_twins_other"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_twins")),
    )
    op.create_index(op.f("ix_twins_other"), "twins", ["other"], unique=False)
    op.execute("INSERT INTO stories (text, read_as, story) SELECT id, id, id FROM texts")

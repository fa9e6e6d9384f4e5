"""Feeds that are followed: what their servers said last, and when to ask again; which field a document's day is from."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("added_at", sa.String(length=27), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("asked_at", sa.String(length=27), nullable=True),
        sa.Column("changed_at", sa.String(length=27), nullable=True),
        sa.Column("next_try", sa.String(length=27), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_feeds")),
    )
    op.add_column("documents", sa.Column("dated_by", sa.Text(), nullable=True))
    op.create_index(op.f("ix_documents_url"), "documents", ["url"], unique=False)

"""Decisions on statements and events: of what kind the entry is that a decision is fastened to, and who makes the statement."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the columns; until now all decisions were about reports of meetings."""
    op.add_column("anchors", sa.Column("kind", sa.String(length=16), nullable=False, server_default="report"))
    op.add_column("anchors", sa.Column("speaker", sa.String(length=16), nullable=True))

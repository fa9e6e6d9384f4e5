"""Coded events with their sides."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables; texts read before have no events until they are read again (`dateline reread`)."""
    op.create_table(
        "events",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("mode", sa.String(length=24)),
        sa.Column("cameo", sa.String(length=4), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("contexts", sa.Text(), nullable=False),
        sa.Column("done_earliest", sa.Date()),
        sa.Column("done_latest", sa.Date()),
        sa.Column("done_bearing", sa.String(length=8)),
        sa.Column("done_starts", sa.String(length=40)),
        sa.Column("done_ends", sa.String(length=40)),
        sa.Column("place", sa.Text()),
        sa.Column("place_id", sa.String(length=32)),
        sa.Column("country", sa.Text()),
        sa.Column("admin1", sa.Text()),
        sa.Column("feature", sa.String(length=8)),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("reported_by", sa.String(length=16)),
        sa.Column("sentence", sa.Integer()),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_events_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_text"), "events", ["text"])
    op.create_table(
        "event_sides",
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("entry", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("office", sa.Text()),
        sa.Column("sectors", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=8)),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("quote", sa.Text()),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_event_sides_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "role", "ordinal", name=op.f("pk_event_sides")),
    )
    op.create_index(op.f("ix_event_sides_text"), "event_sides", ["text"])

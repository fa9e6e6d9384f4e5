"""Relations that stories state, and decisions on them: what relation a decision is fastened to."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the table; texts read before have no relations until they are read again (`dateline reread`)."""
    days = [
        sa.Column(f"{end}_{part}", kind)
        for end in ("from", "until")
        for part, kind in (
            ("earliest", sa.Date()), ("latest", sa.Date()), ("bearing", sa.String(length=8)),
            ("starts", sa.String(length=40)), ("ends", sa.String(length=40)),
        )
    ]  # fmt: skip
    op.create_table(
        "relations",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(length=16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text()),
        sa.Column("office", sa.Text()),
        *days,
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name=op.f("fk_relations_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relations")),
    )
    for column in ("text", "source", "target"):
        op.create_index(op.f(f"ix_relations_{column}"), "relations", [column])
    op.add_column("anchors", sa.Column("relation", sa.Text(), nullable=True))

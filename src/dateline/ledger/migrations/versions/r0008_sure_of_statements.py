"""How sure each field of a statement is."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the column; of statements read before nothing is known until they are read again (`dateline reread`)."""
    op.add_column("statements", sa.Column("sure", sa.Text(), nullable=False, server_default="{}"))

"""How sure each field of a report is, and the report that it is part of."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the columns; of reports read before nothing is known until they are read again (`dateline reread`)."""
    op.add_column("reports", sa.Column("part_of", sa.String(length=16), nullable=True))
    op.add_column("reports", sa.Column("sure", sa.Text(), nullable=False, server_default="{}"))

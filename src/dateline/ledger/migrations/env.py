"""What Alembic runs around a migration: the connection comes from `ledger.migrate`, the transaction is the caller's."""

from alembic import context

from dateline.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()

"""Run by Alembic: every migration in its own transaction, with time limits, and one migrator at a time."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, text

from migrations.run import is_declared, sql_connection

#: any number, as long as every migrator of every version takes the same one
_LOCK = 8_230_915_647_112

#: Waiting for another migrator may take long; waiting for a table lock may not, since everybody queues behind us.
_WAIT_FOR_MIGRATOR = "10min"
_LIMITS = {"lock_timeout": "5s", "statement_timeout": "30min"}


def migrate(connection: Connection) -> None:
    """Take the lock, set the limits, run what is missing."""
    connection.execute(text(f"set lock_timeout = '{_WAIT_FOR_MIGRATOR}'"))
    connection.execute(text(f"select pg_advisory_lock({_LOCK})"))
    for name, value in _LIMITS.items():
        connection.execute(text(f"set {name} = '{value}'"))
    connection.commit()
    context.configure(
        connection=connection,
        target_metadata=context.config.attributes.get("metadata"),  # needed for drafting only
        transaction_per_migration=True,
        compare_type=True,
        compare_server_default=True,
        include_name=is_declared,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.execute(text(f"select pg_advisory_unlock({_LOCK})"))
    connection.commit()


with sql_connection(context.config.attributes["connect"]) as opened:
    migrate(opened)

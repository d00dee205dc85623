"""Find every row by its id: three tables whose primary key is led by the subject had no index on the id alone.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("case_party", "former_name", "responsible_person")


def upgrade() -> None:
    for table in TABLES:
        op.create_index(f"ix_{table}_id", table, ["id"])


def downgrade() -> None:
    for table in TABLES:
        op.drop_index(f"ix_{table}_id", table_name=table)

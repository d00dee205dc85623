"""Page through a court in order: its listings and cases, newest first, without sorting or skipping all others.

An index on the court alone made a page of a large court sort all its rows, or walk the newest rows of all courts.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

#: (table, columns of the new indexes)
MADE = (
    ("listing", ("court_code", "kind", "published_on", "id")),
    ("listing", ("court_code", "published_on", "id")),
    ("enforcement_case", ("court_code", "filed_on", "id")),
)


def upgrade() -> None:
    for table, columns in MADE:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
    for table in ("listing", "enforcement_case"):
        op.drop_index(f"ix_{table}_court_code", table_name=table)


def downgrade() -> None:
    for table in ("listing", "enforcement_case"):
        op.create_index(f"ix_{table}_court_code", table, ["court_code"])
    for table, columns in MADE:
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table_name=table)

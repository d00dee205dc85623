"""Tell how fresh a screening was: what came of asking the sources, for each subject, when it was asked for.

Revision ID: 0020
Revises: 0019
"""

from __future__ import annotations

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        'alter table screening_item add freshness text collate "C", add checked_at timestamptz, add as_of timestamptz'
    )
    op.execute(
        "alter table screening_item add constraint ck_screening_item_freshness"
        " check (freshness in ('CURRENT', 'CONFIRMED', 'CHANGED', 'STALE'))"
    )
    op.execute("grant select (freshness, checked_at, as_of) on screening_item to hub_reader")


def downgrade() -> None:
    op.execute("alter table screening_item drop freshness, drop checked_at, drop as_of")

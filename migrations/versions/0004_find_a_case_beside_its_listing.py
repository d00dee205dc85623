"""Find a listing's case among its subject's own rows, which the same statement has just read.

A case has several debtors, and each of them a row. PostgreSQL counts case numbers as nearly unique, takes the index on
the number alone for as good as the one on subject and number, and so reads a page far away for every listing.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table enforcement_case alter column case_number set (n_distinct = -0.5)")
    op.execute("analyze enforcement_case (case_number)")


def downgrade() -> None:
    op.execute("alter table enforcement_case alter column case_number reset (n_distinct)")

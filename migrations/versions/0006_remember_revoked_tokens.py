"""Remember revoked tokens: workers share nothing but the database, so what one is told the others read here.

`hub_reader` gets the columns that decide, not the reason, which is the operator's note. `written` is the transaction
that wrote a row, by which a worker finds what is new to it.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "revoked_token",
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("issuer", sa.Text(collation="C"), nullable=False),
        sa.Column("value", sa.Text(collation="C"), nullable=False),
        sa.Column("issued_before", sa.DateTime(timezone=True)),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("reason", sa.Text(collation="C")),
        sa.Column("written", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind in ('TOKEN', 'SUBJECT', 'AGENCY')", name="ck_revoked_token_kind"),
        sa.CheckConstraint("(kind = 'TOKEN') = (issued_before is null)", name="ck_revoked_token_issued_before"),
        sa.PrimaryKeyConstraint("kind", "issuer", "value", name="pk_revoked_token"),
    )
    op.create_index("ix_revoked_token_written", "revoked_token", ["written"])
    op.execute("grant select (kind, issuer, value, issued_before, expires_at, written) on revoked_token to hub_reader")


def downgrade() -> None:
    op.drop_table("revoked_token")

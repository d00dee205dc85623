"""Keep policy tables with the time that each is in force, so that a change needs no restart.

Two persons make a change: a check constraint refuses an approval by whoever proposed. Of approved tables never two are
in force at one instant, which an exclusion constraint sees to. `version` is the digest of the content, checked here,
so that a cell changed by hand is refused. The reader may read what decides; nobody but the owner writes.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql as pg

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "policy_table",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("version", sa.Text(collation="C"), nullable=False),
        sa.Column("content", sa.Text(collation="C"), nullable=False),
        sa.Column("valid_from", moment, nullable=False),
        sa.Column("valid_to", moment, nullable=True),
        sa.Column("proposed_by", sa.Text(collation="C"), nullable=False),
        sa.Column("proposed_at", moment, server_default=sa.text("now()"), nullable=False),
        sa.Column("approved_by", sa.Text(collation="C"), nullable=True),
        sa.Column("approved_at", moment, nullable=True),
        sa.CheckConstraint(
            "version = left(encode(sha256(convert_to(content, 'UTF8')), 'hex'), 12)",
            name="ck_policy_table_version_is_of_content",
        ),
        sa.CheckConstraint("approved_by <> proposed_by", name="ck_policy_table_two_persons"),
        sa.CheckConstraint("(approved_by is null) = (approved_at is null)", name="ck_policy_table_approved"),
        sa.CheckConstraint("valid_to > valid_from", name="ck_policy_table_ends_after_it_begins"),
        sa.PrimaryKeyConstraint("id", name="pk_policy_table"),
        pg.ExcludeConstraint(
            (sa.text("tstzrange(valid_from, valid_to)"), "&&"),
            where=sa.text("approved_at is not null"),
            name="ex_policy_table_in_force",
        ),
    )
    op.create_index(
        "uq_policy_table_pending",
        "policy_table",
        ["version"],
        unique=True,
        postgresql_where=sa.text("approved_at is null"),
    )
    op.execute("grant select (version, content, valid_from, valid_to, approved_at) on policy_table to hub_reader")


def downgrade() -> None:
    op.drop_table("policy_table")

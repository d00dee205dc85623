"""Keep administrative licences and penalties (双公示), and what a source wrote where the hub mended its text.

Revision ID: 0016
Revises: 0015
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

#: columns that the read path can name (`schema.readable`)
READABLE = {
    "licence": (
        "id subject_id subject_kind document_number document_name category certificate_name "
        "certificate_number content content_as_delivered decided_on valid_from valid_to authority "
        "authority_code provider_name state area_code remarks batch_id"
    ),
    "penalty": (
        "id subject_id subject_kind document_number case_name violation facts facts_as_delivered legal_basis "
        "categories content fine confiscated suspended_licence decided_on valid_to public_until authority "
        "authority_code provider_name state revocation_reason area_code remarks batch_id"
    ),
}


def upgrade() -> None:
    _licence()
    _penalty()
    op.add_column("listing", sa.Column("obligation_as_delivered", sa.Text(collation="C"), nullable=True))
    for table, columns in READABLE.items():
        op.execute(f"grant select ({', '.join(columns.split())}) on {table} to hub_reader")
    op.execute("grant select (obligation_as_delivered) on listing to hub_reader")
    op.execute("grant select, insert, update on licence, penalty to hub_loader")


def downgrade() -> None:
    op.drop_column("listing", "obligation_as_delivered")
    op.drop_table("penalty")
    op.drop_table("licence")


def _licence() -> None:
    op.create_table(
        "licence",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("subject_kind", sa.Text(collation="C"), nullable=False),
        sa.Column("document_number", sa.Text(collation="C"), nullable=False),
        sa.Column("document_name", sa.Text(collation="C"), nullable=True),
        sa.Column("category", sa.Text(collation="C"), nullable=True),
        sa.Column("certificate_name", sa.Text(collation="C"), nullable=True),
        sa.Column("certificate_number", sa.Text(collation="C"), nullable=True),
        sa.Column("content", sa.Text(collation="C"), nullable=True),
        sa.Column("content_as_delivered", sa.Text(collation="C"), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("authority", sa.Text(collation="C"), nullable=True),
        sa.Column("authority_code", sa.Text(collation="C"), nullable=True),
        sa.Column("provider_name", sa.Text(collation="C"), nullable=True),
        sa.Column("state", sa.Text(collation="C"), nullable=True),
        sa.Column("area_code", sa.Text(collation="C"), nullable=True),
        sa.Column("remarks", sa.Text(collation="C"), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("state in ('VALID', 'REVOKED', 'DISPUTED', 'WITHDRAWN', 'OTHER')", name="ck_licence_state"),
        sa.CheckConstraint(
            "subject_kind in ('NATURAL_PERSON', 'ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')",
            name="ck_licence_subject_kind",
        ),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_licence"),
        sa.UniqueConstraint("subject_id", "document_number", name="uq_licence_subject_id_document_number"),
    )
    op.create_index("ix_licence_area_code", "licence", ["area_code"])
    op.create_index("ix_licence_authority_code", "licence", ["authority_code"])
    op.create_index("ix_licence_decided_on_id", "licence", ["decided_on", "id"])
    op.create_index("ix_licence_document_number_id", "licence", ["document_number", "id"])
    op.create_index("ix_licence_id", "licence", ["id"])
    op.create_index("ix_licence_valid_to", "licence", ["valid_to"])


def _penalty() -> None:
    op.create_table(
        "penalty",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("subject_kind", sa.Text(collation="C"), nullable=False),
        sa.Column("document_number", sa.Text(collation="C"), nullable=False),
        sa.Column("case_name", sa.Text(collation="C"), nullable=True),
        sa.Column("violation", sa.Text(collation="C"), nullable=True),
        sa.Column("facts", sa.Text(collation="C"), nullable=True),
        sa.Column("facts_as_delivered", sa.Text(collation="C"), nullable=True),
        sa.Column("legal_basis", sa.Text(collation="C"), nullable=True),
        sa.Column("categories", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("content", sa.Text(collation="C"), nullable=True),
        sa.Column("fine", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("confiscated", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("suspended_licence", sa.Text(collation="C"), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("public_until", sa.Date(), nullable=True),
        sa.Column("authority", sa.Text(collation="C"), nullable=True),
        sa.Column("authority_code", sa.Text(collation="C"), nullable=True),
        sa.Column("provider_name", sa.Text(collation="C"), nullable=True),
        sa.Column("state", sa.Text(collation="C"), nullable=True),
        sa.Column("revocation_reason", sa.Text(collation="C"), nullable=True),
        sa.Column("area_code", sa.Text(collation="C"), nullable=True),
        sa.Column("remarks", sa.Text(collation="C"), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("state in ('VALID', 'REVOKED', 'DISPUTED', 'WITHDRAWN', 'OTHER')", name="ck_penalty_state"),
        sa.CheckConstraint(
            "subject_kind in ('NATURAL_PERSON', 'ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')",
            name="ck_penalty_subject_kind",
        ),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_penalty"),
        sa.UniqueConstraint("subject_id", "document_number", name="uq_penalty_subject_id_document_number"),
    )
    op.create_index("ix_penalty_area_code", "penalty", ["area_code"])
    op.create_index("ix_penalty_authority_code", "penalty", ["authority_code"])
    op.create_index("ix_penalty_decided_on_id", "penalty", ["decided_on", "id"])
    op.create_index("ix_penalty_document_number_id", "penalty", ["document_number", "id"])
    op.create_index("ix_penalty_fine_id", "penalty", ["fine", "id"])
    op.create_index("ix_penalty_id", "penalty", ["id"])
    op.create_index("ix_penalty_public_until", "penalty", ["public_until"])

"""Make the tables, indexes and the three database roles.

`hub_reader` sees what the read path may touch and nothing else: no quarantine, no partial-number index, no settings.
`hub_writer` may insert what agencies do, never change it. `hub_loader` fills what sources deliver. None may delete.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.roles import create_roles

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: filled by the loaders
DELIVERED = (
    "agency",
    "area",
    "court",
    "measure",
    "subject",
    "work_day",
    "case_party",
    "enforcement_case",
    "former_name",
    "honest_listing",
    "listing",
    "performance_certificate",
    "responsible_person",
    "terminated_case",
)
#: filled by actions; written once, never changed
ACTED = (
    "screening",
    "screening_item",
    "screening_hit",
    "feedback",
    "government_debtor_snapshot",
    "government_debtor_entry",
)
#: what the loaders keep about their work
LEDGER = (
    "source",
    "batch",
    "subject_identifier",
)
#: columns of `subject` that the read path may touch; the partial-number index is not among them
SUBJECT_COLUMNS = (
    "id",
    "kind",
    "name",
    "credit_code",
    "area_code",
    "address",
    "id_number_masked",
    "id_number_sealed",
    "birth_date",
    "sex",
    "phone",
    "is_provisional",
    "enterprise_kind",
    "credit_code_valid",
    "organisation_code",
    "registration_number",
    "legal_representative",
    "company_type",
    "registration_state",
    "registration_authority",
    "registered_capital",
    "business_scope",
    "established_on",
    "approved_on",
    "operates_from",
    "operates_to",
    "is_state_owned",
    "government_kind",
    "superior_name",
    "superior_credit_code",
    "valid_from",
    "valid_to",
    "batch_id",
    "row_no",
    "content_hash",
    "source_time",
    "recorded_at",
)


def upgrade() -> None:
    """Create everything, then grant; safe on a server where another hub already made the roles."""
    create_roles(op)
    _agency()
    _area()
    _batch()
    _court()
    _feedback()
    _government_debtor_entry()
    _government_debtor_snapshot()
    _hub_setting()
    _measure()
    _screening()
    _screening_hit()
    _screening_item()
    _source()
    _subject()
    _work_day()
    _case_party()
    _enforcement_case()
    _former_name()
    _honest_listing()
    _listing()
    _performance_certificate()
    _quarantine_row()
    _responsible_person()
    _subject_identifier()
    _terminated_case()
    _grant()


def downgrade() -> None:
    """Drop the tables; the roles stay, since other databases of the server may use them."""
    for table in (
        *ACTED,
        "quarantine_row",
        "subject_identifier",
        *sorted(DELIVERED, key="subject".__eq__),
        "batch",
        "source",
        "hub_setting",
    ):
        op.drop_table(table)


def _grant() -> None:
    subject = ", ".join(SUBJECT_COLUMNS)
    open_tables = ", ".join(table for table in (*DELIVERED, *ACTED, *LEDGER) if table != "subject")
    op.execute(f"grant select on {open_tables} to hub_reader, hub_writer")
    op.execute(f"grant select ({subject}) on subject to hub_reader")
    op.execute("grant select on subject to hub_writer")
    op.execute(f"grant insert on {', '.join(ACTED)} to hub_writer")
    op.execute(f"grant select, insert, update on {', '.join((*DELIVERED, *LEDGER))} to hub_loader")
    op.execute("grant select, insert on quarantine_row to hub_loader")


def _agency() -> None:
    op.create_table(
        "agency",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("code", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("role", sa.Text(collation="C"), nullable=False),
        sa.Column("area_code", sa.Text(collation="C"), nullable=True),
        sa.Column("credit_code", sa.Text(collation="C"), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("successor_code", sa.Text(collation="C"), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agency"),
        sa.UniqueConstraint("code", name="uq_agency_code"),
    )
    op.create_index("ix_agency_area_code", "agency", ["area_code"])
    op.create_index("ix_agency_code_id", "agency", ["code", "id"])
    op.create_index("ix_agency_credit_code", "agency", ["credit_code"])
    op.create_index("ix_agency_name_id", "agency", ["name", "id"])
    op.create_index("ix_agency_role", "agency", ["role"])


def _area() -> None:
    op.create_table(
        "area",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("code", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("level", sa.Text(collation="C"), nullable=False),
        sa.Column("category", sa.Text(collation="C"), nullable=True),
        sa.Column("parent_code", sa.Text(collation="C"), nullable=True),
        sa.Column("host_code", sa.Text(collation="C"), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("successor_code", sa.Text(collation="C"), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'ZONE')", name="ck_area_level"),
        sa.PrimaryKeyConstraint("id", name="pk_area"),
        sa.UniqueConstraint("code", name="uq_area_code"),
    )
    op.create_index("ix_area_category", "area", ["category"])
    op.create_index("ix_area_code_id", "area", ["code", "id"])
    op.create_index("ix_area_name_id", "area", ["name", "id"])
    op.create_index("ix_area_parent_code", "area", ["parent_code"])


def _batch() -> None:
    op.create_table(
        "batch",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("source_name", sa.Text(collation="C"), nullable=False),
        sa.Column("provider_code", sa.Text(collation="C"), nullable=True),
        sa.Column("file_name", sa.Text(collation="C"), nullable=False),
        sa.Column("sha256", sa.Text(collation="C"), nullable=False),
        sa.Column("encoding", sa.Text(collation="C"), nullable=False),
        sa.Column("mode", sa.Text(collation="C"), nullable=False),
        sa.Column("status", sa.Text(collation="C"), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_accepted", sa.Integer(), nullable=False),
        sa.Column("rows_quarantined", sa.Integer(), nullable=False),
        sa.Column("rows_ignored", sa.Integer(), nullable=False),
        sa.Column("facts_inserted", sa.Integer(), nullable=False),
        sa.Column("facts_updated", sa.Integer(), nullable=False),
        sa.Column("facts_unchanged", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("mode in ('FULL', 'DELTA')", name="ck_batch_mode"),
        sa.CheckConstraint("status in ('MERGED', 'REJECTED')", name="ck_batch_status"),
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
        sa.UniqueConstraint("source_name", "sha256", name="uq_batch_source_name_sha256"),
    )
    op.create_index("ix_batch_provider_code", "batch", ["provider_code"])
    op.create_index("ix_batch_received_at_id", "batch", ["received_at", "id"])
    op.create_index("ix_batch_sha256", "batch", ["sha256"])
    op.create_index("ix_batch_source_name_id", "batch", ["source_name", "id"])


def _court() -> None:
    op.create_table(
        "court",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("code", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("short_name", sa.Text(collation="C"), nullable=True),
        sa.Column("level", sa.Text(collation="C"), nullable=False),
        sa.Column("area_code", sa.Text(collation="C"), nullable=True),
        sa.Column("superior_code", sa.Text(collation="C"), nullable=True),
        sa.Column("numeric_code", sa.Text(collation="C"), nullable=True),
        sa.Column("aliases", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("level in ('SUPREME', 'HIGH', 'INTERMEDIATE', 'BASIC', 'SPECIAL')", name="ck_court_level"),
        sa.PrimaryKeyConstraint("id", name="pk_court"),
        sa.UniqueConstraint("code", name="uq_court_code"),
    )
    op.create_index("ix_court_area_code", "court", ["area_code"])
    op.create_index("ix_court_code_id", "court", ["code", "id"])
    op.create_index("ix_court_name_id", "court", ["name", "id"])
    op.create_index("ix_court_numeric_code", "court", ["numeric_code"])
    op.create_index("ix_court_superior_code", "court", ["superior_code"])


def _feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("hit_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("agency_code", sa.Text(collation="C"), nullable=False),
        sa.Column("measure_code", sa.Text(collation="C"), nullable=True),
        sa.Column("outcome", sa.Text(collation="C"), nullable=False),
        sa.Column("acted_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(collation="C"), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "outcome in ('REFUSED', 'RESTRICTED', 'WARNED', 'REWARDED', 'EXEMPTED_BY_REVIEW', 'WRONG_MATCH')",
            name="ck_feedback_outcome",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
    )
    op.create_index("ix_feedback_acted_on_id", "feedback", ["acted_on", "id"])
    op.create_index("ix_feedback_agency_code", "feedback", ["agency_code"])
    op.create_index("ix_feedback_hit_id", "feedback", ["hit_id"])
    op.create_index("ix_feedback_measure_code", "feedback", ["measure_code"])
    op.create_index("ix_feedback_reported_at_id", "feedback", ["reported_at", "id"])


def _government_debtor_entry() -> None:
    op.create_table(
        "government_debtor_entry",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("snapshot_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("listing_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("area_code", sa.Text(collation="C"), nullable=False),
        sa.Column("change", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("credit_code", sa.Text(collation="C"), nullable=True),
        sa.Column("government_kind", sa.Text(collation="C"), nullable=True),
        sa.Column("case_number", sa.Text(collation="C"), nullable=False),
        sa.Column("court_code", sa.Text(collation="C"), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("days_listed", sa.Integer(), nullable=False),
        sa.CheckConstraint("change in ('ADDED', 'CLEARED', 'UNCHANGED')", name="ck_government_debtor_entry_change"),
        sa.PrimaryKeyConstraint("id", name="pk_government_debtor_entry"),
        sa.UniqueConstraint("snapshot_id", "listing_id", name="uq_government_debtor_entry_snapshot_id_listing_id"),
    )
    op.create_index("ix_government_debtor_entry_area_code", "government_debtor_entry", ["area_code"])
    op.create_index("ix_government_debtor_entry_case_number", "government_debtor_entry", ["case_number"])
    op.create_index("ix_government_debtor_entry_days_listed_id", "government_debtor_entry", ["days_listed", "id"])
    op.create_index("ix_government_debtor_entry_government_kind", "government_debtor_entry", ["government_kind"])
    op.create_index("ix_government_debtor_entry_name_id", "government_debtor_entry", ["name", "id"])
    op.create_index("ix_government_debtor_entry_published_on_id", "government_debtor_entry", ["published_on", "id"])


def _government_debtor_snapshot() -> None:
    op.create_table(
        "government_debtor_snapshot",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("area_code", sa.Text(collation="C"), nullable=False),
        sa.Column("week", sa.Text(collation="C"), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("listed_count", sa.Integer(), nullable=False),
        sa.Column("added_count", sa.Integer(), nullable=False),
        sa.Column("cleared_count", sa.Integer(), nullable=False),
        sa.Column("unchanged_count", sa.Integer(), nullable=False),
        sa.Column("is_zero", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.Text(collation="C"), nullable=False),
        sa.Column("previous_id", sa.UUID(as_uuid=False), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_government_debtor_snapshot"),
        sa.UniqueConstraint("area_code", "week", name="uq_government_debtor_snapshot_area_code_week"),
    )
    op.create_index("ix_government_debtor_snapshot_area_code_id", "government_debtor_snapshot", ["area_code", "id"])
    op.create_index("ix_government_debtor_snapshot_taken_at_id", "government_debtor_snapshot", ["taken_at", "id"])
    op.create_index("ix_government_debtor_snapshot_week_id", "government_debtor_snapshot", ["week", "id"])


def _hub_setting() -> None:
    op.create_table(
        "hub_setting",
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("value", sa.Text(collation="C"), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_hub_setting"),
    )


def _measure() -> None:
    op.create_table(
        "measure",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("code", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("name_en", sa.Text(collation="C"), nullable=True),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("group_name", sa.Text(collation="C"), nullable=True),
        sa.Column("target_kind", sa.Text(collation="C"), nullable=False),
        sa.Column("triggers", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("scenarios", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("executing_roles", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("mode", sa.Text(collation="C"), nullable=False),
        sa.Column("legal_basis", sa.Text(collation="C"), nullable=True),
        sa.Column("is_confirmed", sa.Boolean(), nullable=False),
        sa.Column("review_required", sa.Boolean(), nullable=False),
        sa.Column("instruction_zh", sa.Text(collation="C"), nullable=True),
        sa.Column("instruction_en", sa.Text(collation="C"), nullable=True),
        sa.Column("remedy_zh", sa.Text(collation="C"), nullable=True),
        sa.Column("remedy_en", sa.Text(collation="C"), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("mode in ('INTERCEPT', 'PROMPT', 'PRUDENT_REFERENCE', 'NOTIFY')", name="ck_measure_mode"),
        sa.PrimaryKeyConstraint("id", name="pk_measure"),
        sa.UniqueConstraint("code", name="uq_measure_code"),
    )
    op.create_index("ix_measure_code_id", "measure", ["code", "id"])
    op.create_index("ix_measure_kind", "measure", ["kind"])
    op.create_index("ix_measure_target_kind", "measure", ["target_kind"])


def _screening() -> None:
    op.create_table(
        "screening",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("agency_code", sa.Text(collation="C"), nullable=False),
        sa.Column("officer", sa.Text(collation="C"), nullable=False),
        sa.Column("scenario", sa.Text(collation="C"), nullable=False),
        sa.Column("purpose", sa.Text(collation="C"), nullable=False),
        sa.Column("matter", sa.Text(collation="C"), nullable=False),
        sa.Column("policy_version", sa.Text(collation="C"), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_screening"),
    )
    op.create_index("ix_screening_agency_code", "screening", ["agency_code"])
    op.create_index("ix_screening_asked_at_id", "screening", ["asked_at", "id"])
    op.create_index("ix_screening_matter", "screening", ["matter"])
    op.create_index("ix_screening_scenario", "screening", ["scenario"])


def _screening_hit() -> None:
    op.create_table(
        "screening_hit",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("item_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("agency_code", sa.Text(collation="C"), nullable=False),
        sa.Column("outcome", sa.Text(collation="C"), nullable=False),
        sa.Column("listing_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("listing_kind", sa.Text(collation="C"), nullable=False),
        sa.Column("measure_codes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("hit_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("outcome in ('HIT', 'CANDIDATE', 'NONE')", name="ck_screening_hit_outcome"),
        sa.PrimaryKeyConstraint("id", name="pk_screening_hit"),
        sa.UniqueConstraint("item_id", "listing_id", name="uq_screening_hit_item_id_listing_id"),
    )
    op.create_index("ix_screening_hit_hit_at_id", "screening_hit", ["hit_at", "id"])
    op.create_index("ix_screening_hit_listing_kind", "screening_hit", ["listing_kind"])


def _screening_item() -> None:
    op.create_table(
        "screening_item",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("screening_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("agency_code", sa.Text(collation="C"), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(collation="C"), nullable=False),
        sa.CheckConstraint("outcome in ('HIT', 'CANDIDATE', 'NONE')", name="ck_screening_item_outcome"),
        sa.PrimaryKeyConstraint("id", name="pk_screening_item"),
        sa.UniqueConstraint("screening_id", "ordinal", name="uq_screening_item_screening_id_ordinal"),
    )
    op.create_index("ix_screening_item_ordinal_id", "screening_item", ["ordinal", "id"])


def _source() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("title", sa.Text(collation="C"), nullable=False),
        sa.Column("title_en", sa.Text(collation="C"), nullable=False),
        sa.Column("provider", sa.Text(collation="C"), nullable=False),
        sa.Column("precedence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("name", name="uq_source_name"),
    )
    op.create_index("ix_source_name_id", "source", ["name", "id"])
    op.create_index("ix_source_precedence_id", "source", ["precedence", "id"])
    op.create_index("ix_source_provider", "source", ["provider"])


def _subject() -> None:
    op.create_table(
        "subject",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("credit_code", sa.Text(collation="C"), nullable=True),
        sa.Column("area_code", sa.Text(collation="C"), nullable=True),
        sa.Column("address", sa.Text(collation="C"), nullable=True),
        sa.Column("id_number_masked", sa.Text(collation="C"), nullable=True),
        sa.Column("id_number_sealed", postgresql.BYTEA(), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("sex", sa.Text(collation="C"), nullable=True),
        sa.Column("phone", sa.Text(collation="C"), nullable=True),
        sa.Column("id_number_pattern", sa.Text(collation="C"), nullable=True),
        sa.Column("is_provisional", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("enterprise_kind", sa.Text(collation="C"), nullable=True),
        sa.Column("credit_code_valid", sa.Boolean(), nullable=True),
        sa.Column("organisation_code", sa.Text(collation="C"), nullable=True),
        sa.Column("registration_number", sa.Text(collation="C"), nullable=True),
        sa.Column("legal_representative", sa.Text(collation="C"), nullable=True),
        sa.Column("company_type", sa.Text(collation="C"), nullable=True),
        sa.Column("registration_state", sa.Text(collation="C"), nullable=True),
        sa.Column("registration_authority", sa.Text(collation="C"), nullable=True),
        sa.Column("registered_capital", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("business_scope", sa.Text(collation="C"), nullable=True),
        sa.Column("established_on", sa.Date(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("operates_from", sa.Date(), nullable=True),
        sa.Column("operates_to", sa.Date(), nullable=True),
        sa.Column("is_state_owned", sa.Boolean(), nullable=True),
        sa.Column("government_kind", sa.Text(collation="C"), nullable=True),
        sa.Column("superior_name", sa.Text(collation="C"), nullable=True),
        sa.Column("superior_credit_code", sa.Text(collation="C"), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "enterprise_kind in ('ENTERPRISE', 'SOLE_TRADER', 'FARMERS_COOPERATIVE')", name="ck_subject_enterprise_kind"
        ),
        sa.CheckConstraint(
            "government_kind in ('STATE_ORGAN', 'PUBLIC_INSTITUTION', 'VILLAGE_COMMITTEE', 'RESIDENTS_COMMITTEE', 'MASS_ORGANISATION')",
            name="ck_subject_government_kind",
        ),
        sa.CheckConstraint(
            "kind in ('NATURAL_PERSON', 'ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')", name="ck_subject_kind"
        ),
        sa.CheckConstraint("sex in ('MALE', 'FEMALE')", name="ck_subject_sex"),
        sa.PrimaryKeyConstraint("id", name="pk_subject"),
    )
    op.create_index("ix_subject_area_code", "subject", ["area_code"])
    op.create_index("ix_subject_credit_code", "subject", ["credit_code"])
    op.create_index("ix_subject_established_on", "subject", ["established_on"])
    op.create_index("ix_subject_id_number_pattern", "subject", ["id_number_pattern"])
    op.create_index("ix_subject_legal_representative", "subject", ["legal_representative"])
    op.create_index("ix_subject_name_id", "subject", ["name", "id"])
    op.create_index("ix_subject_organisation_code", "subject", ["organisation_code"])
    op.create_index("ix_subject_registration_number", "subject", ["registration_number"])
    op.create_index("ix_subject_registration_state", "subject", ["registration_state"])


def _work_day() -> None:
    op.create_table(
        "work_day",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_workday", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=True),
        sa.Column("source", sa.Text(collation="C"), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_work_day"),
        sa.UniqueConstraint("day", name="uq_work_day_day"),
    )
    op.create_index("ix_work_day_day_id", "work_day", ["day", "id"])


def _case_party() -> None:
    op.create_table(
        "case_party",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("case_number", sa.Text(collation="C"), nullable=False),
        sa.Column("court_code", sa.Text(collation="C"), nullable=True),
        sa.Column("role", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("amount", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("role in ('APPLICANT', 'DEBTOR', 'GUARANTOR', 'OTHER')", name="ck_case_party_role"),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_case_party"),
        sa.UniqueConstraint(
            "subject_id", "case_number", "role", "name", name="uq_case_party_subject_id_case_number_role_name"
        ),
    )
    op.create_index("ix_case_party_case_number", "case_party", ["case_number"])


def _enforcement_case() -> None:
    op.create_table(
        "enforcement_case",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("case_number", sa.Text(collation="C"), nullable=False),
        sa.Column("case_type", sa.Text(collation="C"), nullable=True),
        sa.Column("court_code", sa.Text(collation="C"), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(collation="C"), nullable=True),
        sa.Column("closing_mode", sa.Text(collation="C"), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("cause", sa.Text(collation="C"), nullable=True),
        sa.Column("original_case_number", sa.Text(collation="C"), nullable=True),
        sa.Column("basis_number", sa.Text(collation="C"), nullable=True),
        sa.Column("basis_issuer", sa.Text(collation="C"), nullable=True),
        sa.Column("amount_applied", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("amount_recovered", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("amount_unrecovered", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("is_referred_to_bankruptcy", sa.Boolean(), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "closing_mode in ('PERFORMED', 'TERMINATED_FOR_NOW', 'ENFORCEMENT_ENDED', 'STRUCK_OFF', 'NOT_ENFORCED', 'APPLICATION_REJECTED')",
            name="ck_enforcement_case_closing_mode",
        ),
        sa.CheckConstraint("state in ('ENFORCING', 'TERMINATED', 'CLOSED')", name="ck_enforcement_case_state"),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_enforcement_case"),
        sa.UniqueConstraint("subject_id", "case_number", name="uq_enforcement_case_subject_id_case_number"),
    )
    op.create_index("ix_enforcement_case_amount_applied_id", "enforcement_case", ["amount_applied", "id"])
    op.create_index("ix_enforcement_case_case_number_id", "enforcement_case", ["case_number", "id"])
    op.create_index("ix_enforcement_case_case_type", "enforcement_case", ["case_type"])
    op.create_index("ix_enforcement_case_closed_on_id", "enforcement_case", ["closed_on", "id"])
    op.create_index("ix_enforcement_case_court_code", "enforcement_case", ["court_code"])
    op.create_index("ix_enforcement_case_filed_on_id", "enforcement_case", ["filed_on", "id"])
    op.create_index("ix_enforcement_case_id", "enforcement_case", ["id"])


def _former_name() -> None:
    op.create_table(
        "former_name",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("subject_kind", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("used_until", sa.Date(), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "subject_kind in ('NATURAL_PERSON', 'ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')",
            name="ck_former_name_subject_kind",
        ),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_former_name"),
        sa.UniqueConstraint("subject_id", "name", name="uq_former_name_subject_id_name"),
    )
    op.create_index("ix_former_name_used_until_id", "former_name", ["used_until", "id"])


def _honest_listing() -> None:
    op.create_table(
        "honest_listing",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("subject_kind", sa.Text(collation="C"), nullable=False),
        sa.Column("batch_number", sa.Text(collation="C"), nullable=False),
        sa.Column("case_number", sa.Text(collation="C"), nullable=True),
        sa.Column("cause", sa.Text(collation="C"), nullable=True),
        sa.Column("instrument_number", sa.Text(collation="C"), nullable=True),
        sa.Column("certificate_serial", sa.Text(collation="C"), nullable=True),
        sa.Column("court_code", sa.Text(collation="C"), nullable=True),
        sa.Column("performed_on", sa.Date(), nullable=True),
        sa.Column("amount", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("listed_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.Column("removal_reason", sa.Text(collation="C"), nullable=True),
        sa.Column("area_code", sa.Text(collation="C"), nullable=True),
        sa.Column("is_publication_consented", sa.Boolean(), nullable=True),
        sa.Column("remarks", sa.Text(collation="C"), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "subject_kind in ('NATURAL_PERSON', 'ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')",
            name="ck_honest_listing_subject_kind",
        ),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_honest_listing"),
        sa.UniqueConstraint("subject_id", "batch_number", name="uq_honest_listing_subject_id_batch_number"),
    )
    op.create_index("ix_honest_listing_area_code", "honest_listing", ["area_code"])
    op.create_index("ix_honest_listing_batch_number_id", "honest_listing", ["batch_number", "id"])
    op.create_index("ix_honest_listing_case_number", "honest_listing", ["case_number"])
    op.create_index("ix_honest_listing_court_code", "honest_listing", ["court_code"])
    op.create_index("ix_honest_listing_expires_on", "honest_listing", ["expires_on"])
    op.create_index("ix_honest_listing_id", "honest_listing", ["id"])
    op.create_index("ix_honest_listing_listed_on_id", "honest_listing", ["listed_on", "id"])
    op.create_index("ix_honest_listing_removed_on", "honest_listing", ["removed_on"])


def _listing() -> None:
    op.create_table(
        "listing",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("subject_kind", sa.Text(collation="C"), nullable=False),
        sa.Column("state", sa.Text(collation="C"), nullable=False),
        sa.Column("case_number", sa.Text(collation="C"), nullable=False),
        sa.Column("court_code", sa.Text(collation="C"), nullable=True),
        sa.Column("decision_number", sa.Text(collation="C"), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("term_ends_on", sa.Date(), nullable=True),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.Column("removal_reason", sa.Text(collation="C"), nullable=True),
        sa.Column("absent_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("grounds", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("conduct", sa.Text(collation="C"), nullable=True),
        sa.Column("performance", sa.Text(collation="C"), nullable=True),
        sa.Column("performed_part", sa.Text(collation="C"), nullable=True),
        sa.Column("unperformed_part", sa.Text(collation="C"), nullable=True),
        sa.Column("obligation", sa.Text(collation="C"), nullable=True),
        sa.Column("basis_number", sa.Text(collation="C"), nullable=True),
        sa.Column("basis_issuer", sa.Text(collation="C"), nullable=True),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("province", sa.Text(collation="C"), nullable=True),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("sex", sa.Text(collation="C"), nullable=True),
        sa.Column("legal_representative", sa.Text(collation="C"), nullable=True),
        sa.Column("record_id", sa.Text(collation="C"), nullable=True),
        sa.Column("target_role", sa.Text(collation="C"), nullable=True),
        sa.Column("order_path", sa.Text(collation="C"), nullable=True),
        sa.Column("unit_name", sa.Text(collation="C"), nullable=True),
        sa.Column("list_name", sa.Text(collation="C"), nullable=True),
        sa.Column("reason", sa.Text(collation="C"), nullable=True),
        sa.Column("listing_authority", sa.Text(collation="C"), nullable=True),
        sa.Column("removal_authority", sa.Text(collation="C"), nullable=True),
        sa.Column("removal_grounds", sa.Text(collation="C"), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("kind in ('SX', 'CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY')", name="ck_listing_kind"),
        sa.CheckConstraint("performance in ('NONE', 'PARTIAL', 'FULL')", name="ck_listing_performance"),
        sa.CheckConstraint(
            "removal_reason in ('R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'TERM_EXPIRED', 'REVOKED', 'CORRECTED', 'UNSTATED')",
            name="ck_listing_removal_reason",
        ),
        sa.CheckConstraint("sex in ('MALE', 'FEMALE')", name="ck_listing_sex"),
        sa.CheckConstraint(
            "state in ('PROPOSED', 'GRACE', 'PUBLISHED', 'SHIELDED', 'REMOVED', 'REVOKED')", name="ck_listing_state"
        ),
        sa.CheckConstraint(
            "subject_kind in ('NATURAL_PERSON', 'ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')",
            name="ck_listing_subject_kind",
        ),
        sa.CheckConstraint(
            "target_role in ('DEBTOR', 'LEGAL_REPRESENTATIVE', 'MAIN_RESPONSIBLE', 'DIRECTLY_RESPONSIBLE', 'ACTUAL_CONTROLLER')",
            name="ck_listing_target_role",
        ),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_listing"),
        sa.UniqueConstraint("subject_id", "kind", "case_number", name="uq_listing_subject_id_kind_case_number"),
    )
    op.create_index("ix_listing_case_number_id", "listing", ["case_number", "id"])
    op.create_index("ix_listing_court_code", "listing", ["court_code"])
    op.create_index("ix_listing_decided_on_id", "listing", ["decided_on", "id"])
    op.create_index("ix_listing_id", "listing", ["id"])
    op.create_index("ix_listing_list_name", "listing", ["list_name"])
    op.create_index("ix_listing_published_on_id", "listing", ["published_on", "id"])
    op.create_index("ix_listing_removed_on", "listing", ["removed_on"])
    op.create_index("ix_listing_term_ends_on", "listing", ["term_ends_on"])


def _performance_certificate() -> None:
    op.create_table(
        "performance_certificate",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("serial", sa.Text(collation="C"), nullable=False),
        sa.Column("case_number", sa.Text(collation="C"), nullable=True),
        sa.Column("instrument_number", sa.Text(collation="C"), nullable=True),
        sa.Column("court_code", sa.Text(collation="C"), nullable=True),
        sa.Column("performed_on", sa.Date(), nullable=True),
        sa.Column("amount", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("fee_reduction", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("is_revoked", sa.Boolean(), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_performance_certificate"),
        sa.UniqueConstraint("subject_id", "serial", name="uq_performance_certificate_subject_id_serial"),
    )
    op.create_index("ix_performance_certificate_case_number", "performance_certificate", ["case_number"])
    op.create_index("ix_performance_certificate_court_code", "performance_certificate", ["court_code"])
    op.create_index("ix_performance_certificate_id", "performance_certificate", ["id"])
    op.create_index("ix_performance_certificate_issued_on_id", "performance_certificate", ["issued_on", "id"])
    op.create_index("ix_performance_certificate_performed_on_id", "performance_certificate", ["performed_on", "id"])
    op.create_index("ix_performance_certificate_serial_id", "performance_certificate", ["serial", "id"])


def _quarantine_row() -> None:
    op.create_table(
        "quarantine_row",
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(collation="C"), nullable=False),
        sa.Column("column_name", sa.Text(collation="C"), nullable=True),
        sa.Column("locator", sa.Text(collation="C"), nullable=True),
        sa.Column("raw_masked", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("raw_sealed", postgresql.BYTEA(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name="fk_quarantine_row_batch_id"),
        sa.PrimaryKeyConstraint("batch_id", "row_no", name="pk_quarantine_row"),
    )
    op.create_index("ix_quarantine_row_reason", "quarantine_row", ["reason"])


def _responsible_person() -> None:
    op.create_table(
        "responsible_person",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("case_number", sa.Text(collation="C"), nullable=True),
        sa.Column("role", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(collation="C"), nullable=False),
        sa.Column("id_number_masked", sa.Text(collation="C"), nullable=True),
        sa.Column("id_number_sealed", postgresql.BYTEA(), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "role in ('LEGAL_REPRESENTATIVE', 'MAIN_RESPONSIBLE', 'DIRECTLY_RESPONSIBLE', 'ACTUAL_CONTROLLER')",
            name="ck_responsible_person_role",
        ),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_responsible_person"),
        sa.UniqueConstraint(
            "subject_id",
            "case_number",
            "role",
            "name",
            name="uq_responsible_person_subject_id_case_number_role_name",
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index("ix_responsible_person_case_number", "responsible_person", ["case_number"])


def _subject_identifier() -> None:
    op.create_table(
        "subject_identifier",
        sa.Column("kind", sa.Text(collation="C"), nullable=False),
        sa.Column("value", sa.Text(collation="C"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("kind", "value", name="pk_subject_identifier"),
    )
    op.create_index("ix_subject_identifier_subject_id", "subject_identifier", ["subject_id"])


def _terminated_case() -> None:
    op.create_table(
        "terminated_case",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("case_number", sa.Text(collation="C"), nullable=False),
        sa.Column("court_code", sa.Text(collation="C"), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("terminated_on", sa.Date(), nullable=False),
        sa.Column("amount_applied", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("amount_unperformed", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("batch_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.BigInteger(), nullable=False),
        sa.Column("source_time", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", "id", name="pk_terminated_case"),
        sa.UniqueConstraint("subject_id", "case_number", name="uq_terminated_case_subject_id_case_number"),
    )
    op.create_index("ix_terminated_case_case_number_id", "terminated_case", ["case_number", "id"])
    op.create_index("ix_terminated_case_court_code", "terminated_case", ["court_code"])
    op.create_index("ix_terminated_case_filed_on", "terminated_case", ["filed_on"])
    op.create_index("ix_terminated_case_id", "terminated_case", ["id"])
    op.create_index("ix_terminated_case_terminated_on_id", "terminated_case", ["terminated_on", "id"])

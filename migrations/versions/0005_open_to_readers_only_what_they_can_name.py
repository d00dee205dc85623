"""Open to readers only what they can name: column by column, and ID numbers through one function.

`hub_reader` could select whole tables: row hashes, provenance, and every keyed hash of an ID number, by the million. It
now selects the columns that statements of the read path can name, of identifiers those kinds that a caller may look up
as they are, and `person_by_blind` answers who bears one ID number to whoever holds its keyed hash already. The policy
on identifiers compares what the index leads with, so that it costs a look-up nothing.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

#: what the read path can name, table by table, when this was written (`schema.readable`)
READABLE = {
    "agency": "id code name role area_code credit_code valid_from valid_to successor_code",
    "area": "id code name level category parent_code host_code valid_from valid_to successor_code",
    "batch": (
        "id source_name provider_code file_name sha256 encoding mode status rows_read rows_accepted "
        "rows_quarantined rows_ignored facts_inserted facts_updated facts_unchanged received_at"
    ),
    "case_party": "id subject_id case_number court_code role name amount",
    "court": "id code name short_name level area_code superior_code numeric_code aliases valid_from valid_to",
    "enforcement_case": (
        "id subject_id case_number case_type court_code filed_on state closing_mode closed_on cause "
        "original_case_number basis_number basis_issuer amount_applied amount_recovered amount_unrecovered "
        "is_referred_to_bankruptcy batch_id"
    ),
    "feedback": "id hit_id subject_id agency_code measure_code outcome acted_on note reported_at",
    "former_name": "id subject_id subject_kind name used_until",
    "government_debtor_entry": (
        "id snapshot_id subject_id area_code change name credit_code government_kind case_number court_code "
        "published_on days_listed"
    ),
    "government_debtor_snapshot": (
        "id area_code week taken_at listed_count added_count cleared_count unchanged_count is_zero digest previous_id"
    ),
    "honest_listing": (
        "id subject_id subject_kind batch_number case_number cause instrument_number certificate_serial "
        "court_code performed_on amount listed_on expires_on removed_on removal_reason area_code "
        "is_publication_consented remarks batch_id"
    ),
    "listing": (
        "id subject_id kind subject_kind state case_number court_code decision_number decided_on published_on "
        "term_ends_on removed_on removal_reason absent_since grounds conduct performance performed_part "
        "unperformed_part obligation basis_number basis_issuer filed_on province age sex legal_representative "
        "record_id target_role order_path unit_name list_name reason listing_authority removal_authority "
        "removal_grounds batch_id"
    ),
    "measure": (
        "id code name name_en kind group_name target_kind triggers scenarios executing_roles mode legal_basis "
        "is_confirmed review_required instruction_zh instruction_en remedy_zh remedy_en valid_from valid_to"
    ),
    "performance_certificate": (
        "id subject_id serial case_number instrument_number court_code performed_on amount fee_reduction "
        "issued_on is_revoked batch_id"
    ),
    "responsible_person": "id subject_id case_number role name id_number_masked id_number_sealed",
    "screening": "id agency_code officer scenario purpose matter policy_version asked_at",
    "screening_hit": "id item_id subject_id agency_code outcome listing_id listing_kind measure_codes hit_at",
    "screening_item": "id screening_id agency_code ordinal outcome",
    "source": "id name title title_en provider precedence",
    "subject": (
        "id kind name credit_code area_code address id_number_masked id_number_sealed birth_date sex phone "
        "is_provisional enterprise_kind credit_code_valid organisation_code registration_number "
        "legal_representative company_type registration_state registration_authority registered_capital "
        "business_scope established_on approved_on operates_from operates_to is_state_owned government_kind "
        "superior_name superior_credit_code valid_from valid_to"
    ),
    "subject_identifier": "kind value subject_id",
    "terminated_case": (
        "id subject_id case_number court_code filed_on terminated_on amount_applied amount_unperformed batch_id"
    ),
    "work_day": "id day is_workday name source",
}

#: in the schema of the tables, whichever that is, and deaf to the caller's search path
FUNCTION = """
do $$
begin
    execute format(
        'create function person_by_blind(blind text) returns uuid
         language plpgsql stable strict parallel safe security definer set search_path = pg_catalog as $f$
         begin
             return (select i.subject_id from %1$I.subject_identifier i where i.kind = ''ID_NUMBER'' and i.value = blind);
         end $f$', current_schema);
end
$$
"""


def upgrade() -> None:
    for table, columns in READABLE.items():
        op.execute(f"revoke all on {table} from hub_reader")
        op.execute(f"grant select ({', '.join(columns.split())}) on {table} to hub_reader")
    op.execute(FUNCTION)
    op.execute("revoke all on function person_by_blind(text) from public")
    op.execute("grant execute on function person_by_blind(text) to hub_reader, hub_writer")
    op.execute("alter table subject_identifier enable row level security")
    op.execute("create policy open_kinds on subject_identifier for select to hub_reader, hub_writer"
               " using (kind = 'CREDIT_CODE')")  # fmt: skip
    op.execute("create policy loading on subject_identifier to hub_loader using (true) with check (true)")


def downgrade() -> None:
    for policy in ("open_kinds", "loading"):
        op.execute(f"drop policy {policy} on subject_identifier")
    op.execute("alter table subject_identifier disable row level security")
    op.execute("drop function person_by_blind(text)")
    for table in READABLE:
        op.execute(f"revoke all on {table} from hub_reader")
        if table != "subject":
            op.execute(f"grant select on {table} to hub_reader")
    before = [*READABLE["subject"].split(), "batch_id", "row_no", "content_hash", "source_time", "recorded_at"]
    op.execute(f"grant select ({', '.join(before)}) on subject to hub_reader")

"""Keep every agency to its own acts, and acts to the columns that they read.

An act may write and read screenings and feedback of the agency that its transaction names and of no other: a mistake in
an act cannot put words into another agency's mouth. Readers pass, for the compiler compares the agency in their
statements, and a setting for each read costs a third of it. Not forced on the owner: his dumps would fail.
`hub_writer` could open whole tables; it keeps the columns that acts name, the ciphertext of ID numbers not among them.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

#: written by an agency, and its own
OWNED = ("screening", "screening_item", "screening_hit", "feedback")
#: what acts and snapshots read of what sources deliver
READ = {
    "area": "code level",
    "court": "code area_code",
    "honest_listing": "id subject_id court_code expires_on removed_on",
    "listing": "id subject_id kind state case_number court_code published_on term_ends_on",
    "measure": "code triggers target_kind scenarios executing_roles valid_from valid_to",
    "subject": "id kind name credit_code area_code government_kind id_number_pattern is_provisional",
    "subject_identifier": "kind value subject_id",
}
UNREAD = (
    "agency", "batch", "case_party", "enforcement_case", "former_name", "performance_certificate",
    "responsible_person", "source", "terminated_case", "work_day",
)  # fmt: skip

#: empty after the transaction that set it, null before the first: both match no row
AGENCY = "agency_code = nullif(current_setting('hub.agency', true), '')"


def upgrade() -> None:
    for table in OWNED:
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_agency on {table} to hub_writer using ({AGENCY}) with check ({AGENCY})")
        op.execute(f"create policy compiled on {table} for select to hub_reader using (true)")
    for table in (*READ, *UNREAD):
        op.execute(f"revoke all on {table} from hub_writer")
    for table, columns in READ.items():
        op.execute(f"grant select ({', '.join(columns.split())}) on {table} to hub_writer")


def downgrade() -> None:
    for table in (*READ, *UNREAD):
        op.execute(f"revoke all on {table} from hub_writer")
        op.execute(f"grant select on {table} to hub_writer")
    for table in OWNED:
        op.execute(f"drop policy own_agency on {table}")
        op.execute(f"drop policy compiled on {table}")
        op.execute(f"alter table {table} disable row level security")

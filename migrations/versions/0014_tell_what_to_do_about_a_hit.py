"""Tell what to do about a hit: each hit keeps the instruction that the catalogue gave on its day.

An agency's own rows, like all that acts write: row-level security keeps an act to the agency of its transaction. Acts
read of the catalogue what an instruction says, and of closed cases which there are, for measures that follow from them.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql as pg

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

READABLE = (
    "id hit_id subject_id agency_code is_listed act tells_subject review_required measure_codes legal_basis"
    " instruction_zh instruction_en remedy_zh remedy_en valid_from valid_to"
)
#: what acts read besides
READ = {
    "measure": (
        "kind mode review_required legal_basis instruction_zh instruction_en remedy_zh remedy_en valid_from valid_to"
    ),
    "terminated_case": "id subject_id court_code",
}
#: as migration 0008 writes it
AGENCY = "agency_code = nullif(current_setting('hub.agency', true), '')"


def upgrade() -> None:
    texts = ("measure_codes", "legal_basis", "instruction_zh", "instruction_en", "remedy_zh", "remedy_en")
    op.create_table(
        "screening_instruction",
        sa.Column("id", sa.UUID(as_uuid=False), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("hit_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("agency_code", sa.Text(collation="C"), nullable=False),
        sa.Column("is_listed", sa.Boolean(), nullable=False),
        sa.Column("act", sa.Text(collation="C"), nullable=False),
        sa.Column("tells_subject", sa.Boolean(), nullable=False),
        sa.Column("review_required", sa.Boolean(), nullable=False),
        *(sa.Column(name, pg.ARRAY(sa.Text()), nullable=False) for name in texts),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
        sa.CheckConstraint(
            "act in ('REFUSE', 'RESTRICT', 'WARN', 'REWARD', 'CONFIRM', 'NONE')", name="ck_screening_instruction_act"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_screening_instruction"),
        sa.UniqueConstraint("hit_id", name="uq_screening_instruction_hit_id"),
    )
    op.execute(f"grant select ({', '.join(READABLE.split())}) on screening_instruction to hub_reader")
    op.execute("grant select, insert on screening_instruction to hub_writer")
    op.execute("alter table screening_instruction enable row level security")
    op.execute(
        f"create policy own_agency on screening_instruction to hub_writer using ({AGENCY}) with check ({AGENCY})"
    )
    op.execute("create policy compiled on screening_instruction for select to hub_reader using (true)")
    for table, columns in READ.items():
        op.execute(f"grant select ({', '.join(columns.split())}) on {table} to hub_writer")


def downgrade() -> None:
    op.drop_table("screening_instruction")
    for table in READ:
        op.execute(f"revoke all on {table} from hub_writer")
    before = "code triggers target_kind scenarios executing_roles valid_from valid_to"
    op.execute(f"grant select ({', '.join(before.split())}) on measure to hub_writer")

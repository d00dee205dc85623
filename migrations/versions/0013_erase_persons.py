"""Erase persons: a key of his own for whoever has a sealed value, and what keeps him from coming back.

Values sealed before stay as they are until `hub keys rotate` gives each a key of its own. A person's name in a natural
key is unique only while it stands there. An erased person's identifiers stay, marked, so that loads know him again, and
`person_by_blind` does not. Loaders may read who was erased, not why or by whom; they write keys and never delete one.

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql as pg

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

#: tables whose natural key holds a person's name → its columns, whether null is a value of them
NAMED = {
    "case_party": (["subject_id", "case_number", "role", "name"], False),
    "former_name": (["subject_id", "name"], False),
    "responsible_person": (["subject_id", "case_number", "role", "name"], True),
}

#: as in revision 0005, but for the last condition
FUNCTION = """
do $$
begin
    execute format(
        'create or replace function person_by_blind(blind text) returns uuid
         language plpgsql stable strict parallel safe security definer set search_path = pg_catalog as $f$
         begin
             return (select i.subject_id from %%1$I.subject_identifier i
                     where i.kind = ''ID_NUMBER'' and i.value = blind %s);
         end $f$', current_schema);
end
$$
"""


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "person_key",
        sa.Column("owner_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("key_sealed", pg.BYTEA(), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", name="pk_person_key"),
    )
    op.create_table(
        "erasure",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("subject_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("basis", sa.Text(collation="C"), nullable=False),
        sa.Column("order_number", sa.Text(collation="C"), nullable=True),
        sa.Column("proposed_by", sa.Text(collation="C"), nullable=False),
        sa.Column("proposed_at", moment, server_default=sa.text("now()"), nullable=False),
        sa.Column("approved_by", sa.Text(collation="C"), nullable=True),
        sa.Column("approved_at", moment, nullable=True),
        sa.Column("finished_at", moment, nullable=True),
        sa.CheckConstraint("approved_by <> proposed_by", name="ck_erasure_two_persons"),
        sa.CheckConstraint("(approved_by is null) = (approved_at is null)", name="ck_erasure_approved"),
        sa.CheckConstraint("finished_at is null or approved_at is not null", name="ck_erasure_finished"),
        sa.PrimaryKeyConstraint("id", name="pk_erasure"),
        sa.UniqueConstraint("subject_id", name="uq_erasure_subject_id"),
    )
    op.create_table(
        "erased_name",
        sa.Column("case_number", sa.Text(collation="C"), nullable=False),
        sa.Column("name_blind", pg.BYTEA(), nullable=False),
        sa.PrimaryKeyConstraint("case_number", "name_blind", name="pk_erased_name"),
    )
    op.add_column("subject", sa.Column("erased_at", moment, nullable=True))
    op.add_column(
        "subject_identifier", sa.Column("erased", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column("batch", sa.Column("rows_erased", sa.Integer(), server_default=sa.text("0"), nullable=False))
    for table, (columns, nulls) in NAMED.items():
        name = f"uq_{table}_{'_'.join(columns)}"
        op.drop_constraint(name, table)
        op.create_index(
            name, table, columns, unique=True, postgresql_where=sa.text("name <> 'ERASED'"),
            postgresql_nulls_not_distinct=nulls or None,
        )  # fmt: skip
    op.execute(FUNCTION % "and not i.erased")
    op.execute("grant select (owner_id, key_sealed) on person_key to hub_reader")
    op.execute("grant select (erased_at) on subject to hub_reader")
    op.execute("grant select, insert, update on person_key to hub_loader")
    op.execute("grant select (subject_id, approved_at) on erasure to hub_loader")
    op.execute("grant select on erased_name to hub_loader")


def downgrade() -> None:
    """Refuses where anybody was erased or a value has a key of its own: either would come undone."""
    op.execute("""do $$ begin
        if exists (select from erasure where approved_at is not null) or exists (select from person_key) then
            raise exception 'persons were erased or have keys of their own; restore a backup instead';
        end if; end $$""")
    op.execute(FUNCTION % "")
    for table, (columns, nulls) in NAMED.items():
        name = f"uq_{table}_{'_'.join(columns)}"
        op.drop_index(name, table)
        op.create_unique_constraint(name, table, columns, postgresql_nulls_not_distinct=nulls or None)
    op.drop_column("batch", "rows_erased")
    op.drop_column("subject_identifier", "erased")
    op.drop_column("subject", "erased_at")
    for table in ("erased_name", "erasure", "person_key"):
        op.drop_table(table)

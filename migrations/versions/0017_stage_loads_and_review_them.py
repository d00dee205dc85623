"""Stage loads where a killed one left off, and have a second person look at what would make many people vanish.

The schema `staging` belongs to the loaders alone. What stands there is unlogged: a load that dies goes on from it, and a
crash of PostgreSQL empties rows and ledger alike, so that the load begins anew. Facts of lists are recognised by the
keyed hash of the source row that last stated them; a suspect is left out, for its return must be noticed.

Revision ID: 0017
Revises: 0016
"""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

#: table → condition of the index by which unchanged rows are recognised
RECOGNISED = {
    "honest_listing": "",
    "licence": "",
    "listing": " where absent_since is null",
    "penalty": "",
    "performance_certificate": "",
    "terminated_case": "",
}

_STAGING = """
create schema staging;
revoke all on schema staging from public;
grant usage, create on schema staging to hub_loader;
create unlogged table staging.load (
    source_name text collate "C" not null,
    sha256 text collate "C" not null,
    -- what the staged rows depend on besides the bytes: mode, mapping, sealing key
    fingerprint text collate "C" not null,
    batch_id uuid not null default gen_random_uuid(),
    begun_at timestamptz not null default now(),
    primary key (source_name, sha256)
);
create unlogged table staging.chunk (
    batch_id uuid not null,
    chunk_no integer not null,
    -- number of the last record in it; the next chunk begins behind
    last_row integer not null,
    -- which table holds its rows, and how many rows it has there
    span_no integer not null,
    staged integer not null,
    rows_read integer not null,
    rows_accepted integer not null,
    rows_quarantined integer not null,
    rows_ignored integer not null,
    rows_unchanged integer not null,
    filled jsonb not null,
    columns text[] not null,
    primary key (batch_id, chunk_no)
);
create unlogged table staging.reject (
    batch_id uuid not null,
    row_no integer not null,
    reason text collate "C" not null,
    column_name text collate "C",
    locator text collate "C",
    raw_masked jsonb not null,
    raw_sealed bytea not null,
    row_hash bigint,
    primary key (batch_id, row_no)
);
-- names stand in it for as long as a load lasts: the planner is to remember none
alter table staging.reject alter raw_masked set statistics 0, alter raw_sealed set statistics 0;
grant select, insert, update, delete on staging.load, staging.chunk, staging.reject to hub_loader;
"""

_BATCH = """
alter table batch drop constraint ck_batch_status;
alter table batch add constraint ck_batch_status check (status in ('MERGED', 'PARKED', 'REJECTED'));
alter table batch add rows_unchanged integer not null default 0;
alter table batch alter rows_unchanged drop default;
alter table batch add constraint ck_batch_account
    check (rows_accepted + rows_quarantined + rows_ignored = rows_read and rows_unchanged <= rows_accepted);
grant select (rows_unchanged) on batch to hub_reader;
"""

_DELIVERY = """
create table delivery (
    batch_id uuid not null,
    delivered_by text collate "C" not null,
    columns text[] not null,
    mapping text collate "C" not null,
    as_of timestamptz,
    reasons jsonb not null,
    parked jsonb,
    decision text collate "C",
    decided_by text collate "C",
    decided_at timestamptz,
    constraint pk_delivery primary key (batch_id),
    constraint fk_delivery_batch_id foreign key (batch_id) references batch (id),
    constraint ck_delivery_decision check (decision in ('RELEASED', 'REJECTED')),
    constraint ck_delivery_two_persons check (decision <> 'RELEASED' or decided_by <> delivered_by),
    constraint ck_delivery_decided check (num_nonnulls(decision, decided_by, decided_at) in (0, 3))
);
create table stored_file (
    sha256 text collate "C" not null,
    size bigint not null,
    key_sealed bytea not null,
    stored_at timestamptz not null default now(),
    constraint pk_stored_file primary key (sha256)
);
alter table quarantine_row add replayed_at timestamptz, add row_hash bigint;
create index ix_quarantine_row_row_hash on quarantine_row (row_hash);
grant select, insert, update on delivery, stored_file to hub_loader;
grant update (replayed_at) on quarantine_row to hub_loader;
"""


def upgrade() -> None:
    op.execute(_STAGING)
    op.execute(_BATCH)
    op.execute(_DELIVERY)
    for table, condition in RECOGNISED.items():
        op.execute(f"create index ix_{table}_content_hash on {table} (content_hash){condition}")


def downgrade() -> None:
    for table in RECOGNISED:
        op.execute(f"drop index ix_{table}_content_hash")
    op.execute("revoke update (replayed_at) on quarantine_row from hub_loader")
    op.execute("alter table quarantine_row drop column replayed_at, drop column row_hash")
    op.execute("drop table delivery, stored_file")
    op.execute("drop schema staging cascade")
    op.execute("alter table batch drop constraint ck_batch_account, drop column rows_unchanged")
    op.execute("update batch set status = 'REJECTED' where status = 'PARKED'")
    op.execute("alter table batch drop constraint ck_batch_status")
    op.execute("alter table batch add constraint ck_batch_status check (status in ('MERGED', 'REJECTED'))")

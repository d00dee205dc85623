"""Take files in by upload and by pull: what is being sent, how far each pull has come, and who leads the pulls.

All three belong to the loaders: readers and acts see nothing of them.

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_UPLOAD = """
create table upload (
    id uuid not null default gen_random_uuid(),
    source_name text collate "C" not null,
    file_name text collate "C" not null,
    mode text collate "C",
    sha256 text collate "C" not null,
    size bigint not null,
    agency text collate "C" not null,
    issuer text collate "C" not null,
    officer text collate "C" not null,
    token text collate "C" not null,
    -- key of the sealed file, as in stored_file, where it goes when the bytes turn out to be those announced
    key_sealed bytea not null,
    -- what is safely on the disk: bytes of the file, sealed blocks, bytes of these
    received bigint not null default 0,
    blocks integer not null default 0,
    stored bigint not null default 0,
    state text collate "C" not null default 'OPEN',
    batch_id uuid,
    refusal jsonb,
    begun_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    constraint pk_upload primary key (id),
    constraint ck_upload_state check (state in ('OPEN', 'RECEIVED', 'LOADED', 'REFUSED', 'CANCELLED')),
    constraint ck_upload_mode check (mode in ('FULL', 'DELTA')),
    constraint ck_upload_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_upload_received check (received between 0 and size)
);
create unique index uq_upload_alive on upload (agency, source_name, sha256)
    where state in ('OPEN', 'RECEIVED', 'LOADED');
create index ix_upload_waiting on upload (begun_at) where state in ('OPEN', 'RECEIVED');
grant select, insert, update on upload to hub_loader;
"""

_PULL = """
create table pull (
    name text collate "C" not null,
    position jsonb,
    token bigint not null default 0,
    begun_at timestamptz,
    ended_at timestamptz,
    succeeded_at timestamptz,
    failures integer not null default 0,
    code text collate "C",
    rows_pulled bigint not null default 0,
    batch_id uuid,
    constraint pk_pull primary key (name)
);
create table sync_leader (
    id boolean not null default true,
    token bigint not null,
    name text collate "C" not null,
    since timestamptz not null default now(),
    constraint pk_sync_leader primary key (id),
    constraint ck_sync_leader_one check (id)
);
grant select, insert, update on pull, sync_leader to hub_loader;
"""


def upgrade() -> None:
    op.execute(_UPLOAD)
    op.execute(_PULL)


def downgrade() -> None:
    op.execute("drop table sync_leader, pull, upload")

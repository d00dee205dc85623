"""Log access: who saw what of whom and why, append-only, each entry hashed with the one before it.

The log stands in a schema of its own, into which no role of the hub may look; one function appends, and nothing else
writes. Entries are partitioned by their numbers, 2^20 to a partition, so that old ones can be dropped whole.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

from alembic import op

from migrations.roles import create_roles

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = """
create schema audit;

create table audit.entry (
    seq bigint not null,
    -- clock of the database, never earlier than that of the entry before
    at timestamptz not null,
    -- JSON as the worker wrote it; what is hashed is this text
    content text collate "C" not null,
    -- SHA-256 of: a zero byte, the hash before (32 zero bytes before the first), and seq, time, content on lines of their own
    hash bytea not null,
    -- read from the content, for look-ups only; proofs do without
    agency text collate "C" not null,
    decision text collate "C" not null,
    primary key (seq)
) partition by range (seq);
-- compressing an entry that names a hundred subjects takes longer than writing it
alter table audit.entry alter column content set storage external;
create table audit.entry_0 partition of audit.entry for values from (0) to (1048576) with (toast_tuple_target = 8160);
create index on audit.entry (agency, seq);

create table audit.subject (
    subject_id uuid not null,
    seq bigint not null,
    primary key (subject_id, seq)
);

create table audit.head (
    one boolean primary key default true check (one),
    seq bigint not null,
    at timestamptz not null,
    hash bytea not null
) with (fillfactor = 10);

-- entries before this number stand in audit.subject
create table audit.indexed (one boolean primary key default true check (one), indexed bigint not null);
insert into audit.indexed (indexed) values (0);
insert into audit.head (seq, at, hash) values (-1, '-infinity', decode(repeat('00', 32), 'hex'));
"""

#: Of what it calls, everything is of pg_catalog or named with its schema. The lock on the head puts writers in order.
APPEND = r"""
create function audit.append(contents text[], agencies text[], decisions text[]) returns json
language plpgsql security definer set search_path = pg_catalog
as $$
declare
    count constant integer := array_length(contents, 1);
    first bigint;
    last_hash bytea;
    moment timestamptz;
    written text;
    hashes bytea[] := '{}';
begin
    select seq + 1, hash, greatest(at, clock_timestamp()) into first, last_hash, moment from audit.head for update;
    written := to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
    for i in 1..count loop
        last_hash := sha256('\x00'::bytea || last_hash
                            || convert_to((first + i - 1) || E'\n' || written || E'\n' || contents[i], 'UTF8'));
        hashes[i] := last_hash;
    end loop;
    if (first - 1) >> 20 <> (first + count - 1) >> 20 and first + count > 1 then
        execute format('create table if not exists audit.entry_%s partition of audit.entry for values from (%s) to (%s)'
                       ' with (toast_tuple_target = 8160)',
                       (first + count - 1) >> 20, (first + count - 1) >> 20 << 20, ((first + count - 1) >> 20) + 1 << 20);
    end if;
    insert into audit.entry (seq, at, content, hash, agency, decision)
    select first + place - 1, moment, content, hash, agency, decision
    from unnest(contents, hashes, agencies, decisions) with ordinality as new(content, hash, agency, decision, place);
    update audit.head set seq = first + count - 1, at = moment, hash = last_hash;
    return to_json(first + count - 1);
end
$$
"""

#: Which entries name a subject, from the number where it was left on. Not done with each entry: a page names a hundred,
#: each of which would be written somewhere else in the index while an answer waits.
INDEX = """
create function audit.index_subjects(most integer) returns json
language plpgsql security definer set search_path = pg_catalog
as $$
declare
    beginning bigint;
    ending bigint;
begin
    select indexed into beginning from audit.indexed for update;
    select max(seq) + 1 into ending
    from (select seq from audit.entry where seq >= beginning order by seq limit most) next;
    if ending is null then
        return to_json(0);
    end if;
    insert into audit.subject (subject_id, seq)
    select distinct named::uuid, seq
    from audit.entry, lateral json_array_elements_text(content::json->'subjects') named
    where seq >= beginning and seq < ending
    order by 1, 2
    on conflict do nothing;
    update audit.indexed set indexed = ending;
    return to_json(ending - beginning);
end
$$
"""

#: Hashes tell nothing of their entries, each of which holds 128 random bits.
HASHES = """
create function audit.hashes(first bigint, most integer) returns json
language sql stable security definer set search_path = pg_catalog
as $$
    select coalesce(json_agg(encode(hash, 'hex') order by seq), '[]')
    from (select seq, hash from audit.entry where seq >= first order by seq limit most) found
$$
"""


def upgrade() -> None:
    create_roles(op)
    op.execute(TABLES)
    op.execute(APPEND)
    op.execute(HASHES)
    op.execute(INDEX)
    op.execute("grant usage on schema audit to hub_logger")
    for function in ("append(text[], text[], text[])", "hashes(bigint, integer)", "index_subjects(integer)"):
        op.execute(f"revoke all on function audit.{function} from public")
        op.execute(f"grant execute on function audit.{function} to hub_logger")


def downgrade() -> None:
    op.execute("drop schema audit cascade")

"""Show the access log: views over it for readers, who still may not look into its schema, and seals on matters.

The views run with their owner's rights and hold what `schema/entities/access.py` declares, no more; who sees which rows
of them is compiled into statements, like all row rules. Nothing is added to what an entry costs when it is written.
Who asked about a subject is found by the index that the keeper fills, together with the entries that are not in it yet.

An agency seals a matter by a row, which acts may add and whose end they may bring forward, and nothing else.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

SEAL = """
create table access_seal (
    id uuid not null default gen_random_uuid(),
    agency_code text collate "C" not null,
    officer text collate "C" not null,
    matter text collate "C" not null,
    legal_basis text collate "C" not null,
    renewal integer not null,
    sealed_at timestamptz not null default now(),
    sealed_until timestamptz not null,
    released_at timestamptz,
    released_by text collate "C",
    constraint pk_access_seal primary key (id),
    constraint uq_access_seal_agency_code_matter_renewal unique (agency_code, matter, renewal),
    constraint ck_access_seal_bounded check (sealed_until > sealed_at and sealed_until <= sealed_at + interval '366 days'),
    constraint ck_access_seal_released check ((released_at is null) = (released_by is null))
);
create index ix_access_seal_agency_code on access_seal (agency_code);
create index ix_access_seal_matter on access_seal (matter);
create index ix_access_seal_sealed_at_id on access_seal (sealed_at, id);
"""

#: the officer's courts; entries of before this were written without
_COURTS = "case when e.content::json->'courts' is not null then array(select json_array_elements_text(e.content::json->'courts')) end"
#: an id of what stands in an entry, from the entry's 128 random bits
_ID = "encode(substr(sha256(convert_to((e.content::json->>'id') || {}, 'UTF8')), 1, 16), 'hex')::uuid"


def _texts(member: str) -> str:
    return f"array(select json_array_elements_text(e.content::json->'{member}'))"


def _text(member: str) -> str:
    return f"""(e.content::json->>'{member}') collate "C" """


ENTRY = f"""
create view access_entry as
select (e.content::json->>'id')::uuid as id, e.seq as position, e.seq as sequence, e.at, e.agency as agency_code,
    {_COURTS} as court_codes, {_text("iss")} as issuer, {_text("sub")} as officer, {_texts("roles")} as roles,
    array(select concat_ws(' ', a->>'agency', a->>'sub', (select string_agg(r, '+' order by r)
                                                          from json_array_elements_text(a->'roles') r))
          from json_array_elements(e.content::json->'actors') with ordinality each(a, place) order by place) as actors,
    {_text("purpose")} as purpose, {_text("matter")} as matter, {_text("operation")} as operation,
    {_text("name")} as operation_name, e.decision, {_text("code")} as code, {_text("policy")} as policy_version,
    array(select l.key || ' ' || l.value
          from (select * from json_each_text(e.content::json->'levels')
                union all select * from json_each_text(e.content::json->'refused')) l
          order by l.key collate "C") as levels,
    {_texts("groups")} as kinds,
    coalesce(json_array_length(e.content::json->'subjects'), 0)
        + coalesce(json_array_length(e.content::json->'inspected'), 0) as subject_count
from audit.entry e
"""  # noqa: S608 - our own text

SUBJECT = f"""
create view access_subject as
select {_ID.format("named.id")} as id, e.seq as position, e.agency as agency_code, {_COURTS} as court_codes,
    named.id::uuid as subject_id
from audit.entry e, lateral (select json_array_elements_text(e.content::json->'subjects') as id
                             union all select json_array_elements_text(e.content::json->'inspected')) named
"""  # noqa: S608 - our own text

TERM = f"""
create view access_term as
select {_ID.format("t.place::text")} as id, e.seq as position, e.agency as agency_code, {_COURTS} as court_codes,
    t.place::integer as ordinal, (t.term->>'argument') collate "C" as argument,
    (t.term->>'hmac') collate "C" as digest, '******'::text as text_masked,
    decode(t.term->>'sealed', 'base64') as text_sealed
from audit.entry e, json_array_elements(e.content::json->'terms') with ordinality t(term, place)
"""  # noqa: S608 - our own text


def _access(subject: str) -> str:
    return f"""select {_ID.format(f"{subject}::text")} as id, {subject} as subject_id, e.seq as position, e.at,
    e.agency as agency_code, {_text("purpose")} as purpose, {_text("matter")} as matter, {_texts("groups")} as kinds"""


#: what the index holds, and what it does not yet: one statement sees both as of one moment. The upper bound leaves out
#: nothing, but has PostgreSQL plan for few entries instead of a third of the log
ACCESS = f"""
create view subject_access as
{_access("s.subject_id")}
from audit.subject s join audit.entry e on e.seq = s.seq
union all
{_access("named.id::uuid")}
from audit.entry e, json_array_elements_text(e.content::json->'subjects') named(id)
where e.seq between (select indexed from audit.indexed) and (select seq from audit.head)
"""  # noqa: S608 - our own text

VIEWS = ("access_entry", "access_subject", "access_term", "subject_access")
#: what the read path can name, when this was written (`schema.readable`)
READABLE = {
    "access_entry": (
        "id position sequence at agency_code court_codes issuer officer roles actors purpose matter operation"
        " operation_name decision code policy_version levels kinds subject_count"
    ),
    "access_subject": "id position agency_code court_codes subject_id",
    "access_term": "id position agency_code court_codes ordinal argument digest text_masked text_sealed",
    "subject_access": "id subject_id position at agency_code purpose matter kinds",
    "access_seal": ("id agency_code officer matter legal_basis renewal sealed_at sealed_until released_at released_by"),
}
#: empty after the transaction that set it, null before the first: both match no row
AGENCY = "agency_code = nullif(current_setting('hub.agency', true), '')"


def upgrade() -> None:
    op.execute(SEAL)
    for view in (ENTRY, SUBJECT, TERM, ACCESS):
        op.execute(view)
    for table, columns in READABLE.items():
        op.execute(f"grant select ({', '.join(columns.split())}) on {table} to hub_reader")
    op.execute("grant select, insert, update (released_at, released_by) on access_seal to hub_writer")
    op.execute("alter table access_seal enable row level security")
    op.execute(f"create policy own_agency on access_seal to hub_writer using ({AGENCY}) with check ({AGENCY})")
    op.execute("create policy compiled on access_seal for select to hub_reader using (true)")


def downgrade() -> None:
    for view in VIEWS:
        op.execute(f"drop view {view}")
    op.execute("drop table access_seal")

"""Find organisations by name, and join two subjects that are one so that it can be undone.

`name_core` is a name without what says only that it is a company's, and without brackets; `name_keys` are its pairs of
neighbouring characters, and for abbreviations (杭钢 for 杭州钢铁) pairs that leave every other character of its head
out, behind a tilde. One index over a function holds them for every organisation, never for a person, so that no load
and no act has to think of it. `find_organisations` looks for the asked pairs that few names have, as PostgreSQL's own
statistics tell, and measures what it finds; readers get the function alone, since it needs the statistics.

Two subjects are joined by passing the rows of one to the other: `origin_id` says whose they were, and of whose facts
later deliveries still compare. Undoing it takes the same rows back, so that all is as if it had never been done. The
subject that was joined keeps its row and its identifiers, hidden from readers; `subject_alias` leads from its id. Who
may be joined, and by how many persons, PostgreSQL decides: acts have no right to the rows, only to the functions.

Revision ID: 0021
Revises: 0020
"""

from __future__ import annotations

from importlib import import_module

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_LOG = import_module("migrations.versions.0015_answer_from_what_is_hashed")
_told = vars(_LOG)["_access"]

#: SQL: {name} without signs and forms of company; a replacement at a time takes a tenth of one regular expression
_CORE = "translate(upper({name} collate \"C\"), '()·. -—_,、&\"''', '')"
for _form in ("股份有限公司", "有限责任公司", "有限公司", "股份公司", "公司"):
    _CORE = f"replace({_CORE}, '{_form}', '')"
#: characters of a core that count; registered names are at most some forty long
_LONGEST = 24

CORE = f"""
create function name_core(name text) returns text language sql immutable strict parallel safe
return left({_CORE.format(name="name")}, {_LONGEST})
"""
KEYS = f"""
create function name_keys(name text) returns text[] language plpgsql immutable strict parallel safe as $f$
declare
    core text := left({_CORE.format(name="name")}, {_LONGEST});
    keys text[] := '{{}}';
begin
    for place in 1 .. length(core) - 1 loop
        keys := keys || substr(core, place, 2);
    end loop;
    if length(core) > 3 then
        keys := keys || ('~' || substr(core, 1, 1) || substr(core, 3, 1));
    end if;
    if length(core) > 5 then
        keys := keys || ('~' || substr(core, 3, 1) || substr(core, 5, 1));
    end if;
    return keys;
end $f$
"""
INDEX = "create index ix_subject_name_keys on subject using gin (name_keys(name)) where kind <> 'NATURAL_PERSON'"

#: names that the chosen pairs may be expected to have; below the first number of rows all pairs are looked for
_EXPECTED, _SMALL, _MOST_SEEN, _MOST_TOLD = 400, 5000, 1500, 100
#: where even the rarest pair is a common one, names are looked for that have all of them; a pair that the statistics do
#: not list is on average a tenth as frequent as the rarest that they do
FIND = f"""
do $$
begin
    execute format($create$
create function find_organisations(given text, out id uuid, out score numeric, out place bigint)
    returns setof record language plpgsql stable strict parallel safe rows 20 security definer
    set search_path = pg_catalog set jit = off as $f$
#variable_conflict use_column
declare
    sought text := %1$I.name_core(given);
    short boolean := length(sought) < 5;
    pairs text[] := array(select distinct k from unnest(%1$I.name_keys(given)) k where left(k, 1) <> '~');
    wanted text[] := pairs;
    common boolean := false;
    abbreviated text := regexp_replace(regexp_replace(sought, '[\\\\%%_]', '', 'g'), '(.)', '\\1%%', 'g');
    names real := (select c.reltuples from pg_class c where c.oid = '%1$I.subject'::regclass);
begin
    if length(sought) < 2 then
        return;
    end if;
    if short then
        wanted := wanted || array(select '~' || k from unnest(pairs) k);
    end if;
    if names >= {_SMALL} then
        with known as materialized (
            select s.most_common_elems::text::text[] as keys, s.most_common_elem_freqs as shares,
                   cardinality(s.most_common_elems::text::text[]) as listed
            from pg_stats s
            where s.schemaname = '%1$I' and s.tablename = 'ix_subject_name_keys' and s.attname = 'name_keys'
        ), expected as (
            select w.key, names * coalesce(k.shares[array_position(k.keys, w.key)], k.shares[k.listed + 1] / 10, 0)
                as names
            from unnest(wanted) w(key) left join known k on true
        ), summed as (
            select key, sum(names) over by_rarity as total, row_number() over by_rarity as turn
            from expected window by_rarity as (order by names, key)
        )
        select array_agg(key), max(total) > {_EXPECTED} into wanted, common from summed
            where total <= {_EXPECTED} or turn = 1;
    end if;
    return query
    select s.id, (floor(10 * s.likeness) / 10)::numeric(2, 1),
           row_number() over (order by s.likeness desc, s.id)
    from (
        select c.id, case when c.core = sought then 1 else round(greatest(
            least(0.99, 2.0 * (select count(*) from unnest(pairs) k where strpos(c.core, k) > 0)
                / (cardinality(pairs) + greatest(length(c.core) - 1, 1))),
            case when short and c.core like abbreviated then 0.7 end), 6) end as likeness
        from (
            select s.id, %1$I.name_core(s.name) as core from %1$I.subject s
            where not common and s.kind <> 'NATURAL_PERSON' and %1$I.name_keys(s.name) && wanted
            union all
            select s.id, %1$I.name_core(s.name) as core from %1$I.subject s
            where common and s.kind <> 'NATURAL_PERSON' and %1$I.name_keys(s.name) @> pairs
            limit case when names >= {_SMALL} then {_MOST_SEEN} else {_SMALL} end
        ) c
    ) s
    where s.likeness >= 0.3
    order by s.likeness desc, s.id limit {_MOST_TOLD};
end $f$
    $create$, current_schema);
end
$$
"""  # noqa: S608 - our own text

#: table whose rows pass → natural key, condition of its index
FACTS = {
    "case_party": ("subject_id case_number role name", " where name <> 'ERASED'"),
    "enforcement_case": ("subject_id case_number", ""),
    "former_name": ("subject_id name", " where name <> 'ERASED'"),
    "honest_listing": ("subject_id batch_number", ""),
    "licence": ("subject_id document_number", ""),
    "listing": ("subject_id kind case_number", ""),
    "penalty": ("subject_id document_number", ""),
    "performance_certificate": ("subject_id serial", ""),
    "responsible_person": ("subject_id case_number role name", " where name <> 'ERASED'"),
    "terminated_case": ("subject_id case_number", ""),
}
#: and what acts wrote of them
ACTED = ("feedback", "screening_hit", "screening_instruction")

TABLES = """
create table subject_alias (
    old_id uuid not null,
    current_id uuid not null,
    decision_id uuid not null,
    constraint pk_subject_alias primary key (old_id)
);
create index ix_subject_alias_current_id on subject_alias (current_id);
create table identity_decision (
    id uuid not null default gen_random_uuid(),
    kind text collate "C" not null,
    state text collate "C" not null,
    keep_id uuid not null,
    merge_id uuid not null,
    reason text collate "C" not null,
    agency_code text collate "C" not null,
    officer text collate "C" not null,
    decided_at timestamptz not null default now(),
    approved_by text collate "C",
    approved_at timestamptz,
    undone_at timestamptz,
    facts integer not null,
    listings integer not null,
    cases integer not null,
    hits integer not null,
    agencies integer not null,
    constraint pk_identity_decision primary key (id),
    constraint ck_identity_decision_kind check (kind in ('MERGE', 'SPLIT', 'APART')),
    constraint ck_identity_decision_state check (state in ('PREVIEWED', 'PROPOSED', 'IN_FORCE', 'UNDONE')),
    constraint ck_identity_decision_two_subjects check (keep_id <> merge_id),
    constraint ck_identity_decision_two_persons check (approved_by <> officer),
    constraint ck_identity_decision_approved check ((approved_by is null) = (approved_at is null))
);
create index ix_identity_decision_agency_code on identity_decision (agency_code);
create index ix_identity_decision_decided_at_id on identity_decision (decided_at, id);
alter table subject add merged_into uuid;
grant select on subject_alias to hub_loader;
grant select (old_id, current_id) on subject_alias to hub_reader;
grant select (old_id, current_id, decision_id) on subject_alias to hub_writer;
grant select (merged_into) on subject to hub_reader;
grant select (id, kind, state, keep_id, merge_id, reason, agency_code, officer, decided_at, approved_by, approved_at,
    undone_at, facts, listings, cases, hits, agencies) on identity_decision to hub_reader;
grant select, insert on identity_decision to hub_writer;
alter table identity_decision enable row level security;
create policy own_agency on identity_decision to hub_writer using (agency_code = nullif(current_setting('hub.agency', true), ''))
    with check (agency_code = nullif(current_setting('hub.agency', true), ''));
create policy compiled on identity_decision for select to hub_reader using (true);
"""

_BODY = "language plpgsql security definer set search_path = pg_catalog as $f$"
#: a word for what stands against joining two subjects, or null; two whole numbers or codes are two subjects
VETO = f"""
create function merge_veto(keep uuid, merge uuid) returns text stable {_BODY}
declare
    one %1$I.subject;
    other %1$I.subject;
    ours uuid[] := keep || array(select a.old_id from %1$I.subject_alias a where a.current_id = keep);
begin
    select * into one from %1$I.subject s where s.id = keep;
    select * into other from %1$I.subject s where s.id = merge;
    return case
        when keep = merge then 'SAME'
        when one.id is null or other.id is null then 'UNKNOWN'
        when one.kind = 'NATURAL_PERSON' and one.merged_into is null and (%1$I.subject_reach(keep)).facts = 0
            or other.kind = 'NATURAL_PERSON' and other.merged_into is null and (%1$I.subject_reach(merge)).facts = 0
            then 'UNKNOWN'
        when one.merged_into is not null or other.merged_into is not null then 'MERGED'
        when exists (select from %1$I.subject_alias a where a.current_id = merge) then 'HAS_MEMBERS'
        when one.kind <> other.kind then 'KIND'
        when one.erased_at is not null or other.erased_at is not null then 'ERASED'
        when one.kind = 'NATURAL_PERSON' and one.name <> other.name then 'NAME'
        when exists (select from %1$I.subject_identifier a join %1$I.subject_identifier b
                         on a.kind = b.kind and a.value <> b.value
                     where a.kind in ('CREDIT_CODE', 'ID_NUMBER') and a.subject_id = any(ours) and b.subject_id = merge)
            then 'IDENTIFIER'
        when exists (select from %1$I.identity_decision d where d.kind = 'APART' and d.state = 'IN_FORCE'
                         and (d.keep_id = any(ours) and d.merge_id = merge
                              or d.merge_id = any(ours) and d.keep_id = merge))
            then 'APART'
    end;
end $f$
"""  # noqa: S608 - our own text
#: rows that are nobody's business yet, or any more: to count them would tell of them
_HIDDEN = {"listing": " and t.state not in ('PROPOSED', 'GRACE', 'SHIELDED')"}
#: how much is about a subject: facts, listings among them, cases, hits of screenings, agencies that had them
REACH = f"""
create function subject_reach(subject uuid, out facts integer, out listings integer, out cases integer,
    out hits integer, out agencies integer) stable {_BODY}
begin
    facts := 0;
    {" ".join(f"facts := facts + (select count(*) from %1$I.{table} t where t.subject_id = subject{_HIDDEN.get(table, '')});" for table in FACTS)}
    listings := (select count(*) from %1$I.listing t where t.subject_id = subject{_HIDDEN["listing"]});
    cases := (select count(*) from %1$I.enforcement_case t where t.subject_id = subject);
    select count(*), count(distinct t.agency_code) into hits, agencies
        from %1$I.screening_hit t where t.subject_id = subject;
end $f$
"""  # noqa: S608 - our own text
_PASS = " ".join(
    f"update %1$I.{table} t set origin_id = t.subject_id, subject_id = d.keep_id where t.subject_id = d.merge_id;"  # noqa: S608
    for table in (*FACTS, *ACTED)
)
#: loads write to the table of batches first, so none is under way meanwhile
MERGE = f"""
create function merge_subjects(decision uuid, approver text) returns void {_BODY}
declare
    d %1$I.identity_decision;
    veto text;
begin
    lock table %1$I.batch in share row exclusive mode;
    select * into d from %1$I.identity_decision i where i.id = decision and i.kind = 'MERGE' and i.state = 'PROPOSED'
        for update;
    veto := case when d.id is null then 'DECIDED' else %1$I.merge_veto(d.keep_id, d.merge_id) end;
    if veto is null and (select s.kind from %1$I.subject s where s.id = d.keep_id) = 'NATURAL_PERSON'
        and (approver is null or approver = d.officer) then
        veto := 'ONE_PERSON';
    end if;
    if veto is not null then
        raise exception 'subjects cannot be joined: %%', veto;
    end if;
    insert into %1$I.subject_alias values (d.merge_id, d.keep_id, d.id);
    update %1$I.subject s set merged_into = d.keep_id where s.id = d.merge_id;
    {_PASS}
    update %1$I.identity_decision i set state = 'IN_FORCE', approved_by = approver,
        approved_at = case when approver is not null then now() end where i.id = d.id;
end $f$
"""  # noqa: S608 - our own text
_RETURN = " ".join(
    f"update %1$I.{table} t set subject_id = member, origin_id = null"  # noqa: S608
    f" where t.subject_id = keep and t.origin_id = member;"
    for table in (*FACTS, *ACTED)
)
#: what an entry of the member's own hit meanwhile goes with the entry
_HITS = " ".join(
    f"update %1$I.screening_hit h set origin_id = member from %1$I.{table} t"  # noqa: S608
    f" where h.subject_id = keep and h.origin_id is null and t.id = h.listing_id and t.origin_id = member;"
    for table in ("listing", "honest_listing", "terminated_case")
)
SPLIT = f"""
create function split_subject(member uuid) returns void {_BODY}
declare
    keep uuid;
    made uuid;
begin
    lock table %1$I.batch in share row exclusive mode;
    delete from %1$I.subject_alias a where a.old_id = member returning a.current_id, a.decision_id into keep, made;
    if keep is null then
        raise exception 'subject was joined to no other';
    end if;
    {_HITS}
    update %1$I.feedback t set origin_id = member from %1$I.screening_hit h
        where t.hit_id = h.id and t.subject_id = keep and h.origin_id = member;
    update %1$I.screening_instruction t set origin_id = member from %1$I.screening_hit h
        where t.hit_id = h.id and t.subject_id = keep and h.origin_id = member;
    update %1$I.subject s set merged_into = null where s.id = member;
    {_RETURN}
    update %1$I.identity_decision i set state = 'UNDONE', undone_at = now() where i.id = made;
end $f$
"""  # noqa: S608 - our own text
BY_BLIND = """
create or replace function person_by_blind(blind text) returns uuid
    language plpgsql stable strict parallel safe security definer set search_path = pg_catalog as $f$
begin
    return (select coalesce(a.current_id, i.subject_id) from %1$I.subject_identifier i
            left join %1$I.subject_alias a on a.old_id = i.subject_id
            where i.kind = ''ID_NUMBER'' and i.value = blind and not i.erased);
end $f$
""".replace("''", "'")
BY_BLIND_BEFORE = """
create or replace function person_by_blind(blind text) returns uuid
    language plpgsql stable strict parallel safe security definer set search_path = pg_catalog as $f$
begin
    return (select i.subject_id from %1$I.subject_identifier i
            where i.kind = 'ID_NUMBER' and i.value = blind and not i.erased);
end $f$
"""
#: what the log of a subject holds besides: what was told of those that were joined to it, once for each entry
ACCESS = f"""{_LOG.ACCESS}
union all
select distinct * from (
{_told("a.current_id")}
from subject_alias a join audit.subject s on s.subject_id = a.old_id join audit.entry e on e.seq = s.seq
where (e.content::json->'subjects')::jsonb ? a.old_id::text and s.seq < (select indexed from audit.indexed)
    and not (e.content::json->'subjects')::jsonb ? a.current_id::text
union all
{_told("a.current_id")}
from audit.entry e, lateral (select distinct id from {_LOG.named("subjects")} id where id ~ {_LOG.UUID}) named
    join subject_alias a on a.old_id = named.id::uuid
where e.seq between (select indexed from audit.indexed) and (select seq from audit.head)
    and not (e.content::json->'subjects')::jsonb ? a.current_id::text
) joined
"""  # noqa: S608 - our own text
#: function → its text; acts may call it
FUNCTIONS = {
    "merge_veto(uuid, uuid)": VETO, "subject_reach(uuid)": REACH, "merge_subjects(uuid, text)": MERGE,
    "split_subject(uuid)": SPLIT,
}  # fmt: skip


def _define(text: str) -> None:
    """Make a function in the schema of the tables, whichever that is."""
    op.execute(f"do $$ begin execute format($create${text}$create$, current_schema); end $$")


def upgrade() -> None:
    for statement in (CORE, KEYS, INDEX, FIND):
        op.execute(statement)
    op.execute(TABLES)
    for table, (key, condition) in FACTS.items():
        op.execute(f"alter table {table} add origin_id uuid")
        columns = key.split()
        _drop_key(table, columns, condition)
        _add_key(table, columns, condition, origin=True)
    for table in ACTED:
        op.execute(f"alter table {table} add origin_id uuid")
    for signature, text in FUNCTIONS.items():
        _define(text)
        op.execute(f"revoke all on function {signature} from public")
        op.execute(f"grant execute on function {signature} to hub_writer")
    _define(BY_BLIND)
    op.execute(ACCESS.replace("create view", "create or replace view", 1))
    op.execute("revoke all on function find_organisations(text) from public")
    op.execute("grant execute on function find_organisations(text) to hub_reader")


def _drop_key(table: str, columns: list[str], condition: str) -> None:
    name = f"uq_{table}_{'_'.join(columns)}"
    op.execute(f"drop index {name}" if condition else f"alter table {table} drop constraint {name}")


def _add_key(table: str, columns: list[str], condition: str, *, origin: bool) -> None:
    """The natural key under its old name; of subjects that were joined each has a fact of its own."""
    name, listed = f"uq_{table}_{'_'.join(columns)}", ", ".join([*columns, *(["origin_id"] if origin else [])])
    alike = " nulls not distinct" if origin or table == "responsible_person" else ""
    if condition:
        op.execute(f"create unique index {name} on {table} ({listed}){alike}{condition}")
    else:
        op.execute(f"alter table {table} add constraint {name} unique{alike} ({listed})")


def downgrade() -> None:
    """Refuses where subjects are joined: whose rows are whose would be lost."""
    op.execute("""do $$ begin
        if exists (select from subject_alias) then
            raise exception 'subjects are joined; split them first';
        end if; end $$""")
    op.execute(_LOG.ACCESS.replace("create view", "create or replace view", 1))
    _define(BY_BLIND_BEFORE)
    for signature in FUNCTIONS:
        op.execute(f"drop function {signature}")
    for table in ACTED:
        op.execute(f"alter table {table} drop column origin_id")
    for table, (key, condition) in FACTS.items():
        columns = key.split()
        _drop_key(table, columns, condition)
        op.execute(f"alter table {table} drop column origin_id")
        _add_key(table, columns, condition, origin=False)
    op.execute("alter table subject drop column merged_into")
    op.execute("drop table subject_alias, identity_decision")
    op.execute("drop function find_organisations(text)")
    op.execute("drop index ix_subject_name_keys")
    op.execute("drop function name_keys(text)")
    op.execute("drop function name_core(text)")

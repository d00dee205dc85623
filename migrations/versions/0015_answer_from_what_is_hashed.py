"""Answer from what is hashed: nothing that stands beside an entry's content decides what the log says.

Agency and decision were columns of their own, outside the hash: whoever edited only these hid an access without
breaking the chain. They are read from the content now, and an index over the expression finds them. The index of
subjects stays a table, for a page names a hundred; what it finds is shown only where the content names the subject, and
`hub audit check` compares the two. An entry that cannot be read is skipped and told, and holds up no other.

Sealed search terms move out of the content, which keeps their keyed hash: there they could never be destroyed, and a
term may be the number of somebody who is erased. What is null in their table was.

Who keeps the log is settled by a lease in a table that only a function of the logger's moves. Before, it was an
advisory lock, which any session of the database may take and thereby stop the signing of checkpoints; and so was what
puts settlements of budgets in order. How many look-ups an agency has made in a day is counted beside those that missed,
so that guessing shows.

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

#: ids as PostgreSQL writes them
UUID = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'"
#: and as entries hold their own
_PLAIN = "'^[0-9a-f]{32}$'"

TERMS = """
create table audit.term (
    seq bigint not null,
    -- place among the entry's terms, from 1
    ordinal integer not null,
    -- null once the person whom it names was erased; terms of before stand in the content, and null here hides them
    text_sealed bytea,
    primary key (seq, ordinal)
)
"""

LEASE = """
create table audit.lease (
    one boolean primary key default true check (one),
    holder uuid,
    -- of the session that took or prolonged it
    pid integer,
    -- by this database's clock
    ends timestamptz not null default '-infinity',
    -- grows with each change of hands
    fence bigint not null default 0
) with (fillfactor = 10);
insert into audit.lease default values;

create table budget.settling (one boolean primary key default true check (one));
insert into budget.settling default values;
"""

#: Prolonged by its holder, taken by another when it has ended or the session behind it is gone; the fence, or null where
#: somebody else holds it. A lease of no seconds is given back.
HOLD = """
create function audit.hold(p_holder uuid, p_seconds integer) returns json
language plpgsql security definer set search_path = pg_catalog
as $$
declare
    moment constant timestamptz := clock_timestamp();
    taken bigint;
begin
    update audit.lease l
    set fence = l.fence + (l.holder is distinct from p_holder)::integer, holder = p_holder, pid = pg_backend_pid(),
        ends = moment + p_seconds * interval '1 second'
    where l.holder = p_holder or l.ends <= moment or not exists (select from pg_stat_activity a where a.pid = l.pid)
    returning l.fence into taken;
    return coalesce(to_json(taken), 'null'::json);
end
$$
"""

#: As in revision 0009, but for the columns that are gone, and with the sealed terms of each entry, in base64 and parted
#: by blanks.
APPEND = r"""
create function audit.append(contents text[], seals text[] default '{}') returns json
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
    insert into audit.entry (seq, at, content, hash)
    select first + place - 1, moment, content, hash
    from unnest(contents, hashes) with ordinality as new(content, hash, place);
    if array_to_string(seals, '') <> '' then
        insert into audit.term (seq, ordinal, text_sealed)
        select first + place - 1, nth, decode(sealed, 'base64')
        from unnest(seals) with ordinality as new(list, place),
            string_to_table(nullif(list, ''), ' ') with ordinality as term(sealed, nth);
    end if;
    update audit.head set seq = first + count - 1, at = moment, hash = last_hash;
    return to_json(first + count - 1);
end
$$
"""


def named(member: str) -> str:
    """The texts of a list in an entry's content; none where that is no list."""
    found = f"e.content::json->'{member}'"
    return f"json_array_elements_text(case json_typeof({found}) when 'array' then {found} else '[]' end)"


#: What can be read is written at once, and none is looked for first, which takes as long as writing it: nobody else writes
#: rows of these entries. Where that fails they are written one by one. Entries that cannot be read are numbers in
#: `skipped`, and so are those that name something else than ids; the others of their kind are indexed all the same.
INDEX = """
create function audit.index_subjects(most integer) returns json
language plpgsql security definer set search_path = pg_catalog
as $$
declare
    beginning bigint;
    ending bigint;
    each bigint;
    skipped bigint[] := '{}';
begin
    select indexed into beginning from audit.indexed for update;
    select max(seq) + 1 into ending
    from (select seq from audit.entry where seq >= beginning order by seq limit most) next;
    if ending is null then
        return json_build_object('indexed', 0, 'skipped', skipped);
    end if;
    begin
        insert into audit.subject (subject_id, seq)
        select distinct id::uuid, seq
        from audit.entry, lateral json_array_elements_text(content::json->'subjects') id
        where seq >= beginning and seq < ending
        order by 1, 2;
    exception when others then
        for each in select seq from audit.entry where seq >= beginning and seq < ending order by seq loop
            begin
                skipped := skipped || audit.index_entry(each);
            exception when others then
                skipped := skipped || each;
            end;
        end loop;
    end;
    update audit.indexed set indexed = ending;
    return json_build_object('indexed', ending - beginning, 'skipped', skipped);
end
$$
"""

ONE = f"""
create function audit.index_entry(number bigint) returns bigint[]
language sql set search_path = pg_catalog
as $$
    with named as (
        select distinct id from audit.entry e, lateral {named("subjects")} id where e.seq = number
    ), added as (
        insert into audit.subject (subject_id, seq)
        select id::uuid, number from named where id ~ {UUID}
        on conflict do nothing
    )
    select coalesce(array_agg(number), '{{}}') from (
        select from named where id !~ {UUID}
        union all
        select from audit.entry e where e.seq = number
            and json_typeof(e.content::json->'subjects') not in ('array', 'null')
        limit 1
    ) unread
$$
"""  # noqa: S608 - our own text

#: the officer's courts; entries of before this were written without
_COURTS = (
    "case when json_typeof(e.content::json->'courts') = 'array'"
    " then array(select json_array_elements_text(e.content::json->'courts')) end"
)
#: an id of what stands in an entry, from the entry's 128 random bits
_ID = "encode(substr(sha256(convert_to((e.content::json->>'id') || {}, 'UTF8')), 1, 16), 'hex')::uuid"


def _texts(member: str) -> str:
    return f"array(select {named(member)})"


def _text(member: str) -> str:
    return f"""(e.content::json->>'{member}') collate "C" """


def _uuid(text: str, form: str = UUID) -> str:
    """A text as an id, null where it is none; whatever order the planner puts conditions in."""
    return f"case when {text} ~ {form} then ({text})::uuid end"


def _pairs(member: str) -> str:
    found = f"e.content::json->'{member}'"
    return f"json_each_text(case json_typeof({found}) when 'object' then {found} else '{{}}' end)"


def _length(member: str) -> str:
    found = f"e.content::json->'{member}'"
    return f"case json_typeof({found}) when 'array' then json_array_length({found}) else 0 end"


ENTRY = f"""
create view access_entry as
select {_uuid("(e.content::json->>'id')", _PLAIN)} as id, e.seq as position, e.seq as sequence, e.at,
    {_text("agency")} as agency_code, {_COURTS} as court_codes, {_text("iss")} as issuer, {_text("sub")} as officer,
    {_texts("roles")} as roles,
    array(select concat_ws(' ', a->>'agency', a->>'sub', (select string_agg(r, '+' order by r)
                                                          from json_array_elements_text(a->'roles') r))
          from json_array_elements(e.content::json->'actors') with ordinality each(a, place) order by place) as actors,
    {_text("purpose")} as purpose, {_text("matter")} as matter, {_text("operation")} as operation,
    {_text("name")} as operation_name, {_text("decision")} as decision, {_text("code")} as code,
    {_text("policy")} as policy_version,
    array(select l.key || ' ' || l.value
          from (select * from {_pairs("levels")} union all select * from {_pairs("refused")}) l
          order by l.key collate "C") as levels,
    {_texts("groups")} as kinds, {_length("subjects")} + {_length("inspected")} as subject_count
from audit.entry e
"""  # noqa: S608 - our own text

SUBJECT = f"""
create view access_subject as
select {_ID.format("named.id")} as id, e.seq as position, {_text("agency")} as agency_code, {_COURTS} as court_codes,
    {_uuid("named.id")} as subject_id
from audit.entry e, lateral (select {named("subjects")} as id
                             union all select {named("inspected")}) named
where named.id ~ {UUID}
"""  # noqa: S608 - our own text

TERM = f"""
create view access_term as
select {_ID.format("t.place::text")} as id, e.seq as position, {_text("agency")} as agency_code,
    {_COURTS} as court_codes, t.place::integer as ordinal, (t.term->>'argument') collate "C" as argument,
    (t.term->>'hmac') collate "C" as digest,
    case when k.seq is not null and k.text_sealed is null then 'ERASED' else '******' end as text_masked,
    case when k.seq is null then decode(t.term->>'sealed', 'base64') else k.text_sealed end as text_sealed
from audit.entry e
cross join lateral {named("terms").replace("elements_text", "elements")} with ordinality t(term, place)
left join audit.term k on k.seq = e.seq and k.ordinal = t.place
"""  # noqa: S608 - our own text


def _access(subject: str) -> str:
    return f"""select {_ID.format(f"{subject}::text")} as id, {subject} as subject_id, e.seq as position, e.at,
    {_text("agency")} as agency_code, {_text("purpose")} as purpose, {_text("matter")} as matter,
    {_texts("groups")} as kinds"""


#: what the index holds, as far as the content says so, too, and what it does not hold yet: one statement sees both as of
#: one moment. The upper bound leaves out nothing, but has PostgreSQL plan for few entries instead of a third of the log
ACCESS = f"""
create view subject_access as
{_access("s.subject_id")}
from audit.subject s join audit.entry e on e.seq = s.seq
where (e.content::json->'subjects')::jsonb ? s.subject_id::text and s.seq < (select indexed from audit.indexed)
union all
{_access(_uuid("named.id"))}
from audit.entry e, lateral (select distinct id from {named("subjects")} id where id ~ {UUID}) named
where e.seq between (select indexed from audit.indexed) and (select seq from audit.head)
"""  # noqa: S608 - our own text


def _module(name: str) -> ModuleType:
    return import_module(f"migrations.versions.{name}")


#: what was there before
_LOG = "0009_log_access"
_SHOWN = "0012_show_the_access_log"


def _hide() -> None:
    for view in _module(_SHOWN).VIEWS:
        op.execute(f"drop view {view}")


def _show(*views: str) -> None:
    for view in views:
        op.execute(view)
    shown = _module(_SHOWN)
    for name in shown.VIEWS:
        op.execute(f"grant select ({', '.join(shown.READABLE[name].split())}) on {name} to hub_reader")


def _make(create: str, signature: str) -> None:
    """A function that the logger alone may call."""
    op.execute(create)
    op.execute(f"revoke all on function audit.{signature} from public")
    op.execute(f"grant execute on function audit.{signature} to hub_logger")


#: how settlements of budgets are put in order: by what any session may hold, by a row that none but the function touches
_OPEN = "perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('budget.settle_day'));"
_SHUT = "perform from budget.settling for update;"
#: what is said of a day's subjects, and where one is no id, which no other should have to pay for
_ANY = "from unnest(p_holder, p_subject) s(holder, subject) join holder h on h.nth = s.holder\n"
_IDS = f"{_ANY}        where s.subject ~ {UUID}\n"


#: revision 0010, with the look-ups of the day counted as they are charged; a miss tells both numbers
_TAKING = ((
    "update budget.agency_miss set day = today, charged = spent + granted",
    """update budget.agency_miss set asked = case day when today then asked else 0 end + granted, day = today,
        charged = spent + granted""",
),)  # fmt: skip
_TOLD = (
    ("return 'true'::json;", """return coalesce((select json_build_object('missed', charged, 'asked', asked)
        from budget.agency_miss where agency = p_agency and day = p_day), '{}');"""),
)  # fmt: skip


def _counting(name: str, changes: tuple[tuple[str, str], ...] = ()) -> str:
    """A function of revision 0010 with changes, which keeps its rights."""
    text: str = vars(_module("0010_count_missed_lookups"))[name].replace(
        "create function", "create or replace function"
    )
    for before, after in changes:
        text = text.replace(before, after)
    return text


def _settling(*changes: tuple[str, str]) -> str:
    """The function of revision 0011 with changes, which keeps its rights."""
    text: str = vars(_module("0011_count_what_a_day_uses_up"))["_SETTLE"].replace(
        "create function", "create or replace function"
    )
    for before, after in changes:
        text = text.replace(before, after)
    return text


def upgrade() -> None:
    _hide()
    op.execute("drop function audit.append(text[], text[], text[])")
    op.execute("drop function audit.index_subjects(integer)")
    op.execute(TERMS)
    op.execute("alter table audit.entry drop column agency, drop column decision")
    op.execute("""create index entry_agency_seq_idx on audit.entry (((content::json->>'agency') collate "C"), seq)""")
    # whoever compares the index with a range of entries finds both; rows come almost in the order of their numbers
    op.execute("create index subject_seq_idx on audit.subject using brin (seq) with (pages_per_range = 32)")
    op.execute(ONE)
    op.execute("revoke all on function audit.index_entry(bigint) from public")
    _make(APPEND, "append(text[], text[])")
    _make(INDEX, "index_subjects(integer)")
    op.execute(LEASE)
    _make(HOLD, "hold(uuid, integer)")
    op.execute(_settling((_OPEN, _SHUT), (_ANY, _IDS)))
    op.execute("alter table budget.agency_miss add asked integer not null default 0")
    op.execute(_counting("_TAKE", _TAKING))
    op.execute(_counting("_SETTLE", _TOLD))
    _show(ENTRY, SUBJECT, TERM, ACCESS)


def downgrade() -> None:
    """Refuses where terms stand outside the entries, which are never rewritten: they would be lost."""
    op.execute("""do $$ begin
        if exists (select from audit.term) then
            raise exception 'search terms stand in a table of their own; restore a backup instead';
        end if; end $$""")
    log, shown = _module(_LOG), _module(_SHOWN)
    _hide()
    op.execute("drop table audit.term, audit.lease")
    op.execute(_settling())
    op.execute(_counting("_TAKE"))
    op.execute(_counting("_SETTLE"))
    op.execute("alter table budget.agency_miss drop column asked")
    op.execute("drop table budget.settling")
    op.execute("drop function audit.hold(uuid, integer)")
    for function in ("append(text[], text[])", "index_subjects(integer)", "index_entry(bigint)"):
        op.execute(f"drop function audit.{function}")
    op.execute("drop index audit.subject_seq_idx, audit.entry_agency_seq_idx")
    op.execute("""alter table audit.entry add agency text collate "C", add decision text collate "C\"""")
    op.execute("""update audit.entry set agency = coalesce(content::json->>'agency', ''),
        decision = coalesce(content::json->>'decision', '')""")
    op.execute("alter table audit.entry alter agency set not null, alter decision set not null")
    op.execute("create index on audit.entry (agency, seq)")
    _make(log.APPEND, "append(text[], text[], text[])")
    _make(log.INDEX, "index_subjects(integer)")
    _show(shown.ENTRY, shown.SUBJECT, shown.TERM, shown.ACCESS)

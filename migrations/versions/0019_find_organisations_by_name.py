"""Find organisations by name: two neighbouring characters at a time, the rare ones first.

`name_core` is a name without what says only that it is a company's, and without brackets; `name_keys` are its pairs of
neighbouring characters, and for abbreviations (杭钢 for 杭州钢铁) pairs that leave every other character of its head
out, behind a tilde. One index over a function holds them for every organisation, never for a person, so that no load
and no act has to think of it. `find_organisations` looks for the asked pairs that few names have, as PostgreSQL's own
statistics tell, and measures what it finds; readers get the function alone, since it needs the statistics.

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

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
INDEX = """
create index ix_subject_name_keys on subject using gin (name_keys(name)) where kind <> 'NATURAL_PERSON'
"""

#: names that the chosen pairs may be expected to have; below the first number of rows all pairs are looked for
_EXPECTED, _SMALL, _MOST_SEEN, _MOST_TOLD = 500, 5000, 5000, 100
#: a pair that the statistics do not list is on average a tenth as frequent as the rarest that they do
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
        wanted := (
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
            select array_agg(key) from summed where total <= {_EXPECTED} or turn = 1
        );
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
            where s.kind <> 'NATURAL_PERSON' and %1$I.name_keys(s.name) && wanted limit {_MOST_SEEN}
        ) c
    ) s
    where s.likeness >= 0.3
    order by s.likeness desc, s.id limit {_MOST_TOLD};
end $f$
    $create$, current_schema);
end
$$
"""  # noqa: S608 - our own text


def upgrade() -> None:
    for statement in (CORE, KEYS, INDEX, FIND):
        op.execute(statement)
    op.execute("revoke all on function find_organisations(text) from public")
    op.execute("grant execute on function find_organisations(text) to hub_reader")


def downgrade() -> None:
    op.execute("drop function find_organisations(text)")
    op.execute("drop index ix_subject_name_keys")
    op.execute("drop function name_keys(text)")
    op.execute("drop function name_core(text)")

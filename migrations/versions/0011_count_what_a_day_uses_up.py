"""Count what officers and agencies use up in a day, for all workers together: cost, and different subjects.

In the schema of budgets, which nobody may touch but through its functions. Workers settle about once a second what they
have counted; `settle_day` adds it up and tells the sums, and forgets whom the days before were about.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_TABLES = """
create table budget.day (
    day date, kind text collate "C", issuer text collate "C", name text collate "C",
    cost bigint not null, people integer not null,
    primary key (day, kind, issuer, name),
    check (kind in ('OFFICER', 'AGENCY'))
);
create table budget.day_subject (
    day date, kind text collate "C", issuer text collate "C", name text collate "C", subject uuid,
    primary key (day, kind, issuer, name, subject)
);
"""

#: one settlement at a time: two that brought the same subjects in another order would wait for one another
_SETTLE = """
create function budget.settle_day(
    p_kind text[], p_issuer text[], p_name text[], p_cost bigint[], p_holder integer[], p_subject text[]
) returns json language plpgsql security definer set search_path = '' as $$
declare
    today date; found json;
begin
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('budget.settle_day'));
    today := (clock_timestamp() at time zone 'Asia/Shanghai')::date;
    delete from budget.day_subject where day < today;
    with holder as (
        select * from unnest(p_kind, p_issuer, p_name, p_cost) with ordinality h(kind, issuer, name, cost, nth)
    ), added as (
        insert into budget.day_subject
        select today, h.kind, h.issuer, h.name, s.subject::uuid
        from unnest(p_holder, p_subject) s(holder, subject) join holder h on h.nth = s.holder
        on conflict do nothing returning kind, issuer, name
    ), counted as (
        select kind, issuer, name, count(*)::integer as people from added group by kind, issuer, name
    ), told as (
        insert into budget.day as d
        select today, h.kind, h.issuer, h.name, h.cost, coalesce(c.people, 0)
        from holder h left join counted c using (kind, issuer, name)
        on conflict (day, kind, issuer, name)
        do update set cost = d.cost + excluded.cost, people = d.people + excluded.people
        returning kind, issuer, name, cost, people
    )
    select json_build_object('day', today::text, 'ends',
            extract(epoch from (today + 1)::timestamp at time zone 'Asia/Shanghai'),
            'used', coalesce(json_agg(json_build_array(kind, issuer, name, cost, people)), '[]'))
        into found from told;
    return found;
end
$$
"""
_FUNCTION = "budget.settle_day(text[], text[], text[], bigint[], integer[], text[])"


def upgrade() -> None:
    op.execute(_TABLES)
    op.execute(_SETTLE)
    op.execute(f"revoke execute on function {_FUNCTION} from public")
    op.execute(f"grant execute on function {_FUNCTION} to hub_writer")


def downgrade() -> None:
    op.execute(f"drop function {_FUNCTION}")
    op.execute("drop table budget.day, budget.day_subject")

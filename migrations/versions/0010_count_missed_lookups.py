"""Count exact look-ups by ID number that find nothing, for all workers together, so that nobody can guess numbers.

In a schema of its own that nobody may touch but through two functions, which hub_writer may call: `take` charges
look-ups before any row is read, `settle` gives back those that found somebody. Whoever is stopped in between has paid.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_TABLES = """
create table budget.officer_miss (
    issuer text collate "C", subject text collate "C",
    -- moments of what was charged within a minute
    charged timestamptz[] not null,
    primary key (issuer, subject)
);
create table budget.agency_miss (
    agency text collate "C" primary key,
    -- in China, like all days of the hub
    day date not null,
    charged integer not null
);
"""

#: the officer's row is always locked before the agency's, so two of these never wait for one another
_TAKE = """
create function budget.take(
    p_issuer text, p_subject text, p_agency text, p_wanted integer, p_whole boolean, p_officer integer, p_day integer
) returns json language plpgsql security definer set search_path = '' as $$
declare
    moment timestamptz; today date; kept timestamptz[]; spent integer; free integer; granted integer; ends timestamptz;
begin
    insert into budget.officer_miss values (p_issuer, p_subject, '{}') on conflict do nothing;
    select charged into kept from budget.officer_miss where issuer = p_issuer and subject = p_subject for update;
    insert into budget.agency_miss values (p_agency, date '2000-01-01', 0) on conflict do nothing;
    perform from budget.agency_miss where agency = p_agency for update;
    moment := clock_timestamp();
    today := (moment at time zone 'Asia/Shanghai')::date;
    kept := array(select c from unnest(kept) c where c > moment - interval '1 minute' order by c);
    select case day when today then charged else 0 end into spent from budget.agency_miss where agency = p_agency;
    free := least(p_officer - cardinality(kept), p_day - spent);
    if free < 1 or (p_whole and free < p_wanted) then
        ends := case when p_day - spent < case when p_whole then p_wanted else 1 end
            then (today + 1)::timestamp at time zone 'Asia/Shanghai'
            else kept[least(cardinality(kept), case when p_whole then p_wanted - free else 1 - free end)]
                 + interval '1 minute' end;
        return json_build_object('granted', 0, 'wait', greatest(1, ceil(extract(epoch from ends - moment))::integer));
    end if;
    granted := least(free, p_wanted);
    update budget.officer_miss set charged = kept || array_fill(moment, array[granted])
        where issuer = p_issuer and subject = p_subject;
    update budget.agency_miss set day = today, charged = spent + granted where agency = p_agency;
    return json_build_object('granted', granted, 'at', moment::text, 'day', today::text);
end
$$
"""

_SETTLE = """
create function budget.settle(
    p_issuer text, p_subject text, p_agency text, p_at timestamptz, p_day date, p_granted integer, p_missed integer
) returns json language plpgsql security definer set search_path = '' as $$
begin
    update budget.officer_miss set charged = array(
        select c from (select c, row_number() over (partition by c order by c) as n from unnest(charged) c) as each
        where c <> p_at or n > p_granted - p_missed order by c
    ) || array_fill(p_at, array[greatest(0, p_missed - p_granted)])
        where issuer = p_issuer and subject = p_subject;
    update budget.agency_miss set charged = greatest(0, charged + p_missed - p_granted)
        where agency = p_agency and day = p_day;
    return 'true'::json;
end
$$
"""
_FUNCTIONS = (
    "budget.take(text, text, text, integer, boolean, integer, integer)",
    "budget.settle(text, text, text, timestamptz, date, integer, integer)",
)


def upgrade() -> None:
    op.execute("create schema budget")
    op.execute(_TABLES)
    op.execute(_TAKE)
    op.execute(_SETTLE)
    op.execute("grant usage on schema budget to hub_writer")
    for function in _FUNCTIONS:
        op.execute(f"revoke execute on function {function} from public")
        op.execute(f"grant execute on function {function} to hub_writer")


def downgrade() -> None:
    op.execute("drop schema budget cascade")

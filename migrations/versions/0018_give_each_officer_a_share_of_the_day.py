"""Give each officer a share of the agency's day of missed look-ups, and let what was overdrawn be paid off by minutes.

One list of many people, named by an officer who sees every number anyway, is answered as long as anything is left, and
may miss more than that. Until now all of it was charged to the agency's day, so that one request shut everybody out.
Now it is the officer's own: the agency is charged his share at most, and beyond a minute's ten the misses are put into
the minutes to come, ten each, so that however many he named he was told of no more than ten a minute.

Functions beside those of 0010 and 0015, which workers of the version before go on calling until they are replaced.

Revision ID: 0018
Revises: 0017
"""

from __future__ import annotations

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_TABLE = """
create table budget.officer_day (
    issuer text collate "C", subject text collate "C",
    -- in China, like all days of the hub
    day date not null,
    -- all that was missed; of it the agency is charged the officer's share at most
    charged integer not null,
    primary key (issuer, subject)
);
"""

#: the officer's rows are always locked before the agency's, so two of these never wait for one another
_TAKE = """
create function budget.take(
    p_issuer text, p_subject text, p_agency text, p_wanted integer, p_whole boolean, p_officer integer,
    p_share integer, p_day integer
) returns json language plpgsql security definer set search_path = '' as $$
declare
    moment timestamptz; today date; kept timestamptz[]; mine integer; spent integer; free integer; least_ integer;
    granted integer; ends timestamptz;
begin
    insert into budget.officer_miss values (p_issuer, p_subject, '{}') on conflict do nothing;
    select charged into kept from budget.officer_miss where issuer = p_issuer and subject = p_subject for update;
    insert into budget.officer_day values (p_issuer, p_subject, date '2000-01-01', 0) on conflict do nothing;
    perform from budget.officer_day where issuer = p_issuer and subject = p_subject for update;
    insert into budget.agency_miss values (p_agency, date '2000-01-01', 0) on conflict do nothing;
    perform from budget.agency_miss where agency = p_agency for update;
    moment := clock_timestamp();
    today := (moment at time zone 'Asia/Shanghai')::date;
    kept := array(select c from unnest(kept) c where c > moment - interval '1 minute' order by c);
    select case day when today then charged else 0 end into mine from budget.officer_day
        where issuer = p_issuer and subject = p_subject;
    select case day when today then charged else 0 end into spent from budget.agency_miss where agency = p_agency;
    free := least(p_officer - cardinality(kept), p_share - mine, p_day - spent);
    least_ := case when p_whole then p_wanted else 1 end;
    if free < least_ then
        ends := case when least(p_share - mine, p_day - spent) < least_
            then (today + 1)::timestamp at time zone 'Asia/Shanghai'
            else kept[least(cardinality(kept), least_ - free)] + interval '1 minute' end;
        return json_build_object('granted', 0, 'wait', greatest(1, ceil(extract(epoch from ends - moment))::integer));
    end if;
    granted := least(free, p_wanted);
    update budget.officer_miss set charged = kept || array_fill(moment, array[granted])
        where issuer = p_issuer and subject = p_subject;
    update budget.officer_day set day = today, charged = mine + granted
        where issuer = p_issuer and subject = p_subject;
    update budget.agency_miss set asked = case day when today then asked else 0 end + granted, day = today,
        charged = spent + granted where agency = p_agency;
    return json_build_object('granted', granted, 'at', moment::text, 'day', today::text);
end
$$
"""

#: what was missed beyond the charge falls into the minutes after it, `p_officer` into each
_SETTLE = """
create function budget.settle(
    p_issuer text, p_subject text, p_agency text, p_at timestamptz, p_day date, p_granted integer, p_missed integer,
    p_officer integer, p_share integer
) returns json language plpgsql security definer set search_path = '' as $$
declare
    mine integer; since integer;
begin
    update budget.officer_miss set charged = array(
        select c from (select c, row_number() over (partition by c order by c) as n from unnest(charged) c) as each
        where c <> p_at or n > p_granted - p_missed order by c
    ) || array(
        select p_at + interval '1 minute' * ((p_granted + n) / p_officer)
        from generate_series(0, p_missed - p_granted - 1) n
    )
        where issuer = p_issuer and subject = p_subject;
    select charged into mine from budget.officer_day
        where issuer = p_issuer and subject = p_subject and day = p_day for update;
    mine := coalesce(mine, p_granted);
    since := greatest(0, mine + p_missed - p_granted);
    update budget.officer_day set charged = since where issuer = p_issuer and subject = p_subject and day = p_day;
    update budget.agency_miss set charged = greatest(0, charged + least(since, p_share) - least(mine, p_share)),
        asked = asked + greatest(0, p_missed - p_granted)
        where agency = p_agency and day = p_day;
    return coalesce((select json_build_object('missed', charged, 'asked', asked)
        from budget.agency_miss where agency = p_agency and day = p_day), '{}');
end
$$
"""
_FUNCTIONS = (
    "budget.take(text, text, text, integer, boolean, integer, integer, integer)",
    "budget.settle(text, text, text, timestamptz, date, integer, integer, integer, integer)",
)


def upgrade() -> None:
    op.execute(_TABLE)
    op.execute(_TAKE)
    op.execute(_SETTLE)
    for function in _FUNCTIONS:
        op.execute(f"revoke execute on function {function} from public")
        op.execute(f"grant execute on function {function} to hub_writer")


def downgrade() -> None:
    for function in _FUNCTIONS:
        op.execute(f"drop function {function}")
    op.execute("drop table budget.officer_day")

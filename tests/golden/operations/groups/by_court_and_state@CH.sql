select json_build_object('cases', json_build_object('totalCount', (
  select count(*)
  from "enforcement_case" enforcement_case$1
  where ((enforcement_case$1."filed_on" >= $1::date))), 'groups', (
  select case when count(*) > 1000 then to_json($2::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$3)
    from (
      select group$2."d$0" as "courtCode", group$2."d$1" as "state", group$2."n$" as "count", group$2."s$0" as "sumAmountApplied", group$2."s$1" as "sumAmountRecovered") record$3) order by group$2."d$0" nulls last, group$2."d$1" nulls last), '[]') end
  from (
    select row$4."d$0", row$4."d$1", count(*) as "n$", sum(row$4."s$0")::text as "s$0", sum(row$4."s$1")::text as "s$1"
    from (
      select enforcement_case$5."court_code" as "d$0", enforcement_case$5."state" as "d$1", enforcement_case$5."amount_applied" as "s$0", enforcement_case$5."amount_recovered" as "s$1"
      from "enforcement_case" enforcement_case$5
      where ((enforcement_case$5."filed_on" >= $3::date))) row$4 group by row$4."d$0", row$4."d$1"
    limit 1000 + 1) group$2), 'all', (
  select case when count(*) > 1000 then to_json($2::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$7)
    from (
      select 'CaseGroup'::text as "__typename", group$6."n$" as "count", group$6."s$0" as "sumAmountApplied", null as "county") record$7)), '[]') end
  from (
    select count(*) as "n$", sum(row$8."s$0")::text as "s$0"
    from (
      select enforcement_case$9."amount_applied" as "s$0"
      from "enforcement_case" enforcement_case$9
      where ((enforcement_case$9."filed_on" >= $4::date))) row$8
    limit 1000 + 1) group$6)))

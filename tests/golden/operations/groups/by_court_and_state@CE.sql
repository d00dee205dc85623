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
      select enforcement_case$5."court_code" as "d$0", enforcement_case$5."state" as "d$1", case when (coalesce((
        select rule$7.area_code
        from subject rule$7
        where rule$7.id = enforcement_case$5.subject_id), (
        select rule$6.area_code
        from court rule$6
        where rule$6.code = enforcement_case$5.court_code)) ^@ any($3::text[]) or enforcement_case$5.court_code = any($4::text[])) then enforcement_case$5."amount_applied" end as "s$0", case when (coalesce((
        select rule$9.area_code
        from subject rule$9
        where rule$9.id = enforcement_case$5.subject_id), (
        select rule$8.area_code
        from court rule$8
        where rule$8.code = enforcement_case$5.court_code)) ^@ any($3::text[]) or enforcement_case$5.court_code = any($4::text[])) then enforcement_case$5."amount_recovered" end as "s$1"
      from "enforcement_case" enforcement_case$5
      where ((enforcement_case$5."filed_on" >= $5::date))) row$4 group by row$4."d$0", row$4."d$1"
    limit 1000 + 1) group$2), 'all', (
  select case when count(*) > 1000 then to_json($2::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$11)
    from (
      select 'CaseGroup'::text as "__typename", group$10."n$" as "count", group$10."s$0" as "sumAmountApplied", null as "county") record$11)), '[]') end
  from (
    select count(*) as "n$", sum(row$12."s$0")::text as "s$0"
    from (
      select case when (coalesce((
        select rule$15.area_code
        from subject rule$15
        where rule$15.id = enforcement_case$13.subject_id), (
        select rule$14.area_code
        from court rule$14
        where rule$14.code = enforcement_case$13.court_code)) ^@ any($3::text[]) or enforcement_case$13.court_code = any($4::text[])) then enforcement_case$13."amount_applied" end as "s$0"
      from "enforcement_case" enforcement_case$13
      where ((enforcement_case$13."filed_on" >= $6::date))) row$12
    limit 1000 + 1) group$10)))

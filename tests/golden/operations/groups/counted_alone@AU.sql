select json_build_object('terminatedCases', json_build_object('groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$2)
    from (
      select group$1."d$0" as "courtCode", group$1."n$" as "count") record$2) order by group$1."d$0" nulls last), '[]') end
  from (
    select row$3."d$0", count(*) filter (where row$3."v$") + count(*) filter (where not row$3."v$") / 10 * 10 as "n$"
    from (
      select terminated_case$4."court_code" as "d$0", coalesce(false, false) as "v$", coalesce(true, false) as "c$"
      from "terminated_case" terminated_case$4
      where true) row$3
    where row$3."v$" or row$3."c$" group by row$3."d$0" having count(*) filter (where row$3."v$") + count(*) filter (where not row$3."v$") / 10 * 10 > 0
    limit 1000 + 1) group$1)), 'one', json_build_object('groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$6)
    from (
      select group$5."n$" as "count") record$6)), '[]') end
  from (
    select count(*) filter (where row$7."v$") + count(*) filter (where not row$7."v$") / 10 * 10 as "n$"
    from (
      select coalesce(false, false) as "v$", coalesce(true, false) as "c$"
      from "terminated_case" terminated_case$8
      where true) row$7
    where row$7."v$" or row$7."c$" having count(*) filter (where row$7."v$") + count(*) filter (where not row$7."v$") / 10 * 10 > 0
    limit 1000 + 1) group$5)))

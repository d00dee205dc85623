select json_build_object('listings', json_build_object('groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$2)
    from (
      select group$1."d$0" as "kind", group$1."d$1" as "state", group$1."n$" as "count") record$2) order by group$1."d$0" nulls last, group$1."d$1" nulls last), '[]') end
  from (
    select row$3."d$0", row$3."d$1", count(*) filter (where row$3."v$") + count(*) filter (where not row$3."v$") / 10 * 10 as "n$"
    from (
      select listing$4."kind" as "d$0", listing$4."state" as "d$1", coalesce(false, false) as "v$", coalesce(listing$4."kind" in ('CONSUMPTION_RESTRICTION'), false) as "c$"
      from "listing" listing$4
      where ((listing$4."kind" = 'CONSUMPTION_RESTRICTION'))) row$3
    where row$3."v$" or row$3."c$" group by row$3."d$0", row$3."d$1" having count(*) filter (where row$3."v$") + count(*) filter (where not row$3."v$") / 10 * 10 > 0
    limit 1000 + 1) group$1), 'people', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$6)
    from (
      select group$5."d$0" as "subjectKind", group$5."n$" as "count") record$6) order by group$5."d$0" nulls last), '[]') end
  from (
    select row$7."d$0", count(*) filter (where row$7."v$") + count(*) filter (where not row$7."v$") / 10 * 10 as "n$"
    from (
      select listing$8."subject_kind" as "d$0", coalesce(false, false) as "v$", coalesce(listing$8."kind" in ('CONSUMPTION_RESTRICTION'), false) as "c$"
      from "listing" listing$8
      where ((listing$8."kind" = 'CONSUMPTION_RESTRICTION'))) row$7
    where row$7."v$" or row$7."c$" group by row$7."d$0" having count(*) filter (where row$7."v$") + count(*) filter (where not row$7."v$") / 10 * 10 > 0
    limit 1000 + 1) group$5)), 'removed', json_build_object('groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$10)
    from (
      select group$9."d$0" as "kind", group$9."d$1" as "state", group$9."n$" as "count") record$10) order by group$9."d$0" nulls last, group$9."d$1" nulls last), '[]') end
  from (
    select row$11."d$0", row$11."d$1", count(*) filter (where row$11."v$") + count(*) filter (where not row$11."v$") / 10 * 10 as "n$"
    from (
      select listing$12."kind" as "d$0", listing$12."state" as "d$1", coalesce((listing$12."kind" in ('SX') and (((listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))), false) as "v$", coalesce(((listing$12."kind" in ('SX') and (((listing$12.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$12.state in ('REMOVED', 'REVOKED') or (listing$12.state = 'PUBLISHED' and not (listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))) or listing$12."kind" in ('CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY')), false) as "c$"
      from "listing" listing$12
      where ((listing$12."state" = 'REMOVED'))) row$11
    where row$11."v$" or row$11."c$" group by row$11."d$0", row$11."d$1" having count(*) filter (where row$11."v$") + count(*) filter (where not row$11."v$") / 10 * 10 > 0
    limit 1000 + 1) group$9)))

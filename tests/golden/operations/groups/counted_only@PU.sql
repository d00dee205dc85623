select json_build_object('listings', json_build_object('groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$2)
    from (
      select group$1."d$0" as "kind", group$1."d$1" as "state", group$1."n$" as "count") record$2) order by group$1."d$0" nulls last, group$1."d$1" nulls last), '[]') end
  from (
    select row$3."d$0", row$3."d$1", count(*) as "n$"
    from (
      select listing$4."kind" as "d$0", listing$4."state" as "d$1"
      from "listing" listing$4
      where (listing$4."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$4."kind" = 'CONSUMPTION_RESTRICTION'))) row$3 group by row$3."d$0", row$3."d$1"
    limit 1000 + 1) group$1), 'people', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$6)
    from (
      select group$5."d$0" as "subjectKind", group$5."n$" as "count") record$6) order by group$5."d$0" nulls last), '[]') end
  from (
    select row$7."d$0", count(*) as "n$"
    from (
      select listing$8."subject_kind" as "d$0"
      from "listing" listing$8
      where (listing$8."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$8."kind" = 'CONSUMPTION_RESTRICTION'))) row$7 group by row$7."d$0"
    limit 1000 + 1) group$5)), 'removed', json_build_object('groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$10)
    from (
      select group$9."d$0" as "kind", group$9."d$1" as "state", group$9."n$" as "count") record$10) order by group$9."d$0" nulls last, group$9."d$1" nulls last), '[]') end
  from (
    select row$11."d$0", row$11."d$1", count(*) as "n$"
    from (
      select listing$12."kind" as "d$0", listing$12."state" as "d$1"
      from "listing" listing$12
      where (((listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) and ((listing$12."state" = 'REMOVED'))) row$11 group by row$11."d$0", row$11."d$1"
    limit 1000 + 1) group$9)))

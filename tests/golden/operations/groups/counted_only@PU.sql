select json_build_object('listings', json_build_object('totalCount', (
  select count(*)
  from "listing" listing$1
  where (((listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))), 'groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$3)
    from (
      select group$2."d$0" as "kind", group$2."d$1" as "state", group$2."n$" as "count") record$3) order by group$2."d$0" nulls last, group$2."d$1" nulls last), '[]') end
  from (
    select row$4."d$0", row$4."d$1", count(*) as "n$"
    from (
      select listing$5."kind" as "d$0", listing$5."state" as "d$1"
      from "listing" listing$5
      where (((listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) row$4 group by row$4."d$0", row$4."d$1"
    limit 1000 + 1) group$2), 'people', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$7)
    from (
      select group$6."d$0" as "subjectKind", group$6."n$" as "count") record$7) order by group$6."d$0" nulls last), '[]') end
  from (
    select row$8."d$0", count(*) as "n$"
    from (
      select listing$9."subject_kind" as "d$0"
      from "listing" listing$9
      where (((listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) row$8 group by row$8."d$0"
    limit 1000 + 1) group$6)))

select json_build_object('listings', json_build_object('totalCount', (
  select count(*)
  from "listing" listing$1
  where (listing$1."kind" in ('SX') and (((listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))), 'groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$3)
    from (
      select group$2."d$0" as "kind", group$2."d$1" as "state", group$2."n$" as "count") record$3) order by group$2."d$0" nulls last, group$2."d$1" nulls last), '[]') end
  from (
    select row$4."d$0", row$4."d$1", count(*) filter (where row$4."v$") + count(*) filter (where not row$4."v$") / 10 * 10 as "n$"
    from (
      select listing$5."kind" as "d$0", listing$5."state" as "d$1", coalesce((listing$5."kind" in ('SX') and (((listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))), false) as "v$", coalesce(((listing$5."kind" in ('SX') and (((listing$5.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$5.state in ('REMOVED', 'REVOKED') or (listing$5.state = 'PUBLISHED' and not (listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))) or listing$5."kind" in ('CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY')), false) as "c$"
      from "listing" listing$5
      where true) row$4
    where row$4."v$" or row$4."c$" group by row$4."d$0", row$4."d$1" having count(*) filter (where row$4."v$") + count(*) filter (where not row$4."v$") / 10 * 10 > 0
    limit 1000 + 1) group$2), 'people', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$7)
    from (
      select group$6."d$0" as "subjectKind", group$6."n$" as "count") record$7) order by group$6."d$0" nulls last), '[]') end
  from (
    select row$8."d$0", count(*) filter (where row$8."v$") + count(*) filter (where not row$8."v$") / 10 * 10 as "n$"
    from (
      select listing$9."subject_kind" as "d$0", coalesce((listing$9."kind" in ('SX') and (((listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))), false) as "v$", coalesce(((listing$9."kind" in ('SX') and (((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$9.state in ('REMOVED', 'REVOKED') or (listing$9.state = 'PUBLISHED' and not (listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))) or listing$9."kind" in ('CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY')), false) as "c$"
      from "listing" listing$9
      where true) row$8
    where row$8."v$" or row$8."c$" group by row$8."d$0" having count(*) filter (where row$8."v$") + count(*) filter (where not row$8."v$") / 10 * 10 > 0
    limit 1000 + 1) group$6)))

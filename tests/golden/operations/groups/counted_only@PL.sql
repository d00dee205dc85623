select json_build_object('listings', json_build_object('groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$2)
    from (
      select group$1."d$0" as "kind", group$1."d$1" as "state", group$1."n$" as "count") record$2) order by group$1."d$0" nulls last, group$1."d$1" nulls last), '[]') end
  from (
    select row$3."d$0", row$3."d$1", count(*) filter (where row$3."v$") + count(*) filter (where not row$3."v$") / 10 * 10 as "n$"
    from (
      select listing$4."kind" as "d$0", listing$4."state" as "d$1", coalesce((listing$4."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (coalesce((
        select rule$6.area_code
        from subject rule$6
        where rule$6.id = listing$4.subject_id), (
        select rule$5.area_code
        from court rule$5
        where rule$5.code = listing$4.court_code)) ^@ any($2::text[]) or listing$4.court_code = any($3::text[]))))), false) as "v$", coalesce((listing$4."kind" in ('CONSUMPTION_RESTRICTION') and ((((listing$4.state in ('REMOVED', 'REVOKED') or (listing$4.state = 'PUBLISHED' and not (listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))), false) as "c$"
      from "listing" listing$4
      where ((listing$4."kind" = 'CONSUMPTION_RESTRICTION'))) row$3
    where row$3."v$" or row$3."c$" group by row$3."d$0", row$3."d$1" having count(*) filter (where row$3."v$") + count(*) filter (where not row$3."v$") / 10 * 10 > 0
    limit 1000 + 1) group$1), 'people', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$8)
    from (
      select group$7."d$0" as "subjectKind", group$7."n$" as "count") record$8) order by group$7."d$0" nulls last), '[]') end
  from (
    select row$9."d$0", count(*) filter (where row$9."v$") + count(*) filter (where not row$9."v$") / 10 * 10 as "n$"
    from (
      select listing$10."subject_kind" as "d$0", coalesce((listing$10."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (coalesce((
        select rule$12.area_code
        from subject rule$12
        where rule$12.id = listing$10.subject_id), (
        select rule$11.area_code
        from court rule$11
        where rule$11.code = listing$10.court_code)) ^@ any($2::text[]) or listing$10.court_code = any($3::text[]))))), false) as "v$", coalesce((listing$10."kind" in ('CONSUMPTION_RESTRICTION') and ((((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))), false) as "c$"
      from "listing" listing$10
      where ((listing$10."kind" = 'CONSUMPTION_RESTRICTION'))) row$9
    where row$9."v$" or row$9."c$" group by row$9."d$0" having count(*) filter (where row$9."v$") + count(*) filter (where not row$9."v$") / 10 * 10 > 0
    limit 1000 + 1) group$7)), 'removed', json_build_object('groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$14)
    from (
      select group$13."d$0" as "kind", group$13."d$1" as "state", group$13."n$" as "count") record$14) order by group$13."d$0" nulls last, group$13."d$1" nulls last), '[]') end
  from (
    select row$15."d$0", row$15."d$1", count(*) filter (where row$15."v$") + count(*) filter (where not row$15."v$") / 10 * 10 as "n$"
    from (
      select listing$16."kind" as "d$0", listing$16."state" as "d$1", coalesce(((listing$16."kind" in ('SX') and (((listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) or (listing$16."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (coalesce((
        select rule$18.area_code
        from subject rule$18
        where rule$18.id = listing$16.subject_id), (
        select rule$17.area_code
        from court rule$17
        where rule$17.code = listing$16.court_code)) ^@ any($2::text[]) or listing$16.court_code = any($3::text[])))))), false) as "v$", coalesce(((listing$16."kind" in ('SX', 'CONSUMPTION_RESTRICTION') and ((((listing$16.state in ('REMOVED', 'REVOKED') or (listing$16.state = 'PUBLISHED' and not (listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))) or (listing$16."kind" in ('SERIOUS_DISHONESTY') and (((listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or (((listing$16.state in ('REMOVED', 'REVOKED') or (listing$16.state = 'PUBLISHED' and not (listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))), false) as "c$"
      from "listing" listing$16
      where ((listing$16."state" = 'REMOVED'))) row$15
    where row$15."v$" or row$15."c$" group by row$15."d$0", row$15."d$1" having count(*) filter (where row$15."v$") + count(*) filter (where not row$15."v$") / 10 * 10 > 0
    limit 1000 + 1) group$13)))

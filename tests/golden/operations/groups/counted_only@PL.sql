select json_build_object('listings', json_build_object('totalCount', (
  select count(*)
  from "listing" listing$1
  where ((listing$1."kind" in ('SX') and (((listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) or (listing$1."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (coalesce((
    select rule$3.area_code
    from subject rule$3
    where rule$3.id = listing$1.subject_id), (
    select rule$2.area_code
    from court rule$2
    where rule$2.code = listing$1.court_code)) ^@ any($1::text[]) or listing$1.court_code = any($2::text[]))))))), 'groups', (
  select case when count(*) > 1000 then to_json($3::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$5)
    from (
      select group$4."d$0" as "kind", group$4."d$1" as "state", group$4."n$" as "count") record$5) order by group$4."d$0" nulls last, group$4."d$1" nulls last), '[]') end
  from (
    select row$6."d$0", row$6."d$1", count(*) filter (where row$6."v$") + count(*) filter (where not row$6."v$") / 10 * 10 as "n$"
    from (
      select listing$7."kind" as "d$0", listing$7."state" as "d$1", coalesce(((listing$7."kind" in ('SX') and (((listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) or (listing$7."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (coalesce((
        select rule$9.area_code
        from subject rule$9
        where rule$9.id = listing$7.subject_id), (
        select rule$8.area_code
        from court rule$8
        where rule$8.code = listing$7.court_code)) ^@ any($1::text[]) or listing$7.court_code = any($2::text[])))))), false) as "v$", coalesce(((listing$7."kind" in ('SX', 'CONSUMPTION_RESTRICTION') and ((((listing$7.state in ('REMOVED', 'REVOKED') or (listing$7.state = 'PUBLISHED' and not (listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))) or (listing$7."kind" in ('SERIOUS_DISHONESTY') and (((listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or (((listing$7.state in ('REMOVED', 'REVOKED') or (listing$7.state = 'PUBLISHED' and not (listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))), false) as "c$"
      from "listing" listing$7
      where true) row$6
    where row$6."v$" or row$6."c$" group by row$6."d$0", row$6."d$1" having count(*) filter (where row$6."v$") + count(*) filter (where not row$6."v$") / 10 * 10 > 0
    limit 1000 + 1) group$4), 'people', (
  select case when count(*) > 1000 then to_json($3::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$11)
    from (
      select group$10."d$0" as "subjectKind", group$10."n$" as "count") record$11) order by group$10."d$0" nulls last), '[]') end
  from (
    select row$12."d$0", count(*) filter (where row$12."v$") + count(*) filter (where not row$12."v$") / 10 * 10 as "n$"
    from (
      select listing$13."subject_kind" as "d$0", coalesce(((listing$13."kind" in ('SX') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) or (listing$13."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (coalesce((
        select rule$15.area_code
        from subject rule$15
        where rule$15.id = listing$13.subject_id), (
        select rule$14.area_code
        from court rule$14
        where rule$14.code = listing$13.court_code)) ^@ any($1::text[]) or listing$13.court_code = any($2::text[])))))), false) as "v$", coalesce(((listing$13."kind" in ('SX', 'CONSUMPTION_RESTRICTION') and ((((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))) or (listing$13."kind" in ('SERIOUS_DISHONESTY') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))), false) as "c$"
      from "listing" listing$13
      where true) row$12
    where row$12."v$" or row$12."c$" group by row$12."d$0" having count(*) filter (where row$12."v$") + count(*) filter (where not row$12."v$") / 10 * 10 > 0
    limit 1000 + 1) group$10)))

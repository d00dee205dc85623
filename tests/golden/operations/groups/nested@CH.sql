select json_build_object('subject', (
  select json_build_object('listings', json_build_object('groups', (
    select case when count(*) > 1000 then to_json($2::text || 'g@') else coalesce(json_agg((
      select row_to_json(record$4)
      from (
        select group$3."d$0" as "kind", group$3."d$1" as "state", group$3."n$" as "count") record$4) order by group$3."d$0" nulls last, group$3."d$1" nulls last), '[]') end
    from (
      select row$5."d$0", row$5."d$1", count(*) as "n$"
      from (
        select listing$6."kind" as "d$0", listing$6."state" as "d$1"
        from "listing" listing$6
        where listing$6."subject_id" = subject$1."id" and (listing$6."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$6."kind" in ('SERIOUS_DISHONESTY') and (((listing$6.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$6.state in ('REMOVED', 'REVOKED') or (listing$6.state = 'PUBLISHED' and not (listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))) row$5 group by row$5."d$0", row$5."d$1"
      limit 1000 + 1) group$3), 'totalCount', (
    select count(*)
    from "listing" listing$7
    where listing$7."subject_id" = subject$1."id" and (listing$7."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$7."kind" in ('SERIOUS_DISHONESTY') and (((listing$7.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$7.state in ('REMOVED', 'REVOKED') or (listing$7.state = 'PUBLISHED' and not (listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))))), 'cases', json_build_object('groups', (
    select case when count(*) > 1000 then to_json($2::text || 'g@') else coalesce(json_agg((
      select row_to_json(record$9)
      from (
        select group$8."d$0" as "state", group$8."n$" as "count") record$9) order by group$8."d$0" nulls last), '[]') end
    from (
      select row$10."d$0", count(*) as "n$"
      from (
        select enforcement_case$11."state" as "d$0"
        from "enforcement_case" enforcement_case$11
        where enforcement_case$11."subject_id" = subject$1."id") row$10 group by row$10."d$0"
      limit 1000 + 1) group$8), 'totalCount', (
    select count(*)
    from "enforcement_case" enforcement_case$12
    where enforcement_case$12."subject_id" = subject$1."id")))
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

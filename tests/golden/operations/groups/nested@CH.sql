select json_build_object('subject', (
  select json_build_object('listings', json_build_object('groups', (
    select case when count(*) > 1000 then to_json($2::text || 'g@') else coalesce(json_agg((
      select row_to_json(record$5)
      from (
        select group$4."d$0" as "kind", group$4."d$1" as "state", group$4."n$" as "count") record$5) order by group$4."d$0" nulls last, group$4."d$1" nulls last), '[]') end
    from (
      select row$6."d$0", row$6."d$1", count(*) as "n$"
      from (
        select listing$7."kind" as "d$0", listing$7."state" as "d$1"
        from "listing" listing$7
        where listing$7."subject_id" = subject$1."id" and (listing$7."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$7."kind" in ('SERIOUS_DISHONESTY') and (((listing$7.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$7.state in ('REMOVED', 'REVOKED') or (listing$7.state = 'PUBLISHED' and not (listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))) row$6 group by row$6."d$0", row$6."d$1"
      limit 1000 + 1) group$4), 'totalCount', (
    select count(*)
    from "listing" listing$8
    where listing$8."subject_id" = subject$1."id" and (listing$8."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$8."kind" in ('SERIOUS_DISHONESTY') and (((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))))), 'cases', json_build_object('groups', (
    select case when count(*) > 1000 then to_json($2::text || 'g@') else coalesce(json_agg((
      select row_to_json(record$10)
      from (
        select group$9."d$0" as "state", group$9."n$" as "count") record$10) order by group$9."d$0" nulls last), '[]') end
    from (
      select row$11."d$0", count(*) as "n$"
      from (
        select enforcement_case$12."state" as "d$0"
        from "enforcement_case" enforcement_case$12
        where enforcement_case$12."subject_id" = subject$1."id") row$11 group by row$11."d$0"
      limit 1000 + 1) group$9), 'totalCount', (
    select count(*)
    from "enforcement_case" enforcement_case$13
    where enforcement_case$13."subject_id" = subject$1."id")))
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

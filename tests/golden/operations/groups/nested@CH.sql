select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$15)
      from (
        select (
          select row_to_json(connection$8)
          from (
            select (
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
                limit 1000 + 1) group$3) as "groups", (
              select count(*)
              from "listing" listing$7
              where listing$7."subject_id" = subject$1."id" and (listing$7."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$7."kind" in ('SERIOUS_DISHONESTY') and (((listing$7.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$7.state in ('REMOVED', 'REVOKED') or (listing$7.state = 'PUBLISHED' and not (listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))) as "totalCount") connection$8) as "listings", (
          select row_to_json(connection$14)
          from (
            select (
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
                limit 1000 + 1) group$9) as "groups", (
              select count(*)
              from "enforcement_case" enforcement_case$13
              where enforcement_case$13."subject_id" = subject$1."id") as "totalCount") connection$14) as "cases") object$15)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

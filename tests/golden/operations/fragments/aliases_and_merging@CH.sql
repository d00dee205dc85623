select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$6)
      from (
        select subject$1."name" as "n", (
          select row_to_json(connection$5)
          from (
            select (
              select count(*)
              from "listing" listing$3
              where listing$3."subject_id" = subject$1."id" and (listing$3."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$3."kind" in ('SERIOUS_DISHONESTY') and (((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$3.state in ('REMOVED', 'REVOKED') or (listing$3.state = 'PUBLISHED' and not (listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))) as "totalCount", (
              select count(*)
              from "listing" listing$4
              where listing$4."subject_id" = subject$1."id" and (listing$4."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$4."kind" in ('SERIOUS_DISHONESTY') and (((listing$4.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$4.state in ('REMOVED', 'REVOKED') or (listing$4.state = 'PUBLISHED' and not (listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))) as "again") connection$5) as "listings", subject$1."credit_code" as "creditCode") object$6)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "first", (
    select (
      select row_to_json(object$11)
      from (
        select subject$7."name" as "n", (
          select row_to_json(connection$10)
          from (
            select (
              select count(*)
              from "listing" listing$9
              where listing$9."subject_id" = subject$7."id" and (listing$9."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$9."kind" in ('SERIOUS_DISHONESTY') and (((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$9.state in ('REMOVED', 'REVOKED') or (listing$9.state = 'PUBLISHED' and not (listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))) as "totalCount") connection$10) as "listings") object$11)
    from "subject" subject$7
    where subject$7.id = (
      select identifier$8.subject_id
      from subject_identifier identifier$8
      where identifier$8.kind = 'CREDIT_CODE' and identifier$8.value = $2::text)
    limit 1) as "second", 'Query'::text as "__typename") answer$

select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$2)
    from (
      select (
        select count(*)
        from "listing" listing$1
        where (listing$1."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$1."kind" in ('SERIOUS_DISHONESTY') and (((listing$1.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$1.state in ('REMOVED', 'REVOKED') or (listing$1.state = 'PUBLISHED' and not (listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and ((listing$1."published_on" is null))) as "totalCount") connection$2) as "null", (
    select row_to_json(connection$4)
    from (
      select (
        select count(*)
        from "listing" listing$3
        where (listing$3."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$3."kind" in ('SERIOUS_DISHONESTY') and (((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$3.state in ('REMOVED', 'REVOKED') or (listing$3.state = 'PUBLISHED' and not (listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and (true)) as "totalCount") connection$4) as "empty", (
    select row_to_json(connection$6)
    from (
      select (
        select count(*)
        from "listing" listing$5
        where (listing$5."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$5."kind" in ('SERIOUS_DISHONESTY') and (((listing$5.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$5.state in ('REMOVED', 'REVOKED') or (listing$5.state = 'PUBLISHED' and not (listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and (false)) as "totalCount") connection$6) as "none", (
    select row_to_json(connection$8)
    from (
      select (
        select count(*)
        from "court" court$7
        where true) as "totalCount") connection$8) as "blank", (
    select row_to_json(connection$10)
    from (
      select (
        select count(*)
        from "court" court$9
        where ((court$9."code" = any($1::text[])))) as "totalCount") connection$10) as "missing", (
    select row_to_json(connection$12)
    from (
      select (
        select count(*)
        from "listing" listing$11
        where (listing$11."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$11."kind" in ('SERIOUS_DISHONESTY') and (((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and (true)) as "totalCount") connection$12) as "absent") answer$

select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$6)
    from (
      select coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0"))[1:least(count(page$2."k$0"), 0)::int]), '[]') as "nodes", coalesce(array_to_json((array_agg(page$2."j$1" order by page$2."k$0"))[1:least(count(page$2."k$0"), 0)::int]), '[]') as "edges", (
        select row_to_json(info$5)
        from (
          select count(page$2."k$0") > 0 as "hasNextPage", false as "hasPreviousPage", case when 0 > 0 then (array_agg(page$2."j$2" order by page$2."k$0"))[1] end as "startCursor", case when 0 > 0 then (array_agg(page$2."j$3" order by page$2."k$0"))[least(count(page$2."k$0"), 0)::int] end as "endCursor") info$5) as "pageInfo"
      from (
        select listing$1.id as "k$0", (
          select row_to_json(object$3)
          from (
            select listing$1."id"::text as "id") object$3) as "j$0", (
          select row_to_json(edge$4)
          from (
            select $1::text || 'c' || '079e7660' || ':' || encode(convert_to(json_build_array((listing$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "cursor") edge$4) as "j$1", $1::text || 'c' || '079e7660' || ':' || encode(convert_to(json_build_array((listing$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$2", $1::text || 'c' || '079e7660' || ':' || encode(convert_to(json_build_array((listing$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$3"
        from "listing" listing$1
        where (listing$1."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$1."kind" in ('SERIOUS_DISHONESTY') and (((listing$1.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$1.state in ('REMOVED', 'REVOKED') or (listing$1.state = 'PUBLISHED' and not (listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
        order by "k$0"
        limit 0 + 1) page$2 having true) connection$6) as "listings", (
    select row_to_json(connection$12)
    from (
      select (
        select count(*)
        from "subject" subject$9
        where ((subject$9."name" = $3::text))) as "totalCount", coalesce(array_to_json((array_agg(page$8."j$0" order by page$8."k$0"))[1:least(count(page$8."k$0"), 20)::int]), '[]') as "nodes", (
        select row_to_json(info$11)
        from (
          select count(page$8."k$0") > 20 as "hasNextPage", case when 20 > 0 then (array_agg(page$8."j$1" order by page$8."k$0"))[1] end as "startCursor") info$11) as "pageInfo"
      from (
        select subject$7.id as "k$0", (
          select row_to_json(object$10)
          from (
            select subject$7."id"::text as "id") object$10) as "j$0", $1::text || 'c' || '11f94684' || ':' || encode(convert_to(json_build_array((subject$7.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$1"
        from "subject" subject$7
        where ((subject$7."name" = $2::text)) and true
        order by "k$0"
        limit 20 + 1) page$8 having true) connection$12) as "nobody") answer$

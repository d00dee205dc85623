select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$6)
    from (
      select coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0" nulls first, page$2."k$1" desc nulls last, page$2."k$2"))[1:least(count(page$2."k$2"), 3)::int]), '[]') as "edges", (
        select row_to_json(info$5)
        from (
          select count(page$2."k$2") > 3 as "hasNextPage", case when 3 > 0 then (array_agg(page$2."j$1" order by page$2."k$0" nulls first, page$2."k$1" desc nulls last, page$2."k$2"))[least(count(page$2."k$2"), 3)::int] end as "endCursor") info$5) as "pageInfo"
      from (
        select enforcement_case$1."closed_on" as "k$0", enforcement_case$1."amount_applied" as "k$1", enforcement_case$1.id as "k$2", (
          select row_to_json(edge$4)
          from (
            select $2::text || 'c' || '0050784d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."closed_on")::text, (enforcement_case$1."amount_applied")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "cursor", (
              select row_to_json(object$3)
              from (
                select enforcement_case$1."closed_on" as "closedOn", enforcement_case$1."amount_applied"::text as "amountApplied") object$3) as "node") edge$4) as "j$0", $2::text || 'c' || '0050784d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."closed_on")::text, (enforcement_case$1."amount_applied")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$1"
        from "enforcement_case" enforcement_case$1
        where ((enforcement_case$1."court_code" = $1::text)) and true
        order by "k$0" nulls first, "k$1" desc nulls last, "k$2"
        limit 3 + 1) page$2 having true) connection$6) as "cases") answer$

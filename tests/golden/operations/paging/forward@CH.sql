select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$7)
    from (
      select (
        select count(*)
        from "enforcement_case" enforcement_case$3
        where ((enforcement_case$3."court_code" = $2::text))) as "totalCount", coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1:least(count(page$2."k$2"), 3)::int]), '[]') as "edges", (
        select row_to_json(info$6)
        from (
          select count(page$2."k$2") > 3 as "hasNextPage", false as "hasPreviousPage", case when 3 > 0 then (array_agg(page$2."j$1" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1] end as "startCursor", case when 3 > 0 then (array_agg(page$2."j$2" order by page$2."k$0", page$2."k$1", page$2."k$2"))[least(count(page$2."k$2"), 3)::int] end as "endCursor") info$6) as "pageInfo"
      from (
        select enforcement_case$1."amount_applied" as "k$0", enforcement_case$1."case_number" as "k$1", enforcement_case$1.id as "k$2", (
          select row_to_json(edge$5)
          from (
            select $3::text || 'c' || '396d7f3d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."amount_applied")::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "cursor", (
              select row_to_json(object$4)
              from (
                select enforcement_case$1."case_number" as "caseNumber", enforcement_case$1."amount_applied"::text as "amountApplied") object$4) as "node") edge$5) as "j$0", $3::text || 'c' || '396d7f3d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."amount_applied")::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$1", $3::text || 'c' || '396d7f3d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."amount_applied")::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$2"
        from "enforcement_case" enforcement_case$1
        where ((enforcement_case$1."court_code" = $1::text)) and true
        order by "k$0", "k$1", "k$2"
        limit 3 + 1) page$2 having true) connection$7) as "cases") answer$

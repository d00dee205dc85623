select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$12)
    from (
      select (
        select count(*)
        from "enforcement_case" enforcement_case$3
        where ((enforcement_case$3."court_code" = $3::text))) as "totalCount", coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1:least(count(page$2."k$2"), $2::integer)::int]), '[]') as "edges", (
        select row_to_json(info$10)
        from (
          select count(page$2."k$2") > $2::integer as "hasNextPage", false as "hasPreviousPage", case when $2::integer > 0 then (array_agg(page$2."j$1" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1] end as "startCursor", case when $2::integer > 0 then (array_agg(page$2."j$2" order by page$2."k$0", page$2."k$1", page$2."k$2"))[least(count(page$2."k$2"), $2::integer)::int] end as "endCursor") info$10) as "pageInfo"
      from (
        select case when ((
          select rule$11.area_code
          from subject rule$11
          where rule$11.id = enforcement_case$1.subject_id) ^@ any($5::text[]) or enforcement_case$1.court_code = any($6::text[])) then enforcement_case$1."amount_applied" end as "k$0", enforcement_case$1."case_number" as "k$1", enforcement_case$1.id as "k$2", (
          select row_to_json(edge$7)
          from (
            select $4::text || 'c' || '6fc35fa0' || ':' || encode(convert_to(json_build_array((case when ((
              select rule$4.area_code
              from subject rule$4
              where rule$4.id = enforcement_case$1.subject_id) ^@ any($5::text[]) or enforcement_case$1.court_code = any($6::text[])) then enforcement_case$1."amount_applied" end)::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "cursor", (
              select row_to_json(object$6)
              from (
                select enforcement_case$1."case_number" as "caseNumber", case when ((
                  select rule$5.area_code
                  from subject rule$5
                  where rule$5.id = enforcement_case$1.subject_id) ^@ any($5::text[]) or enforcement_case$1.court_code = any($6::text[])) then enforcement_case$1."amount_applied"::text else null end as "amountApplied") object$6) as "node") edge$7) as "j$0", $4::text || 'c' || '6fc35fa0' || ':' || encode(convert_to(json_build_array((case when ((
          select rule$8.area_code
          from subject rule$8
          where rule$8.id = enforcement_case$1.subject_id) ^@ any($5::text[]) or enforcement_case$1.court_code = any($6::text[])) then enforcement_case$1."amount_applied" end)::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$1", $4::text || 'c' || '6fc35fa0' || ':' || encode(convert_to(json_build_array((case when ((
          select rule$9.area_code
          from subject rule$9
          where rule$9.id = enforcement_case$1.subject_id) ^@ any($5::text[]) or enforcement_case$1.court_code = any($6::text[])) then enforcement_case$1."amount_applied" end)::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$2"
        from "enforcement_case" enforcement_case$1
        where ((enforcement_case$1."court_code" = $1::text)) and true
        order by "k$0", "k$1", "k$2"
        limit $2::integer + 1) page$2 having true) connection$12) as "cases") answer$

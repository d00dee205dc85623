select json_build_object('cases', (
  select json_build_object('$', coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1:least(count(page$2."k$2"), 3)::int]), '[]'), 'totalCount', (
    select count(*)
    from "enforcement_case" enforcement_case$3
    where ((enforcement_case$3."court_code" = $2::text))), 'edges', coalesce(array_to_json((array_agg(page$2."j$1" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1:least(count(page$2."k$2"), 3)::int]), '[]'), 'pageInfo', json_build_object('hasNextPage', count(page$2."k$2") > 3, 'hasPreviousPage', false, 'startCursor', case when 3 > 0 then (array_agg(page$2."j$2" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1] end, 'endCursor', case when 3 > 0 then (array_agg(page$2."j$3" order by page$2."k$0", page$2."k$1", page$2."k$2"))[least(count(page$2."k$2"), 3)::int] end))
  from (
    select enforcement_case$1."amount_applied" as "k$0", enforcement_case$1."case_number" as "k$1", enforcement_case$1.id as "k$2", enforcement_case$1."subject_id" as "j$0", json_build_object('cursor', $3::text || 'c' || '396d7f3d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."amount_applied")::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@', 'node', json_build_object('caseNumber', enforcement_case$1."case_number", 'amountApplied', enforcement_case$1."amount_applied"::text)) as "j$1", $3::text || 'c' || '396d7f3d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."amount_applied")::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$2", $3::text || 'c' || '396d7f3d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."amount_applied")::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$3"
    from "enforcement_case" enforcement_case$1
    where ((enforcement_case$1."court_code" = $1::text)) and true
    order by "k$0", "k$1", "k$2"
    limit 3 + 1) page$2 having true))

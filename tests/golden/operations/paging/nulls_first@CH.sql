select json_build_object('cases', (
  select json_build_object('edges', coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0" nulls first, page$2."k$1" desc nulls last, page$2."k$2"))[1:least(count(page$2."k$2"), 3)::int]), '[]'), 'pageInfo', json_build_object('hasNextPage', count(page$2."k$2") > 3, 'endCursor', case when 3 > 0 then (array_agg(page$2."j$1" order by page$2."k$0" nulls first, page$2."k$1" desc nulls last, page$2."k$2"))[least(count(page$2."k$2"), 3)::int] end))
  from (
    select enforcement_case$1."closed_on" as "k$0", enforcement_case$1."amount_applied" as "k$1", enforcement_case$1.id as "k$2", json_build_object('cursor', $2::text || 'c' || '0050784d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."closed_on")::text, (enforcement_case$1."amount_applied")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@', 'node', json_build_object('$', enforcement_case$1."subject_id", 'closedOn', enforcement_case$1."closed_on", 'amountApplied', enforcement_case$1."amount_applied"::text)) as "j$0", $2::text || 'c' || '0050784d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."closed_on")::text, (enforcement_case$1."amount_applied")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$1"
    from "enforcement_case" enforcement_case$1
    where ((enforcement_case$1."court_code" = $1::text)) and true
    order by "k$0" nulls first, "k$1" desc nulls last, "k$2"
    limit 3 + 1) page$2 having true))

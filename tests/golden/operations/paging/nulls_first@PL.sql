select json_build_object('cases', (
  select json_build_object('$', coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0" nulls first, page$2."k$1" desc nulls last, page$2."k$2"))[1:least(count(page$2."k$2"), 3)::int]), '[]'), 'edges', coalesce(array_to_json((array_agg(page$2."j$1" order by page$2."k$0" nulls first, page$2."k$1" desc nulls last, page$2."k$2"))[1:least(count(page$2."k$2"), 3)::int]), '[]'), 'pageInfo', json_build_object('hasNextPage', count(page$2."k$2") > 3, 'endCursor', case when 3 > 0 then (array_agg(page$2."j$2" order by page$2."k$0" nulls first, page$2."k$1" desc nulls last, page$2."k$2"))[least(count(page$2."k$2"), 3)::int] end))
  from (
    select enforcement_case$1."closed_on" as "k$0", case when (coalesce((
      select rule$10.area_code
      from subject rule$10
      where rule$10.id = enforcement_case$1.subject_id), (
      select rule$9.area_code
      from court rule$9
      where rule$9.code = enforcement_case$1.court_code)) ^@ any($3::text[]) or enforcement_case$1.court_code = any($4::text[])) then enforcement_case$1."amount_applied" end as "k$1", enforcement_case$1.id as "k$2", enforcement_case$1."subject_id" as "j$0", json_build_object('cursor', $2::text || 'c' || '0050784d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."closed_on")::text, (case when (coalesce((
      select rule$4.area_code
      from subject rule$4
      where rule$4.id = enforcement_case$1.subject_id), (
      select rule$3.area_code
      from court rule$3
      where rule$3.code = enforcement_case$1.court_code)) ^@ any($3::text[]) or enforcement_case$1.court_code = any($4::text[])) then enforcement_case$1."amount_applied" end)::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@', 'node', json_build_object('closedOn', enforcement_case$1."closed_on", 'amountApplied', case when (coalesce((
      select rule$6.area_code
      from subject rule$6
      where rule$6.id = enforcement_case$1.subject_id), (
      select rule$5.area_code
      from court rule$5
      where rule$5.code = enforcement_case$1.court_code)) ^@ any($3::text[]) or enforcement_case$1.court_code = any($4::text[])) then enforcement_case$1."amount_applied"::text else null end)) as "j$1", $2::text || 'c' || '0050784d' || ':' || encode(convert_to(json_build_array((enforcement_case$1."closed_on")::text, (case when (coalesce((
      select rule$8.area_code
      from subject rule$8
      where rule$8.id = enforcement_case$1.subject_id), (
      select rule$7.area_code
      from court rule$7
      where rule$7.code = enforcement_case$1.court_code)) ^@ any($3::text[]) or enforcement_case$1.court_code = any($4::text[])) then enforcement_case$1."amount_applied" end)::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$2"
    from "enforcement_case" enforcement_case$1
    where ((enforcement_case$1."court_code" = $1::text)) and true
    order by "k$0" nulls first, "k$1" desc nulls last, "k$2"
    limit 3 + 1) page$2 having true))

select json_build_object('cases', (
  select json_build_object('$', coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1:least(count(page$2."k$2"), 3)::int]), '[]'), 'totalCount', (
    select count(*)
    from "enforcement_case" enforcement_case$3
    where ((enforcement_case$3."court_code" = $2::text))), 'edges', coalesce(array_to_json((array_agg(page$2."j$1" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1:least(count(page$2."k$2"), 3)::int]), '[]'), 'pageInfo', json_build_object('hasNextPage', count(page$2."k$2") > 3, 'hasPreviousPage', false, 'startCursor', case when 3 > 0 then (array_agg(page$2."j$2" order by page$2."k$0", page$2."k$1", page$2."k$2"))[1] end, 'endCursor', case when 3 > 0 then (array_agg(page$2."j$3" order by page$2."k$0", page$2."k$1", page$2."k$2"))[least(count(page$2."k$2"), 3)::int] end))
  from (
    select case when (coalesce((
      select rule$13.area_code
      from subject rule$13
      where rule$13.id = enforcement_case$1.subject_id), (
      select rule$12.area_code
      from court rule$12
      where rule$12.code = enforcement_case$1.court_code)) ^@ any($4::text[]) or enforcement_case$1.court_code = any($5::text[])) then enforcement_case$1."amount_applied" end as "k$0", enforcement_case$1."case_number" as "k$1", enforcement_case$1.id as "k$2", enforcement_case$1."subject_id" as "j$0", json_build_object('cursor', $3::text || 'c' || '396d7f3d' || ':' || encode(convert_to(json_build_array((case when (coalesce((
      select rule$5.area_code
      from subject rule$5
      where rule$5.id = enforcement_case$1.subject_id), (
      select rule$4.area_code
      from court rule$4
      where rule$4.code = enforcement_case$1.court_code)) ^@ any($4::text[]) or enforcement_case$1.court_code = any($5::text[])) then enforcement_case$1."amount_applied" end)::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@', 'node', json_build_object('caseNumber', enforcement_case$1."case_number", 'amountApplied', case when (coalesce((
      select rule$7.area_code
      from subject rule$7
      where rule$7.id = enforcement_case$1.subject_id), (
      select rule$6.area_code
      from court rule$6
      where rule$6.code = enforcement_case$1.court_code)) ^@ any($4::text[]) or enforcement_case$1.court_code = any($5::text[])) then enforcement_case$1."amount_applied"::text else null end)) as "j$1", $3::text || 'c' || '396d7f3d' || ':' || encode(convert_to(json_build_array((case when (coalesce((
      select rule$9.area_code
      from subject rule$9
      where rule$9.id = enforcement_case$1.subject_id), (
      select rule$8.area_code
      from court rule$8
      where rule$8.code = enforcement_case$1.court_code)) ^@ any($4::text[]) or enforcement_case$1.court_code = any($5::text[])) then enforcement_case$1."amount_applied" end)::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$2", $3::text || 'c' || '396d7f3d' || ':' || encode(convert_to(json_build_array((case when (coalesce((
      select rule$11.area_code
      from subject rule$11
      where rule$11.id = enforcement_case$1.subject_id), (
      select rule$10.area_code
      from court rule$10
      where rule$10.code = enforcement_case$1.court_code)) ^@ any($4::text[]) or enforcement_case$1.court_code = any($5::text[])) then enforcement_case$1."amount_applied" end)::text, (enforcement_case$1."case_number")::text, (enforcement_case$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$3"
    from "enforcement_case" enforcement_case$1
    where ((enforcement_case$1."court_code" = $1::text)) and true
    order by "k$0", "k$1", "k$2"
    limit 3 + 1) page$2 having true))

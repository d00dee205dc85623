select json_build_object('cases', (
  select json_build_object('$', coalesce(json_agg(page$4."j$0" order by page$4."k$0" desc, page$4."k$1", page$4."k$2" desc), '[]'), 'totalCount', (
    select count(*)
    from "enforcement_case" enforcement_case$5
    where ((case when (coalesce((
      select rule$7.area_code
      from subject rule$7
      where rule$7.id = enforcement_case$5.subject_id), (
      select rule$6.area_code
      from court rule$6
      where rule$6.code = enforcement_case$5.court_code)) ^@ any($1::text[]) or enforcement_case$5.court_code = any($2::text[])) then enforcement_case$5."amount_applied" end >= $4::numeric))), 'nodes', coalesce(json_agg(page$4."j$1" order by page$4."k$0" desc, page$4."k$1", page$4."k$2" desc), '[]'))
  from (
    select case when (coalesce((
      select rule$11.area_code
      from subject rule$11
      where rule$11.id = enforcement_case$1.subject_id), (
      select rule$10.area_code
      from court rule$10
      where rule$10.code = enforcement_case$1.court_code)) ^@ any($1::text[]) or enforcement_case$1.court_code = any($2::text[])) then enforcement_case$1."amount_applied" end as "k$0", enforcement_case$1."case_number" as "k$1", enforcement_case$1.id as "k$2", enforcement_case$1."subject_id" as "j$0", json_build_object('caseNumber', enforcement_case$1."case_number", 'courtCode', enforcement_case$1."court_code", 'amountApplied', case when (coalesce((
      select rule$9.area_code
      from subject rule$9
      where rule$9.id = enforcement_case$1.subject_id), (
      select rule$8.area_code
      from court rule$8
      where rule$8.code = enforcement_case$1.court_code)) ^@ any($1::text[]) or enforcement_case$1.court_code = any($2::text[])) then enforcement_case$1."amount_applied"::text else null end) as "j$1"
    from "enforcement_case" enforcement_case$1
    where ((case when (coalesce((
      select rule$3.area_code
      from subject rule$3
      where rule$3.id = enforcement_case$1.subject_id), (
      select rule$2.area_code
      from court rule$2
      where rule$2.code = enforcement_case$1.court_code)) ^@ any($1::text[]) or enforcement_case$1.court_code = any($2::text[])) then enforcement_case$1."amount_applied" end >= $3::numeric)) and true
    order by "k$0" desc, "k$1", "k$2" desc
    limit 4) page$4 having true))

select json_build_object('cases', (
  select json_build_object('$', coalesce(json_agg(page$2."j$0" order by page$2."k$0" desc, page$2."k$1", page$2."k$2" desc), '[]'), 'totalCount', (
    select count(*)
    from "enforcement_case" enforcement_case$3
    where ((enforcement_case$3."amount_applied" >= $2::numeric))), 'nodes', coalesce(json_agg(page$2."j$1" order by page$2."k$0" desc, page$2."k$1", page$2."k$2" desc), '[]'))
  from (
    select enforcement_case$1."amount_applied" as "k$0", enforcement_case$1."case_number" as "k$1", enforcement_case$1.id as "k$2", enforcement_case$1."subject_id" as "j$0", json_build_object('caseNumber', enforcement_case$1."case_number", 'courtCode', enforcement_case$1."court_code", 'amountApplied', enforcement_case$1."amount_applied"::text) as "j$1"
    from "enforcement_case" enforcement_case$1
    where ((enforcement_case$1."amount_applied" >= $1::numeric)) and true
    order by "k$0" desc, "k$1", "k$2" desc
    limit 4) page$2 having true))

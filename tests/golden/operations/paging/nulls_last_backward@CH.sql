select json_build_object('cases', (
  select json_build_object('$', coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0" desc nulls last, page$2."k$1" desc))[greatest(count(page$2."k$1") - 3, 0)::int + 1:count(page$2."k$1")::int]), '[]'), 'nodes', coalesce(array_to_json((array_agg(page$2."j$1" order by page$2."k$0" desc nulls last, page$2."k$1" desc))[greatest(count(page$2."k$1") - 3, 0)::int + 1:count(page$2."k$1")::int]), '[]'), 'pageInfo', json_build_object('hasPreviousPage', count(page$2."k$1") > 3))
  from (
    select enforcement_case$1."amount_applied" as "k$0", enforcement_case$1.id as "k$1", enforcement_case$1."subject_id" as "j$0", json_build_object('amountApplied', enforcement_case$1."amount_applied"::text) as "j$1"
    from "enforcement_case" enforcement_case$1
    where true
    order by "k$0" nulls first, "k$1"
    limit 3 + 1) page$2 having true))

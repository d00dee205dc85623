select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$5)
    from (
      select (
        select count(*)
        from "enforcement_case" enforcement_case$3
        where ((enforcement_case$3."amount_applied" >= $2::numeric))) as "totalCount", coalesce(json_agg(page$2."j$0" order by page$2."k$0" desc, page$2."k$1", page$2."k$2" desc), '[]') as "nodes"
      from (
        select enforcement_case$1."amount_applied" as "k$0", enforcement_case$1."case_number" as "k$1", enforcement_case$1.id as "k$2", (
          select row_to_json(object$4)
          from (
            select enforcement_case$1."case_number" as "caseNumber", enforcement_case$1."court_code" as "courtCode", enforcement_case$1."amount_applied"::text as "amountApplied") object$4) as "j$0"
        from "enforcement_case" enforcement_case$1
        where ((enforcement_case$1."amount_applied" >= $1::numeric)) and true
        order by "k$0" desc, "k$1", "k$2" desc
        limit 4) page$2 having true) connection$5) as "cases") answer$

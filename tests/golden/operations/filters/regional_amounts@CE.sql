select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$9)
    from (
      select (
        select count(*)
        from "enforcement_case" enforcement_case$4
        where ((case when ((
          select rule$5.area_code
          from subject rule$5
          where rule$5.id = enforcement_case$4.subject_id) ^@ any($1::text[]) or enforcement_case$4.court_code = any($2::text[])) then enforcement_case$4."amount_applied" end >= $5::numeric))) as "totalCount", coalesce(json_agg(page$3."j$0" order by page$3."k$0" desc, page$3."k$1", page$3."k$2" desc), '[]') as "nodes"
      from (
        select case when ((
          select rule$8.area_code
          from subject rule$8
          where rule$8.id = enforcement_case$1.subject_id) ^@ any($1::text[]) or enforcement_case$1.court_code = any($2::text[])) then enforcement_case$1."amount_applied" end as "k$0", enforcement_case$1."case_number" as "k$1", enforcement_case$1.id as "k$2", (
          select row_to_json(object$7)
          from (
            select enforcement_case$1."case_number" as "caseNumber", enforcement_case$1."court_code" as "courtCode", case when ((
              select rule$6.area_code
              from subject rule$6
              where rule$6.id = enforcement_case$1.subject_id) ^@ any($1::text[]) or enforcement_case$1.court_code = any($2::text[])) then enforcement_case$1."amount_applied"::text else null end as "amountApplied") object$7) as "j$0"
        from "enforcement_case" enforcement_case$1
        where ((case when ((
          select rule$2.area_code
          from subject rule$2
          where rule$2.id = enforcement_case$1.subject_id) ^@ any($1::text[]) or enforcement_case$1.court_code = any($2::text[])) then enforcement_case$1."amount_applied" end >= $3::numeric)) and true
        order by "k$0" desc, "k$1", "k$2" desc
        limit $4::integer) page$3 having true) connection$9) as "cases") answer$

select row_to_json(answer$)
from (
  select (
    select row_to_json(connection$7)
    from (
      select 'SubjectConnection'::text as "__typename", coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0", page$2."k$1"))[1:least(count(page$2."k$1"), 20)::int]), '[]') as "edges", (
        select row_to_json(info$6)
        from (
          select 'PageInfo'::text as "__typename", count(page$2."k$1") > 20 as "hasNextPage", false as "hasPreviousPage") info$6) as "pageInfo"
      from (
        select subject$1."name" as "k$0", subject$1.id as "k$1", (
          select row_to_json(edge$5)
          from (
            select 'SubjectEdge'::text as "__typename", case when subject$1."kind" in ('ENTERPRISE') then (
              select row_to_json(object$3)
              from (
                select 'Enterprise'::text as "__typename", subject$1."name" as "title", subject$1."credit_code" as "code", subject$1."area_code" as "areaCode", subject$1."enterprise_kind" as "type", subject$1."registered_capital"::text as "capital") object$3) when subject$1."kind" in ('GOVERNMENT_BODY') then (
              select row_to_json(object$4)
              from (
                select 'GovernmentBody'::text as "__typename", subject$1."name" as "title", subject$1."credit_code" as "code", subject$1."area_code" as "areaCode", subject$1."government_kind" as "bodyType", subject$1."superior_name" as "superiorName", subject$1."superior_credit_code" as "superiorCreditCode") object$4) end as "node") edge$5) as "j$0"
        from "subject" subject$1
        where subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY') and ((subject$1."kind" = any($1::text[])) and (subject$1."credit_code" = any($2::text[]))) and true
        order by "k$0", "k$1"
        limit 20 + 1) page$2 having true) connection$7) as "subjects") answer$

select json_build_object('subjects', (
  select json_build_object('__typename', 'SubjectConnection'::text, 'edges', coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0", page$2."k$1"))[1:least(count(page$2."k$1"), 20)::int]), '[]'), 'pageInfo', json_build_object('__typename', 'PageInfo'::text, 'hasNextPage', count(page$2."k$1") > 20, 'hasPreviousPage', false))
  from (
    select subject$1."name" as "k$0", subject$1.id as "k$1", (
      select row_to_json(record$6)
      from (
        select 'SubjectEdge'::text as "__typename", (
          select case when subject$1."kind" in ('ENTERPRISE') then (
            select row_to_json(record$4)
            from (
              select values$3."v$0" as "__typename", values$3."v$1" as "title", values$3."v$2" as "code", values$3."v$3" as "areaCode", values$3."v$4" as "type", values$3."v$5" as "capital") record$4) when subject$1."kind" in ('GOVERNMENT_BODY') then (
            select row_to_json(record$5)
            from (
              select values$3."v$0" as "__typename", values$3."v$1" as "title", values$3."v$2" as "code", values$3."v$3" as "areaCode", values$3."v$6" as "bodyType", values$3."v$7" as "superiorName", values$3."v$8" as "superiorCreditCode") record$5) end
          from (
            select case when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' end as "v$0", subject$1."name" as "v$1", subject$1."credit_code" as "v$2", subject$1."area_code" as "v$3", subject$1."enterprise_kind" as "v$4", subject$1."registered_capital"::text as "v$5", subject$1."government_kind" as "v$6", subject$1."superior_name" as "v$7", subject$1."superior_credit_code" as "v$8" offset 0) values$3) as "node") record$6) as "j$0"
    from "subject" subject$1
    where subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY') and ((subject$1."kind" = any($1::text[])) and (subject$1."credit_code" = any($2::text[]))) and true
    order by "k$0", "k$1"
    limit 20 + 1) page$2 having true))

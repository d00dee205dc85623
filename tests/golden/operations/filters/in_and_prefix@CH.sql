select json_build_object('subjects', (
  select json_build_object('totalCount', (
    select count(*)
    from "subject" subject$3
    where subject$3.merged_into is null and subject$3."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') and ((subject$3."kind" = any($4::text[])) and (subject$3."name" ^@ $5::text) and (subject$3."area_code" ^@ $6::text))), 'nodes', coalesce(json_agg(page$2."j$0" order by page$2."k$0", page$2."k$1"), '[]'))
  from (
    select subject$1."name" as "k$0", subject$1.id as "k$1", (
      select row_to_json(record$6)
      from (
        select case when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."name" as "name", subject$1."area_code" as "areaCode", (
          select (
            select row_to_json(record$5)
            from (
              select area$4."level" as "level", area$4."name" as "name") record$5)
          from "area" area$4
          where area$4."code" = subject$1."area_code"
          limit 1) as "area") record$6) as "j$0"
    from "subject" subject$1
    where subject$1.merged_into is null and subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') and ((subject$1."kind" = any($1::text[])) and (subject$1."name" ^@ $2::text) and (subject$1."area_code" ^@ $3::text)) and true
    order by "k$0", "k$1"
    limit 20) page$2 having true))

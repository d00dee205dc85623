select json_build_object('accessLog', (
  select json_build_object('totalCount', (
    select count(*)
    from "access_entry" access_entry$3
    where (true and (access_entry$3."decision" = any($2::text[])))), 'nodes', coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0"))[greatest(count(page$2."k$0") - 20, 0)::int + 1:count(page$2."k$0")::int]), '[]'), 'pageInfo', json_build_object('hasPreviousPage', count(page$2."k$0") > 20, 'startCursor', case when 20 > 0 then (array_agg(page$2."j$1" order by page$2."k$0"))[greatest(count(page$2."k$0") - 20, 0)::int + 1] end))
  from (
    select access_entry$1.position as "k$0", (
      select row_to_json(record$12)
      from (
        select access_entry$1."at" as "at", access_entry$1."agency_code" as "agencyCode", (
          select (
            select row_to_json(record$5)
            from (
              select agency$4."name" as "name") record$5)
          from "agency" agency$4
          where agency$4."code" = access_entry$1."agency_code"
          limit 1) as "agency", access_entry$1."officer" as "officer", access_entry$1."purpose" as "purpose", access_entry$1."matter" as "matter", access_entry$1."levels" as "levels", access_entry$1."subject_count" as "subjectCount", (
          select (
            select row_to_json(record$11)
            from (
              select coalesce(json_agg(page$7."j$0" order by page$7."k$0"), '[]') as "$", coalesce(json_agg(page$7."j$1" order by page$7."k$0"), '[]') as "nodes") record$11)
          from (
            select access_subject$6.subject_id as "k$0", access_subject$6."subject_id" as "j$0", (
              select row_to_json(record$10)
              from (
                select access_subject$6."subject_id"::text as "subjectId", (
                  select (
                    select row_to_json(record$9)
                    from (
                      select subject$8."id" as "$", subject$8."id"::text as "id") record$9)
                  from "subject" subject$8
                  where subject$8."id" = access_subject$6."subject_id" and subject$8.merged_into is null
                  limit 1) as "subject") record$10) as "j$1"
            from "access_subject" access_subject$6
            where access_subject$6."position" = access_entry$1."position" and true
            order by "k$0"
            limit 10) page$7 having true) as "subjects") record$12) as "j$0", $3::text || 'c' || 'af4d7eba' || ':' || encode(convert_to(json_build_array((access_entry$1.position)::text)::text, 'UTF8'), 'hex') || '@' as "j$1"
    from "access_entry" access_entry$1
    where (true and (access_entry$1."decision" = any($1::text[]))) and true
    order by "k$0" desc
    limit 20 + 1) page$2 having true))

select json_build_object('whoAskedAboutMe', (
  select json_build_object('$', coalesce(array_to_json((array_agg(page$4."j$0" order by page$4."k$0"))[greatest(count(page$4."k$0") - 20, 0)::int + 1:count(page$4."k$0")::int]), '[]'), 'totalCount', (
    select count(*)
    from "subject_access" subject_access$5
    where (((subject_access$5.subject_id = coalesce((
      select alias$7.current_id
      from subject_alias alias$7
      where alias$7.old_id = $1::uuid), $1::uuid) and not exists (
      select
      from access_seal rule$6
      where rule$6.agency_code = subject_access$5.agency_code and rule$6.matter = subject_access$5.matter and rule$6.sealed_until > now() and rule$6.released_at is null))))), 'nodes', coalesce(array_to_json((array_agg(page$4."j$1" order by page$4."k$0"))[greatest(count(page$4."k$0") - 20, 0)::int + 1:count(page$4."k$0")::int]), '[]'), 'pageInfo', json_build_object('hasPreviousPage', count(page$4."k$0") > 20, 'startCursor', case when 20 > 0 then (array_agg(page$4."j$2" order by page$4."k$0"))[greatest(count(page$4."k$0") - 20, 0)::int + 1] end))
  from (
    select subject_access$1.position as "k$0", subject_access$1."subject_id" as "j$0", (
      select row_to_json(record$10)
      from (
        select subject_access$1."at" as "at", subject_access$1."agency_code" as "agencyCode", (
          select (
            select row_to_json(record$9)
            from (
              select agency$8."name" as "name") record$9)
          from "agency" agency$8
          where agency$8."code" = subject_access$1."agency_code"
          limit 1) as "agency", subject_access$1."purpose" as "purpose", subject_access$1."kinds" as "kinds") record$10) as "j$1", $2::text || 'c' || '40aca31e' || ':' || encode(convert_to(json_build_array((subject_access$1.position)::text)::text, 'UTF8'), 'hex') || '@' as "j$2"
    from "subject_access" subject_access$1
    where (((subject_access$1.subject_id = coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = $1::uuid), $1::uuid) and not exists (
      select
      from access_seal rule$2
      where rule$2.agency_code = subject_access$1.agency_code and rule$2.matter = subject_access$1.matter and rule$2.sealed_until > now() and rule$2.released_at is null)))) and true
    order by "k$0" desc
    limit 20 + 1) page$4 having true))

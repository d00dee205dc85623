select json_build_object('listings', (
  select json_build_object('$', coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0"))[1:least(count(page$2."k$0"), 0)::int]), '[]'), 'nodes', coalesce(array_to_json((array_agg(page$2."j$1" order by page$2."k$0"))[1:least(count(page$2."k$0"), 0)::int]), '[]'), 'edges', coalesce(array_to_json((array_agg(page$2."j$2" order by page$2."k$0"))[1:least(count(page$2."k$0"), 0)::int]), '[]'), 'pageInfo', json_build_object('hasNextPage', count(page$2."k$0") > 0, 'hasPreviousPage', false, 'startCursor', case when 0 > 0 then (array_agg(page$2."j$3" order by page$2."k$0"))[1] end, 'endCursor', case when 0 > 0 then (array_agg(page$2."j$4" order by page$2."k$0"))[least(count(page$2."k$0"), 0)::int] end))
  from (
    select listing$1.id as "k$0", listing$1."subject_id" as "j$0", json_build_object('id', listing$1."id"::text) as "j$1", json_build_object('cursor', $1::text || 'c' || '079e7660' || ':' || encode(convert_to(json_build_array((listing$1.id)::text)::text, 'UTF8'), 'hex') || '@') as "j$2", $1::text || 'c' || '079e7660' || ':' || encode(convert_to(json_build_array((listing$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$3", $1::text || 'c' || '079e7660' || ':' || encode(convert_to(json_build_array((listing$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$4"
    from "listing" listing$1
    where (listing$1."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$1."kind" in ('SERIOUS_DISHONESTY') and (((listing$1.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$1.state in ('REMOVED', 'REVOKED') or (listing$1.state = 'PUBLISHED' and not (listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
    order by "k$0"
    limit 0 + 1) page$2 having true), 'nobody', (
  select json_build_object('$', coalesce(array_to_json((array_agg(page$4."j$0" order by page$4."k$0"))[1:least(count(page$4."k$0"), 20)::int]), '[]'), 'totalCount', (
    select count(*)
    from "subject" subject$5
    where subject$5.merged_into is null and ((subject$5."name" = $3::text))), 'nodes', coalesce(array_to_json((array_agg(page$4."j$1" order by page$4."k$0"))[1:least(count(page$4."k$0"), 20)::int]), '[]'), 'pageInfo', json_build_object('hasNextPage', count(page$4."k$0") > 20, 'startCursor', case when 20 > 0 then (array_agg(page$4."j$2" order by page$4."k$0"))[1] end))
  from (
    select subject$3.id as "k$0", subject$3."id" as "j$0", (
      select row_to_json(record$6)
      from (
        select subject$3."id"::text as "id") record$6) as "j$1", $1::text || 'c' || '11f94684' || ':' || encode(convert_to(json_build_array((subject$3.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$2"
    from "subject" subject$3
    where subject$3.merged_into is null and ((subject$3."name" = $2::text)) and true
    order by "k$0"
    limit 20 + 1) page$4 having true))

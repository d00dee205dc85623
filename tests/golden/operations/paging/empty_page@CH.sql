select json_build_object('listings', (
  select json_build_object('$', coalesce(array_to_json((array_agg(page$2."j$0" order by page$2."k$0"))[1:least(count(page$2."k$0"), 0)::int]), '[]'), 'nodes', coalesce(array_to_json((array_agg(page$2."j$1" order by page$2."k$0"))[1:least(count(page$2."k$0"), 0)::int]), '[]'), 'edges', coalesce(array_to_json((array_agg(page$2."j$2" order by page$2."k$0"))[1:least(count(page$2."k$0"), 0)::int]), '[]'), 'pageInfo', json_build_object('hasNextPage', count(page$2."k$0") > 0, 'hasPreviousPage', false, 'startCursor', case when 0 > 0 then (array_agg(page$2."j$3" order by page$2."k$0"))[1] end, 'endCursor', case when 0 > 0 then (array_agg(page$2."j$4" order by page$2."k$0"))[least(count(page$2."k$0"), 0)::int] end))
  from (
    select listing$1.id as "k$0", listing$1."subject_id" as "j$0", json_build_object('id', listing$1."id"::text) as "j$1", json_build_object('cursor', $1::text || 'c' || '079e7660' || ':' || encode(convert_to(json_build_array((listing$1.id)::text)::text, 'UTF8'), 'hex') || '@') as "j$2", $1::text || 'c' || '079e7660' || ':' || encode(convert_to(json_build_array((listing$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$3", $1::text || 'c' || '079e7660' || ':' || encode(convert_to(json_build_array((listing$1.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$4"
    from "listing" listing$1
    where (listing$1."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$1."kind" in ('SERIOUS_DISHONESTY') and (((listing$1.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$1.state in ('REMOVED', 'REVOKED') or (listing$1.state = 'PUBLISHED' and not (listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
    order by "k$0"
    limit 0 + 1) page$2 having true), 'nobody', (
  select json_build_object('$', coalesce(array_to_json((array_agg(page$9."j$0" order by page$9."k$0"))[1:least(count(page$9."k$0"), 20)::int]), '[]'), 'totalCount', (
    select count(*)
    from "subject" subject$10
    where subject$10.merged_into is null and ((subject$10."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "enforcement_case" known$12
      where known$12."subject_id" = subject$10.id offset 0) or exists (
      select
      from "terminated_case" known$13
      where known$13."subject_id" = subject$10.id offset 0) or exists (
      select
      from "performance_certificate" known$14
      where known$14."subject_id" = subject$10.id offset 0) or exists (
      select
      from "honest_listing" known$15
      where known$15."subject_id" = subject$10.id offset 0) or exists (
      select
      from "listing" known$11
      where known$11."subject_id" = subject$10.id and (known$11."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$11."kind" in ('SERIOUS_DISHONESTY') and (((known$11.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$11.state in ('REMOVED', 'REVOKED') or (known$11.state = 'PUBLISHED' and not (known$11.state = 'PUBLISHED' and (known$11.term_ends_on is null or known$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$10."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')) and ((subject$10."name" = $3::text))), 'nodes', coalesce(array_to_json((array_agg(page$9."j$1" order by page$9."k$0"))[1:least(count(page$9."k$0"), 20)::int]), '[]'), 'pageInfo', json_build_object('hasNextPage', count(page$9."k$0") > 20, 'startCursor', case when 20 > 0 then (array_agg(page$9."j$2" order by page$9."k$0"))[1] end))
  from (
    select subject$3.id as "k$0", subject$3."id" as "j$0", (
      select row_to_json(record$16)
      from (
        select subject$3."id"::text as "id") record$16) as "j$1", $1::text || 'c' || '11f94684' || ':' || encode(convert_to(json_build_array((subject$3.id)::text)::text, 'UTF8'), 'hex') || '@' as "j$2"
    from "subject" subject$3
    where subject$3.merged_into is null and ((subject$3."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "enforcement_case" known$5
      where known$5."subject_id" = subject$3.id offset 0) or exists (
      select
      from "terminated_case" known$6
      where known$6."subject_id" = subject$3.id offset 0) or exists (
      select
      from "performance_certificate" known$7
      where known$7."subject_id" = subject$3.id offset 0) or exists (
      select
      from "honest_listing" known$8
      where known$8."subject_id" = subject$3.id offset 0) or exists (
      select
      from "listing" known$4
      where known$4."subject_id" = subject$3.id and (known$4."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$4."kind" in ('SERIOUS_DISHONESTY') and (((known$4.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$4.state in ('REMOVED', 'REVOKED') or (known$4.state = 'PUBLISHED' and not (known$4.state = 'PUBLISHED' and (known$4.term_ends_on is null or known$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$3."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')) and ((subject$3."name" = $2::text)) and true
    order by "k$0"
    limit 20 + 1) page$9 having true))

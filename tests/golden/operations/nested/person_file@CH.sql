select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'areaCode', subject$1."area_code", 'area', (
    select json_build_object('name', area$7."name", 'parent', (
      select json_build_object('name', area$8."name", 'parent', (
        select json_build_object('name', area$9."name")
        from "area" area$9
        where area$9."code" = area$8."parent_code"
        limit 1))
      from "area" area$8
      where area$8."code" = area$7."parent_code"
      limit 1))
    from "area" area$7
    where area$7."code" = subject$1."area_code"
    limit 1), 'listings', (
    select json_build_object('totalCount', (
      select count(*)
      from "listing" listing$12
      where listing$12."subject_id" = subject$1."id" and (listing$12."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$12."kind" in ('SERIOUS_DISHONESTY') and (((listing$12.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$12.state in ('REMOVED', 'REVOKED') or (listing$12.state = 'PUBLISHED' and not (listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))), 'nodes', coalesce(json_agg(page$11."j$0" order by page$11."k$0" desc, page$11."k$1", page$11."k$2" desc), '[]'))
    from (
      select listing$10."published_on" as "k$0", listing$10."case_number" as "k$1", listing$10.id as "k$2", (
        select row_to_json(record$17)
        from (
          select case when listing$10."kind" in ('SX') then 'DishonestDebtorListing' when listing$10."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$10."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$10."case_number" as "caseNumber", listing$10."published_on" as "publishedOn", listing$10."state" as "state", (
            select (
              select row_to_json(record$16)
              from (
                select court$13."name" as "name", court$13."level" as "level", (
                  select (
                    select row_to_json(record$15)
                    from (
                      select area$14."name" as "name") record$15)
                  from "area" area$14
                  where area$14."code" = court$13."area_code"
                  limit 1) as "area") record$16)
            from "court" court$13
            where court$13."code" = listing$10."court_code"
            limit 1) as "court") record$17) as "j$0"
      from "listing" listing$10
      where listing$10."subject_id" = subject$1."id" and (listing$10."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$10."kind" in ('SERIOUS_DISHONESTY') and (((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
      order by "k$0" desc, "k$1", "k$2" desc
      limit 20) page$11 having true))
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$3
    where known$3."subject_id" = subject$1.id offset 0) or exists (
    select
    from "terminated_case" known$4
    where known$4."subject_id" = subject$1.id offset 0) or exists (
    select
    from "performance_certificate" known$5
    where known$5."subject_id" = subject$1.id offset 0) or exists (
    select
    from "honest_listing" known$6
    where known$6."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and (known$2."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$2."kind" in ('SERIOUS_DISHONESTY') and (((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0)))
  limit 1))

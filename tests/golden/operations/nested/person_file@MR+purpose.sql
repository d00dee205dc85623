select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'areaCode', subject$1."area_code", 'area', (
    select json_build_object('name', area$6."name", 'parent', (
      select json_build_object('name', area$7."name", 'parent', (
        select json_build_object('name', area$8."name")
        from "area" area$8
        where area$8."code" = area$7."parent_code"
        limit 1))
      from "area" area$7
      where area$7."code" = area$6."parent_code"
      limit 1))
    from "area" area$6
    where area$6."code" = subject$1."area_code"
    limit 1), 'listings', (
    select json_build_object('totalCount', (
      select count(*)
      from "listing" listing$11
      where listing$11."subject_id" = subject$1."id" and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))), 'nodes', coalesce(json_agg(page$10."j$0" order by page$10."k$0" desc, page$10."k$1", page$10."k$2" desc), '[]'))
    from (
      select listing$9."published_on" as "k$0", listing$9."case_number" as "k$1", listing$9.id as "k$2", (
        select row_to_json(record$16)
        from (
          select case when listing$9."kind" in ('SX') then 'DishonestDebtorListing' when listing$9."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$9."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$9."case_number" as "caseNumber", listing$9."published_on" as "publishedOn", listing$9."state" as "state", (
            select (
              select row_to_json(record$15)
              from (
                select court$12."name" as "name", court$12."level" as "level", (
                  select (
                    select row_to_json(record$14)
                    from (
                      select area$13."name" as "name") record$14)
                  from "area" area$13
                  where area$13."code" = court$12."area_code"
                  limit 1) as "area") record$15)
            from "court" court$12
            where court$12."code" = listing$9."court_code"
            limit 1) as "court") record$16) as "j$0"
      from "listing" listing$9
      where listing$9."subject_id" = subject$1."id" and (((listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) and true
      order by "k$0" desc, "k$1", "k$2" desc
      limit 20) page$10 having true))
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$3
    where known$3."subject_id" = subject$1.id offset 0) or exists (
    select
    from "performance_certificate" known$4
    where known$4."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) offset 0) or exists (
    select
    from "honest_listing" known$5
    where known$5."subject_id" = subject$1.id and (((known$5.subject_kind <> 'NATURAL_PERSON'))) offset 0)))
  limit 1))

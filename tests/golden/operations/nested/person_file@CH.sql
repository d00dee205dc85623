select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'areaCode', subject$1."area_code", 'area', (
    select json_build_object('name', area$2."name", 'parent', (
      select json_build_object('name', area$3."name", 'parent', (
        select json_build_object('name', area$4."name")
        from "area" area$4
        where area$4."code" = area$3."parent_code"
        limit 1))
      from "area" area$3
      where area$3."code" = area$2."parent_code"
      limit 1))
    from "area" area$2
    where area$2."code" = subject$1."area_code"
    limit 1), 'listings', (
    select json_build_object('totalCount', (
      select count(*)
      from "listing" listing$7
      where listing$7."subject_id" = subject$1."id" and (listing$7."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$7."kind" in ('SERIOUS_DISHONESTY') and (((listing$7.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$7.state in ('REMOVED', 'REVOKED') or (listing$7.state = 'PUBLISHED' and not (listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))), 'nodes', coalesce(json_agg(page$6."j$0" order by page$6."k$0" desc, page$6."k$1", page$6."k$2" desc), '[]'))
    from (
      select listing$5."published_on" as "k$0", listing$5."case_number" as "k$1", listing$5.id as "k$2", (
        select row_to_json(record$12)
        from (
          select case when listing$5."kind" in ('SX') then 'DishonestDebtorListing' when listing$5."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$5."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$5."case_number" as "caseNumber", listing$5."published_on" as "publishedOn", listing$5."state" as "state", (
            select (
              select row_to_json(record$11)
              from (
                select court$8."name" as "name", court$8."level" as "level", (
                  select (
                    select row_to_json(record$10)
                    from (
                      select area$9."name" as "name") record$10)
                  from "area" area$9
                  where area$9."code" = court$8."area_code"
                  limit 1) as "area") record$11)
            from "court" court$8
            where court$8."code" = listing$5."court_code"
            limit 1) as "court") record$12) as "j$0"
      from "listing" listing$5
      where listing$5."subject_id" = subject$1."id" and (listing$5."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$5."kind" in ('SERIOUS_DISHONESTY') and (((listing$5.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$5.state in ('REMOVED', 'REVOKED') or (listing$5.state = 'PUBLISHED' and not (listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
      order by "k$0" desc, "k$1", "k$2" desc
      limit 20) page$6 having true))
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and subject$1."kind" in ('NATURAL_PERSON')
  limit 1))

select json_build_object('subject', (
  select json_build_object('name', subject$1."name", 'areaCode', subject$1."area_code", 'area', (
    select json_build_object('name', area$3."name", 'parent', (
      select json_build_object('name', area$4."name", 'parent', (
        select json_build_object('name', area$5."name")
        from "area" area$5
        where area$5."code" = area$4."parent_code"
        limit 1))
      from "area" area$4
      where area$4."code" = area$3."parent_code"
      limit 1))
    from "area" area$3
    where area$3."code" = subject$1."area_code"
    limit 1), 'listings', (
    select json_build_object('totalCount', (
      select count(*)
      from "listing" listing$8
      where listing$8."subject_id" = subject$1."id" and (listing$8."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$8."kind" in ('SERIOUS_DISHONESTY') and (((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))), 'nodes', coalesce(json_agg(page$7."j$0" order by page$7."k$0" desc, page$7."k$1", page$7."k$2" desc), '[]'))
    from (
      select listing$6."published_on" as "k$0", listing$6."case_number" as "k$1", listing$6.id as "k$2", (
        select row_to_json(record$13)
        from (
          select case when listing$6."kind" in ('SX') then 'DishonestDebtorListing' when listing$6."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$6."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$6."case_number" as "caseNumber", listing$6."published_on" as "publishedOn", listing$6."state" as "state", (
            select (
              select row_to_json(record$12)
              from (
                select court$9."name" as "name", court$9."level" as "level", (
                  select (
                    select row_to_json(record$11)
                    from (
                      select area$10."name" as "name") record$11)
                  from "area" area$10
                  where area$10."code" = court$9."area_code"
                  limit 1) as "area") record$12)
            from "court" court$9
            where court$9."code" = listing$6."court_code"
            limit 1) as "court") record$13) as "j$0"
      from "listing" listing$6
      where listing$6."subject_id" = subject$1."id" and (listing$6."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$6."kind" in ('SERIOUS_DISHONESTY') and (((listing$6.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$6.state in ('REMOVED', 'REVOKED') or (listing$6.state = 'PUBLISHED' and not (listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
      order by "k$0" desc, "k$1", "k$2" desc
      limit 20) page$7 having true))
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text and subject$1."kind" in ('NATURAL_PERSON')
  limit 1))

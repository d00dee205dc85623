select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'areaCode', subject$1."area_code", 'area', (
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
      from "listing" listing$17
      where listing$17."subject_id" = subject$1."id" and ((listing$17."kind" in ('SX') and (((listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$17.subject_id = coalesce((
        select alias$18.current_id
        from subject_alias alias$18
        where alias$18.old_id = $3::uuid), $3::uuid))) or ((listing$17.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$17.subject_id = coalesce((
        select alias$19.current_id
        from subject_alias alias$19
        where alias$19.old_id = $3::uuid), $3::uuid))) or (((listing$17.state in ('REMOVED', 'REVOKED') or (listing$17.state = 'PUBLISHED' and not (listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$17.subject_id = coalesce((
        select alias$20.current_id
        from subject_alias alias$20
        where alias$20.old_id = $3::uuid), $3::uuid))))) or (listing$17."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$17.subject_id = coalesce((
        select alias$21.current_id
        from subject_alias alias$21
        where alias$21.old_id = $3::uuid), $3::uuid))) or ((listing$17.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$17.subject_id = coalesce((
        select alias$22.current_id
        from subject_alias alias$22
        where alias$22.old_id = $3::uuid), $3::uuid))) or (((listing$17.state in ('REMOVED', 'REVOKED') or (listing$17.state = 'PUBLISHED' and not (listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$17.subject_id = coalesce((
        select alias$23.current_id
        from subject_alias alias$23
        where alias$23.old_id = $3::uuid), $3::uuid))))) or (listing$17."kind" in ('SERIOUS_DISHONESTY') and (((listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$17.subject_id = coalesce((
        select alias$24.current_id
        from subject_alias alias$24
        where alias$24.old_id = $3::uuid), $3::uuid))) or ((listing$17.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$17.subject_id = coalesce((
        select alias$25.current_id
        from subject_alias alias$25
        where alias$25.old_id = $3::uuid), $3::uuid))) or (((listing$17.state in ('REMOVED', 'REVOKED') or (listing$17.state = 'PUBLISHED' and not (listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$17.subject_id = coalesce((
        select alias$26.current_id
        from subject_alias alias$26
        where alias$26.old_id = $3::uuid), $3::uuid))))))), 'nodes', coalesce(json_agg(page$16."j$0" order by page$16."k$0" desc, page$16."k$1", page$16."k$2" desc), '[]'))
    from (
      select listing$6."published_on" as "k$0", case when listing$6."kind" in ('SX') then case when (listing$6.subject_id = coalesce((
        select alias$32.current_id
        from subject_alias alias$32
        where alias$32.old_id = $3::uuid), $3::uuid)) then listing$6."case_number" end when listing$6."kind" in ('CONSUMPTION_RESTRICTION') then case when (listing$6.subject_id = coalesce((
        select alias$33.current_id
        from subject_alias alias$33
        where alias$33.old_id = $3::uuid), $3::uuid)) then listing$6."case_number" end when listing$6."kind" in ('SERIOUS_DISHONESTY') then case when (listing$6.subject_id = coalesce((
        select alias$34.current_id
        from subject_alias alias$34
        where alias$34.old_id = $3::uuid), $3::uuid)) then listing$6."case_number" end end as "k$1", listing$6.id as "k$2", (
        select row_to_json(record$31)
        from (
          select case when listing$6."kind" in ('SX') then 'DishonestDebtorListing' when listing$6."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$6."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$6."case_number" as "caseNumber", listing$6."published_on" as "publishedOn", listing$6."state" as "state", (
            select (
              select row_to_json(record$30)
              from (
                select court$27."name" as "name", court$27."level" as "level", (
                  select (
                    select row_to_json(record$29)
                    from (
                      select area$28."name" as "name") record$29)
                  from "area" area$28
                  where area$28."code" = court$27."area_code"
                  limit 1) as "area") record$30)
            from "court" court$27
            where court$27."code" = listing$6."court_code"
            limit 1) as "court") record$31) as "j$0"
      from "listing" listing$6
      where listing$6."subject_id" = subject$1."id" and ((listing$6."kind" in ('SX') and (((listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$6.subject_id = coalesce((
        select alias$7.current_id
        from subject_alias alias$7
        where alias$7.old_id = $3::uuid), $3::uuid))) or ((listing$6.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$6.subject_id = coalesce((
        select alias$8.current_id
        from subject_alias alias$8
        where alias$8.old_id = $3::uuid), $3::uuid))) or (((listing$6.state in ('REMOVED', 'REVOKED') or (listing$6.state = 'PUBLISHED' and not (listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$6.subject_id = coalesce((
        select alias$9.current_id
        from subject_alias alias$9
        where alias$9.old_id = $3::uuid), $3::uuid))))) or (listing$6."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$6.subject_id = coalesce((
        select alias$10.current_id
        from subject_alias alias$10
        where alias$10.old_id = $3::uuid), $3::uuid))) or ((listing$6.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$6.subject_id = coalesce((
        select alias$11.current_id
        from subject_alias alias$11
        where alias$11.old_id = $3::uuid), $3::uuid))) or (((listing$6.state in ('REMOVED', 'REVOKED') or (listing$6.state = 'PUBLISHED' and not (listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$6.subject_id = coalesce((
        select alias$12.current_id
        from subject_alias alias$12
        where alias$12.old_id = $3::uuid), $3::uuid))))) or (listing$6."kind" in ('SERIOUS_DISHONESTY') and (((listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$6.subject_id = coalesce((
        select alias$13.current_id
        from subject_alias alias$13
        where alias$13.old_id = $3::uuid), $3::uuid))) or ((listing$6.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$6.subject_id = coalesce((
        select alias$14.current_id
        from subject_alias alias$14
        where alias$14.old_id = $3::uuid), $3::uuid))) or (((listing$6.state in ('REMOVED', 'REVOKED') or (listing$6.state = 'PUBLISHED' and not (listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$6.subject_id = coalesce((
        select alias$15.current_id
        from subject_alias alias$15
        where alias$15.old_id = $3::uuid), $3::uuid)))))) and true
      order by "k$0" desc, "k$1", "k$2" desc
      limit 20) page$16 having true))
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (((subject$1.id = coalesce((
    select alias$2.current_id
    from subject_alias alias$2
    where alias$2.old_id = $3::uuid), $3::uuid)))))
  limit 1))

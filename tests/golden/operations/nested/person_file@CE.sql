select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$2
    where rule$2.subject_id = subject$1.id and (rule$2.court_code = any($4::text[]) or subject$1.area_code is null and rule$2.court_code = any(array(
      select rule$3.code
      from unnest($3::text[]) rule$6(code) join court rule$3 on rule$3.area_code between rule$6.code and rule$6.code || '~')))) or exists (
    select
    from listing rule$4
    where rule$4.subject_id = subject$1.id and (rule$4.court_code = any($4::text[]) or subject$1.area_code is null and rule$4.kind <> 'SERIOUS_DISHONESTY' and rule$4.state = 'PUBLISHED' and (rule$4.term_ends_on is null or rule$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$4.court_code = any(array(
      select rule$5.code
      from unnest($3::text[]) rule$7(code) join court rule$5 on rule$5.area_code between rule$7.code and rule$7.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end, 'areaCode', subject$1."area_code", 'area', (
    select json_build_object('name', area$8."name", 'parent', (
      select json_build_object('name', area$9."name", 'parent', (
        select json_build_object('name', area$10."name")
        from "area" area$10
        where area$10."code" = area$9."parent_code"
        limit 1))
      from "area" area$9
      where area$9."code" = area$8."parent_code"
      limit 1))
    from "area" area$8
    where area$8."code" = subject$1."area_code"
    limit 1), 'listings', (
    select json_build_object('totalCount', (
      select count(*)
      from "listing" listing$25
      where listing$25."subject_id" = subject$1."id" and ((listing$25."kind" in ('SX') and (((listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$27.area_code
        from subject rule$27
        where rule$27.id = listing$25.subject_id), (
        select rule$26.area_code
        from court rule$26
        where rule$26.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$29.area_code
        from subject rule$29
        where rule$29.id = listing$25.subject_id), (
        select rule$28.area_code
        from court rule$28
        where rule$28.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))))) or (listing$25."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$31.area_code
        from subject rule$31
        where rule$31.id = listing$25.subject_id), (
        select rule$30.area_code
        from court rule$30
        where rule$30.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$33.area_code
        from subject rule$33
        where rule$33.id = listing$25.subject_id), (
        select rule$32.area_code
        from court rule$32
        where rule$32.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))))) or (listing$25."kind" in ('SERIOUS_DISHONESTY') and (((listing$25.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$35.area_code
        from subject rule$35
        where rule$35.id = listing$25.subject_id), (
        select rule$34.area_code
        from court rule$34
        where rule$34.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))) or (((listing$25.state in ('REMOVED', 'REVOKED') or (listing$25.state = 'PUBLISHED' and not (listing$25.state = 'PUBLISHED' and (listing$25.term_ends_on is null or listing$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$37.area_code
        from subject rule$37
        where rule$37.id = listing$25.subject_id), (
        select rule$36.area_code
        from court rule$36
        where rule$36.code = listing$25.court_code)) ^@ any($3::text[]) or listing$25.court_code = any($4::text[]))))))), 'nodes', coalesce(json_agg(page$24."j$0" order by page$24."k$0" desc, page$24."k$1", page$24."k$2" desc), '[]'))
    from (
      select listing$11."published_on" as "k$0", listing$11."case_number" as "k$1", listing$11.id as "k$2", (
        select row_to_json(record$42)
        from (
          select case when listing$11."kind" in ('SX') then 'DishonestDebtorListing' when listing$11."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$11."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$11."case_number" as "caseNumber", listing$11."published_on" as "publishedOn", listing$11."state" as "state", (
            select (
              select row_to_json(record$41)
              from (
                select court$38."name" as "name", court$38."level" as "level", (
                  select (
                    select row_to_json(record$40)
                    from (
                      select area$39."name" as "name") record$40)
                  from "area" area$39
                  where area$39."code" = court$38."area_code"
                  limit 1) as "area") record$41)
            from "court" court$38
            where court$38."code" = listing$11."court_code"
            limit 1) as "court") record$42) as "j$0"
      from "listing" listing$11
      where listing$11."subject_id" = subject$1."id" and ((listing$11."kind" in ('SX') and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$13.area_code
        from subject rule$13
        where rule$13.id = listing$11.subject_id), (
        select rule$12.area_code
        from court rule$12
        where rule$12.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$15.area_code
        from subject rule$15
        where rule$15.id = listing$11.subject_id), (
        select rule$14.area_code
        from court rule$14
        where rule$14.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))))) or (listing$11."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$17.area_code
        from subject rule$17
        where rule$17.id = listing$11.subject_id), (
        select rule$16.area_code
        from court rule$16
        where rule$16.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$19.area_code
        from subject rule$19
        where rule$19.id = listing$11.subject_id), (
        select rule$18.area_code
        from court rule$18
        where rule$18.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))))) or (listing$11."kind" in ('SERIOUS_DISHONESTY') and (((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$21.area_code
        from subject rule$21
        where rule$21.id = listing$11.subject_id), (
        select rule$20.area_code
        from court rule$20
        where rule$20.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[]))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$23.area_code
        from subject rule$23
        where rule$23.id = listing$11.subject_id), (
        select rule$22.area_code
        from court rule$22
        where rule$22.code = listing$11.court_code)) ^@ any($3::text[]) or listing$11.court_code = any($4::text[])))))) and true
      order by "k$0" desc, "k$1", "k$2" desc
      limit 20) page$24 having true))
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and subject$1."kind" in ('NATURAL_PERSON')
  limit 1))

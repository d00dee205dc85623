select json_build_object('subject', (
  select json_build_object('name', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$3
    where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($4::text[]) or subject$1.area_code is null and rule$3.court_code = any(array(
      select rule$4.code
      from unnest($3::text[]) rule$7(code) join court rule$4 on rule$4.area_code between rule$7.code and rule$7.code || '~')))) or exists (
    select
    from listing rule$5
    where rule$5.subject_id = subject$1.id and (rule$5.court_code = any($4::text[]) or subject$1.area_code is null and rule$5.court_code = any(array(
      select rule$6.code
      from unnest($3::text[]) rule$8(code) join court rule$6 on rule$6.area_code between rule$8.code and rule$8.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end, 'areaCode', subject$1."area_code", 'area', (
    select json_build_object('name', area$9."name", 'parent', (
      select json_build_object('name', area$10."name", 'parent', (
        select json_build_object('name', area$11."name")
        from "area" area$11
        where area$11."code" = area$10."parent_code"
        limit 1))
      from "area" area$10
      where area$10."code" = area$9."parent_code"
      limit 1))
    from "area" area$9
    where area$9."code" = subject$1."area_code"
    limit 1), 'listings', (
    select json_build_object('totalCount', (
      select count(*)
      from "listing" listing$26
      where listing$26."subject_id" = subject$1."id" and ((listing$26."kind" in ('SX') and (((listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$28.area_code
        from subject rule$28
        where rule$28.id = listing$26.subject_id), (
        select rule$27.area_code
        from court rule$27
        where rule$27.code = listing$26.court_code)) ^@ any($3::text[]) or listing$26.court_code = any($4::text[]))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$30.area_code
        from subject rule$30
        where rule$30.id = listing$26.subject_id), (
        select rule$29.area_code
        from court rule$29
        where rule$29.code = listing$26.court_code)) ^@ any($3::text[]) or listing$26.court_code = any($4::text[]))))) or (listing$26."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$32.area_code
        from subject rule$32
        where rule$32.id = listing$26.subject_id), (
        select rule$31.area_code
        from court rule$31
        where rule$31.code = listing$26.court_code)) ^@ any($3::text[]) or listing$26.court_code = any($4::text[]))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$34.area_code
        from subject rule$34
        where rule$34.id = listing$26.subject_id), (
        select rule$33.area_code
        from court rule$33
        where rule$33.code = listing$26.court_code)) ^@ any($3::text[]) or listing$26.court_code = any($4::text[]))))) or (listing$26."kind" in ('SERIOUS_DISHONESTY') and (((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$36.area_code
        from subject rule$36
        where rule$36.id = listing$26.subject_id), (
        select rule$35.area_code
        from court rule$35
        where rule$35.code = listing$26.court_code)) ^@ any($3::text[]) or listing$26.court_code = any($4::text[]))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$38.area_code
        from subject rule$38
        where rule$38.id = listing$26.subject_id), (
        select rule$37.area_code
        from court rule$37
        where rule$37.code = listing$26.court_code)) ^@ any($3::text[]) or listing$26.court_code = any($4::text[]))))))), 'nodes', coalesce(json_agg(page$25."j$0" order by page$25."k$0" desc, page$25."k$1", page$25."k$2" desc), '[]'))
    from (
      select listing$12."published_on" as "k$0", listing$12."case_number" as "k$1", listing$12.id as "k$2", (
        select row_to_json(record$43)
        from (
          select case when listing$12."kind" in ('SX') then 'DishonestDebtorListing' when listing$12."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$12."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$12."case_number" as "caseNumber", listing$12."published_on" as "publishedOn", listing$12."state" as "state", (
            select (
              select row_to_json(record$42)
              from (
                select court$39."name" as "name", court$39."level" as "level", (
                  select (
                    select row_to_json(record$41)
                    from (
                      select area$40."name" as "name") record$41)
                  from "area" area$40
                  where area$40."code" = court$39."area_code"
                  limit 1) as "area") record$42)
            from "court" court$39
            where court$39."code" = listing$12."court_code"
            limit 1) as "court") record$43) as "j$0"
      from "listing" listing$12
      where listing$12."subject_id" = subject$1."id" and ((listing$12."kind" in ('SX') and (((listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$12.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$14.area_code
        from subject rule$14
        where rule$14.id = listing$12.subject_id), (
        select rule$13.area_code
        from court rule$13
        where rule$13.code = listing$12.court_code)) ^@ any($3::text[]) or listing$12.court_code = any($4::text[]))) or (((listing$12.state in ('REMOVED', 'REVOKED') or (listing$12.state = 'PUBLISHED' and not (listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$16.area_code
        from subject rule$16
        where rule$16.id = listing$12.subject_id), (
        select rule$15.area_code
        from court rule$15
        where rule$15.code = listing$12.court_code)) ^@ any($3::text[]) or listing$12.court_code = any($4::text[]))))) or (listing$12."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$12.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$18.area_code
        from subject rule$18
        where rule$18.id = listing$12.subject_id), (
        select rule$17.area_code
        from court rule$17
        where rule$17.code = listing$12.court_code)) ^@ any($3::text[]) or listing$12.court_code = any($4::text[]))) or (((listing$12.state in ('REMOVED', 'REVOKED') or (listing$12.state = 'PUBLISHED' and not (listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$20.area_code
        from subject rule$20
        where rule$20.id = listing$12.subject_id), (
        select rule$19.area_code
        from court rule$19
        where rule$19.code = listing$12.court_code)) ^@ any($3::text[]) or listing$12.court_code = any($4::text[]))))) or (listing$12."kind" in ('SERIOUS_DISHONESTY') and (((listing$12.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$22.area_code
        from subject rule$22
        where rule$22.id = listing$12.subject_id), (
        select rule$21.area_code
        from court rule$21
        where rule$21.code = listing$12.court_code)) ^@ any($3::text[]) or listing$12.court_code = any($4::text[]))) or (((listing$12.state in ('REMOVED', 'REVOKED') or (listing$12.state = 'PUBLISHED' and not (listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$24.area_code
        from subject rule$24
        where rule$24.id = listing$12.subject_id), (
        select rule$23.area_code
        from court rule$23
        where rule$23.code = listing$12.court_code)) ^@ any($3::text[]) or listing$12.court_code = any($4::text[])))))) and true
      order by "k$0" desc, "k$1", "k$2" desc
      limit 20) page$25 having true))
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'ID_NUMBER' and identifier$2.value = $1::text) and subject$1."name" = $2::text and subject$1."kind" in ('NATURAL_PERSON')
  limit 1))

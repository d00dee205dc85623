select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$23
    where rule$23.subject_id = subject$1.id and (rule$23.court_code = any($4::text[]) or subject$1.area_code is null and rule$23.court_code = any(array(
      select rule$24.code
      from unnest($3::text[]) rule$27(code) join court rule$24 on rule$24.area_code between rule$27.code and rule$27.code || '~')))) or exists (
    select
    from listing rule$25
    where rule$25.subject_id = subject$1.id and (rule$25.court_code = any($4::text[]) or subject$1.area_code is null and rule$25.kind <> 'SERIOUS_DISHONESTY' and rule$25.state = 'PUBLISHED' and (rule$25.term_ends_on is null or rule$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$25.court_code = any(array(
      select rule$26.code
      from unnest($3::text[]) rule$28(code) join court rule$26 on rule$26.area_code between rule$28.code and rule$28.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end, 'areaCode', subject$1."area_code", 'area', (
    select json_build_object('name', area$29."name", 'parent', (
      select json_build_object('name', area$30."name", 'parent', (
        select json_build_object('name', area$31."name")
        from "area" area$31
        where area$31."code" = area$30."parent_code"
        limit 1))
      from "area" area$30
      where area$30."code" = area$29."parent_code"
      limit 1))
    from "area" area$29
    where area$29."code" = subject$1."area_code"
    limit 1), 'listings', (
    select json_build_object('totalCount', (
      select count(*)
      from "listing" listing$46
      where listing$46."subject_id" = subject$1."id" and ((listing$46."kind" in ('SX') and (((listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$46.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$48.area_code
        from subject rule$48
        where rule$48.id = listing$46.subject_id), (
        select rule$47.area_code
        from court rule$47
        where rule$47.code = listing$46.court_code)) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))) or (((listing$46.state in ('REMOVED', 'REVOKED') or (listing$46.state = 'PUBLISHED' and not (listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$50.area_code
        from subject rule$50
        where rule$50.id = listing$46.subject_id), (
        select rule$49.area_code
        from court rule$49
        where rule$49.code = listing$46.court_code)) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))))) or (listing$46."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$46.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$52.area_code
        from subject rule$52
        where rule$52.id = listing$46.subject_id), (
        select rule$51.area_code
        from court rule$51
        where rule$51.code = listing$46.court_code)) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))) or (((listing$46.state in ('REMOVED', 'REVOKED') or (listing$46.state = 'PUBLISHED' and not (listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$54.area_code
        from subject rule$54
        where rule$54.id = listing$46.subject_id), (
        select rule$53.area_code
        from court rule$53
        where rule$53.code = listing$46.court_code)) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))))) or (listing$46."kind" in ('SERIOUS_DISHONESTY') and (((listing$46.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$56.area_code
        from subject rule$56
        where rule$56.id = listing$46.subject_id), (
        select rule$55.area_code
        from court rule$55
        where rule$55.code = listing$46.court_code)) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))) or (((listing$46.state in ('REMOVED', 'REVOKED') or (listing$46.state = 'PUBLISHED' and not (listing$46.state = 'PUBLISHED' and (listing$46.term_ends_on is null or listing$46.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$58.area_code
        from subject rule$58
        where rule$58.id = listing$46.subject_id), (
        select rule$57.area_code
        from court rule$57
        where rule$57.code = listing$46.court_code)) ^@ any($3::text[]) or listing$46.court_code = any($4::text[]))))))), 'nodes', coalesce(json_agg(page$45."j$0" order by page$45."k$0" desc, page$45."k$1", page$45."k$2" desc), '[]'))
    from (
      select listing$32."published_on" as "k$0", listing$32."case_number" as "k$1", listing$32.id as "k$2", (
        select row_to_json(record$63)
        from (
          select case when listing$32."kind" in ('SX') then 'DishonestDebtorListing' when listing$32."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$32."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$32."case_number" as "caseNumber", listing$32."published_on" as "publishedOn", listing$32."state" as "state", (
            select (
              select row_to_json(record$62)
              from (
                select court$59."name" as "name", court$59."level" as "level", (
                  select (
                    select row_to_json(record$61)
                    from (
                      select area$60."name" as "name") record$61)
                  from "area" area$60
                  where area$60."code" = court$59."area_code"
                  limit 1) as "area") record$62)
            from "court" court$59
            where court$59."code" = listing$32."court_code"
            limit 1) as "court") record$63) as "j$0"
      from "listing" listing$32
      where listing$32."subject_id" = subject$1."id" and ((listing$32."kind" in ('SX') and (((listing$32.state = 'PUBLISHED' and (listing$32.term_ends_on is null or listing$32.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$32.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$34.area_code
        from subject rule$34
        where rule$34.id = listing$32.subject_id), (
        select rule$33.area_code
        from court rule$33
        where rule$33.code = listing$32.court_code)) ^@ any($3::text[]) or listing$32.court_code = any($4::text[]))) or (((listing$32.state in ('REMOVED', 'REVOKED') or (listing$32.state = 'PUBLISHED' and not (listing$32.state = 'PUBLISHED' and (listing$32.term_ends_on is null or listing$32.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$36.area_code
        from subject rule$36
        where rule$36.id = listing$32.subject_id), (
        select rule$35.area_code
        from court rule$35
        where rule$35.code = listing$32.court_code)) ^@ any($3::text[]) or listing$32.court_code = any($4::text[]))))) or (listing$32."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$32.state = 'PUBLISHED' and (listing$32.term_ends_on is null or listing$32.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$32.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$38.area_code
        from subject rule$38
        where rule$38.id = listing$32.subject_id), (
        select rule$37.area_code
        from court rule$37
        where rule$37.code = listing$32.court_code)) ^@ any($3::text[]) or listing$32.court_code = any($4::text[]))) or (((listing$32.state in ('REMOVED', 'REVOKED') or (listing$32.state = 'PUBLISHED' and not (listing$32.state = 'PUBLISHED' and (listing$32.term_ends_on is null or listing$32.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$40.area_code
        from subject rule$40
        where rule$40.id = listing$32.subject_id), (
        select rule$39.area_code
        from court rule$39
        where rule$39.code = listing$32.court_code)) ^@ any($3::text[]) or listing$32.court_code = any($4::text[]))))) or (listing$32."kind" in ('SERIOUS_DISHONESTY') and (((listing$32.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$42.area_code
        from subject rule$42
        where rule$42.id = listing$32.subject_id), (
        select rule$41.area_code
        from court rule$41
        where rule$41.code = listing$32.court_code)) ^@ any($3::text[]) or listing$32.court_code = any($4::text[]))) or (((listing$32.state in ('REMOVED', 'REVOKED') or (listing$32.state = 'PUBLISHED' and not (listing$32.state = 'PUBLISHED' and (listing$32.term_ends_on is null or listing$32.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$44.area_code
        from subject rule$44
        where rule$44.id = listing$32.subject_id), (
        select rule$43.area_code
        from court rule$43
        where rule$43.code = listing$32.court_code)) ^@ any($3::text[]) or listing$32.court_code = any($4::text[])))))) and true
      order by "k$0" desc, "k$1", "k$2" desc
      limit 20) page$45 having true))
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$15
    where known$15."subject_id" = subject$1.id offset 0) or exists (
    select
    from "terminated_case" known$16
    where known$16."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and ((known$2."kind" in ('SX') and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$4.area_code
      from subject rule$4
      where rule$4.id = known$2.subject_id), (
      select rule$3.area_code
      from court rule$3
      where rule$3.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$6.area_code
      from subject rule$6
      where rule$6.id = known$2.subject_id), (
      select rule$5.area_code
      from court rule$5
      where rule$5.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))))) or (known$2."kind" in ('CONSUMPTION_RESTRICTION') and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$8.area_code
      from subject rule$8
      where rule$8.id = known$2.subject_id), (
      select rule$7.area_code
      from court rule$7
      where rule$7.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$10.area_code
      from subject rule$10
      where rule$10.id = known$2.subject_id), (
      select rule$9.area_code
      from court rule$9
      where rule$9.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))))) or (known$2."kind" in ('SERIOUS_DISHONESTY') and (((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$12.area_code
      from subject rule$12
      where rule$12.id = known$2.subject_id), (
      select rule$11.area_code
      from court rule$11
      where rule$11.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$14.area_code
      from subject rule$14
      where rule$14.id = known$2.subject_id), (
      select rule$13.area_code
      from court rule$13
      where rule$13.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[])))))) offset 0) or exists (
    select
    from "performance_certificate" known$17
    where known$17."subject_id" = subject$1.id and (((coalesce((
      select rule$19.area_code
      from subject rule$19
      where rule$19.id = known$17.subject_id), (
      select rule$18.area_code
      from court rule$18
      where rule$18.code = known$17.court_code)) ^@ any($3::text[]) or known$17.court_code = any($4::text[])))) offset 0) or exists (
    select
    from "honest_listing" known$20
    where known$20."subject_id" = subject$1.id and (((known$20.subject_kind <> 'NATURAL_PERSON')) or ((known$20.subject_kind = 'NATURAL_PERSON') and (coalesce((
      select rule$22.area_code
      from subject rule$22
      where rule$22.id = known$20.subject_id), (
      select rule$21.area_code
      from court rule$21
      where rule$21.code = known$20.court_code)) ^@ any($3::text[]) or known$20.court_code = any($4::text[])))) offset 0)))
  limit 1))

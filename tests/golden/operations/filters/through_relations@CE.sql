select json_build_object('cases', (
  select json_build_object('$', coalesce(json_agg(page$28."j$0" order by page$28."k$0", page$28."k$1"), '[]'), 'totalCount', (
    select count(*)
    from "enforcement_case" enforcement_case$29
    where (exists (
      select
      from "subject" subject$30
      where subject$30."id" = enforcement_case$29."subject_id" and subject$30.merged_into is null and ((case when subject$30."kind" in ('NATURAL_PERSON') then case when (subject$30.area_code ^@ any($1::text[]) or exists (
        select
        from enforcement_case rule$31
        where rule$31.subject_id = subject$30.id and (rule$31.court_code = any($2::text[]) or subject$30.area_code is null and rule$31.court_code = any(array(
          select rule$32.code
          from unnest($1::text[]) rule$35(code) join court rule$32 on rule$32.area_code between rule$35.code and rule$35.code || '~')))) or exists (
        select
        from listing rule$33
        where rule$33.subject_id = subject$30.id and (rule$33.court_code = any($2::text[]) or subject$30.area_code is null and rule$33.kind <> 'SERIOUS_DISHONESTY' and rule$33.state = 'PUBLISHED' and (rule$33.term_ends_on is null or rule$33.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$33.court_code = any(array(
          select rule$34.code
          from unnest($1::text[]) rule$36(code) join court rule$34 on rule$34.area_code between rule$36.code and rule$36.code || '~'))))) then subject$30."name" end when subject$30."kind" in ('ENTERPRISE') then subject$30."name" when subject$30."kind" in ('GOVERNMENT_BODY') then subject$30."name" when subject$30."kind" in ('OTHER_ORGANISATION') then subject$30."name" end ^@ $6::text))) and exists (
      select
      from "court" court$37
      where court$37."code" = enforcement_case$29."court_code" and ((court$37."code" = $7::text))) and exists (
      select
      from "listing" listing$38
      where listing$38."subject_id" = enforcement_case$29."subject_id" and listing$38."case_number" = enforcement_case$29."case_number" and (listing$38."kind" in ('SX') and (((listing$38.state = 'PUBLISHED' and (listing$38.term_ends_on is null or listing$38.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$38.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$40.area_code
        from subject rule$40
        where rule$40.id = listing$38.subject_id), (
        select rule$39.area_code
        from court rule$39
        where rule$39.code = listing$38.court_code)) ^@ any($1::text[]) or listing$38.court_code = any($2::text[]))) or (((listing$38.state in ('REMOVED', 'REVOKED') or (listing$38.state = 'PUBLISHED' and not (listing$38.state = 'PUBLISHED' and (listing$38.term_ends_on is null or listing$38.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$42.area_code
        from subject rule$42
        where rule$42.id = listing$38.subject_id), (
        select rule$41.area_code
        from court rule$41
        where rule$41.code = listing$38.court_code)) ^@ any($1::text[]) or listing$38.court_code = any($2::text[]))))) and ((listing$38."kind" = 'SX') and (listing$38."state" = 'PUBLISHED'))) and not exists (
      select
      from "listing" listing$43
      where listing$43."subject_id" = enforcement_case$29."subject_id" and listing$43."case_number" = enforcement_case$29."case_number" and ((listing$43."kind" in ('SX') and (((listing$43.state = 'PUBLISHED' and (listing$43.term_ends_on is null or listing$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$43.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$45.area_code
        from subject rule$45
        where rule$45.id = listing$43.subject_id), (
        select rule$44.area_code
        from court rule$44
        where rule$44.code = listing$43.court_code)) ^@ any($1::text[]) or listing$43.court_code = any($2::text[]))) or (((listing$43.state in ('REMOVED', 'REVOKED') or (listing$43.state = 'PUBLISHED' and not (listing$43.state = 'PUBLISHED' and (listing$43.term_ends_on is null or listing$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$47.area_code
        from subject rule$47
        where rule$47.id = listing$43.subject_id), (
        select rule$46.area_code
        from court rule$46
        where rule$46.code = listing$43.court_code)) ^@ any($1::text[]) or listing$43.court_code = any($2::text[]))))) or (listing$43."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$43.state = 'PUBLISHED' and (listing$43.term_ends_on is null or listing$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$43.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$49.area_code
        from subject rule$49
        where rule$49.id = listing$43.subject_id), (
        select rule$48.area_code
        from court rule$48
        where rule$48.code = listing$43.court_code)) ^@ any($1::text[]) or listing$43.court_code = any($2::text[]))) or (((listing$43.state in ('REMOVED', 'REVOKED') or (listing$43.state = 'PUBLISHED' and not (listing$43.state = 'PUBLISHED' and (listing$43.term_ends_on is null or listing$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$51.area_code
        from subject rule$51
        where rule$51.id = listing$43.subject_id), (
        select rule$50.area_code
        from court rule$50
        where rule$50.code = listing$43.court_code)) ^@ any($1::text[]) or listing$43.court_code = any($2::text[]))))) or (listing$43."kind" in ('SERIOUS_DISHONESTY') and (((listing$43.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$53.area_code
        from subject rule$53
        where rule$53.id = listing$43.subject_id), (
        select rule$52.area_code
        from court rule$52
        where rule$52.code = listing$43.court_code)) ^@ any($1::text[]) or listing$43.court_code = any($2::text[]))) or (((listing$43.state in ('REMOVED', 'REVOKED') or (listing$43.state = 'PUBLISHED' and not (listing$43.state = 'PUBLISHED' and (listing$43.term_ends_on is null or listing$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$55.area_code
        from subject rule$55
        where rule$55.id = listing$43.subject_id), (
        select rule$54.area_code
        from court rule$54
        where rule$54.code = listing$43.court_code)) ^@ any($1::text[]) or listing$43.court_code = any($2::text[])))))) and ((listing$43."removed_on" >= $8::date))))), 'nodes', coalesce(json_agg(page$28."j$1" order by page$28."k$0", page$28."k$1"), '[]'))
  from (
    select enforcement_case$1."case_number" as "k$0", enforcement_case$1.id as "k$1", enforcement_case$1."subject_id" as "j$0", json_build_object('caseNumber', enforcement_case$1."case_number", 'subject', (
      select json_build_object('name', case when subject$56."kind" in ('NATURAL_PERSON') then case when (subject$56.area_code ^@ any($1::text[]) or exists (
        select
        from enforcement_case rule$57
        where rule$57.subject_id = subject$56.id and (rule$57.court_code = any($2::text[]) or subject$56.area_code is null and rule$57.court_code = any(array(
          select rule$58.code
          from unnest($1::text[]) rule$61(code) join court rule$58 on rule$58.area_code between rule$61.code and rule$61.code || '~')))) or exists (
        select
        from listing rule$59
        where rule$59.subject_id = subject$56.id and (rule$59.court_code = any($2::text[]) or subject$56.area_code is null and rule$59.kind <> 'SERIOUS_DISHONESTY' and rule$59.state = 'PUBLISHED' and (rule$59.term_ends_on is null or rule$59.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$59.court_code = any(array(
          select rule$60.code
          from unnest($1::text[]) rule$62(code) join court rule$60 on rule$60.area_code between rule$62.code and rule$62.code || '~'))))) then subject$56."name" else case when char_length(subject$56."name") <= 1 or subject$56."name" = 'ERASED' then '*' when char_length(subject$56."name") = 2 then rpad(left(subject$56."name", 1), 2, '*') when position('·' in subject$56."name") > 0 then left(subject$56."name", 1) || '**' else left(subject$56."name", 1) || case char_length(subject$56."name") when 3 then '*' else '**' end || right(subject$56."name", 1) end end when subject$56."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$56."name" end)
      from "subject" subject$56
      where subject$56."id" = enforcement_case$1."subject_id" and subject$56.merged_into is null
      limit 1)) as "j$1"
    from "enforcement_case" enforcement_case$1
    where (exists (
      select
      from "subject" subject$2
      where subject$2."id" = enforcement_case$1."subject_id" and subject$2.merged_into is null and ((case when subject$2."kind" in ('NATURAL_PERSON') then case when (subject$2.area_code ^@ any($1::text[]) or exists (
        select
        from enforcement_case rule$3
        where rule$3.subject_id = subject$2.id and (rule$3.court_code = any($2::text[]) or subject$2.area_code is null and rule$3.court_code = any(array(
          select rule$4.code
          from unnest($1::text[]) rule$7(code) join court rule$4 on rule$4.area_code between rule$7.code and rule$7.code || '~')))) or exists (
        select
        from listing rule$5
        where rule$5.subject_id = subject$2.id and (rule$5.court_code = any($2::text[]) or subject$2.area_code is null and rule$5.kind <> 'SERIOUS_DISHONESTY' and rule$5.state = 'PUBLISHED' and (rule$5.term_ends_on is null or rule$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$5.court_code = any(array(
          select rule$6.code
          from unnest($1::text[]) rule$8(code) join court rule$6 on rule$6.area_code between rule$8.code and rule$8.code || '~'))))) then subject$2."name" end when subject$2."kind" in ('ENTERPRISE') then subject$2."name" when subject$2."kind" in ('GOVERNMENT_BODY') then subject$2."name" when subject$2."kind" in ('OTHER_ORGANISATION') then subject$2."name" end ^@ $3::text))) and exists (
      select
      from "court" court$9
      where court$9."code" = enforcement_case$1."court_code" and ((court$9."code" = $4::text))) and exists (
      select
      from "listing" listing$10
      where listing$10."subject_id" = enforcement_case$1."subject_id" and listing$10."case_number" = enforcement_case$1."case_number" and (listing$10."kind" in ('SX') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$12.area_code
        from subject rule$12
        where rule$12.id = listing$10.subject_id), (
        select rule$11.area_code
        from court rule$11
        where rule$11.code = listing$10.court_code)) ^@ any($1::text[]) or listing$10.court_code = any($2::text[]))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$14.area_code
        from subject rule$14
        where rule$14.id = listing$10.subject_id), (
        select rule$13.area_code
        from court rule$13
        where rule$13.code = listing$10.court_code)) ^@ any($1::text[]) or listing$10.court_code = any($2::text[]))))) and ((listing$10."kind" = 'SX') and (listing$10."state" = 'PUBLISHED'))) and not exists (
      select
      from "listing" listing$15
      where listing$15."subject_id" = enforcement_case$1."subject_id" and listing$15."case_number" = enforcement_case$1."case_number" and ((listing$15."kind" in ('SX') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$17.area_code
        from subject rule$17
        where rule$17.id = listing$15.subject_id), (
        select rule$16.area_code
        from court rule$16
        where rule$16.code = listing$15.court_code)) ^@ any($1::text[]) or listing$15.court_code = any($2::text[]))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$19.area_code
        from subject rule$19
        where rule$19.id = listing$15.subject_id), (
        select rule$18.area_code
        from court rule$18
        where rule$18.code = listing$15.court_code)) ^@ any($1::text[]) or listing$15.court_code = any($2::text[]))))) or (listing$15."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$21.area_code
        from subject rule$21
        where rule$21.id = listing$15.subject_id), (
        select rule$20.area_code
        from court rule$20
        where rule$20.code = listing$15.court_code)) ^@ any($1::text[]) or listing$15.court_code = any($2::text[]))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$23.area_code
        from subject rule$23
        where rule$23.id = listing$15.subject_id), (
        select rule$22.area_code
        from court rule$22
        where rule$22.code = listing$15.court_code)) ^@ any($1::text[]) or listing$15.court_code = any($2::text[]))))) or (listing$15."kind" in ('SERIOUS_DISHONESTY') and (((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$25.area_code
        from subject rule$25
        where rule$25.id = listing$15.subject_id), (
        select rule$24.area_code
        from court rule$24
        where rule$24.code = listing$15.court_code)) ^@ any($1::text[]) or listing$15.court_code = any($2::text[]))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$27.area_code
        from subject rule$27
        where rule$27.id = listing$15.subject_id), (
        select rule$26.area_code
        from court rule$26
        where rule$26.code = listing$15.court_code)) ^@ any($1::text[]) or listing$15.court_code = any($2::text[])))))) and ((listing$15."removed_on" >= $5::date)))) and true
    order by "k$0", "k$1"
    limit 2) page$28 having true))

select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'listings', (
    select json_build_object('nodes', coalesce(json_agg(page$8."j$0" order by page$8."k$0", page$8."k$1"), '[]'))
    from (
      select listing$3."case_number" as "k$0", listing$3.id as "k$1", (
        select row_to_json(record$21)
        from (
          select listing$3."case_number" as "caseNumber", listing$3."grounds" as "grounds", listing$3."performance" as "performance", case when (coalesce((
            select rule$10.area_code
            from subject rule$10
            where rule$10.id = listing$3.subject_id), (
            select rule$9.area_code
            from court rule$9
            where rule$9.code = listing$3.court_code)) ^@ any($2::text[]) or listing$3.court_code = any($3::text[])) then listing$3."obligation" else null end as "obligation", case when (coalesce((
            select rule$12.area_code
            from subject rule$12
            where rule$12.id = listing$3.subject_id), (
            select rule$11.area_code
            from court rule$11
            where rule$11.code = listing$3.court_code)) ^@ any($2::text[]) or listing$3.court_code = any($3::text[])) then listing$3."basis_number" else null end as "basisNumber", listing$3."legal_representative" as "legalRepresentative", (
            select (
              select row_to_json(record$20)
              from (
                select case when subject$13."kind" in ('NATURAL_PERSON') then case when (subject$13.area_code ^@ any($2::text[]) or exists (
                  select
                  from enforcement_case rule$14
                  where rule$14.subject_id = subject$13.id and (rule$14.court_code = any($3::text[]) or subject$13.area_code is null and rule$14.court_code = any(array(
                    select rule$15.code
                    from unnest($2::text[]) rule$18(code) join court rule$15 on rule$15.area_code between rule$18.code and rule$18.code || '~')))) or exists (
                  select
                  from listing rule$16
                  where rule$16.subject_id = subject$13.id and (rule$16.court_code = any($3::text[]) or subject$13.area_code is null and rule$16.kind <> 'SERIOUS_DISHONESTY' and rule$16.state = 'PUBLISHED' and (rule$16.term_ends_on is null or rule$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$16.court_code = any(array(
                    select rule$17.code
                    from unnest($2::text[]) rule$19(code) join court rule$17 on rule$17.area_code between rule$19.code and rule$19.code || '~'))))) then subject$13."name" else case when char_length(subject$13."name") <= 1 or subject$13."name" = 'ERASED' then '*' when char_length(subject$13."name") = 2 then rpad(left(subject$13."name", 1), 2, '*') when position('·' in subject$13."name") > 0 then left(subject$13."name", 1) || '**' else left(subject$13."name", 1) || case char_length(subject$13."name") when 3 then '*' else '**' end || right(subject$13."name", 1) end end when subject$13."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$13."name" end as "name") record$20)
            from "subject" subject$13
            where subject$13."id" = listing$3."subject_id"
            limit 1) as "subject") record$21) as "j$0"
      from "listing" listing$3
      where listing$3."subject_id" = subject$1."id" and (listing$3."kind" in ('SX') and (((listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$5.area_code
        from subject rule$5
        where rule$5.id = listing$3.subject_id), (
        select rule$4.area_code
        from court rule$4
        where rule$4.code = listing$3.court_code)) ^@ any($2::text[]) or listing$3.court_code = any($3::text[]))) or (((listing$3.state in ('REMOVED', 'REVOKED') or (listing$3.state = 'PUBLISHED' and not (listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$7.area_code
        from subject rule$7
        where rule$7.id = listing$3.subject_id), (
        select rule$6.area_code
        from court rule$6
        where rule$6.code = listing$3.court_code)) ^@ any($2::text[]) or listing$3.court_code = any($3::text[]))))) and ((listing$3."kind" = 'SX')) and true
      order by "k$0", "k$1"
      limit 20) page$8 having true))
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

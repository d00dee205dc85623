select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'listings', (
    select json_build_object('nodes', coalesce(json_agg(page$9."j$0" order by page$9."k$0", page$9."k$1"), '[]'))
    from (
      select listing$4."case_number" as "k$0", listing$4.id as "k$1", (
        select row_to_json(record$22)
        from (
          select listing$4."case_number" as "caseNumber", listing$4."grounds" as "grounds", listing$4."performance" as "performance", case when (coalesce((
            select rule$11.area_code
            from subject rule$11
            where rule$11.id = listing$4.subject_id), (
            select rule$10.area_code
            from court rule$10
            where rule$10.code = listing$4.court_code)) ^@ any($2::text[]) or listing$4.court_code = any($3::text[])) then listing$4."obligation" else null end as "obligation", case when (coalesce((
            select rule$13.area_code
            from subject rule$13
            where rule$13.id = listing$4.subject_id), (
            select rule$12.area_code
            from court rule$12
            where rule$12.code = listing$4.court_code)) ^@ any($2::text[]) or listing$4.court_code = any($3::text[])) then listing$4."basis_number" else null end as "basisNumber", listing$4."legal_representative" as "legalRepresentative", (
            select (
              select row_to_json(record$21)
              from (
                select case when subject$14."kind" in ('NATURAL_PERSON') then case when (subject$14.area_code ^@ any($2::text[]) or exists (
                  select
                  from enforcement_case rule$15
                  where rule$15.subject_id = subject$14.id and (rule$15.court_code = any($3::text[]) or subject$14.area_code is null and rule$15.court_code = any(array(
                    select rule$16.code
                    from unnest($2::text[]) rule$19(code) join court rule$16 on rule$16.area_code between rule$19.code and rule$19.code || '~')))) or exists (
                  select
                  from listing rule$17
                  where rule$17.subject_id = subject$14.id and (rule$17.court_code = any($3::text[]) or subject$14.area_code is null and rule$17.kind <> 'SERIOUS_DISHONESTY' and rule$17.state = 'PUBLISHED' and (rule$17.term_ends_on is null or rule$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$17.court_code = any(array(
                    select rule$18.code
                    from unnest($2::text[]) rule$20(code) join court rule$18 on rule$18.area_code between rule$20.code and rule$20.code || '~'))))) then subject$14."name" else case when char_length(subject$14."name") <= 1 or subject$14."name" = 'ERASED' then '*' when char_length(subject$14."name") = 2 then rpad(left(subject$14."name", 1), 2, '*') when position('·' in subject$14."name") > 0 then left(subject$14."name", 1) || '**' else left(subject$14."name", 1) || case char_length(subject$14."name") when 3 then '*' else '**' end || right(subject$14."name", 1) end end when subject$14."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$14."name" end as "name") record$21)
            from "subject" subject$14
            where subject$14."id" = listing$4."subject_id" and subject$14.merged_into is null
            limit 1) as "subject") record$22) as "j$0"
      from "listing" listing$4
      where listing$4."subject_id" = subject$1."id" and (listing$4."kind" in ('SX') and (((listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$4.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
        select rule$6.area_code
        from subject rule$6
        where rule$6.id = listing$4.subject_id), (
        select rule$5.area_code
        from court rule$5
        where rule$5.code = listing$4.court_code)) ^@ any($2::text[]) or listing$4.court_code = any($3::text[]))) or (((listing$4.state in ('REMOVED', 'REVOKED') or (listing$4.state = 'PUBLISHED' and not (listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
        select rule$8.area_code
        from subject rule$8
        where rule$8.id = listing$4.subject_id), (
        select rule$7.area_code
        from court rule$7
        where rule$7.code = listing$4.court_code)) ^@ any($2::text[]) or listing$4.court_code = any($3::text[]))))) and ((listing$4."kind" = 'SX')) and true
      order by "k$0", "k$1"
      limit 20) page$9 having true))
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

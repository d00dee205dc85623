select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'listings', (
    select json_build_object('nodes', coalesce(json_agg(page$9."j$0" order by page$9."k$0", page$9."k$1"), '[]'))
    from (
      select listing$4."case_number" as "k$0", listing$4.id as "k$1", (
        select row_to_json(record$34)
        from (
          select listing$4."case_number" as "caseNumber", listing$4."target_role" as "targetRole", (
            select (
              select row_to_json(record$33)
              from (
                select coalesce(json_agg(page$15."j$0" order by page$15."k$0"), '[]') as "$", coalesce(json_agg(page$15."j$1" order by page$15."k$0"), '[]') as "nodes") record$33)
            from (
              select listing$10.id as "k$0", listing$10."subject_id" as "j$0", (
                select row_to_json(record$32)
                from (
                  select listing$10."target_role" as "targetRole", listing$10."unit_name" as "unitName", (
                    select (
                      select case when subject$16."kind" in ('NATURAL_PERSON') then (
                        select row_to_json(record$30)
                        from (
                          select values$17."v$0" as "__typename", values$17."v$1" as "name", values$17."v$2" as "idNumber") record$30) when subject$16."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                        select row_to_json(record$31)
                        from (
                          select values$17."v$0" as "__typename", values$17."v$1" as "name") record$31) end
                      from (
                        select case when subject$16."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$16."kind" in ('ENTERPRISE') then 'Enterprise' when subject$16."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$16."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", case when subject$16."kind" in ('NATURAL_PERSON') then case when (subject$16.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$18
                          where rule$18.subject_id = subject$16.id and (rule$18.court_code = any($3::text[]) or subject$16.area_code is null and rule$18.court_code = any(array(
                            select rule$19.code
                            from unnest($2::text[]) rule$22(code) join court rule$19 on rule$19.area_code between rule$22.code and rule$22.code || '~')))) or exists (
                          select
                          from listing rule$20
                          where rule$20.subject_id = subject$16.id and (rule$20.court_code = any($3::text[]) or subject$16.area_code is null and rule$20.kind <> 'SERIOUS_DISHONESTY' and rule$20.state = 'PUBLISHED' and (rule$20.term_ends_on is null or rule$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$20.court_code = any(array(
                            select rule$21.code
                            from unnest($2::text[]) rule$23(code) join court rule$21 on rule$21.area_code between rule$23.code and rule$23.code || '~'))))) then subject$16."name" else case when char_length(subject$16."name") <= 1 or subject$16."name" = 'ERASED' then '*' when char_length(subject$16."name") = 2 then rpad(left(subject$16."name", 1), 2, '*') when position('·' in subject$16."name") > 0 then left(subject$16."name", 1) || '**' else left(subject$16."name", 1) || case char_length(subject$16."name") when 3 then '*' else '**' end || right(subject$16."name", 1) end end when subject$16."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$16."name" end as "v$1", case when (subject$16.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$24
                          where rule$24.subject_id = subject$16.id and (rule$24.court_code = any($3::text[]) or subject$16.area_code is null and rule$24.court_code = any(array(
                            select rule$25.code
                            from unnest($2::text[]) rule$28(code) join court rule$25 on rule$25.area_code between rule$28.code and rule$28.code || '~')))) or exists (
                          select
                          from listing rule$26
                          where rule$26.subject_id = subject$16.id and (rule$26.court_code = any($3::text[]) or subject$16.area_code is null and rule$26.kind <> 'SERIOUS_DISHONESTY' and rule$26.state = 'PUBLISHED' and (rule$26.term_ends_on is null or rule$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$26.court_code = any(array(
                            select rule$27.code
                            from unnest($2::text[]) rule$29(code) join court rule$27 on rule$27.area_code between rule$29.code and rule$29.code || '~'))))) then coalesce($4::text || 's' || encode(subject$16."id_number_sealed", 'hex') || coalesce('.' || encode((
                          select key$.key_sealed
                          from person_key key$
                          where key$.owner_id = subject$16.id), 'hex'), '') || '@', subject$16."id_number_masked") else case when subject$16."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$16."id_number_masked" end end as "v$2" offset 0) values$17)
                    from "subject" subject$16
                    where subject$16."id" = listing$10."subject_id" and subject$16.merged_into is null
                    limit 1) as "subject") record$32) as "j$1"
              from "listing" listing$10
              where listing$10."case_number" = listing$4."case_number" and listing$10."kind" = listing$4."kind" and listing$10.subject_id <> listing$4.subject_id and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$12.area_code
                from subject rule$12
                where rule$12.id = listing$10.subject_id), (
                select rule$11.area_code
                from court rule$11
                where rule$11.code = listing$10.court_code)) ^@ any($2::text[]) or listing$10.court_code = any($3::text[]))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$14.area_code
                from subject rule$14
                where rule$14.id = listing$10.subject_id), (
                select rule$13.area_code
                from court rule$13
                where rule$13.code = listing$10.court_code)) ^@ any($2::text[]) or listing$10.court_code = any($3::text[])))) and true
              order by "k$0"
              limit 20) page$15 having true) as "otherTargets") record$34) as "j$0"
      from "listing" listing$4
      where listing$4."subject_id" = subject$1."id" and (listing$4."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$4.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
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
        where rule$7.code = listing$4.court_code)) ^@ any($2::text[]) or listing$4.court_code = any($3::text[]))))) and ((listing$4."kind" = 'CONSUMPTION_RESTRICTION')) and true
      order by "k$0", "k$1"
      limit 20) page$9 having true))
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

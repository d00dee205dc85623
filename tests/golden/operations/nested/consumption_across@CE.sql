select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'listings', (
    select json_build_object('nodes', coalesce(json_agg(page$8."j$0" order by page$8."k$0", page$8."k$1"), '[]'))
    from (
      select listing$3."case_number" as "k$0", listing$3.id as "k$1", (
        select row_to_json(record$33)
        from (
          select listing$3."case_number" as "caseNumber", listing$3."target_role" as "targetRole", (
            select (
              select row_to_json(record$32)
              from (
                select coalesce(json_agg(page$14."j$0" order by page$14."k$0"), '[]') as "$", coalesce(json_agg(page$14."j$1" order by page$14."k$0"), '[]') as "nodes") record$32)
            from (
              select listing$9.id as "k$0", listing$9."subject_id" as "j$0", (
                select row_to_json(record$31)
                from (
                  select listing$9."target_role" as "targetRole", listing$9."unit_name" as "unitName", (
                    select (
                      select case when subject$15."kind" in ('NATURAL_PERSON') then (
                        select row_to_json(record$29)
                        from (
                          select values$16."v$0" as "__typename", values$16."v$1" as "name", values$16."v$2" as "idNumber") record$29) when subject$15."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                        select row_to_json(record$30)
                        from (
                          select values$16."v$0" as "__typename", values$16."v$1" as "name") record$30) end
                      from (
                        select case when subject$15."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$15."kind" in ('ENTERPRISE') then 'Enterprise' when subject$15."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$15."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", case when subject$15."kind" in ('NATURAL_PERSON') then case when (subject$15.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$17
                          where rule$17.subject_id = subject$15.id and (rule$17.court_code = any($3::text[]) or subject$15.area_code is null and rule$17.court_code = any(array(
                            select rule$18.code
                            from unnest($2::text[]) rule$21(code) join court rule$18 on rule$18.area_code between rule$21.code and rule$21.code || '~')))) or exists (
                          select
                          from listing rule$19
                          where rule$19.subject_id = subject$15.id and (rule$19.court_code = any($3::text[]) or subject$15.area_code is null and rule$19.kind <> 'SERIOUS_DISHONESTY' and rule$19.state = 'PUBLISHED' and (rule$19.term_ends_on is null or rule$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$19.court_code = any(array(
                            select rule$20.code
                            from unnest($2::text[]) rule$22(code) join court rule$20 on rule$20.area_code between rule$22.code and rule$22.code || '~'))))) then subject$15."name" else case when char_length(subject$15."name") <= 1 or subject$15."name" = 'ERASED' then '*' when char_length(subject$15."name") = 2 then rpad(left(subject$15."name", 1), 2, '*') when position('·' in subject$15."name") > 0 then left(subject$15."name", 1) || '**' else left(subject$15."name", 1) || case char_length(subject$15."name") when 3 then '*' else '**' end || right(subject$15."name", 1) end end when subject$15."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$15."name" end as "v$1", case when (subject$15.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$23
                          where rule$23.subject_id = subject$15.id and (rule$23.court_code = any($3::text[]) or subject$15.area_code is null and rule$23.court_code = any(array(
                            select rule$24.code
                            from unnest($2::text[]) rule$27(code) join court rule$24 on rule$24.area_code between rule$27.code and rule$27.code || '~')))) or exists (
                          select
                          from listing rule$25
                          where rule$25.subject_id = subject$15.id and (rule$25.court_code = any($3::text[]) or subject$15.area_code is null and rule$25.kind <> 'SERIOUS_DISHONESTY' and rule$25.state = 'PUBLISHED' and (rule$25.term_ends_on is null or rule$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$25.court_code = any(array(
                            select rule$26.code
                            from unnest($2::text[]) rule$28(code) join court rule$26 on rule$26.area_code between rule$28.code and rule$28.code || '~'))))) then coalesce($4::text || 's' || encode(subject$15."id_number_sealed", 'hex') || coalesce('.' || encode((
                          select key$.key_sealed
                          from person_key key$
                          where key$.owner_id = subject$15.id), 'hex'), '') || '@', subject$15."id_number_masked") else case when subject$15."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$15."id_number_masked" end end as "v$2" offset 0) values$16)
                    from "subject" subject$15
                    where subject$15."id" = listing$9."subject_id"
                    limit 1) as "subject") record$31) as "j$1"
              from "listing" listing$9
              where listing$9."case_number" = listing$3."case_number" and listing$9."kind" = listing$3."kind" and listing$9.subject_id <> listing$3.subject_id and (((listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$11.area_code
                from subject rule$11
                where rule$11.id = listing$9.subject_id), (
                select rule$10.area_code
                from court rule$10
                where rule$10.code = listing$9.court_code)) ^@ any($2::text[]) or listing$9.court_code = any($3::text[]))) or (((listing$9.state in ('REMOVED', 'REVOKED') or (listing$9.state = 'PUBLISHED' and not (listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$13.area_code
                from subject rule$13
                where rule$13.id = listing$9.subject_id), (
                select rule$12.area_code
                from court rule$12
                where rule$12.code = listing$9.court_code)) ^@ any($2::text[]) or listing$9.court_code = any($3::text[])))) and true
              order by "k$0"
              limit 20) page$14 having true) as "otherTargets") record$33) as "j$0"
      from "listing" listing$3
      where listing$3."subject_id" = subject$1."id" and (listing$3."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
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
        where rule$6.code = listing$3.court_code)) ^@ any($2::text[]) or listing$3.court_code = any($3::text[]))))) and ((listing$3."kind" = 'CONSUMPTION_RESTRICTION')) and true
      order by "k$0", "k$1"
      limit 20) page$8 having true))
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$41)
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$3
          where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($3::text[]) or subject$1.area_code is null and rule$3.court_code = any(array(
            select rule$4.code
            from unnest($2::text[]) rule$7(code) join court rule$4 on rule$4.area_code between rule$7.code and rule$7.code || '~')))) or exists (
          select
          from listing rule$5
          where rule$5.subject_id = subject$1.id and (rule$5.court_code = any($3::text[]) or subject$1.area_code is null and rule$5.court_code = any(array(
            select rule$6.code
            from unnest($2::text[]) rule$8(code) join court rule$6 on rule$6.area_code between rule$8.code and rule$8.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "name", (
          select row_to_json(connection$40)
          from (
            select coalesce(json_agg(page$14."j$0" order by page$14."k$0", page$14."k$1"), '[]') as "nodes"
            from (
              select listing$9."case_number" as "k$0", listing$9.id as "k$1", (
                select row_to_json(object$39)
                from (
                  select listing$9."case_number" as "caseNumber", listing$9."target_role" as "targetRole", (
                    select row_to_json(connection$38)
                    from (
                      select coalesce(json_agg(page$20."j$0" order by page$20."k$0"), '[]') as "nodes"
                      from (
                        select listing$15.id as "k$0", (
                          select row_to_json(object$37)
                          from (
                            select listing$15."target_role" as "targetRole", listing$15."unit_name" as "unitName", (
                              select (
                                select case when subject$21."kind" in ('NATURAL_PERSON') then (
                                  select row_to_json(object$35)
                                  from (
                                    select values$22."v$0" as "__typename", values$22."v$1" as "name", values$22."v$2" as "idNumber") object$35) when subject$21."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                                  select row_to_json(object$36)
                                  from (
                                    select values$22."v$0" as "__typename", values$22."v$1" as "name") object$36) end
                                from (
                                  select case when subject$21."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$21."kind" in ('ENTERPRISE') then 'Enterprise' when subject$21."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$21."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", case when subject$21."kind" in ('NATURAL_PERSON') then case when (subject$21.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$23
                                    where rule$23.subject_id = subject$21.id and (rule$23.court_code = any($3::text[]) or subject$21.area_code is null and rule$23.court_code = any(array(
                                      select rule$24.code
                                      from unnest($2::text[]) rule$27(code) join court rule$24 on rule$24.area_code between rule$27.code and rule$27.code || '~')))) or exists (
                                    select
                                    from listing rule$25
                                    where rule$25.subject_id = subject$21.id and (rule$25.court_code = any($3::text[]) or subject$21.area_code is null and rule$25.court_code = any(array(
                                      select rule$26.code
                                      from unnest($2::text[]) rule$28(code) join court rule$26 on rule$26.area_code between rule$28.code and rule$28.code || '~'))))) then subject$21."name" else case when char_length(subject$21."name") <= 1 then '*' when char_length(subject$21."name") = 2 then rpad(left(subject$21."name", 1), 2, '*') when position('·' in subject$21."name") > 0 then left(subject$21."name", 1) || '**' else left(subject$21."name", 1) || case char_length(subject$21."name") when 3 then '*' else '**' end || right(subject$21."name", 1) end end when subject$21."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$21."name" end as "v$1", case when (subject$21.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$29
                                    where rule$29.subject_id = subject$21.id and (rule$29.court_code = any($3::text[]) or subject$21.area_code is null and rule$29.court_code = any(array(
                                      select rule$30.code
                                      from unnest($2::text[]) rule$33(code) join court rule$30 on rule$30.area_code between rule$33.code and rule$33.code || '~')))) or exists (
                                    select
                                    from listing rule$31
                                    where rule$31.subject_id = subject$21.id and (rule$31.court_code = any($3::text[]) or subject$21.area_code is null and rule$31.court_code = any(array(
                                      select rule$32.code
                                      from unnest($2::text[]) rule$34(code) join court rule$32 on rule$32.area_code between rule$34.code and rule$34.code || '~'))))) then coalesce($4::text || 's' || encode(subject$21."id_number_sealed", 'hex') || '@', subject$21."id_number_masked") else subject$21."id_number_masked" end as "v$2" offset 0) values$22)
                              from "subject" subject$21
                              where subject$21."id" = listing$15."subject_id"
                              limit 1) as "subject") object$37) as "j$0"
                        from "listing" listing$15
                        where listing$15."case_number" = listing$9."case_number" and listing$15."kind" = listing$9."kind" and listing$15.subject_id <> listing$9.subject_id and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$17.area_code
                          from subject rule$17
                          where rule$17.id = listing$15.subject_id), (
                          select rule$16.area_code
                          from court rule$16
                          where rule$16.code = listing$15.court_code)) ^@ any($2::text[]) or listing$15.court_code = any($3::text[]))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$19.area_code
                          from subject rule$19
                          where rule$19.id = listing$15.subject_id), (
                          select rule$18.area_code
                          from court rule$18
                          where rule$18.code = listing$15.court_code)) ^@ any($2::text[]) or listing$15.court_code = any($3::text[])))) and true
                        order by "k$0"
                        limit 20) page$20 having true) connection$38) as "otherTargets") object$39) as "j$0"
              from "listing" listing$9
              where listing$9."subject_id" = subject$1."id" and (listing$9."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
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
                where rule$12.code = listing$9.court_code)) ^@ any($2::text[]) or listing$9.court_code = any($3::text[]))))) and ((listing$9."kind" = 'CONSUMPTION_RESTRICTION')) and true
              order by "k$0", "k$1"
              limit 20) page$14 having true) connection$40) as "listings") object$41)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$28)
      from (
        select case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$3 join court rule$4 on rule$4.code = rule$3.court_code
          where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($3::text[]) or subject$1.area_code is null and rule$4.area_code ^@ any($2::text[])))) then subject$1."name" else case when char_length(subject$1."name") <= 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", (
          select row_to_json(connection$27)
          from (
            select coalesce(json_agg(page$10."j$0" order by page$10."k$0", page$10."k$1"), '[]') as "nodes"
            from (
              select listing$5."case_number" as "k$0", listing$5.id as "k$1", (
                select row_to_json(object$26)
                from (
                  select listing$5."case_number" as "caseNumber", listing$5."target_role" as "targetRole", (
                    select row_to_json(connection$25)
                    from (
                      select coalesce(json_agg(page$16."j$0" order by page$16."k$0"), '[]') as "nodes"
                      from (
                        select listing$11.id as "k$0", (
                          select row_to_json(object$24)
                          from (
                            select listing$11."target_role" as "targetRole", listing$11."unit_name" as "unitName", (
                              select case when subject$17."kind" in ('NATURAL_PERSON') then (
                                select row_to_json(object$22)
                                from (
                                  select 'NaturalPerson'::text as "__typename", case when (subject$17.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$18 join court rule$19 on rule$19.code = rule$18.court_code
                                    where rule$18.subject_id = subject$17.id and (rule$18.court_code = any($3::text[]) or subject$17.area_code is null and rule$19.area_code ^@ any($2::text[])))) then subject$17."name" else case when char_length(subject$17."name") <= 2 then rpad(left(subject$17."name", 1), 2, '*') when position('·' in subject$17."name") > 0 then left(subject$17."name", 1) || '**' else left(subject$17."name", 1) || case char_length(subject$17."name") when 3 then '*' else '**' end || right(subject$17."name", 1) end end as "name", case when (subject$17.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$20 join court rule$21 on rule$21.code = rule$20.court_code
                                    where rule$20.subject_id = subject$17.id and (rule$20.court_code = any($3::text[]) or subject$17.area_code is null and rule$21.area_code ^@ any($2::text[])))) then coalesce($7::text || 's' || encode(subject$17."id_number_sealed", 'hex') || '@', subject$17."id_number_masked") else subject$17."id_number_masked" end as "idNumber") object$22) when subject$17."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                                select row_to_json(object$23)
                                from (
                                  select case when subject$17."kind" in ('ENTERPRISE') then 'Enterprise' when subject$17."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$17."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$17."name" as "name") object$23) end
                              from "subject" subject$17
                              where subject$17."id" = listing$11."subject_id"
                              limit 1) as "subject") object$24) as "j$0"
                        from "listing" listing$11
                        where listing$11."case_number" = listing$5."case_number" and listing$11."kind" = listing$5."kind" and listing$11.subject_id <> listing$5.subject_id and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$13.area_code
                          from subject rule$13
                          where rule$13.id = listing$11.subject_id), (
                          select rule$12.area_code
                          from court rule$12
                          where rule$12.code = listing$11.court_code)) ^@ any($2::text[]) or listing$11.court_code = any($3::text[]))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$15.area_code
                          from subject rule$15
                          where rule$15.id = listing$11.subject_id), (
                          select rule$14.area_code
                          from court rule$14
                          where rule$14.code = listing$11.court_code)) ^@ any($2::text[]) or listing$11.court_code = any($3::text[])))) and true
                        order by "k$0"
                        limit $6::integer) page$16 having true) connection$25) as "otherTargets") object$26) as "j$0"
              from "listing" listing$5
              where listing$5."subject_id" = subject$1."id" and (listing$5."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$5.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$7.area_code
                from subject rule$7
                where rule$7.id = listing$5.subject_id), (
                select rule$6.area_code
                from court rule$6
                where rule$6.code = listing$5.court_code)) ^@ any($2::text[]) or listing$5.court_code = any($3::text[]))) or (((listing$5.state in ('REMOVED', 'REVOKED') or (listing$5.state = 'PUBLISHED' and not (listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$9.area_code
                from subject rule$9
                where rule$9.id = listing$5.subject_id), (
                select rule$8.area_code
                from court rule$8
                where rule$8.code = listing$5.court_code)) ^@ any($2::text[]) or listing$5.court_code = any($3::text[]))))) and ((listing$5."kind" = $4::text)) and true
              order by "k$0", "k$1"
              limit $5::integer) page$10 having true) connection$27) as "listings") object$28) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$52)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$51)
          from (
            select coalesce(json_agg(page$34."j$0" order by page$34."k$0", page$34."k$1"), '[]') as "nodes"
            from (
              select listing$29."case_number" as "k$0", listing$29.id as "k$1", (
                select row_to_json(object$50)
                from (
                  select listing$29."case_number" as "caseNumber", listing$29."target_role" as "targetRole", (
                    select row_to_json(connection$49)
                    from (
                      select coalesce(json_agg(page$40."j$0" order by page$40."k$0"), '[]') as "nodes"
                      from (
                        select listing$35.id as "k$0", (
                          select row_to_json(object$48)
                          from (
                            select listing$35."target_role" as "targetRole", listing$35."unit_name" as "unitName", (
                              select case when subject$41."kind" in ('NATURAL_PERSON') then (
                                select row_to_json(object$46)
                                from (
                                  select 'NaturalPerson'::text as "__typename", case when (subject$41.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$42 join court rule$43 on rule$43.code = rule$42.court_code
                                    where rule$42.subject_id = subject$41.id and (rule$42.court_code = any($3::text[]) or subject$41.area_code is null and rule$43.area_code ^@ any($2::text[])))) then subject$41."name" else case when char_length(subject$41."name") <= 2 then rpad(left(subject$41."name", 1), 2, '*') when position('·' in subject$41."name") > 0 then left(subject$41."name", 1) || '**' else left(subject$41."name", 1) || case char_length(subject$41."name") when 3 then '*' else '**' end || right(subject$41."name", 1) end end as "name", case when (subject$41.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$44 join court rule$45 on rule$45.code = rule$44.court_code
                                    where rule$44.subject_id = subject$41.id and (rule$44.court_code = any($3::text[]) or subject$41.area_code is null and rule$45.area_code ^@ any($2::text[])))) then coalesce($7::text || 's' || encode(subject$41."id_number_sealed", 'hex') || '@', subject$41."id_number_masked") else subject$41."id_number_masked" end as "idNumber") object$46) when subject$41."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                                select row_to_json(object$47)
                                from (
                                  select case when subject$41."kind" in ('ENTERPRISE') then 'Enterprise' when subject$41."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$41."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$41."name" as "name") object$47) end
                              from "subject" subject$41
                              where subject$41."id" = listing$35."subject_id"
                              limit 1) as "subject") object$48) as "j$0"
                        from "listing" listing$35
                        where listing$35."case_number" = listing$29."case_number" and listing$35."kind" = listing$29."kind" and listing$35.subject_id <> listing$29.subject_id and (((listing$35.state = 'PUBLISHED' and (listing$35.term_ends_on is null or listing$35.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$35.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$37.area_code
                          from subject rule$37
                          where rule$37.id = listing$35.subject_id), (
                          select rule$36.area_code
                          from court rule$36
                          where rule$36.code = listing$35.court_code)) ^@ any($2::text[]) or listing$35.court_code = any($3::text[]))) or (((listing$35.state in ('REMOVED', 'REVOKED') or (listing$35.state = 'PUBLISHED' and not (listing$35.state = 'PUBLISHED' and (listing$35.term_ends_on is null or listing$35.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$39.area_code
                          from subject rule$39
                          where rule$39.id = listing$35.subject_id), (
                          select rule$38.area_code
                          from court rule$38
                          where rule$38.code = listing$35.court_code)) ^@ any($2::text[]) or listing$35.court_code = any($3::text[])))) and true
                        order by "k$0"
                        limit $10::integer) page$40 having true) connection$49) as "otherTargets") object$50) as "j$0"
              from "listing" listing$29
              where listing$29."subject_id" = subject$1."id" and (listing$29."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$29.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$31.area_code
                from subject rule$31
                where rule$31.id = listing$29.subject_id), (
                select rule$30.area_code
                from court rule$30
                where rule$30.code = listing$29.court_code)) ^@ any($2::text[]) or listing$29.court_code = any($3::text[]))) or (((listing$29.state in ('REMOVED', 'REVOKED') or (listing$29.state = 'PUBLISHED' and not (listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$33.area_code
                from subject rule$33
                where rule$33.id = listing$29.subject_id), (
                select rule$32.area_code
                from court rule$32
                where rule$32.code = listing$29.court_code)) ^@ any($2::text[]) or listing$29.court_code = any($3::text[]))))) and ((listing$29."kind" = $8::text)) and true
              order by "k$0", "k$1"
              limit $9::integer) page$34 having true) connection$51) as "listings") object$52) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$21)
      from (
        select case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$3
          where rule$3.subject_id = subject$1.id and rule$3.court_code = any($3::text[]))) then subject$1."name" else case when char_length(subject$1."name") <= 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", (
          select row_to_json(connection$20)
          from (
            select coalesce(json_agg(page$7."j$0" order by page$7."k$0", page$7."k$1"), '[]') as "nodes"
            from (
              select listing$4."case_number" as "k$0", listing$4.id as "k$1", (
                select row_to_json(object$19)
                from (
                  select listing$4."case_number" as "caseNumber", listing$4."target_role" as "targetRole", (
                    select row_to_json(connection$18)
                    from (
                      select coalesce(json_agg(page$11."j$0" order by page$11."k$0"), '[]') as "nodes"
                      from (
                        select listing$8.id as "k$0", (
                          select row_to_json(object$17)
                          from (
                            select listing$8."target_role" as "targetRole", listing$8."unit_name" as "unitName", (
                              select case when subject$12."kind" in ('NATURAL_PERSON') then (
                                select row_to_json(object$15)
                                from (
                                  select 'NaturalPerson'::text as "__typename", case when (subject$12.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$13
                                    where rule$13.subject_id = subject$12.id and rule$13.court_code = any($3::text[]))) then subject$12."name" else case when char_length(subject$12."name") <= 2 then rpad(left(subject$12."name", 1), 2, '*') when position('·' in subject$12."name") > 0 then left(subject$12."name", 1) || '**' else left(subject$12."name", 1) || case char_length(subject$12."name") when 3 then '*' else '**' end || right(subject$12."name", 1) end end as "name", case when (subject$12.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$14
                                    where rule$14.subject_id = subject$12.id and rule$14.court_code = any($3::text[]))) then coalesce($7::text || 's' || encode(subject$12."id_number_sealed", 'hex') || '@', subject$12."id_number_masked") else subject$12."id_number_masked" end as "idNumber") object$15) when subject$12."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                                select row_to_json(object$16)
                                from (
                                  select case when subject$12."kind" in ('ENTERPRISE') then 'Enterprise' when subject$12."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$12."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$12."name" as "name") object$16) end
                              from "subject" subject$12
                              where subject$12."id" = listing$8."subject_id"
                              limit 1) as "subject") object$17) as "j$0"
                        from "listing" listing$8
                        where listing$8."case_number" = listing$4."case_number" and listing$8."kind" = listing$4."kind" and listing$8.subject_id <> listing$4.subject_id and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$9.area_code
                          from subject rule$9
                          where rule$9.id = listing$8.subject_id) ^@ any($2::text[]) or listing$8.court_code = any($3::text[]))) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$10.area_code
                          from subject rule$10
                          where rule$10.id = listing$8.subject_id) ^@ any($2::text[]) or listing$8.court_code = any($3::text[])))) and true
                        order by "k$0"
                        limit $6::integer) page$11 having true) connection$18) as "otherTargets") object$19) as "j$0"
              from "listing" listing$4
              where listing$4."subject_id" = subject$1."id" and (listing$4."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$4.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$5.area_code
                from subject rule$5
                where rule$5.id = listing$4.subject_id) ^@ any($2::text[]) or listing$4.court_code = any($3::text[]))) or (((listing$4.state in ('REMOVED', 'REVOKED') or (listing$4.state = 'PUBLISHED' and not (listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$6.area_code
                from subject rule$6
                where rule$6.id = listing$4.subject_id) ^@ any($2::text[]) or listing$4.court_code = any($3::text[]))))) and ((listing$4."kind" = $4::text)) and true
              order by "k$0", "k$1"
              limit $5::integer) page$7 having true) connection$20) as "listings") object$21) when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$39)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$38)
          from (
            select coalesce(json_agg(page$25."j$0" order by page$25."k$0", page$25."k$1"), '[]') as "nodes"
            from (
              select listing$22."case_number" as "k$0", listing$22.id as "k$1", (
                select row_to_json(object$37)
                from (
                  select listing$22."case_number" as "caseNumber", listing$22."target_role" as "targetRole", (
                    select row_to_json(connection$36)
                    from (
                      select coalesce(json_agg(page$29."j$0" order by page$29."k$0"), '[]') as "nodes"
                      from (
                        select listing$26.id as "k$0", (
                          select row_to_json(object$35)
                          from (
                            select listing$26."target_role" as "targetRole", listing$26."unit_name" as "unitName", (
                              select case when subject$30."kind" in ('NATURAL_PERSON') then (
                                select row_to_json(object$33)
                                from (
                                  select 'NaturalPerson'::text as "__typename", case when (subject$30.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$31
                                    where rule$31.subject_id = subject$30.id and rule$31.court_code = any($3::text[]))) then subject$30."name" else case when char_length(subject$30."name") <= 2 then rpad(left(subject$30."name", 1), 2, '*') when position('·' in subject$30."name") > 0 then left(subject$30."name", 1) || '**' else left(subject$30."name", 1) || case char_length(subject$30."name") when 3 then '*' else '**' end || right(subject$30."name", 1) end end as "name", case when (subject$30.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$32
                                    where rule$32.subject_id = subject$30.id and rule$32.court_code = any($3::text[]))) then coalesce($7::text || 's' || encode(subject$30."id_number_sealed", 'hex') || '@', subject$30."id_number_masked") else subject$30."id_number_masked" end as "idNumber") object$33) when subject$30."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                                select row_to_json(object$34)
                                from (
                                  select case when subject$30."kind" in ('ENTERPRISE') then 'Enterprise' when subject$30."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$30."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$30."name" as "name") object$34) end
                              from "subject" subject$30
                              where subject$30."id" = listing$26."subject_id"
                              limit 1) as "subject") object$35) as "j$0"
                        from "listing" listing$26
                        where listing$26."case_number" = listing$22."case_number" and listing$26."kind" = listing$22."kind" and listing$26.subject_id <> listing$22.subject_id and (((listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$27.area_code
                          from subject rule$27
                          where rule$27.id = listing$26.subject_id) ^@ any($2::text[]) or listing$26.court_code = any($3::text[]))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$28.area_code
                          from subject rule$28
                          where rule$28.id = listing$26.subject_id) ^@ any($2::text[]) or listing$26.court_code = any($3::text[])))) and true
                        order by "k$0"
                        limit $10::integer) page$29 having true) connection$36) as "otherTargets") object$37) as "j$0"
              from "listing" listing$22
              where listing$22."subject_id" = subject$1."id" and (listing$22."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$22.state = 'PUBLISHED' and (listing$22.term_ends_on is null or listing$22.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$22.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                select rule$23.area_code
                from subject rule$23
                where rule$23.id = listing$22.subject_id) ^@ any($2::text[]) or listing$22.court_code = any($3::text[]))) or (((listing$22.state in ('REMOVED', 'REVOKED') or (listing$22.state = 'PUBLISHED' and not (listing$22.state = 'PUBLISHED' and (listing$22.term_ends_on is null or listing$22.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                select rule$24.area_code
                from subject rule$24
                where rule$24.id = listing$22.subject_id) ^@ any($2::text[]) or listing$22.court_code = any($3::text[]))))) and ((listing$22."kind" = $8::text)) and true
              order by "k$0", "k$1"
              limit $9::integer) page$25 having true) connection$38) as "listings") object$39) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

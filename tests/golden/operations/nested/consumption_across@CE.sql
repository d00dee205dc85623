select row_to_json(answer$)
from (
  select (
    select (
      select row_to_json(object$34)
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$3
          where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($3::text[]) or subject$1.area_code is null and rule$3.court_code = any(array(
            select rule$4.code
            from court rule$4
            where rule$4.area_code ^@ any($2::text[]))))) or exists (
          select
          from listing rule$5
          where rule$5.subject_id = subject$1.id and (rule$5.court_code = any($3::text[]) or subject$1.area_code is null and rule$5.court_code = any(array(
            select rule$6.code
            from court rule$6
            where rule$6.area_code ^@ any($2::text[])))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "name", (
          select row_to_json(connection$33)
          from (
            select coalesce(json_agg(page$12."j$0" order by page$12."k$0", page$12."k$1"), '[]') as "nodes"
            from (
              select listing$7."case_number" as "k$0", listing$7.id as "k$1", (
                select row_to_json(object$32)
                from (
                  select listing$7."case_number" as "caseNumber", listing$7."target_role" as "targetRole", (
                    select row_to_json(connection$31)
                    from (
                      select coalesce(json_agg(page$18."j$0" order by page$18."k$0"), '[]') as "nodes"
                      from (
                        select listing$13.id as "k$0", (
                          select row_to_json(object$30)
                          from (
                            select listing$13."target_role" as "targetRole", listing$13."unit_name" as "unitName", (
                              select case when subject$19."kind" in ('NATURAL_PERSON') then (
                                select row_to_json(object$28)
                                from (
                                  select 'NaturalPerson'::text as "__typename", case when (subject$19.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$20
                                    where rule$20.subject_id = subject$19.id and (rule$20.court_code = any($3::text[]) or subject$19.area_code is null and rule$20.court_code = any(array(
                                      select rule$21.code
                                      from court rule$21
                                      where rule$21.area_code ^@ any($2::text[]))))) or exists (
                                    select
                                    from listing rule$22
                                    where rule$22.subject_id = subject$19.id and (rule$22.court_code = any($3::text[]) or subject$19.area_code is null and rule$22.court_code = any(array(
                                      select rule$23.code
                                      from court rule$23
                                      where rule$23.area_code ^@ any($2::text[])))))) then subject$19."name" else case when char_length(subject$19."name") <= 1 then '*' when char_length(subject$19."name") = 2 then rpad(left(subject$19."name", 1), 2, '*') when position('·' in subject$19."name") > 0 then left(subject$19."name", 1) || '**' else left(subject$19."name", 1) || case char_length(subject$19."name") when 3 then '*' else '**' end || right(subject$19."name", 1) end end as "name", case when (subject$19.area_code ^@ any($2::text[]) or exists (
                                    select
                                    from enforcement_case rule$24
                                    where rule$24.subject_id = subject$19.id and (rule$24.court_code = any($3::text[]) or subject$19.area_code is null and rule$24.court_code = any(array(
                                      select rule$25.code
                                      from court rule$25
                                      where rule$25.area_code ^@ any($2::text[]))))) or exists (
                                    select
                                    from listing rule$26
                                    where rule$26.subject_id = subject$19.id and (rule$26.court_code = any($3::text[]) or subject$19.area_code is null and rule$26.court_code = any(array(
                                      select rule$27.code
                                      from court rule$27
                                      where rule$27.area_code ^@ any($2::text[])))))) then coalesce($4::text || 's' || encode(subject$19."id_number_sealed", 'hex') || '@', subject$19."id_number_masked") else subject$19."id_number_masked" end as "idNumber") object$28) when subject$19."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                                select row_to_json(object$29)
                                from (
                                  select case when subject$19."kind" in ('ENTERPRISE') then 'Enterprise' when subject$19."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$19."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$19."name" as "name") object$29) end
                              from "subject" subject$19
                              where subject$19."id" = listing$13."subject_id"
                              limit 1) as "subject") object$30) as "j$0"
                        from "listing" listing$13
                        where listing$13."case_number" = listing$7."case_number" and listing$13."kind" = listing$7."kind" and listing$13.subject_id <> listing$7.subject_id and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$15.area_code
                          from subject rule$15
                          where rule$15.id = listing$13.subject_id), (
                          select rule$14.area_code
                          from court rule$14
                          where rule$14.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$17.area_code
                          from subject rule$17
                          where rule$17.id = listing$13.subject_id), (
                          select rule$16.area_code
                          from court rule$16
                          where rule$16.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[])))) and true
                        order by "k$0"
                        limit 20) page$18 having true) connection$31) as "otherTargets") object$32) as "j$0"
              from "listing" listing$7
              where listing$7."subject_id" = subject$1."id" and (listing$7."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$7.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                select rule$9.area_code
                from subject rule$9
                where rule$9.id = listing$7.subject_id), (
                select rule$8.area_code
                from court rule$8
                where rule$8.code = listing$7.court_code)) ^@ any($2::text[]) or listing$7.court_code = any($3::text[]))) or (((listing$7.state in ('REMOVED', 'REVOKED') or (listing$7.state = 'PUBLISHED' and not (listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                select rule$11.area_code
                from subject rule$11
                where rule$11.id = listing$7.subject_id), (
                select rule$10.area_code
                from court rule$10
                where rule$10.code = listing$7.court_code)) ^@ any($2::text[]) or listing$7.court_code = any($3::text[]))))) and ((listing$7."kind" = 'CONSUMPTION_RESTRICTION')) and true
              order by "k$0", "k$1"
              limit 20) page$12 having true) connection$33) as "listings") object$34)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

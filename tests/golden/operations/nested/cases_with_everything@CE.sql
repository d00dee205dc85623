select row_to_json(answer$)
from (
  select (
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON', 'ENTERPRISE', 'OTHER_ORGANISATION') then (
        select row_to_json(object$56)
        from (
          select values$3."v$0" as "name", values$3."v$1" as "cases") object$56) when subject$1."kind" in ('GOVERNMENT_BODY') then (
        select row_to_json(object$57)
        from (
          select values$3."v$0" as "name", values$3."v$2" as "governmentKind", values$3."v$3" as "superiorName", values$3."v$4" as "superior", values$3."v$1" as "cases") object$57) end
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$4
          where rule$4.subject_id = subject$1.id and (rule$4.court_code = any($3::text[]) or subject$1.area_code is null and rule$4.court_code = any(array(
            select rule$5.code
            from unnest($2::text[]) rule$8(code) join court rule$5 on rule$5.area_code between rule$8.code and rule$8.code || '~')))) or exists (
          select
          from listing rule$6
          where rule$6.subject_id = subject$1.id and (rule$6.court_code = any($3::text[]) or subject$1.area_code is null and rule$6.court_code = any(array(
            select rule$7.code
            from unnest($2::text[]) rule$9(code) join court rule$7 on rule$7.area_code between rule$9.code and rule$9.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$1."name" end as "v$0", (
          select row_to_json(connection$47)
          from (
            select coalesce(json_agg(page$11."j$0" order by page$11."k$0", page$11."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$10."case_number" as "k$0", enforcement_case$10.id as "k$1", (
                select row_to_json(object$46)
                from (
                  select enforcement_case$10."case_number" as "caseNumber", enforcement_case$10."filed_on" as "filedOn", enforcement_case$10."state" as "state", case when (coalesce((
                    select rule$13.area_code
                    from subject rule$13
                    where rule$13.id = enforcement_case$10.subject_id), (
                    select rule$12.area_code
                    from court rule$12
                    where rule$12.code = enforcement_case$10.court_code)) ^@ any($2::text[]) or enforcement_case$10.court_code = any($3::text[])) then enforcement_case$10."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$15.area_code
                    from subject rule$15
                    where rule$15.id = enforcement_case$10.subject_id), (
                    select rule$14.area_code
                    from court rule$14
                    where rule$14.code = enforcement_case$10.court_code)) ^@ any($2::text[]) or enforcement_case$10.court_code = any($3::text[])) then enforcement_case$10."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$17)
                      from (
                        select court$16."code" as "code", court$16."name" as "name") object$17)
                    from "court" court$16
                    where court$16."code" = enforcement_case$10."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$35)
                    from (
                      select coalesce(json_agg(page$31."j$0" order by page$31."k$0", page$31."k$1"), '[]') as "nodes"
                      from (
                        select listing$18."published_on" as "k$0", listing$18.id as "k$1", (
                          select row_to_json(object$34)
                          from (
                            select case when listing$18."kind" in ('SX') then 'DishonestDebtorListing' when listing$18."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$18."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$18."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$33)
                                from (
                                  select court$32."name" as "name") object$33)
                              from "court" court$32
                              where court$32."code" = listing$18."court_code"
                              limit 1) as "court") object$34) as "j$0"
                        from "listing" listing$18
                        where listing$18."subject_id" = enforcement_case$10."subject_id" and listing$18."case_number" = enforcement_case$10."case_number" and ((listing$18."kind" in ('SX') and (((listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$18.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$20.area_code
                          from subject rule$20
                          where rule$20.id = listing$18.subject_id), (
                          select rule$19.area_code
                          from court rule$19
                          where rule$19.code = listing$18.court_code)) ^@ any($2::text[]) or listing$18.court_code = any($3::text[]))) or (((listing$18.state in ('REMOVED', 'REVOKED') or (listing$18.state = 'PUBLISHED' and not (listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$22.area_code
                          from subject rule$22
                          where rule$22.id = listing$18.subject_id), (
                          select rule$21.area_code
                          from court rule$21
                          where rule$21.code = listing$18.court_code)) ^@ any($2::text[]) or listing$18.court_code = any($3::text[]))))) or (listing$18."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$18.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$24.area_code
                          from subject rule$24
                          where rule$24.id = listing$18.subject_id), (
                          select rule$23.area_code
                          from court rule$23
                          where rule$23.code = listing$18.court_code)) ^@ any($2::text[]) or listing$18.court_code = any($3::text[]))) or (((listing$18.state in ('REMOVED', 'REVOKED') or (listing$18.state = 'PUBLISHED' and not (listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$26.area_code
                          from subject rule$26
                          where rule$26.id = listing$18.subject_id), (
                          select rule$25.area_code
                          from court rule$25
                          where rule$25.code = listing$18.court_code)) ^@ any($2::text[]) or listing$18.court_code = any($3::text[]))))) or (listing$18."kind" in ('SERIOUS_DISHONESTY') and (((listing$18.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$28.area_code
                          from subject rule$28
                          where rule$28.id = listing$18.subject_id), (
                          select rule$27.area_code
                          from court rule$27
                          where rule$27.code = listing$18.court_code)) ^@ any($2::text[]) or listing$18.court_code = any($3::text[]))) or (((listing$18.state in ('REMOVED', 'REVOKED') or (listing$18.state = 'PUBLISHED' and not (listing$18.state = 'PUBLISHED' and (listing$18.term_ends_on is null or listing$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$30.area_code
                          from subject rule$30
                          where rule$30.id = listing$18.subject_id), (
                          select rule$29.area_code
                          from court rule$29
                          where rule$29.code = listing$18.court_code)) ^@ any($2::text[]) or listing$18.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit 20) page$31 having true) connection$35) as "listings", (
                    select (
                      select row_to_json(object$45)
                      from (
                        select case when subject$36."kind" in ('NATURAL_PERSON') then case when (subject$36.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$37
                          where rule$37.subject_id = subject$36.id and (rule$37.court_code = any($3::text[]) or subject$36.area_code is null and rule$37.court_code = any(array(
                            select rule$38.code
                            from unnest($2::text[]) rule$41(code) join court rule$38 on rule$38.area_code between rule$41.code and rule$41.code || '~')))) or exists (
                          select
                          from listing rule$39
                          where rule$39.subject_id = subject$36.id and (rule$39.court_code = any($3::text[]) or subject$36.area_code is null and rule$39.court_code = any(array(
                            select rule$40.code
                            from unnest($2::text[]) rule$42(code) join court rule$40 on rule$40.area_code between rule$42.code and rule$42.code || '~'))))) then subject$36."name" else case when char_length(subject$36."name") <= 1 then '*' when char_length(subject$36."name") = 2 then rpad(left(subject$36."name", 1), 2, '*') when position('·' in subject$36."name") > 0 then left(subject$36."name", 1) || '**' else left(subject$36."name", 1) || case char_length(subject$36."name") when 3 then '*' else '**' end || right(subject$36."name", 1) end end when subject$36."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$36."name" end as "name", (
                          select row_to_json(connection$44)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$43
                              where enforcement_case$43."subject_id" = subject$36."id") as "totalCount") connection$44) as "cases") object$45)
                    from "subject" subject$36
                    where subject$36."id" = enforcement_case$10."subject_id"
                    limit 1) as "subject") object$46) as "j$0"
              from "enforcement_case" enforcement_case$10
              where enforcement_case$10."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit 20) page$11 having true) connection$47) as "v$1", subject$1."government_kind" as "v$2", subject$1."superior_name" as "v$3", case when subject$1."kind" in ('GOVERNMENT_BODY') then (
          select (
            select row_to_json(object$55)
            from (
              select case when subject$48."kind" in ('NATURAL_PERSON') then case when (subject$48.area_code ^@ any($2::text[]) or exists (
                select
                from enforcement_case rule$49
                where rule$49.subject_id = subject$48.id and (rule$49.court_code = any($3::text[]) or subject$48.area_code is null and rule$49.court_code = any(array(
                  select rule$50.code
                  from unnest($2::text[]) rule$53(code) join court rule$50 on rule$50.area_code between rule$53.code and rule$53.code || '~')))) or exists (
                select
                from listing rule$51
                where rule$51.subject_id = subject$48.id and (rule$51.court_code = any($3::text[]) or subject$48.area_code is null and rule$51.court_code = any(array(
                  select rule$52.code
                  from unnest($2::text[]) rule$54(code) join court rule$52 on rule$52.area_code between rule$54.code and rule$54.code || '~'))))) then subject$48."name" else case when char_length(subject$48."name") <= 1 then '*' when char_length(subject$48."name") = 2 then rpad(left(subject$48."name", 1), 2, '*') when position('·' in subject$48."name") > 0 then left(subject$48."name", 1) || '**' else left(subject$48."name", 1) || case char_length(subject$48."name") when 3 then '*' else '**' end || right(subject$48."name", 1) end end when subject$48."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$48."name" end as "name") object$55)
          from "subject" subject$48
          where subject$48."credit_code" = subject$1."superior_credit_code"
          limit 1) end as "v$4" offset 0) values$3)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

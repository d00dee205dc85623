select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON', 'ENTERPRISE', 'OTHER_ORGANISATION') then (
      select row_to_json(object$43)
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
            where rule$6.area_code ^@ any($2::text[])))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then subject$1."name" end as "name", (
          select row_to_json(connection$42)
          from (
            select coalesce(json_agg(page$8."j$0" order by page$8."k$0", page$8."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$7."case_number" as "k$0", enforcement_case$7.id as "k$1", (
                select row_to_json(object$41)
                from (
                  select enforcement_case$7."case_number" as "caseNumber", enforcement_case$7."filed_on" as "filedOn", enforcement_case$7."state" as "state", case when (coalesce((
                    select rule$10.area_code
                    from subject rule$10
                    where rule$10.id = enforcement_case$7.subject_id), (
                    select rule$9.area_code
                    from court rule$9
                    where rule$9.code = enforcement_case$7.court_code)) ^@ any($2::text[]) or enforcement_case$7.court_code = any($3::text[])) then enforcement_case$7."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$12.area_code
                    from subject rule$12
                    where rule$12.id = enforcement_case$7.subject_id), (
                    select rule$11.area_code
                    from court rule$11
                    where rule$11.code = enforcement_case$7.court_code)) ^@ any($2::text[]) or enforcement_case$7.court_code = any($3::text[])) then enforcement_case$7."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$14)
                      from (
                        select court$13."code" as "code", court$13."name" as "name") object$14)
                    from "court" court$13
                    where court$13."code" = enforcement_case$7."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$32)
                    from (
                      select coalesce(json_agg(page$28."j$0" order by page$28."k$0", page$28."k$1"), '[]') as "nodes"
                      from (
                        select listing$15."published_on" as "k$0", listing$15.id as "k$1", (
                          select row_to_json(object$31)
                          from (
                            select case when listing$15."kind" in ('SX') then 'DishonestDebtorListing' when listing$15."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$15."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$15."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$30)
                                from (
                                  select court$29."name" as "name") object$30)
                              from "court" court$29
                              where court$29."code" = listing$15."court_code"
                              limit 1) as "court") object$31) as "j$0"
                        from "listing" listing$15
                        where listing$15."subject_id" = enforcement_case$7."subject_id" and listing$15."case_number" = enforcement_case$7."case_number" and ((listing$15."kind" in ('SX') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
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
                          where rule$18.code = listing$15.court_code)) ^@ any($2::text[]) or listing$15.court_code = any($3::text[]))))) or (listing$15."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$21.area_code
                          from subject rule$21
                          where rule$21.id = listing$15.subject_id), (
                          select rule$20.area_code
                          from court rule$20
                          where rule$20.code = listing$15.court_code)) ^@ any($2::text[]) or listing$15.court_code = any($3::text[]))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$23.area_code
                          from subject rule$23
                          where rule$23.id = listing$15.subject_id), (
                          select rule$22.area_code
                          from court rule$22
                          where rule$22.code = listing$15.court_code)) ^@ any($2::text[]) or listing$15.court_code = any($3::text[]))))) or (listing$15."kind" in ('SERIOUS_DISHONESTY') and (((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$25.area_code
                          from subject rule$25
                          where rule$25.id = listing$15.subject_id), (
                          select rule$24.area_code
                          from court rule$24
                          where rule$24.code = listing$15.court_code)) ^@ any($2::text[]) or listing$15.court_code = any($3::text[]))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$27.area_code
                          from subject rule$27
                          where rule$27.id = listing$15.subject_id), (
                          select rule$26.area_code
                          from court rule$26
                          where rule$26.code = listing$15.court_code)) ^@ any($2::text[]) or listing$15.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit 20) page$28 having true) connection$32) as "listings", (
                    select (
                      select row_to_json(object$40)
                      from (
                        select case when subject$33."kind" in ('NATURAL_PERSON') then case when (subject$33.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$34
                          where rule$34.subject_id = subject$33.id and (rule$34.court_code = any($3::text[]) or subject$33.area_code is null and rule$34.court_code = any(array(
                            select rule$35.code
                            from court rule$35
                            where rule$35.area_code ^@ any($2::text[]))))) or exists (
                          select
                          from listing rule$36
                          where rule$36.subject_id = subject$33.id and (rule$36.court_code = any($3::text[]) or subject$33.area_code is null and rule$36.court_code = any(array(
                            select rule$37.code
                            from court rule$37
                            where rule$37.area_code ^@ any($2::text[])))))) then subject$33."name" else case when char_length(subject$33."name") <= 1 then '*' when char_length(subject$33."name") = 2 then rpad(left(subject$33."name", 1), 2, '*') when position('·' in subject$33."name") > 0 then left(subject$33."name", 1) || '**' else left(subject$33."name", 1) || case char_length(subject$33."name") when 3 then '*' else '**' end || right(subject$33."name", 1) end end when subject$33."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$33."name" end as "name", (
                          select row_to_json(connection$39)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$38
                              where enforcement_case$38."subject_id" = subject$33."id") as "totalCount") connection$39) as "cases") object$40)
                    from "subject" subject$33
                    where subject$33."id" = enforcement_case$7."subject_id"
                    limit 1) as "subject") object$41) as "j$0"
              from "enforcement_case" enforcement_case$7
              where enforcement_case$7."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit 20) page$8 having true) connection$42) as "cases") object$43) when subject$1."kind" in ('GOVERNMENT_BODY') then (
      select row_to_json(object$86)
      from (
        select subject$1."name" as "name", subject$1."government_kind" as "governmentKind", subject$1."superior_name" as "superiorName", (
          select (
            select row_to_json(object$49)
            from (
              select case when subject$44."kind" in ('NATURAL_PERSON') then case when (subject$44.area_code ^@ any($2::text[]) or exists (
                select
                from enforcement_case rule$45
                where rule$45.subject_id = subject$44.id and (rule$45.court_code = any($3::text[]) or subject$44.area_code is null and rule$45.court_code = any(array(
                  select rule$46.code
                  from court rule$46
                  where rule$46.area_code ^@ any($2::text[]))))) or exists (
                select
                from listing rule$47
                where rule$47.subject_id = subject$44.id and (rule$47.court_code = any($3::text[]) or subject$44.area_code is null and rule$47.court_code = any(array(
                  select rule$48.code
                  from court rule$48
                  where rule$48.area_code ^@ any($2::text[])))))) then subject$44."name" else case when char_length(subject$44."name") <= 1 then '*' when char_length(subject$44."name") = 2 then rpad(left(subject$44."name", 1), 2, '*') when position('·' in subject$44."name") > 0 then left(subject$44."name", 1) || '**' else left(subject$44."name", 1) || case char_length(subject$44."name") when 3 then '*' else '**' end || right(subject$44."name", 1) end end when subject$44."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$44."name" end as "name") object$49)
          from "subject" subject$44
          where subject$44."credit_code" = subject$1."superior_credit_code"
          limit 1) as "superior", (
          select row_to_json(connection$85)
          from (
            select coalesce(json_agg(page$51."j$0" order by page$51."k$0", page$51."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$50."case_number" as "k$0", enforcement_case$50.id as "k$1", (
                select row_to_json(object$84)
                from (
                  select enforcement_case$50."case_number" as "caseNumber", enforcement_case$50."filed_on" as "filedOn", enforcement_case$50."state" as "state", case when (coalesce((
                    select rule$53.area_code
                    from subject rule$53
                    where rule$53.id = enforcement_case$50.subject_id), (
                    select rule$52.area_code
                    from court rule$52
                    where rule$52.code = enforcement_case$50.court_code)) ^@ any($2::text[]) or enforcement_case$50.court_code = any($3::text[])) then enforcement_case$50."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$55.area_code
                    from subject rule$55
                    where rule$55.id = enforcement_case$50.subject_id), (
                    select rule$54.area_code
                    from court rule$54
                    where rule$54.code = enforcement_case$50.court_code)) ^@ any($2::text[]) or enforcement_case$50.court_code = any($3::text[])) then enforcement_case$50."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$57)
                      from (
                        select court$56."code" as "code", court$56."name" as "name") object$57)
                    from "court" court$56
                    where court$56."code" = enforcement_case$50."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$75)
                    from (
                      select coalesce(json_agg(page$71."j$0" order by page$71."k$0", page$71."k$1"), '[]') as "nodes"
                      from (
                        select listing$58."published_on" as "k$0", listing$58.id as "k$1", (
                          select row_to_json(object$74)
                          from (
                            select case when listing$58."kind" in ('SX') then 'DishonestDebtorListing' when listing$58."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$58."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$58."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$73)
                                from (
                                  select court$72."name" as "name") object$73)
                              from "court" court$72
                              where court$72."code" = listing$58."court_code"
                              limit 1) as "court") object$74) as "j$0"
                        from "listing" listing$58
                        where listing$58."subject_id" = enforcement_case$50."subject_id" and listing$58."case_number" = enforcement_case$50."case_number" and ((listing$58."kind" in ('SX') and (((listing$58.state = 'PUBLISHED' and (listing$58.term_ends_on is null or listing$58.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$58.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$60.area_code
                          from subject rule$60
                          where rule$60.id = listing$58.subject_id), (
                          select rule$59.area_code
                          from court rule$59
                          where rule$59.code = listing$58.court_code)) ^@ any($2::text[]) or listing$58.court_code = any($3::text[]))) or (((listing$58.state in ('REMOVED', 'REVOKED') or (listing$58.state = 'PUBLISHED' and not (listing$58.state = 'PUBLISHED' and (listing$58.term_ends_on is null or listing$58.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$62.area_code
                          from subject rule$62
                          where rule$62.id = listing$58.subject_id), (
                          select rule$61.area_code
                          from court rule$61
                          where rule$61.code = listing$58.court_code)) ^@ any($2::text[]) or listing$58.court_code = any($3::text[]))))) or (listing$58."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$58.state = 'PUBLISHED' and (listing$58.term_ends_on is null or listing$58.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$58.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$64.area_code
                          from subject rule$64
                          where rule$64.id = listing$58.subject_id), (
                          select rule$63.area_code
                          from court rule$63
                          where rule$63.code = listing$58.court_code)) ^@ any($2::text[]) or listing$58.court_code = any($3::text[]))) or (((listing$58.state in ('REMOVED', 'REVOKED') or (listing$58.state = 'PUBLISHED' and not (listing$58.state = 'PUBLISHED' and (listing$58.term_ends_on is null or listing$58.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$66.area_code
                          from subject rule$66
                          where rule$66.id = listing$58.subject_id), (
                          select rule$65.area_code
                          from court rule$65
                          where rule$65.code = listing$58.court_code)) ^@ any($2::text[]) or listing$58.court_code = any($3::text[]))))) or (listing$58."kind" in ('SERIOUS_DISHONESTY') and (((listing$58.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$68.area_code
                          from subject rule$68
                          where rule$68.id = listing$58.subject_id), (
                          select rule$67.area_code
                          from court rule$67
                          where rule$67.code = listing$58.court_code)) ^@ any($2::text[]) or listing$58.court_code = any($3::text[]))) or (((listing$58.state in ('REMOVED', 'REVOKED') or (listing$58.state = 'PUBLISHED' and not (listing$58.state = 'PUBLISHED' and (listing$58.term_ends_on is null or listing$58.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$70.area_code
                          from subject rule$70
                          where rule$70.id = listing$58.subject_id), (
                          select rule$69.area_code
                          from court rule$69
                          where rule$69.code = listing$58.court_code)) ^@ any($2::text[]) or listing$58.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit 20) page$71 having true) connection$75) as "listings", (
                    select (
                      select row_to_json(object$83)
                      from (
                        select case when subject$76."kind" in ('NATURAL_PERSON') then case when (subject$76.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$77
                          where rule$77.subject_id = subject$76.id and (rule$77.court_code = any($3::text[]) or subject$76.area_code is null and rule$77.court_code = any(array(
                            select rule$78.code
                            from court rule$78
                            where rule$78.area_code ^@ any($2::text[]))))) or exists (
                          select
                          from listing rule$79
                          where rule$79.subject_id = subject$76.id and (rule$79.court_code = any($3::text[]) or subject$76.area_code is null and rule$79.court_code = any(array(
                            select rule$80.code
                            from court rule$80
                            where rule$80.area_code ^@ any($2::text[])))))) then subject$76."name" else case when char_length(subject$76."name") <= 1 then '*' when char_length(subject$76."name") = 2 then rpad(left(subject$76."name", 1), 2, '*') when position('·' in subject$76."name") > 0 then left(subject$76."name", 1) || '**' else left(subject$76."name", 1) || case char_length(subject$76."name") when 3 then '*' else '**' end || right(subject$76."name", 1) end end when subject$76."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$76."name" end as "name", (
                          select row_to_json(connection$82)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$81
                              where enforcement_case$81."subject_id" = subject$76."id") as "totalCount") connection$82) as "cases") object$83)
                    from "subject" subject$76
                    where subject$76."id" = enforcement_case$50."subject_id"
                    limit 1) as "subject") object$84) as "j$0"
              from "enforcement_case" enforcement_case$50
              where enforcement_case$50."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit 20) page$51 having true) connection$85) as "cases") object$86) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

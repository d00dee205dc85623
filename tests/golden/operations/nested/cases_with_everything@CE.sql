select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$32)
      from (
        select case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$3
          where rule$3.subject_id = subject$1.id and rule$3.court_code = any($3::text[]))) then subject$1."name" else case when char_length(subject$1."name") <= 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", (
          select row_to_json(connection$31)
          from (
            select coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$4."case_number" as "k$0", enforcement_case$4.id as "k$1", (
                select row_to_json(object$30)
                from (
                  select enforcement_case$4."case_number" as "caseNumber", enforcement_case$4."filed_on" as "filedOn", enforcement_case$4."state" as "state", case when ((
                    select rule$6.area_code
                    from subject rule$6
                    where rule$6.id = enforcement_case$4.subject_id) ^@ any($2::text[]) or enforcement_case$4.court_code = any($3::text[])) then enforcement_case$4."amount_applied"::text else null end as "amountApplied", case when ((
                    select rule$7.area_code
                    from subject rule$7
                    where rule$7.id = enforcement_case$4.subject_id) ^@ any($2::text[]) or enforcement_case$4.court_code = any($3::text[])) then enforcement_case$4."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$9)
                      from (
                        select court$8."code" as "code", court$8."name" as "name") object$9)
                    from "court" court$8
                    where court$8."code" = enforcement_case$4."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$21)
                    from (
                      select coalesce(json_agg(page$17."j$0" order by page$17."k$0", page$17."k$1"), '[]') as "nodes"
                      from (
                        select listing$10."published_on" as "k$0", listing$10.id as "k$1", (
                          select row_to_json(object$20)
                          from (
                            select case when listing$10."kind" in ('SX') then 'DishonestDebtorListing' when listing$10."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$10."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$10."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$19)
                                from (
                                  select court$18."name" as "name") object$19)
                              from "court" court$18
                              where court$18."code" = listing$10."court_code"
                              limit 1) as "court") object$20) as "j$0"
                        from "listing" listing$10
                        where listing$10."subject_id" = enforcement_case$4."subject_id" and listing$10."case_number" = enforcement_case$4."case_number" and ((listing$10."kind" in ('SX') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$11.area_code
                          from subject rule$11
                          where rule$11.id = listing$10.subject_id) ^@ any($2::text[]) or listing$10.court_code = any($3::text[]))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$12.area_code
                          from subject rule$12
                          where rule$12.id = listing$10.subject_id) ^@ any($2::text[]) or listing$10.court_code = any($3::text[]))))) or (listing$10."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$13.area_code
                          from subject rule$13
                          where rule$13.id = listing$10.subject_id) ^@ any($2::text[]) or listing$10.court_code = any($3::text[]))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$14.area_code
                          from subject rule$14
                          where rule$14.id = listing$10.subject_id) ^@ any($2::text[]) or listing$10.court_code = any($3::text[]))))) or (listing$10."kind" in ('SERIOUS_DISHONESTY') and (((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$15.area_code
                          from subject rule$15
                          where rule$15.id = listing$10.subject_id) ^@ any($2::text[]) or listing$10.court_code = any($3::text[]))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$16.area_code
                          from subject rule$16
                          where rule$16.id = listing$10.subject_id) ^@ any($2::text[]) or listing$10.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit $5::integer) page$17 having true) connection$21) as "listings", (
                    select case when subject$22."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$26)
                      from (
                        select case when (subject$22.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$23
                          where rule$23.subject_id = subject$22.id and rule$23.court_code = any($3::text[]))) then subject$22."name" else case when char_length(subject$22."name") <= 2 then rpad(left(subject$22."name", 1), 2, '*') when position('·' in subject$22."name") > 0 then left(subject$22."name", 1) || '**' else left(subject$22."name", 1) || case char_length(subject$22."name") when 3 then '*' else '**' end || right(subject$22."name", 1) end end as "name", (
                          select row_to_json(connection$25)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$24
                              where enforcement_case$24."subject_id" = subject$22."id") as "totalCount") connection$25) as "cases") object$26) when subject$22."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$29)
                      from (
                        select subject$22."name" as "name", (
                          select row_to_json(connection$28)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$27
                              where enforcement_case$27."subject_id" = subject$22."id") as "totalCount") connection$28) as "cases") object$29) end
                    from "subject" subject$22
                    where subject$22."id" = enforcement_case$4."subject_id"
                    limit 1) as "subject") object$30) as "j$0"
              from "enforcement_case" enforcement_case$4
              where enforcement_case$4."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit $4::integer) page$5 having true) connection$31) as "cases") object$32) when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then (
      select row_to_json(object$61)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$60)
          from (
            select coalesce(json_agg(page$34."j$0" order by page$34."k$0", page$34."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$33."case_number" as "k$0", enforcement_case$33.id as "k$1", (
                select row_to_json(object$59)
                from (
                  select enforcement_case$33."case_number" as "caseNumber", enforcement_case$33."filed_on" as "filedOn", enforcement_case$33."state" as "state", case when ((
                    select rule$35.area_code
                    from subject rule$35
                    where rule$35.id = enforcement_case$33.subject_id) ^@ any($2::text[]) or enforcement_case$33.court_code = any($3::text[])) then enforcement_case$33."amount_applied"::text else null end as "amountApplied", case when ((
                    select rule$36.area_code
                    from subject rule$36
                    where rule$36.id = enforcement_case$33.subject_id) ^@ any($2::text[]) or enforcement_case$33.court_code = any($3::text[])) then enforcement_case$33."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$38)
                      from (
                        select court$37."code" as "code", court$37."name" as "name") object$38)
                    from "court" court$37
                    where court$37."code" = enforcement_case$33."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$50)
                    from (
                      select coalesce(json_agg(page$46."j$0" order by page$46."k$0", page$46."k$1"), '[]') as "nodes"
                      from (
                        select listing$39."published_on" as "k$0", listing$39.id as "k$1", (
                          select row_to_json(object$49)
                          from (
                            select case when listing$39."kind" in ('SX') then 'DishonestDebtorListing' when listing$39."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$39."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$39."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$48)
                                from (
                                  select court$47."name" as "name") object$48)
                              from "court" court$47
                              where court$47."code" = listing$39."court_code"
                              limit 1) as "court") object$49) as "j$0"
                        from "listing" listing$39
                        where listing$39."subject_id" = enforcement_case$33."subject_id" and listing$39."case_number" = enforcement_case$33."case_number" and ((listing$39."kind" in ('SX') and (((listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$39.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$40.area_code
                          from subject rule$40
                          where rule$40.id = listing$39.subject_id) ^@ any($2::text[]) or listing$39.court_code = any($3::text[]))) or (((listing$39.state in ('REMOVED', 'REVOKED') or (listing$39.state = 'PUBLISHED' and not (listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$41.area_code
                          from subject rule$41
                          where rule$41.id = listing$39.subject_id) ^@ any($2::text[]) or listing$39.court_code = any($3::text[]))))) or (listing$39."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$39.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$42.area_code
                          from subject rule$42
                          where rule$42.id = listing$39.subject_id) ^@ any($2::text[]) or listing$39.court_code = any($3::text[]))) or (((listing$39.state in ('REMOVED', 'REVOKED') or (listing$39.state = 'PUBLISHED' and not (listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$43.area_code
                          from subject rule$43
                          where rule$43.id = listing$39.subject_id) ^@ any($2::text[]) or listing$39.court_code = any($3::text[]))))) or (listing$39."kind" in ('SERIOUS_DISHONESTY') and (((listing$39.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$44.area_code
                          from subject rule$44
                          where rule$44.id = listing$39.subject_id) ^@ any($2::text[]) or listing$39.court_code = any($3::text[]))) or (((listing$39.state in ('REMOVED', 'REVOKED') or (listing$39.state = 'PUBLISHED' and not (listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$45.area_code
                          from subject rule$45
                          where rule$45.id = listing$39.subject_id) ^@ any($2::text[]) or listing$39.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit $7::integer) page$46 having true) connection$50) as "listings", (
                    select case when subject$51."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$55)
                      from (
                        select case when (subject$51.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$52
                          where rule$52.subject_id = subject$51.id and rule$52.court_code = any($3::text[]))) then subject$51."name" else case when char_length(subject$51."name") <= 2 then rpad(left(subject$51."name", 1), 2, '*') when position('·' in subject$51."name") > 0 then left(subject$51."name", 1) || '**' else left(subject$51."name", 1) || case char_length(subject$51."name") when 3 then '*' else '**' end || right(subject$51."name", 1) end end as "name", (
                          select row_to_json(connection$54)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$53
                              where enforcement_case$53."subject_id" = subject$51."id") as "totalCount") connection$54) as "cases") object$55) when subject$51."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$58)
                      from (
                        select subject$51."name" as "name", (
                          select row_to_json(connection$57)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$56
                              where enforcement_case$56."subject_id" = subject$51."id") as "totalCount") connection$57) as "cases") object$58) end
                    from "subject" subject$51
                    where subject$51."id" = enforcement_case$33."subject_id"
                    limit 1) as "subject") object$59) as "j$0"
              from "enforcement_case" enforcement_case$33
              where enforcement_case$33."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit $6::integer) page$34 having true) connection$60) as "cases") object$61) when subject$1."kind" in ('GOVERNMENT_BODY') then (
      select row_to_json(object$94)
      from (
        select subject$1."name" as "name", subject$1."government_kind" as "governmentKind", subject$1."superior_name" as "superiorName", (
          select case when subject$62."kind" in ('NATURAL_PERSON') then (
            select row_to_json(object$64)
            from (
              select case when (subject$62.area_code ^@ any($2::text[]) or exists (
                select
                from enforcement_case rule$63
                where rule$63.subject_id = subject$62.id and rule$63.court_code = any($3::text[]))) then subject$62."name" else case when char_length(subject$62."name") <= 2 then rpad(left(subject$62."name", 1), 2, '*') when position('·' in subject$62."name") > 0 then left(subject$62."name", 1) || '**' else left(subject$62."name", 1) || case char_length(subject$62."name") when 3 then '*' else '**' end || right(subject$62."name", 1) end end as "name") object$64) when subject$62."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
            select row_to_json(object$65)
            from (
              select subject$62."name" as "name") object$65) end
          from "subject" subject$62
          where subject$62."credit_code" = subject$1."superior_credit_code"
          limit 1) as "superior", (
          select row_to_json(connection$93)
          from (
            select coalesce(json_agg(page$67."j$0" order by page$67."k$0", page$67."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$66."case_number" as "k$0", enforcement_case$66.id as "k$1", (
                select row_to_json(object$92)
                from (
                  select enforcement_case$66."case_number" as "caseNumber", enforcement_case$66."filed_on" as "filedOn", enforcement_case$66."state" as "state", case when ((
                    select rule$68.area_code
                    from subject rule$68
                    where rule$68.id = enforcement_case$66.subject_id) ^@ any($2::text[]) or enforcement_case$66.court_code = any($3::text[])) then enforcement_case$66."amount_applied"::text else null end as "amountApplied", case when ((
                    select rule$69.area_code
                    from subject rule$69
                    where rule$69.id = enforcement_case$66.subject_id) ^@ any($2::text[]) or enforcement_case$66.court_code = any($3::text[])) then enforcement_case$66."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$71)
                      from (
                        select court$70."code" as "code", court$70."name" as "name") object$71)
                    from "court" court$70
                    where court$70."code" = enforcement_case$66."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$83)
                    from (
                      select coalesce(json_agg(page$79."j$0" order by page$79."k$0", page$79."k$1"), '[]') as "nodes"
                      from (
                        select listing$72."published_on" as "k$0", listing$72.id as "k$1", (
                          select row_to_json(object$82)
                          from (
                            select case when listing$72."kind" in ('SX') then 'DishonestDebtorListing' when listing$72."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$72."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$72."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$81)
                                from (
                                  select court$80."name" as "name") object$81)
                              from "court" court$80
                              where court$80."code" = listing$72."court_code"
                              limit 1) as "court") object$82) as "j$0"
                        from "listing" listing$72
                        where listing$72."subject_id" = enforcement_case$66."subject_id" and listing$72."case_number" = enforcement_case$66."case_number" and ((listing$72."kind" in ('SX') and (((listing$72.state = 'PUBLISHED' and (listing$72.term_ends_on is null or listing$72.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$72.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$73.area_code
                          from subject rule$73
                          where rule$73.id = listing$72.subject_id) ^@ any($2::text[]) or listing$72.court_code = any($3::text[]))) or (((listing$72.state in ('REMOVED', 'REVOKED') or (listing$72.state = 'PUBLISHED' and not (listing$72.state = 'PUBLISHED' and (listing$72.term_ends_on is null or listing$72.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$74.area_code
                          from subject rule$74
                          where rule$74.id = listing$72.subject_id) ^@ any($2::text[]) or listing$72.court_code = any($3::text[]))))) or (listing$72."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$72.state = 'PUBLISHED' and (listing$72.term_ends_on is null or listing$72.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$72.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$75.area_code
                          from subject rule$75
                          where rule$75.id = listing$72.subject_id) ^@ any($2::text[]) or listing$72.court_code = any($3::text[]))) or (((listing$72.state in ('REMOVED', 'REVOKED') or (listing$72.state = 'PUBLISHED' and not (listing$72.state = 'PUBLISHED' and (listing$72.term_ends_on is null or listing$72.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$76.area_code
                          from subject rule$76
                          where rule$76.id = listing$72.subject_id) ^@ any($2::text[]) or listing$72.court_code = any($3::text[]))))) or (listing$72."kind" in ('SERIOUS_DISHONESTY') and (((listing$72.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and ((
                          select rule$77.area_code
                          from subject rule$77
                          where rule$77.id = listing$72.subject_id) ^@ any($2::text[]) or listing$72.court_code = any($3::text[]))) or (((listing$72.state in ('REMOVED', 'REVOKED') or (listing$72.state = 'PUBLISHED' and not (listing$72.state = 'PUBLISHED' and (listing$72.term_ends_on is null or listing$72.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((
                          select rule$78.area_code
                          from subject rule$78
                          where rule$78.id = listing$72.subject_id) ^@ any($2::text[]) or listing$72.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit $9::integer) page$79 having true) connection$83) as "listings", (
                    select case when subject$84."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$88)
                      from (
                        select case when (subject$84.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$85
                          where rule$85.subject_id = subject$84.id and rule$85.court_code = any($3::text[]))) then subject$84."name" else case when char_length(subject$84."name") <= 2 then rpad(left(subject$84."name", 1), 2, '*') when position('·' in subject$84."name") > 0 then left(subject$84."name", 1) || '**' else left(subject$84."name", 1) || case char_length(subject$84."name") when 3 then '*' else '**' end || right(subject$84."name", 1) end end as "name", (
                          select row_to_json(connection$87)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$86
                              where enforcement_case$86."subject_id" = subject$84."id") as "totalCount") connection$87) as "cases") object$88) when subject$84."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$91)
                      from (
                        select subject$84."name" as "name", (
                          select row_to_json(connection$90)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$89
                              where enforcement_case$89."subject_id" = subject$84."id") as "totalCount") connection$90) as "cases") object$91) end
                    from "subject" subject$84
                    where subject$84."id" = enforcement_case$66."subject_id"
                    limit 1) as "subject") object$92) as "j$0"
              from "enforcement_case" enforcement_case$66
              where enforcement_case$66."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit $8::integer) page$67 having true) connection$93) as "cases") object$94) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

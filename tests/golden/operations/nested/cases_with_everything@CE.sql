select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$46)
      from (
        select case when (subject$1.area_code ^@ any($2::text[]) or exists (
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
            where rule$6.area_code ^@ any($2::text[])))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", (
          select row_to_json(connection$45)
          from (
            select coalesce(json_agg(page$8."j$0" order by page$8."k$0", page$8."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$7."case_number" as "k$0", enforcement_case$7.id as "k$1", (
                select row_to_json(object$44)
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
                        limit $5::integer) page$28 having true) connection$32) as "listings", (
                    select case when subject$33."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$40)
                      from (
                        select case when (subject$33.area_code ^@ any($2::text[]) or exists (
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
                            where rule$37.area_code ^@ any($2::text[])))))) then subject$33."name" else case when char_length(subject$33."name") <= 1 then '*' when char_length(subject$33."name") = 2 then rpad(left(subject$33."name", 1), 2, '*') when position('·' in subject$33."name") > 0 then left(subject$33."name", 1) || '**' else left(subject$33."name", 1) || case char_length(subject$33."name") when 3 then '*' else '**' end || right(subject$33."name", 1) end end as "name", (
                          select row_to_json(connection$39)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$38
                              where enforcement_case$38."subject_id" = subject$33."id") as "totalCount") connection$39) as "cases") object$40) when subject$33."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$43)
                      from (
                        select subject$33."name" as "name", (
                          select row_to_json(connection$42)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$41
                              where enforcement_case$41."subject_id" = subject$33."id") as "totalCount") connection$42) as "cases") object$43) end
                    from "subject" subject$33
                    where subject$33."id" = enforcement_case$7."subject_id"
                    limit 1) as "subject") object$44) as "j$0"
              from "enforcement_case" enforcement_case$7
              where enforcement_case$7."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit $4::integer) page$8 having true) connection$45) as "cases") object$46) when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then (
      select row_to_json(object$86)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$85)
          from (
            select coalesce(json_agg(page$48."j$0" order by page$48."k$0", page$48."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$47."case_number" as "k$0", enforcement_case$47.id as "k$1", (
                select row_to_json(object$84)
                from (
                  select enforcement_case$47."case_number" as "caseNumber", enforcement_case$47."filed_on" as "filedOn", enforcement_case$47."state" as "state", case when (coalesce((
                    select rule$50.area_code
                    from subject rule$50
                    where rule$50.id = enforcement_case$47.subject_id), (
                    select rule$49.area_code
                    from court rule$49
                    where rule$49.code = enforcement_case$47.court_code)) ^@ any($2::text[]) or enforcement_case$47.court_code = any($3::text[])) then enforcement_case$47."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$52.area_code
                    from subject rule$52
                    where rule$52.id = enforcement_case$47.subject_id), (
                    select rule$51.area_code
                    from court rule$51
                    where rule$51.code = enforcement_case$47.court_code)) ^@ any($2::text[]) or enforcement_case$47.court_code = any($3::text[])) then enforcement_case$47."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$54)
                      from (
                        select court$53."code" as "code", court$53."name" as "name") object$54)
                    from "court" court$53
                    where court$53."code" = enforcement_case$47."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$72)
                    from (
                      select coalesce(json_agg(page$68."j$0" order by page$68."k$0", page$68."k$1"), '[]') as "nodes"
                      from (
                        select listing$55."published_on" as "k$0", listing$55.id as "k$1", (
                          select row_to_json(object$71)
                          from (
                            select case when listing$55."kind" in ('SX') then 'DishonestDebtorListing' when listing$55."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$55."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$55."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$70)
                                from (
                                  select court$69."name" as "name") object$70)
                              from "court" court$69
                              where court$69."code" = listing$55."court_code"
                              limit 1) as "court") object$71) as "j$0"
                        from "listing" listing$55
                        where listing$55."subject_id" = enforcement_case$47."subject_id" and listing$55."case_number" = enforcement_case$47."case_number" and ((listing$55."kind" in ('SX') and (((listing$55.state = 'PUBLISHED' and (listing$55.term_ends_on is null or listing$55.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$55.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$57.area_code
                          from subject rule$57
                          where rule$57.id = listing$55.subject_id), (
                          select rule$56.area_code
                          from court rule$56
                          where rule$56.code = listing$55.court_code)) ^@ any($2::text[]) or listing$55.court_code = any($3::text[]))) or (((listing$55.state in ('REMOVED', 'REVOKED') or (listing$55.state = 'PUBLISHED' and not (listing$55.state = 'PUBLISHED' and (listing$55.term_ends_on is null or listing$55.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$59.area_code
                          from subject rule$59
                          where rule$59.id = listing$55.subject_id), (
                          select rule$58.area_code
                          from court rule$58
                          where rule$58.code = listing$55.court_code)) ^@ any($2::text[]) or listing$55.court_code = any($3::text[]))))) or (listing$55."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$55.state = 'PUBLISHED' and (listing$55.term_ends_on is null or listing$55.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$55.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$61.area_code
                          from subject rule$61
                          where rule$61.id = listing$55.subject_id), (
                          select rule$60.area_code
                          from court rule$60
                          where rule$60.code = listing$55.court_code)) ^@ any($2::text[]) or listing$55.court_code = any($3::text[]))) or (((listing$55.state in ('REMOVED', 'REVOKED') or (listing$55.state = 'PUBLISHED' and not (listing$55.state = 'PUBLISHED' and (listing$55.term_ends_on is null or listing$55.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$63.area_code
                          from subject rule$63
                          where rule$63.id = listing$55.subject_id), (
                          select rule$62.area_code
                          from court rule$62
                          where rule$62.code = listing$55.court_code)) ^@ any($2::text[]) or listing$55.court_code = any($3::text[]))))) or (listing$55."kind" in ('SERIOUS_DISHONESTY') and (((listing$55.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$65.area_code
                          from subject rule$65
                          where rule$65.id = listing$55.subject_id), (
                          select rule$64.area_code
                          from court rule$64
                          where rule$64.code = listing$55.court_code)) ^@ any($2::text[]) or listing$55.court_code = any($3::text[]))) or (((listing$55.state in ('REMOVED', 'REVOKED') or (listing$55.state = 'PUBLISHED' and not (listing$55.state = 'PUBLISHED' and (listing$55.term_ends_on is null or listing$55.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$67.area_code
                          from subject rule$67
                          where rule$67.id = listing$55.subject_id), (
                          select rule$66.area_code
                          from court rule$66
                          where rule$66.code = listing$55.court_code)) ^@ any($2::text[]) or listing$55.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit $7::integer) page$68 having true) connection$72) as "listings", (
                    select case when subject$73."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$80)
                      from (
                        select case when (subject$73.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$74
                          where rule$74.subject_id = subject$73.id and (rule$74.court_code = any($3::text[]) or subject$73.area_code is null and rule$74.court_code = any(array(
                            select rule$75.code
                            from court rule$75
                            where rule$75.area_code ^@ any($2::text[]))))) or exists (
                          select
                          from listing rule$76
                          where rule$76.subject_id = subject$73.id and (rule$76.court_code = any($3::text[]) or subject$73.area_code is null and rule$76.court_code = any(array(
                            select rule$77.code
                            from court rule$77
                            where rule$77.area_code ^@ any($2::text[])))))) then subject$73."name" else case when char_length(subject$73."name") <= 1 then '*' when char_length(subject$73."name") = 2 then rpad(left(subject$73."name", 1), 2, '*') when position('·' in subject$73."name") > 0 then left(subject$73."name", 1) || '**' else left(subject$73."name", 1) || case char_length(subject$73."name") when 3 then '*' else '**' end || right(subject$73."name", 1) end end as "name", (
                          select row_to_json(connection$79)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$78
                              where enforcement_case$78."subject_id" = subject$73."id") as "totalCount") connection$79) as "cases") object$80) when subject$73."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$83)
                      from (
                        select subject$73."name" as "name", (
                          select row_to_json(connection$82)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$81
                              where enforcement_case$81."subject_id" = subject$73."id") as "totalCount") connection$82) as "cases") object$83) end
                    from "subject" subject$73
                    where subject$73."id" = enforcement_case$47."subject_id"
                    limit 1) as "subject") object$84) as "j$0"
              from "enforcement_case" enforcement_case$47
              where enforcement_case$47."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit $6::integer) page$48 having true) connection$85) as "cases") object$86) when subject$1."kind" in ('GOVERNMENT_BODY') then (
      select row_to_json(object$133)
      from (
        select subject$1."name" as "name", subject$1."government_kind" as "governmentKind", subject$1."superior_name" as "superiorName", (
          select case when subject$87."kind" in ('NATURAL_PERSON') then (
            select row_to_json(object$92)
            from (
              select case when (subject$87.area_code ^@ any($2::text[]) or exists (
                select
                from enforcement_case rule$88
                where rule$88.subject_id = subject$87.id and (rule$88.court_code = any($3::text[]) or subject$87.area_code is null and rule$88.court_code = any(array(
                  select rule$89.code
                  from court rule$89
                  where rule$89.area_code ^@ any($2::text[]))))) or exists (
                select
                from listing rule$90
                where rule$90.subject_id = subject$87.id and (rule$90.court_code = any($3::text[]) or subject$87.area_code is null and rule$90.court_code = any(array(
                  select rule$91.code
                  from court rule$91
                  where rule$91.area_code ^@ any($2::text[])))))) then subject$87."name" else case when char_length(subject$87."name") <= 1 then '*' when char_length(subject$87."name") = 2 then rpad(left(subject$87."name", 1), 2, '*') when position('·' in subject$87."name") > 0 then left(subject$87."name", 1) || '**' else left(subject$87."name", 1) || case char_length(subject$87."name") when 3 then '*' else '**' end || right(subject$87."name", 1) end end as "name") object$92) when subject$87."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
            select row_to_json(object$93)
            from (
              select subject$87."name" as "name") object$93) end
          from "subject" subject$87
          where subject$87."credit_code" = subject$1."superior_credit_code"
          limit 1) as "superior", (
          select row_to_json(connection$132)
          from (
            select coalesce(json_agg(page$95."j$0" order by page$95."k$0", page$95."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$94."case_number" as "k$0", enforcement_case$94.id as "k$1", (
                select row_to_json(object$131)
                from (
                  select enforcement_case$94."case_number" as "caseNumber", enforcement_case$94."filed_on" as "filedOn", enforcement_case$94."state" as "state", case when (coalesce((
                    select rule$97.area_code
                    from subject rule$97
                    where rule$97.id = enforcement_case$94.subject_id), (
                    select rule$96.area_code
                    from court rule$96
                    where rule$96.code = enforcement_case$94.court_code)) ^@ any($2::text[]) or enforcement_case$94.court_code = any($3::text[])) then enforcement_case$94."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$99.area_code
                    from subject rule$99
                    where rule$99.id = enforcement_case$94.subject_id), (
                    select rule$98.area_code
                    from court rule$98
                    where rule$98.code = enforcement_case$94.court_code)) ^@ any($2::text[]) or enforcement_case$94.court_code = any($3::text[])) then enforcement_case$94."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$101)
                      from (
                        select court$100."code" as "code", court$100."name" as "name") object$101)
                    from "court" court$100
                    where court$100."code" = enforcement_case$94."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$119)
                    from (
                      select coalesce(json_agg(page$115."j$0" order by page$115."k$0", page$115."k$1"), '[]') as "nodes"
                      from (
                        select listing$102."published_on" as "k$0", listing$102.id as "k$1", (
                          select row_to_json(object$118)
                          from (
                            select case when listing$102."kind" in ('SX') then 'DishonestDebtorListing' when listing$102."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$102."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$102."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$117)
                                from (
                                  select court$116."name" as "name") object$117)
                              from "court" court$116
                              where court$116."code" = listing$102."court_code"
                              limit 1) as "court") object$118) as "j$0"
                        from "listing" listing$102
                        where listing$102."subject_id" = enforcement_case$94."subject_id" and listing$102."case_number" = enforcement_case$94."case_number" and ((listing$102."kind" in ('SX') and (((listing$102.state = 'PUBLISHED' and (listing$102.term_ends_on is null or listing$102.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$102.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$104.area_code
                          from subject rule$104
                          where rule$104.id = listing$102.subject_id), (
                          select rule$103.area_code
                          from court rule$103
                          where rule$103.code = listing$102.court_code)) ^@ any($2::text[]) or listing$102.court_code = any($3::text[]))) or (((listing$102.state in ('REMOVED', 'REVOKED') or (listing$102.state = 'PUBLISHED' and not (listing$102.state = 'PUBLISHED' and (listing$102.term_ends_on is null or listing$102.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$106.area_code
                          from subject rule$106
                          where rule$106.id = listing$102.subject_id), (
                          select rule$105.area_code
                          from court rule$105
                          where rule$105.code = listing$102.court_code)) ^@ any($2::text[]) or listing$102.court_code = any($3::text[]))))) or (listing$102."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$102.state = 'PUBLISHED' and (listing$102.term_ends_on is null or listing$102.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$102.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$108.area_code
                          from subject rule$108
                          where rule$108.id = listing$102.subject_id), (
                          select rule$107.area_code
                          from court rule$107
                          where rule$107.code = listing$102.court_code)) ^@ any($2::text[]) or listing$102.court_code = any($3::text[]))) or (((listing$102.state in ('REMOVED', 'REVOKED') or (listing$102.state = 'PUBLISHED' and not (listing$102.state = 'PUBLISHED' and (listing$102.term_ends_on is null or listing$102.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$110.area_code
                          from subject rule$110
                          where rule$110.id = listing$102.subject_id), (
                          select rule$109.area_code
                          from court rule$109
                          where rule$109.code = listing$102.court_code)) ^@ any($2::text[]) or listing$102.court_code = any($3::text[]))))) or (listing$102."kind" in ('SERIOUS_DISHONESTY') and (((listing$102.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$112.area_code
                          from subject rule$112
                          where rule$112.id = listing$102.subject_id), (
                          select rule$111.area_code
                          from court rule$111
                          where rule$111.code = listing$102.court_code)) ^@ any($2::text[]) or listing$102.court_code = any($3::text[]))) or (((listing$102.state in ('REMOVED', 'REVOKED') or (listing$102.state = 'PUBLISHED' and not (listing$102.state = 'PUBLISHED' and (listing$102.term_ends_on is null or listing$102.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$114.area_code
                          from subject rule$114
                          where rule$114.id = listing$102.subject_id), (
                          select rule$113.area_code
                          from court rule$113
                          where rule$113.code = listing$102.court_code)) ^@ any($2::text[]) or listing$102.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit $9::integer) page$115 having true) connection$119) as "listings", (
                    select case when subject$120."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$127)
                      from (
                        select case when (subject$120.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$121
                          where rule$121.subject_id = subject$120.id and (rule$121.court_code = any($3::text[]) or subject$120.area_code is null and rule$121.court_code = any(array(
                            select rule$122.code
                            from court rule$122
                            where rule$122.area_code ^@ any($2::text[]))))) or exists (
                          select
                          from listing rule$123
                          where rule$123.subject_id = subject$120.id and (rule$123.court_code = any($3::text[]) or subject$120.area_code is null and rule$123.court_code = any(array(
                            select rule$124.code
                            from court rule$124
                            where rule$124.area_code ^@ any($2::text[])))))) then subject$120."name" else case when char_length(subject$120."name") <= 1 then '*' when char_length(subject$120."name") = 2 then rpad(left(subject$120."name", 1), 2, '*') when position('·' in subject$120."name") > 0 then left(subject$120."name", 1) || '**' else left(subject$120."name", 1) || case char_length(subject$120."name") when 3 then '*' else '**' end || right(subject$120."name", 1) end end as "name", (
                          select row_to_json(connection$126)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$125
                              where enforcement_case$125."subject_id" = subject$120."id") as "totalCount") connection$126) as "cases") object$127) when subject$120."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$130)
                      from (
                        select subject$120."name" as "name", (
                          select row_to_json(connection$129)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$128
                              where enforcement_case$128."subject_id" = subject$120."id") as "totalCount") connection$129) as "cases") object$130) end
                    from "subject" subject$120
                    where subject$120."id" = enforcement_case$94."subject_id"
                    limit 1) as "subject") object$131) as "j$0"
              from "enforcement_case" enforcement_case$94
              where enforcement_case$94."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit $8::integer) page$95 having true) connection$132) as "cases") object$133) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

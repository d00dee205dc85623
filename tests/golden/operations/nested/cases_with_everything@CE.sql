select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$42)
      from (
        select case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$3 join court rule$4 on rule$4.code = rule$3.court_code
          where rule$3.subject_id = subject$1.id and (rule$3.court_code = any($3::text[]) or subject$1.area_code is null and rule$4.area_code ^@ any($2::text[])))) then subject$1."name" else case when char_length(subject$1."name") <= 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", (
          select row_to_json(connection$41)
          from (
            select coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$5."case_number" as "k$0", enforcement_case$5.id as "k$1", (
                select row_to_json(object$40)
                from (
                  select enforcement_case$5."case_number" as "caseNumber", enforcement_case$5."filed_on" as "filedOn", enforcement_case$5."state" as "state", case when (coalesce((
                    select rule$8.area_code
                    from subject rule$8
                    where rule$8.id = enforcement_case$5.subject_id), (
                    select rule$7.area_code
                    from court rule$7
                    where rule$7.code = enforcement_case$5.court_code)) ^@ any($2::text[]) or enforcement_case$5.court_code = any($3::text[])) then enforcement_case$5."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$10.area_code
                    from subject rule$10
                    where rule$10.id = enforcement_case$5.subject_id), (
                    select rule$9.area_code
                    from court rule$9
                    where rule$9.code = enforcement_case$5.court_code)) ^@ any($2::text[]) or enforcement_case$5.court_code = any($3::text[])) then enforcement_case$5."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$12)
                      from (
                        select court$11."code" as "code", court$11."name" as "name") object$12)
                    from "court" court$11
                    where court$11."code" = enforcement_case$5."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$30)
                    from (
                      select coalesce(json_agg(page$26."j$0" order by page$26."k$0", page$26."k$1"), '[]') as "nodes"
                      from (
                        select listing$13."published_on" as "k$0", listing$13.id as "k$1", (
                          select row_to_json(object$29)
                          from (
                            select case when listing$13."kind" in ('SX') then 'DishonestDebtorListing' when listing$13."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$13."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$13."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$28)
                                from (
                                  select court$27."name" as "name") object$28)
                              from "court" court$27
                              where court$27."code" = listing$13."court_code"
                              limit 1) as "court") object$29) as "j$0"
                        from "listing" listing$13
                        where listing$13."subject_id" = enforcement_case$5."subject_id" and listing$13."case_number" = enforcement_case$5."case_number" and ((listing$13."kind" in ('SX') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
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
                          where rule$16.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))))) or (listing$13."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$19.area_code
                          from subject rule$19
                          where rule$19.id = listing$13.subject_id), (
                          select rule$18.area_code
                          from court rule$18
                          where rule$18.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$21.area_code
                          from subject rule$21
                          where rule$21.id = listing$13.subject_id), (
                          select rule$20.area_code
                          from court rule$20
                          where rule$20.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))))) or (listing$13."kind" in ('SERIOUS_DISHONESTY') and (((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$23.area_code
                          from subject rule$23
                          where rule$23.id = listing$13.subject_id), (
                          select rule$22.area_code
                          from court rule$22
                          where rule$22.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$25.area_code
                          from subject rule$25
                          where rule$25.id = listing$13.subject_id), (
                          select rule$24.area_code
                          from court rule$24
                          where rule$24.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit $5::integer) page$26 having true) connection$30) as "listings", (
                    select case when subject$31."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$36)
                      from (
                        select case when (subject$31.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$32 join court rule$33 on rule$33.code = rule$32.court_code
                          where rule$32.subject_id = subject$31.id and (rule$32.court_code = any($3::text[]) or subject$31.area_code is null and rule$33.area_code ^@ any($2::text[])))) then subject$31."name" else case when char_length(subject$31."name") <= 2 then rpad(left(subject$31."name", 1), 2, '*') when position('·' in subject$31."name") > 0 then left(subject$31."name", 1) || '**' else left(subject$31."name", 1) || case char_length(subject$31."name") when 3 then '*' else '**' end || right(subject$31."name", 1) end end as "name", (
                          select row_to_json(connection$35)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$34
                              where enforcement_case$34."subject_id" = subject$31."id") as "totalCount") connection$35) as "cases") object$36) when subject$31."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$39)
                      from (
                        select subject$31."name" as "name", (
                          select row_to_json(connection$38)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$37
                              where enforcement_case$37."subject_id" = subject$31."id") as "totalCount") connection$38) as "cases") object$39) end
                    from "subject" subject$31
                    where subject$31."id" = enforcement_case$5."subject_id"
                    limit 1) as "subject") object$40) as "j$0"
              from "enforcement_case" enforcement_case$5
              where enforcement_case$5."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit $4::integer) page$6 having true) connection$41) as "cases") object$42) when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then (
      select row_to_json(object$80)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$79)
          from (
            select coalesce(json_agg(page$44."j$0" order by page$44."k$0", page$44."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$43."case_number" as "k$0", enforcement_case$43.id as "k$1", (
                select row_to_json(object$78)
                from (
                  select enforcement_case$43."case_number" as "caseNumber", enforcement_case$43."filed_on" as "filedOn", enforcement_case$43."state" as "state", case when (coalesce((
                    select rule$46.area_code
                    from subject rule$46
                    where rule$46.id = enforcement_case$43.subject_id), (
                    select rule$45.area_code
                    from court rule$45
                    where rule$45.code = enforcement_case$43.court_code)) ^@ any($2::text[]) or enforcement_case$43.court_code = any($3::text[])) then enforcement_case$43."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$48.area_code
                    from subject rule$48
                    where rule$48.id = enforcement_case$43.subject_id), (
                    select rule$47.area_code
                    from court rule$47
                    where rule$47.code = enforcement_case$43.court_code)) ^@ any($2::text[]) or enforcement_case$43.court_code = any($3::text[])) then enforcement_case$43."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$50)
                      from (
                        select court$49."code" as "code", court$49."name" as "name") object$50)
                    from "court" court$49
                    where court$49."code" = enforcement_case$43."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$68)
                    from (
                      select coalesce(json_agg(page$64."j$0" order by page$64."k$0", page$64."k$1"), '[]') as "nodes"
                      from (
                        select listing$51."published_on" as "k$0", listing$51.id as "k$1", (
                          select row_to_json(object$67)
                          from (
                            select case when listing$51."kind" in ('SX') then 'DishonestDebtorListing' when listing$51."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$51."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$51."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$66)
                                from (
                                  select court$65."name" as "name") object$66)
                              from "court" court$65
                              where court$65."code" = listing$51."court_code"
                              limit 1) as "court") object$67) as "j$0"
                        from "listing" listing$51
                        where listing$51."subject_id" = enforcement_case$43."subject_id" and listing$51."case_number" = enforcement_case$43."case_number" and ((listing$51."kind" in ('SX') and (((listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$51.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$53.area_code
                          from subject rule$53
                          where rule$53.id = listing$51.subject_id), (
                          select rule$52.area_code
                          from court rule$52
                          where rule$52.code = listing$51.court_code)) ^@ any($2::text[]) or listing$51.court_code = any($3::text[]))) or (((listing$51.state in ('REMOVED', 'REVOKED') or (listing$51.state = 'PUBLISHED' and not (listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$55.area_code
                          from subject rule$55
                          where rule$55.id = listing$51.subject_id), (
                          select rule$54.area_code
                          from court rule$54
                          where rule$54.code = listing$51.court_code)) ^@ any($2::text[]) or listing$51.court_code = any($3::text[]))))) or (listing$51."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$51.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$57.area_code
                          from subject rule$57
                          where rule$57.id = listing$51.subject_id), (
                          select rule$56.area_code
                          from court rule$56
                          where rule$56.code = listing$51.court_code)) ^@ any($2::text[]) or listing$51.court_code = any($3::text[]))) or (((listing$51.state in ('REMOVED', 'REVOKED') or (listing$51.state = 'PUBLISHED' and not (listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$59.area_code
                          from subject rule$59
                          where rule$59.id = listing$51.subject_id), (
                          select rule$58.area_code
                          from court rule$58
                          where rule$58.code = listing$51.court_code)) ^@ any($2::text[]) or listing$51.court_code = any($3::text[]))))) or (listing$51."kind" in ('SERIOUS_DISHONESTY') and (((listing$51.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$61.area_code
                          from subject rule$61
                          where rule$61.id = listing$51.subject_id), (
                          select rule$60.area_code
                          from court rule$60
                          where rule$60.code = listing$51.court_code)) ^@ any($2::text[]) or listing$51.court_code = any($3::text[]))) or (((listing$51.state in ('REMOVED', 'REVOKED') or (listing$51.state = 'PUBLISHED' and not (listing$51.state = 'PUBLISHED' and (listing$51.term_ends_on is null or listing$51.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$63.area_code
                          from subject rule$63
                          where rule$63.id = listing$51.subject_id), (
                          select rule$62.area_code
                          from court rule$62
                          where rule$62.code = listing$51.court_code)) ^@ any($2::text[]) or listing$51.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit $7::integer) page$64 having true) connection$68) as "listings", (
                    select case when subject$69."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$74)
                      from (
                        select case when (subject$69.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$70 join court rule$71 on rule$71.code = rule$70.court_code
                          where rule$70.subject_id = subject$69.id and (rule$70.court_code = any($3::text[]) or subject$69.area_code is null and rule$71.area_code ^@ any($2::text[])))) then subject$69."name" else case when char_length(subject$69."name") <= 2 then rpad(left(subject$69."name", 1), 2, '*') when position('·' in subject$69."name") > 0 then left(subject$69."name", 1) || '**' else left(subject$69."name", 1) || case char_length(subject$69."name") when 3 then '*' else '**' end || right(subject$69."name", 1) end end as "name", (
                          select row_to_json(connection$73)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$72
                              where enforcement_case$72."subject_id" = subject$69."id") as "totalCount") connection$73) as "cases") object$74) when subject$69."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$77)
                      from (
                        select subject$69."name" as "name", (
                          select row_to_json(connection$76)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$75
                              where enforcement_case$75."subject_id" = subject$69."id") as "totalCount") connection$76) as "cases") object$77) end
                    from "subject" subject$69
                    where subject$69."id" = enforcement_case$43."subject_id"
                    limit 1) as "subject") object$78) as "j$0"
              from "enforcement_case" enforcement_case$43
              where enforcement_case$43."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit $6::integer) page$44 having true) connection$79) as "cases") object$80) when subject$1."kind" in ('GOVERNMENT_BODY') then (
      select row_to_json(object$123)
      from (
        select subject$1."name" as "name", subject$1."government_kind" as "governmentKind", subject$1."superior_name" as "superiorName", (
          select case when subject$81."kind" in ('NATURAL_PERSON') then (
            select row_to_json(object$84)
            from (
              select case when (subject$81.area_code ^@ any($2::text[]) or exists (
                select
                from enforcement_case rule$82 join court rule$83 on rule$83.code = rule$82.court_code
                where rule$82.subject_id = subject$81.id and (rule$82.court_code = any($3::text[]) or subject$81.area_code is null and rule$83.area_code ^@ any($2::text[])))) then subject$81."name" else case when char_length(subject$81."name") <= 2 then rpad(left(subject$81."name", 1), 2, '*') when position('·' in subject$81."name") > 0 then left(subject$81."name", 1) || '**' else left(subject$81."name", 1) || case char_length(subject$81."name") when 3 then '*' else '**' end || right(subject$81."name", 1) end end as "name") object$84) when subject$81."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
            select row_to_json(object$85)
            from (
              select subject$81."name" as "name") object$85) end
          from "subject" subject$81
          where subject$81."credit_code" = subject$1."superior_credit_code"
          limit 1) as "superior", (
          select row_to_json(connection$122)
          from (
            select coalesce(json_agg(page$87."j$0" order by page$87."k$0", page$87."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$86."case_number" as "k$0", enforcement_case$86.id as "k$1", (
                select row_to_json(object$121)
                from (
                  select enforcement_case$86."case_number" as "caseNumber", enforcement_case$86."filed_on" as "filedOn", enforcement_case$86."state" as "state", case when (coalesce((
                    select rule$89.area_code
                    from subject rule$89
                    where rule$89.id = enforcement_case$86.subject_id), (
                    select rule$88.area_code
                    from court rule$88
                    where rule$88.code = enforcement_case$86.court_code)) ^@ any($2::text[]) or enforcement_case$86.court_code = any($3::text[])) then enforcement_case$86."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$91.area_code
                    from subject rule$91
                    where rule$91.id = enforcement_case$86.subject_id), (
                    select rule$90.area_code
                    from court rule$90
                    where rule$90.code = enforcement_case$86.court_code)) ^@ any($2::text[]) or enforcement_case$86.court_code = any($3::text[])) then enforcement_case$86."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$93)
                      from (
                        select court$92."code" as "code", court$92."name" as "name") object$93)
                    from "court" court$92
                    where court$92."code" = enforcement_case$86."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$111)
                    from (
                      select coalesce(json_agg(page$107."j$0" order by page$107."k$0", page$107."k$1"), '[]') as "nodes"
                      from (
                        select listing$94."published_on" as "k$0", listing$94.id as "k$1", (
                          select row_to_json(object$110)
                          from (
                            select case when listing$94."kind" in ('SX') then 'DishonestDebtorListing' when listing$94."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$94."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$94."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$109)
                                from (
                                  select court$108."name" as "name") object$109)
                              from "court" court$108
                              where court$108."code" = listing$94."court_code"
                              limit 1) as "court") object$110) as "j$0"
                        from "listing" listing$94
                        where listing$94."subject_id" = enforcement_case$86."subject_id" and listing$94."case_number" = enforcement_case$86."case_number" and ((listing$94."kind" in ('SX') and (((listing$94.state = 'PUBLISHED' and (listing$94.term_ends_on is null or listing$94.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$94.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$96.area_code
                          from subject rule$96
                          where rule$96.id = listing$94.subject_id), (
                          select rule$95.area_code
                          from court rule$95
                          where rule$95.code = listing$94.court_code)) ^@ any($2::text[]) or listing$94.court_code = any($3::text[]))) or (((listing$94.state in ('REMOVED', 'REVOKED') or (listing$94.state = 'PUBLISHED' and not (listing$94.state = 'PUBLISHED' and (listing$94.term_ends_on is null or listing$94.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$98.area_code
                          from subject rule$98
                          where rule$98.id = listing$94.subject_id), (
                          select rule$97.area_code
                          from court rule$97
                          where rule$97.code = listing$94.court_code)) ^@ any($2::text[]) or listing$94.court_code = any($3::text[]))))) or (listing$94."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$94.state = 'PUBLISHED' and (listing$94.term_ends_on is null or listing$94.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$94.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$100.area_code
                          from subject rule$100
                          where rule$100.id = listing$94.subject_id), (
                          select rule$99.area_code
                          from court rule$99
                          where rule$99.code = listing$94.court_code)) ^@ any($2::text[]) or listing$94.court_code = any($3::text[]))) or (((listing$94.state in ('REMOVED', 'REVOKED') or (listing$94.state = 'PUBLISHED' and not (listing$94.state = 'PUBLISHED' and (listing$94.term_ends_on is null or listing$94.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$102.area_code
                          from subject rule$102
                          where rule$102.id = listing$94.subject_id), (
                          select rule$101.area_code
                          from court rule$101
                          where rule$101.code = listing$94.court_code)) ^@ any($2::text[]) or listing$94.court_code = any($3::text[]))))) or (listing$94."kind" in ('SERIOUS_DISHONESTY') and (((listing$94.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$104.area_code
                          from subject rule$104
                          where rule$104.id = listing$94.subject_id), (
                          select rule$103.area_code
                          from court rule$103
                          where rule$103.code = listing$94.court_code)) ^@ any($2::text[]) or listing$94.court_code = any($3::text[]))) or (((listing$94.state in ('REMOVED', 'REVOKED') or (listing$94.state = 'PUBLISHED' and not (listing$94.state = 'PUBLISHED' and (listing$94.term_ends_on is null or listing$94.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$106.area_code
                          from subject rule$106
                          where rule$106.id = listing$94.subject_id), (
                          select rule$105.area_code
                          from court rule$105
                          where rule$105.code = listing$94.court_code)) ^@ any($2::text[]) or listing$94.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit $9::integer) page$107 having true) connection$111) as "listings", (
                    select case when subject$112."kind" in ('NATURAL_PERSON') then (
                      select row_to_json(object$117)
                      from (
                        select case when (subject$112.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$113 join court rule$114 on rule$114.code = rule$113.court_code
                          where rule$113.subject_id = subject$112.id and (rule$113.court_code = any($3::text[]) or subject$112.area_code is null and rule$114.area_code ^@ any($2::text[])))) then subject$112."name" else case when char_length(subject$112."name") <= 2 then rpad(left(subject$112."name", 1), 2, '*') when position('·' in subject$112."name") > 0 then left(subject$112."name", 1) || '**' else left(subject$112."name", 1) || case char_length(subject$112."name") when 3 then '*' else '**' end || right(subject$112."name", 1) end end as "name", (
                          select row_to_json(connection$116)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$115
                              where enforcement_case$115."subject_id" = subject$112."id") as "totalCount") connection$116) as "cases") object$117) when subject$112."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                      select row_to_json(object$120)
                      from (
                        select subject$112."name" as "name", (
                          select row_to_json(connection$119)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$118
                              where enforcement_case$118."subject_id" = subject$112."id") as "totalCount") connection$119) as "cases") object$120) end
                    from "subject" subject$112
                    where subject$112."id" = enforcement_case$86."subject_id"
                    limit 1) as "subject") object$121) as "j$0"
              from "enforcement_case" enforcement_case$86
              where enforcement_case$86."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit $8::integer) page$87 having true) connection$122) as "cases") object$123) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON', 'ENTERPRISE', 'OTHER_ORGANISATION') then (
      select row_to_json(object$47)
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
            from unnest($2::text[]) rule$8(code) join court rule$6 on rule$6.area_code between rule$8.code and rule$8.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then subject$1."name" end as "name", (
          select row_to_json(connection$46)
          from (
            select coalesce(json_agg(page$10."j$0" order by page$10."k$0", page$10."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$9."case_number" as "k$0", enforcement_case$9.id as "k$1", (
                select row_to_json(object$45)
                from (
                  select enforcement_case$9."case_number" as "caseNumber", enforcement_case$9."filed_on" as "filedOn", enforcement_case$9."state" as "state", case when (coalesce((
                    select rule$12.area_code
                    from subject rule$12
                    where rule$12.id = enforcement_case$9.subject_id), (
                    select rule$11.area_code
                    from court rule$11
                    where rule$11.code = enforcement_case$9.court_code)) ^@ any($2::text[]) or enforcement_case$9.court_code = any($3::text[])) then enforcement_case$9."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$14.area_code
                    from subject rule$14
                    where rule$14.id = enforcement_case$9.subject_id), (
                    select rule$13.area_code
                    from court rule$13
                    where rule$13.code = enforcement_case$9.court_code)) ^@ any($2::text[]) or enforcement_case$9.court_code = any($3::text[])) then enforcement_case$9."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$16)
                      from (
                        select court$15."code" as "code", court$15."name" as "name") object$16)
                    from "court" court$15
                    where court$15."code" = enforcement_case$9."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$34)
                    from (
                      select coalesce(json_agg(page$30."j$0" order by page$30."k$0", page$30."k$1"), '[]') as "nodes"
                      from (
                        select listing$17."published_on" as "k$0", listing$17.id as "k$1", (
                          select row_to_json(object$33)
                          from (
                            select case when listing$17."kind" in ('SX') then 'DishonestDebtorListing' when listing$17."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$17."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$17."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$32)
                                from (
                                  select court$31."name" as "name") object$32)
                              from "court" court$31
                              where court$31."code" = listing$17."court_code"
                              limit 1) as "court") object$33) as "j$0"
                        from "listing" listing$17
                        where listing$17."subject_id" = enforcement_case$9."subject_id" and listing$17."case_number" = enforcement_case$9."case_number" and ((listing$17."kind" in ('SX') and (((listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$17.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$19.area_code
                          from subject rule$19
                          where rule$19.id = listing$17.subject_id), (
                          select rule$18.area_code
                          from court rule$18
                          where rule$18.code = listing$17.court_code)) ^@ any($2::text[]) or listing$17.court_code = any($3::text[]))) or (((listing$17.state in ('REMOVED', 'REVOKED') or (listing$17.state = 'PUBLISHED' and not (listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$21.area_code
                          from subject rule$21
                          where rule$21.id = listing$17.subject_id), (
                          select rule$20.area_code
                          from court rule$20
                          where rule$20.code = listing$17.court_code)) ^@ any($2::text[]) or listing$17.court_code = any($3::text[]))))) or (listing$17."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$17.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$23.area_code
                          from subject rule$23
                          where rule$23.id = listing$17.subject_id), (
                          select rule$22.area_code
                          from court rule$22
                          where rule$22.code = listing$17.court_code)) ^@ any($2::text[]) or listing$17.court_code = any($3::text[]))) or (((listing$17.state in ('REMOVED', 'REVOKED') or (listing$17.state = 'PUBLISHED' and not (listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$25.area_code
                          from subject rule$25
                          where rule$25.id = listing$17.subject_id), (
                          select rule$24.area_code
                          from court rule$24
                          where rule$24.code = listing$17.court_code)) ^@ any($2::text[]) or listing$17.court_code = any($3::text[]))))) or (listing$17."kind" in ('SERIOUS_DISHONESTY') and (((listing$17.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$27.area_code
                          from subject rule$27
                          where rule$27.id = listing$17.subject_id), (
                          select rule$26.area_code
                          from court rule$26
                          where rule$26.code = listing$17.court_code)) ^@ any($2::text[]) or listing$17.court_code = any($3::text[]))) or (((listing$17.state in ('REMOVED', 'REVOKED') or (listing$17.state = 'PUBLISHED' and not (listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$29.area_code
                          from subject rule$29
                          where rule$29.id = listing$17.subject_id), (
                          select rule$28.area_code
                          from court rule$28
                          where rule$28.code = listing$17.court_code)) ^@ any($2::text[]) or listing$17.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit 20) page$30 having true) connection$34) as "listings", (
                    select (
                      select row_to_json(object$44)
                      from (
                        select case when subject$35."kind" in ('NATURAL_PERSON') then case when (subject$35.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$36
                          where rule$36.subject_id = subject$35.id and (rule$36.court_code = any($3::text[]) or subject$35.area_code is null and rule$36.court_code = any(array(
                            select rule$37.code
                            from unnest($2::text[]) rule$40(code) join court rule$37 on rule$37.area_code between rule$40.code and rule$40.code || '~')))) or exists (
                          select
                          from listing rule$38
                          where rule$38.subject_id = subject$35.id and (rule$38.court_code = any($3::text[]) or subject$35.area_code is null and rule$38.court_code = any(array(
                            select rule$39.code
                            from unnest($2::text[]) rule$41(code) join court rule$39 on rule$39.area_code between rule$41.code and rule$41.code || '~'))))) then subject$35."name" else case when char_length(subject$35."name") <= 1 then '*' when char_length(subject$35."name") = 2 then rpad(left(subject$35."name", 1), 2, '*') when position('·' in subject$35."name") > 0 then left(subject$35."name", 1) || '**' else left(subject$35."name", 1) || case char_length(subject$35."name") when 3 then '*' else '**' end || right(subject$35."name", 1) end end when subject$35."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$35."name" end as "name", (
                          select row_to_json(connection$43)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$42
                              where enforcement_case$42."subject_id" = subject$35."id") as "totalCount") connection$43) as "cases") object$44)
                    from "subject" subject$35
                    where subject$35."id" = enforcement_case$9."subject_id"
                    limit 1) as "subject") object$45) as "j$0"
              from "enforcement_case" enforcement_case$9
              where enforcement_case$9."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit 20) page$10 having true) connection$46) as "cases") object$47) when subject$1."kind" in ('GOVERNMENT_BODY') then (
      select row_to_json(object$94)
      from (
        select subject$1."name" as "name", subject$1."government_kind" as "governmentKind", subject$1."superior_name" as "superiorName", (
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
          limit 1) as "superior", (
          select row_to_json(connection$93)
          from (
            select coalesce(json_agg(page$57."j$0" order by page$57."k$0", page$57."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$56."case_number" as "k$0", enforcement_case$56.id as "k$1", (
                select row_to_json(object$92)
                from (
                  select enforcement_case$56."case_number" as "caseNumber", enforcement_case$56."filed_on" as "filedOn", enforcement_case$56."state" as "state", case when (coalesce((
                    select rule$59.area_code
                    from subject rule$59
                    where rule$59.id = enforcement_case$56.subject_id), (
                    select rule$58.area_code
                    from court rule$58
                    where rule$58.code = enforcement_case$56.court_code)) ^@ any($2::text[]) or enforcement_case$56.court_code = any($3::text[])) then enforcement_case$56."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                    select rule$61.area_code
                    from subject rule$61
                    where rule$61.id = enforcement_case$56.subject_id), (
                    select rule$60.area_code
                    from court rule$60
                    where rule$60.code = enforcement_case$56.court_code)) ^@ any($2::text[]) or enforcement_case$56.court_code = any($3::text[])) then enforcement_case$56."amount_unrecovered"::text else null end as "amountUnrecovered", (
                    select (
                      select row_to_json(object$63)
                      from (
                        select court$62."code" as "code", court$62."name" as "name") object$63)
                    from "court" court$62
                    where court$62."code" = enforcement_case$56."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$81)
                    from (
                      select coalesce(json_agg(page$77."j$0" order by page$77."k$0", page$77."k$1"), '[]') as "nodes"
                      from (
                        select listing$64."published_on" as "k$0", listing$64.id as "k$1", (
                          select row_to_json(object$80)
                          from (
                            select case when listing$64."kind" in ('SX') then 'DishonestDebtorListing' when listing$64."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$64."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$64."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$79)
                                from (
                                  select court$78."name" as "name") object$79)
                              from "court" court$78
                              where court$78."code" = listing$64."court_code"
                              limit 1) as "court") object$80) as "j$0"
                        from "listing" listing$64
                        where listing$64."subject_id" = enforcement_case$56."subject_id" and listing$64."case_number" = enforcement_case$56."case_number" and ((listing$64."kind" in ('SX') and (((listing$64.state = 'PUBLISHED' and (listing$64.term_ends_on is null or listing$64.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$64.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$66.area_code
                          from subject rule$66
                          where rule$66.id = listing$64.subject_id), (
                          select rule$65.area_code
                          from court rule$65
                          where rule$65.code = listing$64.court_code)) ^@ any($2::text[]) or listing$64.court_code = any($3::text[]))) or (((listing$64.state in ('REMOVED', 'REVOKED') or (listing$64.state = 'PUBLISHED' and not (listing$64.state = 'PUBLISHED' and (listing$64.term_ends_on is null or listing$64.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$68.area_code
                          from subject rule$68
                          where rule$68.id = listing$64.subject_id), (
                          select rule$67.area_code
                          from court rule$67
                          where rule$67.code = listing$64.court_code)) ^@ any($2::text[]) or listing$64.court_code = any($3::text[]))))) or (listing$64."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$64.state = 'PUBLISHED' and (listing$64.term_ends_on is null or listing$64.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$64.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$70.area_code
                          from subject rule$70
                          where rule$70.id = listing$64.subject_id), (
                          select rule$69.area_code
                          from court rule$69
                          where rule$69.code = listing$64.court_code)) ^@ any($2::text[]) or listing$64.court_code = any($3::text[]))) or (((listing$64.state in ('REMOVED', 'REVOKED') or (listing$64.state = 'PUBLISHED' and not (listing$64.state = 'PUBLISHED' and (listing$64.term_ends_on is null or listing$64.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$72.area_code
                          from subject rule$72
                          where rule$72.id = listing$64.subject_id), (
                          select rule$71.area_code
                          from court rule$71
                          where rule$71.code = listing$64.court_code)) ^@ any($2::text[]) or listing$64.court_code = any($3::text[]))))) or (listing$64."kind" in ('SERIOUS_DISHONESTY') and (((listing$64.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                          select rule$74.area_code
                          from subject rule$74
                          where rule$74.id = listing$64.subject_id), (
                          select rule$73.area_code
                          from court rule$73
                          where rule$73.code = listing$64.court_code)) ^@ any($2::text[]) or listing$64.court_code = any($3::text[]))) or (((listing$64.state in ('REMOVED', 'REVOKED') or (listing$64.state = 'PUBLISHED' and not (listing$64.state = 'PUBLISHED' and (listing$64.term_ends_on is null or listing$64.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                          select rule$76.area_code
                          from subject rule$76
                          where rule$76.id = listing$64.subject_id), (
                          select rule$75.area_code
                          from court rule$75
                          where rule$75.code = listing$64.court_code)) ^@ any($2::text[]) or listing$64.court_code = any($3::text[])))))) and true
                        order by "k$0", "k$1"
                        limit 20) page$77 having true) connection$81) as "listings", (
                    select (
                      select row_to_json(object$91)
                      from (
                        select case when subject$82."kind" in ('NATURAL_PERSON') then case when (subject$82.area_code ^@ any($2::text[]) or exists (
                          select
                          from enforcement_case rule$83
                          where rule$83.subject_id = subject$82.id and (rule$83.court_code = any($3::text[]) or subject$82.area_code is null and rule$83.court_code = any(array(
                            select rule$84.code
                            from unnest($2::text[]) rule$87(code) join court rule$84 on rule$84.area_code between rule$87.code and rule$87.code || '~')))) or exists (
                          select
                          from listing rule$85
                          where rule$85.subject_id = subject$82.id and (rule$85.court_code = any($3::text[]) or subject$82.area_code is null and rule$85.court_code = any(array(
                            select rule$86.code
                            from unnest($2::text[]) rule$88(code) join court rule$86 on rule$86.area_code between rule$88.code and rule$88.code || '~'))))) then subject$82."name" else case when char_length(subject$82."name") <= 1 then '*' when char_length(subject$82."name") = 2 then rpad(left(subject$82."name", 1), 2, '*') when position('·' in subject$82."name") > 0 then left(subject$82."name", 1) || '**' else left(subject$82."name", 1) || case char_length(subject$82."name") when 3 then '*' else '**' end || right(subject$82."name", 1) end end when subject$82."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$82."name" end as "name", (
                          select row_to_json(connection$90)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$89
                              where enforcement_case$89."subject_id" = subject$82."id") as "totalCount") connection$90) as "cases") object$91)
                    from "subject" subject$82
                    where subject$82."id" = enforcement_case$56."subject_id"
                    limit 1) as "subject") object$92) as "j$0"
              from "enforcement_case" enforcement_case$56
              where enforcement_case$56."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit 20) page$57 having true) connection$93) as "cases") object$94) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

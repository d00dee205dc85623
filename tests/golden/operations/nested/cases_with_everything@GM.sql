select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then (
      select row_to_json(object$32)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$31)
          from (
            select coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]') as "nodes"
            from (
              select case when (exists (
                select
                from subject rule$30
                where rule$30.id = enforcement_case$3.subject_id and rule$30.kind = 'GOVERNMENT_BODY')) then enforcement_case$3."case_number" end as "k$0", enforcement_case$3.id as "k$1", (
                select row_to_json(object$29)
                from (
                  select enforcement_case$3."case_number" as "caseNumber", enforcement_case$3."filed_on" as "filedOn", enforcement_case$3."state" as "state", enforcement_case$3."amount_applied"::text as "amountApplied", enforcement_case$3."amount_unrecovered"::text as "amountUnrecovered", (
                    select (
                      select row_to_json(object$7)
                      from (
                        select court$6."code" as "code", court$6."name" as "name") object$7)
                    from "court" court$6
                    where court$6."code" = enforcement_case$3."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$23)
                    from (
                      select coalesce(json_agg(page$15."j$0" order by page$15."k$0", page$15."k$1"), '[]') as "nodes"
                      from (
                        select listing$8."published_on" as "k$0", listing$8.id as "k$1", case when listing$8."kind" in ('SX') then (
                          select row_to_json(object$19)
                          from (
                            select 'DishonestDebtorListing'::text as "__typename", listing$8."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$18)
                                from (
                                  select court$16."name" as "name") object$18)
                              from "court" court$16
                              where court$16."code" = listing$8."court_code" and (exists (
                                select
                                from subject rule$17
                                where rule$17.id = listing$8.subject_id and rule$17.kind = 'GOVERNMENT_BODY'))
                              limit 1) as "court") object$19) when listing$8."kind" in ('CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY') then (
                          select row_to_json(object$22)
                          from (
                            select case when listing$8."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$8."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$8."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$21)
                                from (
                                  select court$20."name" as "name") object$21)
                              from "court" court$20
                              where court$20."code" = listing$8."court_code"
                              limit 1) as "court") object$22) end as "j$0"
                        from "listing" listing$8
                        where listing$8."subject_id" = enforcement_case$3."subject_id" and listing$8."case_number" = enforcement_case$3."case_number" and ((listing$8."kind" in ('SX') and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$9
                          where rule$9.id = listing$8.subject_id and rule$9.kind = 'GOVERNMENT_BODY'))) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$10
                          where rule$10.id = listing$8.subject_id and rule$10.kind = 'GOVERNMENT_BODY'))))) or (listing$8."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$11
                          where rule$11.id = listing$8.subject_id and rule$11.kind = 'GOVERNMENT_BODY'))) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$12
                          where rule$12.id = listing$8.subject_id and rule$12.kind = 'GOVERNMENT_BODY'))))) or (listing$8."kind" in ('SERIOUS_DISHONESTY') and (((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$13
                          where rule$13.id = listing$8.subject_id and rule$13.kind = 'GOVERNMENT_BODY'))) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$14
                          where rule$14.id = listing$8.subject_id and rule$14.kind = 'GOVERNMENT_BODY')))))) and true
                        order by "k$0", "k$1"
                        limit $3::integer) page$15 having true) connection$23) as "listings", (
                    select (
                      select row_to_json(object$28)
                      from (
                        select subject$24."name" as "name", (
                          select row_to_json(connection$27)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$25
                              where enforcement_case$25."subject_id" = subject$24."id" and (((exists (
                                select
                                from subject rule$26
                                where rule$26.id = enforcement_case$25.subject_id and rule$26.kind = 'GOVERNMENT_BODY'))))) as "totalCount") connection$27) as "cases") object$28)
                    from "subject" subject$24
                    where subject$24."id" = enforcement_case$3."subject_id" and subject$24."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
                    limit 1) as "subject") object$29) as "j$0"
              from "enforcement_case" enforcement_case$3
              where enforcement_case$3."subject_id" = subject$1."id" and (((exists (
                select
                from subject rule$4
                where rule$4.id = enforcement_case$3.subject_id and rule$4.kind = 'GOVERNMENT_BODY')))) and true
              order by "k$0", "k$1"
              limit $2::integer) page$5 having true) connection$31) as "cases") object$32) when subject$1."kind" in ('GOVERNMENT_BODY') then (
      select row_to_json(object$64)
      from (
        select subject$1."name" as "name", subject$1."government_kind" as "governmentKind", subject$1."superior_name" as "superiorName", (
          select (
            select row_to_json(object$34)
            from (
              select subject$33."name" as "name") object$34)
          from "subject" subject$33
          where subject$33."credit_code" = subject$1."superior_credit_code" and subject$33."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
          limit 1) as "superior", (
          select row_to_json(connection$63)
          from (
            select coalesce(json_agg(page$37."j$0" order by page$37."k$0", page$37."k$1"), '[]') as "nodes"
            from (
              select case when (exists (
                select
                from subject rule$62
                where rule$62.id = enforcement_case$35.subject_id and rule$62.kind = 'GOVERNMENT_BODY')) then enforcement_case$35."case_number" end as "k$0", enforcement_case$35.id as "k$1", (
                select row_to_json(object$61)
                from (
                  select enforcement_case$35."case_number" as "caseNumber", enforcement_case$35."filed_on" as "filedOn", enforcement_case$35."state" as "state", enforcement_case$35."amount_applied"::text as "amountApplied", enforcement_case$35."amount_unrecovered"::text as "amountUnrecovered", (
                    select (
                      select row_to_json(object$39)
                      from (
                        select court$38."code" as "code", court$38."name" as "name") object$39)
                    from "court" court$38
                    where court$38."code" = enforcement_case$35."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$55)
                    from (
                      select coalesce(json_agg(page$47."j$0" order by page$47."k$0", page$47."k$1"), '[]') as "nodes"
                      from (
                        select listing$40."published_on" as "k$0", listing$40.id as "k$1", case when listing$40."kind" in ('SX') then (
                          select row_to_json(object$51)
                          from (
                            select 'DishonestDebtorListing'::text as "__typename", listing$40."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$50)
                                from (
                                  select court$48."name" as "name") object$50)
                              from "court" court$48
                              where court$48."code" = listing$40."court_code" and (exists (
                                select
                                from subject rule$49
                                where rule$49.id = listing$40.subject_id and rule$49.kind = 'GOVERNMENT_BODY'))
                              limit 1) as "court") object$51) when listing$40."kind" in ('CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY') then (
                          select row_to_json(object$54)
                          from (
                            select case when listing$40."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$40."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$40."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$53)
                                from (
                                  select court$52."name" as "name") object$53)
                              from "court" court$52
                              where court$52."code" = listing$40."court_code"
                              limit 1) as "court") object$54) end as "j$0"
                        from "listing" listing$40
                        where listing$40."subject_id" = enforcement_case$35."subject_id" and listing$40."case_number" = enforcement_case$35."case_number" and ((listing$40."kind" in ('SX') and (((listing$40.state = 'PUBLISHED' and (listing$40.term_ends_on is null or listing$40.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$40.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$41
                          where rule$41.id = listing$40.subject_id and rule$41.kind = 'GOVERNMENT_BODY'))) or (((listing$40.state in ('REMOVED', 'REVOKED') or (listing$40.state = 'PUBLISHED' and not (listing$40.state = 'PUBLISHED' and (listing$40.term_ends_on is null or listing$40.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$42
                          where rule$42.id = listing$40.subject_id and rule$42.kind = 'GOVERNMENT_BODY'))))) or (listing$40."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$40.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$43
                          where rule$43.id = listing$40.subject_id and rule$43.kind = 'GOVERNMENT_BODY'))) or (((listing$40.state in ('REMOVED', 'REVOKED') or (listing$40.state = 'PUBLISHED' and not (listing$40.state = 'PUBLISHED' and (listing$40.term_ends_on is null or listing$40.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$44
                          where rule$44.id = listing$40.subject_id and rule$44.kind = 'GOVERNMENT_BODY'))))) or (listing$40."kind" in ('SERIOUS_DISHONESTY') and (((listing$40.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$45
                          where rule$45.id = listing$40.subject_id and rule$45.kind = 'GOVERNMENT_BODY'))) or (((listing$40.state in ('REMOVED', 'REVOKED') or (listing$40.state = 'PUBLISHED' and not (listing$40.state = 'PUBLISHED' and (listing$40.term_ends_on is null or listing$40.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$46
                          where rule$46.id = listing$40.subject_id and rule$46.kind = 'GOVERNMENT_BODY')))))) and true
                        order by "k$0", "k$1"
                        limit $5::integer) page$47 having true) connection$55) as "listings", (
                    select (
                      select row_to_json(object$60)
                      from (
                        select subject$56."name" as "name", (
                          select row_to_json(connection$59)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$57
                              where enforcement_case$57."subject_id" = subject$56."id" and (((exists (
                                select
                                from subject rule$58
                                where rule$58.id = enforcement_case$57.subject_id and rule$58.kind = 'GOVERNMENT_BODY'))))) as "totalCount") connection$59) as "cases") object$60)
                    from "subject" subject$56
                    where subject$56."id" = enforcement_case$35."subject_id" and subject$56."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
                    limit 1) as "subject") object$61) as "j$0"
              from "enforcement_case" enforcement_case$35
              where enforcement_case$35."subject_id" = subject$1."id" and (((exists (
                select
                from subject rule$36
                where rule$36.id = enforcement_case$35.subject_id and rule$36.kind = 'GOVERNMENT_BODY')))) and true
              order by "k$0", "k$1"
              limit $4::integer) page$37 having true) connection$63) as "cases") object$64) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
    limit 1) as "subject") answer$

select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then (
      select row_to_json(object$31)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$30)
          from (
            select coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]') as "nodes"
            from (
              select case when (exists (
                select
                from subject rule$29
                where rule$29.id = enforcement_case$3.subject_id and rule$29.kind = 'GOVERNMENT_BODY')) then enforcement_case$3."case_number" end as "k$0", enforcement_case$3.id as "k$1", (
                select row_to_json(object$28)
                from (
                  select enforcement_case$3."case_number" as "caseNumber", enforcement_case$3."filed_on" as "filedOn", enforcement_case$3."state" as "state", enforcement_case$3."amount_applied"::text as "amountApplied", enforcement_case$3."amount_unrecovered"::text as "amountUnrecovered", (
                    select (
                      select row_to_json(object$7)
                      from (
                        select court$6."code" as "code", court$6."name" as "name") object$7)
                    from "court" court$6
                    where court$6."code" = enforcement_case$3."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$22)
                    from (
                      select coalesce(json_agg(page$15."j$0" order by page$15."k$0", page$15."k$1"), '[]') as "nodes"
                      from (
                        select listing$8."published_on" as "k$0", listing$8.id as "k$1", (
                          select row_to_json(object$21)
                          from (
                            select case when listing$8."kind" in ('SX') then 'DishonestDebtorListing' when listing$8."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$8."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$8."published_on" as "publishedOn", case when listing$8."kind" in ('SX') then (
                              select (
                                select row_to_json(object$18)
                                from (
                                  select court$16."name" as "name") object$18)
                              from "court" court$16
                              where court$16."code" = listing$8."court_code" and (exists (
                                select
                                from subject rule$17
                                where rule$17.id = listing$8.subject_id and rule$17.kind = 'GOVERNMENT_BODY'))
                              limit 1) when listing$8."kind" in ('CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY') then (
                              select (
                                select row_to_json(object$20)
                                from (
                                  select court$19."name" as "name") object$20)
                              from "court" court$19
                              where court$19."code" = listing$8."court_code"
                              limit 1) end as "court") object$21) as "j$0"
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
                        limit 20) page$15 having true) connection$22) as "listings", (
                    select (
                      select row_to_json(object$27)
                      from (
                        select subject$23."name" as "name", (
                          select row_to_json(connection$26)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$24
                              where enforcement_case$24."subject_id" = subject$23."id" and (((exists (
                                select
                                from subject rule$25
                                where rule$25.id = enforcement_case$24.subject_id and rule$25.kind = 'GOVERNMENT_BODY'))))) as "totalCount") connection$26) as "cases") object$27)
                    from "subject" subject$23
                    where subject$23."id" = enforcement_case$3."subject_id" and subject$23."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
                    limit 1) as "subject") object$28) as "j$0"
              from "enforcement_case" enforcement_case$3
              where enforcement_case$3."subject_id" = subject$1."id" and (((exists (
                select
                from subject rule$4
                where rule$4.id = enforcement_case$3.subject_id and rule$4.kind = 'GOVERNMENT_BODY')))) and true
              order by "k$0", "k$1"
              limit 20) page$5 having true) connection$30) as "cases") object$31) when subject$1."kind" in ('GOVERNMENT_BODY') then (
      select row_to_json(object$62)
      from (
        select subject$1."name" as "name", subject$1."government_kind" as "governmentKind", subject$1."superior_name" as "superiorName", (
          select (
            select row_to_json(object$33)
            from (
              select subject$32."name" as "name") object$33)
          from "subject" subject$32
          where subject$32."credit_code" = subject$1."superior_credit_code" and subject$32."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
          limit 1) as "superior", (
          select row_to_json(connection$61)
          from (
            select coalesce(json_agg(page$36."j$0" order by page$36."k$0", page$36."k$1"), '[]') as "nodes"
            from (
              select case when (exists (
                select
                from subject rule$60
                where rule$60.id = enforcement_case$34.subject_id and rule$60.kind = 'GOVERNMENT_BODY')) then enforcement_case$34."case_number" end as "k$0", enforcement_case$34.id as "k$1", (
                select row_to_json(object$59)
                from (
                  select enforcement_case$34."case_number" as "caseNumber", enforcement_case$34."filed_on" as "filedOn", enforcement_case$34."state" as "state", enforcement_case$34."amount_applied"::text as "amountApplied", enforcement_case$34."amount_unrecovered"::text as "amountUnrecovered", (
                    select (
                      select row_to_json(object$38)
                      from (
                        select court$37."code" as "code", court$37."name" as "name") object$38)
                    from "court" court$37
                    where court$37."code" = enforcement_case$34."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$53)
                    from (
                      select coalesce(json_agg(page$46."j$0" order by page$46."k$0", page$46."k$1"), '[]') as "nodes"
                      from (
                        select listing$39."published_on" as "k$0", listing$39.id as "k$1", (
                          select row_to_json(object$52)
                          from (
                            select case when listing$39."kind" in ('SX') then 'DishonestDebtorListing' when listing$39."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$39."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$39."published_on" as "publishedOn", case when listing$39."kind" in ('SX') then (
                              select (
                                select row_to_json(object$49)
                                from (
                                  select court$47."name" as "name") object$49)
                              from "court" court$47
                              where court$47."code" = listing$39."court_code" and (exists (
                                select
                                from subject rule$48
                                where rule$48.id = listing$39.subject_id and rule$48.kind = 'GOVERNMENT_BODY'))
                              limit 1) when listing$39."kind" in ('CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY') then (
                              select (
                                select row_to_json(object$51)
                                from (
                                  select court$50."name" as "name") object$51)
                              from "court" court$50
                              where court$50."code" = listing$39."court_code"
                              limit 1) end as "court") object$52) as "j$0"
                        from "listing" listing$39
                        where listing$39."subject_id" = enforcement_case$34."subject_id" and listing$39."case_number" = enforcement_case$34."case_number" and ((listing$39."kind" in ('SX') and (((listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$39.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$40
                          where rule$40.id = listing$39.subject_id and rule$40.kind = 'GOVERNMENT_BODY'))) or (((listing$39.state in ('REMOVED', 'REVOKED') or (listing$39.state = 'PUBLISHED' and not (listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$41
                          where rule$41.id = listing$39.subject_id and rule$41.kind = 'GOVERNMENT_BODY'))))) or (listing$39."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$39.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$42
                          where rule$42.id = listing$39.subject_id and rule$42.kind = 'GOVERNMENT_BODY'))) or (((listing$39.state in ('REMOVED', 'REVOKED') or (listing$39.state = 'PUBLISHED' and not (listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$43
                          where rule$43.id = listing$39.subject_id and rule$43.kind = 'GOVERNMENT_BODY'))))) or (listing$39."kind" in ('SERIOUS_DISHONESTY') and (((listing$39.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$44
                          where rule$44.id = listing$39.subject_id and rule$44.kind = 'GOVERNMENT_BODY'))) or (((listing$39.state in ('REMOVED', 'REVOKED') or (listing$39.state = 'PUBLISHED' and not (listing$39.state = 'PUBLISHED' and (listing$39.term_ends_on is null or listing$39.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$45
                          where rule$45.id = listing$39.subject_id and rule$45.kind = 'GOVERNMENT_BODY')))))) and true
                        order by "k$0", "k$1"
                        limit 20) page$46 having true) connection$53) as "listings", (
                    select (
                      select row_to_json(object$58)
                      from (
                        select subject$54."name" as "name", (
                          select row_to_json(connection$57)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$55
                              where enforcement_case$55."subject_id" = subject$54."id" and (((exists (
                                select
                                from subject rule$56
                                where rule$56.id = enforcement_case$55.subject_id and rule$56.kind = 'GOVERNMENT_BODY'))))) as "totalCount") connection$57) as "cases") object$58)
                    from "subject" subject$54
                    where subject$54."id" = enforcement_case$34."subject_id" and subject$54."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
                    limit 1) as "subject") object$59) as "j$0"
              from "enforcement_case" enforcement_case$34
              where enforcement_case$34."subject_id" = subject$1."id" and (((exists (
                select
                from subject rule$35
                where rule$35.id = enforcement_case$34.subject_id and rule$35.kind = 'GOVERNMENT_BODY')))) and true
              order by "k$0", "k$1"
              limit 20) page$36 having true) connection$61) as "cases") object$62) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
    limit 1) as "subject") answer$

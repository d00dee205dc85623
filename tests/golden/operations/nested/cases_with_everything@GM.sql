select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then (
      select row_to_json(object$28)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$27)
          from (
            select coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]') as "nodes"
            from (
              select case when (exists (
                select
                from subject rule$26
                where rule$26.id = enforcement_case$3.subject_id and rule$26.kind = 'GOVERNMENT_BODY')) then enforcement_case$3."case_number" end as "k$0", enforcement_case$3.id as "k$1", (
                select row_to_json(object$25)
                from (
                  select enforcement_case$3."case_number" as "caseNumber", enforcement_case$3."filed_on" as "filedOn", enforcement_case$3."state" as "state", enforcement_case$3."amount_applied"::text as "amountApplied", enforcement_case$3."amount_unrecovered"::text as "amountUnrecovered", (
                    select (
                      select row_to_json(object$7)
                      from (
                        select court$6."code" as "code", court$6."name" as "name") object$7)
                    from "court" court$6
                    where court$6."code" = enforcement_case$3."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$19)
                    from (
                      select coalesce(json_agg(page$15."j$0" order by page$15."k$0", page$15."k$1"), '[]') as "nodes"
                      from (
                        select listing$8."published_on" as "k$0", listing$8.id as "k$1", (
                          select row_to_json(object$18)
                          from (
                            select case when listing$8."kind" in ('SX') then 'DishonestDebtorListing' when listing$8."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$8."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$8."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$17)
                                from (
                                  select court$16."name" as "name") object$17)
                              from "court" court$16
                              where court$16."code" = listing$8."court_code"
                              limit 1) as "court") object$18) as "j$0"
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
                        limit $3::integer) page$15 having true) connection$19) as "listings", (
                    select (
                      select row_to_json(object$24)
                      from (
                        select subject$20."name" as "name", (
                          select row_to_json(connection$23)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$21
                              where enforcement_case$21."subject_id" = subject$20."id" and (((exists (
                                select
                                from subject rule$22
                                where rule$22.id = enforcement_case$21.subject_id and rule$22.kind = 'GOVERNMENT_BODY'))))) as "totalCount") connection$23) as "cases") object$24)
                    from "subject" subject$20
                    where subject$20."id" = enforcement_case$3."subject_id" and subject$20."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
                    limit 1) as "subject") object$25) as "j$0"
              from "enforcement_case" enforcement_case$3
              where enforcement_case$3."subject_id" = subject$1."id" and (((exists (
                select
                from subject rule$4
                where rule$4.id = enforcement_case$3.subject_id and rule$4.kind = 'GOVERNMENT_BODY')))) and true
              order by "k$0", "k$1"
              limit $2::integer) page$5 having true) connection$27) as "cases") object$28) when subject$1."kind" in ('GOVERNMENT_BODY') then (
      select row_to_json(object$56)
      from (
        select subject$1."name" as "name", subject$1."government_kind" as "governmentKind", subject$1."superior_name" as "superiorName", (
          select (
            select row_to_json(object$30)
            from (
              select subject$29."name" as "name") object$30)
          from "subject" subject$29
          where subject$29."credit_code" = subject$1."superior_credit_code" and subject$29."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
          limit 1) as "superior", (
          select row_to_json(connection$55)
          from (
            select coalesce(json_agg(page$33."j$0" order by page$33."k$0", page$33."k$1"), '[]') as "nodes"
            from (
              select case when (exists (
                select
                from subject rule$54
                where rule$54.id = enforcement_case$31.subject_id and rule$54.kind = 'GOVERNMENT_BODY')) then enforcement_case$31."case_number" end as "k$0", enforcement_case$31.id as "k$1", (
                select row_to_json(object$53)
                from (
                  select enforcement_case$31."case_number" as "caseNumber", enforcement_case$31."filed_on" as "filedOn", enforcement_case$31."state" as "state", enforcement_case$31."amount_applied"::text as "amountApplied", enforcement_case$31."amount_unrecovered"::text as "amountUnrecovered", (
                    select (
                      select row_to_json(object$35)
                      from (
                        select court$34."code" as "code", court$34."name" as "name") object$35)
                    from "court" court$34
                    where court$34."code" = enforcement_case$31."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$47)
                    from (
                      select coalesce(json_agg(page$43."j$0" order by page$43."k$0", page$43."k$1"), '[]') as "nodes"
                      from (
                        select listing$36."published_on" as "k$0", listing$36.id as "k$1", (
                          select row_to_json(object$46)
                          from (
                            select case when listing$36."kind" in ('SX') then 'DishonestDebtorListing' when listing$36."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$36."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$36."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$45)
                                from (
                                  select court$44."name" as "name") object$45)
                              from "court" court$44
                              where court$44."code" = listing$36."court_code"
                              limit 1) as "court") object$46) as "j$0"
                        from "listing" listing$36
                        where listing$36."subject_id" = enforcement_case$31."subject_id" and listing$36."case_number" = enforcement_case$31."case_number" and ((listing$36."kind" in ('SX') and (((listing$36.state = 'PUBLISHED' and (listing$36.term_ends_on is null or listing$36.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$36.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$37
                          where rule$37.id = listing$36.subject_id and rule$37.kind = 'GOVERNMENT_BODY'))) or (((listing$36.state in ('REMOVED', 'REVOKED') or (listing$36.state = 'PUBLISHED' and not (listing$36.state = 'PUBLISHED' and (listing$36.term_ends_on is null or listing$36.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$38
                          where rule$38.id = listing$36.subject_id and rule$38.kind = 'GOVERNMENT_BODY'))))) or (listing$36."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$36.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$39
                          where rule$39.id = listing$36.subject_id and rule$39.kind = 'GOVERNMENT_BODY'))) or (((listing$36.state in ('REMOVED', 'REVOKED') or (listing$36.state = 'PUBLISHED' and not (listing$36.state = 'PUBLISHED' and (listing$36.term_ends_on is null or listing$36.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$40
                          where rule$40.id = listing$36.subject_id and rule$40.kind = 'GOVERNMENT_BODY'))))) or (listing$36."kind" in ('SERIOUS_DISHONESTY') and (((listing$36.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                          select
                          from subject rule$41
                          where rule$41.id = listing$36.subject_id and rule$41.kind = 'GOVERNMENT_BODY'))) or (((listing$36.state in ('REMOVED', 'REVOKED') or (listing$36.state = 'PUBLISHED' and not (listing$36.state = 'PUBLISHED' and (listing$36.term_ends_on is null or listing$36.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                          select
                          from subject rule$42
                          where rule$42.id = listing$36.subject_id and rule$42.kind = 'GOVERNMENT_BODY')))))) and true
                        order by "k$0", "k$1"
                        limit $5::integer) page$43 having true) connection$47) as "listings", (
                    select (
                      select row_to_json(object$52)
                      from (
                        select subject$48."name" as "name", (
                          select row_to_json(connection$51)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$49
                              where enforcement_case$49."subject_id" = subject$48."id" and (((exists (
                                select
                                from subject rule$50
                                where rule$50.id = enforcement_case$49.subject_id and rule$50.kind = 'GOVERNMENT_BODY'))))) as "totalCount") connection$51) as "cases") object$52)
                    from "subject" subject$48
                    where subject$48."id" = enforcement_case$31."subject_id" and subject$48."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
                    limit 1) as "subject") object$53) as "j$0"
              from "enforcement_case" enforcement_case$31
              where enforcement_case$31."subject_id" = subject$1."id" and (((exists (
                select
                from subject rule$32
                where rule$32.id = enforcement_case$31.subject_id and rule$32.kind = 'GOVERNMENT_BODY')))) and true
              order by "k$0", "k$1"
              limit $4::integer) page$33 having true) connection$55) as "cases") object$56) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
    limit 1) as "subject") answer$

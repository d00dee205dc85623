select row_to_json(answer$)
from (
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON', 'ENTERPRISE', 'OTHER_ORGANISATION') then (
      select row_to_json(object$19)
      from (
        select subject$1."name" as "name", (
          select row_to_json(connection$18)
          from (
            select coalesce(json_agg(page$4."j$0" order by page$4."k$0", page$4."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$3."case_number" as "k$0", enforcement_case$3.id as "k$1", (
                select row_to_json(object$17)
                from (
                  select enforcement_case$3."case_number" as "caseNumber", enforcement_case$3."filed_on" as "filedOn", enforcement_case$3."state" as "state", enforcement_case$3."amount_applied"::text as "amountApplied", enforcement_case$3."amount_unrecovered"::text as "amountUnrecovered", (
                    select (
                      select row_to_json(object$6)
                      from (
                        select court$5."code" as "code", court$5."name" as "name") object$6)
                    from "court" court$5
                    where court$5."code" = enforcement_case$3."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$12)
                    from (
                      select coalesce(json_agg(page$8."j$0" order by page$8."k$0", page$8."k$1"), '[]') as "nodes"
                      from (
                        select listing$7."published_on" as "k$0", listing$7.id as "k$1", (
                          select row_to_json(object$11)
                          from (
                            select case when listing$7."kind" in ('SX') then 'DishonestDebtorListing' when listing$7."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$7."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$7."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$10)
                                from (
                                  select court$9."name" as "name") object$10)
                              from "court" court$9
                              where court$9."code" = listing$7."court_code"
                              limit 1) as "court") object$11) as "j$0"
                        from "listing" listing$7
                        where listing$7."subject_id" = enforcement_case$3."subject_id" and listing$7."case_number" = enforcement_case$3."case_number" and (listing$7."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$7."kind" in ('SERIOUS_DISHONESTY') and (((listing$7.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$7.state in ('REMOVED', 'REVOKED') or (listing$7.state = 'PUBLISHED' and not (listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
                        order by "k$0", "k$1"
                        limit 20) page$8 having true) connection$12) as "listings", (
                    select (
                      select row_to_json(object$16)
                      from (
                        select subject$13."name" as "name", (
                          select row_to_json(connection$15)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$14
                              where enforcement_case$14."subject_id" = subject$13."id") as "totalCount") connection$15) as "cases") object$16)
                    from "subject" subject$13
                    where subject$13."id" = enforcement_case$3."subject_id"
                    limit 1) as "subject") object$17) as "j$0"
              from "enforcement_case" enforcement_case$3
              where enforcement_case$3."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit 20) page$4 having true) connection$18) as "cases") object$19) when subject$1."kind" in ('GOVERNMENT_BODY') then (
      select row_to_json(object$38)
      from (
        select subject$1."name" as "name", subject$1."government_kind" as "governmentKind", subject$1."superior_name" as "superiorName", (
          select (
            select row_to_json(object$21)
            from (
              select subject$20."name" as "name") object$21)
          from "subject" subject$20
          where subject$20."credit_code" = subject$1."superior_credit_code"
          limit 1) as "superior", (
          select row_to_json(connection$37)
          from (
            select coalesce(json_agg(page$23."j$0" order by page$23."k$0", page$23."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$22."case_number" as "k$0", enforcement_case$22.id as "k$1", (
                select row_to_json(object$36)
                from (
                  select enforcement_case$22."case_number" as "caseNumber", enforcement_case$22."filed_on" as "filedOn", enforcement_case$22."state" as "state", enforcement_case$22."amount_applied"::text as "amountApplied", enforcement_case$22."amount_unrecovered"::text as "amountUnrecovered", (
                    select (
                      select row_to_json(object$25)
                      from (
                        select court$24."code" as "code", court$24."name" as "name") object$25)
                    from "court" court$24
                    where court$24."code" = enforcement_case$22."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$31)
                    from (
                      select coalesce(json_agg(page$27."j$0" order by page$27."k$0", page$27."k$1"), '[]') as "nodes"
                      from (
                        select listing$26."published_on" as "k$0", listing$26.id as "k$1", (
                          select row_to_json(object$30)
                          from (
                            select case when listing$26."kind" in ('SX') then 'DishonestDebtorListing' when listing$26."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$26."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$26."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$29)
                                from (
                                  select court$28."name" as "name") object$29)
                              from "court" court$28
                              where court$28."code" = listing$26."court_code"
                              limit 1) as "court") object$30) as "j$0"
                        from "listing" listing$26
                        where listing$26."subject_id" = enforcement_case$22."subject_id" and listing$26."case_number" = enforcement_case$22."case_number" and (listing$26."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$26."kind" in ('SERIOUS_DISHONESTY') and (((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
                        order by "k$0", "k$1"
                        limit 20) page$27 having true) connection$31) as "listings", (
                    select (
                      select row_to_json(object$35)
                      from (
                        select subject$32."name" as "name", (
                          select row_to_json(connection$34)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$33
                              where enforcement_case$33."subject_id" = subject$32."id") as "totalCount") connection$34) as "cases") object$35)
                    from "subject" subject$32
                    where subject$32."id" = enforcement_case$22."subject_id"
                    limit 1) as "subject") object$36) as "j$0"
              from "enforcement_case" enforcement_case$22
              where enforcement_case$22."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit 20) page$23 having true) connection$37) as "cases") object$38) end
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

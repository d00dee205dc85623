select row_to_json(answer$)
from (
  select (
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON', 'ENTERPRISE', 'OTHER_ORGANISATION') then (
        select row_to_json(object$22)
        from (
          select values$3."v$0" as "name", values$3."v$1" as "cases") object$22) when subject$1."kind" in ('GOVERNMENT_BODY') then (
        select row_to_json(object$23)
        from (
          select values$3."v$0" as "name", values$3."v$2" as "governmentKind", values$3."v$3" as "superiorName", values$3."v$4" as "superior", values$3."v$1" as "cases") object$23) end
      from (
        select subject$1."name" as "v$0", (
          select row_to_json(connection$19)
          from (
            select coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]') as "nodes"
            from (
              select enforcement_case$4."case_number" as "k$0", enforcement_case$4.id as "k$1", (
                select row_to_json(object$18)
                from (
                  select enforcement_case$4."case_number" as "caseNumber", enforcement_case$4."filed_on" as "filedOn", enforcement_case$4."state" as "state", enforcement_case$4."amount_applied"::text as "amountApplied", enforcement_case$4."amount_unrecovered"::text as "amountUnrecovered", (
                    select (
                      select row_to_json(object$7)
                      from (
                        select court$6."code" as "code", court$6."name" as "name") object$7)
                    from "court" court$6
                    where court$6."code" = enforcement_case$4."court_code"
                    limit 1) as "court", (
                    select row_to_json(connection$13)
                    from (
                      select coalesce(json_agg(page$9."j$0" order by page$9."k$0", page$9."k$1"), '[]') as "nodes"
                      from (
                        select listing$8."published_on" as "k$0", listing$8.id as "k$1", (
                          select row_to_json(object$12)
                          from (
                            select case when listing$8."kind" in ('SX') then 'DishonestDebtorListing' when listing$8."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$8."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$8."published_on" as "publishedOn", (
                              select (
                                select row_to_json(object$11)
                                from (
                                  select court$10."name" as "name") object$11)
                              from "court" court$10
                              where court$10."code" = listing$8."court_code"
                              limit 1) as "court") object$12) as "j$0"
                        from "listing" listing$8
                        where listing$8."subject_id" = enforcement_case$4."subject_id" and listing$8."case_number" = enforcement_case$4."case_number" and (listing$8."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$8."kind" in ('SERIOUS_DISHONESTY') and (((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
                        order by "k$0", "k$1"
                        limit 20) page$9 having true) connection$13) as "listings", (
                    select (
                      select row_to_json(object$17)
                      from (
                        select subject$14."name" as "name", (
                          select row_to_json(connection$16)
                          from (
                            select (
                              select count(*)
                              from "enforcement_case" enforcement_case$15
                              where enforcement_case$15."subject_id" = subject$14."id") as "totalCount") connection$16) as "cases") object$17)
                    from "subject" subject$14
                    where subject$14."id" = enforcement_case$4."subject_id"
                    limit 1) as "subject") object$18) as "j$0"
              from "enforcement_case" enforcement_case$4
              where enforcement_case$4."subject_id" = subject$1."id" and true
              order by "k$0", "k$1"
              limit 20) page$5 having true) connection$19) as "v$1", subject$1."government_kind" as "v$2", subject$1."superior_name" as "v$3", case when subject$1."kind" in ('GOVERNMENT_BODY') then (
          select (
            select row_to_json(object$21)
            from (
              select subject$20."name" as "name") object$21)
          from "subject" subject$20
          where subject$20."credit_code" = subject$1."superior_credit_code"
          limit 1) end as "v$4" offset 0) values$3)
    from "subject" subject$1
    where subject$1.id = (
      select identifier$2.subject_id
      from subject_identifier identifier$2
      where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text)
    limit 1) as "subject") answer$

select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", 'name', values$3."v$0", 'cases', values$3."v$1") when subject$1."kind" in ('GOVERNMENT_BODY') then json_build_object('$', subject$1."id", 'name', values$3."v$0", 'governmentKind', values$3."v$2", 'superiorName', values$3."v$3", 'superior', values$3."v$4", 'cases', values$3."v$1") end
    from (
      select subject$1."name" as "v$0", (
        select json_build_object('nodes', coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]'))
        from (
          select enforcement_case$4."case_number" as "k$0", enforcement_case$4.id as "k$1", (
            select row_to_json(record$18)
            from (
              select enforcement_case$4."case_number" as "caseNumber", enforcement_case$4."filed_on" as "filedOn", enforcement_case$4."state" as "state", enforcement_case$4."amount_applied"::text as "amountApplied", enforcement_case$4."amount_unrecovered"::text as "amountUnrecovered", (
                select (
                  select row_to_json(record$7)
                  from (
                    select court$6."code" as "code", court$6."name" as "name") record$7)
                from "court" court$6
                where court$6."code" = enforcement_case$4."court_code"
                limit 1) as "court", (
                select (
                  select row_to_json(record$13)
                  from (
                    select coalesce(json_agg(page$9."j$0" order by page$9."k$0", page$9."k$1"), '[]') as "nodes") record$13)
                from (
                  select listing$8."published_on" as "k$0", listing$8.id as "k$1", (
                    select row_to_json(record$12)
                    from (
                      select case when listing$8."kind" in ('SX') then 'DishonestDebtorListing' when listing$8."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$8."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$8."published_on" as "publishedOn", (
                        select (
                          select row_to_json(record$11)
                          from (
                            select court$10."name" as "name") record$11)
                        from "court" court$10
                        where court$10."code" = listing$8."court_code"
                        limit 1) as "court") record$12) as "j$0"
                  from "listing" listing$8
                  where listing$8."subject_id" = enforcement_case$4."subject_id" and listing$8."case_number" = enforcement_case$4."case_number" and (listing$8."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$8."kind" in ('SERIOUS_DISHONESTY') and (((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
                  order by "k$0", "k$1"
                  limit 20) page$9 having true) as "listings", (
                select (
                  select row_to_json(record$17)
                  from (
                    select subject$14."name" as "name", (
                      select row_to_json(record$16)
                      from (
                        select (
                          select count(*)
                          from "enforcement_case" enforcement_case$15
                          where enforcement_case$15."subject_id" = subject$14."id") as "totalCount") record$16) as "cases") record$17)
                from "subject" subject$14
                where subject$14."id" = enforcement_case$4."subject_id"
                limit 1) as "subject") record$18) as "j$0"
          from "enforcement_case" enforcement_case$4
          where enforcement_case$4."subject_id" = subject$1."id" and true
          order by "k$0", "k$1"
          limit 20) page$5 having true) as "v$1", subject$1."government_kind" as "v$2", subject$1."superior_name" as "v$3", case when subject$1."kind" in ('GOVERNMENT_BODY') then (
        select json_build_object('$', subject$19."id", 'name', subject$19."name")
        from "subject" subject$19
        where subject$19."credit_code" = subject$1."superior_credit_code" and ((subject$19."kind" in ('NATURAL_PERSON') and (exists (
          select
          from "enforcement_case" known$21
          where known$21."subject_id" = subject$19.id offset 0) or exists (
          select
          from "terminated_case" known$22
          where known$22."subject_id" = subject$19.id offset 0) or exists (
          select
          from "performance_certificate" known$23
          where known$23."subject_id" = subject$19.id offset 0) or exists (
          select
          from "honest_listing" known$24
          where known$24."subject_id" = subject$19.id offset 0) or exists (
          select
          from "listing" known$20
          where known$20."subject_id" = subject$19.id and (known$20."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$20."kind" in ('SERIOUS_DISHONESTY') and (((known$20.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$20.state in ('REMOVED', 'REVOKED') or (known$20.state = 'PUBLISHED' and not (known$20.state = 'PUBLISHED' and (known$20.term_ends_on is null or known$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$19."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
        limit 1) end as "v$4" offset 0) values$3)
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then json_build_object('name', values$3."v$0", 'cases', values$3."v$1") when subject$1."kind" in ('GOVERNMENT_BODY') then json_build_object('name', values$3."v$0", 'governmentKind', values$3."v$2", 'superiorName', values$3."v$3", 'superior', values$3."v$4", 'cases', values$3."v$1") end
    from (
      select subject$1."name" as "v$0", (
        select json_build_object('nodes', coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]'))
        from (
          select case when (exists (
            select
            from subject rule$30
            where rule$30.id = enforcement_case$4.subject_id and rule$30.kind = 'GOVERNMENT_BODY')) then enforcement_case$4."case_number" end as "k$0", enforcement_case$4.id as "k$1", (
            select row_to_json(record$29)
            from (
              select enforcement_case$4."case_number" as "caseNumber", enforcement_case$4."filed_on" as "filedOn", enforcement_case$4."state" as "state", enforcement_case$4."amount_applied"::text as "amountApplied", enforcement_case$4."amount_unrecovered"::text as "amountUnrecovered", (
                select (
                  select row_to_json(record$8)
                  from (
                    select court$7."code" as "code", court$7."name" as "name") record$8)
                from "court" court$7
                where court$7."code" = enforcement_case$4."court_code"
                limit 1) as "court", (
                select (
                  select row_to_json(record$23)
                  from (
                    select coalesce(json_agg(page$16."j$0" order by page$16."k$0", page$16."k$1"), '[]') as "nodes") record$23)
                from (
                  select listing$9."published_on" as "k$0", listing$9.id as "k$1", (
                    select row_to_json(record$22)
                    from (
                      select case when listing$9."kind" in ('SX') then 'DishonestDebtorListing' when listing$9."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$9."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$9."published_on" as "publishedOn", case when listing$9."kind" in ('SX') then (
                        select (
                          select row_to_json(record$19)
                          from (
                            select court$17."name" as "name") record$19)
                        from "court" court$17
                        where court$17."code" = listing$9."court_code" and (exists (
                          select
                          from subject rule$18
                          where rule$18.id = listing$9.subject_id and rule$18.kind = 'GOVERNMENT_BODY'))
                        limit 1) when listing$9."kind" in ('CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY') then (
                        select (
                          select row_to_json(record$21)
                          from (
                            select court$20."name" as "name") record$21)
                        from "court" court$20
                        where court$20."code" = listing$9."court_code"
                        limit 1) end as "court") record$22) as "j$0"
                  from "listing" listing$9
                  where listing$9."subject_id" = enforcement_case$4."subject_id" and listing$9."case_number" = enforcement_case$4."case_number" and ((listing$9."kind" in ('SX') and (((listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                    select
                    from subject rule$10
                    where rule$10.id = listing$9.subject_id and rule$10.kind = 'GOVERNMENT_BODY'))) or (((listing$9.state in ('REMOVED', 'REVOKED') or (listing$9.state = 'PUBLISHED' and not (listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                    select
                    from subject rule$11
                    where rule$11.id = listing$9.subject_id and rule$11.kind = 'GOVERNMENT_BODY'))))) or (listing$9."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                    select
                    from subject rule$12
                    where rule$12.id = listing$9.subject_id and rule$12.kind = 'GOVERNMENT_BODY'))) or (((listing$9.state in ('REMOVED', 'REVOKED') or (listing$9.state = 'PUBLISHED' and not (listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                    select
                    from subject rule$13
                    where rule$13.id = listing$9.subject_id and rule$13.kind = 'GOVERNMENT_BODY'))))) or (listing$9."kind" in ('SERIOUS_DISHONESTY') and (((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                    select
                    from subject rule$14
                    where rule$14.id = listing$9.subject_id and rule$14.kind = 'GOVERNMENT_BODY'))) or (((listing$9.state in ('REMOVED', 'REVOKED') or (listing$9.state = 'PUBLISHED' and not (listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                    select
                    from subject rule$15
                    where rule$15.id = listing$9.subject_id and rule$15.kind = 'GOVERNMENT_BODY')))))) and true
                  order by "k$0", "k$1"
                  limit 20) page$16 having true) as "listings", (
                select (
                  select row_to_json(record$28)
                  from (
                    select subject$24."name" as "name", (
                      select row_to_json(record$27)
                      from (
                        select (
                          select count(*)
                          from "enforcement_case" enforcement_case$25
                          where enforcement_case$25."subject_id" = subject$24."id" and (((exists (
                            select
                            from subject rule$26
                            where rule$26.id = enforcement_case$25.subject_id and rule$26.kind = 'GOVERNMENT_BODY'))))) as "totalCount") record$27) as "cases") record$28)
                from "subject" subject$24
                where subject$24."id" = enforcement_case$4."subject_id" and subject$24."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
                limit 1) as "subject") record$29) as "j$0"
          from "enforcement_case" enforcement_case$4
          where enforcement_case$4."subject_id" = subject$1."id" and (((exists (
            select
            from subject rule$5
            where rule$5.id = enforcement_case$4.subject_id and rule$5.kind = 'GOVERNMENT_BODY')))) and true
          order by "k$0", "k$1"
          limit 20) page$6 having true) as "v$1", subject$1."government_kind" as "v$2", subject$1."superior_name" as "v$3", case when subject$1."kind" in ('GOVERNMENT_BODY') then (
        select json_build_object('name', subject$31."name")
        from "subject" subject$31
        where subject$31."credit_code" = subject$1."superior_credit_code" and subject$31."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
        limit 1) end as "v$4" offset 0) values$3)
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

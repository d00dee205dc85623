select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", 'name', values$4."v$0", 'cases', values$4."v$1") when subject$1."kind" in ('GOVERNMENT_BODY') then json_build_object('$', subject$1."id", 'name', values$4."v$0", 'governmentKind', values$4."v$2", 'superiorName', values$4."v$3", 'superior', values$4."v$4", 'cases', values$4."v$1") end
    from (
      select subject$1."name" as "v$0", (
        select json_build_object('nodes', coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]'))
        from (
          select enforcement_case$5."case_number" as "k$0", enforcement_case$5.id as "k$1", (
            select row_to_json(record$19)
            from (
              select enforcement_case$5."case_number" as "caseNumber", enforcement_case$5."filed_on" as "filedOn", enforcement_case$5."state" as "state", enforcement_case$5."amount_applied"::text as "amountApplied", enforcement_case$5."amount_unrecovered"::text as "amountUnrecovered", (
                select (
                  select row_to_json(record$8)
                  from (
                    select court$7."code" as "code", court$7."name" as "name") record$8)
                from "court" court$7
                where court$7."code" = enforcement_case$5."court_code"
                limit 1) as "court", (
                select (
                  select row_to_json(record$14)
                  from (
                    select coalesce(json_agg(page$10."j$0" order by page$10."k$0", page$10."k$1"), '[]') as "nodes") record$14)
                from (
                  select listing$9."published_on" as "k$0", listing$9.id as "k$1", (
                    select row_to_json(record$13)
                    from (
                      select case when listing$9."kind" in ('SX') then 'DishonestDebtorListing' when listing$9."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$9."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$9."published_on" as "publishedOn", (
                        select (
                          select row_to_json(record$12)
                          from (
                            select court$11."name" as "name") record$12)
                        from "court" court$11
                        where court$11."code" = listing$9."court_code"
                        limit 1) as "court") record$13) as "j$0"
                  from "listing" listing$9
                  where listing$9."subject_id" = enforcement_case$5."subject_id" and listing$9."case_number" = enforcement_case$5."case_number" and (listing$9."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$9."kind" in ('SERIOUS_DISHONESTY') and (((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$9.state in ('REMOVED', 'REVOKED') or (listing$9.state = 'PUBLISHED' and not (listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and true
                  order by "k$0", "k$1"
                  limit 20) page$10 having true) as "listings", (
                select (
                  select row_to_json(record$18)
                  from (
                    select subject$15."name" as "name", (
                      select row_to_json(record$17)
                      from (
                        select (
                          select count(*)
                          from "enforcement_case" enforcement_case$16
                          where enforcement_case$16."subject_id" = subject$15."id") as "totalCount") record$17) as "cases") record$18)
                from "subject" subject$15
                where subject$15."id" = enforcement_case$5."subject_id" and subject$15.merged_into is null
                limit 1) as "subject") record$19) as "j$0"
          from "enforcement_case" enforcement_case$5
          where enforcement_case$5."subject_id" = subject$1."id" and true
          order by "k$0", "k$1"
          limit 20) page$6 having true) as "v$1", subject$1."government_kind" as "v$2", subject$1."superior_name" as "v$3", case when subject$1."kind" in ('GOVERNMENT_BODY') then (
        select json_build_object('$', subject$20."id", 'name', subject$20."name")
        from "subject" subject$20
        where subject$20."credit_code" = subject$1."superior_credit_code" and subject$20.merged_into is null and ((subject$20."kind" in ('NATURAL_PERSON') and (exists (
          select
          from "enforcement_case" known$22
          where known$22."subject_id" = subject$20.id offset 0) or exists (
          select
          from "terminated_case" known$23
          where known$23."subject_id" = subject$20.id offset 0) or exists (
          select
          from "performance_certificate" known$24
          where known$24."subject_id" = subject$20.id offset 0) or exists (
          select
          from "honest_listing" known$25
          where known$25."subject_id" = subject$20.id offset 0) or exists (
          select
          from "listing" known$21
          where known$21."subject_id" = subject$20.id and (known$21."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$21."kind" in ('SERIOUS_DISHONESTY') and (((known$21.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$21.state in ('REMOVED', 'REVOKED') or (known$21.state = 'PUBLISHED' and not (known$21.state = 'PUBLISHED' and (known$21.term_ends_on is null or known$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$20."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
        limit 1) end as "v$4" offset 0) values$4)
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then json_build_object('name', values$4."v$0", 'cases', values$4."v$1") when subject$1."kind" in ('GOVERNMENT_BODY') then json_build_object('name', values$4."v$0", 'governmentKind', values$4."v$2", 'superiorName', values$4."v$3", 'superior', values$4."v$4", 'cases', values$4."v$1") end
    from (
      select subject$1."name" as "v$0", (
        select json_build_object('nodes', coalesce(json_agg(page$7."j$0" order by page$7."k$0", page$7."k$1"), '[]'))
        from (
          select case when (exists (
            select
            from subject rule$31
            where rule$31.id = enforcement_case$5.subject_id and rule$31.kind = 'GOVERNMENT_BODY')) then enforcement_case$5."case_number" end as "k$0", enforcement_case$5.id as "k$1", (
            select row_to_json(record$30)
            from (
              select enforcement_case$5."case_number" as "caseNumber", enforcement_case$5."filed_on" as "filedOn", enforcement_case$5."state" as "state", enforcement_case$5."amount_applied"::text as "amountApplied", enforcement_case$5."amount_unrecovered"::text as "amountUnrecovered", (
                select (
                  select row_to_json(record$9)
                  from (
                    select court$8."code" as "code", court$8."name" as "name") record$9)
                from "court" court$8
                where court$8."code" = enforcement_case$5."court_code"
                limit 1) as "court", (
                select (
                  select row_to_json(record$24)
                  from (
                    select coalesce(json_agg(page$17."j$0" order by page$17."k$0", page$17."k$1"), '[]') as "nodes") record$24)
                from (
                  select listing$10."published_on" as "k$0", listing$10.id as "k$1", (
                    select row_to_json(record$23)
                    from (
                      select case when listing$10."kind" in ('SX') then 'DishonestDebtorListing' when listing$10."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$10."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$10."published_on" as "publishedOn", case when listing$10."kind" in ('SX') then (
                        select (
                          select row_to_json(record$20)
                          from (
                            select court$18."name" as "name") record$20)
                        from "court" court$18
                        where court$18."code" = listing$10."court_code" and (exists (
                          select
                          from subject rule$19
                          where rule$19.id = listing$10.subject_id and rule$19.kind = 'GOVERNMENT_BODY'))
                        limit 1) when listing$10."kind" in ('CONSUMPTION_RESTRICTION', 'SERIOUS_DISHONESTY') then (
                        select (
                          select row_to_json(record$22)
                          from (
                            select court$21."name" as "name") record$22)
                        from "court" court$21
                        where court$21."code" = listing$10."court_code"
                        limit 1) end as "court") record$23) as "j$0"
                  from "listing" listing$10
                  where listing$10."subject_id" = enforcement_case$5."subject_id" and listing$10."case_number" = enforcement_case$5."case_number" and ((listing$10."kind" in ('SX') and (((listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                    select
                    from subject rule$11
                    where rule$11.id = listing$10.subject_id and rule$11.kind = 'GOVERNMENT_BODY'))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                    select
                    from subject rule$12
                    where rule$12.id = listing$10.subject_id and rule$12.kind = 'GOVERNMENT_BODY'))))) or (listing$10."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                    select
                    from subject rule$13
                    where rule$13.id = listing$10.subject_id and rule$13.kind = 'GOVERNMENT_BODY'))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                    select
                    from subject rule$14
                    where rule$14.id = listing$10.subject_id and rule$14.kind = 'GOVERNMENT_BODY'))))) or (listing$10."kind" in ('SERIOUS_DISHONESTY') and (((listing$10.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
                    select
                    from subject rule$15
                    where rule$15.id = listing$10.subject_id and rule$15.kind = 'GOVERNMENT_BODY'))) or (((listing$10.state in ('REMOVED', 'REVOKED') or (listing$10.state = 'PUBLISHED' and not (listing$10.state = 'PUBLISHED' and (listing$10.term_ends_on is null or listing$10.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
                    select
                    from subject rule$16
                    where rule$16.id = listing$10.subject_id and rule$16.kind = 'GOVERNMENT_BODY')))))) and true
                  order by "k$0", "k$1"
                  limit 20) page$17 having true) as "listings", (
                select (
                  select row_to_json(record$29)
                  from (
                    select subject$25."name" as "name", (
                      select row_to_json(record$28)
                      from (
                        select (
                          select count(*)
                          from "enforcement_case" enforcement_case$26
                          where enforcement_case$26."subject_id" = subject$25."id" and (((exists (
                            select
                            from subject rule$27
                            where rule$27.id = enforcement_case$26.subject_id and rule$27.kind = 'GOVERNMENT_BODY'))))) as "totalCount") record$28) as "cases") record$29)
                from "subject" subject$25
                where subject$25."id" = enforcement_case$5."subject_id" and subject$25.merged_into is null and subject$25."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
                limit 1) as "subject") record$30) as "j$0"
          from "enforcement_case" enforcement_case$5
          where enforcement_case$5."subject_id" = subject$1."id" and (((exists (
            select
            from subject rule$6
            where rule$6.id = enforcement_case$5.subject_id and rule$6.kind = 'GOVERNMENT_BODY')))) and true
          order by "k$0", "k$1"
          limit 20) page$7 having true) as "v$1", subject$1."government_kind" as "v$2", subject$1."superior_name" as "v$3", case when subject$1."kind" in ('GOVERNMENT_BODY') then (
        select json_build_object('name', subject$32."name")
        from "subject" subject$32
        where subject$32."credit_code" = subject$1."superior_credit_code" and subject$32.merged_into is null and subject$32."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
        limit 1) end as "v$4" offset 0) values$4)
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", 'name', values$4."v$0", 'cases', values$4."v$1") when subject$1."kind" in ('GOVERNMENT_BODY') then json_build_object('$', subject$1."id", 'name', values$4."v$0", 'governmentKind', values$4."v$2", 'superiorName', values$4."v$3", 'superior', values$4."v$4", 'cases', values$4."v$1") end
    from (
      select subject$1."name" as "v$0", (
        select json_build_object('nodes', coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]'))
        from (
          select enforcement_case$5."case_number" as "k$0", enforcement_case$5.id as "k$1", (
            select row_to_json(record$41)
            from (
              select enforcement_case$5."case_number" as "caseNumber", enforcement_case$5."filed_on" as "filedOn", enforcement_case$5."state" as "state", case when (coalesce((
                select rule$8.area_code
                from subject rule$8
                where rule$8.id = enforcement_case$5.subject_id), (
                select rule$7.area_code
                from court rule$7
                where rule$7.code = enforcement_case$5.court_code)) ^@ any($2::text[]) or enforcement_case$5.court_code = any($3::text[])) then enforcement_case$5."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                select rule$10.area_code
                from subject rule$10
                where rule$10.id = enforcement_case$5.subject_id), (
                select rule$9.area_code
                from court rule$9
                where rule$9.code = enforcement_case$5.court_code)) ^@ any($2::text[]) or enforcement_case$5.court_code = any($3::text[])) then enforcement_case$5."amount_unrecovered"::text else null end as "amountUnrecovered", (
                select (
                  select row_to_json(record$12)
                  from (
                    select court$11."code" as "code", court$11."name" as "name") record$12)
                from "court" court$11
                where court$11."code" = enforcement_case$5."court_code"
                limit 1) as "court", (
                select (
                  select row_to_json(record$30)
                  from (
                    select coalesce(json_agg(page$26."j$0" order by page$26."k$0", page$26."k$1"), '[]') as "nodes") record$30)
                from (
                  select listing$13."published_on" as "k$0", listing$13.id as "k$1", (
                    select row_to_json(record$29)
                    from (
                      select case when listing$13."kind" in ('SX') then 'DishonestDebtorListing' when listing$13."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$13."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$13."published_on" as "publishedOn", (
                        select (
                          select row_to_json(record$28)
                          from (
                            select court$27."name" as "name") record$28)
                        from "court" court$27
                        where court$27."code" = listing$13."court_code"
                        limit 1) as "court") record$29) as "j$0"
                  from "listing" listing$13
                  where listing$13."subject_id" = enforcement_case$5."subject_id" and listing$13."case_number" = enforcement_case$5."case_number" and ((listing$13."kind" in ('SX') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                    select rule$15.area_code
                    from subject rule$15
                    where rule$15.id = listing$13.subject_id), (
                    select rule$14.area_code
                    from court rule$14
                    where rule$14.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                    select rule$17.area_code
                    from subject rule$17
                    where rule$17.id = listing$13.subject_id), (
                    select rule$16.area_code
                    from court rule$16
                    where rule$16.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))))) or (listing$13."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                    select rule$19.area_code
                    from subject rule$19
                    where rule$19.id = listing$13.subject_id), (
                    select rule$18.area_code
                    from court rule$18
                    where rule$18.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                    select rule$21.area_code
                    from subject rule$21
                    where rule$21.id = listing$13.subject_id), (
                    select rule$20.area_code
                    from court rule$20
                    where rule$20.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))))) or (listing$13."kind" in ('SERIOUS_DISHONESTY') and (((listing$13.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                    select rule$23.area_code
                    from subject rule$23
                    where rule$23.id = listing$13.subject_id), (
                    select rule$22.area_code
                    from court rule$22
                    where rule$22.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[]))) or (((listing$13.state in ('REMOVED', 'REVOKED') or (listing$13.state = 'PUBLISHED' and not (listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                    select rule$25.area_code
                    from subject rule$25
                    where rule$25.id = listing$13.subject_id), (
                    select rule$24.area_code
                    from court rule$24
                    where rule$24.code = listing$13.court_code)) ^@ any($2::text[]) or listing$13.court_code = any($3::text[])))))) and true
                  order by "k$0", "k$1"
                  limit 20) page$26 having true) as "listings", (
                select (
                  select row_to_json(record$40)
                  from (
                    select case when subject$31."kind" in ('NATURAL_PERSON') then case when (subject$31.area_code ^@ any($2::text[]) or exists (
                      select
                      from enforcement_case rule$32
                      where rule$32.subject_id = subject$31.id and (rule$32.court_code = any($3::text[]) or subject$31.area_code is null and rule$32.court_code = any(array(
                        select rule$33.code
                        from unnest($2::text[]) rule$36(code) join court rule$33 on rule$33.area_code between rule$36.code and rule$36.code || '~')))) or exists (
                      select
                      from listing rule$34
                      where rule$34.subject_id = subject$31.id and (rule$34.court_code = any($3::text[]) or subject$31.area_code is null and rule$34.kind <> 'SERIOUS_DISHONESTY' and rule$34.state = 'PUBLISHED' and (rule$34.term_ends_on is null or rule$34.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$34.court_code = any(array(
                        select rule$35.code
                        from unnest($2::text[]) rule$37(code) join court rule$35 on rule$35.area_code between rule$37.code and rule$37.code || '~'))))) then subject$31."name" else case when char_length(subject$31."name") <= 1 or subject$31."name" = 'ERASED' then '*' when char_length(subject$31."name") = 2 then rpad(left(subject$31."name", 1), 2, '*') when position('·' in subject$31."name") > 0 then left(subject$31."name", 1) || '**' else left(subject$31."name", 1) || case char_length(subject$31."name") when 3 then '*' else '**' end || right(subject$31."name", 1) end end when subject$31."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$31."name" end as "name", (
                      select row_to_json(record$39)
                      from (
                        select (
                          select count(*)
                          from "enforcement_case" enforcement_case$38
                          where enforcement_case$38."subject_id" = subject$31."id") as "totalCount") record$39) as "cases") record$40)
                from "subject" subject$31
                where subject$31."id" = enforcement_case$5."subject_id" and subject$31.merged_into is null
                limit 1) as "subject") record$41) as "j$0"
          from "enforcement_case" enforcement_case$5
          where enforcement_case$5."subject_id" = subject$1."id" and true
          order by "k$0", "k$1"
          limit 20) page$6 having true) as "v$1", subject$1."government_kind" as "v$2", subject$1."superior_name" as "v$3", case when subject$1."kind" in ('GOVERNMENT_BODY') then (
        select json_build_object('$', subject$42."id", 'name', case when subject$42."kind" in ('NATURAL_PERSON') then case when (subject$42.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$64
          where rule$64.subject_id = subject$42.id and (rule$64.court_code = any($3::text[]) or subject$42.area_code is null and rule$64.court_code = any(array(
            select rule$65.code
            from unnest($2::text[]) rule$68(code) join court rule$65 on rule$65.area_code between rule$68.code and rule$68.code || '~')))) or exists (
          select
          from listing rule$66
          where rule$66.subject_id = subject$42.id and (rule$66.court_code = any($3::text[]) or subject$42.area_code is null and rule$66.kind <> 'SERIOUS_DISHONESTY' and rule$66.state = 'PUBLISHED' and (rule$66.term_ends_on is null or rule$66.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$66.court_code = any(array(
            select rule$67.code
            from unnest($2::text[]) rule$69(code) join court rule$67 on rule$67.area_code between rule$69.code and rule$69.code || '~'))))) then subject$42."name" else case when char_length(subject$42."name") <= 1 or subject$42."name" = 'ERASED' then '*' when char_length(subject$42."name") = 2 then rpad(left(subject$42."name", 1), 2, '*') when position('·' in subject$42."name") > 0 then left(subject$42."name", 1) || '**' else left(subject$42."name", 1) || case char_length(subject$42."name") when 3 then '*' else '**' end || right(subject$42."name", 1) end end when subject$42."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$42."name" end)
        from "subject" subject$42
        where subject$42."credit_code" = subject$1."superior_credit_code" and subject$42.merged_into is null and ((subject$42."kind" in ('NATURAL_PERSON') and (exists (
          select
          from "enforcement_case" known$56
          where known$56."subject_id" = subject$42.id offset 0) or exists (
          select
          from "terminated_case" known$57
          where known$57."subject_id" = subject$42.id offset 0) or exists (
          select
          from "listing" known$43
          where known$43."subject_id" = subject$42.id and ((known$43."kind" in ('SX') and (((known$43.state = 'PUBLISHED' and (known$43.term_ends_on is null or known$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$43.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$45.area_code
            from subject rule$45
            where rule$45.id = known$43.subject_id), (
            select rule$44.area_code
            from court rule$44
            where rule$44.code = known$43.court_code)) ^@ any($2::text[]) or known$43.court_code = any($3::text[]))) or (((known$43.state in ('REMOVED', 'REVOKED') or (known$43.state = 'PUBLISHED' and not (known$43.state = 'PUBLISHED' and (known$43.term_ends_on is null or known$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$47.area_code
            from subject rule$47
            where rule$47.id = known$43.subject_id), (
            select rule$46.area_code
            from court rule$46
            where rule$46.code = known$43.court_code)) ^@ any($2::text[]) or known$43.court_code = any($3::text[]))))) or (known$43."kind" in ('CONSUMPTION_RESTRICTION') and (((known$43.state = 'PUBLISHED' and (known$43.term_ends_on is null or known$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$43.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$49.area_code
            from subject rule$49
            where rule$49.id = known$43.subject_id), (
            select rule$48.area_code
            from court rule$48
            where rule$48.code = known$43.court_code)) ^@ any($2::text[]) or known$43.court_code = any($3::text[]))) or (((known$43.state in ('REMOVED', 'REVOKED') or (known$43.state = 'PUBLISHED' and not (known$43.state = 'PUBLISHED' and (known$43.term_ends_on is null or known$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$51.area_code
            from subject rule$51
            where rule$51.id = known$43.subject_id), (
            select rule$50.area_code
            from court rule$50
            where rule$50.code = known$43.court_code)) ^@ any($2::text[]) or known$43.court_code = any($3::text[]))))) or (known$43."kind" in ('SERIOUS_DISHONESTY') and (((known$43.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$53.area_code
            from subject rule$53
            where rule$53.id = known$43.subject_id), (
            select rule$52.area_code
            from court rule$52
            where rule$52.code = known$43.court_code)) ^@ any($2::text[]) or known$43.court_code = any($3::text[]))) or (((known$43.state in ('REMOVED', 'REVOKED') or (known$43.state = 'PUBLISHED' and not (known$43.state = 'PUBLISHED' and (known$43.term_ends_on is null or known$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$55.area_code
            from subject rule$55
            where rule$55.id = known$43.subject_id), (
            select rule$54.area_code
            from court rule$54
            where rule$54.code = known$43.court_code)) ^@ any($2::text[]) or known$43.court_code = any($3::text[])))))) offset 0) or exists (
          select
          from "performance_certificate" known$58
          where known$58."subject_id" = subject$42.id and (((coalesce((
            select rule$60.area_code
            from subject rule$60
            where rule$60.id = known$58.subject_id), (
            select rule$59.area_code
            from court rule$59
            where rule$59.code = known$58.court_code)) ^@ any($2::text[]) or known$58.court_code = any($3::text[])))) offset 0) or exists (
          select
          from "honest_listing" known$61
          where known$61."subject_id" = subject$42.id and (((known$61.subject_kind <> 'NATURAL_PERSON')) or ((known$61.subject_kind = 'NATURAL_PERSON') and (coalesce((
            select rule$63.area_code
            from subject rule$63
            where rule$63.id = known$61.subject_id), (
            select rule$62.area_code
            from court rule$62
            where rule$62.code = known$61.court_code)) ^@ any($2::text[]) or known$61.court_code = any($3::text[])))) offset 0))) or subject$42."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
        limit 1) end as "v$4" offset 0) values$4)
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

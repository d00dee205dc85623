select json_build_object('subject', (
  select (
    select case when subject$1."kind" in ('ENTERPRISE', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", 'name', values$3."v$0", 'cases', values$3."v$1") when subject$1."kind" in ('GOVERNMENT_BODY') then json_build_object('$', subject$1."id", 'name', values$3."v$0", 'governmentKind', values$3."v$2", 'superiorName', values$3."v$3", 'superior', values$3."v$4", 'cases', values$3."v$1") end
    from (
      select subject$1."name" as "v$0", (
        select json_build_object('nodes', coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]'))
        from (
          select enforcement_case$4."case_number" as "k$0", enforcement_case$4.id as "k$1", (
            select row_to_json(record$40)
            from (
              select enforcement_case$4."case_number" as "caseNumber", enforcement_case$4."filed_on" as "filedOn", enforcement_case$4."state" as "state", case when (coalesce((
                select rule$7.area_code
                from subject rule$7
                where rule$7.id = enforcement_case$4.subject_id), (
                select rule$6.area_code
                from court rule$6
                where rule$6.code = enforcement_case$4.court_code)) ^@ any($2::text[]) or enforcement_case$4.court_code = any($3::text[])) then enforcement_case$4."amount_applied"::text else null end as "amountApplied", case when (coalesce((
                select rule$9.area_code
                from subject rule$9
                where rule$9.id = enforcement_case$4.subject_id), (
                select rule$8.area_code
                from court rule$8
                where rule$8.code = enforcement_case$4.court_code)) ^@ any($2::text[]) or enforcement_case$4.court_code = any($3::text[])) then enforcement_case$4."amount_unrecovered"::text else null end as "amountUnrecovered", (
                select (
                  select row_to_json(record$11)
                  from (
                    select court$10."code" as "code", court$10."name" as "name") record$11)
                from "court" court$10
                where court$10."code" = enforcement_case$4."court_code"
                limit 1) as "court", (
                select (
                  select row_to_json(record$29)
                  from (
                    select coalesce(json_agg(page$25."j$0" order by page$25."k$0", page$25."k$1"), '[]') as "nodes") record$29)
                from (
                  select listing$12."published_on" as "k$0", listing$12.id as "k$1", (
                    select row_to_json(record$28)
                    from (
                      select case when listing$12."kind" in ('SX') then 'DishonestDebtorListing' when listing$12."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$12."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$12."published_on" as "publishedOn", (
                        select (
                          select row_to_json(record$27)
                          from (
                            select court$26."name" as "name") record$27)
                        from "court" court$26
                        where court$26."code" = listing$12."court_code"
                        limit 1) as "court") record$28) as "j$0"
                  from "listing" listing$12
                  where listing$12."subject_id" = enforcement_case$4."subject_id" and listing$12."case_number" = enforcement_case$4."case_number" and ((listing$12."kind" in ('SX') and (((listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$12.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                    select rule$14.area_code
                    from subject rule$14
                    where rule$14.id = listing$12.subject_id), (
                    select rule$13.area_code
                    from court rule$13
                    where rule$13.code = listing$12.court_code)) ^@ any($2::text[]) or listing$12.court_code = any($3::text[]))) or (((listing$12.state in ('REMOVED', 'REVOKED') or (listing$12.state = 'PUBLISHED' and not (listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                    select rule$16.area_code
                    from subject rule$16
                    where rule$16.id = listing$12.subject_id), (
                    select rule$15.area_code
                    from court rule$15
                    where rule$15.code = listing$12.court_code)) ^@ any($2::text[]) or listing$12.court_code = any($3::text[]))))) or (listing$12."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$12.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                    select rule$18.area_code
                    from subject rule$18
                    where rule$18.id = listing$12.subject_id), (
                    select rule$17.area_code
                    from court rule$17
                    where rule$17.code = listing$12.court_code)) ^@ any($2::text[]) or listing$12.court_code = any($3::text[]))) or (((listing$12.state in ('REMOVED', 'REVOKED') or (listing$12.state = 'PUBLISHED' and not (listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                    select rule$20.area_code
                    from subject rule$20
                    where rule$20.id = listing$12.subject_id), (
                    select rule$19.area_code
                    from court rule$19
                    where rule$19.code = listing$12.court_code)) ^@ any($2::text[]) or listing$12.court_code = any($3::text[]))))) or (listing$12."kind" in ('SERIOUS_DISHONESTY') and (((listing$12.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
                    select rule$22.area_code
                    from subject rule$22
                    where rule$22.id = listing$12.subject_id), (
                    select rule$21.area_code
                    from court rule$21
                    where rule$21.code = listing$12.court_code)) ^@ any($2::text[]) or listing$12.court_code = any($3::text[]))) or (((listing$12.state in ('REMOVED', 'REVOKED') or (listing$12.state = 'PUBLISHED' and not (listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
                    select rule$24.area_code
                    from subject rule$24
                    where rule$24.id = listing$12.subject_id), (
                    select rule$23.area_code
                    from court rule$23
                    where rule$23.code = listing$12.court_code)) ^@ any($2::text[]) or listing$12.court_code = any($3::text[])))))) and true
                  order by "k$0", "k$1"
                  limit 20) page$25 having true) as "listings", (
                select (
                  select row_to_json(record$39)
                  from (
                    select case when subject$30."kind" in ('NATURAL_PERSON') then case when (subject$30.area_code ^@ any($2::text[]) or exists (
                      select
                      from enforcement_case rule$31
                      where rule$31.subject_id = subject$30.id and (rule$31.court_code = any($3::text[]) or subject$30.area_code is null and rule$31.court_code = any(array(
                        select rule$32.code
                        from unnest($2::text[]) rule$35(code) join court rule$32 on rule$32.area_code between rule$35.code and rule$35.code || '~')))) or exists (
                      select
                      from listing rule$33
                      where rule$33.subject_id = subject$30.id and (rule$33.court_code = any($3::text[]) or subject$30.area_code is null and rule$33.kind <> 'SERIOUS_DISHONESTY' and rule$33.state = 'PUBLISHED' and (rule$33.term_ends_on is null or rule$33.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$33.court_code = any(array(
                        select rule$34.code
                        from unnest($2::text[]) rule$36(code) join court rule$34 on rule$34.area_code between rule$36.code and rule$36.code || '~'))))) then subject$30."name" else case when char_length(subject$30."name") <= 1 or subject$30."name" = 'ERASED' then '*' when char_length(subject$30."name") = 2 then rpad(left(subject$30."name", 1), 2, '*') when position('·' in subject$30."name") > 0 then left(subject$30."name", 1) || '**' else left(subject$30."name", 1) || case char_length(subject$30."name") when 3 then '*' else '**' end || right(subject$30."name", 1) end end when subject$30."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$30."name" end as "name", (
                      select row_to_json(record$38)
                      from (
                        select (
                          select count(*)
                          from "enforcement_case" enforcement_case$37
                          where enforcement_case$37."subject_id" = subject$30."id") as "totalCount") record$38) as "cases") record$39)
                from "subject" subject$30
                where subject$30."id" = enforcement_case$4."subject_id"
                limit 1) as "subject") record$40) as "j$0"
          from "enforcement_case" enforcement_case$4
          where enforcement_case$4."subject_id" = subject$1."id" and true
          order by "k$0", "k$1"
          limit 20) page$5 having true) as "v$1", subject$1."government_kind" as "v$2", subject$1."superior_name" as "v$3", case when subject$1."kind" in ('GOVERNMENT_BODY') then (
        select json_build_object('$', subject$41."id", 'name', case when subject$41."kind" in ('NATURAL_PERSON') then case when (subject$41.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$63
          where rule$63.subject_id = subject$41.id and (rule$63.court_code = any($3::text[]) or subject$41.area_code is null and rule$63.court_code = any(array(
            select rule$64.code
            from unnest($2::text[]) rule$67(code) join court rule$64 on rule$64.area_code between rule$67.code and rule$67.code || '~')))) or exists (
          select
          from listing rule$65
          where rule$65.subject_id = subject$41.id and (rule$65.court_code = any($3::text[]) or subject$41.area_code is null and rule$65.kind <> 'SERIOUS_DISHONESTY' and rule$65.state = 'PUBLISHED' and (rule$65.term_ends_on is null or rule$65.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$65.court_code = any(array(
            select rule$66.code
            from unnest($2::text[]) rule$68(code) join court rule$66 on rule$66.area_code between rule$68.code and rule$68.code || '~'))))) then subject$41."name" else case when char_length(subject$41."name") <= 1 or subject$41."name" = 'ERASED' then '*' when char_length(subject$41."name") = 2 then rpad(left(subject$41."name", 1), 2, '*') when position('·' in subject$41."name") > 0 then left(subject$41."name", 1) || '**' else left(subject$41."name", 1) || case char_length(subject$41."name") when 3 then '*' else '**' end || right(subject$41."name", 1) end end when subject$41."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$41."name" end)
        from "subject" subject$41
        where subject$41."credit_code" = subject$1."superior_credit_code" and ((subject$41."kind" in ('NATURAL_PERSON') and (exists (
          select
          from "enforcement_case" known$55
          where known$55."subject_id" = subject$41.id offset 0) or exists (
          select
          from "terminated_case" known$56
          where known$56."subject_id" = subject$41.id offset 0) or exists (
          select
          from "listing" known$42
          where known$42."subject_id" = subject$41.id and ((known$42."kind" in ('SX') and (((known$42.state = 'PUBLISHED' and (known$42.term_ends_on is null or known$42.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$42.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$44.area_code
            from subject rule$44
            where rule$44.id = known$42.subject_id), (
            select rule$43.area_code
            from court rule$43
            where rule$43.code = known$42.court_code)) ^@ any($2::text[]) or known$42.court_code = any($3::text[]))) or (((known$42.state in ('REMOVED', 'REVOKED') or (known$42.state = 'PUBLISHED' and not (known$42.state = 'PUBLISHED' and (known$42.term_ends_on is null or known$42.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$46.area_code
            from subject rule$46
            where rule$46.id = known$42.subject_id), (
            select rule$45.area_code
            from court rule$45
            where rule$45.code = known$42.court_code)) ^@ any($2::text[]) or known$42.court_code = any($3::text[]))))) or (known$42."kind" in ('CONSUMPTION_RESTRICTION') and (((known$42.state = 'PUBLISHED' and (known$42.term_ends_on is null or known$42.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$42.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$48.area_code
            from subject rule$48
            where rule$48.id = known$42.subject_id), (
            select rule$47.area_code
            from court rule$47
            where rule$47.code = known$42.court_code)) ^@ any($2::text[]) or known$42.court_code = any($3::text[]))) or (((known$42.state in ('REMOVED', 'REVOKED') or (known$42.state = 'PUBLISHED' and not (known$42.state = 'PUBLISHED' and (known$42.term_ends_on is null or known$42.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$50.area_code
            from subject rule$50
            where rule$50.id = known$42.subject_id), (
            select rule$49.area_code
            from court rule$49
            where rule$49.code = known$42.court_code)) ^@ any($2::text[]) or known$42.court_code = any($3::text[]))))) or (known$42."kind" in ('SERIOUS_DISHONESTY') and (((known$42.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
            select rule$52.area_code
            from subject rule$52
            where rule$52.id = known$42.subject_id), (
            select rule$51.area_code
            from court rule$51
            where rule$51.code = known$42.court_code)) ^@ any($2::text[]) or known$42.court_code = any($3::text[]))) or (((known$42.state in ('REMOVED', 'REVOKED') or (known$42.state = 'PUBLISHED' and not (known$42.state = 'PUBLISHED' and (known$42.term_ends_on is null or known$42.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
            select rule$54.area_code
            from subject rule$54
            where rule$54.id = known$42.subject_id), (
            select rule$53.area_code
            from court rule$53
            where rule$53.code = known$42.court_code)) ^@ any($2::text[]) or known$42.court_code = any($3::text[])))))) offset 0) or exists (
          select
          from "performance_certificate" known$57
          where known$57."subject_id" = subject$41.id and (((coalesce((
            select rule$59.area_code
            from subject rule$59
            where rule$59.id = known$57.subject_id), (
            select rule$58.area_code
            from court rule$58
            where rule$58.code = known$57.court_code)) ^@ any($2::text[]) or known$57.court_code = any($3::text[])))) offset 0) or exists (
          select
          from "honest_listing" known$60
          where known$60."subject_id" = subject$41.id and (((known$60.subject_kind <> 'NATURAL_PERSON')) or ((known$60.subject_kind = 'NATURAL_PERSON') and (coalesce((
            select rule$62.area_code
            from subject rule$62
            where rule$62.id = known$60.subject_id), (
            select rule$61.area_code
            from court rule$61
            where rule$61.code = known$60.court_code)) ^@ any($2::text[]) or known$60.court_code = any($3::text[])))) offset 0))) or subject$41."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
        limit 1) end as "v$4" offset 0) values$3)
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))

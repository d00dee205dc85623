select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (22, 23) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$10)
        from (
          select subject$2."id" as "$", values$9."v$0" as "__typename", values$9."v$1" as "id", values$9."v$2" as "name") record$10) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$11)
        from (
          select subject$2."id" as "$", values$9."v$0" as "__typename", values$9."v$1" as "id", values$9."v$2" as "name", values$9."v$3" as "creditCode") record$11) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."id"::text as "v$1", subject$2."name" as "v$2", subject$2."credit_code" as "v$3" offset 0) values$9)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 22 then named$1.value::uuid when 23 then (
      select identifier$3.subject_id
      from subject_identifier identifier$3
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "enforcement_case" known$5
      where known$5."subject_id" = subject$2.id offset 0) or exists (
      select
      from "terminated_case" known$6
      where known$6."subject_id" = subject$2.id offset 0) or exists (
      select
      from "performance_certificate" known$7
      where known$7."subject_id" = subject$2.id offset 0) or exists (
      select
      from "honest_listing" known$8
      where known$8."subject_id" = subject$2.id offset 0) or exists (
      select
      from "listing" known$4
      where known$4."subject_id" = subject$2.id and (known$4."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$4."kind" in ('SERIOUS_DISHONESTY') and (((known$4.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$4.state in ('REMOVED', 'REVOKED') or (known$4.state = 'PUBLISHED' and not (known$4.state = 'PUBLISHED' and (known$4.term_ends_on is null or known$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) when named$1.way in (4) then (
    select (
      select row_to_json(record$13)
      from (
        select enforcement_case$12."subject_id" as "$", 'Case'::text as "__typename") record$13)
    from "enforcement_case" enforcement_case$12
    where enforcement_case$12.id = named$1.value::uuid
    limit 1) when named$1.way in (5) then (
    select (
      select row_to_json(record$15)
      from (
        select case_party$14."subject_id" as "$", 'CaseParty'::text as "__typename") record$15)
    from "case_party" case_party$14
    where case_party$14.id = named$1.value::uuid
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$17)
      from (
        select terminated_case$16."subject_id" as "$", 'TerminatedCase'::text as "__typename") record$17)
    from "terminated_case" terminated_case$16
    where terminated_case$16.id = named$1.value::uuid
    limit 1) when named$1.way in (9) then (
    select (
      select row_to_json(record$19)
      from (
        select performance_certificate$18."subject_id" as "$", 'PerformanceCertificate'::text as "__typename") record$19)
    from "performance_certificate" performance_certificate$18
    where performance_certificate$18.id = named$1.value::uuid
    limit 1) when named$1.way in (10) then (
    select (
      select row_to_json(record$21)
      from (
        select honest_listing$20."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$21)
    from "honest_listing" honest_listing$20
    where honest_listing$20.id = named$1.value::uuid
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$23)
      from (
        select listing$22."subject_id" as "$", case when listing$22."kind" in ('SX') then 'DishonestDebtorListing' when listing$22."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$22."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$23)
    from "listing" listing$22
    where listing$22.id = named$1.value::uuid and (named$1.also is null or listing$22."kind" = named$1.also) and (listing$22."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$22."kind" in ('SERIOUS_DISHONESTY') and (((listing$22.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$22.state in ('REMOVED', 'REVOKED') or (listing$22.state = 'PUBLISHED' and not (listing$22.state = 'PUBLISHED' and (listing$22.term_ends_on is null or listing$22.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1) when named$1.way in (24) then (
    select (
      select row_to_json(record$34)
      from (
        select former_name$24."subject_id" as "$", 'FormerName'::text as "__typename") record$34)
    from "former_name" former_name$24
    where former_name$24.id = named$1.value::uuid and (((former_name$24.subject_kind <> 'NATURAL_PERSON')) or ((former_name$24.subject_kind = 'NATURAL_PERSON') and ((
      select rule$25.area_code
      from subject rule$25
      where rule$25.id = former_name$24.subject_id) ^@ any($1::text[]) or exists (
      select
      from enforcement_case rule$26
      where rule$26.subject_id = former_name$24.subject_id and (rule$26.court_code = any($2::text[]) or (
        select rule$30.area_code
        from subject rule$30
        where rule$30.id = former_name$24.subject_id) is null and rule$26.court_code = any(array(
        select rule$27.code
        from unnest($1::text[]) rule$32(code) join court rule$27 on rule$27.area_code between rule$32.code and rule$32.code || '~')))) or exists (
      select
      from listing rule$28
      where rule$28.subject_id = former_name$24.subject_id and (rule$28.court_code = any($2::text[]) or (
        select rule$31.area_code
        from subject rule$31
        where rule$31.id = former_name$24.subject_id) is null and rule$28.kind <> 'SERIOUS_DISHONESTY' and rule$28.state = 'PUBLISHED' and (rule$28.term_ends_on is null or rule$28.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$28.court_code = any(array(
        select rule$29.code
        from unnest($1::text[]) rule$33(code) join court rule$29 on rule$29.area_code between rule$33.code and rule$33.code || '~')))))))
    limit 1) when named$1.way in (25) then (
    select (
      select row_to_json(record$36)
      from (
        select responsible_person$35."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$36)
    from "responsible_person" responsible_person$35
    where responsible_person$35.id = named$1.value::uuid
    limit 1) when named$1.way in (0, 1) then (
    select (
      select row_to_json(record$39)
      from (
        select 'Agency'::text as "__typename") record$39)
    from "agency" agency$37
    where agency$37.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
      select key$38.id
      from "agency" key$38
      where key$38."code" = named$1.value::text) end
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$42)
      from (
        select 'Area'::text as "__typename") record$42)
    from "area" area$40
    where area$40.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$41.id
      from "area" key$41
      where key$41."code" = named$1.value::text) end
    limit 1) when named$1.way in (7, 8) then (
    select (
      select row_to_json(record$47)
      from (
        select 'Court'::text as "__typename", court$43."code" as "code", (
          select (
            select row_to_json(record$46)
            from (
              select area$45."name" as "name") record$46)
          from "area" area$45
          where area$45."code" = court$43."area_code"
          limit 1) as "area") record$47)
    from "court" court$43
    where court$43.id = case named$1.way when 7 then named$1.value::uuid when 8 then (
      select key$44.id
      from "court" key$44
      where key$44."code" = named$1.value::text) end
    limit 1) when named$1.way in (12, 13) then (
    select (
      select row_to_json(record$50)
      from (
        select 'Measure'::text as "__typename") record$50)
    from "measure" measure$48
    where measure$48.id = case named$1.way when 12 then named$1.value::uuid when 13 then (
      select key$49.id
      from "measure" key$49
      where key$49."code" = named$1.value::text) end
    limit 1) when named$1.way in (14) then (
    select (
      select row_to_json(record$52)
      from (
        select 'Screening'::text as "__typename") record$52)
    from "screening" screening$51
    where screening$51.id = named$1.value::uuid
    limit 1) when named$1.way in (15) then (
    select (
      select row_to_json(record$54)
      from (
        select 'ScreeningItem'::text as "__typename") record$54)
    from "screening_item" screening_item$53
    where screening_item$53.id = named$1.value::uuid
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$56)
      from (
        select 'ScreeningHit'::text as "__typename") record$56)
    from "screening_hit" screening_hit$55
    where screening_hit$55.id = named$1.value::uuid
    limit 1) when named$1.way in (17, 18) then (
    select (
      select row_to_json(record$59)
      from (
        select 'Instruction'::text as "__typename") record$59)
    from "screening_instruction" screening_instruction$57
    where screening_instruction$57.id = case named$1.way when 17 then named$1.value::uuid when 18 then (
      select key$58.id
      from "screening_instruction" key$58
      where key$58."hit_id" = named$1.value::uuid) end
    limit 1) when named$1.way in (19) then (
    select (
      select row_to_json(record$61)
      from (
        select 'Feedback'::text as "__typename") record$61)
    from "feedback" feedback$60
    where feedback$60.id = named$1.value::uuid
    limit 1) when named$1.way in (20) then (
    select (
      select row_to_json(record$63)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename") record$63)
    from "government_debtor_snapshot" government_debtor_snapshot$62
    where government_debtor_snapshot$62.id = named$1.value::uuid
    limit 1) when named$1.way in (21) then (
    select (
      select row_to_json(record$65)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename") record$65)
    from "government_debtor_entry" government_debtor_entry$64
    where government_debtor_entry$64.id = named$1.value::uuid
    limit 1) when named$1.way in (26, 27) then (
    select (
      select row_to_json(record$68)
      from (
        select 'WorkDay'::text as "__typename", work_day$66."day" as "day", work_day$66."is_workday" as "isWorkday") record$68)
    from "work_day" work_day$66
    where work_day$66.id = case named$1.way when 26 then named$1.value::uuid when 27 then (
      select key$67.id
      from "work_day" key$67
      where key$67."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($3::text[], $4::integer[], $5::text[]) with ordinality named$1(value, way, also, place)))

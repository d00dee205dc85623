select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (24, 25) then (
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
    where subject$2.id = case named$1.way when 24 then named$1.value::uuid when 25 then (
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
    limit 1) when named$1.way in (0) then (
    select (
      select row_to_json(record$13)
      from (
        select licence$12."subject_id" as "$", 'Licence'::text as "__typename") record$13)
    from "licence" licence$12
    where licence$12.id = named$1.value::uuid
    limit 1) when named$1.way in (1) then (
    select (
      select row_to_json(record$15)
      from (
        select penalty$14."subject_id" as "$", 'Penalty'::text as "__typename") record$15)
    from "penalty" penalty$14
    where penalty$14.id = named$1.value::uuid
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$17)
      from (
        select enforcement_case$16."subject_id" as "$", 'Case'::text as "__typename") record$17)
    from "enforcement_case" enforcement_case$16
    where enforcement_case$16.id = named$1.value::uuid
    limit 1) when named$1.way in (7) then (
    select (
      select row_to_json(record$19)
      from (
        select case_party$18."subject_id" as "$", 'CaseParty'::text as "__typename") record$19)
    from "case_party" case_party$18
    where case_party$18.id = named$1.value::uuid
    limit 1) when named$1.way in (8) then (
    select (
      select row_to_json(record$21)
      from (
        select terminated_case$20."subject_id" as "$", 'TerminatedCase'::text as "__typename") record$21)
    from "terminated_case" terminated_case$20
    where terminated_case$20.id = named$1.value::uuid
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$23)
      from (
        select performance_certificate$22."subject_id" as "$", 'PerformanceCertificate'::text as "__typename") record$23)
    from "performance_certificate" performance_certificate$22
    where performance_certificate$22.id = named$1.value::uuid
    limit 1) when named$1.way in (12) then (
    select (
      select row_to_json(record$25)
      from (
        select honest_listing$24."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$25)
    from "honest_listing" honest_listing$24
    where honest_listing$24.id = named$1.value::uuid
    limit 1) when named$1.way in (13) then (
    select (
      select row_to_json(record$27)
      from (
        select listing$26."subject_id" as "$", case when listing$26."kind" in ('SX') then 'DishonestDebtorListing' when listing$26."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$26."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$27)
    from "listing" listing$26
    where listing$26.id = named$1.value::uuid and (named$1.also is null or listing$26."kind" = named$1.also) and (listing$26."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$26."kind" in ('SERIOUS_DISHONESTY') and (((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1) when named$1.way in (26) then (
    select (
      select row_to_json(record$38)
      from (
        select former_name$28."subject_id" as "$", 'FormerName'::text as "__typename") record$38)
    from "former_name" former_name$28
    where former_name$28.id = named$1.value::uuid and (((former_name$28.subject_kind <> 'NATURAL_PERSON')) or ((former_name$28.subject_kind = 'NATURAL_PERSON') and ((
      select rule$29.area_code
      from subject rule$29
      where rule$29.id = former_name$28.subject_id) ^@ any($1::text[]) or exists (
      select
      from enforcement_case rule$30
      where rule$30.subject_id = former_name$28.subject_id and (rule$30.court_code = any($2::text[]) or (
        select rule$34.area_code
        from subject rule$34
        where rule$34.id = former_name$28.subject_id) is null and rule$30.court_code = any(array(
        select rule$31.code
        from unnest($1::text[]) rule$36(code) join court rule$31 on rule$31.area_code between rule$36.code and rule$36.code || '~')))) or exists (
      select
      from listing rule$32
      where rule$32.subject_id = former_name$28.subject_id and (rule$32.court_code = any($2::text[]) or (
        select rule$35.area_code
        from subject rule$35
        where rule$35.id = former_name$28.subject_id) is null and rule$32.kind <> 'SERIOUS_DISHONESTY' and rule$32.state = 'PUBLISHED' and (rule$32.term_ends_on is null or rule$32.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$32.court_code = any(array(
        select rule$33.code
        from unnest($1::text[]) rule$37(code) join court rule$33 on rule$33.area_code between rule$37.code and rule$37.code || '~')))))))
    limit 1) when named$1.way in (27) then (
    select (
      select row_to_json(record$40)
      from (
        select responsible_person$39."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$40)
    from "responsible_person" responsible_person$39
    where responsible_person$39.id = named$1.value::uuid
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$43)
      from (
        select 'Agency'::text as "__typename") record$43)
    from "agency" agency$41
    where agency$41.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$42.id
      from "agency" key$42
      where key$42."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$46)
      from (
        select 'Area'::text as "__typename") record$46)
    from "area" area$44
    where area$44.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$45.id
      from "area" key$45
      where key$45."code" = named$1.value::text) end
    limit 1) when named$1.way in (9, 10) then (
    select (
      select row_to_json(record$51)
      from (
        select 'Court'::text as "__typename", court$47."code" as "code", (
          select (
            select row_to_json(record$50)
            from (
              select area$49."name" as "name") record$50)
          from "area" area$49
          where area$49."code" = court$47."area_code"
          limit 1) as "area") record$51)
    from "court" court$47
    where court$47.id = case named$1.way when 9 then named$1.value::uuid when 10 then (
      select key$48.id
      from "court" key$48
      where key$48."code" = named$1.value::text) end
    limit 1) when named$1.way in (14, 15) then (
    select (
      select row_to_json(record$54)
      from (
        select 'Measure'::text as "__typename") record$54)
    from "measure" measure$52
    where measure$52.id = case named$1.way when 14 then named$1.value::uuid when 15 then (
      select key$53.id
      from "measure" key$53
      where key$53."code" = named$1.value::text) end
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$56)
      from (
        select 'Screening'::text as "__typename") record$56)
    from "screening" screening$55
    where screening$55.id = named$1.value::uuid
    limit 1) when named$1.way in (17) then (
    select (
      select row_to_json(record$58)
      from (
        select 'ScreeningItem'::text as "__typename") record$58)
    from "screening_item" screening_item$57
    where screening_item$57.id = named$1.value::uuid
    limit 1) when named$1.way in (18) then (
    select (
      select row_to_json(record$60)
      from (
        select 'ScreeningHit'::text as "__typename") record$60)
    from "screening_hit" screening_hit$59
    where screening_hit$59.id = named$1.value::uuid
    limit 1) when named$1.way in (19, 20) then (
    select (
      select row_to_json(record$63)
      from (
        select 'Instruction'::text as "__typename") record$63)
    from "screening_instruction" screening_instruction$61
    where screening_instruction$61.id = case named$1.way when 19 then named$1.value::uuid when 20 then (
      select key$62.id
      from "screening_instruction" key$62
      where key$62."hit_id" = named$1.value::uuid) end
    limit 1) when named$1.way in (21) then (
    select (
      select row_to_json(record$65)
      from (
        select 'Feedback'::text as "__typename") record$65)
    from "feedback" feedback$64
    where feedback$64.id = named$1.value::uuid
    limit 1) when named$1.way in (22) then (
    select (
      select row_to_json(record$67)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename") record$67)
    from "government_debtor_snapshot" government_debtor_snapshot$66
    where government_debtor_snapshot$66.id = named$1.value::uuid
    limit 1) when named$1.way in (23) then (
    select (
      select row_to_json(record$69)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename") record$69)
    from "government_debtor_entry" government_debtor_entry$68
    where government_debtor_entry$68.id = named$1.value::uuid
    limit 1) when named$1.way in (28, 29) then (
    select (
      select row_to_json(record$72)
      from (
        select 'WorkDay'::text as "__typename", work_day$70."day" as "day", work_day$70."is_workday" as "isWorkday") record$72)
    from "work_day" work_day$70
    where work_day$70.id = case named$1.way when 28 then named$1.value::uuid when 29 then (
      select key$71.id
      from "work_day" key$71
      where key$71."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($3::text[], $4::integer[], $5::text[]) with ordinality named$1(value, way, also, place)))

select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (24, 25) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$12)
        from (
          select subject$2."id" as "$", values$11."v$0" as "__typename", values$11."v$1" as "id", values$11."v$2" as "name") record$12) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$13)
        from (
          select subject$2."id" as "$", values$11."v$0" as "__typename", values$11."v$1" as "id", values$11."v$2" as "name", values$11."v$3" as "creditCode") record$13) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."id"::text as "v$1", subject$2."name" as "v$2", subject$2."credit_code" as "v$3" offset 0) values$11)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 24 then coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = named$1.value::uuid), named$1.value::uuid) when 25 then (
      select coalesce(alias$5.current_id, identifier$4.subject_id)
      from subject_identifier identifier$4 left join subject_alias alias$5 on alias$5.old_id = identifier$4.subject_id
      where identifier$4.kind = 'CREDIT_CODE' and identifier$4.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and subject$2.merged_into is null and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "enforcement_case" known$7
      where known$7."subject_id" = subject$2.id offset 0) or exists (
      select
      from "terminated_case" known$8
      where known$8."subject_id" = subject$2.id offset 0) or exists (
      select
      from "performance_certificate" known$9
      where known$9."subject_id" = subject$2.id offset 0) or exists (
      select
      from "honest_listing" known$10
      where known$10."subject_id" = subject$2.id offset 0) or exists (
      select
      from "listing" known$6
      where known$6."subject_id" = subject$2.id and (known$6."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$6."kind" in ('SERIOUS_DISHONESTY') and (((known$6.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$6.state in ('REMOVED', 'REVOKED') or (known$6.state = 'PUBLISHED' and not (known$6.state = 'PUBLISHED' and (known$6.term_ends_on is null or known$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) when named$1.way in (0) then (
    select (
      select row_to_json(record$15)
      from (
        select licence$14."subject_id" as "$", 'Licence'::text as "__typename") record$15)
    from "licence" licence$14
    where licence$14.id = named$1.value::uuid
    limit 1) when named$1.way in (1) then (
    select (
      select row_to_json(record$17)
      from (
        select penalty$16."subject_id" as "$", 'Penalty'::text as "__typename") record$17)
    from "penalty" penalty$16
    where penalty$16.id = named$1.value::uuid
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$19)
      from (
        select enforcement_case$18."subject_id" as "$", 'Case'::text as "__typename") record$19)
    from "enforcement_case" enforcement_case$18
    where enforcement_case$18.id = named$1.value::uuid
    limit 1) when named$1.way in (7) then (
    select (
      select row_to_json(record$21)
      from (
        select case_party$20."subject_id" as "$", 'CaseParty'::text as "__typename") record$21)
    from "case_party" case_party$20
    where case_party$20.id = named$1.value::uuid
    limit 1) when named$1.way in (8) then (
    select (
      select row_to_json(record$23)
      from (
        select terminated_case$22."subject_id" as "$", 'TerminatedCase'::text as "__typename") record$23)
    from "terminated_case" terminated_case$22
    where terminated_case$22.id = named$1.value::uuid
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$25)
      from (
        select performance_certificate$24."subject_id" as "$", 'PerformanceCertificate'::text as "__typename") record$25)
    from "performance_certificate" performance_certificate$24
    where performance_certificate$24.id = named$1.value::uuid
    limit 1) when named$1.way in (12) then (
    select (
      select row_to_json(record$27)
      from (
        select honest_listing$26."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$27)
    from "honest_listing" honest_listing$26
    where honest_listing$26.id = named$1.value::uuid
    limit 1) when named$1.way in (13) then (
    select (
      select row_to_json(record$29)
      from (
        select listing$28."subject_id" as "$", case when listing$28."kind" in ('SX') then 'DishonestDebtorListing' when listing$28."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$28."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$29)
    from "listing" listing$28
    where listing$28.id = named$1.value::uuid and (named$1.also is null or listing$28."kind" = named$1.also) and (listing$28."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$28."kind" in ('SERIOUS_DISHONESTY') and (((listing$28.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$28.state in ('REMOVED', 'REVOKED') or (listing$28.state = 'PUBLISHED' and not (listing$28.state = 'PUBLISHED' and (listing$28.term_ends_on is null or listing$28.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1) when named$1.way in (26) then (
    select (
      select row_to_json(record$40)
      from (
        select former_name$30."subject_id" as "$", 'FormerName'::text as "__typename") record$40)
    from "former_name" former_name$30
    where former_name$30.id = named$1.value::uuid and (((former_name$30.subject_kind <> 'NATURAL_PERSON')) or ((former_name$30.subject_kind = 'NATURAL_PERSON') and ((
      select rule$31.area_code
      from subject rule$31
      where rule$31.id = former_name$30.subject_id) ^@ any($1::text[]) or exists (
      select
      from enforcement_case rule$32
      where rule$32.subject_id = former_name$30.subject_id and (rule$32.court_code = any($2::text[]) or (
        select rule$36.area_code
        from subject rule$36
        where rule$36.id = former_name$30.subject_id) is null and rule$32.court_code = any(array(
        select rule$33.code
        from unnest($1::text[]) rule$38(code) join court rule$33 on rule$33.area_code between rule$38.code and rule$38.code || '~')))) or exists (
      select
      from listing rule$34
      where rule$34.subject_id = former_name$30.subject_id and (rule$34.court_code = any($2::text[]) or (
        select rule$37.area_code
        from subject rule$37
        where rule$37.id = former_name$30.subject_id) is null and rule$34.kind <> 'SERIOUS_DISHONESTY' and rule$34.state = 'PUBLISHED' and (rule$34.term_ends_on is null or rule$34.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$34.court_code = any(array(
        select rule$35.code
        from unnest($1::text[]) rule$39(code) join court rule$35 on rule$35.area_code between rule$39.code and rule$39.code || '~')))))))
    limit 1) when named$1.way in (27) then (
    select (
      select row_to_json(record$42)
      from (
        select responsible_person$41."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$42)
    from "responsible_person" responsible_person$41
    where responsible_person$41.id = named$1.value::uuid
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$45)
      from (
        select 'Agency'::text as "__typename") record$45)
    from "agency" agency$43
    where agency$43.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$44.id
      from "agency" key$44
      where key$44."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$48)
      from (
        select 'Area'::text as "__typename") record$48)
    from "area" area$46
    where area$46.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$47.id
      from "area" key$47
      where key$47."code" = named$1.value::text) end
    limit 1) when named$1.way in (9, 10) then (
    select (
      select row_to_json(record$53)
      from (
        select 'Court'::text as "__typename", court$49."code" as "code", (
          select (
            select row_to_json(record$52)
            from (
              select area$51."name" as "name") record$52)
          from "area" area$51
          where area$51."code" = court$49."area_code"
          limit 1) as "area") record$53)
    from "court" court$49
    where court$49.id = case named$1.way when 9 then named$1.value::uuid when 10 then (
      select key$50.id
      from "court" key$50
      where key$50."code" = named$1.value::text) end
    limit 1) when named$1.way in (14, 15) then (
    select (
      select row_to_json(record$56)
      from (
        select 'Measure'::text as "__typename") record$56)
    from "measure" measure$54
    where measure$54.id = case named$1.way when 14 then named$1.value::uuid when 15 then (
      select key$55.id
      from "measure" key$55
      where key$55."code" = named$1.value::text) end
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$58)
      from (
        select 'Screening'::text as "__typename") record$58)
    from "screening" screening$57
    where screening$57.id = named$1.value::uuid
    limit 1) when named$1.way in (17) then (
    select (
      select row_to_json(record$60)
      from (
        select 'ScreeningItem'::text as "__typename") record$60)
    from "screening_item" screening_item$59
    where screening_item$59.id = named$1.value::uuid
    limit 1) when named$1.way in (18) then (
    select (
      select row_to_json(record$62)
      from (
        select 'ScreeningHit'::text as "__typename") record$62)
    from "screening_hit" screening_hit$61
    where screening_hit$61.id = named$1.value::uuid
    limit 1) when named$1.way in (19, 20) then (
    select (
      select row_to_json(record$65)
      from (
        select 'Instruction'::text as "__typename") record$65)
    from "screening_instruction" screening_instruction$63
    where screening_instruction$63.id = case named$1.way when 19 then named$1.value::uuid when 20 then (
      select key$64.id
      from "screening_instruction" key$64
      where key$64."hit_id" = named$1.value::uuid) end
    limit 1) when named$1.way in (21) then (
    select (
      select row_to_json(record$67)
      from (
        select 'Feedback'::text as "__typename") record$67)
    from "feedback" feedback$66
    where feedback$66.id = named$1.value::uuid
    limit 1) when named$1.way in (22) then (
    select (
      select row_to_json(record$69)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename") record$69)
    from "government_debtor_snapshot" government_debtor_snapshot$68
    where government_debtor_snapshot$68.id = named$1.value::uuid
    limit 1) when named$1.way in (23) then (
    select (
      select row_to_json(record$71)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename") record$71)
    from "government_debtor_entry" government_debtor_entry$70
    where government_debtor_entry$70.id = named$1.value::uuid
    limit 1) when named$1.way in (28, 29) then (
    select (
      select row_to_json(record$74)
      from (
        select 'WorkDay'::text as "__typename", work_day$72."day" as "day", work_day$72."is_workday" as "isWorkday") record$74)
    from "work_day" work_day$72
    where work_day$72.id = case named$1.way when 28 then named$1.value::uuid when 29 then (
      select key$73.id
      from "work_day" key$73
      where key$73."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($3::text[], $4::integer[], $5::text[]) with ordinality named$1(value, way, also, place)))

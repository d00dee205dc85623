select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (24, 25) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$7)
        from (
          select subject$2."id" as "$", values$6."v$0" as "__typename", values$6."v$1" as "id", values$6."v$2" as "name") record$7) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$8)
        from (
          select subject$2."id" as "$", values$6."v$0" as "__typename", values$6."v$1" as "id", values$6."v$2" as "name", values$6."v$3" as "creditCode") record$8) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."id"::text as "v$1", subject$2."name" as "v$2", subject$2."credit_code" as "v$3" offset 0) values$6)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 24 then coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = named$1.value::uuid), named$1.value::uuid) when 25 then (
      select coalesce(alias$5.current_id, identifier$4.subject_id)
      from subject_identifier identifier$4 left join subject_alias alias$5 on alias$5.old_id = identifier$4.subject_id
      where identifier$4.kind = 'CREDIT_CODE' and identifier$4.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and subject$2.merged_into is null
    limit 1) when named$1.way in (0) then (
    select (
      select row_to_json(record$10)
      from (
        select licence$9."subject_id" as "$", 'Licence'::text as "__typename") record$10)
    from "licence" licence$9
    where licence$9.id = named$1.value::uuid
    limit 1) when named$1.way in (1) then (
    select (
      select row_to_json(record$12)
      from (
        select penalty$11."subject_id" as "$", 'Penalty'::text as "__typename") record$12)
    from "penalty" penalty$11
    where penalty$11.id = named$1.value::uuid
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$14)
      from (
        select enforcement_case$13."subject_id" as "$", 'Case'::text as "__typename") record$14)
    from "enforcement_case" enforcement_case$13
    where enforcement_case$13.id = named$1.value::uuid
    limit 1) when named$1.way in (7) then (
    select (
      select row_to_json(record$16)
      from (
        select case_party$15."subject_id" as "$", 'CaseParty'::text as "__typename") record$16)
    from "case_party" case_party$15
    where case_party$15.id = named$1.value::uuid
    limit 1) when named$1.way in (8) then (
    select (
      select row_to_json(record$18)
      from (
        select terminated_case$17."subject_id" as "$", 'TerminatedCase'::text as "__typename") record$18)
    from "terminated_case" terminated_case$17
    where terminated_case$17.id = named$1.value::uuid
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$20)
      from (
        select performance_certificate$19."subject_id" as "$", 'PerformanceCertificate'::text as "__typename") record$20)
    from "performance_certificate" performance_certificate$19
    where performance_certificate$19.id = named$1.value::uuid
    limit 1) when named$1.way in (12) then (
    select (
      select row_to_json(record$22)
      from (
        select honest_listing$21."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$22)
    from "honest_listing" honest_listing$21
    where honest_listing$21.id = named$1.value::uuid
    limit 1) when named$1.way in (13) then (
    select (
      select row_to_json(record$24)
      from (
        select listing$23."subject_id" as "$", case when listing$23."kind" in ('SX') then 'DishonestDebtorListing' when listing$23."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$23."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$24)
    from "listing" listing$23
    where listing$23.id = named$1.value::uuid and (named$1.also is null or listing$23."kind" = named$1.also) and (listing$23."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$23."kind" in ('SERIOUS_DISHONESTY') and (((listing$23.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$23.state in ('REMOVED', 'REVOKED') or (listing$23.state = 'PUBLISHED' and not (listing$23.state = 'PUBLISHED' and (listing$23.term_ends_on is null or listing$23.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1) when named$1.way in (26) then (
    select (
      select row_to_json(record$35)
      from (
        select former_name$25."subject_id" as "$", 'FormerName'::text as "__typename") record$35)
    from "former_name" former_name$25
    where former_name$25.id = named$1.value::uuid and (((former_name$25.subject_kind <> 'NATURAL_PERSON')) or ((former_name$25.subject_kind = 'NATURAL_PERSON') and ((
      select rule$26.area_code
      from subject rule$26
      where rule$26.id = former_name$25.subject_id) ^@ any($1::text[]) or exists (
      select
      from enforcement_case rule$27
      where rule$27.subject_id = former_name$25.subject_id and (rule$27.court_code = any($2::text[]) or (
        select rule$31.area_code
        from subject rule$31
        where rule$31.id = former_name$25.subject_id) is null and rule$27.court_code = any(array(
        select rule$28.code
        from unnest($1::text[]) rule$33(code) join court rule$28 on rule$28.area_code between rule$33.code and rule$33.code || '~')))) or exists (
      select
      from listing rule$29
      where rule$29.subject_id = former_name$25.subject_id and (rule$29.court_code = any($2::text[]) or (
        select rule$32.area_code
        from subject rule$32
        where rule$32.id = former_name$25.subject_id) is null and rule$29.kind <> 'SERIOUS_DISHONESTY' and rule$29.state = 'PUBLISHED' and (rule$29.term_ends_on is null or rule$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$29.court_code = any(array(
        select rule$30.code
        from unnest($1::text[]) rule$34(code) join court rule$30 on rule$30.area_code between rule$34.code and rule$34.code || '~')))))))
    limit 1) when named$1.way in (27) then (
    select (
      select row_to_json(record$37)
      from (
        select responsible_person$36."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$37)
    from "responsible_person" responsible_person$36
    where responsible_person$36.id = named$1.value::uuid
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$40)
      from (
        select 'Agency'::text as "__typename") record$40)
    from "agency" agency$38
    where agency$38.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$39.id
      from "agency" key$39
      where key$39."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$43)
      from (
        select 'Area'::text as "__typename") record$43)
    from "area" area$41
    where area$41.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$42.id
      from "area" key$42
      where key$42."code" = named$1.value::text) end
    limit 1) when named$1.way in (9, 10) then (
    select (
      select row_to_json(record$48)
      from (
        select 'Court'::text as "__typename", court$44."code" as "code", (
          select (
            select row_to_json(record$47)
            from (
              select area$46."name" as "name") record$47)
          from "area" area$46
          where area$46."code" = court$44."area_code"
          limit 1) as "area") record$48)
    from "court" court$44
    where court$44.id = case named$1.way when 9 then named$1.value::uuid when 10 then (
      select key$45.id
      from "court" key$45
      where key$45."code" = named$1.value::text) end
    limit 1) when named$1.way in (14, 15) then (
    select (
      select row_to_json(record$51)
      from (
        select 'Measure'::text as "__typename") record$51)
    from "measure" measure$49
    where measure$49.id = case named$1.way when 14 then named$1.value::uuid when 15 then (
      select key$50.id
      from "measure" key$50
      where key$50."code" = named$1.value::text) end
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$53)
      from (
        select 'Screening'::text as "__typename") record$53)
    from "screening" screening$52
    where screening$52.id = named$1.value::uuid
    limit 1) when named$1.way in (17) then (
    select (
      select row_to_json(record$55)
      from (
        select 'ScreeningItem'::text as "__typename") record$55)
    from "screening_item" screening_item$54
    where screening_item$54.id = named$1.value::uuid
    limit 1) when named$1.way in (18) then (
    select (
      select row_to_json(record$57)
      from (
        select 'ScreeningHit'::text as "__typename") record$57)
    from "screening_hit" screening_hit$56
    where screening_hit$56.id = named$1.value::uuid
    limit 1) when named$1.way in (19, 20) then (
    select (
      select row_to_json(record$60)
      from (
        select 'Instruction'::text as "__typename") record$60)
    from "screening_instruction" screening_instruction$58
    where screening_instruction$58.id = case named$1.way when 19 then named$1.value::uuid when 20 then (
      select key$59.id
      from "screening_instruction" key$59
      where key$59."hit_id" = named$1.value::uuid) end
    limit 1) when named$1.way in (21) then (
    select (
      select row_to_json(record$62)
      from (
        select 'Feedback'::text as "__typename") record$62)
    from "feedback" feedback$61
    where feedback$61.id = named$1.value::uuid
    limit 1) when named$1.way in (22) then (
    select (
      select row_to_json(record$64)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename") record$64)
    from "government_debtor_snapshot" government_debtor_snapshot$63
    where government_debtor_snapshot$63.id = named$1.value::uuid
    limit 1) when named$1.way in (23) then (
    select (
      select row_to_json(record$66)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename") record$66)
    from "government_debtor_entry" government_debtor_entry$65
    where government_debtor_entry$65.id = named$1.value::uuid
    limit 1) when named$1.way in (28, 29) then (
    select (
      select row_to_json(record$69)
      from (
        select 'WorkDay'::text as "__typename", work_day$67."day" as "day", work_day$67."is_workday" as "isWorkday") record$69)
    from "work_day" work_day$67
    where work_day$67.id = case named$1.way when 28 then named$1.value::uuid when 29 then (
      select key$68.id
      from "work_day" key$68
      where key$68."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($3::text[], $4::integer[], $5::text[]) with ordinality named$1(value, way, also, place)))

select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (24, 25) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$5)
        from (
          select subject$2."id" as "$", values$4."v$0" as "__typename", values$4."v$1" as "id", values$4."v$2" as "name") record$5) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$6)
        from (
          select subject$2."id" as "$", values$4."v$0" as "__typename", values$4."v$1" as "id", values$4."v$2" as "name", values$4."v$3" as "creditCode") record$6) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."id"::text as "v$1", subject$2."name" as "v$2", subject$2."credit_code" as "v$3" offset 0) values$4)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 24 then named$1.value::uuid when 25 then (
      select identifier$3.subject_id
      from subject_identifier identifier$3
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also)
    limit 1) when named$1.way in (0) then (
    select (
      select row_to_json(record$8)
      from (
        select licence$7."subject_id" as "$", 'Licence'::text as "__typename") record$8)
    from "licence" licence$7
    where licence$7.id = named$1.value::uuid
    limit 1) when named$1.way in (1) then (
    select (
      select row_to_json(record$10)
      from (
        select penalty$9."subject_id" as "$", 'Penalty'::text as "__typename") record$10)
    from "penalty" penalty$9
    where penalty$9.id = named$1.value::uuid
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$12)
      from (
        select enforcement_case$11."subject_id" as "$", 'Case'::text as "__typename") record$12)
    from "enforcement_case" enforcement_case$11
    where enforcement_case$11.id = named$1.value::uuid
    limit 1) when named$1.way in (7) then (
    select (
      select row_to_json(record$14)
      from (
        select case_party$13."subject_id" as "$", 'CaseParty'::text as "__typename") record$14)
    from "case_party" case_party$13
    where case_party$13.id = named$1.value::uuid
    limit 1) when named$1.way in (8) then (
    select (
      select row_to_json(record$16)
      from (
        select terminated_case$15."subject_id" as "$", 'TerminatedCase'::text as "__typename") record$16)
    from "terminated_case" terminated_case$15
    where terminated_case$15.id = named$1.value::uuid
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$18)
      from (
        select performance_certificate$17."subject_id" as "$", 'PerformanceCertificate'::text as "__typename") record$18)
    from "performance_certificate" performance_certificate$17
    where performance_certificate$17.id = named$1.value::uuid
    limit 1) when named$1.way in (12) then (
    select (
      select row_to_json(record$20)
      from (
        select honest_listing$19."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$20)
    from "honest_listing" honest_listing$19
    where honest_listing$19.id = named$1.value::uuid
    limit 1) when named$1.way in (13) then (
    select (
      select row_to_json(record$22)
      from (
        select listing$21."subject_id" as "$", case when listing$21."kind" in ('SX') then 'DishonestDebtorListing' when listing$21."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$21."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$22)
    from "listing" listing$21
    where listing$21.id = named$1.value::uuid and (named$1.also is null or listing$21."kind" = named$1.also) and (listing$21."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$21."kind" in ('SERIOUS_DISHONESTY') and (((listing$21.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$21.state in ('REMOVED', 'REVOKED') or (listing$21.state = 'PUBLISHED' and not (listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1) when named$1.way in (26) then (
    select (
      select row_to_json(record$33)
      from (
        select former_name$23."subject_id" as "$", 'FormerName'::text as "__typename") record$33)
    from "former_name" former_name$23
    where former_name$23.id = named$1.value::uuid and (((former_name$23.subject_kind <> 'NATURAL_PERSON')) or ((former_name$23.subject_kind = 'NATURAL_PERSON') and ((
      select rule$24.area_code
      from subject rule$24
      where rule$24.id = former_name$23.subject_id) ^@ any($1::text[]) or exists (
      select
      from enforcement_case rule$25
      where rule$25.subject_id = former_name$23.subject_id and (rule$25.court_code = any($2::text[]) or (
        select rule$29.area_code
        from subject rule$29
        where rule$29.id = former_name$23.subject_id) is null and rule$25.court_code = any(array(
        select rule$26.code
        from unnest($1::text[]) rule$31(code) join court rule$26 on rule$26.area_code between rule$31.code and rule$31.code || '~')))) or exists (
      select
      from listing rule$27
      where rule$27.subject_id = former_name$23.subject_id and (rule$27.court_code = any($2::text[]) or (
        select rule$30.area_code
        from subject rule$30
        where rule$30.id = former_name$23.subject_id) is null and rule$27.kind <> 'SERIOUS_DISHONESTY' and rule$27.state = 'PUBLISHED' and (rule$27.term_ends_on is null or rule$27.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$27.court_code = any(array(
        select rule$28.code
        from unnest($1::text[]) rule$32(code) join court rule$28 on rule$28.area_code between rule$32.code and rule$32.code || '~')))))))
    limit 1) when named$1.way in (27) then (
    select (
      select row_to_json(record$35)
      from (
        select responsible_person$34."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$35)
    from "responsible_person" responsible_person$34
    where responsible_person$34.id = named$1.value::uuid
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$38)
      from (
        select 'Agency'::text as "__typename") record$38)
    from "agency" agency$36
    where agency$36.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$37.id
      from "agency" key$37
      where key$37."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$41)
      from (
        select 'Area'::text as "__typename") record$41)
    from "area" area$39
    where area$39.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$40.id
      from "area" key$40
      where key$40."code" = named$1.value::text) end
    limit 1) when named$1.way in (9, 10) then (
    select (
      select row_to_json(record$46)
      from (
        select 'Court'::text as "__typename", court$42."code" as "code", (
          select (
            select row_to_json(record$45)
            from (
              select area$44."name" as "name") record$45)
          from "area" area$44
          where area$44."code" = court$42."area_code"
          limit 1) as "area") record$46)
    from "court" court$42
    where court$42.id = case named$1.way when 9 then named$1.value::uuid when 10 then (
      select key$43.id
      from "court" key$43
      where key$43."code" = named$1.value::text) end
    limit 1) when named$1.way in (14, 15) then (
    select (
      select row_to_json(record$49)
      from (
        select 'Measure'::text as "__typename") record$49)
    from "measure" measure$47
    where measure$47.id = case named$1.way when 14 then named$1.value::uuid when 15 then (
      select key$48.id
      from "measure" key$48
      where key$48."code" = named$1.value::text) end
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$51)
      from (
        select 'Screening'::text as "__typename") record$51)
    from "screening" screening$50
    where screening$50.id = named$1.value::uuid
    limit 1) when named$1.way in (17) then (
    select (
      select row_to_json(record$53)
      from (
        select 'ScreeningItem'::text as "__typename") record$53)
    from "screening_item" screening_item$52
    where screening_item$52.id = named$1.value::uuid
    limit 1) when named$1.way in (18) then (
    select (
      select row_to_json(record$55)
      from (
        select 'ScreeningHit'::text as "__typename") record$55)
    from "screening_hit" screening_hit$54
    where screening_hit$54.id = named$1.value::uuid
    limit 1) when named$1.way in (19, 20) then (
    select (
      select row_to_json(record$58)
      from (
        select 'Instruction'::text as "__typename") record$58)
    from "screening_instruction" screening_instruction$56
    where screening_instruction$56.id = case named$1.way when 19 then named$1.value::uuid when 20 then (
      select key$57.id
      from "screening_instruction" key$57
      where key$57."hit_id" = named$1.value::uuid) end
    limit 1) when named$1.way in (21) then (
    select (
      select row_to_json(record$60)
      from (
        select 'Feedback'::text as "__typename") record$60)
    from "feedback" feedback$59
    where feedback$59.id = named$1.value::uuid
    limit 1) when named$1.way in (22) then (
    select (
      select row_to_json(record$62)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename") record$62)
    from "government_debtor_snapshot" government_debtor_snapshot$61
    where government_debtor_snapshot$61.id = named$1.value::uuid
    limit 1) when named$1.way in (23) then (
    select (
      select row_to_json(record$64)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename") record$64)
    from "government_debtor_entry" government_debtor_entry$63
    where government_debtor_entry$63.id = named$1.value::uuid
    limit 1) when named$1.way in (28, 29) then (
    select (
      select row_to_json(record$67)
      from (
        select 'WorkDay'::text as "__typename", work_day$65."day" as "day", work_day$65."is_workday" as "isWorkday") record$67)
    from "work_day" work_day$65
    where work_day$65.id = case named$1.way when 28 then named$1.value::uuid when 29 then (
      select key$66.id
      from "work_day" key$66
      where key$66."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($3::text[], $4::integer[], $5::text[]) with ordinality named$1(value, way, also, place)))

select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (22, 23) then (
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
    where subject$2.id = case named$1.way when 22 then named$1.value::uuid when 23 then (
      select identifier$3.subject_id
      from subject_identifier identifier$3
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also)
    limit 1) when named$1.way in (4) then (
    select (
      select row_to_json(record$8)
      from (
        select enforcement_case$7."subject_id" as "$", 'Case'::text as "__typename") record$8)
    from "enforcement_case" enforcement_case$7
    where enforcement_case$7.id = named$1.value::uuid
    limit 1) when named$1.way in (5) then (
    select (
      select row_to_json(record$10)
      from (
        select case_party$9."subject_id" as "$", 'CaseParty'::text as "__typename") record$10)
    from "case_party" case_party$9
    where case_party$9.id = named$1.value::uuid
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$12)
      from (
        select terminated_case$11."subject_id" as "$", 'TerminatedCase'::text as "__typename") record$12)
    from "terminated_case" terminated_case$11
    where terminated_case$11.id = named$1.value::uuid
    limit 1) when named$1.way in (9) then (
    select (
      select row_to_json(record$14)
      from (
        select performance_certificate$13."subject_id" as "$", 'PerformanceCertificate'::text as "__typename") record$14)
    from "performance_certificate" performance_certificate$13
    where performance_certificate$13.id = named$1.value::uuid
    limit 1) when named$1.way in (10) then (
    select (
      select row_to_json(record$16)
      from (
        select honest_listing$15."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$16)
    from "honest_listing" honest_listing$15
    where honest_listing$15.id = named$1.value::uuid
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$18)
      from (
        select listing$17."subject_id" as "$", case when listing$17."kind" in ('SX') then 'DishonestDebtorListing' when listing$17."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$17."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$18)
    from "listing" listing$17
    where listing$17.id = named$1.value::uuid and (named$1.also is null or listing$17."kind" = named$1.also) and (listing$17."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$17."kind" in ('SERIOUS_DISHONESTY') and (((listing$17.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$17.state in ('REMOVED', 'REVOKED') or (listing$17.state = 'PUBLISHED' and not (listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1) when named$1.way in (24) then (
    select (
      select row_to_json(record$29)
      from (
        select former_name$19."subject_id" as "$", 'FormerName'::text as "__typename") record$29)
    from "former_name" former_name$19
    where former_name$19.id = named$1.value::uuid and (((former_name$19.subject_kind <> 'NATURAL_PERSON')) or ((former_name$19.subject_kind = 'NATURAL_PERSON') and ((
      select rule$20.area_code
      from subject rule$20
      where rule$20.id = former_name$19.subject_id) ^@ any($1::text[]) or exists (
      select
      from enforcement_case rule$21
      where rule$21.subject_id = former_name$19.subject_id and (rule$21.court_code = any($2::text[]) or (
        select rule$25.area_code
        from subject rule$25
        where rule$25.id = former_name$19.subject_id) is null and rule$21.court_code = any(array(
        select rule$22.code
        from unnest($1::text[]) rule$27(code) join court rule$22 on rule$22.area_code between rule$27.code and rule$27.code || '~')))) or exists (
      select
      from listing rule$23
      where rule$23.subject_id = former_name$19.subject_id and (rule$23.court_code = any($2::text[]) or (
        select rule$26.area_code
        from subject rule$26
        where rule$26.id = former_name$19.subject_id) is null and rule$23.kind <> 'SERIOUS_DISHONESTY' and rule$23.state = 'PUBLISHED' and (rule$23.term_ends_on is null or rule$23.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$23.court_code = any(array(
        select rule$24.code
        from unnest($1::text[]) rule$28(code) join court rule$24 on rule$24.area_code between rule$28.code and rule$28.code || '~')))))))
    limit 1) when named$1.way in (25) then (
    select (
      select row_to_json(record$31)
      from (
        select responsible_person$30."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$31)
    from "responsible_person" responsible_person$30
    where responsible_person$30.id = named$1.value::uuid
    limit 1) when named$1.way in (0, 1) then (
    select (
      select row_to_json(record$34)
      from (
        select 'Agency'::text as "__typename") record$34)
    from "agency" agency$32
    where agency$32.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
      select key$33.id
      from "agency" key$33
      where key$33."code" = named$1.value::text) end
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$37)
      from (
        select 'Area'::text as "__typename") record$37)
    from "area" area$35
    where area$35.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$36.id
      from "area" key$36
      where key$36."code" = named$1.value::text) end
    limit 1) when named$1.way in (7, 8) then (
    select (
      select row_to_json(record$42)
      from (
        select 'Court'::text as "__typename", court$38."code" as "code", (
          select (
            select row_to_json(record$41)
            from (
              select area$40."name" as "name") record$41)
          from "area" area$40
          where area$40."code" = court$38."area_code"
          limit 1) as "area") record$42)
    from "court" court$38
    where court$38.id = case named$1.way when 7 then named$1.value::uuid when 8 then (
      select key$39.id
      from "court" key$39
      where key$39."code" = named$1.value::text) end
    limit 1) when named$1.way in (12, 13) then (
    select (
      select row_to_json(record$45)
      from (
        select 'Measure'::text as "__typename") record$45)
    from "measure" measure$43
    where measure$43.id = case named$1.way when 12 then named$1.value::uuid when 13 then (
      select key$44.id
      from "measure" key$44
      where key$44."code" = named$1.value::text) end
    limit 1) when named$1.way in (14) then (
    select (
      select row_to_json(record$47)
      from (
        select 'Screening'::text as "__typename") record$47)
    from "screening" screening$46
    where screening$46.id = named$1.value::uuid
    limit 1) when named$1.way in (15) then (
    select (
      select row_to_json(record$49)
      from (
        select 'ScreeningItem'::text as "__typename") record$49)
    from "screening_item" screening_item$48
    where screening_item$48.id = named$1.value::uuid
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$51)
      from (
        select 'ScreeningHit'::text as "__typename") record$51)
    from "screening_hit" screening_hit$50
    where screening_hit$50.id = named$1.value::uuid
    limit 1) when named$1.way in (17, 18) then (
    select (
      select row_to_json(record$54)
      from (
        select 'Instruction'::text as "__typename") record$54)
    from "screening_instruction" screening_instruction$52
    where screening_instruction$52.id = case named$1.way when 17 then named$1.value::uuid when 18 then (
      select key$53.id
      from "screening_instruction" key$53
      where key$53."hit_id" = named$1.value::uuid) end
    limit 1) when named$1.way in (19) then (
    select (
      select row_to_json(record$56)
      from (
        select 'Feedback'::text as "__typename") record$56)
    from "feedback" feedback$55
    where feedback$55.id = named$1.value::uuid
    limit 1) when named$1.way in (20) then (
    select (
      select row_to_json(record$58)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename") record$58)
    from "government_debtor_snapshot" government_debtor_snapshot$57
    where government_debtor_snapshot$57.id = named$1.value::uuid
    limit 1) when named$1.way in (21) then (
    select (
      select row_to_json(record$60)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename") record$60)
    from "government_debtor_entry" government_debtor_entry$59
    where government_debtor_entry$59.id = named$1.value::uuid
    limit 1) when named$1.way in (26, 27) then (
    select (
      select row_to_json(record$63)
      from (
        select 'WorkDay'::text as "__typename", work_day$61."day" as "day", work_day$61."is_workday" as "isWorkday") record$63)
    from "work_day" work_day$61
    where work_day$61.id = case named$1.way when 26 then named$1.value::uuid when 27 then (
      select key$62.id
      from "work_day" key$62
      where key$62."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($3::text[], $4::integer[], $5::text[]) with ordinality named$1(value, way, also, place)))

select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (16, 17) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$8)
        from (
          select subject$2."id" as "$", values$7."v$0" as "__typename", values$7."v$1" as "id", values$7."v$2" as "name") record$8) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$9)
        from (
          select subject$2."id" as "$", values$7."v$0" as "__typename", values$7."v$1" as "id", values$7."v$2" as "name", values$7."v$3" as "creditCode") record$9) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."id"::text as "v$1", subject$2."name" as "v$2", subject$2."credit_code" as "v$3" offset 0) values$7)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 16 then coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = named$1.value::uuid), named$1.value::uuid) when 17 then (
      select coalesce(alias$5.current_id, identifier$4.subject_id)
      from subject_identifier identifier$4 left join subject_alias alias$5 on alias$5.old_id = identifier$4.subject_id
      where identifier$4.kind = 'CREDIT_CODE' and identifier$4.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and subject$2.merged_into is null and ((subject$2."kind" in ('NATURAL_PERSON') and (((exists (
      select
      from listing rule$6
      where rule$6.subject_id = subject$2.id and rule$6.kind = 'SX' and rule$6.state = 'PUBLISHED' and (rule$6.term_ends_on is null or rule$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) when named$1.way in (0) then (
    select (
      select row_to_json(record$11)
      from (
        select licence$10."subject_id" as "$", 'Licence'::text as "__typename") record$11)
    from "licence" licence$10
    where licence$10.id = named$1.value::uuid and (((licence$10.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (1) then (
    select (
      select row_to_json(record$13)
      from (
        select penalty$12."subject_id" as "$", 'Penalty'::text as "__typename") record$13)
    from "penalty" penalty$12
    where penalty$12.id = named$1.value::uuid and (((penalty$12.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$16)
      from (
        select enforcement_case$14."subject_id" as "$", 'Case'::text as "__typename") record$16)
    from "enforcement_case" enforcement_case$14
    where enforcement_case$14.id = named$1.value::uuid and (((exists (
      select
      from listing rule$15
      where rule$15.subject_id = enforcement_case$14.subject_id and rule$15.case_number = enforcement_case$14.case_number and rule$15.kind = 'SX' and rule$15.state = 'PUBLISHED' and (rule$15.term_ends_on is null or rule$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (7) then (
    select (
      select row_to_json(record$18)
      from (
        select terminated_case$17."subject_id" as "$", 'TerminatedCase'::text as "__typename") record$18)
    from "terminated_case" terminated_case$17
    where terminated_case$17.id = named$1.value::uuid
    limit 1) when named$1.way in (10) then (
    select (
      select row_to_json(record$20)
      from (
        select honest_listing$19."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$20)
    from "honest_listing" honest_listing$19
    where honest_listing$19.id = named$1.value::uuid and (((honest_listing$19.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$19.subject_kind = 'NATURAL_PERSON') and (honest_listing$19.is_publication_consented)))
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$22)
      from (
        select listing$21."subject_id" as "$", case when listing$21."kind" in ('SX') then 'DishonestDebtorListing' when listing$21."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$21."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$22)
    from "listing" listing$21
    where listing$21.id = named$1.value::uuid and (named$1.also is null or listing$21."kind" = named$1.also) and (((listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))
    limit 1) when named$1.way in (18) then (
    select (
      select row_to_json(record$24)
      from (
        select former_name$23."subject_id" as "$", 'FormerName'::text as "__typename") record$24)
    from "former_name" former_name$23
    where former_name$23.id = named$1.value::uuid and (((former_name$23.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (19) then (
    select (
      select row_to_json(record$27)
      from (
        select responsible_person$25."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$27)
    from "responsible_person" responsible_person$25
    where responsible_person$25.id = named$1.value::uuid and (((exists (
      select
      from listing rule$26
      where rule$26.subject_id = responsible_person$25.subject_id and rule$26.case_number = responsible_person$25.case_number and rule$26.kind = 'SX' and rule$26.state = 'PUBLISHED' and (rule$26.term_ends_on is null or rule$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$30)
      from (
        select 'Agency'::text as "__typename") record$30)
    from "agency" agency$28
    where agency$28.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$29.id
      from "agency" key$29
      where key$29."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$33)
      from (
        select 'Area'::text as "__typename") record$33)
    from "area" area$31
    where area$31.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$32.id
      from "area" key$32
      where key$32."code" = named$1.value::text) end
    limit 1) when named$1.way in (8, 9) then (
    select (
      select row_to_json(record$38)
      from (
        select 'Court'::text as "__typename", court$34."code" as "code", (
          select (
            select row_to_json(record$37)
            from (
              select area$36."name" as "name") record$37)
          from "area" area$36
          where area$36."code" = court$34."area_code"
          limit 1) as "area") record$38)
    from "court" court$34
    where court$34.id = case named$1.way when 8 then named$1.value::uuid when 9 then (
      select key$35.id
      from "court" key$35
      where key$35."code" = named$1.value::text) end
    limit 1) when named$1.way in (12, 13) then (
    select (
      select row_to_json(record$41)
      from (
        select 'Measure'::text as "__typename") record$41)
    from "measure" measure$39
    where measure$39.id = case named$1.way when 12 then named$1.value::uuid when 13 then (
      select key$40.id
      from "measure" key$40
      where key$40."code" = named$1.value::text) end
    limit 1) when named$1.way in (14) then (
    select (
      select row_to_json(record$43)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename") record$43)
    from "government_debtor_snapshot" government_debtor_snapshot$42
    where government_debtor_snapshot$42.id = named$1.value::uuid
    limit 1) when named$1.way in (15) then (
    select (
      select row_to_json(record$45)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename") record$45)
    from "government_debtor_entry" government_debtor_entry$44
    where government_debtor_entry$44.id = named$1.value::uuid
    limit 1) when named$1.way in (20, 21) then (
    select (
      select row_to_json(record$48)
      from (
        select 'WorkDay'::text as "__typename", work_day$46."day" as "day", work_day$46."is_workday" as "isWorkday") record$48)
    from "work_day" work_day$46
    where work_day$46.id = case named$1.way when 20 then named$1.value::uuid when 21 then (
      select key$47.id
      from "work_day" key$47
      where key$47."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($1::text[], $2::integer[], $3::text[]) with ordinality named$1(value, way, also, place)))

select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (16, 17) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$6)
        from (
          select subject$2."id" as "$", values$5."v$0" as "__typename", values$5."v$1" as "id", values$5."v$2" as "name") record$6) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$7)
        from (
          select subject$2."id" as "$", values$5."v$0" as "__typename", values$5."v$1" as "id", values$5."v$2" as "name", values$5."v$3" as "creditCode") record$7) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."id"::text as "v$1", subject$2."name" as "v$2", subject$2."credit_code" as "v$3" offset 0) values$5)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 16 then named$1.value::uuid when 17 then (
      select identifier$3.subject_id
      from subject_identifier identifier$3
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and ((subject$2."kind" in ('NATURAL_PERSON') and (((exists (
      select
      from listing rule$4
      where rule$4.subject_id = subject$2.id and rule$4.kind = 'SX' and rule$4.state = 'PUBLISHED' and (rule$4.term_ends_on is null or rule$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) when named$1.way in (0) then (
    select (
      select row_to_json(record$9)
      from (
        select licence$8."subject_id" as "$", 'Licence'::text as "__typename") record$9)
    from "licence" licence$8
    where licence$8.id = named$1.value::uuid and (((licence$8.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (1) then (
    select (
      select row_to_json(record$11)
      from (
        select penalty$10."subject_id" as "$", 'Penalty'::text as "__typename") record$11)
    from "penalty" penalty$10
    where penalty$10.id = named$1.value::uuid and (((penalty$10.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$14)
      from (
        select enforcement_case$12."subject_id" as "$", 'Case'::text as "__typename") record$14)
    from "enforcement_case" enforcement_case$12
    where enforcement_case$12.id = named$1.value::uuid and (((exists (
      select
      from listing rule$13
      where rule$13.subject_id = enforcement_case$12.subject_id and rule$13.case_number = enforcement_case$12.case_number and rule$13.kind = 'SX' and rule$13.state = 'PUBLISHED' and (rule$13.term_ends_on is null or rule$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (7) then (
    select (
      select row_to_json(record$16)
      from (
        select terminated_case$15."subject_id" as "$", 'TerminatedCase'::text as "__typename") record$16)
    from "terminated_case" terminated_case$15
    where terminated_case$15.id = named$1.value::uuid
    limit 1) when named$1.way in (10) then (
    select (
      select row_to_json(record$18)
      from (
        select honest_listing$17."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$18)
    from "honest_listing" honest_listing$17
    where honest_listing$17.id = named$1.value::uuid and (((honest_listing$17.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$17.subject_kind = 'NATURAL_PERSON') and (honest_listing$17.is_publication_consented)))
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$20)
      from (
        select listing$19."subject_id" as "$", case when listing$19."kind" in ('SX') then 'DishonestDebtorListing' when listing$19."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$19."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$20)
    from "listing" listing$19
    where listing$19.id = named$1.value::uuid and (named$1.also is null or listing$19."kind" = named$1.also) and (((listing$19.state = 'PUBLISHED' and (listing$19.term_ends_on is null or listing$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))
    limit 1) when named$1.way in (18) then (
    select (
      select row_to_json(record$22)
      from (
        select former_name$21."subject_id" as "$", 'FormerName'::text as "__typename") record$22)
    from "former_name" former_name$21
    where former_name$21.id = named$1.value::uuid and (((former_name$21.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (19) then (
    select (
      select row_to_json(record$25)
      from (
        select responsible_person$23."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$25)
    from "responsible_person" responsible_person$23
    where responsible_person$23.id = named$1.value::uuid and (((exists (
      select
      from listing rule$24
      where rule$24.subject_id = responsible_person$23.subject_id and rule$24.case_number = responsible_person$23.case_number and rule$24.kind = 'SX' and rule$24.state = 'PUBLISHED' and (rule$24.term_ends_on is null or rule$24.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$28)
      from (
        select 'Agency'::text as "__typename") record$28)
    from "agency" agency$26
    where agency$26.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$27.id
      from "agency" key$27
      where key$27."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$31)
      from (
        select 'Area'::text as "__typename") record$31)
    from "area" area$29
    where area$29.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$30.id
      from "area" key$30
      where key$30."code" = named$1.value::text) end
    limit 1) when named$1.way in (8, 9) then (
    select (
      select row_to_json(record$36)
      from (
        select 'Court'::text as "__typename", court$32."code" as "code", (
          select (
            select row_to_json(record$35)
            from (
              select area$34."name" as "name") record$35)
          from "area" area$34
          where area$34."code" = court$32."area_code"
          limit 1) as "area") record$36)
    from "court" court$32
    where court$32.id = case named$1.way when 8 then named$1.value::uuid when 9 then (
      select key$33.id
      from "court" key$33
      where key$33."code" = named$1.value::text) end
    limit 1) when named$1.way in (12, 13) then (
    select (
      select row_to_json(record$39)
      from (
        select 'Measure'::text as "__typename") record$39)
    from "measure" measure$37
    where measure$37.id = case named$1.way when 12 then named$1.value::uuid when 13 then (
      select key$38.id
      from "measure" key$38
      where key$38."code" = named$1.value::text) end
    limit 1) when named$1.way in (14) then (
    select (
      select row_to_json(record$41)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename") record$41)
    from "government_debtor_snapshot" government_debtor_snapshot$40
    where government_debtor_snapshot$40.id = named$1.value::uuid
    limit 1) when named$1.way in (15) then (
    select (
      select row_to_json(record$43)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename") record$43)
    from "government_debtor_entry" government_debtor_entry$42
    where government_debtor_entry$42.id = named$1.value::uuid
    limit 1) when named$1.way in (20, 21) then (
    select (
      select row_to_json(record$46)
      from (
        select 'WorkDay'::text as "__typename", work_day$44."day" as "day", work_day$44."is_workday" as "isWorkday") record$46)
    from "work_day" work_day$44
    where work_day$44.id = case named$1.way when 20 then named$1.value::uuid when 21 then (
      select key$45.id
      from "work_day" key$45
      where key$45."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($1::text[], $2::integer[], $3::text[]) with ordinality named$1(value, way, also, place)))

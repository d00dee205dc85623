select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (14, 15) then (
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
    where subject$2.id = case named$1.way when 14 then named$1.value::uuid when 15 then (
      select identifier$3.subject_id
      from subject_identifier identifier$3
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and ((subject$2."kind" in ('NATURAL_PERSON') and (((exists (
      select
      from listing rule$4
      where rule$4.subject_id = subject$2.id and rule$4.kind = 'SX' and rule$4.state = 'PUBLISHED' and (rule$4.term_ends_on is null or rule$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) when named$1.way in (4) then (
    select (
      select row_to_json(record$10)
      from (
        select enforcement_case$8."subject_id" as "$", 'Case'::text as "__typename") record$10)
    from "enforcement_case" enforcement_case$8
    where enforcement_case$8.id = named$1.value::uuid and (((exists (
      select
      from listing rule$9
      where rule$9.subject_id = enforcement_case$8.subject_id and rule$9.case_number = enforcement_case$8.case_number and rule$9.kind = 'SX' and rule$9.state = 'PUBLISHED' and (rule$9.term_ends_on is null or rule$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (5) then (
    select (
      select row_to_json(record$12)
      from (
        select terminated_case$11."subject_id" as "$", 'TerminatedCase'::text as "__typename") record$12)
    from "terminated_case" terminated_case$11
    where terminated_case$11.id = named$1.value::uuid
    limit 1) when named$1.way in (8) then (
    select (
      select row_to_json(record$14)
      from (
        select honest_listing$13."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$14)
    from "honest_listing" honest_listing$13
    where honest_listing$13.id = named$1.value::uuid and (((honest_listing$13.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$13.subject_kind = 'NATURAL_PERSON') and (honest_listing$13.is_publication_consented)))
    limit 1) when named$1.way in (9) then (
    select (
      select row_to_json(record$16)
      from (
        select listing$15."subject_id" as "$", case when listing$15."kind" in ('SX') then 'DishonestDebtorListing' when listing$15."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$15."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$16)
    from "listing" listing$15
    where listing$15.id = named$1.value::uuid and (named$1.also is null or listing$15."kind" = named$1.also) and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$18)
      from (
        select former_name$17."subject_id" as "$", 'FormerName'::text as "__typename") record$18)
    from "former_name" former_name$17
    where former_name$17.id = named$1.value::uuid and (((former_name$17.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (17) then (
    select (
      select row_to_json(record$21)
      from (
        select responsible_person$19."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$21)
    from "responsible_person" responsible_person$19
    where responsible_person$19.id = named$1.value::uuid and (((exists (
      select
      from listing rule$20
      where rule$20.subject_id = responsible_person$19.subject_id and rule$20.case_number = responsible_person$19.case_number and rule$20.kind = 'SX' and rule$20.state = 'PUBLISHED' and (rule$20.term_ends_on is null or rule$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (0, 1) then (
    select (
      select row_to_json(record$24)
      from (
        select 'Agency'::text as "__typename") record$24)
    from "agency" agency$22
    where agency$22.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
      select key$23.id
      from "agency" key$23
      where key$23."code" = named$1.value::text) end
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$27)
      from (
        select 'Area'::text as "__typename") record$27)
    from "area" area$25
    where area$25.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$26.id
      from "area" key$26
      where key$26."code" = named$1.value::text) end
    limit 1) when named$1.way in (6, 7) then (
    select (
      select row_to_json(record$32)
      from (
        select 'Court'::text as "__typename", court$28."code" as "code", (
          select (
            select row_to_json(record$31)
            from (
              select area$30."name" as "name") record$31)
          from "area" area$30
          where area$30."code" = court$28."area_code"
          limit 1) as "area") record$32)
    from "court" court$28
    where court$28.id = case named$1.way when 6 then named$1.value::uuid when 7 then (
      select key$29.id
      from "court" key$29
      where key$29."code" = named$1.value::text) end
    limit 1) when named$1.way in (10, 11) then (
    select (
      select row_to_json(record$35)
      from (
        select 'Measure'::text as "__typename") record$35)
    from "measure" measure$33
    where measure$33.id = case named$1.way when 10 then named$1.value::uuid when 11 then (
      select key$34.id
      from "measure" key$34
      where key$34."code" = named$1.value::text) end
    limit 1) when named$1.way in (12) then (
    select (
      select row_to_json(record$37)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename") record$37)
    from "government_debtor_snapshot" government_debtor_snapshot$36
    where government_debtor_snapshot$36.id = named$1.value::uuid
    limit 1) when named$1.way in (13) then (
    select (
      select row_to_json(record$39)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename") record$39)
    from "government_debtor_entry" government_debtor_entry$38
    where government_debtor_entry$38.id = named$1.value::uuid
    limit 1) when named$1.way in (18, 19) then (
    select (
      select row_to_json(record$42)
      from (
        select 'WorkDay'::text as "__typename", work_day$40."day" as "day", work_day$40."is_workday" as "isWorkday") record$42)
    from "work_day" work_day$40
    where work_day$40.id = case named$1.way when 18 then named$1.value::uuid when 19 then (
      select key$41.id
      from "work_day" key$41
      where key$41."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($1::text[], $2::integer[], $3::text[]) with ordinality named$1(value, way, also, place)))

select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (21, 22) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$9)
        from (
          select subject$2."id" as "$", values$8."v$0" as "__typename", values$8."v$1" as "id", values$8."v$2" as "name") record$9) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$10)
        from (
          select subject$2."id" as "$", values$8."v$0" as "__typename", values$8."v$1" as "id", values$8."v$2" as "name", values$8."v$3" as "creditCode") record$10) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."id"::text as "v$1", case when subject$2."kind" in ('NATURAL_PERSON') then case when char_length(subject$2."name") <= 1 or subject$2."name" = 'ERASED' then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$2."name" end as "v$2", subject$2."credit_code" as "v$3" offset 0) values$8)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 21 then coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = named$1.value::uuid), named$1.value::uuid) when 22 then (
      select coalesce(alias$5.current_id, identifier$4.subject_id)
      from subject_identifier identifier$4 left join subject_alias alias$5 on alias$5.old_id = identifier$4.subject_id
      where identifier$4.kind = 'CREDIT_CODE' and identifier$4.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and subject$2.merged_into is null and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "listing" known$6
      where known$6."subject_id" = subject$2.id and (known$6."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((known$6.state = 'PUBLISHED' and (known$6.term_ends_on is null or known$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) offset 0) or exists (
      select
      from "honest_listing" known$7
      where known$7."subject_id" = subject$2.id and (((known$7.subject_kind <> 'NATURAL_PERSON'))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) when named$1.way in (0) then (
    select (
      select row_to_json(record$12)
      from (
        select licence$11."subject_id" as "$", 'Licence'::text as "__typename") record$12)
    from "licence" licence$11
    where licence$11.id = named$1.value::uuid and (((licence$11.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (1) then (
    select (
      select row_to_json(record$14)
      from (
        select penalty$13."subject_id" as "$", 'Penalty'::text as "__typename") record$14)
    from "penalty" penalty$13
    where penalty$13.id = named$1.value::uuid and (((penalty$13.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$16)
      from (
        select honest_listing$15."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$16)
    from "honest_listing" honest_listing$15
    where honest_listing$15.id = named$1.value::uuid and (((honest_listing$15.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (12) then (
    select (
      select row_to_json(record$18)
      from (
        select listing$17."subject_id" as "$", case when listing$17."kind" in ('SX') then 'DishonestDebtorListing' when listing$17."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$18)
    from "listing" listing$17
    where listing$17.id = named$1.value::uuid and (named$1.also is null or listing$17."kind" = named$1.also) and (listing$17."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$17.state = 'PUBLISHED' and (listing$17.term_ends_on is null or listing$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (23) then (
    select (
      select row_to_json(record$20)
      from (
        select former_name$19."subject_id" as "$", 'FormerName'::text as "__typename") record$20)
    from "former_name" former_name$19
    where former_name$19.id = named$1.value::uuid and (((former_name$19.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (24) then (
    select (
      select row_to_json(record$23)
      from (
        select responsible_person$21."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$23)
    from "responsible_person" responsible_person$21
    where responsible_person$21.id = named$1.value::uuid and (((exists (
      select
      from listing rule$22
      where rule$22.subject_id = responsible_person$21.subject_id and rule$22.case_number = responsible_person$21.case_number and rule$22.kind = 'SX' and rule$22.state = 'PUBLISHED' and (rule$22.term_ends_on is null or rule$22.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$26)
      from (
        select 'Agency'::text as "__typename") record$26)
    from "agency" agency$24
    where agency$24.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$25.id
      from "agency" key$25
      where key$25."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$29)
      from (
        select 'Area'::text as "__typename") record$29)
    from "area" area$27
    where area$27.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$28.id
      from "area" key$28
      where key$28."code" = named$1.value::text) end
    limit 1) when named$1.way in (6, 7) then (
    select (
      select row_to_json(record$32)
      from (
        select 'Source'::text as "__typename") record$32)
    from "source" source$30
    where source$30.id = case named$1.way when 6 then named$1.value::uuid when 7 then (
      select key$31.id
      from "source" key$31
      where key$31."name" = named$1.value::text) end and (((false)))
    limit 1) when named$1.way in (8) then (
    select (
      select row_to_json(record$34)
      from (
        select 'Batch'::text as "__typename") record$34)
    from "batch" batch$33
    where batch$33.id = named$1.value::uuid and (((batch$33.provider_code = $1::text)))
    limit 1) when named$1.way in (9, 10) then (
    select (
      select row_to_json(record$39)
      from (
        select 'Court'::text as "__typename", court$35."code" as "code", (
          select (
            select row_to_json(record$38)
            from (
              select area$37."name" as "name") record$38)
          from "area" area$37
          where area$37."code" = court$35."area_code"
          limit 1) as "area") record$39)
    from "court" court$35
    where court$35.id = case named$1.way when 9 then named$1.value::uuid when 10 then (
      select key$36.id
      from "court" key$36
      where key$36."code" = named$1.value::text) end
    limit 1) when named$1.way in (13, 14) then (
    select (
      select row_to_json(record$42)
      from (
        select 'Measure'::text as "__typename") record$42)
    from "measure" measure$40
    where measure$40.id = case named$1.way when 13 then named$1.value::uuid when 14 then (
      select key$41.id
      from "measure" key$41
      where key$41."code" = named$1.value::text) end
    limit 1) when named$1.way in (15) then (
    select (
      select row_to_json(record$44)
      from (
        select 'Screening'::text as "__typename") record$44)
    from "screening" screening$43
    where screening$43.id = named$1.value::uuid and (((screening$43.agency_code = $1::text)))
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$46)
      from (
        select 'ScreeningItem'::text as "__typename") record$46)
    from "screening_item" screening_item$45
    where screening_item$45.id = named$1.value::uuid and (((screening_item$45.agency_code = $1::text)))
    limit 1) when named$1.way in (17) then (
    select (
      select row_to_json(record$48)
      from (
        select 'ScreeningHit'::text as "__typename") record$48)
    from "screening_hit" screening_hit$47
    where screening_hit$47.id = named$1.value::uuid and (((screening_hit$47.agency_code = $1::text)))
    limit 1) when named$1.way in (18, 19) then (
    select (
      select row_to_json(record$51)
      from (
        select 'Instruction'::text as "__typename") record$51)
    from "screening_instruction" screening_instruction$49
    where screening_instruction$49.id = case named$1.way when 18 then named$1.value::uuid when 19 then (
      select key$50.id
      from "screening_instruction" key$50
      where key$50."hit_id" = named$1.value::uuid) end and (((screening_instruction$49.agency_code = $1::text)))
    limit 1) when named$1.way in (20) then (
    select (
      select row_to_json(record$53)
      from (
        select 'Feedback'::text as "__typename") record$53)
    from "feedback" feedback$52
    where feedback$52.id = named$1.value::uuid and (((feedback$52.agency_code = $1::text)))
    limit 1) when named$1.way in (25, 26) then (
    select (
      select row_to_json(record$56)
      from (
        select 'WorkDay'::text as "__typename", work_day$54."day" as "day", work_day$54."is_workday" as "isWorkday") record$56)
    from "work_day" work_day$54
    where work_day$54.id = case named$1.way when 25 then named$1.value::uuid when 26 then (
      select key$55.id
      from "work_day" key$55
      where key$55."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($2::text[], $3::integer[], $4::text[]) with ordinality named$1(value, way, also, place)))

select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (21, 22) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$7)
        from (
          select subject$2."id" as "$", values$6."v$0" as "__typename", values$6."v$1" as "id", values$6."v$2" as "name") record$7) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$8)
        from (
          select subject$2."id" as "$", values$6."v$0" as "__typename", values$6."v$1" as "id", values$6."v$2" as "name", values$6."v$3" as "creditCode") record$8) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."id"::text as "v$1", case when subject$2."kind" in ('NATURAL_PERSON') then case when char_length(subject$2."name") <= 1 or subject$2."name" = 'ERASED' then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$2."name" end as "v$2", subject$2."credit_code" as "v$3" offset 0) values$6)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 21 then coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = named$1.value::uuid), named$1.value::uuid) when 22 then (
      select coalesce(alias$5.current_id, identifier$4.subject_id)
      from subject_identifier identifier$4 left join subject_alias alias$5 on alias$5.old_id = identifier$4.subject_id
      where identifier$4.kind = 'CREDIT_CODE' and identifier$4.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and subject$2.merged_into is null
    limit 1) when named$1.way in (0) then (
    select (
      select row_to_json(record$10)
      from (
        select licence$9."subject_id" as "$", 'Licence'::text as "__typename") record$10)
    from "licence" licence$9
    where licence$9.id = named$1.value::uuid and (((licence$9.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (1) then (
    select (
      select row_to_json(record$12)
      from (
        select penalty$11."subject_id" as "$", 'Penalty'::text as "__typename") record$12)
    from "penalty" penalty$11
    where penalty$11.id = named$1.value::uuid and (((penalty$11.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$14)
      from (
        select honest_listing$13."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$14)
    from "honest_listing" honest_listing$13
    where honest_listing$13.id = named$1.value::uuid and (((honest_listing$13.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (12) then (
    select (
      select row_to_json(record$16)
      from (
        select listing$15."subject_id" as "$", case when listing$15."kind" in ('SX') then 'DishonestDebtorListing' when listing$15."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$16)
    from "listing" listing$15
    where listing$15.id = named$1.value::uuid and (named$1.also is null or listing$15."kind" = named$1.also) and (listing$15."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (23) then (
    select (
      select row_to_json(record$18)
      from (
        select former_name$17."subject_id" as "$", 'FormerName'::text as "__typename") record$18)
    from "former_name" former_name$17
    where former_name$17.id = named$1.value::uuid and (((former_name$17.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (24) then (
    select (
      select row_to_json(record$21)
      from (
        select responsible_person$19."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$21)
    from "responsible_person" responsible_person$19
    where responsible_person$19.id = named$1.value::uuid and (((exists (
      select
      from listing rule$20
      where rule$20.subject_id = responsible_person$19.subject_id and rule$20.case_number = responsible_person$19.case_number and rule$20.kind = 'SX' and rule$20.state = 'PUBLISHED' and (rule$20.term_ends_on is null or rule$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$24)
      from (
        select 'Agency'::text as "__typename") record$24)
    from "agency" agency$22
    where agency$22.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$23.id
      from "agency" key$23
      where key$23."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$27)
      from (
        select 'Area'::text as "__typename") record$27)
    from "area" area$25
    where area$25.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$26.id
      from "area" key$26
      where key$26."code" = named$1.value::text) end
    limit 1) when named$1.way in (6, 7) then (
    select (
      select row_to_json(record$30)
      from (
        select 'Source'::text as "__typename") record$30)
    from "source" source$28
    where source$28.id = case named$1.way when 6 then named$1.value::uuid when 7 then (
      select key$29.id
      from "source" key$29
      where key$29."name" = named$1.value::text) end and (((false)))
    limit 1) when named$1.way in (8) then (
    select (
      select row_to_json(record$32)
      from (
        select 'Batch'::text as "__typename") record$32)
    from "batch" batch$31
    where batch$31.id = named$1.value::uuid and (((batch$31.provider_code = $1::text)))
    limit 1) when named$1.way in (9, 10) then (
    select (
      select row_to_json(record$37)
      from (
        select 'Court'::text as "__typename", court$33."code" as "code", (
          select (
            select row_to_json(record$36)
            from (
              select area$35."name" as "name") record$36)
          from "area" area$35
          where area$35."code" = court$33."area_code"
          limit 1) as "area") record$37)
    from "court" court$33
    where court$33.id = case named$1.way when 9 then named$1.value::uuid when 10 then (
      select key$34.id
      from "court" key$34
      where key$34."code" = named$1.value::text) end
    limit 1) when named$1.way in (13, 14) then (
    select (
      select row_to_json(record$40)
      from (
        select 'Measure'::text as "__typename") record$40)
    from "measure" measure$38
    where measure$38.id = case named$1.way when 13 then named$1.value::uuid when 14 then (
      select key$39.id
      from "measure" key$39
      where key$39."code" = named$1.value::text) end
    limit 1) when named$1.way in (15) then (
    select (
      select row_to_json(record$42)
      from (
        select 'Screening'::text as "__typename") record$42)
    from "screening" screening$41
    where screening$41.id = named$1.value::uuid and (((screening$41.agency_code = $1::text)))
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$44)
      from (
        select 'ScreeningItem'::text as "__typename") record$44)
    from "screening_item" screening_item$43
    where screening_item$43.id = named$1.value::uuid and (((screening_item$43.agency_code = $1::text)))
    limit 1) when named$1.way in (17) then (
    select (
      select row_to_json(record$46)
      from (
        select 'ScreeningHit'::text as "__typename") record$46)
    from "screening_hit" screening_hit$45
    where screening_hit$45.id = named$1.value::uuid and (((screening_hit$45.agency_code = $1::text)))
    limit 1) when named$1.way in (18, 19) then (
    select (
      select row_to_json(record$49)
      from (
        select 'Instruction'::text as "__typename") record$49)
    from "screening_instruction" screening_instruction$47
    where screening_instruction$47.id = case named$1.way when 18 then named$1.value::uuid when 19 then (
      select key$48.id
      from "screening_instruction" key$48
      where key$48."hit_id" = named$1.value::uuid) end and (((screening_instruction$47.agency_code = $1::text)))
    limit 1) when named$1.way in (20) then (
    select (
      select row_to_json(record$51)
      from (
        select 'Feedback'::text as "__typename") record$51)
    from "feedback" feedback$50
    where feedback$50.id = named$1.value::uuid and (((feedback$50.agency_code = $1::text)))
    limit 1) when named$1.way in (25, 26) then (
    select (
      select row_to_json(record$54)
      from (
        select 'WorkDay'::text as "__typename", work_day$52."day" as "day", work_day$52."is_workday" as "isWorkday") record$54)
    from "work_day" work_day$52
    where work_day$52.id = case named$1.way when 25 then named$1.value::uuid when 26 then (
      select key$53.id
      from "work_day" key$53
      where key$53."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($2::text[], $3::integer[], $4::text[]) with ordinality named$1(value, way, also, place)))

select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (21, 22) then (
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$5)
        from (
          select subject$2."id" as "$", values$4."v$0" as "__typename", values$4."v$1" as "id", values$4."v$2" as "name") record$5) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(record$6)
        from (
          select subject$2."id" as "$", values$4."v$0" as "__typename", values$4."v$1" as "id", values$4."v$2" as "name", values$4."v$3" as "creditCode") record$6) end
      from (
        select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('ENTERPRISE') then 'Enterprise' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$2."id"::text as "v$1", case when subject$2."kind" in ('NATURAL_PERSON') then case when char_length(subject$2."name") <= 1 or subject$2."name" = 'ERASED' then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$2."name" end as "v$2", subject$2."credit_code" as "v$3" offset 0) values$4)
    from "subject" subject$2
    where subject$2.id = case named$1.way when 21 then named$1.value::uuid when 22 then (
      select identifier$3.subject_id
      from subject_identifier identifier$3
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also)
    limit 1) when named$1.way in (0) then (
    select (
      select row_to_json(record$8)
      from (
        select licence$7."subject_id" as "$", 'Licence'::text as "__typename") record$8)
    from "licence" licence$7
    where licence$7.id = named$1.value::uuid and (((licence$7.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (1) then (
    select (
      select row_to_json(record$10)
      from (
        select penalty$9."subject_id" as "$", 'Penalty'::text as "__typename") record$10)
    from "penalty" penalty$9
    where penalty$9.id = named$1.value::uuid and (((penalty$9.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (11) then (
    select (
      select row_to_json(record$12)
      from (
        select honest_listing$11."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$12)
    from "honest_listing" honest_listing$11
    where honest_listing$11.id = named$1.value::uuid and (((honest_listing$11.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (12) then (
    select (
      select row_to_json(record$14)
      from (
        select listing$13."subject_id" as "$", case when listing$13."kind" in ('SX') then 'DishonestDebtorListing' when listing$13."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$14)
    from "listing" listing$13
    where listing$13.id = named$1.value::uuid and (named$1.also is null or listing$13."kind" = named$1.also) and (listing$13."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (23) then (
    select (
      select row_to_json(record$16)
      from (
        select former_name$15."subject_id" as "$", 'FormerName'::text as "__typename") record$16)
    from "former_name" former_name$15
    where former_name$15.id = named$1.value::uuid and (((former_name$15.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (24) then (
    select (
      select row_to_json(record$19)
      from (
        select responsible_person$17."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$19)
    from "responsible_person" responsible_person$17
    where responsible_person$17.id = named$1.value::uuid and (((exists (
      select
      from listing rule$18
      where rule$18.subject_id = responsible_person$17.subject_id and rule$18.case_number = responsible_person$17.case_number and rule$18.kind = 'SX' and rule$18.state = 'PUBLISHED' and (rule$18.term_ends_on is null or rule$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$22)
      from (
        select 'Agency'::text as "__typename") record$22)
    from "agency" agency$20
    where agency$20.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$21.id
      from "agency" key$21
      where key$21."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$25)
      from (
        select 'Area'::text as "__typename") record$25)
    from "area" area$23
    where area$23.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$24.id
      from "area" key$24
      where key$24."code" = named$1.value::text) end
    limit 1) when named$1.way in (6, 7) then (
    select (
      select row_to_json(record$28)
      from (
        select 'Source'::text as "__typename") record$28)
    from "source" source$26
    where source$26.id = case named$1.way when 6 then named$1.value::uuid when 7 then (
      select key$27.id
      from "source" key$27
      where key$27."name" = named$1.value::text) end and (((false)))
    limit 1) when named$1.way in (8) then (
    select (
      select row_to_json(record$30)
      from (
        select 'Batch'::text as "__typename") record$30)
    from "batch" batch$29
    where batch$29.id = named$1.value::uuid and (((batch$29.provider_code = $1::text)))
    limit 1) when named$1.way in (9, 10) then (
    select (
      select row_to_json(record$35)
      from (
        select 'Court'::text as "__typename", court$31."code" as "code", (
          select (
            select row_to_json(record$34)
            from (
              select area$33."name" as "name") record$34)
          from "area" area$33
          where area$33."code" = court$31."area_code"
          limit 1) as "area") record$35)
    from "court" court$31
    where court$31.id = case named$1.way when 9 then named$1.value::uuid when 10 then (
      select key$32.id
      from "court" key$32
      where key$32."code" = named$1.value::text) end
    limit 1) when named$1.way in (13, 14) then (
    select (
      select row_to_json(record$38)
      from (
        select 'Measure'::text as "__typename") record$38)
    from "measure" measure$36
    where measure$36.id = case named$1.way when 13 then named$1.value::uuid when 14 then (
      select key$37.id
      from "measure" key$37
      where key$37."code" = named$1.value::text) end
    limit 1) when named$1.way in (15) then (
    select (
      select row_to_json(record$40)
      from (
        select 'Screening'::text as "__typename") record$40)
    from "screening" screening$39
    where screening$39.id = named$1.value::uuid and (((screening$39.agency_code = $1::text)))
    limit 1) when named$1.way in (16) then (
    select (
      select row_to_json(record$42)
      from (
        select 'ScreeningItem'::text as "__typename") record$42)
    from "screening_item" screening_item$41
    where screening_item$41.id = named$1.value::uuid and (((screening_item$41.agency_code = $1::text)))
    limit 1) when named$1.way in (17) then (
    select (
      select row_to_json(record$44)
      from (
        select 'ScreeningHit'::text as "__typename") record$44)
    from "screening_hit" screening_hit$43
    where screening_hit$43.id = named$1.value::uuid and (((screening_hit$43.agency_code = $1::text)))
    limit 1) when named$1.way in (18, 19) then (
    select (
      select row_to_json(record$47)
      from (
        select 'Instruction'::text as "__typename") record$47)
    from "screening_instruction" screening_instruction$45
    where screening_instruction$45.id = case named$1.way when 18 then named$1.value::uuid when 19 then (
      select key$46.id
      from "screening_instruction" key$46
      where key$46."hit_id" = named$1.value::uuid) end and (((screening_instruction$45.agency_code = $1::text)))
    limit 1) when named$1.way in (20) then (
    select (
      select row_to_json(record$49)
      from (
        select 'Feedback'::text as "__typename") record$49)
    from "feedback" feedback$48
    where feedback$48.id = named$1.value::uuid and (((feedback$48.agency_code = $1::text)))
    limit 1) when named$1.way in (25, 26) then (
    select (
      select row_to_json(record$52)
      from (
        select 'WorkDay'::text as "__typename", work_day$50."day" as "day", work_day$50."is_workday" as "isWorkday") record$52)
    from "work_day" work_day$50
    where work_day$50.id = case named$1.way when 25 then named$1.value::uuid when 26 then (
      select key$51.id
      from "work_day" key$51
      where key$51."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($2::text[], $3::integer[], $4::text[]) with ordinality named$1(value, way, also, place)))

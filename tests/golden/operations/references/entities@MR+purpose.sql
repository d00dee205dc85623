select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (19, 20) then (
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
    where subject$2.id = case named$1.way when 19 then named$1.value::uuid when 20 then (
      select identifier$3.subject_id
      from subject_identifier identifier$3
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also)
    limit 1) when named$1.way in (9) then (
    select (
      select row_to_json(record$8)
      from (
        select honest_listing$7."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$8)
    from "honest_listing" honest_listing$7
    where honest_listing$7.id = named$1.value::uuid and (((honest_listing$7.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (10) then (
    select (
      select row_to_json(record$10)
      from (
        select listing$9."subject_id" as "$", case when listing$9."kind" in ('SX') then 'DishonestDebtorListing' when listing$9."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$10)
    from "listing" listing$9
    where listing$9.id = named$1.value::uuid and (named$1.also is null or listing$9."kind" = named$1.also) and (listing$9."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (21) then (
    select (
      select row_to_json(record$12)
      from (
        select former_name$11."subject_id" as "$", 'FormerName'::text as "__typename") record$12)
    from "former_name" former_name$11
    where former_name$11.id = named$1.value::uuid and (((former_name$11.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (22) then (
    select (
      select row_to_json(record$15)
      from (
        select responsible_person$13."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$15)
    from "responsible_person" responsible_person$13
    where responsible_person$13.id = named$1.value::uuid and (((exists (
      select
      from listing rule$14
      where rule$14.subject_id = responsible_person$13.subject_id and rule$14.case_number = responsible_person$13.case_number and rule$14.kind = 'SX' and rule$14.state = 'PUBLISHED' and (rule$14.term_ends_on is null or rule$14.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (0, 1) then (
    select (
      select row_to_json(record$18)
      from (
        select 'Agency'::text as "__typename") record$18)
    from "agency" agency$16
    where agency$16.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
      select key$17.id
      from "agency" key$17
      where key$17."code" = named$1.value::text) end
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$21)
      from (
        select 'Area'::text as "__typename") record$21)
    from "area" area$19
    where area$19.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$20.id
      from "area" key$20
      where key$20."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$24)
      from (
        select 'Source'::text as "__typename") record$24)
    from "source" source$22
    where source$22.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$23.id
      from "source" key$23
      where key$23."name" = named$1.value::text) end and (((false)))
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$26)
      from (
        select 'Batch'::text as "__typename") record$26)
    from "batch" batch$25
    where batch$25.id = named$1.value::uuid and (((batch$25.provider_code = $1::text)))
    limit 1) when named$1.way in (7, 8) then (
    select (
      select row_to_json(record$31)
      from (
        select 'Court'::text as "__typename", court$27."code" as "code", (
          select (
            select row_to_json(record$30)
            from (
              select area$29."name" as "name") record$30)
          from "area" area$29
          where area$29."code" = court$27."area_code"
          limit 1) as "area") record$31)
    from "court" court$27
    where court$27.id = case named$1.way when 7 then named$1.value::uuid when 8 then (
      select key$28.id
      from "court" key$28
      where key$28."code" = named$1.value::text) end
    limit 1) when named$1.way in (11, 12) then (
    select (
      select row_to_json(record$34)
      from (
        select 'Measure'::text as "__typename") record$34)
    from "measure" measure$32
    where measure$32.id = case named$1.way when 11 then named$1.value::uuid when 12 then (
      select key$33.id
      from "measure" key$33
      where key$33."code" = named$1.value::text) end
    limit 1) when named$1.way in (13) then (
    select (
      select row_to_json(record$36)
      from (
        select 'Screening'::text as "__typename") record$36)
    from "screening" screening$35
    where screening$35.id = named$1.value::uuid and (((screening$35.agency_code = $1::text)))
    limit 1) when named$1.way in (14) then (
    select (
      select row_to_json(record$38)
      from (
        select 'ScreeningItem'::text as "__typename") record$38)
    from "screening_item" screening_item$37
    where screening_item$37.id = named$1.value::uuid and (((screening_item$37.agency_code = $1::text)))
    limit 1) when named$1.way in (15) then (
    select (
      select row_to_json(record$40)
      from (
        select 'ScreeningHit'::text as "__typename") record$40)
    from "screening_hit" screening_hit$39
    where screening_hit$39.id = named$1.value::uuid and (((screening_hit$39.agency_code = $1::text)))
    limit 1) when named$1.way in (16, 17) then (
    select (
      select row_to_json(record$43)
      from (
        select 'Instruction'::text as "__typename") record$43)
    from "screening_instruction" screening_instruction$41
    where screening_instruction$41.id = case named$1.way when 16 then named$1.value::uuid when 17 then (
      select key$42.id
      from "screening_instruction" key$42
      where key$42."hit_id" = named$1.value::uuid) end and (((screening_instruction$41.agency_code = $1::text)))
    limit 1) when named$1.way in (18) then (
    select (
      select row_to_json(record$45)
      from (
        select 'Feedback'::text as "__typename") record$45)
    from "feedback" feedback$44
    where feedback$44.id = named$1.value::uuid and (((feedback$44.agency_code = $1::text)))
    limit 1) when named$1.way in (23, 24) then (
    select (
      select row_to_json(record$48)
      from (
        select 'WorkDay'::text as "__typename", work_day$46."day" as "day", work_day$46."is_workday" as "isWorkday") record$48)
    from "work_day" work_day$46
    where work_day$46.id = case named$1.way when 23 then named$1.value::uuid when 24 then (
      select key$47.id
      from "work_day" key$47
      where key$47."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($2::text[], $3::integer[], $4::text[]) with ordinality named$1(value, way, also, place)))

select json_build_object('_entities', (
  select coalesce(json_agg(case when named$1.way in (19, 20) then (
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
    where subject$2.id = case named$1.way when 19 then named$1.value::uuid when 20 then (
      select identifier$3.subject_id
      from subject_identifier identifier$3
      where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also) and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "listing" known$4
      where known$4."subject_id" = subject$2.id and (known$4."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((known$4.state = 'PUBLISHED' and (known$4.term_ends_on is null or known$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) offset 0) or exists (
      select
      from "honest_listing" known$5
      where known$5."subject_id" = subject$2.id and (((known$5.subject_kind <> 'NATURAL_PERSON'))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1) when named$1.way in (9) then (
    select (
      select row_to_json(record$10)
      from (
        select honest_listing$9."subject_id" as "$", 'HonestListEntry'::text as "__typename") record$10)
    from "honest_listing" honest_listing$9
    where honest_listing$9.id = named$1.value::uuid and (((honest_listing$9.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (10) then (
    select (
      select row_to_json(record$12)
      from (
        select listing$11."subject_id" as "$", case when listing$11."kind" in ('SX') then 'DishonestDebtorListing' when listing$11."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") record$12)
    from "listing" listing$11
    where listing$11.id = named$1.value::uuid and (named$1.also is null or listing$11."kind" = named$1.also) and (listing$11."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (21) then (
    select (
      select row_to_json(record$14)
      from (
        select former_name$13."subject_id" as "$", 'FormerName'::text as "__typename") record$14)
    from "former_name" former_name$13
    where former_name$13.id = named$1.value::uuid and (((former_name$13.subject_kind <> 'NATURAL_PERSON')))
    limit 1) when named$1.way in (22) then (
    select (
      select row_to_json(record$17)
      from (
        select responsible_person$15."subject_id" as "$", 'ResponsiblePerson'::text as "__typename") record$17)
    from "responsible_person" responsible_person$15
    where responsible_person$15.id = named$1.value::uuid and (((exists (
      select
      from listing rule$16
      where rule$16.subject_id = responsible_person$15.subject_id and rule$16.case_number = responsible_person$15.case_number and rule$16.kind = 'SX' and rule$16.state = 'PUBLISHED' and (rule$16.term_ends_on is null or rule$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1) when named$1.way in (0, 1) then (
    select (
      select row_to_json(record$20)
      from (
        select 'Agency'::text as "__typename") record$20)
    from "agency" agency$18
    where agency$18.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
      select key$19.id
      from "agency" key$19
      where key$19."code" = named$1.value::text) end
    limit 1) when named$1.way in (2, 3) then (
    select (
      select row_to_json(record$23)
      from (
        select 'Area'::text as "__typename") record$23)
    from "area" area$21
    where area$21.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
      select key$22.id
      from "area" key$22
      where key$22."code" = named$1.value::text) end
    limit 1) when named$1.way in (4, 5) then (
    select (
      select row_to_json(record$26)
      from (
        select 'Source'::text as "__typename") record$26)
    from "source" source$24
    where source$24.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
      select key$25.id
      from "source" key$25
      where key$25."name" = named$1.value::text) end and (((false)))
    limit 1) when named$1.way in (6) then (
    select (
      select row_to_json(record$28)
      from (
        select 'Batch'::text as "__typename") record$28)
    from "batch" batch$27
    where batch$27.id = named$1.value::uuid and (((batch$27.provider_code = $1::text)))
    limit 1) when named$1.way in (7, 8) then (
    select (
      select row_to_json(record$33)
      from (
        select 'Court'::text as "__typename", court$29."code" as "code", (
          select (
            select row_to_json(record$32)
            from (
              select area$31."name" as "name") record$32)
          from "area" area$31
          where area$31."code" = court$29."area_code"
          limit 1) as "area") record$33)
    from "court" court$29
    where court$29.id = case named$1.way when 7 then named$1.value::uuid when 8 then (
      select key$30.id
      from "court" key$30
      where key$30."code" = named$1.value::text) end
    limit 1) when named$1.way in (11, 12) then (
    select (
      select row_to_json(record$36)
      from (
        select 'Measure'::text as "__typename") record$36)
    from "measure" measure$34
    where measure$34.id = case named$1.way when 11 then named$1.value::uuid when 12 then (
      select key$35.id
      from "measure" key$35
      where key$35."code" = named$1.value::text) end
    limit 1) when named$1.way in (13) then (
    select (
      select row_to_json(record$38)
      from (
        select 'Screening'::text as "__typename") record$38)
    from "screening" screening$37
    where screening$37.id = named$1.value::uuid and (((screening$37.agency_code = $1::text)))
    limit 1) when named$1.way in (14) then (
    select (
      select row_to_json(record$40)
      from (
        select 'ScreeningItem'::text as "__typename") record$40)
    from "screening_item" screening_item$39
    where screening_item$39.id = named$1.value::uuid and (((screening_item$39.agency_code = $1::text)))
    limit 1) when named$1.way in (15) then (
    select (
      select row_to_json(record$42)
      from (
        select 'ScreeningHit'::text as "__typename") record$42)
    from "screening_hit" screening_hit$41
    where screening_hit$41.id = named$1.value::uuid and (((screening_hit$41.agency_code = $1::text)))
    limit 1) when named$1.way in (16, 17) then (
    select (
      select row_to_json(record$45)
      from (
        select 'Instruction'::text as "__typename") record$45)
    from "screening_instruction" screening_instruction$43
    where screening_instruction$43.id = case named$1.way when 16 then named$1.value::uuid when 17 then (
      select key$44.id
      from "screening_instruction" key$44
      where key$44."hit_id" = named$1.value::uuid) end and (((screening_instruction$43.agency_code = $1::text)))
    limit 1) when named$1.way in (18) then (
    select (
      select row_to_json(record$47)
      from (
        select 'Feedback'::text as "__typename") record$47)
    from "feedback" feedback$46
    where feedback$46.id = named$1.value::uuid and (((feedback$46.agency_code = $1::text)))
    limit 1) when named$1.way in (23, 24) then (
    select (
      select row_to_json(record$50)
      from (
        select 'WorkDay'::text as "__typename", work_day$48."day" as "day", work_day$48."is_workday" as "isWorkday") record$50)
    from "work_day" work_day$48
    where work_day$48.id = case named$1.way when 23 then named$1.value::uuid when 24 then (
      select key$49.id
      from "work_day" key$49
      where key$49."day" = named$1.value::date) end
    limit 1) end order by named$1.place), '[]')
  from unnest($2::text[], $3::integer[], $4::text[]) with ordinality named$1(value, way, also, place)))

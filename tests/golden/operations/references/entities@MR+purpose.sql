select row_to_json(answer$)
from (
  select (
    select coalesce(json_agg(case when named$1.way in (17, 18) then (
      select case when subject$2."kind" in ('NATURAL_PERSON', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$4)
        from (
          select case when subject$2."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$2."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$2."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$2."id"::text as "id", case when subject$2."kind" in ('NATURAL_PERSON') then case when char_length(subject$2."name") <= 1 then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end when subject$2."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$2."name" end as "name") object$4) when subject$2."kind" in ('ENTERPRISE') then (
        select row_to_json(object$5)
        from (
          select 'Enterprise'::text as "__typename", subject$2."id"::text as "id", subject$2."name" as "name", subject$2."credit_code" as "creditCode") object$5) end
      from "subject" subject$2
      where subject$2.id = case named$1.way when 17 then named$1.value::uuid when 18 then (
        select identifier$3.subject_id
        from subject_identifier identifier$3
        where identifier$3.kind = 'CREDIT_CODE' and identifier$3.value = named$1.value) end and (named$1.also is null or subject$2."kind" = named$1.also)
      limit 1) when named$1.way in (9) then (
      select (
        select row_to_json(object$7)
        from (
          select 'HonestListEntry'::text as "__typename") object$7)
      from "honest_listing" honest_listing$6
      where honest_listing$6.id = named$1.value::uuid and (((honest_listing$6.subject_kind <> 'NATURAL_PERSON')))
      limit 1) when named$1.way in (10) then (
      select (
        select row_to_json(object$9)
        from (
          select case when listing$8."kind" in ('SX') then 'DishonestDebtorListing' when listing$8."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename") object$9)
      from "listing" listing$8
      where listing$8.id = named$1.value::uuid and (named$1.also is null or listing$8."kind" = named$1.also) and (listing$8."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
      limit 1) when named$1.way in (19) then (
      select (
        select row_to_json(object$11)
        from (
          select 'FormerName'::text as "__typename") object$11)
      from "former_name" former_name$10
      where former_name$10.id = named$1.value::uuid and (((former_name$10.subject_kind <> 'NATURAL_PERSON')))
      limit 1) when named$1.way in (20) then (
      select (
        select row_to_json(object$14)
        from (
          select 'ResponsiblePerson'::text as "__typename") object$14)
      from "responsible_person" responsible_person$12
      where responsible_person$12.id = named$1.value::uuid and (((exists (
        select
        from listing rule$13
        where rule$13.subject_id = responsible_person$12.subject_id and rule$13.case_number = responsible_person$12.case_number and rule$13.kind = 'SX' and rule$13.state = 'PUBLISHED' and (rule$13.term_ends_on is null or rule$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
      limit 1) when named$1.way in (0, 1) then (
      select (
        select row_to_json(object$17)
        from (
          select 'Agency'::text as "__typename") object$17)
      from "agency" agency$15
      where agency$15.id = case named$1.way when 0 then named$1.value::uuid when 1 then (
        select key$16.id
        from "agency" key$16
        where key$16."code" = named$1.value::text) end
      limit 1) when named$1.way in (2, 3) then (
      select (
        select row_to_json(object$20)
        from (
          select 'Area'::text as "__typename") object$20)
      from "area" area$18
      where area$18.id = case named$1.way when 2 then named$1.value::uuid when 3 then (
        select key$19.id
        from "area" key$19
        where key$19."code" = named$1.value::text) end
      limit 1) when named$1.way in (4, 5) then (
      select (
        select row_to_json(object$23)
        from (
          select 'Source'::text as "__typename") object$23)
      from "source" source$21
      where source$21.id = case named$1.way when 4 then named$1.value::uuid when 5 then (
        select key$22.id
        from "source" key$22
        where key$22."name" = named$1.value::text) end and (((false)))
      limit 1) when named$1.way in (6) then (
      select (
        select row_to_json(object$25)
        from (
          select 'Batch'::text as "__typename") object$25)
      from "batch" batch$24
      where batch$24.id = named$1.value::uuid and (((batch$24.provider_code = $1::text)))
      limit 1) when named$1.way in (7, 8) then (
      select (
        select row_to_json(object$30)
        from (
          select 'Court'::text as "__typename", court$26."code" as "code", (
            select (
              select row_to_json(object$29)
              from (
                select area$28."name" as "name") object$29)
            from "area" area$28
            where area$28."code" = court$26."area_code"
            limit 1) as "area") object$30)
      from "court" court$26
      where court$26.id = case named$1.way when 7 then named$1.value::uuid when 8 then (
        select key$27.id
        from "court" key$27
        where key$27."code" = named$1.value::text) end
      limit 1) when named$1.way in (11, 12) then (
      select (
        select row_to_json(object$33)
        from (
          select 'Measure'::text as "__typename") object$33)
      from "measure" measure$31
      where measure$31.id = case named$1.way when 11 then named$1.value::uuid when 12 then (
        select key$32.id
        from "measure" key$32
        where key$32."code" = named$1.value::text) end
      limit 1) when named$1.way in (13) then (
      select (
        select row_to_json(object$35)
        from (
          select 'Screening'::text as "__typename") object$35)
      from "screening" screening$34
      where screening$34.id = named$1.value::uuid and (((screening$34.agency_code = $1::text)))
      limit 1) when named$1.way in (14) then (
      select (
        select row_to_json(object$37)
        from (
          select 'ScreeningItem'::text as "__typename") object$37)
      from "screening_item" screening_item$36
      where screening_item$36.id = named$1.value::uuid and (((screening_item$36.agency_code = $1::text)))
      limit 1) when named$1.way in (15) then (
      select (
        select row_to_json(object$39)
        from (
          select 'ScreeningHit'::text as "__typename") object$39)
      from "screening_hit" screening_hit$38
      where screening_hit$38.id = named$1.value::uuid and (((screening_hit$38.agency_code = $1::text)))
      limit 1) when named$1.way in (16) then (
      select (
        select row_to_json(object$41)
        from (
          select 'Feedback'::text as "__typename") object$41)
      from "feedback" feedback$40
      where feedback$40.id = named$1.value::uuid and (((feedback$40.agency_code = $1::text)))
      limit 1) when named$1.way in (21, 22) then (
      select (
        select row_to_json(object$44)
        from (
          select 'WorkDay'::text as "__typename", work_day$42."day" as "day", work_day$42."is_workday" as "isWorkday") object$44)
      from "work_day" work_day$42
      where work_day$42.id = case named$1.way when 21 then named$1.value::uuid when 22 then (
        select key$43.id
        from "work_day" key$43
        where key$43."day" = named$1.value::date) end
      limit 1) end order by named$1.place), '[]')
    from unnest($2::integer[], $3::text[], $4::text[]) with ordinality named$1(way, value, also, place)) as "_entities") answer$

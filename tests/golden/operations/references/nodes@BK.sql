select json_build_object('nodes', (
  select coalesce(json_agg(coalesce((
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$4)
        from (
          select subject$2."id" as "$", values$3."v$0" as "id", values$3."v$1" as "name", values$3."v$2" as "idNumber") record$4) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$5)
        from (
          select subject$2."id" as "$", values$3."v$0" as "id", values$3."v$1" as "name") record$5) end
      from (
        select subject$2."id"::text as "v$0", case when subject$2."kind" in ('NATURAL_PERSON') then case when char_length(subject$2."name") <= 1 or subject$2."name" = 'ERASED' then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$2."name" end as "v$1", case when subject$2."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$2."id_number_masked" end as "v$2" offset 0) values$3)
    from "subject" subject$2
    where subject$2.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$7)
      from (
        select licence$6."subject_id" as "$", licence$6."id"::text as "id") record$7)
    from "licence" licence$6
    where licence$6.id = named$1.value and (((licence$6.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$9)
      from (
        select penalty$8."subject_id" as "$", penalty$8."id"::text as "id") record$9)
    from "penalty" penalty$8
    where penalty$8.id = named$1.value and (((penalty$8.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$11)
      from (
        select honest_listing$10."subject_id" as "$", honest_listing$10."id"::text as "id") record$11)
    from "honest_listing" honest_listing$10
    where honest_listing$10.id = named$1.value and (((honest_listing$10.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$13)
      from (
        select listing$12."subject_id" as "$", listing$12."id"::text as "id") record$13)
    from "listing" listing$12
    where listing$12.id = named$1.value and (listing$12."kind" in ('SX') and (((listing$12.state = 'PUBLISHED' and (listing$12.term_ends_on is null or listing$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(record$15)
      from (
        select former_name$14."subject_id" as "$", former_name$14."id"::text as "id") record$15)
    from "former_name" former_name$14
    where former_name$14.id = named$1.value and (((former_name$14.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$18)
      from (
        select responsible_person$16."subject_id" as "$", responsible_person$16."id"::text as "id") record$18)
    from "responsible_person" responsible_person$16
    where responsible_person$16.id = named$1.value and (((exists (
      select
      from listing rule$17
      where rule$17.subject_id = responsible_person$16.subject_id and rule$17.case_number = responsible_person$16.case_number and rule$17.kind = 'SX' and rule$17.state = 'PUBLISHED' and (rule$17.term_ends_on is null or rule$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(record$20)
      from (
        select agency$19."id"::text as "id") record$20)
    from "agency" agency$19
    where agency$19.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$22)
      from (
        select area$21."id"::text as "id") record$22)
    from "area" area$21
    where area$21.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$24)
      from (
        select source$23."id"::text as "id") record$24)
    from "source" source$23
    where source$23.id = named$1.value and (((false)))
    limit 1), (
    select (
      select row_to_json(record$26)
      from (
        select batch$25."id"::text as "id") record$26)
    from "batch" batch$25
    where batch$25.id = named$1.value and (((batch$25.provider_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$28)
      from (
        select court$27."id"::text as "id") record$28)
    from "court" court$27
    where court$27.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$30)
      from (
        select measure$29."id"::text as "id") record$30)
    from "measure" measure$29
    where measure$29.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$32)
      from (
        select screening$31."id"::text as "id") record$32)
    from "screening" screening$31
    where screening$31.id = named$1.value and (((screening$31.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$34)
      from (
        select screening_item$33."id"::text as "id") record$34)
    from "screening_item" screening_item$33
    where screening_item$33.id = named$1.value and (((screening_item$33.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$36)
      from (
        select screening_hit$35."id"::text as "id") record$36)
    from "screening_hit" screening_hit$35
    where screening_hit$35.id = named$1.value and (((screening_hit$35.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$38)
      from (
        select screening_instruction$37."id"::text as "id") record$38)
    from "screening_instruction" screening_instruction$37
    where screening_instruction$37.id = named$1.value and (((screening_instruction$37.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$40)
      from (
        select feedback$39."id"::text as "id") record$40)
    from "feedback" feedback$39
    where feedback$39.id = named$1.value and (((feedback$39.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$42)
      from (
        select work_day$41."id"::text as "id") record$42)
    from "work_day" work_day$41
    where work_day$41.id = named$1.value
    limit 1)) order by named$1.place), '[]')
  from unnest($2::uuid[]) with ordinality named$1(value, place)))

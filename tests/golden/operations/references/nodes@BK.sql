select json_build_object('nodes', (
  select coalesce(json_agg(coalesce((
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$6)
        from (
          select subject$2."id" as "$", values$5."v$0" as "id", values$5."v$1" as "name", values$5."v$2" as "idNumber") record$6) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$7)
        from (
          select subject$2."id" as "$", values$5."v$0" as "id", values$5."v$1" as "name") record$7) end
      from (
        select subject$2."id"::text as "v$0", case when subject$2."kind" in ('NATURAL_PERSON') then case when char_length(subject$2."name") <= 1 or subject$2."name" = 'ERASED' then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$2."name" end as "v$1", case when subject$2."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$2."id_number_masked" end as "v$2" offset 0) values$5)
    from "subject" subject$2
    where subject$2.id = named$1.value and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "listing" known$3
      where known$3."subject_id" = subject$2.id and (known$3."kind" in ('SX') and (((known$3.state = 'PUBLISHED' and (known$3.term_ends_on is null or known$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) offset 0) or exists (
      select
      from "honest_listing" known$4
      where known$4."subject_id" = subject$2.id and (((known$4.subject_kind <> 'NATURAL_PERSON'))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1), (
    select (
      select row_to_json(record$9)
      from (
        select licence$8."subject_id" as "$", licence$8."id"::text as "id") record$9)
    from "licence" licence$8
    where licence$8.id = named$1.value and (((licence$8.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$11)
      from (
        select penalty$10."subject_id" as "$", penalty$10."id"::text as "id") record$11)
    from "penalty" penalty$10
    where penalty$10.id = named$1.value and (((penalty$10.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$13)
      from (
        select honest_listing$12."subject_id" as "$", honest_listing$12."id"::text as "id") record$13)
    from "honest_listing" honest_listing$12
    where honest_listing$12.id = named$1.value and (((honest_listing$12.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$15)
      from (
        select listing$14."subject_id" as "$", listing$14."id"::text as "id") record$15)
    from "listing" listing$14
    where listing$14.id = named$1.value and (listing$14."kind" in ('SX') and (((listing$14.state = 'PUBLISHED' and (listing$14.term_ends_on is null or listing$14.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(record$17)
      from (
        select former_name$16."subject_id" as "$", former_name$16."id"::text as "id") record$17)
    from "former_name" former_name$16
    where former_name$16.id = named$1.value and (((former_name$16.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$20)
      from (
        select responsible_person$18."subject_id" as "$", responsible_person$18."id"::text as "id") record$20)
    from "responsible_person" responsible_person$18
    where responsible_person$18.id = named$1.value and (((exists (
      select
      from listing rule$19
      where rule$19.subject_id = responsible_person$18.subject_id and rule$19.case_number = responsible_person$18.case_number and rule$19.kind = 'SX' and rule$19.state = 'PUBLISHED' and (rule$19.term_ends_on is null or rule$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(record$22)
      from (
        select agency$21."id"::text as "id") record$22)
    from "agency" agency$21
    where agency$21.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$24)
      from (
        select area$23."id"::text as "id") record$24)
    from "area" area$23
    where area$23.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$26)
      from (
        select source$25."id"::text as "id") record$26)
    from "source" source$25
    where source$25.id = named$1.value and (((false)))
    limit 1), (
    select (
      select row_to_json(record$28)
      from (
        select batch$27."id"::text as "id") record$28)
    from "batch" batch$27
    where batch$27.id = named$1.value and (((batch$27.provider_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$30)
      from (
        select court$29."id"::text as "id") record$30)
    from "court" court$29
    where court$29.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$32)
      from (
        select measure$31."id"::text as "id") record$32)
    from "measure" measure$31
    where measure$31.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$34)
      from (
        select screening$33."id"::text as "id") record$34)
    from "screening" screening$33
    where screening$33.id = named$1.value and (((screening$33.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$36)
      from (
        select screening_item$35."id"::text as "id") record$36)
    from "screening_item" screening_item$35
    where screening_item$35.id = named$1.value and (((screening_item$35.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$38)
      from (
        select screening_hit$37."id"::text as "id") record$38)
    from "screening_hit" screening_hit$37
    where screening_hit$37.id = named$1.value and (((screening_hit$37.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$40)
      from (
        select screening_instruction$39."id"::text as "id") record$40)
    from "screening_instruction" screening_instruction$39
    where screening_instruction$39.id = named$1.value and (((screening_instruction$39.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$42)
      from (
        select feedback$41."id"::text as "id") record$42)
    from "feedback" feedback$41
    where feedback$41.id = named$1.value and (((feedback$41.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$44)
      from (
        select work_day$43."id"::text as "id") record$44)
    from "work_day" work_day$43
    where work_day$43.id = named$1.value
    limit 1)) order by named$1.place), '[]')
  from unnest($2::uuid[]) with ordinality named$1(value, place)))

select json_build_object('nodes', (
  select coalesce(json_agg(coalesce((
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$5)
        from (
          select subject$2."id" as "$", values$4."v$0" as "id", values$4."v$1" as "name", values$4."v$2" as "idNumber") record$5) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$6)
        from (
          select subject$2."id" as "$", values$4."v$0" as "id", values$4."v$1" as "name") record$6) end
      from (
        select subject$2."id"::text as "v$0", case when subject$2."kind" in ('NATURAL_PERSON') then case when char_length(subject$2."name") <= 1 or subject$2."name" = 'ERASED' then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$2."name" end as "v$1", case when subject$2."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$2."id_number_masked" end as "v$2" offset 0) values$4)
    from "subject" subject$2
    where subject$2.id = coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = named$1.value), named$1.value) and subject$2.merged_into is null
    limit 1), (
    select (
      select row_to_json(record$8)
      from (
        select licence$7."subject_id" as "$", licence$7."id"::text as "id") record$8)
    from "licence" licence$7
    where licence$7.id = named$1.value and (((licence$7.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$10)
      from (
        select penalty$9."subject_id" as "$", penalty$9."id"::text as "id") record$10)
    from "penalty" penalty$9
    where penalty$9.id = named$1.value and (((penalty$9.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$12)
      from (
        select honest_listing$11."subject_id" as "$", honest_listing$11."id"::text as "id") record$12)
    from "honest_listing" honest_listing$11
    where honest_listing$11.id = named$1.value and (((honest_listing$11.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$14)
      from (
        select listing$13."subject_id" as "$", listing$13."id"::text as "id") record$14)
    from "listing" listing$13
    where listing$13.id = named$1.value and (listing$13."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$13.state = 'PUBLISHED' and (listing$13.term_ends_on is null or listing$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(record$16)
      from (
        select former_name$15."subject_id" as "$", former_name$15."id"::text as "id") record$16)
    from "former_name" former_name$15
    where former_name$15.id = named$1.value and (((former_name$15.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$19)
      from (
        select responsible_person$17."subject_id" as "$", responsible_person$17."id"::text as "id") record$19)
    from "responsible_person" responsible_person$17
    where responsible_person$17.id = named$1.value and (((exists (
      select
      from listing rule$18
      where rule$18.subject_id = responsible_person$17.subject_id and rule$18.case_number = responsible_person$17.case_number and rule$18.kind = 'SX' and rule$18.state = 'PUBLISHED' and (rule$18.term_ends_on is null or rule$18.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(record$21)
      from (
        select agency$20."id"::text as "id") record$21)
    from "agency" agency$20
    where agency$20.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$23)
      from (
        select area$22."id"::text as "id") record$23)
    from "area" area$22
    where area$22.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$25)
      from (
        select source$24."id"::text as "id") record$25)
    from "source" source$24
    where source$24.id = named$1.value and (((false)))
    limit 1), (
    select (
      select row_to_json(record$27)
      from (
        select batch$26."id"::text as "id") record$27)
    from "batch" batch$26
    where batch$26.id = named$1.value and (((batch$26.provider_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$29)
      from (
        select court$28."id"::text as "id") record$29)
    from "court" court$28
    where court$28.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$31)
      from (
        select measure$30."id"::text as "id") record$31)
    from "measure" measure$30
    where measure$30.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$33)
      from (
        select screening$32."id"::text as "id") record$33)
    from "screening" screening$32
    where screening$32.id = named$1.value and (((screening$32.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$35)
      from (
        select screening_item$34."id"::text as "id") record$35)
    from "screening_item" screening_item$34
    where screening_item$34.id = named$1.value and (((screening_item$34.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$37)
      from (
        select screening_hit$36."id"::text as "id") record$37)
    from "screening_hit" screening_hit$36
    where screening_hit$36.id = named$1.value and (((screening_hit$36.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$39)
      from (
        select screening_instruction$38."id"::text as "id") record$39)
    from "screening_instruction" screening_instruction$38
    where screening_instruction$38.id = named$1.value and (((screening_instruction$38.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$41)
      from (
        select feedback$40."id"::text as "id") record$41)
    from "feedback" feedback$40
    where feedback$40.id = named$1.value and (((feedback$40.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$43)
      from (
        select work_day$42."id"::text as "id") record$43)
    from "work_day" work_day$42
    where work_day$42.id = named$1.value
    limit 1)) order by named$1.place), '[]')
  from unnest($2::uuid[]) with ordinality named$1(value, place)))

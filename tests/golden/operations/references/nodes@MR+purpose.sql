select json_build_object('nodes', (
  select coalesce(json_agg(coalesce((
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$7)
        from (
          select subject$2."id" as "$", values$6."v$0" as "id", values$6."v$1" as "name", values$6."v$2" as "idNumber") record$7) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$8)
        from (
          select subject$2."id" as "$", values$6."v$0" as "id", values$6."v$1" as "name") record$8) end
      from (
        select subject$2."id"::text as "v$0", case when subject$2."kind" in ('NATURAL_PERSON') then case when char_length(subject$2."name") <= 1 or subject$2."name" = 'ERASED' then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$2."name" end as "v$1", case when subject$2."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$2."id_number_masked" end as "v$2" offset 0) values$6)
    from "subject" subject$2
    where subject$2.id = coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = named$1.value), named$1.value) and subject$2.merged_into is null and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "listing" known$4
      where known$4."subject_id" = subject$2.id and (known$4."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((known$4.state = 'PUBLISHED' and (known$4.term_ends_on is null or known$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) offset 0) or exists (
      select
      from "honest_listing" known$5
      where known$5."subject_id" = subject$2.id and (((known$5.subject_kind <> 'NATURAL_PERSON'))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1), (
    select (
      select row_to_json(record$10)
      from (
        select licence$9."subject_id" as "$", licence$9."id"::text as "id") record$10)
    from "licence" licence$9
    where licence$9.id = named$1.value and (((licence$9.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$12)
      from (
        select penalty$11."subject_id" as "$", penalty$11."id"::text as "id") record$12)
    from "penalty" penalty$11
    where penalty$11.id = named$1.value and (((penalty$11.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$14)
      from (
        select honest_listing$13."subject_id" as "$", honest_listing$13."id"::text as "id") record$14)
    from "honest_listing" honest_listing$13
    where honest_listing$13.id = named$1.value and (((honest_listing$13.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$16)
      from (
        select listing$15."subject_id" as "$", listing$15."id"::text as "id") record$16)
    from "listing" listing$15
    where listing$15.id = named$1.value and (listing$15."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(record$18)
      from (
        select former_name$17."subject_id" as "$", former_name$17."id"::text as "id") record$18)
    from "former_name" former_name$17
    where former_name$17.id = named$1.value and (((former_name$17.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(record$21)
      from (
        select responsible_person$19."subject_id" as "$", responsible_person$19."id"::text as "id") record$21)
    from "responsible_person" responsible_person$19
    where responsible_person$19.id = named$1.value and (((exists (
      select
      from listing rule$20
      where rule$20.subject_id = responsible_person$19.subject_id and rule$20.case_number = responsible_person$19.case_number and rule$20.kind = 'SX' and rule$20.state = 'PUBLISHED' and (rule$20.term_ends_on is null or rule$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(record$23)
      from (
        select agency$22."id"::text as "id") record$23)
    from "agency" agency$22
    where agency$22.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$25)
      from (
        select area$24."id"::text as "id") record$25)
    from "area" area$24
    where area$24.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$27)
      from (
        select source$26."id"::text as "id") record$27)
    from "source" source$26
    where source$26.id = named$1.value and (((false)))
    limit 1), (
    select (
      select row_to_json(record$29)
      from (
        select batch$28."id"::text as "id") record$29)
    from "batch" batch$28
    where batch$28.id = named$1.value and (((batch$28.provider_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$31)
      from (
        select court$30."id"::text as "id") record$31)
    from "court" court$30
    where court$30.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$33)
      from (
        select measure$32."id"::text as "id") record$33)
    from "measure" measure$32
    where measure$32.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$35)
      from (
        select screening$34."id"::text as "id") record$35)
    from "screening" screening$34
    where screening$34.id = named$1.value and (((screening$34.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$37)
      from (
        select screening_item$36."id"::text as "id") record$37)
    from "screening_item" screening_item$36
    where screening_item$36.id = named$1.value and (((screening_item$36.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$39)
      from (
        select screening_hit$38."id"::text as "id") record$39)
    from "screening_hit" screening_hit$38
    where screening_hit$38.id = named$1.value and (((screening_hit$38.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$41)
      from (
        select screening_instruction$40."id"::text as "id") record$41)
    from "screening_instruction" screening_instruction$40
    where screening_instruction$40.id = named$1.value and (((screening_instruction$40.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$43)
      from (
        select feedback$42."id"::text as "id") record$43)
    from "feedback" feedback$42
    where feedback$42.id = named$1.value and (((feedback$42.agency_code = $1::text)))
    limit 1), (
    select (
      select row_to_json(record$45)
      from (
        select work_day$44."id"::text as "id") record$45)
    from "work_day" work_day$44
    where work_day$44.id = named$1.value
    limit 1)) order by named$1.place), '[]')
  from unnest($2::uuid[]) with ordinality named$1(value, place)))

select row_to_json(answer$)
from (
  select (
    select coalesce(json_agg(coalesce((
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(object$3)
        from (
          select subject$2."id"::text as "id", case when char_length(subject$2."name") <= 1 then '*' when char_length(subject$2."name") = 2 then rpad(left(subject$2."name", 1), 2, '*') when position('·' in subject$2."name") > 0 then left(subject$2."name", 1) || '**' else left(subject$2."name", 1) || case char_length(subject$2."name") when 3 then '*' else '**' end || right(subject$2."name", 1) end as "name", subject$2."id_number_masked" as "idNumber") object$3) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$4)
        from (
          select subject$2."id"::text as "id", subject$2."name" as "name") object$4) end
      from "subject" subject$2
      where subject$2.id = named$1.value
      limit 1), (
      select (
        select row_to_json(object$6)
        from (
          select honest_listing$5."id"::text as "id") object$6)
      from "honest_listing" honest_listing$5
      where honest_listing$5.id = named$1.value and (((honest_listing$5.subject_kind <> 'NATURAL_PERSON')))
      limit 1), (
      select (
        select row_to_json(object$8)
        from (
          select listing$7."id"::text as "id") object$8)
      from "listing" listing$7
      where listing$7.id = named$1.value and (listing$7."kind" in ('SX') and (((listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
      limit 1), (
      select (
        select row_to_json(object$10)
        from (
          select former_name$9."id"::text as "id") object$10)
      from "former_name" former_name$9
      where former_name$9.id = named$1.value and (((former_name$9.subject_kind <> 'NATURAL_PERSON')))
      limit 1), (
      select (
        select row_to_json(object$13)
        from (
          select responsible_person$11."id"::text as "id") object$13)
      from "responsible_person" responsible_person$11
      where responsible_person$11.id = named$1.value and (((exists (
        select
        from listing rule$12
        where rule$12.subject_id = responsible_person$11.subject_id and rule$12.case_number = responsible_person$11.case_number and rule$12.kind = 'SX' and rule$12.state = 'PUBLISHED' and (rule$12.term_ends_on is null or rule$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
      limit 1), (
      select (
        select row_to_json(object$15)
        from (
          select agency$14."id"::text as "id") object$15)
      from "agency" agency$14
      where agency$14.id = named$1.value
      limit 1), (
      select (
        select row_to_json(object$17)
        from (
          select area$16."id"::text as "id") object$17)
      from "area" area$16
      where area$16.id = named$1.value
      limit 1), (
      select (
        select row_to_json(object$19)
        from (
          select source$18."id"::text as "id") object$19)
      from "source" source$18
      where source$18.id = named$1.value and (((false)))
      limit 1), (
      select (
        select row_to_json(object$21)
        from (
          select batch$20."id"::text as "id") object$21)
      from "batch" batch$20
      where batch$20.id = named$1.value and (((batch$20.provider_code = $1::text)))
      limit 1), (
      select (
        select row_to_json(object$23)
        from (
          select court$22."id"::text as "id") object$23)
      from "court" court$22
      where court$22.id = named$1.value
      limit 1), (
      select (
        select row_to_json(object$25)
        from (
          select measure$24."id"::text as "id") object$25)
      from "measure" measure$24
      where measure$24.id = named$1.value
      limit 1), (
      select (
        select row_to_json(object$27)
        from (
          select screening$26."id"::text as "id") object$27)
      from "screening" screening$26
      where screening$26.id = named$1.value and (((screening$26.agency_code = $1::text)))
      limit 1), (
      select (
        select row_to_json(object$29)
        from (
          select screening_item$28."id"::text as "id") object$29)
      from "screening_item" screening_item$28
      where screening_item$28.id = named$1.value and (((screening_item$28.agency_code = $1::text)))
      limit 1), (
      select (
        select row_to_json(object$31)
        from (
          select screening_hit$30."id"::text as "id") object$31)
      from "screening_hit" screening_hit$30
      where screening_hit$30.id = named$1.value and (((screening_hit$30.agency_code = $1::text)))
      limit 1), (
      select (
        select row_to_json(object$33)
        from (
          select feedback$32."id"::text as "id") object$33)
      from "feedback" feedback$32
      where feedback$32.id = named$1.value and (((feedback$32.agency_code = $1::text)))
      limit 1), (
      select (
        select row_to_json(object$35)
        from (
          select work_day$34."id"::text as "id") object$35)
      from "work_day" work_day$34
      where work_day$34.id = named$1.value
      limit 1)) order by named$1.place), '[]')
    from unnest($2::uuid[]) with ordinality named$1(value, place)) as "nodes") answer$

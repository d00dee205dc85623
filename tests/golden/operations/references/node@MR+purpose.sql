select row_to_json(answer$)
from (
  select coalesce((
    select (
      select case when subject$1."kind" in ('NATURAL_PERSON') then (
        select row_to_json(object$3)
        from (
          select values$2."v$0" as "__typename", values$2."v$1" as "id", values$2."v$2" as "kind", values$2."v$3" as "name", values$2."v$4" as "idNumber") object$3) when subject$1."kind" in ('ENTERPRISE') then (
        select row_to_json(object$4)
        from (
          select values$2."v$0" as "__typename", values$2."v$1" as "id", values$2."v$2" as "kind", values$2."v$3" as "name", values$2."v$5" as "creditCode") object$4) when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(object$5)
        from (
          select values$2."v$0" as "__typename", values$2."v$1" as "id", values$2."v$2" as "kind", values$2."v$3" as "name") object$5) end
      from (
        select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($2::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$2)
    from "subject" subject$1
    where subject$1.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$7)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$6."id"::text as "id") object$7)
    from "honest_listing" honest_listing$6
    where honest_listing$6.id = $1::uuid and (((honest_listing$6.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(object$9)
      from (
        select case when listing$8."kind" in ('SX') then 'DishonestDebtorListing' when listing$8."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$8."id"::text as "id", listing$8."state" as "state", listing$8."published_on" as "publishedOn") object$9)
    from "listing" listing$8
    where listing$8.id = $1::uuid and (listing$8."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(object$11)
      from (
        select 'FormerName'::text as "__typename", former_name$10."id"::text as "id") object$11)
    from "former_name" former_name$10
    where former_name$10.id = $1::uuid and (((former_name$10.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(object$14)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$12."id"::text as "id") object$14)
    from "responsible_person" responsible_person$12
    where responsible_person$12.id = $1::uuid and (((exists (
      select
      from listing rule$13
      where rule$13.subject_id = responsible_person$12.subject_id and rule$13.case_number = responsible_person$12.case_number and rule$13.kind = 'SX' and rule$13.state = 'PUBLISHED' and (rule$13.term_ends_on is null or rule$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(object$16)
      from (
        select 'Agency'::text as "__typename", agency$15."id"::text as "id") object$16)
    from "agency" agency$15
    where agency$15.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$18)
      from (
        select 'Area'::text as "__typename", area$17."id"::text as "id") object$18)
    from "area" area$17
    where area$17.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$20)
      from (
        select 'Source'::text as "__typename", source$19."id"::text as "id") object$20)
    from "source" source$19
    where source$19.id = $1::uuid and (((false)))
    limit 1), (
    select (
      select row_to_json(object$22)
      from (
        select 'Batch'::text as "__typename", batch$21."id"::text as "id") object$22)
    from "batch" batch$21
    where batch$21.id = $1::uuid and (((batch$21.provider_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$24)
      from (
        select 'Court'::text as "__typename", court$23."id"::text as "id") object$24)
    from "court" court$23
    where court$23.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$26)
      from (
        select 'Measure'::text as "__typename", measure$25."id"::text as "id") object$26)
    from "measure" measure$25
    where measure$25.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$28)
      from (
        select 'Screening'::text as "__typename", screening$27."id"::text as "id") object$28)
    from "screening" screening$27
    where screening$27.id = $1::uuid and (((screening$27.agency_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$30)
      from (
        select 'ScreeningItem'::text as "__typename", screening_item$29."id"::text as "id") object$30)
    from "screening_item" screening_item$29
    where screening_item$29.id = $1::uuid and (((screening_item$29.agency_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$32)
      from (
        select 'ScreeningHit'::text as "__typename", screening_hit$31."id"::text as "id") object$32)
    from "screening_hit" screening_hit$31
    where screening_hit$31.id = $1::uuid and (((screening_hit$31.agency_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$34)
      from (
        select 'Feedback'::text as "__typename", feedback$33."id"::text as "id") object$34)
    from "feedback" feedback$33
    where feedback$33.id = $1::uuid and (((feedback$33.agency_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$36)
      from (
        select 'WorkDay'::text as "__typename", work_day$35."id"::text as "id") object$36)
    from "work_day" work_day$35
    where work_day$35.id = $1::uuid
    limit 1)) as "node") answer$

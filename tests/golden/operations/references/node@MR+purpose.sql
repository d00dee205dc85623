select row_to_json(answer$)
from (
  select coalesce((
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$2)
      from (
        select 'NaturalPerson'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name", coalesce($2::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") as "idNumber") object$2) when subject$1."kind" in ('ENTERPRISE') then (
      select row_to_json(object$3)
      from (
        select 'Enterprise'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name", subject$1."credit_code" as "creditCode") object$3) when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$4)
      from (
        select case when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name") object$4) end
    from "subject" subject$1
    where subject$1.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$6)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$5."id"::text as "id") object$6)
    from "honest_listing" honest_listing$5
    where honest_listing$5.id = $1::uuid and (((honest_listing$5.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(object$8)
      from (
        select case when listing$7."kind" in ('SX') then 'DishonestDebtorListing' when listing$7."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$7."id"::text as "id", listing$7."state" as "state", listing$7."published_on" as "publishedOn") object$8)
    from "listing" listing$7
    where listing$7.id = $1::uuid and (listing$7."kind" in ('SX', 'SERIOUS_DISHONESTY') and (((listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(object$10)
      from (
        select 'FormerName'::text as "__typename", former_name$9."id"::text as "id") object$10)
    from "former_name" former_name$9
    where former_name$9.id = $1::uuid and (((former_name$9.subject_kind <> 'NATURAL_PERSON')))
    limit 1), (
    select (
      select row_to_json(object$13)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$11."id"::text as "id") object$13)
    from "responsible_person" responsible_person$11
    where responsible_person$11.id = $1::uuid and (((exists (
      select
      from listing rule$12
      where rule$12.subject_id = responsible_person$11.subject_id and rule$12.case_number = responsible_person$11.case_number and rule$12.kind = 'SX' and rule$12.state = 'PUBLISHED' and (rule$12.term_ends_on is null or rule$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))
    limit 1), (
    select (
      select row_to_json(object$15)
      from (
        select 'Agency'::text as "__typename", agency$14."id"::text as "id") object$15)
    from "agency" agency$14
    where agency$14.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$17)
      from (
        select 'Area'::text as "__typename", area$16."id"::text as "id") object$17)
    from "area" area$16
    where area$16.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$19)
      from (
        select 'Source'::text as "__typename", source$18."id"::text as "id") object$19)
    from "source" source$18
    where source$18.id = $1::uuid and (((false)))
    limit 1), (
    select (
      select row_to_json(object$21)
      from (
        select 'Batch'::text as "__typename", batch$20."id"::text as "id") object$21)
    from "batch" batch$20
    where batch$20.id = $1::uuid and (((batch$20.provider_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$23)
      from (
        select 'Court'::text as "__typename", court$22."id"::text as "id") object$23)
    from "court" court$22
    where court$22.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$25)
      from (
        select 'Measure'::text as "__typename", measure$24."id"::text as "id") object$25)
    from "measure" measure$24
    where measure$24.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$27)
      from (
        select 'Screening'::text as "__typename", screening$26."id"::text as "id") object$27)
    from "screening" screening$26
    where screening$26.id = $1::uuid and (((screening$26.agency_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$29)
      from (
        select 'ScreeningItem'::text as "__typename", screening_item$28."id"::text as "id") object$29)
    from "screening_item" screening_item$28
    where screening_item$28.id = $1::uuid and (((screening_item$28.agency_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$31)
      from (
        select 'ScreeningHit'::text as "__typename", screening_hit$30."id"::text as "id") object$31)
    from "screening_hit" screening_hit$30
    where screening_hit$30.id = $1::uuid and (((screening_hit$30.agency_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$33)
      from (
        select 'Feedback'::text as "__typename", feedback$32."id"::text as "id") object$33)
    from "feedback" feedback$32
    where feedback$32.id = $1::uuid and (((feedback$32.agency_code = $3::text)))
    limit 1), (
    select (
      select row_to_json(object$35)
      from (
        select 'WorkDay'::text as "__typename", work_day$34."id"::text as "id") object$35)
    from "work_day" work_day$34
    where work_day$34.id = $1::uuid
    limit 1)) as "node") answer$

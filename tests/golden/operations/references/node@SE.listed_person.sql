select row_to_json(answer$)
from (
  select coalesce((
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$2)
      from (
        select 'NaturalPerson'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name", coalesce($3::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") as "idNumber") object$2) when subject$1."kind" in ('ENTERPRISE') then (
      select row_to_json(object$3)
      from (
        select 'Enterprise'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name", subject$1."credit_code" as "creditCode") object$3) when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$4)
      from (
        select case when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name") object$4) end
    from "subject" subject$1
    where subject$1.id = $1::uuid and (((subject$1.id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$6)
      from (
        select 'Case'::text as "__typename", enforcement_case$5."id"::text as "id") object$6)
    from "enforcement_case" enforcement_case$5
    where enforcement_case$5.id = $1::uuid and (((enforcement_case$5.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$8)
      from (
        select 'CaseParty'::text as "__typename", case_party$7."id"::text as "id") object$8)
    from "case_party" case_party$7
    where case_party$7.id = $1::uuid and (((case_party$7.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$10)
      from (
        select 'TerminatedCase'::text as "__typename", terminated_case$9."id"::text as "id") object$10)
    from "terminated_case" terminated_case$9
    where terminated_case$9.id = $1::uuid and (((terminated_case$9.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$12)
      from (
        select 'PerformanceCertificate'::text as "__typename", performance_certificate$11."id"::text as "id") object$12)
    from "performance_certificate" performance_certificate$11
    where performance_certificate$11.id = $1::uuid and (((performance_certificate$11.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$14)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$13."id"::text as "id") object$14)
    from "honest_listing" honest_listing$13
    where honest_listing$13.id = $1::uuid and (((honest_listing$13.subject_kind <> 'NATURAL_PERSON') and (honest_listing$13.subject_id = $2::uuid)) or ((honest_listing$13.subject_kind = 'NATURAL_PERSON') and (honest_listing$13.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$16)
      from (
        select case when listing$15."kind" in ('SX') then 'DishonestDebtorListing' when listing$15."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$15."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$15."id"::text as "id", listing$15."state" as "state", listing$15."published_on" as "publishedOn") object$16)
    from "listing" listing$15
    where listing$15.id = $1::uuid and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$15.subject_id = $2::uuid)) or ((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$15.subject_id = $2::uuid)) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$15.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$18)
      from (
        select 'FormerName'::text as "__typename", former_name$17."id"::text as "id") object$18)
    from "former_name" former_name$17
    where former_name$17.id = $1::uuid and (((former_name$17.subject_kind <> 'NATURAL_PERSON') and (former_name$17.subject_id = $2::uuid)) or ((former_name$17.subject_kind = 'NATURAL_PERSON') and (former_name$17.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$25)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$19."id"::text as "id") object$25)
    from "responsible_person" responsible_person$19
    where responsible_person$19.id = $1::uuid and (((exists (
      select
      from listing rule$20
      where rule$20.subject_id = responsible_person$19.subject_id and rule$20.case_number = responsible_person$19.case_number and rule$20.kind = 'SX' and rule$20.state = 'PUBLISHED' and (rule$20.term_ends_on is null or rule$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) and (responsible_person$19.subject_id = $2::uuid)) or ((not exists (
      select
      from listing rule$21
      where rule$21.subject_id = responsible_person$19.subject_id and rule$21.case_number = responsible_person$19.case_number and rule$21.kind = 'SX' and rule$21.state = 'PUBLISHED' and (rule$21.term_ends_on is null or rule$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
      select
      from listing rule$22
      where rule$22.subject_id = responsible_person$19.subject_id and rule$22.case_number = responsible_person$19.case_number and rule$22.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$19.subject_id = $2::uuid)) or ((not exists (
      select
      from listing rule$23
      where rule$23.subject_id = responsible_person$19.subject_id and rule$23.case_number = responsible_person$19.case_number and rule$23.kind = 'SX' and rule$23.state = 'PUBLISHED' and (rule$23.term_ends_on is null or rule$23.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
      select
      from listing rule$24
      where rule$24.subject_id = responsible_person$19.subject_id and rule$24.case_number = responsible_person$19.case_number and rule$24.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$19.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$27)
      from (
        select 'Agency'::text as "__typename", agency$26."id"::text as "id") object$27)
    from "agency" agency$26
    where agency$26.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$29)
      from (
        select 'Area'::text as "__typename", area$28."id"::text as "id") object$29)
    from "area" area$28
    where area$28.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$31)
      from (
        select 'Court'::text as "__typename", court$30."id"::text as "id") object$31)
    from "court" court$30
    where court$30.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$33)
      from (
        select 'Measure'::text as "__typename", measure$32."id"::text as "id") object$33)
    from "measure" measure$32
    where measure$32.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$35)
      from (
        select 'Screening'::text as "__typename", screening$34."id"::text as "id") object$35)
    from "screening" screening$34
    where screening$34.id = $1::uuid and (((false)))
    limit 1), (
    select (
      select row_to_json(object$37)
      from (
        select 'ScreeningItem'::text as "__typename", screening_item$36."id"::text as "id") object$37)
    from "screening_item" screening_item$36
    where screening_item$36.id = $1::uuid and (((false)))
    limit 1), (
    select (
      select row_to_json(object$39)
      from (
        select 'ScreeningHit'::text as "__typename", screening_hit$38."id"::text as "id") object$39)
    from "screening_hit" screening_hit$38
    where screening_hit$38.id = $1::uuid and (((screening_hit$38.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$41)
      from (
        select 'Feedback'::text as "__typename", feedback$40."id"::text as "id") object$41)
    from "feedback" feedback$40
    where feedback$40.id = $1::uuid and (((feedback$40.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$43)
      from (
        select 'WorkDay'::text as "__typename", work_day$42."id"::text as "id") object$43)
    from "work_day" work_day$42
    where work_day$42.id = $1::uuid
    limit 1)) as "node") answer$

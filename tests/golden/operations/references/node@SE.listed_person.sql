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
        select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($3::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$2)
    from "subject" subject$1
    where subject$1.id = $1::uuid and (((subject$1.id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$7)
      from (
        select 'Case'::text as "__typename", enforcement_case$6."id"::text as "id") object$7)
    from "enforcement_case" enforcement_case$6
    where enforcement_case$6.id = $1::uuid and (((enforcement_case$6.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$9)
      from (
        select 'CaseParty'::text as "__typename", case_party$8."id"::text as "id") object$9)
    from "case_party" case_party$8
    where case_party$8.id = $1::uuid and (((case_party$8.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$11)
      from (
        select 'TerminatedCase'::text as "__typename", terminated_case$10."id"::text as "id") object$11)
    from "terminated_case" terminated_case$10
    where terminated_case$10.id = $1::uuid and (((terminated_case$10.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$13)
      from (
        select 'PerformanceCertificate'::text as "__typename", performance_certificate$12."id"::text as "id") object$13)
    from "performance_certificate" performance_certificate$12
    where performance_certificate$12.id = $1::uuid and (((performance_certificate$12.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$15)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$14."id"::text as "id") object$15)
    from "honest_listing" honest_listing$14
    where honest_listing$14.id = $1::uuid and (((honest_listing$14.subject_kind <> 'NATURAL_PERSON') and (honest_listing$14.subject_id = $2::uuid)) or ((honest_listing$14.subject_kind = 'NATURAL_PERSON') and (honest_listing$14.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$17)
      from (
        select case when listing$16."kind" in ('SX') then 'DishonestDebtorListing' when listing$16."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$16."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$16."id"::text as "id", listing$16."state" as "state", listing$16."published_on" as "publishedOn") object$17)
    from "listing" listing$16
    where listing$16.id = $1::uuid and (((listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$16.subject_id = $2::uuid)) or ((listing$16.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$16.subject_id = $2::uuid)) or (((listing$16.state in ('REMOVED', 'REVOKED') or (listing$16.state = 'PUBLISHED' and not (listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$16.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$19)
      from (
        select 'FormerName'::text as "__typename", former_name$18."id"::text as "id") object$19)
    from "former_name" former_name$18
    where former_name$18.id = $1::uuid and (((former_name$18.subject_kind <> 'NATURAL_PERSON') and (former_name$18.subject_id = $2::uuid)) or ((former_name$18.subject_kind = 'NATURAL_PERSON') and (former_name$18.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$26)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$20."id"::text as "id") object$26)
    from "responsible_person" responsible_person$20
    where responsible_person$20.id = $1::uuid and (((exists (
      select
      from listing rule$21
      where rule$21.subject_id = responsible_person$20.subject_id and rule$21.case_number = responsible_person$20.case_number and rule$21.kind = 'SX' and rule$21.state = 'PUBLISHED' and (rule$21.term_ends_on is null or rule$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) and (responsible_person$20.subject_id = $2::uuid)) or ((not exists (
      select
      from listing rule$22
      where rule$22.subject_id = responsible_person$20.subject_id and rule$22.case_number = responsible_person$20.case_number and rule$22.kind = 'SX' and rule$22.state = 'PUBLISHED' and (rule$22.term_ends_on is null or rule$22.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
      select
      from listing rule$23
      where rule$23.subject_id = responsible_person$20.subject_id and rule$23.case_number = responsible_person$20.case_number and rule$23.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$20.subject_id = $2::uuid)) or ((not exists (
      select
      from listing rule$24
      where rule$24.subject_id = responsible_person$20.subject_id and rule$24.case_number = responsible_person$20.case_number and rule$24.kind = 'SX' and rule$24.state = 'PUBLISHED' and (rule$24.term_ends_on is null or rule$24.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
      select
      from listing rule$25
      where rule$25.subject_id = responsible_person$20.subject_id and rule$25.case_number = responsible_person$20.case_number and rule$25.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$20.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$28)
      from (
        select 'Agency'::text as "__typename", agency$27."id"::text as "id") object$28)
    from "agency" agency$27
    where agency$27.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$30)
      from (
        select 'Area'::text as "__typename", area$29."id"::text as "id") object$30)
    from "area" area$29
    where area$29.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$32)
      from (
        select 'Court'::text as "__typename", court$31."id"::text as "id") object$32)
    from "court" court$31
    where court$31.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$34)
      from (
        select 'Measure'::text as "__typename", measure$33."id"::text as "id") object$34)
    from "measure" measure$33
    where measure$33.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$36)
      from (
        select 'Screening'::text as "__typename", screening$35."id"::text as "id") object$36)
    from "screening" screening$35
    where screening$35.id = $1::uuid and (((false)))
    limit 1), (
    select (
      select row_to_json(object$38)
      from (
        select 'ScreeningItem'::text as "__typename", screening_item$37."id"::text as "id") object$38)
    from "screening_item" screening_item$37
    where screening_item$37.id = $1::uuid and (((false)))
    limit 1), (
    select (
      select row_to_json(object$40)
      from (
        select 'ScreeningHit'::text as "__typename", screening_hit$39."id"::text as "id") object$40)
    from "screening_hit" screening_hit$39
    where screening_hit$39.id = $1::uuid and (((screening_hit$39.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$42)
      from (
        select 'Feedback'::text as "__typename", feedback$41."id"::text as "id") object$42)
    from "feedback" feedback$41
    where feedback$41.id = $1::uuid and (((feedback$41.subject_id = $2::uuid)))
    limit 1), (
    select (
      select row_to_json(object$44)
      from (
        select 'WorkDay'::text as "__typename", work_day$43."id"::text as "id") object$44)
    from "work_day" work_day$43
    where work_day$43.id = $1::uuid
    limit 1)) as "node") answer$

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
        select 'Case'::text as "__typename", enforcement_case$5."id"::text as "id") object$6)
    from "enforcement_case" enforcement_case$5
    where enforcement_case$5.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$8)
      from (
        select 'CaseParty'::text as "__typename", case_party$7."id"::text as "id") object$8)
    from "case_party" case_party$7
    where case_party$7.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$10)
      from (
        select 'TerminatedCase'::text as "__typename", terminated_case$9."id"::text as "id") object$10)
    from "terminated_case" terminated_case$9
    where terminated_case$9.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$12)
      from (
        select 'PerformanceCertificate'::text as "__typename", performance_certificate$11."id"::text as "id") object$12)
    from "performance_certificate" performance_certificate$11
    where performance_certificate$11.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$14)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$13."id"::text as "id") object$14)
    from "honest_listing" honest_listing$13
    where honest_listing$13.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$16)
      from (
        select case when listing$15."kind" in ('SX') then 'DishonestDebtorListing' when listing$15."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$15."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$15."id"::text as "id", listing$15."state" as "state", listing$15."published_on" as "publishedOn") object$16)
    from "listing" listing$15
    where listing$15.id = $1::uuid and (listing$15."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$15."kind" in ('SERIOUS_DISHONESTY') and (((listing$15.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$15.state in ('REMOVED', 'REVOKED') or (listing$15.state = 'PUBLISHED' and not (listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1), (
    select (
      select row_to_json(object$27)
      from (
        select 'FormerName'::text as "__typename", former_name$17."id"::text as "id") object$27)
    from "former_name" former_name$17
    where former_name$17.id = $1::uuid and (((former_name$17.subject_kind <> 'NATURAL_PERSON')) or ((former_name$17.subject_kind = 'NATURAL_PERSON') and ((
      select rule$18.area_code
      from subject rule$18
      where rule$18.id = former_name$17.subject_id) ^@ any($3::text[]) or exists (
      select
      from enforcement_case rule$19
      where rule$19.subject_id = former_name$17.subject_id and (rule$19.court_code = any($4::text[]) or (
        select rule$23.area_code
        from subject rule$23
        where rule$23.id = former_name$17.subject_id) is null and rule$19.court_code = any(array(
        select rule$20.code
        from unnest($3::text[]) rule$25(code) join court rule$20 on rule$20.area_code between rule$25.code and rule$25.code || '~')))) or exists (
      select
      from listing rule$21
      where rule$21.subject_id = former_name$17.subject_id and (rule$21.court_code = any($4::text[]) or (
        select rule$24.area_code
        from subject rule$24
        where rule$24.id = former_name$17.subject_id) is null and rule$21.court_code = any(array(
        select rule$22.code
        from unnest($3::text[]) rule$26(code) join court rule$22 on rule$22.area_code between rule$26.code and rule$26.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(object$29)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$28."id"::text as "id") object$29)
    from "responsible_person" responsible_person$28
    where responsible_person$28.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$31)
      from (
        select 'Agency'::text as "__typename", agency$30."id"::text as "id") object$31)
    from "agency" agency$30
    where agency$30.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$33)
      from (
        select 'Area'::text as "__typename", area$32."id"::text as "id") object$33)
    from "area" area$32
    where area$32.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$35)
      from (
        select 'Court'::text as "__typename", court$34."id"::text as "id") object$35)
    from "court" court$34
    where court$34.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$37)
      from (
        select 'Measure'::text as "__typename", measure$36."id"::text as "id") object$37)
    from "measure" measure$36
    where measure$36.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$39)
      from (
        select 'Screening'::text as "__typename", screening$38."id"::text as "id") object$39)
    from "screening" screening$38
    where screening$38.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$41)
      from (
        select 'ScreeningItem'::text as "__typename", screening_item$40."id"::text as "id") object$41)
    from "screening_item" screening_item$40
    where screening_item$40.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$43)
      from (
        select 'ScreeningHit'::text as "__typename", screening_hit$42."id"::text as "id") object$43)
    from "screening_hit" screening_hit$42
    where screening_hit$42.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$45)
      from (
        select 'Feedback'::text as "__typename", feedback$44."id"::text as "id") object$45)
    from "feedback" feedback$44
    where feedback$44.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$47)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename", government_debtor_snapshot$46."id"::text as "id") object$47)
    from "government_debtor_snapshot" government_debtor_snapshot$46
    where government_debtor_snapshot$46.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$49)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename", government_debtor_entry$48."id"::text as "id") object$49)
    from "government_debtor_entry" government_debtor_entry$48
    where government_debtor_entry$48.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$51)
      from (
        select 'WorkDay'::text as "__typename", work_day$50."id"::text as "id") object$51)
    from "work_day" work_day$50
    where work_day$50.id = $1::uuid
    limit 1)) as "node") answer$
